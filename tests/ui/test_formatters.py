"""Figures, dates and sizes as they stand on a screen (looks.md §7)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.vietnamese import parse_number
from chuan.ui import formatters as say

decimals = st.decimals(min_value=0, max_value=10**12, places=6, allow_nan=False, allow_infinity=False)
rates = st.fractions(min_value=0, max_value=100, max_denominator=20_000)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (8550.5, "8.550,5"),
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (1234567, "1.234.567"),
        (0.9, "0,9"),
        (-1.2, "−1,2"),
        (Decimal("7214.60"), "7.214,6"),
        (Fraction(1, 3), "0,33"),
        (Fraction(2, 3), "0,67"),
        (Fraction("2433733.3"), "2.433.733,3"),
        (None, "–"),
    ],
)
def test_a_number_has_points_at_the_thousands_and_a_comma_before_the_decimals(value, shown):
    assert say.number(value) == shown


def test_the_minus_is_the_long_one_and_never_stands_before_nought():
    assert say.number(-1) == "\u22121"
    assert say.number(Fraction(-1, 1000), 2) == "0,00"


def test_decimals_asked_for_are_all_written():
    assert say.number(49, 1) == "49,0"
    assert say.number(Fraction("7214.6"), 2) == "7.214,60"


def test_halves_are_rounded_away_from_zero():
    assert [say.number(Fraction(n, 8), 2) for n in (1, 3, -1)] == ["0,13", "0,38", "−0,13"]


def test_a_float_stands_for_the_decimal_it_is_written_as():
    assert say.exact(0.1) == Fraction(1, 10)
    assert say.exact(1e21) == 10**21


@given(decimals)
def test_a_number_written_in_full_is_read_back_as_itself(value):
    written = say.number(value)
    assert parse_number(written) == Fraction(value)


@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(0, 6))
def test_rounding_never_moves_a_value_by_more_than_half_a_step(value, places):
    shown = say.rounded(value, places)
    assert abs(shown - value) <= Fraction(1, 2 * 10**places)
    assert (shown * 10**places).denominator == 1


@pytest.mark.parametrize(
    ("value", "shown"), [(11.2, "+11,2"), (-1.2, "−1,2"), (0, "0"), (None, "–"), (Fraction(1, 3), "+0,33")]
)
def test_a_change_carries_its_sign(value, shown):
    assert say.signed(value) == shown


def test_a_change_that_rounds_to_nothing_carries_no_sign():
    assert say.signed(Fraction(1, 1000), 2) == "0,00"


def test_the_percent_sign_is_held_by_a_no_break_space():
    assert say.percent(Fraction("96.57")) == "96,57\u00a0%"
    assert say.signed_percent(Fraction("11.2")) == "+11,2\u00a0%"
    assert say.rate(Fraction("96.57")) == "96,57\u00a0%"
    assert say.percent(None) == say.rate(None) == say.signed_percent(None) == "–"


@pytest.mark.parametrize(
    ("value", "target", "shown"),
    [
        ("96.57", "95", "96,57"),
        ("94.996", "95", "94,996"),
        ("95.004", "95", "95,004"),
        ("94.9999996", "95", "94,9999996"),
        ("95", "95", "95,00"),
        ("99.996", None, "99,996"),
        ("0.004", None, "0,004"),
        ("100", "100", "100"),
        ("0", "95", "0"),
        ("94.996", "94.997", "94,996"),
        ("0.8999", "0.9", "0,8999"),
    ],
)
def test_a_rate_takes_more_decimals_when_rounding_would_touch_its_target(value, target, shown):
    assert say.rate_number(Fraction(value), None if target is None else Fraction(target)) == shown


@given(rates, rates)
def test_a_rate_as_shown_stands_to_its_target_as_the_exact_one_does(value, target):
    shown = Fraction(say.rate_number(value, target).replace(".", "").replace(",", "."))
    assert (shown > target, shown == target) == (value > target, value == target) or abs(
        shown - value
    ) < 10**-11


@given(rates)
def test_no_rate_is_rounded_up_to_a_hundred_or_down_to_nothing(value):
    assert (say.rate_number(value) == "100") == (value == 100)
    assert (say.rate_number(value) == "0") == (value == 0)


def test_a_share_of_nothing_is_no_figure():
    assert say.share(0, 0) == "–"
    assert say.share(5, None) == "–"
    assert say.share(1240, 1284, 95) == "96,57\u00a0%"
    assert say.share(94996, 100000, 95) == "94,996\u00a0%"


def test_the_counts_behind_a_rate():
    assert say.fraction(1240, 1284) == "1.240/1.284"
    assert say.fraction(None, 3) == "–"


def test_a_unit_is_held_to_its_figure():
    assert say.with_unit("49", "ha") == "49\u00a0ha"
    assert say.with_unit("49", "") == "49"


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "0 byte"), (812, "812 byte"), (34_600, "34 KB"), (1_258_291, "1,2 MB"), (3 * 1024**3, "3,0 GB")],
)
def test_a_file_size(size, shown):
    assert say.file_size(size).replace("\u00a0", " ") == shown


def test_a_date_is_day_month_year_with_noughts():
    assert say.day(date(2021, 2, 19)) == "19/02/2021"
    assert say.day(date(987, 1, 2)) == "02/01/0987"
    assert say.short_day(date(2021, 2, 9)) == "09/02"
    assert say.day(None) == "–"


@pytest.mark.parametrize(
    ("day", "shown"),
    [(17, "thứ Hai 17/05"), (19, "thứ Tư 19/05"), (22, "thứ Bảy 22/05"), (23, "Chủ nhật 23/05")],
)
def test_a_deadline_names_its_weekday(day, shown):
    assert say.weekday(date(2021, 5, day)) == shown


def test_a_weekday_with_its_year():
    assert say.weekday(date(2021, 5, 19), with_year=True) == "thứ Tư 19/05/2021"


def test_a_moment_is_shown_on_the_clock_of_viet_nam():
    assert say.moment(datetime(2021, 10, 5, 1, 12, tzinfo=UTC)) == "08:12 ngày 05/10/2021"
    assert say.moment(datetime(2021, 12, 31, 17, 30, tzinfo=UTC)) == "00:30 ngày 01/01/2022"
    assert say.moment(None) == "–"


def test_a_moment_and_its_day_agree_whatever_the_zone_it_came_in():
    evening = datetime(2021, 10, 4, 20, 0, tzinfo=timezone(timedelta(hours=-3)))
    assert say.day(evening) == "05/10/2021"
    assert say.weekday(evening) == "thứ Ba 05/10"
    assert say.clock(evening) == "06:00"


def test_a_moment_without_a_zone_is_read_as_stored_in_utc():
    assert say.clock(datetime(2021, 10, 5, 1, 12)) == "08:12"


def test_ranges_of_days():
    assert say.days(date(2021, 4, 30), date(2021, 5, 3)) == "30/04 – 03/05"
    assert say.days(date(2021, 4, 30), date(2021, 4, 30)) == "30/04"
    assert say.days(date(2020, 12, 31), date(2021, 1, 3)) == "31/12/2020 – 03/01/2021"
    assert say.span_of_days(date(2021, 1, 1), date(2021, 10, 1)) == "từ 01/01 đến 30/09/2021"
    assert say.span_of_days(date(2021, 1, 1), date(2021, 1, 2)) == "ngày 01/01/2021"
    assert say.span_of_days(date(2020, 12, 30), date(2021, 1, 2)) == "từ 30/12/2020 đến 01/01/2021"
