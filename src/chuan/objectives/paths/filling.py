"""Twelve boxes filled at once: evenly, by last year's figures, one level; only boxes, nothing is saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from chuan.objectives import ways
from chuan.objectives.conversion import result_of
from chuan.objectives.models import Indicator, Measurement, Plan
from chuan.objectives.paths.grid import PathRow
from chuan.objectives.paths.typed import written
from chuan.objectives.standing import standing
from chuan.people.models import family_ids
from chuan.rules.targets import combine
from chuan.rules.targets.path_fills import by_last_year, evenly, same_level
from chuan.rules.targets.paths import MONTHS, planned_unit
from chuan.rules.targets.types import NotMeasurable, Result
from chuan.rules.types import Period

EVENLY, LAST_YEAR, SAME = "deu", "nam-truoc", "giu-muc"
WAYS = (EVENLY, LAST_YEAR, SAME)

Months = list[Fraction | None]


def filled(
    rows: Sequence[PathRow], plan: Plan, way: str, on: date, *, every: bool
) -> tuple[list[PathRow], int, int]:
    """The rows with boxes filled (blank rows, or ``every`` row); how many were, and how many the way does not fit."""
    asked = {
        row.target.pk for row in rows if row.may and (every or not any(text.strip() for text in row.texts))
    }
    before = {} if way == SAME else last_years([row for row in rows if row.target.pk in asked], plan, on)
    found, done = [], 0
    for row in rows:
        values = _values(row, way, before.get(row.target.pk, [])) if row.target.pk in asked else None
        done += values is not None
        found.append(row if values is None else row.holding(written(values)))
    return found, done, len(asked) - done


def _values(row: PathRow, way: str, before: Months) -> tuple[Fraction, ...] | None:
    if way == LAST_YEAR:
        return by_last_year(row.rule, row.shape, before) if before else None
    if way == SAME:
        return same_level(row.rule, row.shape)
    return evenly(row.rule, row.shape, before[-1] if before else None)


def last_years(rows: Sequence[PathRow], plan: Plan, on: date) -> dict[int, Months]:
    """Last year's figure at each month's end, by target; the statements do not grow with the rows.

    The same code counts in the unit that the ward came from, where it is measured alike and only one has figures.
    """
    year = Period.year(plan.year - 1)
    codes = {row.indicator.code for row in rows}
    known = list(Indicator.objects.filter(code__in=codes, unit__in=family_ids(plan.owner_unit)))
    series = standing([one.pk for one in known], year, on=on)
    found = {}
    for row in rows:
        alike = [one for one in known if _alike(one, row.indicator) and series.get(one.pk)]
        alike = [one for one in alike if one.pk == row.indicator.pk] or alike
        if len(alike) == 1:
            found[row.target.pk] = _by_month(row, series[alike[0].pk], year)
    return found


def _alike(one: Indicator, other: Indicator) -> bool:
    return (one.code, one.shape, one.measured_in) == (other.code, other.shape, other.measured_in)


def _by_month(row: PathRow, figures: Sequence[Measurement], year: Period) -> Months:
    if ways.clash(row.indicator, figures):
        return []
    results = [result_of(one) for one in figures]
    return [
        _at(row, results, year, Period.month(year.start.year, month).end) for month in range(1, MONTHS + 1)
    ]


def _at(row: PathRow, results: Sequence[Result], year: Period, end: date) -> Fraction | None:
    """The year's figure as known by a month's end; None where nothing ends there, or days before it are missing."""
    known = [one for one in results if one.period.end <= end]
    found = combine(known, row.shape.how, year, end)
    if isinstance(found, NotMeasurable) or found.period.end != end or found.missing:
        return None
    return planned_unit(row.rule, found)[0]
