"""Periods in days: day zero, holidays, worked Saturdays, half days, Tết, rolling on, years that are not held.

Civil Code 91/2015/QH13: the first day is not counted (Điều 147.2); a last day off moves on (Điều 148.5).
"""

from __future__ import annotations

from datetime import date, time

import pytest

from chuan.law.calendars import national_calendar
from chuan.rules.deadlines import first_promise, read_clock
from tests.rules.deadlines.office import (
    HOLIDAYS,
    PLAIN,
    asked,
    at,
    calendar_days,
    days,
    end,
    off,
    office,
    on,
    restart,
    take,
)

LATER = at("2021-12-01 08:00")


def due(rule, *events, calendar=HOLIDAYS):
    return read_clock(rule, calendar, events, at=max(LATER, *(event.at for event in events))).lawful_due


def test_the_day_of_receipt_is_day_zero():
    assert due(days(1), take("05-04 07:30"), calendar=PLAIN) == at("05-05 17:00")


def test_due_is_the_end_of_office_hours():
    assert due(days(3), take("05-04 10:00"), calendar=PLAIN) == at("05-07 17:00")


def test_received_after_fifteen_o_clock_is_due_on_the_same_day_as_before():
    """15:00 moves the passing on (Nghị định 61/2018/NĐ-CP, Điều 18.2), not the period."""
    assert due(days(5), take("04-28 14:59")) == due(days(5), take("04-28 15:01"))


def test_holidays_and_days_in_lieu_are_skipped():
    """Received 28/4/2021: 29/4 is day 1, then 30/4 to 3/5 are off; day 5 is 7/5."""
    assert due(days(5), take("04-28 10:00")) == at("05-07 17:00")


def test_a_worked_saturday_counts():
    assert due(days(6), take("04-28 10:00")) == at("05-08 17:00")


def test_a_half_day_counts_as_a_day_and_ends_at_noon():
    assert due(days(2), take("05-10 10:00")) == at("05-12 11:30")


@pytest.mark.parametrize("when", ["05-01 10:00", "05-02 09:00", "05-03 23:00"])
def test_received_on_days_off_the_first_working_day_is_day_one(when: str):
    assert due(days(1), take(when)) == at("05-04 17:00")


def test_received_in_the_evening_is_still_received_that_day():
    assert due(days(1), take("05-04 22:15")) == at("05-05 17:00")


def test_tet_2021_is_skipped_whole():
    """4875/TB-LĐTBXH: off from 10/2 to 16/2/2021. Received Monday 8/2: 9/2, 17/2, 18/2."""
    assert due(days(3), take("02-08 09:00"), calendar=national_calendar()) == at("02-18 17:00")


def test_tet_2027_ends_on_the_tenth_of_february():
    """10065/VPCP-KGVX: off from 4/2 to 10/2/2027, back to work Thursday 11/2."""
    assert due(days(1), take("2027-02-03 09:00"), calendar=national_calendar()) == at("2027-02-11 17:00")


def test_the_swap_of_new_year_2026_is_counted_on_the_saturday():
    """12729/VPCP-KGVX: Friday 2/1/2026 off, Saturday 10/1 worked."""
    calendar = national_calendar()
    assert due(days(1), take("2025-12-31 09:00"), calendar=calendar) == at("2026-01-05 17:00")
    assert due(days(1), take("2026-01-09 09:00"), calendar=calendar) == at("2026-01-10 17:00")


def test_a_period_of_nothing_is_due_the_same_day():
    assert due(days(0), take("05-04 10:00")) == at("05-04 17:00")


def test_a_period_of_nothing_received_after_closing_is_due_the_next_working_day():
    assert due(days(0), take("05-04 17:01")) == at("05-05 17:00")
    assert due(days(0), take("05-02 10:00")) == at("05-04 17:00")


def test_received_at_closing_time_sharp_is_received_within_hours():
    assert due(days(0), take("05-04 17:00")) == at("05-04 17:00")


def test_calendar_days_count_days_off():
    assert due(calendar_days(8), take("05-04 10:00"), calendar=PLAIN) == at("05-12 17:00")


def test_the_last_calendar_day_on_a_day_off_moves_to_the_next_working_day():
    """Điều 148.5: 30 days from 1/4/2021 end on Saturday 1/5, so on Tuesday 4/5."""
    reading = read_clock(calendar_days(30), HOLIDAYS, [take("04-01 10:00")], at=LATER)
    assert reading.lawful_due == at("05-04 17:00")
    assert [line.amount for line in reading.lines[-4:]] == [1, 0, 0, 0]
    assert "lùi tới ngày làm việc tiếp theo" in reading.lines[-2].why
    assert "hết hạn" in reading.lines[-1].why


def test_without_rolling_on_the_last_calendar_day_may_be_a_day_off():
    assert due(calendar_days(30, roll=False), take("04-01 10:00")) == at("05-01 23:59")


def test_calendar_days_without_rolling_ask_no_calendar():
    assert due(calendar_days(34, roll=False), take("2029-04-01 10:00")) == at("2029-05-05 23:59")


