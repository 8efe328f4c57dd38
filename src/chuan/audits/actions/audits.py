"""One audit: planned, planned otherwise, announced, begun, called off."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.audits import refusals, searching
from chuan.audits.actions.around import hold, move, named, own, subject, today
from chuan.audits.models import Audit, AuditedProcess, Programme
from chuan.audits.own import standing_team, works_of
from chuan.audits.permissions import may_work, require_keep, require_own
from chuan.audits.waiting import keep_clocks
from chuan.law.iso9001 import clauses
from chuan.people.viewer import Viewer
from chuan.processes.models import Process
from chuan.rules.audits import require_independent
from chuan.rules.refusals.audits import AuditEndsBeforeItBegins, ClauseUnknown
from chuan.rules.types import Period
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Planned:
    """An audit as it is planned. ``period``: the work that is looked at; both other days are counted."""

    aim: str
    period: Period
    starts_on: date
    ends_on: date
    report_due_on: date
    processes: Collection[Process]
    clauses: Collection[str]


def plan(programme: Programme, planned: Planned, *, by: Viewer, at: datetime) -> Audit:
    """Put an audit into the programme.

    Raises ``NotAllowed``, ``NotFound``, ``AuditEndsBeforeItBegins``, ``ScopeEmpty``, ``ClauseUnknown``.
    """
    require_keep(by)
    require_own(programme.owner_unit_id, by, _("chương trình này"))
    _check(planned, by)
    row = Audit(unit=by.unit, owner_unit=by.unit, programme=programme, recorded_at=at, **_fields(planned))
    with act("audits.plan", subject(row), by=by, unit_uid=by.unit_uid, at=at) as doing:
        Programme.objects.select_for_update().get(pk=programme.pk)
        count = Audit.objects.filter(programme=programme).count()
        row.code = f"ĐGNB {count + 1:02d}/{programme.year}"
        row.save()
        _put_scope(row, planned)
        keep_clocks(row, on=today(at))
        searching.put([row])
        doing.detail = {"code": row.code, **_told(planned)}
    return row


def plan_otherwise(audit: Audit, planned: Planned, *, by: Viewer, at: datetime) -> Audit:
    """Change days and scope while nobody was told. Raises as ``plan``, and ``PlanFixed``."""
    require_keep(by)
    own(audit, by)
    _check(planned, by)
    with act("audits.plan_otherwise", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = hold(audit)
        if held.status != Audit.Status.PLANNED:
            raise refusals.PlanFixed(which=held.code, status=held.get_status_display())
        for name, value in _fields(planned).items():
            setattr(held, name, value)
        held.save()
        _put_scope(held, planned)
        keep_clocks(held, on=today(at))
        searching.put([held])
        doing.detail = {"code": held.code, **_told(planned)}
    return held


def announce(audit: Audit, on: date, citation: str, *, by: Viewer, at: datetime) -> Audit:
    """Tell the unit the days, the scope and the team; everything must be given to somebody who may look at it.

    Raises ``NotAllowed``, ``NotFound``, ``NotYet``, ``ProgrammeNotApproved``, ``LeadMissing``,
    ``ProcessWithoutAuditor``, ``OwnWorkAudited``, ``WrongMove``.
    """
    require_keep(by)
    own(audit, by)
    if on > today(at):
        raise refusals.NotYet(day=on)
    with act("audits.announce", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = hold(audit)
        if not held.programme.citation:
            raise refusals.ProgrammeNotApproved(year=str(held.programme.year))
        require_ready(held)
        held.announced_on, held.citation = on, " ".join(citation.split())[:300]
        move(held, "announce", at, "announced_on", "citation")
        doing.detail = {"code": held.code, "on": on.isoformat(), "citation": held.citation}
    return held


def require_ready(audit: Audit) -> None:
    """The team has a lead and every process somebody who may look at it.

    Raises ``LeadMissing``, ``ProcessWithoutAuditor``, ``OwnWorkAudited``.
    """
    team = standing_team(audit)
    if not any(one.is_lead for one in team):
        raise refusals.LeadMissing()
    scope = list(
        audit.scope.select_related("process", "auditor__official").order_by("process__position", "pk")
    )
    here = {one.pk for one in team}
    if alone := [one.process.name for one in scope if one.auditor_id not in here]:
        raise refusals.ProcessWithoutAuditor(which="; ".join(alone))
    works = works_of([one.official for one in team if one.official], [one.process for one in scope], audit)
    for one in scope:
        if one.auditor is not None and one.auditor.official_id:
            found = works.get((one.auditor.official_id, one.process_id), [])
            require_independent(one.auditor.name, one.process.name, found)


def begin(audit: Audit, *, by: Viewer, at: datetime) -> Audit:
    """The opening meeting was held; sheets may be written. Team or keeper.

    Raises ``NotOfTheTeam``, ``NotFound``, ``NothingAsked``, ``WrongMove``.
    """
    own(audit, by)
    if not may_work(audit, by):
        require_keep(by)
    with act("audits.begin", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = hold(audit)
        if not held.items.filter(dropped_at__isnull=True).exists():
            raise refusals.NothingAsked()
        move(held, "begin", at)
        doing.detail = {"code": held.code}
    return held


def call_off(audit: Audit, reason: str, *, by: Viewer, at: datetime) -> Audit:
    """It will not be done, with the reason. Raises ``NotAllowed``, ``NotFound``, ``WordsMissing``, ``WrongMove``."""
    require_keep(by)
    own(audit, by)
    why = named(reason, _("lý do"))
    with act("audits.call_off", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = hold(audit)
        held.why = why
        move(held, "call_off", at, "why")
        doing.detail = {"code": held.code, "reason": why}
    return held


def _check(planned: Planned, by: Viewer) -> None:
    if planned.ends_on < planned.starts_on:
        raise AuditEndsBeforeItBegins(first=planned.starts_on, last=planned.ends_on)
    if planned.report_due_on < planned.ends_on:
        raise AuditEndsBeforeItBegins(first=planned.ends_on, last=planned.report_due_on)
    if not planned.processes and not planned.clauses:
        raise refusals.ScopeEmpty()
    for one in planned.clauses:
        if one not in clauses():
            raise ClauseUnknown(clause=one[:20])
    for process in planned.processes:
        require_own(process.owner_unit_id, by, _("quá trình này"))


def _fields(planned: Planned) -> dict[str, object]:
    order = list(clauses())
    return {
        "aim": " ".join(planned.aim.split())[:500], "period_start": planned.period.start,
        "period_end": planned.period.end, "starts_on": planned.starts_on, "ends_on": planned.ends_on,
        "report_due_on": planned.report_due_on,
        "clauses": " ".join(sorted(set(planned.clauses), key=order.index)),
    }  # fmt: skip


def _put_scope(audit: Audit, planned: Planned) -> None:
    """Processes that stay keep who looks at them."""
    wanted = {one.pk for one in planned.processes}
    audit.scope.exclude(process__in=wanted).delete()
    there = set(audit.scope.values_list("process_id", flat=True))
    AuditedProcess.objects.bulk_create(
        AuditedProcess(audit=audit, process=one) for one in planned.processes if one.pk not in there
    )


def _told(planned: Planned) -> dict[str, str]:
    return {
        "start": planned.starts_on.isoformat(), "last": planned.ends_on.isoformat(),
        "processes": ", ".join(one.code for one in planned.processes), "clauses": " ".join(planned.clauses),
    }  # fmt: skip
