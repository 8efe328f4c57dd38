"""Where a figure ought to be by now: on the path that was set, else linear by calendar days; which, is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import floor

from chuan.rules.targets.deciding import trend
from chuan.rules.targets.paths import PlannedPath, planned_unit, stated
from chuan.rules.targets.question import Question
from chuan.rules.targets.types import NotMeasurable, Pace, Result
from chuan.rules.targets.values import level_at, value_of
from chuan.rules.types import Period
from chuan.rules.wording import said

LINEAR = "tuyến tính theo ngày lịch"
ON_PATH = "so với lộ trình đã đặt ngày {day}"


def pace(question: Question, result: Result) -> Pace | None:
    """Held against the path where one was set and says something by then; else an accumulating figure, linear."""
    found = None if question.path is None else _on_path(question, question.path, result)
    if found is None and trend(question, result):
        found = _linear(question, result)
    return found


def _on_path(question: Question, path: PlannedPath, result: Result) -> Pace | None:
    """How far the figure is ahead of its month; the year's end if the months to come go as planned.

    A range has no better side: there only the end that is foretold decides.
    """
    needed = path.built_up(result) if trend(question, result) else path.at(result.period.end)
    if needed is None:
        return None
    target = question.target
    figure, share = planned_unit(target, result)
    now, then = stated(target, figure, share=share), stated(target, needed, share=share)
    assert now is not None, "a result that states a figure states one in the unit of a path"
    assert then is not None, "a path is planned in the unit of the figures"
    ahead = abs(figure - needed) * (1 if (now >= then) == (question.limits.low is not None) else -1)
    return Pace(
        needed=needed,
        forecast=stated(target, figure + path.last - needed, share=share),
        method=ON_PATH.format(day=said(path.set_on)),
        set_on=path.set_on,
        ahead=ahead if len(question.limits.ends) == 1 else None,
    )


def _linear(question: Question, result: Result) -> Pace | None:
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
