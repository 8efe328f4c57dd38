"""Which periods a figure is expected for, and what a figure is kept as."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.objectives.models import Indicator, Measurement
from chuan.objectives.periods import (
    covers,
    from_key,
    is_expected,
    is_to_date,
    key,
    periods_of,
    since_january,
    stored,
)
from chuan.rules.types import Period

FREQUENCIES = list(Indicator.Frequency.values)


@pytest.mark.parametrize(
    ("frequency", "count"),
    [("monthly", 12), ("quarterly", 4), ("per_crop", 2), ("half_yearly", 2), ("yearly", 1)],
)
def test_a_year_has_so_many_periods(frequency: str, count: int):
    assert len(periods_of(frequency, 2021)) == count


@given(st.sampled_from(FREQUENCIES), st.integers(2000, 2100))
def test_the_periods_of_a_year_are_the_year_without_gap_or_overlap(frequency: str, year: int):
    parts = periods_of(frequency, year)
    assert (parts[0].start, parts[-1].end) == (date(year, 1, 1), date(year + 1, 1, 1))
    assert all(one.end == other.start for one, other in pairwise(parts))


@given(st.dates(date(2000, 1, 1), date(2099, 12, 30)), st.integers(1, 400))
def test_a_period_comes_back_out_of_its_key(start: date, days: int):
    period = Period(start, date.fromordinal(start.toordinal() + days))
    assert from_key(key(period)) == period


@pytest.mark.parametrize(
    "text", ["", "2021", "20210101-20201231", "20211301-20211401", "x-y", "20210101-20210101"]
)
def test_what_is_no_key_is_none(text: str):
    assert from_key(text) is None


@given(st.text(max_size=40))
def test_no_text_breaks_reading_a_key(text: str):
    from_key(text)


def test_to_date_means_from_january_to_the_end_of_a_month():
    assert is_to_date(Period(date(2021, 1, 1), date(2021, 10, 1)))
    assert not is_to_date(Period(date(2021, 1, 1), date(2021, 10, 15)))
    assert not is_to_date(Period(date(2021, 2, 1), date(2021, 10, 1)))
    assert not is_to_date(Period(date(2021, 1, 1), date(2022, 2, 1)))


def made(combine: str, frequency: str, *, cumulative: bool = False) -> Indicator:
    return Indicator(combine=combine, frequency=frequency, cumulative=cumulative)


MARCH = Period.month(2021, 3)
TO_MARCH = Period(date(2021, 1, 1), date(2021, 4, 1))


@pytest.mark.parametrize(
    ("indicator", "period", "to_date", "kept"),
    [
        (made("ratio", "monthly"), MARCH, False, (MARCH, False)),
        (made("ratio", "monthly"), TO_MARCH, True, (TO_MARCH, True)),
        (made("sum", "monthly"), TO_MARCH, True, (TO_MARCH, True)),
        (made("last", "quarterly", cumulative=True), TO_MARCH, False, (TO_MARCH, True)),
        (made("last", "monthly", cumulative=True), MARCH, False, (TO_MARCH, True)),
        (made("last", "monthly"), TO_MARCH, True, (MARCH, False)),
        (made("last", "yearly"), TO_MARCH, True, (TO_MARCH, False)),
    ],
)
def test_what_a_figure_is_kept_as(
    indicator: Indicator, period: Period, to_date: bool, kept: tuple[Period, bool]
):
    assert stored(indicator, period, to_date=to_date) == kept


def test_a_figure_covers_its_own_period_and_a_figure_to_date_the_period_it_ends():
    def figure(period: Period, *, cumulative: bool) -> Measurement:
        return Measurement(period_start=period.start, period_end=period.end, cumulative=cumulative)

    assert covers(figure(MARCH, cumulative=False), MARCH)
    assert covers(figure(TO_MARCH, cumulative=True), MARCH)
    assert not covers(figure(TO_MARCH, cumulative=False), MARCH)
    assert not covers(figure(TO_MARCH, cumulative=True), Period.month(2021, 2))


@given(st.sampled_from(FREQUENCIES), st.integers(2000, 2100))
def test_every_period_of_a_frequency_is_expected_and_others_are_not(frequency: str, year: int):
    assert all(is_expected(period, frequency) for period in periods_of(frequency, year))
    assert not is_expected(Period(date(year, 1, 2), date(year, 2, 1)), frequency)


def test_since_january_keeps_the_end():
    assert since_january(MARCH) == TO_MARCH
