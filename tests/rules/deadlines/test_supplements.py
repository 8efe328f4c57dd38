"""Papers asked for: the count begins anew or goes on, by the rule in force; never after the due date.

Nghị định 61/2018/NĐ-CP, Điều 19.4: once the dossier is complete, the time is counted again from the start.
"""

from __future__ import annotations

from datetime import date

from chuan.rules.deadlines import read_clock
from tests.rules.deadlines.office import HOLIDAYS, PLAIN, asked, at, calendar_days, days, end, restart, take

LATER = at("2021-12-01 08:00")
START = take("05-04 10:00")


def read(rule, *events, calendar=PLAIN, when=LATER):
    return read_clock(rule, calendar, events, at=when)


def test_a_restart_counts_the_whole_period_again():
    assert read(days(3), START, asked("05-06 09:00"), restart("05-11 09:00")).lawful_due == at("05-14 17:00")


def test_a_pause_counts_only_what_was_left():
    """5/5 was counted; asked on 6/5, so two days are left from 11/5 on, which belongs to the office."""
    assert read(days(3), START, asked("05-06 09:00"), take("05-11 09:00")).lawful_due == at("05-12 17:00")


def test_the_day_of_a_restart_is_day_zero_of_a_new_round():
    lines = read(days(3), START, asked("05-06 09:00"), restart("05-11 09:00")).lines
    zero = next(line for line in lines if line.day == date(2021, 5, 11))
    assert (zero.round, zero.counted) == (2, False)
    assert "tính lại từ đầu" in zero.why
    assert [line.round for line in lines if line.day < zero.day] == [1] * 7


def test_a_day_belongs_to_whoever_holds_the_case_at_its_close():
    assert read(days(1), START, asked("05-05 16:59")).lawful_due is None
    assert read(days(1), START, asked("05-05 17:00")).lawful_due is None
    assert read(days(1), START, asked("05-05 17:01")).lawful_due == at("05-05 17:00")


def test_asked_and_supplied_on_one_day_costs_a_pause_nothing():
    assert read(days(2), START, asked("05-05 08:00"), take("05-05 15:00")).lawful_due == at("05-06 17:00")


def test_asked_and_supplied_on_one_day_makes_a_restart_that_day_zero():
    assert read(days(2), START, asked("05-05 08:00"), restart("05-05 15:00")).lawful_due == at("05-07 17:00")


def test_asked_and_supplied_on_the_day_of_receipt_changes_nothing():
    for again in (take, restart):
        assert read(days(2), START, asked("05-04 11:00"), again("05-04 15:00")).lawful_due == at(
            "05-06 17:00"
        )


def test_asked_on_a_weekend_stops_the_count_on_monday():
    assert read(days(4), START, asked("05-08 10:00"), take("05-11 09:00")).lawful_due == at("05-11 17:00")


def test_supplied_on_a_day_off_makes_the_next_working_day_day_one():
    events = (take("04-26 10:00"), asked("04-28 10:00"), restart("05-02 10:00"))
    assert read(days(2), *events, calendar=HOLIDAYS).lawful_due == at("05-05 17:00")


def test_supplied_in_the_evening_is_supplied_that_day():
    assert read(days(2), START, asked("05-05 08:00"), restart("05-06 21:00")).lawful_due == at("05-10 17:00")


def test_a_restart_in_the_evening_of_a_period_of_nothing_is_due_the_next_day():
    assert read(days(0), take("05-04 17:30"), asked("05-05 09:00"), restart("05-06 21:00")).lawful_due == at(
        "05-07 17:00"
    )


def test_while_papers_are_awaited_there_is_no_due_date():
    reading = read(days(3), START, asked("05-06 09:00"), when=at("05-10 08:00"))
    assert (reading.lawful_due, reading.state, reading.holder, reading.used) == (
        None,
        "waiting",
        "citizen",
        1,
    )
    assert reading.lines[-1].day == date(2021, 5, 10)


def test_two_requests_make_three_rounds():
    events = (
        START,
        asked("05-05 09:00"),
        restart("05-06 09:00"),
        asked("05-10 09:00"),
        restart("05-12 09:00"),
    )
    reading = read(days(3), *events)
    assert reading.lawful_due == at("05-17 17:00")
    assert reading.lines[-1].round == 3


def test_asked_after_the_due_date_moves_nothing_and_is_remarked():
    """A late case is not made timely by a request (law.md, trap T-22)."""
    reading = read(days(2), START, asked("05-10 09:00"), restart("05-12 09:00"))
    assert reading.lawful_due == at("05-06 17:00")
    assert reading.state == "overdue"
    assert [remark.code for remark in reading.remarks] == ["moved_after_due"]
    assert "10/05/2021" in reading.remarks[0].text


def test_asked_on_the_due_day_within_hours_still_stops_the_count():
    assert read(days(2), START, asked("05-06 15:00"), take("05-07 09:00")).lawful_due == at("05-07 17:00")


def test_asked_on_monday_when_the_period_ended_on_saturday_still_finds_the_office_not_yet_due():
    """4 calendar days end on Saturday 8/5 and roll to Monday; asked that Monday, supplied Wednesday."""
    rule = calendar_days(4)
    assert read(rule, START).lawful_due == at("05-10 17:00")
    assert read(rule, START, asked("05-10 09:00"), take("05-12 09:00")).lawful_due == at("05-12 17:00")


def test_a_case_settled_while_papers_were_awaited_shows_what_was_left():
    reading = read(days(3), START, asked("05-06 09:00"), end("05-07 09:00"))
    assert reading.lawful_due == at("05-10 17:00")
    assert reading.state == "ended"


def test_a_case_ended_before_it_started_has_no_due_date():
    reading = read(days(3), take("05-04 10:00", "counter"), end("05-05 09:00"))
    assert (reading.lawful_due, reading.state) == (None, "ended")


def test_time_at_another_agency_counts_and_is_shown_apart():
    events = (START, take("05-05 15:00", "other_agency"), take("05-07 09:00"))
    reading = read(days(4), *events)
    assert reading.lawful_due == at("05-10 17:00")
    assert reading.counted_by() == {"other_agency": 2, "office": 2}


def test_time_at_another_agency_may_be_left_out_by_the_rule():
    events = (START, take("05-05 15:00", "other_agency"), take("05-07 09:00"))
    reading = read(days(4, counted=frozenset({"office"})), *events)
    assert reading.lawful_due == at("05-12 17:00")
    assert "đang ở other_agency" in reading.lines[1].why


def test_a_sub_clock_of_another_agency_is_another_rule_over_its_own_custody():
    rule = days(2, counted=frozenset({"other_agency"}))
    assert read(rule, take("05-05 15:00", "other_agency"), take("05-11 09:00")).lawful_due == at(
        "05-07 17:00"
    )
