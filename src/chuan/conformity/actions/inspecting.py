"""An inspection is opened with accounts or written down; findings are added and taken back; its minutes are closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.conformity import refusals_inspecting as no
from chuan.conformity.inspecting.naming import FINDING, INSPECTION, cited
from chuan.conformity.models import Inspection, InspectionFinding
from chuan.conformity.permissions import KEEPERS
from chuan.conformity.permissions_inspecting import require_find
from chuan.corrections.actions import Raised, raise_nonconformity
from chuan.corrections.models import Nonconformity
from chuan.files.models import Attachment, Blob
from chuan.law.inspection import points
from chuan.law.iso9001 import asking
from chuan.offers.subjects import Subject
from chuan.people import permissions
from chuan.people.actions import guests, holding
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

Grade = InspectionFinding.Grade


@dataclass(frozen=True, slots=True)
class Coming:
    """Who comes, for which days (both included), by which decision."""

    body: str
    since: date
    last: date
    citation: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as it is typed. ``mended``: the paper by which it was mended already, in minutes of the past."""

    grade: str
    words: str
    evidence: str = ""
    point: str = ""
    clause: str = ""
    mended: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes as they were signed: number, day, what they conclude; the scan, looked at before."""

    number: str
    on: date
    conclusion: str = ""
    scan: tuple[Blob, str] | None = None


def open_inspection(
    coming: Coming, people: Sequence[guests.Person], *, by: Viewer, at: datetime
) -> tuple[Inspection, list[guests.LetIn]]:
    """An inspection with an account for each named person. Raises what ``guests.let_in`` raises, ``DaysBackwards``."""
    permissions.require_keep_staff(by)
    row = _inspection(coming, by, at)
    visit = guests.Visit(row.uid, row.body, row.starts_on, row.ends_on, row.citation)
    with act("inspection.open", Subject(INSPECTION, row.uid), by=by, unit_uid=by.unit_uid, at=at):
        row.save()
        return row, guests.let_in(visit, people, by=by, at=at)


def record_inspection(coming: Coming, *, by: Viewer, at: datetime) -> Inspection:
    """An inspection that was made without accounts. Raises ``NotAllowed``, ``CitationMissing``, ``DaysBackwards``."""
    permissions.require_role(by, *KEEPERS)
    row = _inspection(coming, by, at)
    with act("inspection.open", Subject(INSPECTION, row.uid), by=by, unit_uid=by.unit_uid, at=at):
        row.save()
    return row


def find(inspection: Inspection, found: Found, *, by: Viewer, at: datetime) -> InspectionFinding:
    """Write a finding. Raises ``NotFound``, ``NotOfThisVisit``, ``InspectionClosed``, and what ``_checked`` raises."""
    require_find(by, inspection)
    row = InspectionFinding(
        inspection=inspection, guest=by.guest, by=by.official, recorded_at=at, **_checked(found, by)
    )
    with act("inspection.find", Subject(FINDING, row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row.ordinal = _next(_open(inspection))
        row.save()
        doing.detail = {"grade": row.grade, "clause": row.clause}
    return row


def take_back(finding: InspectionFinding, reason: str, *, by: Viewer, at: datetime) -> InspectionFinding:
    """A later row says that a finding was wrong, and why.

    Raises ``NotFound``, ``NotOfThisVisit``, ``InspectionClosed``, ``TakenBackAlready``, ``WordsMissing``.
    """
    require_find(by, finding.inspection)
    words = _said(reason, _("vì sao rút"))
    row = InspectionFinding(
        inspection=finding.inspection, takes_back=finding, words=words, guest=by.guest, by=by.official, recorded_at=at
    )  # fmt: skip
    with act("inspection.take_back", Subject(FINDING, finding.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = _open(finding.inspection)
        if finding.takes_back_id is not None or InspectionFinding.objects.filter(takes_back=finding).exists():
            raise no.TakenBackAlready()
        row.ordinal = _next(held)
        row.save()
    return row


def close_inspection(
    inspection: Inspection, minutes: Minutes, *, by: Viewer, at: datetime
) -> list[Nonconformity]:
    """Close the minutes; what has to be mended is raised, with the two months counted from the day of the minutes.

    26/2014/TT-BKHCN, Điều 37 (``qms.mend_months``). Raises ``NotFound``, ``NotOfThisVisit``, ``InspectionClosed``,
    ``WordsMissing``, ``MinutesDay``.
    """
    require_find(by, inspection)
    number = _said(minutes.number, _("số biên bản"))
    if not inspection.starts_on <= minutes.on <= timezone.localtime(at).date():
        raise no.MinutesDay(day=minutes.on, since=inspection.starts_on)
    subject = Subject(INSPECTION, inspection.uid)
    with act("inspection.close", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _open(inspection)
        held.minutes, held.minutes_on, held.closed_at = number[:100], minutes.on, at
        held.conclusion = minutes.conclusion.strip()
        held.save(update_fields=["minutes", "minutes_on", "closed_at", "conclusion"])
        if minutes.scan:
            _hang(held, *minutes.scan)
        raised = [_raise(one, held, by, at) for one in _to_mend(held)]
        doing.detail = {"raised": ", ".join(one.code for one in raised)}
    return raised


def _raise(finding: InspectionFinding, held: Inspection, by: Viewer, at: datetime) -> Nonconformity:
    assert held.minutes_on is not None
    raised = Raised(
        finding.words[:1000], Nonconformity.Source.INSPECTION.value, held.minutes_on, finding.grade, finding.clause,
        subject=Subject(FINDING, finding.uid), citation=cited(held),
    )  # fmt: skip
    return raise_nonconformity(raised, by=by, at=at)


def _to_mend(held: Inspection) -> list[InspectionFinding]:
    rows = InspectionFinding.objects.standing().filter(inspection=held, mended="")
    return [one for one in rows.order_by("ordinal") if one.is_fault]


def _inspection(coming: Coming, by: Viewer, at: datetime) -> Inspection:
    if coming.last < coming.since:
        raise no.DaysBackwards(since=coming.since, last=coming.last)
    return Inspection(
        unit=by.unit, body=_said(coming.body, _("cơ quan kiểm tra"))[:200], citation=holding.cited(coming.citation),
        starts_on=coming.since, ends_on=coming.last, opened_by=by.official, example=by.unit.example, recorded_at=at,
    )  # fmt: skip


def _checked(found: Found, by: Viewer) -> dict[str, str]:
    """The fields of a finding. Raises ``WordsMissing``, ``GroundsMissing``, ``PointUnknown``."""
    words, grade = _said(found.words, _("đã thấy gì")), Grade(found.grade)
    if grade in (Grade.MAJOR, Grade.MINOR) and not found.evidence.strip():
        raise no.GroundsMissing()
    if found.point and found.point not in {one.key for one in points()}:
        raise no.PointUnknown(named=found.point[:40])
    if found.clause and found.clause not in {one.number for one in asking()}:
        raise no.PointUnknown(named=found.clause[:40])
    mended = "" if by.guest else found.mended.strip()[:300]
    return {
        "words": words, "grade": grade.value, "evidence": found.evidence.strip(), "point": found.point,
        "clause": found.clause, "mended": mended,
    }  # fmt: skip


def _open(inspection: Inspection) -> Inspection:
    """The row under lock, not closed yet."""
    held = Inspection.objects.select_for_update(of=("self",)).select_related("unit").get(pk=inspection.pk)
    if held.is_closed:
        raise no.InspectionClosed()
    return held


def _next(held: Inspection) -> int:
    return (held.findings.aggregate(last=Max("ordinal"))["last"] or 0) + 1


def _hang(held: Inspection, blob: Blob, name: str) -> None:
    Attachment.objects.create(
        blob=blob, unit_uid=held.unit.uid, subject_kind=INSPECTION, subject_uid=held.uid, name=name
    )


def _said(text: str, thing: str) -> str:
    words = text.strip()
    if not words:
        raise no.WordsMissing(thing=thing)
    return words
