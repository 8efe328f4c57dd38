"""Which way figures will go, told before there is any: for what is planned."""

from __future__ import annotations

from fractions import Fraction

from chuan.rules.targets.comparing import Band
from chuan.rules.targets.deciding import trend
from chuan.rules.targets.question import Question
from chuan.rules.targets.types import Combine, Result, Target
from chuan.rules.types import Period

_ANY = Period.year(2000)
"""The year does not matter: only what kind of figure it is."""


def builds_up(target: Target, how: Combine, *, cumulative: bool, share: bool) -> bool:
    """Whether the figure of the year can only grow from month to month, as a figure of this kind will."""
    added = cumulative or how in (Combine.SUM, Combine.RATIO)
    figure = Result(_ANY, Fraction(0), Fraction(1) if share else None, cumulative=added)
    return trend(Question(target, Band(), how, _ANY, (), _ANY.start), figure) != 0
