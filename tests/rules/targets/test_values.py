"""The figure that a result states, in the unit of its target."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chuan.rules.targets import value_of
from chuan.rules.targets.types import NotMeasurable, Quantity, Reason
from chuan.rules.targets.values import level_at
from tests.rules.targets import promises as p


def test_a_share_is_counted_in_per_cent_and_never_rounded() -> None:
    assert value_of(p.on_time(), p.figure(1240, 1284)) == Fraction(124000, 1284)


def test_a_share_known_only_as_a_percentage_is_that_percentage() -> None:
    assert value_of(p.poverty(), p.figure("0.94", 100, counted=False)) == Fraction("0.94")


def test_a_share_in_per_mille_is_counted_in_per_mille() -> None:
    assert value_of(p.target(value=9, unit="‰"), p.figure(62, 10000)) == Fraction("6.2")


def test_a_share_without_a_whole_is_no_share() -> None:
    assert value_of(p.on_time(), p.figure(96)) == NotMeasurable(Reason.NO_DENOMINATOR)


def test_nothing_of_nothing_is_neither_0_nor_100_per_cent() -> None:
    assert value_of(p.on_time(), p.figure(0, 0)) == NotMeasurable(Reason.NO_DENOMINATOR)


def test_a_yield_is_the_harvest_over_the_area() -> None:
    yield_ = p.target(Quantity.LEVEL, value=51, unit="tạ/ha")
    assert value_of(yield_, p.figure(2499, 49)) == 51
    assert value_of(p.revenue(), p.figure("7214.6")) == Fraction("7214.6")
    assert value_of(p.target(Quantity.LEVEL, value=5, unit="%"), p.figure(1, 20)) == 5


def test_counts_leave_the_whole_aside() -> None:
    assert value_of(p.streets(), p.figure(3, 4)) == 3
    assert value_of(p.none_escalated(), p.figure(0, 0)) == 0
    assert value_of(p.k_of_n(9, 10), p.figure(8, 9)) == 8


def test_a_recognition_is_there_or_not() -> None:
    assert value_of(p.recognised(), p.figure(1)) == 1
    assert value_of(p.recognised(), p.figure(2)) == 1
    assert value_of(p.duty(), p.figure(0)) == 0


def test_growth_on_a_known_baseline_is_reckoned_in_per_cent_of_it() -> None:
    assert value_of(p.growth(base=200), p.figure(230)) == 15
    assert value_of(p.decrease(2, base=200), p.figure(190)) == 5


def test_growth_in_another_unit_is_a_difference() -> None:
    assert value_of(p.growth(10, base=200, unit="triệu đồng"), p.figure(230)) == 30


def test_the_change_of_a_share_is_in_points() -> None:
    assert value_of(p.growth(2, base=93), p.figure(95, 100)) == 2
    assert value_of(p.decrease(base="11.4"), p.figure(11, 100)) == Fraction("0.4")


def test_without_a_baseline_the_result_states_the_change_itself() -> None:
    assert value_of(p.growth(), p.figure("11.2")) == Fraction("11.2")
    assert value_of(p.decrease(2), p.figure(3)) == 3
    assert value_of(p.target(Quantity.GROWTH, value=15, unit="%"), p.figure("11.2", 100)) == Fraction("11.2")


def test_growth_on_nothing_cannot_be_reckoned_in_per_cent() -> None:
    answer = value_of(p.growth(base=0), p.figure(230))
    assert isinstance(answer, NotMeasurable)
    assert answer.reason is Reason.NO_BASELINE
    assert answer.detail == "mốc so sánh phải lớn hơn 0"


def test_the_change_of_a_share_of_nothing_cannot_be_stated() -> None:
    assert value_of(p.growth(2, base=93), p.figure(0, 0)) == NotMeasurable(Reason.NO_DENOMINATOR)


@pytest.mark.parametrize(
    ("promise", "level"),
    [
        (p.growth(base=200), 230),
        (p.decrease(15, base=200), 170),
        (p.growth(base=200, unit="tạ"), 215),
        (p.growth(), 15),
        (p.revenue(), 15),
    ],
)
def test_the_level_that_states_a_change_is_its_inverse(promise: object, level: int) -> None:
    assert level_at(promise, Fraction(15)) == level  # type: ignore[arg-type]
    assert value_of(promise, p.figure(level)) == 15  # type: ignore[arg-type]
