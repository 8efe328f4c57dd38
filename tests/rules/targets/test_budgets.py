"""How many cases may still fail."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.targets import budget
from chuan.rules.targets.types import Budget, Comparator, Quantity, Target
from tests.rules.targets import promises as p


def room(target: Target, good: int, cases: int, forecast: int | None = None) -> Budget:
    answer = budget(target, p.so_far(good, cases), forecast=forecast, method="tuyến tính")
    assert answer is not None
    return answer


def test_320_solved_none_late_under_more_than_95_leaves_16_of_the_next_and_49_of_a_year_of_1000() -> None:
    answer = room(p.on_time(), 320, 320, 1000)
    assert (answer.left, answer.used, answer.repair) == (16, 0, None)
    assert (answer.forecast, answer.method, answer.left_of_year) == (1000, "tuyến tính", 49)


def test_1240_of_1284_leaves_21_of_the_next() -> None:
    answer = room(p.on_time(), 1240, 1284)
    assert (answer.left, answer.used) == (21, 44)
    assert Fraction(1240, 1284 + 21) > Fraction(95, 100) >= Fraction(1240, 1284 + 22)


def test_without_a_forecast_nothing_is_said_of_the_year() -> None:
    answer = room(p.on_time(), 320, 320)
    assert (answer.forecast, answer.method, answer.left_of_year) == (None, "", None)


def test_a_forecast_below_what_was_already_counted_is_left_out() -> None:
    assert room(p.on_time(), 320, 320, 300).left_of_year is None


def test_a_broken_share_says_how_many_successes_in_a_row_mend_it() -> None:
    answer = room(p.target(value=95), 90, 100)
    assert answer.left < 0
    assert answer.repair == 100
    assert Fraction(190, 200) == Fraction(95, 100) > Fraction(189, 199)


def test_more_than_asks_for_one_success_more_than_at_least() -> None:
    assert room(p.on_time(), 90, 100).repair == 101


def test_nothing_mends_100_per_cent() -> None:
    answer = room(p.by_the_book(), 99, 100, 1000)
    assert (answer.left, answer.repair, answer.left_of_year) == (-1, None, 0)
    assert room(p.by_the_book(), 100, 100).left == 0


def test_more_than_100_per_cent_is_never_kept() -> None:
    answer = room(p.target(comparator=Comparator.MORE_THAN, value=100), 100, 100, 200)
    assert answer.left < 0
    assert answer.repair is None
    assert answer.left_of_year is None


def test_at_most_5_per_cent_counts_the_bad_ones() -> None:
    answer = room(p.target(comparator=Comparator.AT_MOST, value=5), 2, 100, 200)
    assert (answer.left, answer.used, answer.left_of_year) == (3, 2, 10)


def test_less_than_1_per_cent_is_mended_by_cases_without_fault() -> None:
    answer = room(p.target(comparator=Comparator.LESS_THAN, value=1), 1, 100, 1000)
    assert answer.left < 0
    assert answer.repair == 1
    assert answer.left_of_year == 9


@pytest.mark.parametrize(
    ("target", "result"),
    [
        (p.streets(), p.so_far(3)),
        (p.revenue(), p.so_far(7000)),
        (p.on_time(), p.so_far(96)),
        (p.on_time(), p.so_far(96, 100, counted=False)),
        (p.on_time(), p.so_far("96.5", 100)),
        (p.on_time(), p.so_far(96, "100.5")),
        (p.on_time(), p.so_far(0, 0)),
        (p.on_time(), p.so_far(101, 100)),
        (p.on_time(), p.so_far(-1, 100)),
        (p.target(comparator=Comparator.BETWEEN, low=Fraction(14), high=Fraction(15)), p.so_far(14, 100)),
        (p.target(comparator=Comparator.AT_MOST, value=100), p.so_far(14, 100)),
        (p.target(value=0), p.so_far(14, 100)),
        (p.target(value=None), p.so_far(14, 100)),
        (p.target(Quantity.LEVEL, value=51, unit="tạ/ha"), p.so_far(2499, 49)),
    ],
)
def test_there_is_no_budget_where_no_cases_were_counted_or_nothing_can_break(
    target: Target, result: object
) -> None:
    assert budget(target, result) is None  # type: ignore[arg-type]


comparators = st.sampled_from(
    [Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN]
)
cases = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
promised = st.fractions(min_value=0, max_value=100, max_denominator=4)


def kept(target: Target, numerator: int, whole: int) -> bool:
    """The promise with both sides multiplied out, so that it also reads without any case."""
    share = (target.value or Fraction(0)) / 100
    return {
        Comparator.AT_LEAST: numerator >= share * whole,
        Comparator.MORE_THAN: numerator > share * whole,
        Comparator.AT_MOST: numerator <= share * whole,
        Comparator.LESS_THAN: numerator < share * whole,
    }[target.comparator or Comparator.AT_LEAST]


@given(comparators, promised, cases)
def test_what_is_left_is_the_greatest_number_of_failures_in_a_row(
    comparator: Comparator, value: Fraction, counted: tuple[int, int]
) -> None:
    target, (numerator, whole) = p.target(comparator=comparator, value=str(value)), counted
    answer = budget(target, p.so_far(numerator, whole))
    bad_is_counted = comparator in (Comparator.AT_MOST, Comparator.LESS_THAN)

    def holds_after(failures: int) -> bool:
        return kept(target, numerator + failures * bad_is_counted, whole + failures)

    if answer is None:  # at least 0 %, at most 100 %: once kept, no failure breaks it
        assert value in (0, 100)
        assert not holds_after(0) or all(holds_after(failures) for failures in range(1, 500))
        return
    assert holds_after(answer.left)
    assert not any(holds_after(answer.left + more) for more in range(1, 200))


@given(comparators, promised, cases)
def test_the_repair_is_the_least_number_of_successes_in_a_row(
    comparator: Comparator, value: Fraction, counted: tuple[int, int]
) -> None:
    target, (numerator, whole) = p.target(comparator=comparator, value=str(value)), counted
    answer = budget(target, p.so_far(numerator, whole))
    good_is_counted = comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN)
    if answer is None or answer.left >= 0:
        assert answer is None or answer.repair is None
        return

    def holds_after(successes: int) -> bool:
        return kept(target, numerator + successes * good_is_counted, whole + successes)

    if answer.repair is None:
        assert not any(holds_after(10**power) for power in range(10))
        return
    first = next(m for m in range(max(0, answer.repair - 300), answer.repair + 1) if holds_after(m))
    assert answer.repair == first > 0


@given(comparators, promised, cases, st.integers(0, 200))
def test_the_year_leaves_the_greatest_number_of_failures_among_its_cases(
    comparator: Comparator, value: Fraction, counted: tuple[int, int], more: int
) -> None:
    target, (numerator, whole) = p.target(comparator=comparator, value=str(value)), counted
    year = whole + more
    answer = budget(target, p.so_far(numerator, whole), forecast=year)
    if answer is None:
        return
    bad_is_counted = comparator in (Comparator.AT_MOST, Comparator.LESS_THAN)
    holding = [bad for bad in range(year + 1) if kept(target, bad if bad_is_counted else year - bad, year)]
    assert answer.left_of_year == (max(holding) if holding else None)
