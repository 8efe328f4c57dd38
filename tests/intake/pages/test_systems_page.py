"""Nguồn chính: who keeps each register, since when, by which document."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.intake.models import RecordSystem
from tests.examine import Page, examine, open_page
from tests.people import Ward

URL = "/nguon-chinh/"
GOOD = {
    "giu": "theo", "he_thong": "Hệ thống một cửa tỉnh Hà Tĩnh", "tu": "01/07/2021",
    "can_cu": "Quyết định số 12/QĐ-UBND ngày 15/06/2021 của UBND tỉnh",
}  # fmt: skip


def line(page: Page, title: str) -> str:
    (found,) = [text for text in page.texts(".//tbody/tr") if text.startswith(title)]
    return found


def row(ward: Ward, since: date, *, at: datetime, keeps: bool = False, system: str = "Hệ thống A") -> None:
    RecordSystem.objects.create(
        unit=ward.unit, register="dossiers", system=system, keeps=keeps, valid_from=since,
        citation="Quyết định 1/QĐ-UBND", by=ward.chairman, recorded_at=at,
    )  # fmt: skip


def test_a_new_unit_follows_what_the_law_names(auditors_browser: Client, ward: Ward) -> None:
    page = open_page(auditors_browser, URL)
    for title in ("Hồ sơ thủ tục hành chính", "Biểu tổng hợp hồ sơ", "Văn bản đi, đến", "Đơn khiếu nại"):
        assert "Theo bằng tệp" in line(page, title)
        assert "đơn vị chưa ghi văn bản riêng" in line(page, title)


def test_how_sure_the_laws_words_are_is_said(auditors_browser: Client, ward: Ward) -> None:
    assert "(theo nguồn khác thuật lại)" in line(open_page(auditors_browser, URL), "Hồ sơ thủ tục")


@pytest.mark.parametrize("who", ["chairman", "administrator"])
def test_the_chairman_and_the_administrator_name_a_system_by_a_document(
    client: Client, ward: Ward, sign_in: Any, who: str
) -> None:
    browser = sign_in(client, getattr(ward, who))
    form = open_page(browser, f"{URL}dossiers/").form(button="Ghi nguồn chính")
    assert "giu" not in form.values  # nothing is preselected
    assert form.send(browser, **GOOD)["Location"] == URL
    page = open_page(browser, URL)
    assert "Hệ thống một cửa tỉnh Hà Tĩnh" in line(page, "Hồ sơ thủ tục")
    assert "12/QĐ-UBND" in line(page, "Hồ sơ thủ tục")
    assert "Đã ghi nguồn chính" in page.notice


def test_chuan_may_keep_a_register_when_a_document_says_so(chairmans_browser: Client, ward: Ward) -> None:
    form = open_page(chairmans_browser, f"{URL}petitions/").form(button="Ghi nguồn chính")
    form.send(chairmans_browser, **GOOD | {"giu": "giu", "he_thong": ""})
    said = line(open_page(chairmans_browser, URL), "Đơn khiếu nại")
    assert "Giữ sổ" in said
    assert "Chuẩn" in said


@pytest.mark.parametrize("who", ["clerk", "one_stop", "secretary", "auditor", "specialist"])
def test_all_others_may_look_but_not_change(client: Client, ward: Ward, sign_in: Any, who: str) -> None:
    browser = sign_in(client, getattr(ward, who))
    assert not open_page(browser, URL).find(".//a[starts-with(@href, '/nguon-chinh/dossiers')]")
    assert browser.post(f"{URL}dossiers/", GOOD).status_code == 403
    assert not RecordSystem.objects.exists()


def test_an_unknown_register_is_not_found(chairmans_browser: Client, ward: Ward) -> None:
    assert chairmans_browser.get(f"{URL}nowhere/").status_code == 404
    assert chairmans_browser.post(f"{URL}nowhere/", GOOD).status_code == 404


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"giu": ""}, "Chưa chọn sổ chính ở đâu"),
        ({"giu": "x"}, ""),
        ({"he_thong": " "}, "Chưa ghi tên hệ thống"),
        ({"tu": "31/02/2021"}, "31"),
        ({"tu": ""}, "Chưa có ngày"),
        ({"tu": "01/01/1990"}, "01/01/2010"),
        ({"can_cu": ""}, "Chưa ghi văn bản"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(
    chairmans_browser: Client, ward: Ward, changes: dict[str, str], said: str
) -> None:
    sent = GOOD | changes
    page = examine(chairmans_browser.post(f"{URL}dossiers/", sent), f"{URL}dossiers/", status=422)
    assert said in page.notice
    values = page.form(button="Ghi nguồn chính").values
    assert values["can_cu"] == sent["can_cu"]
    assert values["tu"] == sent["tu"]
    assert not RecordSystem.objects.exists()


def test_one_day_has_one_system(chairmans_browser: Client, ward: Ward, now: datetime) -> None:
    row(ward, date(2021, 7, 1), at=now)
    page = examine(chairmans_browser.post(f"{URL}dossiers/", GOOD), f"{URL}dossiers/", status=422)
    assert "đã ghi nguồn chính từ 01/07/2021" in page.notice


def test_the_history_stays_and_a_coming_change_is_announced(
    chairmans_browser: Client, ward: Ward, now: datetime
) -> None:
    row(ward, date(2020, 1, 1), at=now, system="Hệ thống cũ")
    row(ward, date(2021, 7, 1), at=now, system="Hệ thống nay")
    row(ward, now.date() + timedelta(days=40), at=now, system="Hệ thống sắp tới")
    page = open_page(chairmans_browser, URL)
    said = line(page, "Hồ sơ thủ tục")
    assert "Hệ thống nay" in said
    assert "Hệ thống sắp tới" in said
    assert "Hệ thống cũ" in page.text
    assert "(chưa đến ngày)" in page.text


def test_another_ward_sees_nothing_of_it(neighbours_browser: Client, ward: Ward, now: datetime) -> None:
    row(ward, date(2021, 7, 1), at=now, system="Hệ thống riêng của Bắc Hồng")
    assert "Hệ thống riêng của Bắc Hồng" not in open_page(neighbours_browser, URL).text


def test_the_page_takes_as_many_statements_for_a_long_history_as_for_none(
    auditors_browser: Client, ward: Ward, now: datetime
) -> None:
    from django.db import connection

    with CaptureQueriesContext(connection) as few:
        auditors_browser.get(URL)
    for year in range(2010, 2021):
        row(ward, date(year, 1, 1), at=now, system=f"Hệ thống {year}")
    with CaptureQueriesContext(connection) as many:
        auditors_browser.get(URL)
    assert len(many) == len(few) <= 20