def test_a_cutoff_moves_the_start_when_it_is_on():
    """Off in law data; on only for a unit that names its document."""
    rule = days(1, cutoff=time(15))
    assert due(rule, take("05-04 15:00")) == at("05-05 17:00")
    assert due(rule, take("05-04 15:01")) == at("05-06 17:00")
    assert due(rule, take("04-29 15:01")) == at("05-05 17:00")


def test_a_cutoff_explains_the_day_of_receipt_and_moves_day_zero():
    reading = read_clock(days(1, cutoff=time(15)), HOLIDAYS, [take("05-04 15:01")], at=LATER)
    assert "giờ chốt" in reading.lines[0].why
    assert reading.lines[1].why.startswith("ngày tiếp nhận")
    assert reading.started_on == date(2021, 5, 5)


def test_a_cutoff_on_the_last_day_held_leaves_the_due_date_unknown():
    rule, calendar = days(1, cutoff=time(15)), office(years=(2021,))
    assert due(rule, take("12-31 16:00"), calendar=calendar) is None


def test_a_year_that_is_not_held_gives_no_date_but_says_which_year():
    reading = read_clock(
        days(5), office(years=(2021,)), [take("12-29 10:00")], at=LATER.replace(month=12, day=30)
    )
    assert reading.lawful_due is None
    assert reading.missing_year == 2022
    assert reading.lines[-1].day == date(2021, 12, 31)


def test_calendar_days_need_the_year_only_to_roll_on():
    calendar = office(years=(2021,))
    assert (
        read_clock(calendar_days(5), calendar, [take("12-29 10:00")], at=at("12-30 08:00")).missing_year
        == 2022
    )
    assert due(calendar_days(2), take("12-28 10:00"), calendar=calendar) == at("12-30 17:00")


def test_waiting_in_a_year_that_is_not_held_misses_nothing():
    calendar = office(years=(2021,))
    reading = read_clock(
        days(5), calendar, [take("12-29 10:00"), asked("12-30 10:00")], at=at("2022-02-01 08:00")
    )
    assert reading.missing_year is None


def test_a_date_says_which_unconfirmed_years_it_rests_on():
    calendar = office(years=(2021, 2022), confirmed="").confirmed(2021, "1/TB")
    reading = read_clock(days(3), calendar, [take("12-30 10:00")], at=at("12-31 08:00"))
    assert reading.lawful_due == at("2022-01-04 17:00")
    assert reading.unconfirmed == (2022,)


def test_the_clock_of_a_dossier_handed_in_elsewhere_starts_at_the_competent_body():
    """Nghị định 118/2025/NĐ-CP, Điều 17.3."""
    events = [take("05-04 10:00", "counter"), take("05-06 09:00")]
    reading = read_clock(days(2), HOLIDAYS, events, at=LATER)
    assert reading.lawful_due == at("05-08 17:00")
    assert reading.lines[0].holder == "counter"
    assert "chưa về cơ quan có thẩm quyền" in reading.lines[0].why
    assert reading.started_on == date(2021, 5, 6)


def test_a_dossier_still_at_the_counter_has_not_started():
    reading = read_clock(days(2), HOLIDAYS, [take("05-04 10:00", "counter")], at=at("05-06 08:00"))
    assert (reading.lawful_due, reading.started_on, reading.state) == (None, None, "waiting")
    assert len(reading.lines) == 3


def test_the_first_promise_is_what_could_be_printed_that_day():
    calendar = office(off("2021-05-06", known_since=date(2021, 5, 5)))
    events = [take("05-04 10:00"), asked("05-05 10:00"), restart("05-10 10:00")]
    assert first_promise(days(3), calendar, events) == at("05-07 17:00")
    assert read_clock(days(3), calendar, events[:1], at=LATER).lawful_due == at("05-10 17:00")


def test_there_is_no_promise_before_the_clock_starts():
    assert first_promise(days(3), PLAIN, [take("05-04 10:00", "counter")]) is None
    assert first_promise(days(3), PLAIN, [end("05-04 10:00")]) is None


def test_a_recalculated_calendar_moves_the_due_date_and_not_the_promise():
    known = office(
        on("2021-05-08", known_since=date(2021, 5, 6)), off("2021-05-07", known_since=date(2021, 5, 6))
    )
    events = [take("05-05 10:00")]
    assert first_promise(days(2), known, events) == at("05-07 17:00")
    assert due(days(2), *events, calendar=known) == at("05-08 17:00")


def test_events_are_read_in_order_of_time_whatever_order_they_are_given_in():
    forth = [take("05-04 10:00"), asked("05-05 10:00"), restart("05-10 10:00")]
    assert due(days(3), *forth) == due(days(3), *reversed(forth))


def test_events_after_the_moment_asked_about_are_not_looked_at():
    events = [take("05-04 10:00"), asked("05-05 10:00")]
    assert read_clock(days(3), PLAIN, events, at=at("05-04 18:00")).lawful_due == at("05-07 17:00")


def test_a_clock_without_any_event_is_refused():
    with pytest.raises(ValueError, match="at least the event"):
        read_clock(days(3), PLAIN, [take("05-04 10:00")], at=at("05-03 10:00"))
