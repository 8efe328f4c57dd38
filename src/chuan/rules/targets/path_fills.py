"""Twelve values at once: evenly, by the shape of last year, one level all along. Only proposed, never set by itself."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import floor

from chuan.rules.targets.path_faults import Shape
from chuan.rules.targets.paths import MONTHS, goal, whole_of
from chuan.rules.targets.trend_ahead import builds_up
from chuan.rules.targets.types import Comparator, Quantity, Target

_WHOLE = (Quantity.COUNT, Quantity.K_OF_N)
_CEILINGS = (Comparator.AT_MOST, Comparator.LESS_THAN)
_CENT = 100


def evenly(target: Target, shape: Shape, start: Fraction | None = None) -> tuple[Fraction, ...]:
    """The same step every month, from nothing where the figure builds up, else from ``start`` (last year's figure)."""
    end = goal(target, share=shape.share)
    first = Fraction(0) if _builds_up(target, shape) else start
    if first is None:
        return _rounded(target, [end] * MONTHS)
    return _rounded(target, [first + (end - first) * month / MONTHS for month in range(1, MONTHS + 1)])


def by_last_year(
    target: Target, shape: Shape, last: Sequence[Fraction | None]
) -> tuple[Fraction, ...] | None:
    """Each month's part of last year's end, of this year's goal; None where last year says too little.

    ``last`` holds the year's figure at each month's end, as a path does. Months without one lie on the straight line
    between those that have one; December and one more must be known.
    """
    whole_year = _filled_in(last, start=Fraction(0) if _builds_up(target, shape) else None)
    if whole_year is None or whole_year[-1] <= 0:
        return None
    end, whole = goal(target, share=shape.share), whole_of(target, share=shape.share)
    scaled = [end * value / whole_year[-1] for value in whole_year]
    return _rounded(target, [value if whole is None else min(value, whole) for value in scaled])


def same_level(target: Target, shape: Shape) -> tuple[Fraction, ...] | None:
    """The level of the promise in every month; None for what is to grow to it, where January would need it all."""
    if _builds_up(target, shape) and target.comparator not in _CEILINGS:
        return None
    return _rounded(target, [goal(target, share=shape.share)] * MONTHS)


def _builds_up(target: Target, shape: Shape) -> bool:
    return builds_up(target, shape.how, cumulative=shape.cumulative, share=shape.share)


def _filled_in(last: Sequence[Fraction | None], start: Fraction | None) -> list[Fraction] | None:
    """Twelve values; ``start`` is the figure on 1 January, None for a state, which begins as first known."""
    known = [(month, value) for month, value in enumerate(last, start=1) if value is not None]
    if len(known) < 2 or known[-1][0] != MONTHS:
        return None
    places = [(0, known[0][1] if start is None else start), *known]
    filled = [places[0][1]]
    for (month, before), (later, value) in pairwise(places):
        filled += [
            before + (value - before) * (at - month) / (later - month) for at in range(month + 1, later + 1)
        ]
    return filled[1:]


def _rounded(target: Target, values: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """As a person writes them, whole or with two decimals, downwards; the last month stays exact."""
    parts = 1 if target.quantity in _WHOLE else _CENT
    return (*(Fraction(floor(value * parts), parts) for value in values[:-1]), values[-1])
