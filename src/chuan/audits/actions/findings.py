"""Findings: written down, taken back, looked at again by a later audit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from chuan.audits import refusals
from chuan.audits.actions.around import hold, named, own, subject
from chuan.audits.following import followed
from chuan.audits.models import Audit, ChecklistItem, Finding, SampledRecord
from chuan.audits.own import own_processes
from chuan.audits.permissions import may_work, require_own
from chuan.files.models import Attachment, Blob
from chuan.law.iso9001 import asking
from chuan.people.viewer import Viewer
from chuan.processes.models import Process
from chuan.rules.audits import Grade, require_grounds
from chuan.rules.lifecycles import AUDIT
from chuan.rules.refusals.audits import ClauseUnknown, OwnWorkAudited
from chuan.trail.actions import act

FILES = "audit_finding"
"""The kind of thing a photo hangs on: a finding, by its uid."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as it is typed. ``item``: the question it came from; ``record``: the record of a sample it is about."""

    grade: Grade
    words: str
    clause: str = ""
    evidence: str = ""
    process: Process | None = None
    item: ChecklistItem | None = None
    record: SampledRecord | None = None


def raise_finding(audit: Audit, found: Found, *, by: Viewer, at: datetime) -> Finding:
    """Write a finding down.

    Raises ``NotFound``, ``NotOfTheTeam``, ``NotAtWork``, ``WordsMissing``, ``ClauseUnknown``,
    ``FindingWithoutClause``, ``FindingWithoutEvidence``, ``OwnWorkAudited``.
    """
    _require_team(audit, by)
    words = _checked(audit, found, by)
    row = Finding(
        audit=audit, grade=found.grade.value, clause=found.clause, process=found.process, words=words,
        evidence=found.evidence.strip(), item=found.item, record=found.record, raised_by=by.official, recorded_at=at,
    )  # fmt: skip
    with act("audits.find", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _at_work(audit)
        row.ordinal = (held.findings.aggregate(last=Max("ordinal"))["last"] or 0) + 1
        row.save()
        doing.detail = {"code": row.code, "finding_grade": row.grade, "clause": row.clause}
    return row


def take_back(finding: Finding, reason: str, *, by: Viewer, at: datetime) -> Finding:
    """A finding that was wrong is taken back with the reason, while the audit runs.

    Raises ``NotFound``, ``NotOfTheTeam``, ``NotAtWork``, ``WordsMissing``, ``WithdrawnAlready``, ``FollowedAlready``.
    """
    _require_team(finding.audit, by)
    why = named(reason, _("lý do"))
    with act("audits.take_back", subject(finding.audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        _at_work(finding.audit)
        held = Finding.objects.select_for_update(of=("self",)).select_related("audit").get(pk=finding.pk)
        if held.withdrawn_at is not None:
            raise refusals.WithdrawnAlready(which=held.code)
        if (where := followed([held]).get(held.uid)) is not None:
            raise refusals.FollowedAlready(which=held.code, where=where.code)
        held.withdrawn_at, held.why_withdrawn = at, why
        held.save(update_fields=["withdrawn_at", "why_withdrawn"])
        doing.detail = {"code": held.code, "reason": why}
    return held


def look_again(
    finding: Finding, audit: Audit, *, settled: bool, words: str, by: Viewer, at: datetime
) -> Finding:
    """A later audit says whether an earlier finding is mended, and what it saw. A further look replaces the last one.

    Raises ``NotFound``, ``NotOfTheTeam``, ``NotAtWork``, ``WordsMissing``.
    """
    _require_team(audit, by)
    require_own(finding.audit.owner_unit_id, by, _("phát hiện này"))
    said = named(words, _("đã xem gì"), 500)
    with act("audits.look_again", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held_audit = _at_work(audit)
        held = Finding.objects.select_for_update(of=("self",)).select_related("audit").get(pk=finding.pk)
        held.looked_in, held.is_settled, held.looked_words = held_audit, settled, said
        held.save(update_fields=["looked_in", "is_settled", "looked_words"])
        doing.detail = {"code": held.code, "settled": "yes" if settled else "no"}
    return held


def hang_photo(finding: Finding, blob: Blob, name: str, *, by: Viewer, at: datetime) -> Attachment:
    """A photo or paper is put to a finding, also after the report; its bytes were looked at before.

    Raises ``NotFound``, ``NotOfTheTeam``.
    """
    _require_team(finding.audit, by)
    with act("audits.photo", subject(finding.audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = Attachment.objects.create(
            blob=blob,
            unit_uid=finding.audit.owner_unit.uid,
            subject_kind=FILES,
            subject_uid=finding.uid,
            name=name,
        )
        doing.detail = {"code": finding.code, "sha256": blob.digest}
    return row


def _checked(audit: Audit, found: Found, by: Viewer) -> str:
    """The words on one piece; everything it points to belongs to this audit."""
    words = found.words.strip()
    if not words:
        raise refusals.WordsMissing(thing=_("đã thấy gì"))
    if found.clause and found.clause not in {one.number for one in asking()}:
        raise ClauseUnknown(clause=found.clause[:20])
    require_grounds(found.grade, found.clause, found.evidence)
    if found.process is not None:
        require_own(found.process.owner_unit_id, by, _("quá trình này"))
        _require_independent(audit, found.process, by)
    return words[:4000]


def _require_independent(audit: Audit, process: Process, by: Viewer) -> None:
    if why := own_processes(audit, by.official, [process]).get(process.pk):
        raise OwnWorkAudited(name=by.name, process=process.name, why=why)


def _require_team(audit: Audit, by: Viewer) -> None:
    own(audit, by)
    if not may_work(audit, by):
        raise refusals.NotOfTheTeam()


def _at_work(audit: Audit) -> Audit:
    held = hold(audit)
    if held.status != Audit.Status.UNDER_WAY:
        raise refusals.NotAtWork(which=held.code, status=AUDIT.statuses[held.status].label)
    return held
