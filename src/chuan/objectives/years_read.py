"""A year at a glance: four statements, however many indicators and months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from chuan.objectives import judging, sayings, ways
from chuan.objectives.conversion import result_of, rule_of
from chuan.objectives.models import Indicator, Measurement, Objective, Plan, Target
from chuan.objectives.paths.reading import path_of, with_paths
from chuan.objectives.periods import judged_on, last_day
from chuan.objectives.permissions import owner_of
from chuan.objectives.pictures import Point, Promise, TargetLine, YearPicture
from chuan.objectives.standing import Series, late_rows, standing
from chuan.people.viewer import Viewer
from chuan.rules.targets import reason_sentence
from chuan.rules.targets.types import Outcome, Result, Verdict
from chuan.rules.targets.types import Target as Rule
from chuan.ui import words

_KEPT = (Outcome.MET, Outcome.EXCEEDED)
_MOST_FIGURES = 3


def plan_for(viewer: Viewer, year: int, *, on: date) -> Plan | None:
    """The plan that a year is judged by on a day: the one in force then, else the one that stands.

    A plan of a predecessor unit counts where the viewer's own unit has none.
    """
    plans = list(Plan.objects.seen_by(viewer).filter(year=year).select_related("decision", "owner_unit"))
    plans.sort(key=lambda plan: (plan.owner_unit_id != viewer.unit.pk, plan.status != Plan.Status.STANDING))
    then = [plan for plan in plans if _in_force(plan, on)]
    return next(iter([*then, *plans]), None)


def year_picture(
    plan: Plan, *, on: date, today: date | None = None, figures: Series | None = None
) -> YearPicture:
    """Every promise of the plan, judged on the day with the figures of the periods over by then.

    ``today``: where given, a day before it is over, and the periods that end with it are as well.
    ``figures``: those of a frozen set, in the place of those that stand; late rows are then the set's own matter.
    """
    objectives = objectives_of(plan)
    rows = Target.objects.filter(objective__plan=plan).select_related("indicator")
    targets = list(with_paths(rows, on))
    late: dict[int, int] = {}
    if figures is None:
        figures = standing({one.indicator_id for one in targets if one.indicator_id}, plan.period, on=on)
        late = late_rows(figures)
    flat = [figure for series in figures.values() for figure in series]
    reader = LineReader(plan, judged_on(on, today), {one.pk: one for one in objectives}, figures, late)
    lines = reader.lines(targets)
    promises = tuple(_promise(top, objectives, lines, reader) for top in objectives if top.parent_id is None)
    return YearPicture(
        plan=plan,
        on=on,
        as_of=max((figure.as_of for figure in flat), default=None),
        until=max((last_day(figure.period) for figure in flat), default=None),
        promises=promises,
        tally=Counter(line.verdict.outcome for promise in promises for line in promise.lines),
        illustrative=any(figure.illustrative for figure in flat),
    )


def objectives_of(plan: Plan) -> list[Objective]:
    """The plan's objectives in the decision's order, parents attached without further statements."""
    rows = list(Objective.objects.filter(plan=plan).select_related("owner_post", "owner_official"))
    known = {row.pk: row for row in rows}
    for row in rows:
        row.plan = plan
        row.parent = known[row.parent_id] if row.parent_id else None
    return rows


@dataclass(frozen=True)
class LineReader:
    """Makes lines of targets from what was read once for all of them."""

    plan: Plan
    on: date
    objectives: dict[int, Objective]
    figures: dict[int, list[Measurement]]
    late: dict[int, int]

    def lines(self, targets: Iterable[Target]) -> dict[int, list[TargetLine]]:
        """Lines by objective, in the order of the decision."""
        found: dict[int, list[TargetLine]] = {}
        for target in sorted(targets, key=lambda one: one.position):
            found.setdefault(target.objective_id, []).append(self.line(target))
        return found

    def line(self, target: Target) -> TargetLine:
        """One target judged; one that sums up its children is judged later, by its promise."""
        objective = target.objective = self.objectives[target.objective_id]
        rule, indicator = rule_of(target), target.indicator
        if indicator is None:
            return self.line_of(target, objective, rule, judging.together(objective, (), rule))
        figures, path = self.figures.get(indicator.pk, []), path_of(target, self.plan.year)
        verdict = judging.of_figures(rule, indicator, figures, self.plan.period, self.on, path)
        return replace(self.line_of(target, objective, rule, verdict, figures), path=path)

    def line_of(
        self,
        target: Target,
        objective: Objective,
        rule: Rule,
        verdict: Verdict,
        figures: Sequence[Measurement] = (),
    ) -> TargetLine:
        """The line of a target whose verdict is known."""
        indicator = target.indicator
        measured = judging.as_measured(rule, indicator) if indicator else rule
        value = judging.value(measured, verdict.result)
        sample = ways.sample_of(figures)
        return TargetLine(
            target=target,
            indicator=indicator,
            objective=objective,
            label=target.label,
            name=indicator.name if indicator else objective.name,
            rule=rule,
            verdict=verdict,
            result=verdict.result,
            value=value,
            points=tuple(point(measured, result_of(figure)) for figure in figures),
            owner=owner_of(objective),
            target_words=words.target(rule),
            figure_words=sayings.figure(rule, value, verdict.result, sample),
            reason_words=reason_sentence(verdict),
            measure_words=sayings.how(indicator, counted=is_counted(indicator)) if indicator else "",
            illustrative=any(figure.illustrative for figure in figures),
            late_rows=sum(self.late.get(figure.pk, 0) for figure in figures),
            sample=sample,
            grades_words=ways.mixed_grades(indicator, figures) if indicator else "",
        )


def is_counted(indicator: Indicator) -> bool:
    """Whether a register counts this indicator today."""
    return ways.measure_of(indicator) is not None


def point(rule: Rule, result: Result) -> Point:
    """One place on the trend."""
    return Point(result.period, judging.value(rule, result), result.stage, result.cumulative)


def _promise(
    top: Objective, objectives: Sequence[Objective], lines: dict[int, list[TargetLine]], reader: LineReader
) -> Promise:
    below = [one for one in objectives if _top_of(one).pk == top.pk]
    every = [line for one in below for line in lines.get(one.pk, ())]
    own = next((line for line in every if line.indicator is None), None)
    counted = tuple(line for line in every if line.indicator is not None)
    alone = own is None and len(counted) == 1
    verdict = counted[0].verdict if alone else judging.together(top, counted, own.rule if own else None)
    if own is not None:
        own = reader.line_of(own.target, top, own.rule, verdict)
    return Promise(
        objective=top,
        number=top.ordinal,
        name=top.name,
        verdict=verdict,
        lines=counted,
        figure_words=_strip_words(counted),
        reason_words=_reason(verdict, counted),
        own=own,
    )


def _top_of(objective: Objective) -> Objective:
    return objective if objective.parent is None else _top_of(objective.parent)


def _reason(verdict: Verdict, lines: Sequence[TargetLine]) -> str:
    """A single promise gives its own reason; several are summed up."""
    return lines[0].reason_words if len(lines) == 1 else reason_sentence(verdict)


def _strip_words(lines: Sequence[TargetLine]) -> str:
    """The cell of the strip: the figures where they are few, else how many are kept."""
    if 0 < len(lines) <= _MOST_FIGURES:
        return " · ".join(line.figure_words for line in lines)
    kept = sum(line.verdict.outcome in _KEPT for line in lines)
    return _("%(kept)s/%(all)s số đo đã đạt") % {"kept": kept, "all": len(lines)} if lines else ""


def _in_force(plan: Plan, on: date) -> bool:
    return plan.effective_from <= on and (plan.closed_on is None or on < plan.closed_on)
