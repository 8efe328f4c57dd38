"""A report's figures beside those that stand: what is asked, what is the same, what a register counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from chuan.objectives import sayings
from chuan.objectives.models import Indicator, Measurement, ReportLine
from chuan.objectives.periods import adds_up, stored
from chuan.objectives.standing import Series, standing
from chuan.objectives.ways import measure_of
from chuan.offers import measures
from chuan.rules.report_figures import Doubt, Past, doubts
from chuan.rules.types import Period

_BETTER = "ABC"


@dataclass(frozen=True)
class Beside:
    """What stands for the days of a line, and what is asked because of it."""

    stands: Measurement | None
    doubts: tuple[Doubt, ...]
    is_same: bool
    months: Fraction | None
    """What the periods that stand add up to, for an accumulated figure; None where they are not whole."""


def series_of(lines: Iterable[ReportLine], on: date) -> Series:
    """Standing figures of every indicator and year the lines speak of; a statement for each year."""
    found: Series = {}
    years: dict[int, set[int]] = {}
    for line in lines:
        if line.indicator_id and line.period_start:
            years.setdefault(line.period_start.year, set()).add(line.indicator_id)
    for year, indicators in years.items():
        for indicator_id, rows in standing(indicators, Period.year(year), on=on).items():
            found.setdefault(indicator_id, []).extend(rows)
    return found


def beside(line: ReportLine, series: Series, on: date) -> Beside:
    """A line beside the figures that stand. Without indicator, days or value there is nothing to compare."""
    indicator, period, value = line.indicator, line.period, value_of(line)
    if indicator is None or period is None or value is None:
        return Beside(None, (), False, None)
    kept, cumulative = stored(indicator, period, to_date=line.to_date)
    rows = series.get(indicator.pk, [])
    stands = next((one for one in rows if one.period == kept), None)
    past = [_past(indicator, one) for one in rows]
    asked = doubts(
        value, kept, past, accumulates=adds_up(indicator) and indicator.shape in ("level", "count"),
        to_date=cumulative, estimate=line.stage == Measurement.Stage.ESTIMATE, on=on,
    )  # fmt: skip
    same = stands is not None and stands.stage == line.stage and says_same(line, stands)
    if same:
        asked = tuple(one for one in asked if one.code != "stands_other")
    return Beside(stands, asked, same, _months(indicator, kept, rows) if cumulative else None)


def is_counted(indicator: Indicator, period: Period, stands: Measurement | None, at: datetime) -> bool:
    """Whether a register counts the days, only others may say them, or a better figure stands: only compared."""
    if stands is not None and stands.grade in _BETTER:
        return True
    measure = measure_of(indicator)
    if measure is None:
        return False
    if measures.never_typed(measure):
        return True
    scope = measures.Scope(indicator.unit.uid, period, at)
    return not measures.obstacles_of(measure, scope, indicator.unit)


def says_same(line: ReportLine, stands: Measurement) -> bool:
    """Whether the line says what stands: equal, or the rate of the standing parts, rounded as written."""
    value, known = value_of(line), _value(stands)
    if value is None or value == known:
        return value is not None
    rounded = stands.denominator and stands.counted and not line.denominator
    decimals = len(line.value.partition(".")[2])
    return bool(rounded) and abs(known - value) <= Fraction(1, 10**decimals)


def value_of(line: ReportLine) -> Fraction | None:
    """The figure of a line as one number: a rate in per cent, a plain value, 1 for yes."""
    if line.denominator:
        whole = Fraction(line.denominator)
        return Fraction(line.numerator) * 100 / whole if whole else None
    return Fraction(line.value) if line.value else None


def _value(one: Measurement) -> Fraction:
    numerator, denominator = one.exact
    if denominator is None or not denominator:
        return numerator
    return numerator * 100 / denominator


def _past(indicator: Indicator, one: Measurement) -> Past:
    said = f"{sayings.measured(indicator, one)} ({sayings.period_of(one)})"
    return Past(one.period, _value(one), one.cumulative, said, one.stage == Measurement.Stage.ESTIMATE)


def _months(indicator: Indicator, until: Period, rows: Iterable[Measurement]) -> Fraction | None:
    parts = sorted(
        (one for one in rows if not one.cumulative and until.holds(one.period)), key=lambda one: one.period
    )
    at, total = until.start, Fraction(0)
    for one in parts:
        if one.period.start != at:
            return None
        at, total = one.period.end, total + one.exact[0]
    return total if parts and at == until.end and indicator.shape in ("level", "count") else None
