"""The ledger and the strip of a dossier, from what the clock says."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from chuan.dossiers.showing.ledger import counted_days, ledger_of, short_ledger
from chuan.dossiers.showing.strip import MOST_DAYS, Marks, strip_of
from chuan.law.calendars import national_calendar
from chuan.law.clock_rules import dossier_law
from chuan.law.dossier_clock import DossierDates, dossier_dates
from chuan.rules.deadlines import ClockUnit, Happening, Step
from chuan.rules.working_time import VIETNAM

TODAY = date(2021, 5, 17)


def at(month: int, day: int, hour: int = 8, minute: int = 0) -> datetime:
    return datetime(2021, month, day, hour, minute, tzinfo=VIETNAM)


NOW = at(5, 17, 9)


def dates(
    *happenings: Happening,
    unit: ClockUnit = ClockUnit.WORKING_DAY,
    total: int = 5,
    on: datetime = NOW,
) -> DossierDates:
    """By the law of 2021, as of 17 May 2021."""
    told = happenings or (Happening(at(4, 28, 15, 20), Step.RECEIVED),)
    return dossier_dates(dossier_law(date(2021, 4, 28)), national_calendar(), unit, total, told, at=on)


SUPPLEMENTED = (
    Happening(at(4, 28, 15, 20), Step.RECEIVED),
    Happening(at(5, 6, 10, 5), Step.ASKED),
    Happening(at(5, 12, 9, 30), Step.SUPPLIED),
)


def test_a_round_counted_in_vain_is_struck_and_the_last_adds_up() -> None:
    """NĐ 61/2018 Điều 19 khoản 4: once the papers are in, counted again from the start."""
    days = counted_days(dates(*SUPPLEMENTED), on=TODAY)
    assert [one.number for one in days if one.kind == "void"] == ["1", "2", "3"]
    assert [one.number for one in days if one.kind == "counted"] == ["1", "2", "3"]
    assert [one.number for one in days if one.kind == "to_come"] == ["4", "5"]


def test_days_off_share_a_row_with_their_reasons() -> None:
    rows = ledger_of(dates(*SUPPLEMENTED), on=TODAY).rows
    off = next(row for row in rows if row.days == "30/04 – 03/05")
    assert (off.skipped, off.marks) == (4, ())
    assert "Quốc tế Lao động" in off.why
    assert "45/2019/QH14" in off.source


def test_the_day_of_receipt_and_of_a_restart_are_day_zero() -> None:
    days = counted_days(dates(*SUPPLEMENTED), on=TODAY)
    assert [one.line.day for one in days if one.kind == "event"] == [date(2021, 4, 28), date(2021, 5, 12)]


def test_rows_cover_every_day_once() -> None:
    found = dates(*SUPPLEMENTED)
    assert [one.line.day for one in counted_days(found, on=TODAY)] == [
        date(2021, 4, 28 + n) if n < 3 else date(2021, 5, n - 2) for n in range(22)
    ]


def test_the_sum_in_words() -> None:
    assert (
        ledger_of(dates(*SUPPLEMENTED), on=TODAY).summary
        == "22 ngày lịch, 5 tính, 3 bỏ vì đếm lại, 14 không tính"
    )
    assert ledger_of(dates(), on=TODAY).summary == "10 ngày lịch, 5 tính, 5 không tính"


def test_it_ends_with_the_due_day_and_hour() -> None:
    ledger = ledger_of(dates(*SUPPLEMENTED), on=TODAY)
    assert (ledger.ends_on, ledger.ends_with) == ("Thứ Tư 19/05/2021", "17:00, hết giờ làm việc")
    assert not ledger.goes_on


def test_while_the_citizen_holds_it_nothing_ends() -> None:
    ledger = ledger_of(dates(*SUPPLEMENTED[:2]), on=TODAY)
    assert ledger.ends_on == ""
    assert any("Chờ công dân" in row.why for row in ledger.rows)


def test_days_after_the_due_day_of_a_late_one_stand_after_it() -> None:
    finished = Happening(at(5, 11, 9), Step.FINISHED)
    ledger = ledger_of(dates(Happening(at(4, 28), Step.RECEIVED), finished), on=TODAY)
    assert ledger.goes_on
    assert [row.after_due for row in ledger.rows] == sorted(row.after_due for row in ledger.rows)


def test_three_lines_say_what_matters() -> None:
    lines = short_ledger(dates(*SUPPLEMENTED), on=TODAY)
    assert len(lines) == 3
    assert lines[0] == "Tính 5 ngày: 13/05 – 19/05"
    assert lines[1].startswith("Bỏ qua 6 ngày: ")
    assert "vòng trước, bỏ vì đếm lại" in lines[2]


def test_calendar_days_count_days_off_too() -> None:
    days = counted_days(dates(unit=ClockUnit.CALENDAR_DAY, total=10), on=TODAY)
    assert sum(one.kind == "counted" for one in days) == 10


def test_hours_are_told_in_hours() -> None:
    found = dates(Happening(at(5, 4, 9), Step.RECEIVED), unit=ClockUnit.WORKING_HOUR, total=8)
    numbers = [one.number for one in counted_days(found, on=TODAY) if one.line.counted]
    assert numbers[-1] == "8"
    assert numbers[0] == "6,5"


# The strip


def test_every_day_of_the_ledger_is_a_cell() -> None:
    found = dates(*SUPPLEMENTED)
    strip = strip_of(found, Marks(), on=TODAY)
    assert [one.day for one in strip.days] == [one.line.day for one in counted_days(found, on=TODAY)]
    assert strip.days[0].text == "nhận"
    assert {one.text for one in strip.days if one.kind == "wait"} == {"chờ"}
    assert "hạn 19/05/2021" in strip.title


def test_lines_are_named() -> None:
    marks = Marks(date(2021, 5, 10), date(2021, 5, 21), None)
    labels = [one.text for one in strip_of(dates(*SUPPLEMENTED), marks, on=TODAY).labels]
    assert labels == ["Hạn 19/05, 17:00", "hẹn đầu tiên 10/05", "hẹn lại 21/05", "hôm nay"]


def test_a_promise_that_was_right_is_one_line_with_the_due_day() -> None:
    labels = [one.text for one in strip_of(dates(*SUPPLEMENTED), Marks(date(2021, 5, 19)), on=TODAY).labels]
    assert labels == ["Hạn 19/05, 17:00, đúng ngày hẹn", "hôm nay"]


def test_it_goes_on_to_today_while_overdue_and_counts_how_many() -> None:
    strip = strip_of(dates(Happening(at(4, 28), Step.RECEIVED)), Marks(), on=TODAY)
    over = [one for one in strip.days if one.kind == "over"]
    assert (strip.days[-1].day, [one.text for one in over]) == (TODAY, ["+1", "+2", "+3", "+4", "+5", "+6"])


def test_it_does_not_go_on_for_ever() -> None:
    strip = strip_of(dates(Happening(at(4, 28), Step.RECEIVED)), Marks(), on=date(2026, 5, 17))
    assert len(strip.days) < MOST_DAYS
    long = dates(total=400, on=NOW)
    assert len(strip_of(long, Marks(), on=TODAY).days) == MOST_DAYS


@pytest.mark.parametrize("settled", [date(2021, 5, 6), date(2021, 5, 12)])
def test_the_day_it_was_settled_is_named(settled: date) -> None:
    finished = Happening(at(settled.month, settled.day, 9), Step.FINISHED)
    found = dates(Happening(at(4, 28), Step.RECEIVED), finished)
    labels = [one.text for one in strip_of(found, Marks(settled=settled), on=TODAY).labels]
    assert f"xong {settled:%d/%m}" in labels
