"""Figures that a plan waits for: one row and one clock for each indicator and period. Inside an act."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.db.models import QuerySet

from chuan.clocks import actions as clocks
from chuan.objectives.models import FigureDue, Indicator, Measurement, Objective, Plan, Target
from chuan.objectives.periods import covers, last_day, periods_of, since_january
from chuan.offers.subjects import Subject
from chuan.people.models import Official, Post
from chuan.people.practice import days_of_practice
from chuan.people.roles import Role
from chuan.rules.types import Period

CLOCK = "figure_due"


def due_on(plan: Plan, due: FigureDue, grace: int) -> date:
    """The day by which a figure is expected: some days after its period, and after the plan exists."""
    known = max(last_day(due.period), plan.effective_from)
    return known + timedelta(days=grace)


def recount_by(plan: Plan, on: date) -> date:
    """The day by which somebody looks at figures that a register now counts otherwise."""
    return on + timedelta(days=days_of_practice("recount.days", plan.owner_unit, on))


def expect(plan: Plan, pairs: Iterable[tuple[Indicator, Objective]], *, on: date) -> int:
    """Write what the plan waits for of these indicators; those already measured begin settled."""
    pairs = list(pairs)
    grace = days_of_practice("figures.grace_days", plan.owner_unit, on)
    standing = _standing([indicator for indicator, _ in pairs], plan)
    made = [
        (_due(plan, indicator, period, grace, standing.get(indicator.pk, ())), objective)
        for indicator, objective in pairs
        for period in periods_of(indicator.frequency, plan.year)
    ]
    FigureDue.objects.bulk_create(due for due, _ in made)
    running = (_clock(due, objective, on) for due, objective in made if due.settled_by_id is None)
    clocks.start_all(running, unit=plan.owner_unit)
    return len(made)


def answering(objective: Objective) -> tuple[Post | None, Official | None]:
    """Post and official of the objective, or of the nearest one above that has any."""
    if objective.owner_post or objective.owner_official or objective.parent is None:
        return objective.owner_post, objective.owner_official
    return answering(objective.parent)


def settle(measurement: Measurement, *, on: date) -> None:
    """Point every standing plan's expectation of this figure to it, and end the clocks."""
    dues = FigureDue.objects.filter(
        indicator=measurement.indicator, plan__status=Plan.Status.STANDING, period_end=measurement.period_end
    )
    for due in dues:
        if covers(measurement, due.period):
            FigureDue.objects.filter(pk=due.pk).update(settled_by=measurement)
            clocks.settle(Subject(CLOCK, due.uid), on=on)


def forget(dues: QuerySet[FigureDue], *, on: date) -> None:
    """End the clocks of expectations that no longer hold, and take the rows away."""
    clocks.settle_all(CLOCK, dues.values_list("uid", flat=True), on=on)
    dues.delete()


def close(plan: Plan, *, on: date) -> None:
    """End every clock of a replaced plan; what it waited for stays readable."""
    clocks.settle_all(CLOCK, plan.figures_due.values_list("uid", flat=True), on=on)
    clocks.settle(Subject("plan", plan.uid), on=on)


def hand_over(plan: Plan, objectives: Iterable[Objective]) -> None:
    """Give the running clocks of these objectives, and of those below them, to whoever answers now."""
    wanted = {objective.pk for objective in objectives}
    holders = holders_of(plan)
    uids: dict[int, list[uuid.UUID]] = defaultdict(list)
    rows = plan.figures_due.filter(settled_by=None).values_list("indicator_id", "uid")
    for indicator, uid in rows:
        uids[holders[indicator].pk].append(uid)
    for objective in {one.pk: one for one in holders.values()}.values():
        if objective.pk in wanted or objective.parent_id in wanted:
            post, official = answering(objective)
            role = "" if post or official else str(Role.OFFICE_CLERK)
            clocks.hand_over_all(CLOCK, uids[objective.pk], post=post, official=official, role=role)


def holders_of(plan: Plan) -> dict[int, Objective]:
    """Which objective of the plan promises each indicator."""
    rows = Objective.objects.filter(plan=plan).select_related(
        "owner_post", "owner_official", "parent__owner_post", "parent__owner_official"
    )
    objectives = {objective.pk: objective for objective in rows}
    pairs = Target.objects.filter(objective__plan=plan, indicator__isnull=False).values_list(
        "indicator_id", "objective_id"
    )
    return {indicator: objectives[objective] for indicator, objective in pairs if indicator is not None}


def _standing(indicators: Sequence[Indicator], plan: Plan) -> dict[int, list[Measurement]]:
    found: dict[int, list[Measurement]] = {}
    rows = Measurement.objects.standing().filter(
        indicator__in=indicators, period_end__gt=plan.period.start, period_end__lte=plan.period.end
    )
    for row in rows:
        found.setdefault(row.indicator_id, []).append(row)
    return found


def _due(
    plan: Plan, indicator: Indicator, period: Period, grace: int, figures: Iterable[Measurement]
) -> FigureDue:
    due = FigureDue(plan=plan, indicator=indicator, period_start=period.start, period_end=period.end)
    due.due_on = due_on(plan, due, grace)
    due.settled_by = _settling(figures, due)
    return due


def _clock(due: FigureDue, objective: Objective, on: date) -> clocks.Wanted:
    """The clock of an expected figure; it runs for whoever answers for the objective."""
    post, official = answering(objective)
    role = "" if post or official else str(Role.OFFICE_CLERK)
    return clocks.Wanted(Subject(CLOCK, due.uid), min(on, due.due_on), due.due_on, post, official, role)


def _settling(rows: Iterable[Measurement], due: FigureDue) -> Measurement | None:
    """The figure of exactly these days, else the one to date."""
    fitting = [row for row in rows if covers(row, due.period)]
    fitting.sort(key=lambda row: row.period == since_january(due.period) != due.period)
    return fitting[0] if fitting else None
