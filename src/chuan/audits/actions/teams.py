"""The team: who joins, who leads, who looks at which process. Nobody looks at what he does himself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from chuan.audits import refusals
from chuan.audits.actions.around import cited, hold, named, own, subject, today
from chuan.audits.models import Audit, AuditedProcess, Auditor
from chuan.audits.own import why_not, works_of
from chuan.audits.permissions import require_keep, require_own
from chuan.audits.waiting import keep_clocks
from chuan.offers.auditing import competent
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import AUDIT
from chuan.rules.refusals.audits import OwnWorkAudited
from chuan.trail.actions import act

OPEN = ("planned", "announced", "under_way")
"""Statuses in which a team changes."""


@dataclass(frozen=True, slots=True)
class Lent:
    """Somebody a neighbouring unit lends: by which paper, and what shows that he can audit."""

    name: str
    from_unit: str
    document: str
    evidence: str


def join_official(audit: Audit, official: Official, *, lead: bool, by: Viewer, at: datetime) -> Auditor:
    """An official of the unit joins, with evidence of his competence that holds on the first day of the audit.

    Raises ``NotAllowed``, ``NotFound``, ``NotCompetent``, ``OnTeamAlready``, ``TeamFixed``.
    """
    require_keep(by)
    own(audit, by)
    require_own(official.unit_id, by, _("cán bộ này"))
    shown = competent([official.uid], audit.starts_on).get(official.uid)
    if shown is None:
        raise refusals.NotCompetent(name=official.name, day=audit.starts_on)
    row = Auditor(
        audit=audit,
        official=official,
        name=official.name,
        evidence=shown.words[:500],
        is_lead=lead,
        recorded_at=at,
    )
    return _join(audit, row, by, at)


def add_outsider(audit: Audit, lent: Lent, *, lead: bool, by: Viewer, at: datetime) -> Auditor:
    """Somebody of a neighbouring unit joins: the way to be independent where everybody here does the work.

    Raises ``NotAllowed``, ``NotFound``, ``WordsMissing``, ``PaperMissing``, ``TeamFixed``.
    """
    require_keep(by)
    own(audit, by)
    row = Auditor(
        audit=audit, name=named(lent.name, _("tên người được mời"), 120),
        from_unit=named(lent.from_unit, _("đơn vị cử người"), 200), document=cited(lent.document),
        evidence=named(lent.evidence, _("minh chứng về đánh giá nội bộ"), 500), is_lead=lead, recorded_at=at,
    )  # fmt: skip
    return _join(audit, row, by, at)


def lead(member: Auditor, *, by: Viewer, at: datetime) -> Auditor:
    """This member leads from now on. Raises ``NotAllowed``, ``NotFound``, ``LeftAlready``, ``TeamFixed``."""
    require_keep(by)
    own(member.audit, by)
    with act("audits.lead", subject(member.audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        audit = _open(member.audit)
        held = _standing(member)
        audit.team.filter(is_lead=True).update(is_lead=False)
        held.is_lead = True
        held.save(update_fields=["is_lead"])
        keep_clocks(audit, on=today(at))
        doing.detail = _who(held)
    return held


def leave(member: Auditor, reason: str, *, by: Viewer, at: datetime) -> Auditor:
    """A member leaves; what he looked at waits for somebody else.

    Raises ``NotAllowed``, ``NotFound``, ``WordsMissing``, ``LeftAlready``, ``TeamFixed``.
    """
    require_keep(by)
    own(member.audit, by)
    why = named(reason, _("lý do"))
    with act("audits.leave", subject(member.audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        audit = _open(member.audit)
        held = _standing(member)
        AuditedProcess.objects.filter(audit=audit, auditor=held).update(auditor=None)
        held.left_at, held.why_left, held.is_lead = at, why, False
        held.save(update_fields=["left_at", "why_left", "is_lead"])
        keep_clocks(audit, on=today(at))
        doing.detail = {**_who(held), "reason": why}
    return held


def assign(audit: Audit, given: Mapping[int, Auditor | None], *, by: Viewer, at: datetime) -> None:
    """Who looks at which process, by its key; all of it or nothing.

    Raises ``NotAllowed``, ``NotFound``, ``LeftAlready``, ``TeamFixed``, and ``OwnWorkAudited`` with the reason.
    """
    require_keep(by)
    own(audit, by)
    with act("audits.assign", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _open(audit)
        scope = list(held.scope.select_related("process"))
        members = [_standing(one) for one in {one.pk: one for one in given.values() if one}.values()]
        works = works_of(
            [one.official for one in members if one.official], [one.process for one in scope], held
        )
        for one in scope:
            member = given.get(one.process_id, one.auditor) if one.process_id in given else one.auditor
            if member is not None and (why := why_not(member, one.process, works)):
                raise OwnWorkAudited(name=member.name, process=one.process.name, why=why)
            one.auditor = member
        AuditedProcess.objects.bulk_update(scope, ["auditor"], batch_size=200)
        doing.detail = {
            "code": held.code,
            "processes": "; ".join(f"{one.process.code}: {_uid(one.auditor)}" for one in scope),
        }


def _join(audit: Audit, row: Auditor, by: Viewer, at: datetime) -> Auditor:
    with act("audits.join", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _open(audit)
        standing = held.team.filter(left_at__isnull=True)
        if row.official_id and standing.filter(official=row.official_id).exists():
            raise refusals.OnTeamAlready(name=row.name)
        row.is_lead = row.is_lead or not standing.exists()
        if row.is_lead:
            standing.update(is_lead=False)
        row.save()
        keep_clocks(held, on=today(at))
        doing.detail = _who(row)
    return row


def _open(audit: Audit) -> Audit:
    held = hold(audit)
    if held.status not in OPEN:
        raise refusals.TeamFixed(which=held.code, status=AUDIT.statuses[held.status].label)
    return held


def _standing(member: Auditor) -> Auditor:
    held = Auditor.objects.select_for_update(of=("self",)).select_related("official").get(pk=member.pk)
    if held.left_at is not None:
        raise refusals.LeftAlready(name=held.name)
    return held


def _who(member: Auditor) -> dict[str, str]:
    """For the trail: an official by uid; of somebody from outside the unit that lends him."""
    return {"auditor": _uid(member), "document": member.document}


def _uid(member: Auditor | None) -> str:
    if member is None:
        return "–"
    return f"official/{member.official.uid}" if member.official else member.from_unit
