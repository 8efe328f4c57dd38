"""Where an accumulating figure ought to be by now: linear by calendar days, and said so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import floor

from chuan.rules.targets.question import Question
from chuan.rules.targets.types import NotMeasurable, Pace, Result
from chuan.rules.targets.values import level_at, value_of
from chuan.rules.types import Period

LINEAR = "tuyến tính theo ngày lịch"


def pace(question: Question, result: Result) -> Pace | None:
    """The figure needed by the end of the result's period, and the year's figure if it goes on so.

    ``needed`` is a level (for growth: the level that states the growth), ``forecast`` is in
    the target's unit. Only days that figures cover count; None when they cover none.
    """
    share = elapsed(result, question.year, question.due)
    if not share:
        return None
    forecast = value_of(question.target, replace(result, numerator=result.numerator / share))
    assert not isinstance(forecast, NotMeasurable), "a result that states a figure states one when scaled"
    return Pace(level_at(question.target, question.limits.ends[0]) * share, forecast, LINEAR)


def elapsed(result: Result, year: Period, due: Sequence[Period]) -> Fraction:
    """The part of the days in which figures are due that the result covers."""
    stated = Period(year.start, result.period.end)
    covered = sum(_shared(part, stated) - sum(_shared(part, gap) for gap in result.missing) for part in due)
    return Fraction(covered, sum(part.days for part in due))


def expected_cases(result: Result, year: Period) -> tuple[int, str] | None:
    """A year's number of cases if they keep coming as they did, with the method's name: for a budget."""
    if result.denominator is None:
        return None
    share = elapsed(result, year, (year,))
    return floor(result.denominator / share), LINEAR


def _shared(one: Period, other: Period) -> int:
    """Days that both periods hold."""
    return max(0, (min(one.end, other.end) - max(one.start, other.start)).days)
