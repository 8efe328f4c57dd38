"""What is asked about a figure beside the figures that stand already. Values in the indicator's own unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from chuan.rules.report_figures.types import Doubt
from chuan.rules.types import Period
from chuan.rules.vietnamese import written_number

TENFOLD = 10


@dataclass(frozen=True, slots=True)
class Past:
    """A figure that stands: its days, its value, whether it is accumulated since 1 January, and in words."""

    period: Period
    value: Fraction
    to_date: bool
    words: str
    estimate: bool = False


def doubts(
    value: Fraction, period: Period, stands: Sequence[Past], *, accumulates: bool, to_date: bool, estimate: bool,
    on: date,
) -> tuple[Doubt, ...]:  # fmt: skip
    """Questions in order: days not over, another value stands, falls though accumulated, tenfold, sum of the months."""
    found = []
    if period.end > on + timedelta(days=1):
        found.append(Doubt("not_over", {"until": f"{period.end - timedelta(days=1):%d/%m/%Y}"}))
    found += _beside(value, period, stands, estimate)
    earlier = [one for one in stands if one.period.end < period.end and one.to_date == to_date
               and (to_date or one.period != period)]  # fmt: skip
    last = max(earlier, key=lambda one: one.period.end, default=None)
    if last is not None:
        found += _against(value, last, accumulates=accumulates and to_date)
    if to_date and accumulates:
        found += _sum(value, period, stands)
    return tuple(found)


def _beside(value: Fraction, period: Period, stands: Sequence[Past], estimate: bool) -> list[Doubt]:
    """Another value stands for the same days, or an official one where this is an estimate.

    An official figure that takes an estimate's place is no question.
    """
    one = next((past for past in stands if past.period == period), None)
    if one is None or (one.estimate and not estimate):
        return []
    if estimate and not one.estimate:
        return [Doubt("stands_official", {"stands": one.words})]
    return [] if one.value == value else [Doubt("stands_other", {"stands": one.words})]


def _against(value: Fraction, last: Past, *, accumulates: bool) -> list[Doubt]:
    if accumulates and value < last.value:
        return [Doubt("falls", {"before": last.words})]
    if last.value > 0 and value > 0 and (value >= TENFOLD * last.value or last.value >= TENFOLD * value):
        times = value / last.value if value > last.value else last.value / value
        return [Doubt("jumps", {"before": last.words, "times": written_number(Fraction(round(times)))})]
    return []


def _sum(value: Fraction, period: Period, stands: Sequence[Past]) -> list[Doubt]:
    """Whether the months that stand already add up to what the report accumulates; said only when they are whole."""
    parts = sorted(
        (one for one in stands if not one.to_date and period.holds(one.period)), key=lambda one: one.period
    )
    at = period.start
    for one in parts:
        if one.period.start != at:
            return []
        at = one.period.end
    total = sum((one.value for one in parts), Fraction(0))
    if at != period.end or total == value:
        return []
    return [Doubt("sum_differs", {"sum": written_number(total)})]
