"""The way in on Việc của tôi: for those who may import, without a script too."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.examine import open_page
from tests.intake.pages.making import made, unmapped
from tests.people import Ward

URL = "/viec-cua-toi/"


@pytest.mark.parametrize("who", ["clerk", "one_stop", "administrator"])
def test_importers_may_drop_files_on_their_first_page(
    client: Client, ward: Ward, sign_in: Any, who: str
) -> None:
    page = open_page(sign_in(client, getattr(ward, who)), URL)
    form = page.form("/nhap-tu-tep/nap/")
    assert form.element.get("enctype") == "multipart/form-data"
    assert page.one(".//input[@type='file']").get("multiple") is not None
    assert "Nạp và xem trước" in page.text


@pytest.mark.parametrize("who", ["chairman", "secretary", "auditor", "specialist"])
def test_all_others_are_not_offered_it(client: Client, ward: Ward, sign_in: Any, who: str) -> None:
    page = open_page(sign_in(client, getattr(ward, who)), URL)
    assert not page.find(".//input[@type='file']")
    assert not page.find(".//script[contains(@src, 'drop')]")


def test_files_that_wait_for_somebody_are_counted_and_lead_to_their_list(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    unmapped(ward.clerk, at=now)
    made(ward.one_stop, "previewed", at=now)
    made(ward.clerk, "committed", at=now)
    page = open_page(clerks_browser, URL)
    address = page.link("2 tệp đang chờ ghép cột hoặc xác nhận")
    assert len(open_page(clerks_browser, address).find(".//table//th[@scope='row']")) == 2


def test_nothing_waits_nothing_is_said(clerks_browser: Client, ward: Ward, now: datetime) -> None:
    made(ward.clerk, "committed", at=now)
    assert "đang chờ ghép cột" not in open_page(clerks_browser, URL).text


@pytest.mark.parametrize("name", ["intake/drop.js", "intake/progress.js", "intake/intake.css"])
def test_what_the_pages_load_is_there_and_loads_nothing_from_outside(name: str) -> None:
    path = finders.find(name)
    assert path
    text = Path(path).read_text(encoding="utf-8")
    assert "http" not in text
    assert "innerHTML" not in text
