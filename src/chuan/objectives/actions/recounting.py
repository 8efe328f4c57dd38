"""What a person decides about counted figures: typed ones replaced, late rows taken in, a withdrawn count undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.clocks.models import Clock
from chuan.objectives import expecting
from chuan.objectives import ready as counting
from chuan.objectives.actions import freezing
from chuan.objectives.actions.recording import after, hold, local_day, objective_of, told
from chuan.objectives.comparing import MAY_BE_TICKED, Comparison, Waits, dues_over, waiting
from chuan.objectives.models import FigureDue, Measurement, Objective, Plan
from chuan.objectives.permissions import may_record, owner_of, require_own_unit, require_recorder
from chuan.objectives.refusals import FigureMissing, NothingToCorrect
from chuan.offers.subjects import Subject
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.trail.actions import SYSTEM, act

CLOCK = "recount"
"""The task of deciding, one for each objective."""

_COPIED = (
    "numerator", "denominator", "value", "counted", "excluded", "rows_blob", "evidence_blob", "evidence_name",
    "evidence_note", "grade", "stage", "as_of", "cumulative", "illustrative",
)  # fmt: skip


def recount(
    plan: Plan,
    chosen: Sequence[Comparison],
    *,
    reason: str,
    by: Viewer,
    at: datetime,
    clock: Callable[[], datetime] | None = None,
) -> list[Measurement]:
    """Take a correcting measurement for every chosen period, all or none, with one reason.

    Where the register no longer holds the days, the figure put in by hand before stands again beside the
    counted one. Counting is done before the transaction; ``clock`` reads the moment anew after it, because
    many rows take longer than an act may. Raises ``ReasonMissing``, ``FigureMissing`` when
    nothing is chosen, and what ``take_measure`` raises.
    """
    if not reason.strip():
        raise refusals.ReasonMissing(act="thay số")
    if not chosen or any(one.waits not in MAY_BE_TICKED for one in chosen):
        raise FigureMissing(needed=_("kỳ cần thay"))
    ready = {
        one.due.pk: counting.count(one.indicator, one.due.period, by=by, at=at)
        for one in chosen
        if one.waits is not Waits.BACK
    }
    left = _left(plan, chosen, at=at)
    moment = clock() if clock else at
    with transaction.atomic():
        made = [
            freezing.write(
                ready[one.due.pk], by=by, at=moment, reason=reason, illustrative=one.indicator.unit.example
            )
            if one.due.pk in ready
            else restore(one, reason=reason, by=by, at=moment)
            for one in chosen
        ]
        for objective in left:
            clocks.settle(Subject(CLOCK, objective.uid), on=local_day(moment))
    return made


def restore(one: Comparison, *, reason: str, by: Viewer, at: datetime) -> Measurement:
    """Let the figure put in by hand stand again, as a further version with its own paper. Inside a transaction.

    Raises ``NothingToCorrect`` when there is no such figure or another one came meanwhile.
    """
    standing, earlier = one.standing, one.earlier
    if standing is None or earlier is None:
        raise NothingToCorrect()
    indicator = one.indicator
    require_recorder(by, indicator, objective_of(indicator, one.due.period.start.year))
    with act("figure.restore", Subject("measurement", standing.uid), by=by, unit_uid=indicator.unit.uid,
             at=at) as doing:  # fmt: skip
        hold(indicator)
        fresh = after(standing, reason)
        for name in _COPIED:
            setattr(fresh, name, getattr(earlier, name))
        fresh.by, fresh.recorded_at = by.official, at
        fresh.save()
        expecting.settle(fresh, on=local_day(at))
        doing.detail = told(fresh) | {"before": told(standing), "reason": fresh.reason}
    return fresh


def keep(objective: Objective, *, reason: str, by: Viewer, at: datetime) -> None:
    """Leave the objective's figures as they stand: the task ends, and comes back with the next import.

    Raises ``ReasonMissing`` or ``NotYours``.
    """
    plan = objective.plan
    require_own_unit(by, plan.owner_unit_id)
    if not may_record(by, objective):
        raise refusals.NotYours(
            thing=_("Mục tiêu “%(name)s”") % {"name": objective.name}, owner=owner_of(objective)
        )
    if not reason.strip():
        raise refusals.ReasonMissing(act="giữ số đang dùng")
    with act("recount.keep", Subject("objective", objective.uid), by=by, unit_uid=plan.owner_unit.uid, at=at,
             reason=reason.strip()):  # fmt: skip
        clocks.settle(Subject(CLOCK, objective.uid), on=local_day(at))


def ask(plan: Plan, dues: Iterable[FigureDue], *, at: datetime) -> list[Objective]:
    """Start the task for whoever answers for the objectives of these periods; one that runs is left alone."""
    held = expecting.holders_of(plan)
    objectives = {held[due.indicator_id].pk: held[due.indicator_id] for due in dues}
    asked = [one for one in objectives.values() if not is_asked(one)]
    on = local_day(at)
    due_on = expecting.recount_by(plan, on)
    for objective in asked:
        subject = Subject(CLOCK, objective.uid)
        post, official = expecting.answering(objective)
        role = "" if post or official else str(Role.OFFICE_CLERK)
        with act("recount.ask", Subject("objective", objective.uid), by=SYSTEM,
                 unit_uid=plan.owner_unit.uid, at=at):  # fmt: skip
            clocks.start(
                subject,
                unit=plan.owner_unit,
                opened_on=on,
                due_on=due_on,
                post=post,
                official=official,
                role=role,
            )
    return asked


def is_asked(objective: Objective) -> bool:
    """Whether the task of deciding about this objective runs."""
    return Clock.objects.running().filter(subject_kind=CLOCK, subject_uid=objective.uid).exists()


def _left(plan: Plan, chosen: Sequence[Comparison], *, at: datetime) -> list[Objective]:
    """Objectives of the chosen periods for which nothing else waits: their task is done."""
    held = expecting.holders_of(plan)
    touched = {held[one.indicator.pk].pk: held[one.indicator.pk] for one in chosen}
    taken = {one.due.pk for one in chosen}
    others = [
        due
        for due in dues_over(plan, local_day(at))
        if due.pk not in taken and held[due.indicator_id].pk in touched
    ]
    waits = {held[one.indicator.pk].pk for one in waiting(others, plan, at=at)}
    return [objective for pk, objective in touched.items() if pk not in waits]
