"""How a figure stands to a promise."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.targets import band, display_decimals, margin, satisfies
from chuan.rules.targets.types import Comparator, Direction, NotMeasurable, Quantity, Reason
from tests.rules.targets import promises as p


@pytest.mark.parametrize(
    ("comparator", "below", "at", "above"),
    [
        (Comparator.AT_LEAST, False, True, True),
        (Comparator.MORE_THAN, False, False, True),
        (Comparator.AT_MOST, True, True, False),
        (Comparator.LESS_THAN, True, False, False),
    ],
)
def test_a_comparator_holds_on_its_side_and_says_whether_the_figure_itself_counts(
    comparator: Comparator, below: bool, at: bool, above: bool
) -> None:
    promise = p.target(comparator=comparator, value=95)
    assert [satisfies(promise, Fraction(value)) for value in ("94.999999", "95", "95.000001")] == [
        below,
        at,
        above,
    ]


def test_94_96_per_cent_is_not_95() -> None:
    assert not satisfies(p.target(value=95), Fraction("94.96"))


def test_exactly_95_per_cent_is_not_more_than_95() -> None:
    assert not satisfies(p.on_time(), Fraction(1900, 2000) * 100)


def test_both_ends_of_a_range_count() -> None:
    promise = p.target(comparator=Comparator.BETWEEN, low=Fraction(14), high=Fraction(15))
    assert [satisfies(promise, Fraction(v)) for v in ("13.99", "14", "14.5", "15", "15.01")] == [
        False,
        True,
        True,
        True,
        False,
    ]
    assert margin(promise, Fraction("14.2")) == Fraction("0.2")
    assert margin(promise, Fraction("14.9")) == Fraction("0.1")
    assert margin(promise, Fraction(16)) == -1
    assert margin(promise, Fraction(13)) == -1


def test_room_to_spare_is_positive_on_the_good_side_whichever_that_is() -> None:
    assert margin(p.on_time(), Fraction(96)) == 1
    assert margin(p.on_time(), Fraction(94)) == -1
    assert margin(p.poverty(), Fraction("0.5")) == Fraction("0.4")
    assert margin(p.poverty(), Fraction("0.94")) == Fraction("-0.04")


def test_k_of_n_asks_for_k() -> None:
    assert satisfies(p.k_of_n(9, 10), Fraction(9))
    assert not satisfies(p.k_of_n(9, 10), Fraction(8))


def test_a_recognition_asks_for_yes_and_a_duty_for_its_evidence() -> None:
    for promise in (p.recognised(), p.duty()):
        assert satisfies(promise, Fraction(1))
        assert not satisfies(promise, Fraction(0))


def test_a_bare_decrease_asks_for_any_decrease_once_there_is_a_baseline() -> None:
    promise = p.decrease(base="11.4")
    assert satisfies(promise, Fraction("0.001"))
    assert not satisfies(promise, Fraction(0))


@pytest.mark.parametrize(
    ("promise", "reason"),
    [
        (p.decrease(), Reason.NO_BASELINE),
        (p.target(Quantity.GROWTH, value=None), Reason.NO_BASELINE),
        (p.target(value=None), Reason.NO_VALUE),
        (p.target(Quantity.K_OF_N, n=10), Reason.NO_VALUE),
        (p.target(comparator=Comparator.BETWEEN, low=Fraction(14)), Reason.NO_VALUE),
        (p.target(comparator=Comparator.BETWEEN, high=Fraction(15)), Reason.NO_VALUE),
    ],
)
def test_a_promise_without_its_figure_holds_nothing_and_says_why(promise: object, reason: Reason) -> None:
    assert band(promise) == NotMeasurable(reason)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=str(reason)):
        satisfies(promise, Fraction(1))  # type: ignore[arg-type]


def test_a_figure_without_a_word_of_comparison_must_be_reached_from_the_worse_side() -> None:
    assert satisfies(p.target(comparator=None, value=95), Fraction(96))
    lower = p.target(comparator=None, value=5, direction=Direction.LOWER)
    assert satisfies(lower, Fraction(4))
    assert not satisfies(lower, Fraction(6))


def test_a_decrease_by_two_is_reached_by_three_though_lower_is_better() -> None:
    promise = p.target(Quantity.DECREASE, None, 2, direction=Direction.LOWER)
    assert satisfies(promise, Fraction(3))
    assert not satisfies(promise, Fraction(1))


@pytest.mark.parametrize(
    ("promise", "bettered"),
    [
        (p.target(value=95), True),
        (p.target(comparator=Comparator.AT_MOST, value=97), True),
        (p.on_time(), False),
        (p.target(comparator=Comparator.LESS_THAN, value=97), False),
        (p.target(comparator=Comparator.BETWEEN, low=Fraction(95), high=Fraction(97)), False),
        (p.target(value=96), False),
        (p.growth(15), True),
    ],
)
def test_only_at_least_and_at_most_can_be_exceeded_and_only_strictly(promise: object, bettered: bool) -> None:
    limits = band(promise)  # type: ignore[arg-type]
    assert not isinstance(limits, NotMeasurable)
    assert limits.bettered_by(Fraction(96)) is bettered


def rounded(value: Fraction, decimals: int) -> Fraction:
    return Fraction(int(value * 10**decimals * 2 + 1) // 2, 10**decimals)  # half up, for values not negative


def test_94_996_per_cent_is_not_shown_as_95_00() -> None:
    assert display_decimals(Fraction("94.996"), p.on_time()) == 3
    assert display_decimals(Fraction("95.004"), p.on_time()) == 3
    assert display_decimals(Fraction("94.995"), p.on_time()) == 3, "a half may be rounded to the target"
    assert display_decimals(Fraction("94.99"), p.on_time()) == 2
    assert display_decimals(Fraction(95), p.on_time()) == 2
    assert display_decimals(Fraction("99.99999"), p.by_the_book()) == 5


def test_a_target_written_with_more_decimals_is_shown_with_them() -> None:
    assert display_decimals(Fraction(1), p.target(value="95.125")) == 3


def test_counts_are_whole_and_levels_have_as_many_decimals_as_they_need_up_to_two() -> None:
    assert display_decimals(Fraction(3), p.streets()) == 0
    assert display_decimals(Fraction(9), p.k_of_n(9, 10)) == 0
    assert display_decimals(Fraction(7000), p.revenue()) == 0
    assert display_decimals(Fraction("7214.6"), p.revenue()) == 1
    assert display_decimals(Fraction("7214.625"), p.revenue()) == 2
    assert display_decimals(Fraction(1, 3), p.revenue()) == 2


def test_without_anything_to_compare_with_a_rate_still_shows_two_decimals() -> None:
    assert display_decimals(Fraction("11.4"), p.decrease()) == 2


@given(st.integers(0, 4000), st.integers(1, 4000), st.sampled_from([0, 1, 50, 95, 100]))
def test_rounding_never_moves_a_share_onto_or_over_its_target(good: int, more: int, promised: int) -> None:
    value = Fraction(good * 100, good + more)
    promise = p.on_time() if promised == 95 else p.target(value=promised)
    shown = rounded(value, display_decimals(value, promise))
    assert (shown == promised) == (value == promised)
    assert satisfies(promise, shown) == satisfies(promise, value)
