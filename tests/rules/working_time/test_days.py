"""What a day is in an office: worked or not, from when to when, by which notice, and whether anybody knows."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.types import Citation, Sure
from chuan.rules.working_time import (
    VIETNAM,
    Calendar,
    DayRow,
    Hours,
    OfficeHours,
    compensations,
    day_of,
    minute_of,
    moment_of,
    worked,
)
from tests.rules.deadlines.office import FULL, MORNING, NOTICE, WEEK, off, office, on


def test_a_weekday_counts_and_a_weekend_does_not():
    calendar = office()
    assert calendar.day(date(2021, 5, 4)).counts
    assert calendar.day(date(2021, 5, 4)).why == "ngày làm việc"
    saturday, sunday = calendar.day(date(2021, 5, 8)), calendar.day(date(2021, 5, 9))
    assert not saturday.counts
    assert (saturday.why, sunday.why) == ("thứ Bảy, nghỉ hằng tuần", "Chủ nhật, nghỉ hằng tuần")


def test_a_holiday_says_its_notice():
    day = office(off("2021-04-30", "Ngày Chiến thắng")).day(date(2021, 4, 30))
    assert (day.counts, day.opens, day.why, day.source) == (False, False, "Ngày Chiến thắng", NOTICE)


def test_a_saturday_worked_by_swap_has_the_hours_of_a_full_day():
    day = office(on("2021-05-08")).day(date(2021, 5, 8))
    assert day.counts
    assert day.spans == FULL
    assert worked(day.spans) == 480


def test_a_half_day_counts_and_ends_at_noon():
    day = office(on("2021-05-12", spans=MORNING)).day(date(2021, 5, 12))
    assert day.counts
    assert moment_of(day.close).hour == 11


def test_a_counter_may_open_on_a_saturday_that_does_not_count():
    hours = OfficeHours(
        date(2000, 1, 1),
        (FULL,) * 5 + (MORNING, ()),
        frozenset(range(5)),
        NOTICE,
        Sure.READ,
        NOTICE,
        Sure.READ,
    )
    day = Calendar((hours,), (), {2021: "x"}).day(date(2021, 5, 8))
    assert (day.counts, day.opens) == (False, True)
    assert moment_of(day.close).hour == 11


def test_a_day_without_hours_closes_at_midnight_and_opens_at_it():
    day = office().day(date(2021, 5, 9))
    assert moment_of(day.close) == datetime(2021, 5, 9, 23, 59, tzinfo=VIETNAM)
    assert moment_of(day.start) == datetime(2021, 5, 9, tzinfo=VIETNAM)


def test_a_later_row_of_the_same_day_stands_before_an_earlier_one():
    calendar = office(off("2021-05-04")).with_rows([on("2021-05-04", "UBND xã làm việc")])
    assert calendar.day(date(2021, 5, 4)).counts
    assert calendar.day(date(2021, 5, 4)).why == "UBND xã làm việc"


def test_a_year_that_is_not_held_is_said_not_guessed():
    day = office().day(date(2030, 1, 2))
    assert not day.known


def test_one_row_of_a_year_that_is_not_held_is_known():
    calendar = office(off("2030-01-01"))
    assert calendar.day(date(2030, 1, 1)).known
    assert not calendar.day(date(2030, 1, 2)).known


def test_a_year_is_confirmed_by_naming_the_notice():
    proposed = office(confirmed="")
    assert proposed.day(date(2021, 5, 4)).confirmed_by == ""
    confirmed = proposed.confirmed(2021, "12/TB-UBND")
    assert confirmed.day(date(2021, 5, 4)).confirmed_by == "12/TB-UBND"
    assert confirmed.day(date(2022, 5, 4)).confirmed_by == ""
    assert proposed.day(date(2021, 5, 4)).confirmed_by == "", "the proposal itself is not touched"


def test_a_row_confirmed_alone_is_confirmed_in_a_year_that_is_not():
    calendar = office(off("2021-05-04", confirmed_by="9/TB-UBND"), confirmed="")
    assert calendar.day(date(2021, 5, 4)).confirmed_by == "9/TB-UBND"


def test_a_notice_is_not_known_before_its_day():
    calendar = office(off("2021-05-04", known_since=date(2021, 4, 20)), off("2021-05-05"))
    assert calendar.known_by(date(2021, 4, 19)).day(date(2021, 5, 4)).counts
    assert not calendar.known_by(date(2021, 4, 19)).day(date(2021, 5, 5)).counts, "statute is always known"
    assert not calendar.known_by(date(2021, 4, 20)).day(date(2021, 5, 4)).counts
    assert calendar.known_by(date(2021, 4, 20)) is calendar


def test_a_calendar_knows_whether_a_later_notice_changed_a_span_of_days():
    calendar = office(off("2021-05-04", known_since=date(2021, 4, 20)), off("2021-05-05"))
    first, last = date(2021, 5, 1), date(2021, 5, 31)
    assert calendar.learned_after(date(2021, 4, 19), first, last)
    assert not calendar.learned_after(date(2021, 4, 20), first, last)
    assert not calendar.learned_after(date(2021, 4, 19), date(2021, 5, 5), last)


def test_hours_change_with_the_season():
    summer = (Hours(420, 690), Hours(810, 1020))
    later = OfficeHours(
        date(2021, 4, 16), (summer,) * 5 + ((), ()), WEEK.working, NOTICE, Sure.READ, NOTICE, Sure.READ
    )
    calendar = office().with_hours([WEEK, later])
    assert calendar.day(date(2021, 4, 15)).spans == FULL
    assert calendar.day(date(2021, 4, 16)).spans == summer


def test_before_the_first_hours_the_first_are_taken():
    assert office(years=(1999,)).day(date(1999, 5, 4)).spans == FULL


def test_a_calendar_without_hours_is_none():
    with pytest.raises(ValueError, match="office hours"):
        Calendar((), (), {})


def test_an_office_that_never_works_has_no_full_day():
    never = OfficeHours(date(2000, 1, 1), ((),) * 7, frozenset(), NOTICE, Sure.READ, NOTICE, Sure.READ)
    assert never.full == ()


def test_the_next_working_day_skips_what_does_not_count():
    calendar = office(off("2021-04-30"), off("2021-05-03"))
    assert calendar.next_working(date(2021, 4, 29)).day == date(2021, 5, 4)


def test_the_next_working_day_is_none_where_the_calendar_ends():
    assert office(years=(2021,)).next_working(date(2021, 12, 31)) is None


def test_working_days_are_counted_after_the_first_and_up_to_the_last():
    calendar = office(off("2021-05-05"))
    assert calendar.working_days(date(2021, 5, 4), date(2021, 5, 7)) == 2
    assert calendar.working_days(date(2021, 5, 4), date(2021, 5, 4)) == 0
    assert calendar.working_days(date(2021, 12, 30), date(2023, 1, 5)) is None


@given(st.dates(date(2019, 6, 1), date(2024, 6, 1)), st.integers(-3, 900))
def test_counted_by_years_they_are_as_many_as_counted_day_by_day(after: date, length: int):
    calendar = office(off("2021-05-05"), off("2023-01-02"), off("2024-12-31"), years=(2020, 2021, 2023))
    until = after + timedelta(days=length)
    days = [calendar.day(after + timedelta(days=n)) for n in range(1, length + 1)]
    expected = sum(day.counts for day in days) if all(day.known for day in days) else None
    assert calendar.working_days(after, until) == expected


def test_a_holiday_on_a_rest_day_is_made_up_on_the_next_working_day():
    """Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3: Saturday 1/5/2021 → Monday 3/5."""
    holidays = [date(2021, 4, 30), date(2021, 5, 1)]
    assert compensations(holidays, lambda day: day.weekday() > 4) == {date(2021, 5, 3): date(2021, 5, 1)}


def test_two_holidays_on_a_weekend_are_made_up_one_after_the_other():
    """30/4/2022 is a Saturday, 1/5 a Sunday: Monday 2/5 and Tuesday 3/5 are off."""
    holidays = [date(2022, 5, 1), date(2022, 4, 30)]
    made_up = compensations(holidays, lambda day: day.weekday() > 4)
    assert made_up == {date(2022, 5, 2): date(2022, 4, 30), date(2022, 5, 3): date(2022, 5, 1)}


def test_a_day_in_lieu_never_falls_on_another_holiday():
    """Giỗ Tổ 29/4/2023 (Saturday) and 30/4 (Sunday) before 1/5: Tuesday 2/5 and Wednesday 3/5."""
    holidays = [date(2023, 4, 29), date(2023, 4, 30), date(2023, 5, 1)]
    assert sorted(compensations(holidays, lambda day: day.weekday() > 4)) == [
        date(2023, 5, 2),
        date(2023, 5, 3),
    ]


def test_moments_are_minutes_of_viet_nam_whatever_zone_they_come_in():
    local = datetime(2021, 4, 28, 10, 0, 59, tzinfo=VIETNAM)
    assert minute_of(local) == minute_of(datetime(2021, 4, 28, 3, 0, tzinfo=UTC))
    assert moment_of(minute_of(local)) == local.replace(second=0)
    assert day_of(minute_of(datetime(2021, 4, 27, 17, 30, tzinfo=UTC))) == date(2021, 4, 28)


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        minute_of(datetime(2021, 4, 28, 10))


def test_a_row_keeps_its_notice_and_day_of_knowing():
    row = DayRow(
        date(2021, 5, 4), False, "nghỉ", Citation("1/TB"), Sure.REPORTED, known_since=date(2021, 1, 1)
    )
    assert row.known_since == date(2021, 1, 1)
    assert row.spans is None
