"""What if: a promise with another level, a year that goes on another way. Nothing here is a verdict on what was done.

Three ways a year can go on, by what its figure is: cases still to come turn out so (a share of counted cases); so much
is added (an accumulating figure); it ends there (a state). Each makes the figure of a whole year that is then judged by
the very rules that judge the year; the value needed from now on follows exactly, because the figure of the year is a
straight line in what is added.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from chuan.rules.targets.comparing import band
from chuan.rules.targets.deciding import accumulates, trend
from chuan.rules.targets.pacing import LINEAR, elapsed, expected_cases
from chuan.rules.targets.question import Question
from chuan.rules.targets.types import (
    Combine,
    Comparator,
    Horizon,
    NotMeasurable,
    Quantity,
    Result,
    Stage,
    Target,
)
from chuan.rules.targets.values import per, value_of

_FIXED = (Quantity.YES_NO, Quantity.NONE)
_CEILINGS = (Comparator.AT_MOST, Comparator.LESS_THAN)


class Going(StrEnum):
    """How the rest of a year is spoken of."""

    CASES = "cases"  # per cent of the cases still to come
    ADDED = "added"  # so much more until the end of the year
    ENDING = "ending"  # the state at the end
    NONE = "none"  # nothing to suppose: the year is over, each period stands by itself, nothing was measured


@dataclass(frozen=True, slots=True)
class Rest:
    """The rest of one year: how it is spoken of, and what it is when everything goes on as so far.

    ``usual`` is in the unit of ``going`` (per cent, amount, state); ``cases`` still to come by the named ``method``.
    """

    going: Going
    usual: Fraction | None = None
    cases: int = 0
    method: str = ""


@dataclass(frozen=True, slots=True)
class Needed:
    """What must come from now on: at least ``low``, at most ``high``; ``open`` leaves the ends out."""

    low: Fraction | None
    high: Fraction | None
    open: bool


def may_move(target: Target) -> bool:
    """Whether the promise has a level that can be moved: a recognition and a duty have none."""
    return target.quantity not in _FIXED


def moved(
    target: Target, comparator: Comparator | None, level: Fraction | None, upper: Fraction | None = None
) -> Target:
    """The promise at another level; ``comparator`` None keeps the comparison, ``upper`` is the other end of a range.

    For k of n the level is k. What is not given stays as it is.
    """
    wanted = comparator or target.comparator
    if target.quantity is Quantity.K_OF_N:
        return replace(target, comparator=wanted, k=int(level) if level is not None else target.k)
    if wanted is Comparator.BETWEEN:
        low = level if level is not None else target.low
        return replace(target, low=low, high=upper if upper is not None else target.high)
    value = level if level is not None else target.value
    return replace(target, comparator=wanted, value=value, low=None, high=None)


def rest_of(question: Question, result: Result | None) -> Rest:
    """How the rest of the year may be spoken of after a figure; NONE without one and when the year is covered."""
    target = question.target
    apart = question.how is Combine.EACH or target.horizon is Horizon.EVERY_PERIOD
    if result is None or apart or target.quantity in _FIXED or result.period.end >= question.year.end:
        return Rest(Going.NONE)
    if _counted_share(question, result):
        return _cases(question, result)
    if trend(question, result) and (share := elapsed(result, question.year, question.due)):
        return Rest(Going.ADDED, result.numerator / share - result.numerator, method=LINEAR)
    return Rest(Going.ENDING, _state(target, result))


def year_end(question: Question, result: Result, rest: Rest, given: Fraction) -> Result:
    """The figure of the whole year when the rest goes as given. Cases are whole, rounded against the promise."""
    whole = replace(result, period=question.year, stage=Stage.OFFICIAL, cumulative=False, missing=())
    if rest.going is Going.CASES:
        assert result.denominator is not None
        exact = given * rest.cases / per(question.target)
        hits = ceil(exact) if question.target.comparator in _CEILINGS else floor(exact)
        return replace(whole, numerator=result.numerator + hits, denominator=result.denominator + rest.cases)
    if rest.going is Going.ADDED:
        return replace(whole, numerator=result.numerator + given)
    return _ending(question.target, whole, given)


def needed(question: Question, result: Result, rest: Rest) -> Needed | None:
    """What the rest of the year must bring for the promise to hold; None where it does not depend on it.

    Cases are taken as divisible here; ``year_end`` rounds them.
    """
    limits = band(question.target)
    if isinstance(limits, NotMeasurable) or rest.going is Going.NONE:
        return None
    start, step = _line(question, result, rest)
    if start is None or not step:
        return None
    ends = [None if end is None else (end - start) / step for end in (limits.low, limits.high)]
    low, high = ends if step > 0 else reversed(ends)
    return Needed(low, high, limits.open)


def _line(question: Question, result: Result, rest: Rest) -> tuple[Fraction | None, Fraction]:
    """The year's figure with nothing more, and what one more brings."""
    if rest.going is Going.CASES:
        assert result.denominator is not None
        cases = result.denominator + rest.cases
        return result.numerator * per(question.target) / cases, Fraction(rest.cases) / cases
    none, one = (_value(question, year_end(question, result, rest, Fraction(at))) for at in (0, 1))
    return (None, Fraction(0)) if none is None or one is None else (none, one - none)


def _value(question: Question, result: Result) -> Fraction | None:
    found = value_of(question.target, result)
    return None if isinstance(found, NotMeasurable) else found


def _counted_share(question: Question, result: Result) -> bool:
    share = question.target.quantity is Quantity.SHARE and accumulates(question, result)
    return share and result.counted and bool(result.denominator) and question.how is Combine.RATIO


def _cases(question: Question, result: Result) -> Rest:
    """Cases to come, as many as the days so far brought; the share so far is the usual one."""
    forecast = expected_cases(result, question.year)
    assert forecast is not None
    assert result.denominator
    cases, method = forecast
    more = cases - floor(result.denominator)
    if more <= 0:
        return Rest(Going.NONE)
    return Rest(Going.CASES, result.numerator * per(question.target) / result.denominator, more, method)


def _state(target: Target, result: Result) -> Fraction:
    """The state in the figure's own unit: per cent where it is a share, else as it was measured."""
    if result.denominator and target.quantity is not Quantity.K_OF_N:
        return result.numerator * per(target) / result.denominator
    return result.numerator


def _ending(target: Target, whole: Result, given: Fraction) -> Result:
    if whole.denominator is None or target.quantity is Quantity.K_OF_N:
        return replace(whole, numerator=given)
    return replace(whole, numerator=given, denominator=Fraction(per(target)), counted=False)
