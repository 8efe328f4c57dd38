"""Where a case stands, how it ended, and what the ledger says of it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from chuan.rules.deadlines import Outcome, outcome, read_clock
from tests.rules.deadlines.office import (
    HOLIDAYS,
    NOTICE,
    PLAIN,
    asked,
    at,
    days,
    end,
    hours,
    office,
    restart,
    take,
)  # fmt: skip

START = take("05-04 10:00")


def state(rule, when, *events, calendar=PLAIN):
    return read_clock(rule, calendar, events or (START,), at=at(when)).state


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("05-04 10:00", "running"), ("05-10 16:59", "running"), ("05-10 17:00", "due_soon"),
        ("05-11 17:00", "due_soon"), ("05-11 17:01", "overdue"), ("06-30 08:00", "overdue"),
    ],
)  # fmt: skip
def test_a_case_runs_is_due_soon_and_then_overdue(when: str, said: str):
    assert state(days(5), when) == said


def test_the_due_day_itself_is_always_due_soon():
    assert state(days(1), "05-05 07:00") == "due_soon"
    assert state(days(0), "05-04 10:30") == "due_soon"


def test_a_rule_says_how_early_it_warns():
    assert state(days(5, warn_at=Fraction(1, 5)), "05-05 17:00") == "due_soon"


def test_hours_are_due_soon_by_their_share():
    assert state(hours(40), "05-10 08:00") == "running"
    assert state(hours(40), "05-10 12:00") == "due_soon"


def test_a_case_whose_date_is_unknown_still_runs():
    assert state(days(5), "12-31 08:00", take("12-30 10:00"), calendar=office(years=(2021,))) == "running"


def test_a_case_overdue_and_then_asked_for_papers_stays_overdue():
    assert state(days(1), "05-20 08:00", START, asked("05-10 08:00")) == "overdue"


def test_an_ended_case_is_ended():
    assert state(days(5), "05-20 08:00", START, end("05-06 08:00")) == "ended"


def judge(rule, settled, *events, calendar=PLAIN) -> Outcome | None:
    told = (*(events or (START,)), end(settled))
    return outcome(
        read_clock(rule, calendar, told, at=at("2021-12-01 08:00")), at(settled), calendar=calendar
    )


@pytest.mark.parametrize(
    ("settled", "ending", "late_by"),
    [
        ("05-04 16:00", "early", 5), ("05-10 17:00", "early", 1), ("05-11 07:31", "on_time", 0),
        ("05-11 17:00", "on_time", 0), ("05-11 17:01", "late", 1), ("05-12 08:00", "late", 1),
        ("05-14 16:00", "late", 3), ("05-15 09:00", "late", 3), ("05-17 09:00", "late", 4),
    ],
)  # fmt: skip
def test_a_case_of_five_days_ends_early_on_time_or_late(settled: str, ending: str, late_by: int):
    """TT 01/2018/TT-VPCP, Điều 13, chỉ số 1: shorter, equal, longer."""
    assert judge(days(5), settled) == Outcome(ending, late_by)


def test_finished_on_a_weekend_after_a_friday_is_late_by_one_day():
    assert judge(days(3), "05-08 09:00") == Outcome("late", 1)


def test_finished_on_a_weekend_before_a_monday_is_early_by_one_day():
    assert judge(days(4), "05-08 09:00") == Outcome("early", 1)


def test_holidays_do_not_make_a_case_later():
    assert judge(days(1), "05-04 09:00", take("04-28 10:00"), calendar=HOLIDAYS) == Outcome("late", 1)


def test_hours_are_judged_to_the_minute():
    assert judge(hours(2), "05-04 13:29") == Outcome("early", 0)
    assert judge(hours(2), "05-04 14:00", take("05-04 10:30")) == Outcome("on_time", 0)
    assert judge(hours(2), "05-04 14:01", take("05-04 10:30")) == Outcome("late", 0)
    assert judge(hours(2), "05-06 08:00") == Outcome("late", 2)


def test_a_case_without_a_due_date_has_no_outcome():
    waiting = read_clock(days(5), PLAIN, [START, asked("05-05 08:00")], at=at("05-20 08:00"))
    assert outcome(waiting, at("05-20 08:00"), calendar=PLAIN) is None


def test_lateness_over_a_year_that_is_not_held_is_late_by_nobody_knows_how_much():
    calendar = office(years=(2021,))
    reading = read_clock(days(1), calendar, [take("12-28 10:00")], at=at("12-30 10:00"))
    assert outcome(reading, at("2022-01-05 09:00"), calendar=calendar) == Outcome("late", None)


def test_the_apology_does_not_make_a_late_case_timely():
    from tests.rules.deadlines.office import appointed

    events = (START, appointed("05-06 09:00", "2021-05-28"))
    assert judge(days(5), "05-20 09:00", *events) == Outcome("late", 7)


def test_every_skipped_day_says_why_and_by_which_notice():
    lines = read_clock(days(5), HOLIDAYS, [take("04-28 10:00")], at=at("05-04 08:00")).lines
    holiday = next(line for line in lines if line.day == date(2021, 5, 3))
    assert (holiday.counted, holiday.why, holiday.source) == (False, "nghỉ bù", NOTICE)
    assert [line.day.day for line in lines if line.counted] == [29, 4, 5, 6, 7]


def test_a_worked_saturday_says_so_in_the_ledger():
    lines = read_clock(days(6), HOLIDAYS, [take("04-28 10:00")], at=at("05-04 08:00")).lines
    assert (lines[-1].counted, lines[-1].why) == (True, "làm bù")


def test_the_ledger_goes_on_to_the_day_a_late_case_was_settled():
    told = (take("05-06 10:00"), take("05-10 09:00", "other_agency"), end("05-11 09:00"))
    lines = read_clock(days(1), PLAIN, told, at=at("06-01 08:00")).lines
    assert [(line.day.day, line.holder, line.counted, line.why) for line in lines[2:]] == [
        (8, "office", False, "quá hạn; thứ Bảy, nghỉ hằng tuần"),
        (9, "office", False, "quá hạn; Chủ nhật, nghỉ hằng tuần"),
        (10, "other_agency", False, "quá hạn"),
        (11, "other_agency", False, "quá hạn"),
    ]


def test_a_restart_after_the_due_minute_begins_no_round_in_the_ledger():
    late = (take("05-04 10:00"), asked("05-06 17:10"), restart("05-06 20:00"), end("05-10 09:00"))
    reading = read_clock(days(2), PLAIN, late, at=at("06-01 08:00"))
    assert reading.lawful_due == at("05-06 17:00")
    assert {line.round for line in reading.lines} == {1}
    assert reading.counted_by() == {"office": 2}
    assert [line.day.day for line in reading.lines] == [4, 5, 6, 7, 8, 9, 10]


def test_a_period_of_nothing_that_ran_out_is_not_begun_again_that_evening():
    late = (take("05-04 10:00"), asked("05-04 17:10"), restart("05-04 20:00"))
    reading = read_clock(days(0), PLAIN, late, at=at("06-01 08:00"))
    assert (reading.lawful_due, reading.lines[0].round) == (at("05-04 17:00"), 1)


def test_the_ledger_of_an_early_case_shows_the_days_that_were_left():
    lines = read_clock(days(3), PLAIN, [START, end("05-05 09:00")], at=at("06-01 08:00")).lines
    assert [line.counted for line in lines] == [False, True, True, True]
    assert "đã xong 05/05/2021" in lines[-1].why
    assert "đã xong" not in lines[1].why


def test_a_ledger_without_any_line_spent_nothing():
    assert read_clock(hours(1), office(years=()), [START], at=at("05-04 12:00")).counted_by() == {}


def test_the_due_day_is_the_date_of_the_due_moment():
    reading = read_clock(days(1), PLAIN, [START], at=at("05-04 12:00"))
    assert reading.lawful_due_on == date(2021, 5, 5)
    assert (
        read_clock(days(1), PLAIN, [START, asked("05-04 11:00")], at=at("05-04 12:00")).lawful_due_on is None
    )
