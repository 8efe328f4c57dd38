"""The list of dossiers as JSON: the page's rows and filters, nobody else's, no field more."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.dossiers.made import make_dossier
from tests.people import Ward

URL = "/ho-so/?dang=json"


@pytest.fixture(autouse=True)
def three(ward: Ward) -> None:
    for n in range(3):
        make_dossier(ward.unit, f"H-{n}", received_on=date(2021, 3, n + 1), judged_due_on=date(2021, 3, 9),
                     settled_on=date(2021, 3, 8 + n))  # fmt: skip


def test_a_page_of_rows_with_days_and_verdicts(browser: Client):
    answer = browser.get(URL)
    assert answer.headers["Content-Type"] == "application/json"
    assert "no-store" in answer.headers["Cache-Control"]
    told = answer.json()
    assert (told["page"], told["pages"], told["total"], told["more"]) == (1, 1, 3, False)
    newest = told["rows"][0]
    assert (newest["code"], newest["received_on"], newest["due_on"]) == ("H-2", "2021-03-03", "2021-03-09")
    assert newest["verdict"].lower().startswith("trễ")


def test_filters_and_pages_are_those_of_the_page(browser: Client):
    assert [one["code"] for one in browser.get(f"{URL}&ket_qua=tre").json()["rows"]] == ["H-2"]
    second = browser.get(f"{URL}&dong=1&trang=2").json()
    assert (second["pages"], [one["code"] for one in second["rows"]]) == (3, ["H-1"])


@pytest.mark.parametrize(("asked", "rows"), [("0", 1), ("-1", 3), ("x", 3), ("99999", 3), ("2", 2)])
def test_how_many_rows_is_asked_within_bounds(browser: Client, asked: str, rows: int):
    assert len(browser.get(f"{URL}&dong={asked}").json()["rows"]) == rows


def test_a_row_tells_the_fields_of_the_page_and_no_more(browser: Client):
    assert set(browser.get(URL).json()["rows"][0]) == {
        "uid", "code", "procedure_code", "procedure", "field", "channel", "received_on", "due_on", "due_basis",
        "settled_on", "status", "verdict", "handler",
    }  # fmt: skip


def test_another_wards_official_gets_an_empty_list(client: Client, sign_in, other_ward: Ward):
    assert sign_in(client, other_ward.one_stop).get(URL).json()["rows"] == []


def test_a_stranger_gets_the_sign_in_page(client: Client):
    answer = client.get(URL)
    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/dang-nhap/")


def test_rows_cost_no_more_questions(browser: Client):
    with CaptureQueriesContext(connection) as one:
        browser.get(f"{URL}&dong=1")
    with CaptureQueriesContext(connection) as three:
        browser.get(URL)
    assert len(three) <= len(one)
