"""Working on an incoming document: begun, an opinion given, settled with its result, kept for information, reopened."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.actions.incoming.answering import answered
from chuan.documents.actions.incoming.assigning import COOPERATE, KNOW, LEAD, is_his
from chuan.documents.actions.incoming.stepping import check_kept, check_ours, stepping
from chuan.documents.actions.outgoing.stepping import given
from chuan.documents.incoming.handlers import is_named
from chuan.documents.incoming.replies import reply_numbered
from chuan.documents.incoming.waiting import end_parts, keep_parts
from chuan.documents.models import Assignment, Document, Link
from chuan.documents.permissions import check_assigns, check_registers, may_assign, may_speak_for_office
from chuan.documents.refusals_incoming import NotHisPart, ReplyUnknown, ResultMissing, WordMissing
from chuan.people.viewer import Viewer


def start(document: Document, *, by: Viewer, at: datetime) -> None:
    """Whoever leads has begun. Raises ``NotHisPart``, ``FollowedRow``, ``WrongMove``."""
    check_ours(by, document)
    check_kept(document, by)
    if not is_lead(document, by):
        raise NotHisPart()
    with stepping(document, "incoming.start", by=by, at=at) as held:
        held.take("start")
        held.document.assignments.standing().filter(part=LEAD, seen_at=None).update(seen_at=at)
        answered(held.document, "05", by=by, at=at)


def contribute(assignment: Assignment, opinion: str, *, by: Viewer, at: datetime) -> None:
    """Whoever cooperates gives an opinion; nothing more waits for him. Raises ``NotHisPart``, ``WordMissing``."""
    document = assignment.document
    check_ours(by, document)
    check_kept(document, by)
    if assignment.part != COOPERATE or not is_his(assignment, by):
        raise NotHisPart()
    if not opinion.strip():
        raise WordMissing()
    with stepping(document, "incoming.contribute", by=by, at=at) as held:
        held.take("contribute", note=opinion.strip())
        Assignment.objects.filter(pk=assignment.pk, seen_at=None).update(seen_at=at)
        end_parts([assignment], on=by.on)


def finish(
    document: Document,
    result: str,
    *,
    reply: Document | None = None,
    reply_number: str = "",
    by: Viewer,
    at: datetime,
) -> None:
    """The document is settled: what came of it, and the document that replies, where there is one.

    A number typed that is one document of the unit's own is joined to it. Whoever leads says so, or a leader or the
    office in his place. Those who only had to know keep their part.
    Raises ``ResultMissing``, ``ReplyUnknown``, ``NotHisPart``, ``FollowedRow``, ``WrongMove``.
    """
    check_ours(by, document)
    check_kept(document, by)
    check_settles(document, by)
    said = " ".join(result.split())
    if not said:
        raise ResultMissing()
    if reply is not None and (reply.owner_unit_id != by.unit.pk or reply.direction != Document.Direction.OUT):
        raise ReplyUnknown(number=reply.full_number)
    typed = " ".join(reply_number.split())
    reply = reply or reply_numbered(by.unit, typed)
    number = reply.full_number if reply is not None else typed
    told = {"reply": number, "on_behalf": not is_lead(document, by)}
    with stepping(document, "incoming.finish", by=by, at=at) as held:
        held.take(
            "finish",
            note=result.strip(),
            data=told,
            done_on=by.on,
            progress=said[:300],
            reply_number=number[:80],
        )
        if reply is not None:
            _link(reply, held.document)
        end_parts(held.document.assignments.standing().exclude(part=KNOW), on=by.on)
        answered(held.document, "06", by=by, at=at)
        held.detail |= told


def file_away(document: Document, note: str = "", *, by: Viewer, at: datetime) -> None:
    """Nothing has to be done: kept for information. Leaders say so, or the office for them.

    Raises ``FollowedRow``, ``WrongMove``, ``NotAllowed``.
    """
    check_assigns(by, office_too=True)
    check_kept(document, by)
    with stepping(document, "incoming.file", by=by, at=at) as held:
        held.take("file", note=note.strip(), done_on=by.on, progress="Lưu để biết")


def reopen(document: Document, reason: str, *, by: Viewer, at: datetime) -> None:
    """A settled document has to be worked on again; its parts and their days run on as they were given.

    Raises ``ReasonMissing``, ``NotHisPart``, ``FollowedRow``, ``WrongMove``.
    """
    check_ours(by, document)
    check_kept(document, by)
    check_settles(document, by)
    said = given(reason, "mở lại văn bản")
    with stepping(document, "incoming.reopen", by=by, at=at) as held:
        held.take("reopen", note=said, done_on=None, progress="")
        parts = held.document.assignments.standing().exclude(part=KNOW).select_related("official", "post")
        keep_parts(held.document, parts, on=by.on)


def note(document: Document, words: str, *, by: Viewer, at: datetime) -> None:
    """A remark of the unit's own beside the document, also beside one that only follows the source.

    Raises ``WordMissing``, ``NotAllowed`` for who neither works on it nor leads nor keeps the register.
    """
    check_ours(by, document)
    if not works_on(document, by):
        check_registers(by)
    if not words.strip():
        raise WordMissing()
    with stepping(document, "incoming.note", by=by, at=at) as held:
        held.take("note", note=words.strip())


def is_lead(document: Document, by: Viewer) -> bool:
    """Whether the viewer leads the handling."""
    parts = document.assignments.standing().filter(part=LEAD)
    return any(is_his(one, by) for one in parts)


def works_on(document: Document, by: Viewer) -> bool:
    """Whether a part was given to the viewer, here or by the source, or he is one who assigns."""
    parts = document.assignments.standing()
    return may_assign(by) or any(is_his(one, by) for one in parts) or is_named(document, by)


def check_settles(document: Document, by: Viewer) -> None:
    """Raises ``NotHisPart`` unless the viewer leads it, or is a leader, or speaks for the office."""
    if not (may_assign(by) or may_speak_for_office(by) or is_lead(document, by)):
        raise NotHisPart()


def _link(reply: Document, document: Document) -> None:
    Link.objects.get_or_create(
        document=reply, target=document, kind=Link.Kind.REPLIES, defaults={"citation": document.title[:600]}
    )
