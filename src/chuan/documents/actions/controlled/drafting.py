"""Writing a revision: begun from the one in force, saved or uploaded, sent to be reviewed, dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from chuan.documents.actions.controlled.stepping import Held, catch_up, locked, said, stepping
from chuan.documents.controlled.beginnings import unfinished
from chuan.documents.controlled.permissions import check_approves, check_keeps, check_own
from chuan.documents.controlled.standing import IN_FORCE, in_the_making, shown, state_on
from chuan.documents.controlled.waiting import end_review_clock, keep_review_clock
from chuan.documents.models import ControlledDocument, Revision
from chuan.documents.refusals_controlled import (
    EffectBegun,
    RevisionChangedMeanwhile,
    RevisionEmpty,
    RevisionInTheMaking,
    RevisionSecret,
    RevisionUnfinished,
)
from chuan.documents.secrecy import mark_in_draft
from chuan.exchange import papers
from chuan.exchange.kinds import Kind, tell
from chuan.exchange.limits import DEFAULT
from chuan.files import actions as files
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.refusals import FileEmpty, FileIsScan, FileKindUnknown
from chuan.trail.actions import act

KINDS = (Kind.PDF, Kind.DOCX)


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A Word or PDF file looked at before anything is stored; ``text`` is "" for a scan."""

    data: bytes
    name: str
    kind: Kind
    text: str


def begin_revision(document: ControlledDocument, changes: str, *, by: Viewer, at: datetime) -> Revision:
    """The next revision as a draft with the words of the one in force; ``changes`` says what is to change.

    Raises ``NotAllowed``, ``OpinionMissing``, ``RevisionInTheMaking``, ``DocumentRetired``.
    """
    check_keeps(by)
    check_own(by, document.unit)
    why = said(changes)
    made = Revision(controlled=document, changes=why, drafted_by=by.official, recorded_at=at)
    with act("revision.begin", Subject("revision", made.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = locked(document)
        standing = catch_up(held, by=by, at=at)
        making = in_the_making(held.revisions.all(), by.on)
        if making is not None:
            raise RevisionInTheMaking(number=shown(making.number))
        made.controlled = held
        made.number = (held.revisions.aggregate(last=Max("number"))["last"] or 0) + 1
        made.content = standing.content if standing else ""
        made.saved_by, made.saved_at = by.official, at
        made.save()
        doing.detail = {"document": held.code, "number": made.number, "changes": why}
    return made


def save_text(
    revision: Revision, content: str, changes: str, *, based_on: int, by: Viewer, at: datetime
) -> int:
    """Save what was written; returns how often it was saved now. A file uploaded before is set aside.

    ``based_on`` is the count that was edited: another save meanwhile refuses this one with
    ``RevisionChangedMeanwhile``. Raises ``RevisionSecret``, ``WrongMove`` once it was submitted, ``NotAllowed``.
    """
    check_keeps(by)
    _refuse_secret([content, changes])
    with stepping(revision, "revision.save", by=by, at=at) as held:
        _check_fresh(held.revision, based_on)
        text = content.replace("\r\n", "\n").strip()
        fields = {"content": text, "changes": changes.strip(), "blob": None, "file_name": "", "text": ""}
        if all(getattr(held.revision, name) == value for name, value in fields.items()):
            return held.revision.saves
        _keep(held, by=by, at=at, **fields)
    return based_on + 1


def read_upload(data: bytes, name: str) -> Uploaded:
    """A Word or PDF file with its words, read in a process of its own; a scan has none.

    Raises ``FileKindUnknown`` for any other file, ``RevisionSecret``, and whatever a hostile file is refused for.
    """
    kind = tell(data, name=name, limits=DEFAULT)
    if kind not in KINDS:
        raise FileKindUnknown(name=name, kinds=".docx, .pdf")
    try:
        text = papers.extract(data, name=name).text
    except (FileIsScan, FileEmpty):
        text = ""
    _refuse_secret([text])
    return Uploaded(data, name, kind, text)


def upload(
    revision: Revision, data: bytes, name: str, changes: str, *, based_on: int, by: Viewer, at: datetime
) -> int:
    """Take a Word or PDF file in as the revision's text; its bytes are never altered.

    Raises as ``read_upload`` and ``save_text``.
    """
    check_keeps(by)
    _refuse_secret([changes])
    found = read_upload(data, name)
    blob = files.keep(data, media_type=found.kind)
    with stepping(revision, "revision.upload", by=by, at=at) as held:
        _check_fresh(held.revision, based_on)
        _keep(
            held, by=by, at=at, content="", blob=blob, file_name=found.name[-255:], text=found.text,
            changes=changes.strip(),
        )  # fmt: skip
        held.doing.detail = {"digest": blob.digest}
    return based_on + 1


def submit(revision: Revision, *, by: Viewer, at: datetime) -> None:
    """Send it to be reviewed.

    Raises ``RevisionEmpty``, ``RevisionUnfinished`` while places of the template are open, ``WrongMove``,
    ``NotAllowed``.
    """
    check_keeps(by)
    with stepping(revision, "revision.submit", by=by, at=at) as held:
        if not held.revision.content and held.revision.blob_id is None:
            raise RevisionEmpty()
        if left := unfinished(held.revision.content):
            raise RevisionUnfinished(count=len(left), first=left[0].strip()[:80])
        held.take("submit", note="")


def drop(revision: Revision, reason: str, *, by: Viewer, at: datetime) -> None:
    """Give up a draft, or an approved revision before its day; the one it was to replace stays in force.

    Raises ``EffectBegun``, ``OpinionMissing``, ``WrongMove``, ``NotAllowed``.
    """
    words = said(reason)
    if revision.status == "approved":
        check_approves(by)
    else:
        check_keeps(by)
    with stepping(revision, "revision.drop", by=by, at=at) as held:
        if held.revision.status == "approved":
            check_approves(by)
        day = held.revision.effective_from
        if state_on(held.revision, by.on) == IN_FORCE and day is not None:
            raise EffectBegun(day=day)
        held.take("drop", note=words)
        if day is not None:
            _revive(held.revision, by=by, at=at)
        held.doing.detail = {"reason": words}


def _revive(dropped: Revision, *, by: Viewer, at: datetime) -> None:
    """The one that was to end on the day of the dropped one does not end."""
    document = dropped.controlled
    document.revisions.filter(obsolete_on=dropped.effective_from, status="in_force").update(obsolete_on=None)
    standing = catch_up(document, by=by, at=at)
    if standing is None:
        end_review_clock(document, on=by.on)
    else:
        keep_review_clock(document, standing, on=by.on)


def _keep(held: Held, *, by: Viewer, at: datetime, **fields: object) -> None:
    saves = held.revision.saves + 1
    held.take("edit", saves=saves, saved_by=by.official, saved_at=at, **fields)
    held.doing.detail = {"saves": saves}


def _check_fresh(revision: Revision, based_on: int) -> None:
    if revision.saves != based_on:
        who = revision.saved_by.name if revision.saved_by else "Người khác"
        raise RevisionChangedMeanwhile(who=who, at=revision.saved_at or revision.recorded_at)


def _refuse_secret(parts: Iterable[str]) -> None:
    if mark := mark_in_draft(parts):
        raise RevisionSecret(mark=mark)
