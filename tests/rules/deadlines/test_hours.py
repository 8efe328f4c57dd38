"""Periods in working hours: to the minute, over lunch, evenings, weekends and half days."""

from __future__ import annotations

from datetime import time

import pytest

from chuan.rules.deadlines import read_clock
from tests.rules.deadlines.office import HOLIDAYS, PLAIN, asked, at, hours, office, restart, take

LATER = at("2021-12-01 08:00")


def read(rule, *events, calendar=PLAIN, when=LATER):
    return read_clock(rule, calendar, events, at=when)


@pytest.mark.parametrize(
    ("received", "total", "due"),
    [
        ("05-04 08:00", 2, "05-04 10:00"),
        ("05-04 10:30", 2, "05-04 14:00"),
        ("05-04 12:00", 1, "05-04 14:00"),
        ("05-04 16:30", 1, "05-05 08:00"),
        ("05-04 10:00", 8, "05-05 10:00"),
        ("05-04 20:00", 1, "05-05 08:30"),
        ("05-04 05:00", 1, "05-04 08:30"),
        ("05-07 16:00", 2, "05-10 08:30"),
        ("05-08 10:00", 8, "05-10 17:00"),
        ("05-04 07:30", 4, "05-04 11:30"),
        ("05-04 13:00", 4, "05-04 17:00"),
        ("05-04 10:00", 0, "05-04 10:00"),
        ("05-04 12:00", 0, "05-04 13:00"),
        ("05-04 11:30", 0, "05-04 13:00"),
    ],
)
def test_hours_run_only_while_the_office_is_open(received: str, total: int, due: str):
    assert read(hours(total), take(received)).lawful_due == at(due)


def test_hours_skip_holidays_and_run_on_a_worked_saturday():
    assert read(hours(8), take("04-29 16:00"), calendar=HOLIDAYS).lawful_due == at("05-04 16:00")
    assert read(hours(2), take("05-07 16:00"), calendar=HOLIDAYS).lawful_due == at("05-08 08:30")


def test_hours_of_a_half_day_end_at_noon():
    assert read(hours(5), take("05-12 07:30"), calendar=HOLIDAYS).lawful_due == at("05-13 08:30")


def test_a_day_is_not_eight_hours_but_what_the_office_works():
    assert read(hours(6), take("05-12 07:30"), calendar=HOLIDAYS).lawful_due == at("05-13 09:30")


def test_a_pause_stops_the_hours_to_the_minute():
    events = (take("05-04 08:00"), asked("05-04 09:10"), take("05-04 15:00"))
    assert read(hours(2), *events).lawful_due == at("05-04 15:50")


def test_a_restart_counts_the_hours_again_from_that_minute():
    events = (take("05-04 08:00"), asked("05-04 09:10"), restart("05-04 15:00"))
    assert read(hours(3), *events).lawful_due == at("05-05 08:30")


def test_asked_after_the_hours_ran_out_moves_nothing():
    events = (take("05-04 08:00"), asked("05-04 10:30"), restart("05-04 15:00"))
    reading = read(hours(2), *events)
    assert reading.lawful_due == at("05-04 10:00")
    assert reading.remarks[0].code == "moved_after_due"


def test_asked_in_the_very_minute_the_hours_ran_out_is_neither_late_nor_in_time():
    reading = read(hours(2), take("05-04 08:00"), asked("05-04 10:00"))
    assert (reading.lawful_due, reading.remarks) == (at("05-04 10:00"), ())


def test_hours_wait_while_papers_are_awaited():
    reading = read(hours(2), take("05-04 08:00"), asked("05-04 09:10"), when=at("05-05 08:00"))
    assert (reading.lawful_due, reading.state, reading.used) == (None, "waiting", 70)


def test_the_ledger_of_hours_says_minutes_by_holder():
    events = (take("05-04 16:00"), asked("05-05 08:30"), take("05-05 15:00"))
    lines = read(hours(3), *events).lines
    assert [(line.day.day, line.holder, line.amount) for line in lines] == [
        (4, "office", 60), (5, "office", 120), (5, "citizen", 0),
    ]  # fmt: skip
    assert lines[0].why == "60 phút làm việc"
    assert "chờ công dân" in lines[2].why


def test_days_off_and_evenings_stand_in_the_ledger_of_hours():
    lines = read(hours(1), take("05-07 18:00")).lines
    assert [line.why for line in lines] == [
        "ngoài giờ làm việc", "thứ Bảy, nghỉ hằng tuần", "Chủ nhật, nghỉ hằng tuần", "60 phút làm việc",
    ]  # fmt: skip


def test_time_elsewhere_is_named_in_the_ledger_of_hours():
    rule = hours(1, counted=frozenset({"office"}))
    events = (take("05-04 08:00"), take("05-04 08:30", "other_agency"), take("05-05 08:00"))
    assert "đang ở other_agency" in read(rule, *events).lines[1].why


def test_hours_of_a_dossier_at_the_counter_have_not_begun():
    lines = read(hours(1), take("05-04 08:00", "counter"), take("05-04 10:00")).lines
    assert [(line.round, line.holder, line.amount) for line in lines] == [
        (0, "counter", 0),
        (1, "office", 60),
    ]


def test_a_cutoff_begins_the_hours_at_the_next_opening():
    assert read(hours(1, cutoff=time(15)), take("05-04 15:30")).lawful_due == at("05-05 08:30")


def test_hours_used_are_known_at_any_minute():
    assert read(hours(4), take("05-04 10:00"), when=at("05-04 12:15")).used == 90
    assert read(hours(4), take("05-04 10:00"), when=at("05-04 14:00")).used == 150


def test_hours_in_a_year_that_is_not_held_have_no_due_moment():
    reading = read(hours(9), take("12-31 10:00"), calendar=office(years=(2021,)), when=at("12-31 11:00"))
    assert (reading.lawful_due, reading.missing_year) == (None, 2022)


def test_hours_rest_on_unconfirmed_years_too():
    assert read(hours(1), take("05-04 10:00"), calendar=office(confirmed="")).unconfirmed == (2021,)
