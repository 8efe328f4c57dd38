"""Actions about a risk: planned, done with their evidence, dropped with the reason."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.risks import refusals, waiting
from chuan.risks.actions.context import told
from chuan.risks.actions.registering import held
from chuan.risks.models import Risk, RiskAction
from chuan.risks.permissions import require_do, require_work
from chuan.rules.lifecycles import RISK
from chuan.rules.refusals import NotFound
from chuan.rules.refusals.risks import BeforeItWasFound, InFuture
from chuan.rules.risks import check_due
from chuan.trail.actions import act


def plan_action(
    risk: Risk, what: str, owner: Official, due_on: date, *, resources: str = "", on: date | None = None, by: Viewer,
    at: datetime,
) -> RiskAction:  # fmt: skip
    """Plan something about a risk that is being treated; it waits for its owner in Việc của tôi.

    ``on``: the day it was planned, today where none is named. Raises ``NotAllowed``, ``NotFound``, ``WordsMissing``,
    ``InFuture``, ``RiskDueBeforePlanned``, ``WrongMove`` unless it is treated.
    """
    require_work(by, risk)
    today = timezone.localtime(at).date()
    planned_on = on or today
    if planned_on > today:
        raise InFuture(given=planned_on)
    check_due(due_on, planned=planned_on)
    if owner.unit_id != by.unit.pk:
        raise NotFound(thing=_("cán bộ này"))
    with act("risk.plan", risk.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = held(risk, by)
        RISK.next(row.status, "plan")
        action = RiskAction.objects.create(
            risk=row, what=told(what, _("việc phải làm")), resources=resources.strip(), owner=owner,
            planned_on=planned_on, due_on=due_on, recorded_at=at,
        )  # fmt: skip
        waiting.keep_action(action, on=today)
        doing.detail = {"text": action.what, "official": str(owner.uid), "due": due_on.isoformat()}
    return action


def finish_action(
    action: RiskAction, done_on: date, evidence: str, *, by: Viewer, at: datetime
) -> RiskAction:
    """Say what was done and where that can be seen.

    Raises ``NotAllowed``, ``NotFound``, ``ActionOver``, ``WordsMissing``, ``InFuture``, ``BeforeItWasFound``.
    """
    require_do(by, action)
    today = timezone.localtime(at).date()
    if done_on > today:
        raise InFuture(given=done_on)
    if done_on < action.planned_on:
        raise BeforeItWasFound(given=done_on, found=action.planned_on)
    with act("risk.act_done", action.risk.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _held(action, by)
        row.done_on, row.evidence = done_on, told(evidence, _("kết quả"))
        row.save(update_fields=["done_on", "evidence"])
        waiting.keep_action(row, on=today)
        doing.detail = {"text": row.what, "on": done_on.isoformat(), "evidence": row.evidence}
    return row


def drop_action(action: RiskAction, why: str, *, by: Viewer, at: datetime) -> RiskAction:
    """Leave it undone with the reason. Raises ``NotAllowed``, ``NotFound``, ``ActionOver``, ``WordsMissing``."""
    require_work(by, action.risk)
    today = timezone.localtime(at).date()
    with act("risk.act_drop", action.risk.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _held(action, by)
        row.dropped_on, row.why_dropped = today, told(why, _("lý do"))
        row.save(update_fields=["dropped_on", "why_dropped"])
        waiting.keep_action(row, on=today)
        doing.detail = {"text": row.what, "reason": row.why_dropped}
    return row


def _held(action: RiskAction, by: Viewer) -> RiskAction:
    rows = RiskAction.objects.select_for_update(of=("self",)).select_related("risk__owner_unit", "owner")
    row = rows.filter(pk=action.pk, risk__owner_unit=by.unit).first()
    if row is None:
        raise NotFound(thing=_("hành động này"))
    if not row.is_open:
        raise refusals.ActionOver()
    return row
