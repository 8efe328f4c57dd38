"""Answers of the year before, moved to where their lines stand now."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from chuan.objectives.rounds.answers import _moved, level_of
from chuan.rules.targets.types import Comparator, Horizon, Quantity, Result, Target
from chuan.rules.types import Period

YEAR = Period(date(2021, 1, 1), date(2022, 1, 1))


@pytest.mark.parametrize(
    ("line", "moved"),
    [("1.4a, 1.4b", "1.3a, 1.3b"), ("1.2", ""), ("1.14", "1.13"), ("x", "")],
)
def test_labels_follow_their_lines_and_those_of_dropped_lines_go(line: str, moved: str):
    assert _moved(line, {"1.4": "1.3", "1.14": "1.13"}) == moved


@pytest.mark.parametrize(
    ("numerator", "denominator", "level"), [(9, 100, 9), (9, None, 9), (0, 0, None)]
)  # fmt: skip
def test_the_mark_to_compare_with_is_the_years_own_level(
    numerator: int, denominator: int | None, level: int | None
):
    rule = Target(Quantity.DECREASE, Comparator.AT_LEAST, Horizon.AT_END, unit="%")
    whole = None if denominator is None else Fraction(denominator)
    assert level_of(rule, Result(YEAR, Fraction(numerator), whole)) == level
