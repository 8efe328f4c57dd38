"""Due days of many cases at once are those of the single clock."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chuan.law.calendars import national_calendar
from chuan.rules.deadlines import due_table, read_clock
from tests.rules.deadlines.office import HOLIDAYS, asked, at, calendar_days, days, office, restart, take

FIRST, LAST = date(2021, 1, 1), date(2022, 12, 31)
TABLE = due_table(HOLIDAYS, FIRST, LAST)
LATER = at("2022-12-31 23:00")

starts = st.dates(FIRST, date(2021, 12, 31))
totals = st.integers(1, 60)


def single(rule, *events) -> int:
    due = read_clock(rule, HOLIDAYS, events, at=LATER).lawful_due_on
    return due.toordinal() if due else 0


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(starts, totals), max_size=5))
def test_working_days_equal_the_single_clock(cases):
    ordinals = [start.toordinal() for start, _ in cases]
    amounts = [total for _, total in cases]
    expected = [single(days(total), take(f"{start} 10:00")) for start, total in cases]
    assert TABLE.working(ordinals, amounts) == expected


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(starts, totals), max_size=5))
def test_calendar_days_equal_the_single_clock(cases):
    ordinals = [start.toordinal() for start, _ in cases]
    amounts = [total for _, total in cases]
    expected = [single(calendar_days(total), take(f"{start} 10:00")) for start, total in cases]
    assert TABLE.calendar(ordinals, amounts) == expected


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(starts, totals, st.integers(0, 40), st.integers(0, 40) | st.none(), st.booleans())
def test_one_supplement_equals_the_single_clock(start, total, wait, answer, begins):
    request = start + timedelta(days=wait)
    supply = request + timedelta(days=answer) if answer is not None else None
    events = [take(f"{start} 07:00"), asked(f"{request} 07:30")]
    if supply:
        events.append((restart if begins else take)(f"{supply} 07:45"))
    found = TABLE.supplemented(
        [start.toordinal()],
        [total],
        [request.toordinal()],
        [supply.toordinal() if supply else 0],
        restart=begins,
    )
    assert found == [single(days(total), *events)]


def test_a_case_that_nobody_asked_about_is_left_as_it_is():
    start = date(2021, 5, 4).toordinal()
    assert TABLE.supplemented([start], [3], [0], [0], restart=True) == TABLE.working([start], [3])


def test_a_year_that_is_not_held_reads_nought():
    table = due_table(office(years=(2021,)), date(2021, 1, 1), date(2022, 12, 31))
    start = date(2021, 12, 29).toordinal()
    assert table.working([start], [2]) == [date(2021, 12, 31).toordinal()]
    assert table.working([start, start], [3, 300]) == [0, 0]
    assert table.calendar([start, start], [2, 3]) == [date(2021, 12, 31).toordinal(), 0]


def test_a_start_outside_the_table_is_refused():
    for outside in (date(2020, 12, 31), date(2023, 1, 1)):
        with pytest.raises(IndexError):
            TABLE.working([outside.toordinal()], [1])
    assert TABLE.working([], []) == []


def test_the_table_knows_tet():
    table = due_table(national_calendar(), date(2021, 1, 1), date(2027, 12, 31))
    assert table.working([date(2021, 2, 8).toordinal()], [3]) == [date(2021, 2, 18).toordinal()]
