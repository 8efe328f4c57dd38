"""Promises that differ from the lawful day, and dates changed after the due day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.dossiers.actions.causes import explain
from chuan.dossiers.models import Dossier
from chuan.dossiers.showing.watched import days_apart
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.dossiers.made import add_version, make_dossier, make_import, make_procedure
from tests.examine import open_page
from tests.people import Ward

DIFFERING, AFTER_DUE = "/ho-so/lech-ngay-hen/", "/ho-so/doi-sau-han/"


@pytest.fixture
def differing(ward: Ward) -> list[Dossier]:
    """Promised too early over the holidays, and promised too late."""
    procedure, file = make_procedure(ward.unit), make_import(ward.unit)
    made = []
    for n, promised in enumerate((date(2021, 5, 5), date(2021, 5, 20))):
        made.append(
            make_dossier(
                ward.unit, f"L-{n}", procedure=procedure, judged_due_on=date(2021, 5, 7), due_basis="law",
                lawful_due_on=date(2021, 5, 7), promised_on=promised, promised_first_on=promised,
                promise_differs=True, received_on=date(2021, 4, 28),
            )
        )  # fmt: skip
        add_version(made[-1], file)
    return made


@pytest.fixture
def changed(ward: Ward) -> Dossier:
    """A date moved by the source after the due day."""
    dossier = make_dossier(
        ward.unit, "C-1", received_on=date(2021, 5, 4), judged_due_on=date(2021, 5, 12), settled_on=date(2021, 5, 20),
        promised_on=date(2021, 5, 21), outcome_now="early", changed_after_due=True, handler=ward.specialist,
    )  # fmt: skip
    add_version(
        dossier, make_import(ward.unit, "truoc.xlsx"), promised_at="2021-05-12", ready_at="", status="running"
    )
    file = make_import(ward.unit, "sau.xlsx", on=date(2021, 5, 22))
    add_version(
        dossier, file, after_due=True, promised_at="2021-05-21", ready_at="2021-05-20", status="ready"
    )
    return dossier


def test_each_tells_its_reason_in_three_lines_at_most(browser: Client, differing: list[Dossier]) -> None:
    page = open_page(browser, DIFFERING)
    rows = page.find("//tbody/tr")
    assert len(rows) == 2
    for row in rows:
        lines = row.xpath(".//ul/li")
        assert 1 <= len(lines) <= 3
    assert "Tính 5 ngày: 29/04 – 07/05" in page.text
    assert "Bỏ qua 4 ngày: Ngày Chiến thắng" in page.text


def test_how_far_apart_is_said_both_ways(browser: Client, differing: list[Dossier]) -> None:
    text = open_page(browser, DIFFERING).text
    assert "sớm hơn 2 ngày lịch" in text
    assert "muộn hơn 13 ngày lịch" in text


@pytest.mark.parametrize(
    ("promised", "lawful", "days"),
    [
        (date(2021, 5, 5), date(2021, 5, 7), -2),
        (date(2021, 5, 7), date(2021, 5, 7), 0),
        (None, date(2021, 5, 7), 0),
        (date(2021, 5, 7), None, 0),
    ],
)
def test_days_apart(promised: date | None, lawful: date | None, days: int) -> None:
    assert days_apart(promised, lawful) == days


def test_one_that_cannot_be_reckoned_any_more_is_still_listed(browser: Client, ward: Ward) -> None:
    make_dossier(ward.unit, "L-9", judged_due_on=date(2021, 5, 7), promise_differs=True)
    assert "Chưa tính lại được hạn" in open_page(browser, DIFFERING).text


def test_both_values_and_both_files_are_shown(browser: Client, changed: Dossier) -> None:
    page = open_page(browser, AFTER_DUE)
    assert "Ngày hẹn trả: 12/05/2021 → 21/05/2021" in page.text
    assert "truoc.xlsx" in page.text
    assert "sau.xlsx" in page.text
    assert "chưa giải trình" in page.text


def test_what_was_first_written_after_the_due_day_is_no_change(browser: Client, changed: Dossier) -> None:
    """A finish that was empty before is news, not a changed date."""
    assert "Ngày kết thúc xử lý: –" not in open_page(browser, AFTER_DUE).text


def test_an_explanation_is_shown_and_no_longer_asked_for(
    browser: Client, changed: Dossier, handler: Viewer, now: datetime
) -> None:
    explain(changed, "Nguồn ghi lại ngày hẹn sau khi gia hạn", by=handler, at=now)
    page = open_page(browser, AFTER_DUE)
    assert "Nguồn ghi lại ngày hẹn" in page.text
    assert not page.find(f".//a[@href='/ho-so/{changed.uid}/giai-trinh/']")
    assert "Không có hồ sơ nào" in open_page(browser, f"{AFTER_DUE}?cho=1").text


def test_only_who_may_is_offered_to_explain(
    changed: Dossier, ward: Ward, browser_of: Callable[[Official], Client]
) -> None:
    def offered(official: Official) -> bool:
        page = open_page(browser_of(official), AFTER_DUE)
        return bool(page.find(f".//a[@href='/ho-so/{changed.uid}/giai-trinh/']"))

    assert offered(ward.specialist)
    assert offered(ward.one_stop)
    assert not offered(ward.auditor)


@pytest.mark.parametrize("url", [DIFFERING, AFTER_DUE])
def test_empty_lists_say_when_something_would_stand_there(browser: Client, url: str) -> None:
    page = open_page(browser, url)
    assert page.find(".//div[@class='empty']/p")


@pytest.mark.parametrize("url", [DIFFERING, AFTER_DUE])
@pytest.mark.parametrize("query", ["trang=x", "trang=-4", "trang=999", "cho=khong"])
def test_bad_addresses_show_the_list(browser: Client, differing: list[Dossier], url: str, query: str) -> None:
    open_page(browser, f"{url}?{query}")


@pytest.mark.parametrize("url", [DIFFERING, AFTER_DUE])
def test_another_ward_sees_nothing(
    differing: list[Dossier],
    changed: Dossier,
    other_ward: Ward,
    browser_of: Callable[[Official], Client],
    url: str,
) -> None:
    assert not open_page(browser_of(other_ward.one_stop), url).find("//tbody")


def test_changed_ones_are_read_in_one_go(browser: Client, changed: Dossier, ward: Ward) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            open_page(browser, AFTER_DUE)
        return len(asked)

    count()
    before = count()
    for n in range(8):
        dossier = make_dossier(
            ward.unit,
            f"C-9{n}",
            judged_due_on=date(2021, 5, 12),
            changed_after_due=True,
            handler=ward.specialist,
        )
        add_version(dossier, make_import(ward.unit, f"t{n}.xlsx"))
    assert count() == before <= 20


def test_ledgers_of_a_page_are_reckoned_together(
    browser: Client, differing: list[Dossier], ward: Ward
) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            open_page(browser, DIFFERING)
        return len(asked)

    count()
    before = count()
    file = make_import(ward.unit, "them.xlsx")
    for n in range(8):
        dossier = make_dossier(
            ward.unit, f"L-8{n}", procedure=differing[0].procedure, judged_due_on=date(2021, 5, 7),
            lawful_due_on=date(2021, 5, 7), promise_differs=True,
        )  # fmt: skip
        add_version(dossier, file)
    assert count() == before <= 20


def test_the_doors_of_the_room_mark_the_page(browser: Client) -> None:
    page = open_page(browser, DIFFERING)
    assert page.texts("//ul[@class='tabs']//a[@aria-current]") == ["Lệch ngày hẹn"]
    page = open_page(browser, "/ho-so/")
    assert page.texts("//ul[@class='tabs']//a[@aria-current]") == ["Tất cả"]
