"""How the months and quarters of a year make its points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from chuan.rules.ranking.amounts import said_points
from chuan.rules.ranking.scoring import Law
from chuan.rules.refusals.ranking import PeriodNotOfYear, PeriodsOverlap, RegimeWithoutPoints
from chuan.rules.types import Period
from chuan.rules.wording import said


@dataclass(frozen=True, slots=True)
class PeriodScore:
    """The points of a month or quarter. ``excused``: why there are none (not yet in post, sick, maternity leave)."""

    period: Period
    points: Fraction | None
    excused: str = ""


@dataclass(frozen=True, slots=True)
class YearScore:
    """The year's points with their arithmetic; None while a month has neither points nor a reason (``missing``)."""

    points: Fraction | None
    counted: tuple[PeriodScore, ...]
    excused: tuple[PeriodScore, ...]
    missing: tuple[Period, ...]
    sentence: str


def year_of(year: Period, scores: Sequence[PeriodScore], law: Law) -> YearScore:
    """The mean over the months worked (335/2025/NĐ-CP, Điều 21); a quarter weighs three months.

    Raises `RegimeWithoutPoints`, `PeriodNotOfYear`, `PeriodsOverlap`.
    """
    if "year.how" not in law:
        raise RegimeWithoutPoints
    ordered = sorted(scores, key=lambda one: one.period)
    _check(year, ordered)
    counted = tuple(one for one in ordered if one.points is not None)
    excused = tuple(one for one in ordered if one.points is None and one.excused)
    missing = _missing(year, (*counted, *excused))
    weights = [_months(one.period) for one in counted]
    total = sum(
        ((one.points or Fraction()) * weight for one, weight in zip(counted, weights, strict=True)),
        Fraction(),
    )
    points = total / sum(weights) if counted and not missing else None
    return YearScore(
        points, counted, excused, missing, _sentence(points, total, sum(weights), missing, excused)
    )


def _check(year: Period, ordered: Sequence[PeriodScore]) -> None:
    for one in ordered:
        period = one.period
        if not year.holds(period) or period.start.day != 1 or period.end.day != 1:
            raise PeriodNotOfYear(period=period, year=year)
    for earlier, later in pairwise(ordered):
        if earlier.period.overlaps(later.period):
            raise PeriodsOverlap(first=earlier.period, second=later.period)


def _missing(year: Period, known: Sequence[PeriodScore]) -> tuple[Period, ...]:
    """The months of the year that no period tells of."""
    start, found = year.start, []
    while start < year.end:
        month = Period.month(start.year, start.month)
        if not any(one.period.holds(month) for one in known):
            found.append(month)
        start = month.end
    return tuple(found)


def _months(period: Period) -> int:
    return _index(period.end) - _index(period.start)


def _index(day: date) -> int:
    return day.year * 12 + day.month


def _sentence(
    points: Fraction | None,
    total: Fraction,
    months: int,
    missing: Sequence[Period],
    excused: Sequence[PeriodScore],
) -> str:
    if missing:
        names = ", ".join(said(one) for one in missing)
        return f"Điểm năm chưa đo được: còn thiếu {names}; chấm điểm hoặc ghi lý do vắng."
    if points is None:
        return "Điểm năm chưa đo được: cả năm không có kỳ nào được chấm."
    left = sum(_months(one.period) for one in excused)
    apart = f"; {left} tháng không tính vì có lý do" if left else ""
    return f"Điểm năm: {said_points(total)} / {months} tháng = {said_points(points)}{apart}."
