"""Figures of the example unit, invented and marked so; recorded through the actions that people use."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from django.utils import timezone

from chuan.files.actions import keep
from chuan.objectives import actions as objectives
from chuan.objectives.actions import Evidence, Given, Typed
from chuan.objectives.models import Indicator, Measurement, Plan
from chuan.objectives.periods import periods_of, stored
from chuan.objectives.standing import standing_figure
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from chuan.rules.vietnamese import parse_number

_STAGES = {"ước": Measurement.Stage.ESTIMATE, "chính thức": Measurement.Stage.OFFICIAL}


def load_figures(path: Path, plan: Plan, by: Viewer, *, report: Path | None = None) -> int:
    """Record every row of the table; ``report``: the paper they are taken from, kept with each. How many."""
    indicators = {
        one.code: one for one in Indicator.objects.filter(unit=plan.owner_unit).select_related("unit")
    }
    blob = keep(report.read_bytes(), media_type="text/markdown") if report else None
    rows = rows_of(path)
    for row in rows:
        indicator = indicators[row["indicator"]]
        evidence = Evidence(blob, report.name if report else "", row["evidence"])
        given = Given(_typed(indicator, row), Measurement.Grade.D, evidence, stage=_STAGES[row["stage"]])
        objectives.record_figure(
            indicator, _period(indicator, row["period"]), given, by=by, at=timezone.now(), illustrative=True
        )
    return len(rows)


def figure_of(plan: Plan, code: str, period: str) -> Subject | None:
    """The standing figure of an indicator for a period of the plan's year, under the days that it is kept for."""
    indicator = Indicator.objects.select_related("unit").get(unit=plan.owner_unit, code=code)
    days, _cumulative = stored(indicator, _period(indicator, period), to_date=False)
    found = standing_figure(indicator, days)
    return Subject("measurement", found.uid) if found else None


def months_of(path: Path, code: str) -> dict[int, tuple[int, int]]:
    """Month → (numerator, denominator) of a monthly indicator, as the table says."""
    return {
        int(row["period"].rpartition("-")[2]): (int(row["numerator"]), int(row["denominator"]))
        for row in rows_of(path)
        if row["indicator"] == code
    }


def rows_of(path: Path) -> list[dict[str, str]]:
    """The table, each line by its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _typed(indicator: Indicator, row: Mapping[str, str]) -> Typed:
    if indicator.shape == "yes_no":
        return Typed(yes_no=row["numerator"] == "có")
    number = parse_number(row["numerator"])
    if row["denominator"]:
        return Typed(numerator=number, denominator=parse_number(row["denominator"]))
    return Typed(value=number)


def _period(indicator: Indicator, name: str) -> Period:
    """ "2021", "2021-03", "2021-Q1", "2021-H1", "2021-V1": the n-th period of the indicator's rhythm."""
    year, _dash, part = name.partition("-")
    place = int(part.lstrip("QHV")) if part else 1
    return periods_of(indicator.frequency, int(year))[place - 1]
