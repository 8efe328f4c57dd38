"""Opening a controlled document, mending its card, retiring it, looking at it again after a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chuan.documents.actions.controlled.stepping import catch_up, locked, said
from chuan.documents.actions.knowing import end_inside
from chuan.documents.controlled import searching
from chuan.documents.controlled.beginnings import beginning_of, clauses_of
from chuan.documents.controlled.codes import read_code
from chuan.documents.controlled.permissions import check_approves, check_keeps, check_looks_again, check_own
from chuan.documents.controlled.standing import in_the_making, shown
from chuan.documents.controlled.waiting import end_review_clock, keep_review_clock
from chuan.documents.models import AffectedDocument, ControlledDocument, Revision
from chuan.documents.refusals_controlled import (
    CodeTaken,
    NothingInForce,
    ParentWrong,
    RequestStillOpen,
    RevisionInTheMaking,
)
from chuan.offers.subjects import Subject
from chuan.people.models import Post, Unit
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import REVISION
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Card:
    """What the master list says of a document. ``review_months`` None is as the office practises."""

    code: str
    title: str
    kind: str
    owner_post: Post | None = None
    parent: ControlledDocument | None = None
    clauses: str = ""
    review_months: int | None = None
    procedure_code: str = ""


def open_document(
    card: Card, *, by: Viewer, at: datetime, template: str = "", first_number: int = 1
) -> ControlledDocument:
    """A new document with its first revision as a draft that begins with the text of its kind.

    ``first_number``: a document promulgated before under other rules goes on with its own number.
    Raises ``NotAllowed``, ``CodeUnreadable``, ``CodeTaken``, ``ParentWrong``.
    """
    check_keeps(by)
    document = ControlledDocument(unit=by.unit, recorded_at=at, **_columns(card))
    document.clauses = document.clauses or clauses_of(template)
    revision = Revision(
        controlled=document, number=first_number, content=beginning_of(document, template), drafted_by=by.official,
        saved_by=by.official, saved_at=at, changes="Ban hành lần đầu" if first_number == 1 else "", recorded_at=at,
    )  # fmt: skip
    subject = Subject("controlled", document.uid)
    with act("controlled.open", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        _check_card(document)
        document.save()
        revision.save()
        searching.put(document, on=by.on)
        doing.detail = {"document": document.code, "title": document.title, "kind": document.kind}
    return document


def mend_card(document: ControlledDocument, card: Card, *, by: Viewer, at: datetime) -> None:
    """Correct the card; the text is changed only by a revision.

    Raises ``NotAllowed``, ``CodeUnreadable``, ``CodeTaken``, ``ParentWrong``, ``DocumentRetired``.
    """
    check_keeps(by)
    check_own(by, document.unit)
    columns = _columns(card)
    subject = Subject("controlled", document.uid)
    with act("controlled.mend", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = locked(document)
        doing.detail = {"before": f"{held.code} {held.title}"}
        for name, value in columns.items():
            setattr(held, name, value)
        _check_card(held)
        held.save(update_fields=list(columns))
        standing = catch_up(held, by=by, at=at)
        if standing is not None:
            keep_review_clock(held, standing, on=by.on)
        searching.put(held, on=by.on)
        doing.detail |= {"after": f"{held.code} {held.title}"}


def retire(document: ControlledDocument, reason: str, *, by: Viewer, at: datetime) -> None:
    """Stop using a document from today on; everything of it is kept.

    Raises ``NotAllowed``, ``OpinionMissing``, ``RequestStillOpen``, ``RevisionInTheMaking``.
    """
    check_approves(by)
    check_own(by, document.unit)
    words = said(reason)
    subject = Subject("controlled", document.uid)
    with act("controlled.retire", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = locked(document)
        standing = catch_up(held, by=by, at=at)
        _check_may_end(held, by)
        if standing is not None:
            _end(standing, words, by=by, at=at)
        held.retired_on, held.retired_reason = by.on, words
        held.save(update_fields=["retired_on", "retired_reason"])
        end_review_clock(held, on=by.on)
        searching.put(held, on=by.on)
        doing.detail = {"document": held.code, "reason": words}


def keep_as_it_is(document: ControlledDocument, note: str, *, by: Viewer, at: datetime) -> None:
    """The periodic review left it as it is. Raises ``NotAllowed``, ``OpinionMissing``, ``NothingInForce``."""
    check_looks_again(by, document)
    check_own(by, document.unit)
    words = said(note)
    subject = Subject("controlled", document.uid)
    with act("controlled.look_again", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = locked(document)
        standing = catch_up(held, by=by, at=at)
        if standing is None:
            raise NothingInForce()
        standing.last_reviewed_on, standing.note = by.on, words
        standing.save(update_fields=["last_reviewed_on", "note"])
        keep_review_clock(held, standing, on=by.on)
        doing.detail = {"document": held.code, "number": standing.number, "reason": words}


def _end(standing: Revision, words: str, *, by: Viewer, at: datetime) -> None:
    standing.status = REVISION.next(standing.status, "retire")
    standing.obsolete_on, standing.note = by.on, words
    standing.save(update_fields=["status", "obsolete_on", "note"])
    end_inside(Subject("revision", standing.uid), "Tài liệu đã ngừng áp dụng", on=by.on, at=at)


def _check_may_end(document: ControlledDocument, by: Viewer) -> None:
    making = in_the_making(document.revisions.all(), by.on)
    if making is not None:
        raise RevisionInTheMaking(number=shown(making.number))
    asked = AffectedDocument.objects.filter(
        controlled=document, outcome=AffectedDocument.Outcome.OPEN, request__status__in=("open", "accepted")
    )
    if count := asked.count():
        raise RequestStillOpen(count=count)


def _check_card(document: ControlledDocument) -> None:
    """The unit's row is locked: two may not open the same code at once."""
    Unit.objects.select_for_update().get(pk=document.unit_id)
    taken = ControlledDocument.objects.filter(unit=document.unit, code=document.code).exclude(pk=document.pk)
    if (other := taken.first()) is not None:
        raise CodeTaken(taken=document.code, title=other.title)
    parent = document.parent
    if parent is not None and (
        parent.pk == document.pk
        or parent.unit_id != document.unit_id
        or parent.kind == ControlledDocument.Kind.FORM
        or (document.pk is not None and parent.parent_id == document.pk)
    ):
        raise ParentWrong()


def _columns(card: Card) -> dict[str, object]:
    return {
        "code": read_code(card.code),
        "title": " ".join(card.title.split()),
        "kind": card.kind,
        "owner_post": card.owner_post,
        "parent": card.parent,
        "clauses": card.clauses.strip(),
        "review_months": card.review_months,
        "procedure_code": card.procedure_code.strip(),
    }
