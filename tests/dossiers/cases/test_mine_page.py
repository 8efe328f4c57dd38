"""Hồ sơ của tôi: mine and those I cover for, by due date; waiting ones apart; late ones ask for an explanation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.dossiers.actions.causes import explain
from chuan.dossiers.actions.covers import record_cover
from chuan.dossiers.showing.mine import mine_of
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.dossiers.made import make_dossier
from tests.examine import open_page
from tests.people import Ward

URL = "/ho-so/cua-toi/"


@pytest.fixture
def mine(ward: Ward, today: date) -> None:
    """The specialist's dossiers, one of somebody else, one of nobody."""
    unit, me = ward.unit, ward.specialist
    make_dossier(
        unit, "M-far", received_on=date(2021, 5, 4), judged_due_on=today + timedelta(days=30), handler=me
    )
    make_dossier(unit, "M-over", received_on=date(2021, 5, 4), judged_due_on=date(2021, 5, 12), handler=me)
    make_dossier(unit, "M-blind", received_on=date(2021, 5, 4), handler=me)
    make_dossier(
        unit, "M-wait", received_on=date(2021, 5, 4), status="waiting", asked_on=date(2021, 5, 6), handler=me
    )
    make_dossier(unit, "M-late", judged_due_on=date(2021, 5, 12), settled_on=date(2021, 5, 14), handler=me)
    make_dossier(unit, "M-good", judged_due_on=date(2021, 5, 12), settled_on=date(2021, 5, 10), handler=me)
    make_dossier(
        unit, "M-away", received_on=date(2021, 5, 4), judged_due_on=today, handler=me, elsewhere=True
    )
    make_dossier(unit, "O-1", received_on=date(2021, 5, 4), judged_due_on=today, handler=ward.auditor)
    make_dossier(unit, "N-1", received_on=date(2021, 5, 4), judged_due_on=today)


def codes(group) -> list[str]:
    return [row.dossier.code for row in group.rows]


def test_mine_by_due_date_and_nobody_elses(mine: None, handler: Viewer, today: date) -> None:
    found = mine_of(handler, on=today)
    assert codes(found.running) == ["M-over", "M-far", "M-blind"]
    assert codes(found.waiting) == ["M-wait"]
    assert codes(found.to_explain) == ["M-late"]


def test_an_explained_one_asks_no_more(mine: None, handler: Viewer, today: date, now: datetime) -> None:
    late = mine_of(handler, on=today).to_explain.rows[0].dossier
    explain(late, "mất điện", by=handler, at=now)
    assert codes(mine_of(handler, on=today).to_explain) == []


def test_those_i_cover_for_stand_among_mine_and_say_whose_they_are(
    mine: None, ward: Ward, view: Callable[[Official], Viewer], clerk: Viewer, today: date, now: datetime
) -> None:
    record_cover(ward.specialist, ward.auditor, first_on=today, last_on=today, by=clerk, at=now)
    found = mine_of(view(ward.auditor), on=today)
    assert codes(found.running) == ["M-over", "O-1", "M-far", "M-blind"]
    assert [row.covered for row in found.running.rows] == [
        "Vũ Thị Văn Hóa",
        "",
        "Vũ Thị Văn Hóa",
        "Vũ Thị Văn Hóa",
    ]
    assert codes(found.to_explain) == []


def test_the_page(mine: None, ward: Ward, browser_of: Callable[[Official], Client]) -> None:
    page = open_page(browser_of(ward.specialist), URL)
    assert page.title == "Hồ sơ của tôi"
    for said in (
        "người bị nêu trễ được giải trình trước",
        "Đang chờ người dân bổ sung",
        "yêu cầu bổ sung 06/05/2021",
    ):
        assert said in page.text
    assert [a.get("href") for a in page.find("a.btn-primary")] == [page.link("Giải trình")]


def test_who_has_none_is_told_why(
    ward: Ward, browser: Client, browser_of: Callable[[Official], Client]
) -> None:
    assert "Chưa có hồ sơ nào mang tên tôi" in open_page(browser, URL).text
    assert open_page(browser, URL).link("Xác nhận người xử lý") == "/ho-so/nguoi-xu-ly/"
    page = open_page(browser_of(ward.auditor), URL)
    assert not page.find(".//div[@class='empty']//a")


def test_who_has_done_all_is_told_so(ward: Ward, browser_of: Callable[[Official], Client]) -> None:
    make_dossier(
        ward.unit, "M", judged_due_on=date(2021, 5, 12), settled_on=date(2021, 5, 10), handler=ward.specialist
    )
    assert "Không còn hồ sơ nào đang giải quyết" in open_page(browser_of(ward.specialist), URL).text


def test_a_long_list_is_cut_and_says_so(
    mine: None, ward: Ward, browser_of: Callable[[Official], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chuan.dossiers.showing.mine.MOST", 2)
    monkeypatch.setattr("chuan.dossiers.views.cases.mine.MOST", 2)
    monkeypatch.setattr("chuan.dossiers.showing.mine._group.__kwdefaults__", {"most": 2})
    assert "Đang xem 2 trong 3" in open_page(browser_of(ward.specialist), URL).text


def test_another_ward_sees_its_own_only(
    mine: None, other_ward: Ward, browser_of: Callable[[Official], Client]
) -> None:
    assert "M-over" not in open_page(browser_of(other_ward.specialist), URL).text


def test_the_same_number_of_questions_however_many(
    mine: None, ward: Ward, browser_of: Callable[[Official], Client]
) -> None:
    browser = browser_of(ward.specialist)

    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            open_page(browser, URL)
        return len(asked)

    count()
    before = count()
    for n in range(10):
        make_dossier(ward.unit, f"Z-{n}", judged_due_on=date(2021, 5, 12), handler=ward.specialist)
    assert count() == before <= 18
