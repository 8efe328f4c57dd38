"""A total since January put in once; the single periods before it are let go in the same step."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from chuan.objectives import expecting
from chuan.objectives.actions.recording import Given, hold, local_day, record_figure
from chuan.objectives.midyear.permissions import require_starter
from chuan.objectives.midyear.refusals import NothingBefore, TotalMissing
from chuan.objectives.midyear.totals import Total, total_of
from chuan.objectives.models import FigureDue, Indicator, Measurement, Plan
from chuan.objectives.periods import key
from chuan.objectives.refusals import PlanClosed
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

VERB = "figures.total"


def begin_with_total(
    plan: Plan, indicator: Indicator, start: date, given: Given | None, *, by: Viewer, at: datetime
) -> Measurement | None:
    """Record one figure for everything before ``start`` and stop waiting for the single periods; both or neither.

    ``given`` is None where a figure of those days is there already. What was recorded of single months stays.
    Raises ``NotAllowed``, ``PlanClosed``, ``NothingBefore``, ``TotalMissing`` and what ``record_figure`` raises.
    """
    require_starter(by, plan)
    if plan.status != Plan.Status.STANDING:
        raise PlanClosed()
    with transaction.atomic():
        hold(indicator)
        total = total_of(plan, indicator, start, at=at)
        if total is None:
            raise NothingBefore(name=indicator.name)
        made = _record(total, given, by=by, at=at)
        _let_go(plan, total, by=by, at=at)
    return made


def _record(total: Total, given: Given | None, *, by: Viewer, at: datetime) -> Measurement | None:
    if total.stands is not None:
        return None
    if given is None:
        raise TotalMissing(name=total.indicator.name)
    shown = total.indicator.unit.example
    return record_figure(total.indicator, total.period, given, by=by, at=at, to_date=True, illustrative=shown)


def _let_go(plan: Plan, total: Total, *, by: Viewer, at: datetime) -> None:
    """The line names every period that is no longer waited for: it is the only trace the rows leave."""
    dropped = total.dropped
    if not dropped:
        return
    with act(VERB, Subject("plan", plan.uid), by=by, unit_uid=plan.owner_unit.uid, at=at) as doing:
        expecting.forget(FigureDue.objects.filter(pk__in=[one.pk for one in dropped]), on=local_day(at))
        doing.detail = {
            "indicator": total.indicator.code, "period": key(total.period),
            "let_go": [key(one.period) for one in dropped],
        }  # fmt: skip
