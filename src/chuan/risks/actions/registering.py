"""A risk or an opportunity named, and written otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.clocks.actions.settings import locked
from chuan.people.models import Official, Post
from chuan.people.practice import days_of_practice
from chuan.people.viewer import Viewer
from chuan.processes.models import Process
from chuan.risks import refusals, searching, waiting
from chuan.risks.actions.context import told
from chuan.risks.models import ContextIssue, Requirement, Risk
from chuan.risks.permissions import require_note, require_work
from chuan.rules.refusals import NotFound
from chuan.rules.refusals.risks import InFuture
from chuan.trail.actions import act

SCORE_DAYS = "risks.score_days"


@dataclass(frozen=True, slots=True)
class Noted:
    """What is written of a risk or an opportunity; names as in ``Risk``. ``objective``: uid of an objective."""

    nature: str
    statement: str
    causes: str = ""
    outcome: str = ""
    process: Process | None = None
    objective: UUID | None = None
    issue: ContextIssue | None = None
    requirement: Requirement | None = None
    post: Post | None = None
    official: Official | None = None


def note_risk(noted: Noted, *, found_on: date, by: Viewer, at: datetime) -> Risk:
    """Name a risk or an opportunity: any official of the unit may. It waits for a level.

    Raises ``NotAllowed``, ``NotFound``, ``WordsMissing``, ``TouchesNothing``, ``InFuture``.
    """
    require_note(by)
    today = timezone.localtime(at).date()
    if found_on > today:
        raise InFuture(given=found_on)
    row = Risk(unit=by.unit, owner_unit=by.unit, found_on=found_on, recorded_at=at)
    _put(row, noted, by)
    with act("risk.note", row.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        locked(by.unit)
        row.number = (Risk.objects.filter(unit=by.unit).aggregate(last=Max("number"))["last"] or 0) + 1
        row.review_on = today + timedelta(days=days_of_practice(SCORE_DAYS, by.unit, today))
        row.save()
        waiting.keep(row, on=today)
        searching.put([row])
        doing.detail = {"code": row.code, "kind": row.nature, "text": row.statement}
    return row


def change_risk(risk: Risk, noted: Noted, *, by: Viewer, at: datetime) -> Risk:
    """Write it otherwise; what it said stays in the trail. Its nature stays: a risk is no opportunity.

    Raises ``NotAllowed``, ``NotFound``, ``WordsMissing``, ``TouchesNothing``, ``OverAlready``.
    """
    require_work(by, risk)
    with act("risk.change", risk.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = held(risk, by)
        if row.status == "closed":
            raise refusals.OverAlready()
        before, nature = _said(row), row.nature
        _put(row, noted, by)
        row.nature = nature
        row.save()
        waiting.keep(row, on=timezone.localtime(at).date())
        searching.put([row])
        after = _said(row)
        changed = [name for name in after if after[name] != before[name]]
        doing.detail = {
            "before": {one: before[one] for one in changed},
            "after": {one: after[one] for one in changed},
        }
    return row


def held(risk: Risk, by: Viewer) -> Risk:
    """The row, locked; only the unit that answers for it now changes it."""
    rows = Risk.objects.select_for_update(of=("self",)).filter(pk=risk.pk, owner_unit=by.unit)
    row = rows.select_related("owner_unit", "owner_post", "owner_official").first()
    if row is None:
        raise NotFound(thing=_("rủi ro này"))
    return row


def _put(row: Risk, noted: Noted, by: Viewer) -> None:
    if noted.process is None and noted.objective is None:
        raise refusals.TouchesNothing()
    for one, thing in ((noted.process, _("quá trình này")), (noted.issue, _("vấn đề này"))):
        if one is not None and one.owner_unit_id not in by.unit_ids:
            raise NotFound(thing=thing)
    if noted.requirement is not None and noted.requirement.party.owner_unit_id not in by.unit_ids:
        raise NotFound(thing=_("yêu cầu này"))
    for whose in (noted.post, noted.official):
        if whose is not None and whose.unit_id != by.unit.pk:
            raise NotFound(thing=_("người phụ trách này"))
    row.nature, row.statement = noted.nature, told(noted.statement, _("rủi ro hoặc cơ hội"))
    row.causes, row.outcome = noted.causes.strip(), noted.outcome.strip()
    row.process, row.objective_uid = noted.process, noted.objective
    row.issue, row.requirement = noted.issue, noted.requirement
    row.owner_official, row.owner_post = noted.official, None if noted.official else noted.post


def _said(row: Risk) -> dict[str, str]:
    return {
        "text": row.statement,
        "causes": row.causes,
        "outcome": row.outcome,
        "process": row.process.code if row.process else "",
        "objective": str(row.objective_uid or ""),
        "owner": str(row.owner_official.uid if row.owner_official else row.owner_post or ""),
    }
