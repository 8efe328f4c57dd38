"""Prolongations and apologies: once, a day before the due day, and each moves its own date.

Nghị định 61/2018/NĐ-CP, Điều 19.9: apology at the latest a day before, a new date at most once.
"""

from __future__ import annotations

from datetime import date

from chuan.rules.deadlines import Moves, read_clock
from tests.rules.deadlines.office import (
    PLAIN,
    appointed,
    asked,
    at,
    calendar_days,
    days,
    grant,
    office,
    restart,
    take,
)  # fmt: skip

LATER = at("2021-12-01 08:00")
START = take("05-04 10:00")


def read(rule, *events, calendar=PLAIN):
    return read_clock(rule, calendar, events, at=LATER)


def codes(reading):
    return [remark.code for remark in reading.remarks]


def test_a_prolongation_adds_to_the_period():
    reading = read(days(3), START, grant("05-05 09:00", 2))
    assert reading.lawful_due == at("05-11 17:00")
    assert reading.remarks == ()


def test_a_prolongation_on_the_eve_of_the_due_day_is_in_time():
    assert read(days(3), START, grant("05-06 16:00", 2)).lawful_due == at("05-11 17:00")


def test_a_prolongation_on_the_due_day_is_too_late_and_moves_nothing():
    reading = read(days(3), START, grant("05-07 08:00", 2))
    assert reading.lawful_due == at("05-07 17:00")
    assert codes(reading) == ["prolonged_late"]
    assert reading.remarks[0].text.endswith("Hạn giữ nguyên.")


def test_a_prolongation_after_the_due_day_moves_nothing():
    assert read(days(3), START, grant("05-20 08:00", 2)).lawful_due == at("05-07 17:00")


def test_a_second_prolongation_moves_nothing():
    reading = read(days(3), START, grant("05-05 09:00", 2), grant("05-06 09:00", 2))
    assert reading.lawful_due == at("05-11 17:00")
    assert codes(reading) == ["prolonged_again"]


def test_a_rule_may_allow_two_prolongations_or_none():
    twice = (START, grant("05-05 09:00", 2), grant("05-06 09:00", 2))
    assert read(days(3, grants=2), *twice).lawful_due == at("05-13 17:00")
    assert read(days(3, grants=0), *twice).lawful_due == at("05-07 17:00")


def test_a_refused_prolongation_does_not_use_up_the_one_that_is_allowed():
    reading = read(
        days(3, notice_days=2), START, grant("05-06 09:00", 2), asked("05-06 10:00"), grant("05-10 09:00", 1)
    )
    assert codes(reading) == ["prolonged_late"]
    assert read(
        days(3), START, asked("05-06 10:00"), grant("05-10 09:00", 1), take("05-11 09:00")
    ).lawful_due == at("05-13 17:00")


def test_a_prolongation_stays_when_the_count_begins_anew():
    events = (START, grant("05-05 09:00", 2), asked("05-06 09:00"), restart("05-10 09:00"))
    assert read(days(3), *events).lawful_due == at("05-17 17:00")


def test_a_prolongation_before_the_start_is_allowed():
    assert read(days(3), grant("05-03 09:00", 2), START).lawful_due == at("05-11 17:00")


def test_a_prolongation_where_the_calendar_ends_cannot_be_judged_late():
    events = [take("12-30 10:00"), grant("12-31 09:00", 2)]
    reading = read_clock(days(9), office(years=(2021,)), events, at=at("12-31 10:00"))
    assert (codes(reading), reading.missing_year) == ([], 2022)


def test_a_rule_may_let_a_prolongation_move_the_appointment_only():
    reading = read(days(3, moves=Moves.APPOINTMENT), START, grant("05-05 09:00", 2))
    assert reading.lawful_due == at("05-07 17:00")
    assert reading.appointment == date(2021, 5, 11)


def test_a_prolongation_of_calendar_days_rolls_on():
    assert read(calendar_days(3), START, grant("05-05 09:00", 1)).lawful_due == at("05-10 17:00")


def test_an_apology_moves_the_appointment_and_nothing_else():
    """The due date keeps judging lateness (law.md, trap T-22)."""
    reading = read(days(3), START, appointed("05-06 09:00", "2021-05-14"))
    assert reading.lawful_due == at("05-07 17:00")
    assert reading.appointment == date(2021, 5, 14)
    assert reading.remarks == ()


def test_a_late_apology_is_remarked_but_the_citizen_has_the_date():
    for when in ("05-07 08:00", "05-12 08:00"):
        reading = read(days(3), START, appointed(when, "2021-05-14"))
        assert reading.appointment == date(2021, 5, 14)
        assert codes(reading) == ["apologised_late"]
        assert "07/05/2021" in reading.remarks[0].text


def test_a_second_new_date_is_not_allowed_and_the_first_stays():
    reading = read(
        days(3), START, appointed("05-05 09:00", "2021-05-14"), appointed("05-06 09:00", "2021-05-21")
    )
    assert reading.appointment == date(2021, 5, 14)
    assert codes(reading) == ["apologised_again"]


def test_an_apology_while_papers_are_awaited_cannot_be_late():
    reading = read(days(3), START, asked("05-05 09:00"), appointed("05-20 09:00", "2021-05-28"))
    assert codes(reading) == []


def test_a_prolongation_and_an_apology_are_counted_apart():
    reading = read(days(3), START, grant("05-05 09:00", 2), appointed("05-10 09:00", "2021-05-21"))
    assert (reading.lawful_due, reading.appointment) == (at("05-11 17:00"), date(2021, 5, 21))
    assert codes(reading) == []
