"""The rules asked about rows: a target against its figures, an objective against its targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from chuan.objectives import ways
from chuan.objectives.answers import RollUp, groups_of
from chuan.objectives.conversion import result_of
from chuan.objectives.models import Indicator, Measurement, Objective
from chuan.objectives.periods import periods_of
from chuan.objectives.pictures import TargetLine
from chuan.rules.targets import PlannedPath, expected_cases, judge, roll_up, value_of
from chuan.rules.targets.combining import combine
from chuan.rules.targets.types import (
    Combine,
    NotMeasurable,
    Outcome,
    Quantity,
    Reason,
    Result,
    Target,
    Verdict,
)
from chuan.rules.types import Period


def judged(
    rule: Target, indicator: Indicator, results: Sequence[Result], year: Period, on: date,
    path: PlannedPath | None = None,
) -> Verdict:  # fmt: skip
    """The verdict on one promise of a year with its figures, on a day; ``path``: what was planned month by month."""
    rule = as_measured(rule, indicator)
    if _lacks_baseline(rule, indicator):
        return Verdict(Outcome.UNMEASURED, False, Reason.NO_BASELINE)
    how = Combine(indicator.combine)
    forecast, method = _forecast(rule, results, how, year, on)
    return judge(
        rule, results, year, on, how=how, periods=periods_of(indicator.frequency, year.start.year),
        forecast=forecast, method=method, path=path,
    )  # fmt: skip


def of_figures(
    rule: Target, indicator: Indicator, figures: Sequence[Measurement], year: Period, on: date,
    path: PlannedPath | None = None,
) -> Verdict:  # fmt: skip
    """The verdict with the figures that stand; figures counted in two ways are not summed but said."""
    if detail := ways.clash(indicator, figures):
        return Verdict(Outcome.UNMEASURED, False, Reason.MIXED, detail=detail)
    return judged(rule, indicator, [result_of(figure) for figure in figures], year, on, path)


def as_measured(rule: Target, indicator: Indicator) -> Target:
    """The promise as its figures speak of it: where the change itself is put in, none is reckoned."""
    if indicator.shape != "growth" or rule.baseline is None or rule.baseline.value is None:
        return rule
    return replace(rule, baseline=replace(rule.baseline, value=None))


def value(rule: Target, result: Result | None) -> Fraction | None:
    """The result in the target's unit, or None where it states none."""
    if result is None:
        return None
    found = value_of(rule, result)
    return None if isinstance(found, NotMeasurable) else found


def together(objective: Objective, lines: Sequence[TargetLine], own: Target | None) -> Verdict:
    """The verdict on an objective from the verdicts of its lines, counted as a person answered."""
    verdicts = [line.verdict for line in lines]
    mode = RollUp(objective.roll_up)
    return roll_up(verdicts, own, open_question=mode is RollUp.OPEN, groups=_groups(objective, mode, lines))


def _groups(objective: Objective, mode: RollUp, lines: Sequence[TargetLine]) -> list[list[int]] | None:
    """Which lines count as one: each by itself, all of a bullet, or as grouped by hand."""
    if mode is RollUp.LINES:
        bullets: dict[int, list[int]] = {}
        for index, line in enumerate(lines):
            bullets.setdefault(line.objective.pk, []).append(index)
        return list(bullets.values())
    if mode is RollUp.CHOSEN:
        places = {line.label: index for index, line in enumerate(lines)}
        return [[places[label] for label in group if label in places] for group in groups_of(objective)]
    return None


def _lacks_baseline(rule: Target, indicator: Indicator) -> bool:
    """A rate or level held against a promised change means nothing until there is a mark to compare with."""
    changes = rule.quantity in (Quantity.GROWTH, Quantity.DECREASE)
    return changes and indicator.shape != "growth" and (rule.baseline is None or rule.baseline.value is None)


def _forecast(
    rule: Target, results: Sequence[Result], how: Combine, year: Period, on: date
) -> tuple[int | None, str]:
    """How many cases the year will have, for the budget of a share that adds up."""
    if rule.quantity is not Quantity.SHARE or how is not Combine.RATIO or not results:
        return None, ""
    so_far = combine(results, how, year, on)
    if isinstance(so_far, NotMeasurable) or so_far.period.end >= year.end:
        return None, ""
    return expected_cases(so_far, year) or (None, "")
