"""What posts ask for, and the papers that show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people.models import Official, Post
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act
from chuan.workforce import refusals
from chuan.workforce import refusals_competence as own
from chuan.workforce.competence.clocks import keep_evidence_clocks
from chuan.workforce.competence.judging import months_later
from chuan.workforce.models import Evidence, Qualification, Requirement, Session
from chuan.workforce.permissions import require_keep


@dataclass(frozen=True, slots=True)
class Named:
    """A qualification as it is typed: its name decides whether it is a new one."""

    name: str
    kind: str
    renew_months: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper as it is typed. ``valid_to``: the first day it holds no more; None: by the qualification, or for good."""

    held_from: date
    paper: str
    place: str = ""
    valid_to: date | None = None


def ask(
    post: Post, named: Named, *, must: bool, since: date, citation: str, by: Viewer, at: datetime
) -> Requirement:
    """A post asks for a qualification from a day on, by a document.

    Raises ``NotAllowed``, ``NotFound``, ``NameMissing``, ``PaperMissing``, ``AskedAlready``.
    """
    require_keep(by)
    if post.unit_id != by.unit.pk:
        raise NotFound(thing=_("chức danh này"))
    paper = _cited(citation)
    row = Requirement(post=post, must=must, citation=paper, valid_from=since, recorded_at=at)
    with act("competence.ask", Subject("requirement", row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row.qualification = qualification_of(named, by=by, at=at)
        _require_not_asked(row)
        row.save()
        doing.detail = {"post": post.title, "name": row.qualification.name, "citation": paper}
    return row


def end_asking(row: Requirement, until: date, citation: str, *, by: Viewer, at: datetime) -> Requirement:
    """A post asks for it no more from ``until`` on; earlier days stay as they were.

    Raises ``NotAllowed``, ``NotFound``, ``PaperMissing``, ``OverAlready``, ``EndsBeforeItBegins``.
    """
    require_keep(by)
    if row.post.unit_id != by.unit.pk:
        raise NotFound(thing=_("yêu cầu này"))
    paper = _cited(citation)
    if until <= row.valid_from:
        raise own.EndsBeforeItBegins(first=row.valid_from, last=until)
    with act("competence.end", Subject("requirement", row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = Requirement.objects.select_for_update().get(pk=row.pk)
        if held.valid_to is not None:
            raise own.OverAlready()
        held.valid_to = until
        held.save(update_fields=["valid_to"])
        doing.detail = {"until": until.isoformat(), "citation": paper}
    return held


def show(
    official: Official, qualification: Qualification, shown: Shown, *, by: Viewer, at: datetime
) -> Evidence:
    """Keep a paper that an official showed. The trail names him and the qualification, not the paper.

    Raises ``NotAllowed``, ``NotFound``, ``PaperMissing``, ``NotYet``, ``EndsBeforeItBegins``.
    """
    require_keep(by)
    row = evidence_row(official, qualification, shown, by=by, at=at)
    with act("competence.show", Subject("evidence", row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row.save()
        keep_evidence_clocks([official], at=at)
        doing.detail = {"official": str(official.uid), "name": qualification.name}
    return row


def evidence_row(
    official: Official, qualification: Qualification, shown: Shown, *, by: Viewer, at: datetime,
    session: Session | None = None,
) -> Evidence:  # fmt: skip
    """The row, checked and not yet saved."""
    if official.unit_id != by.unit.pk or qualification.unit_id not in by.unit_ids:
        raise NotFound(thing=_("cán bộ này"))
    if shown.held_from > timezone.localtime(at).date():
        raise own.NotYet(day=shown.held_from)
    ends = shown.valid_to
    if ends is None and qualification.renew_months:
        ends = months_later(shown.held_from, qualification.renew_months)
    if ends is not None and ends <= shown.held_from:
        raise own.EndsBeforeItBegins(first=shown.held_from, last=ends)
    return Evidence(
        unit=by.unit, official=official, qualification=qualification, held_from=shown.held_from, valid_to=ends,
        paper=_cited(shown.paper), place=" ".join(shown.place.split()), session=session, recorded_at=at,
    )  # fmt: skip


def void_evidence(row: Evidence, reason: str, *, by: Viewer, at: datetime) -> Evidence:
    """Take back a paper that was written wrong, also by a ward that went into this one: papers go with the person.

    Raises ``NotAllowed``, ``NotFound``, ``ReasonMissing``, ``OverAlready``.
    """
    require_keep(by)
    if not may_change(row, by):
        raise NotFound(thing=_("minh chứng này"))
    if not reason.strip():
        raise refusals.ReasonMissing()
    with act("competence.void", Subject("evidence", row.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = Evidence.objects.select_for_update().get(pk=row.pk)
        if held.voided_at is not None:
            raise own.OverAlready()
        held.voided_at, held.why_void = at, reason.strip()
        held.save(update_fields=["voided_at", "why_void"])
        keep_evidence_clocks([row.official], at=at)
    return held


def may_change(row: Evidence, by: Viewer) -> bool:
    """Whether a paper is the viewer's unit's to take back: written by it or by one that went into it (``unit``, the
    origin, never changes), about somebody who serves in it now. Of who stayed behind nothing is changed any more."""
    return row.official.unit_id == by.unit.pk and row.unit_id in by.unit_ids


def qualification_of(named: Named, *, by: Viewer, at: datetime) -> Qualification:
    """The unit's qualification of that name, made when there is none; inside an act. Raises ``NameMissing``."""
    name = " ".join(named.name.split())
    if not name:
        raise own.NameMissing(thing=_("tên yêu cầu"))
    found, _made = Qualification.objects.get_or_create(
        unit=by.unit, name=name[:200],
        defaults={"kind": named.kind, "renew_months": named.renew_months or None, "recorded_at": at},
    )  # fmt: skip
    return found


def names_of(unit_ids: Iterable[int]) -> list[str]:
    """Names of qualifications the units know, for a list to choose from."""
    rows = Qualification.objects.filter(unit_id__in=list(unit_ids))
    return list(rows.order_by("name").values_list("name", flat=True))


def _require_not_asked(row: Requirement) -> None:
    there = Requirement.objects.filter(
        post=row.post, qualification=row.qualification, valid_to__isnull=True
    ).first()
    if there is not None:
        raise own.AskedAlready(post=row.post.title, name=row.qualification.name, since=there.valid_from)


def _cited(text: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise refusals.PaperMissing()
    return said[:300]
