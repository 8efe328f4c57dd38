"""Which years, of this unit and of those it came from or watches over, would have kept the tried promise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils.translation import gettext as _

from chuan.objectives import judging, sayings, ways
from chuan.objectives.conversion import rule_of
from chuan.objectives.models import Indicator, Measurement, Target
from chuan.objectives.standing import NEEDED
from chuan.objectives.trying.ground import Ground
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.targets.types import Outcome, Quantity, Verdict
from chuan.rules.targets.types import Target as Rule
from chuan.rules.types import Period
from chuan.ui import words

MOST = 40
"""Years shown; the latest first."""
_KEPT = (Outcome.MET, Outcome.EXCEEDED)
_Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PastYear:
    """One year of one unit held against the tried promise. ``why``: why it cannot be compared, else ""."""

    year: int
    unit: Unit
    own: bool
    promised: str
    figure: str
    verdict: Verdict | None
    why: str
    illustrative: bool

    @property
    def outcome(self) -> str:
        """The verdict's name; "" where nothing is compared."""
        return str(self.verdict.outcome) if self.verdict is not None else ""


@dataclass(frozen=True, slots=True)
class Past:
    """Every year with figures, and how many kept it of how many that can be told."""

    years: tuple[PastYear, ...]

    @property
    def kept(self) -> int:
        """Years that would have kept it."""
        return sum(one.verdict is not None and one.verdict.outcome in _KEPT for one in self.years)

    @property
    def broken(self) -> int:
        """Years that would not."""
        return sum(one.outcome == Outcome.NOT_MET for one in self.years)

    @property
    def told(self) -> int:
        """Years that can be told either way: the whole of which the others are parts."""
        return self.kept + self.broken

    @property
    def untold(self) -> int:
        """Years with some figure of which nothing is said."""
        return len(self.years) - self.told


def past_of(ground: Ground, rule: Rule, viewer: Viewer) -> Past:
    """Years other than the tried one, by the same code of the indicator. Three statements."""
    tried = ground.line.indicator
    if tried is None:
        return Past(())
    rows = Indicator.objects.seen_by(viewer).filter(code=tried.code).select_related("unit")
    indicators = {one.pk: one for one in rows}
    promised = _promises(indicators)
    found = [
        _year(ground, rule, indicators[pk], year, figures, promised.get((pk, year)), viewer)
        for (pk, year), figures in _figures(indicators, ground).items()
        if (pk, year) != (tried.pk, ground.plan.year)
    ]
    found.sort(key=lambda one: (-one.year, not one.own, one.unit.name))
    return Past(tuple(found[:MOST]))


def _figures(indicators: Mapping[int, Indicator], ground: Ground) -> dict[_Key, list[Measurement]]:
    """Standing figures by indicator and year, of periods over by the day."""
    rows = Measurement.objects.filter(
        indicator__in=list(indicators), period_end__lte=ground.on + timedelta(days=1)
    )
    ordered = rows.only(*NEEDED).order_by("indicator_id", "period_end", "period_start", "version")
    highest = {(row.indicator_id, row.period_start, row.period_end): row for row in ordered}
    found: dict[_Key, list[Measurement]] = defaultdict(list)
    for row in highest.values():
        found[row.indicator_id, row.period_start.year].append(row)
    return found


def _promises(indicators: Mapping[int, Indicator]) -> dict[_Key, Rule]:
    """What was promised then, by indicator and year; of several plans of a year the last."""
    rows = Target.objects.filter(indicator__in=list(indicators)).select_related("objective__plan")
    ordered = rows.order_by("objective__plan__year", "objective__plan__effective_from", "objective__plan__pk")
    return {(one.indicator_id, one.objective.plan.year): rule_of(one) for one in ordered if one.indicator_id}


def _year(
    ground: Ground, rule: Rule, indicator: Indicator, year: int, figures: Sequence[Measurement], then: Rule | None,
    viewer: Viewer,
) -> PastYear:  # fmt: skip
    held = _held(rule, then)
    period = Period.year(year)
    verdict = judging.of_figures(held, indicator, figures, period, ground.on)
    value = judging.value(judging.as_measured(held, indicator), verdict.result)
    why = _unlike(ground, rule, indicator, then, verdict)
    return PastYear(
        year=year,
        unit=indicator.unit,
        own=indicator.unit_id == viewer.unit.pk,
        promised=words.target(then) if then is not None else "",
        figure=sayings.figure(then or held, value, verdict.result, ways.sample_of(figures)),
        verdict=None if why else verdict,
        why=why,
        illustrative=any(one.illustrative for one in figures),
    )


def _held(rule: Rule, then: Rule | None) -> Rule:
    """The tried promise on that year's own mark: last year's mark is no mark for the year before."""
    if rule.baseline is None:
        return rule
    own = then.baseline if then is not None else None
    return replace(rule, baseline=own or replace(rule.baseline, value=None))


def _unlike(ground: Ground, rule: Rule, indicator: Indicator, then: Rule | None, verdict: Verdict) -> str:
    """Why that year's figure says nothing about the tried promise."""
    tried = ground.line.indicator
    assert tried is not None
    if indicator.measured_in != tried.measured_in or (then is not None and then.unit != rule.unit):
        return _("khác đơn vị tính")
    whole = verdict.result.denominator if verdict.result is not None else None
    if rule.quantity is Quantity.K_OF_N and whole is not None and whole != rule.n:
        return _("tổng khác: %(then)s, không phải %(now)s") % {"then": whole, "now": rule.n}
    return ""
