"""The facts of documents that measures count, kept as they stood (docs/decisions/document-states.md).

Every action that changes such a fact calls ``put_states`` last, inside its transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from django.db.models import OuterRef, QuerySet, Subquery

from chuan.documents.models import Delivery, Document, DocumentState, SignatureCheck
from chuan.documents.models.documents import UNISSUED
from chuan.documents.putting import insert_all

CHUNK = 500
NOT_COUNTED = (*UNISSUED, "cancelled", "dropped", "refused")
FACTS = (
    "counted", "direction", "issued_on", "arrived_on", "due_on", "done_on", "electronic", "person", "agency",
    "circulated",
)  # fmt: skip
_READ = (
    "unit_id",
    "stage",
    "direction",
    "listed",
    "issued_on",
    "arrived_on",
    "due_on",
    "done_on",
    "electronic",
)
_WRITTEN = ("document", "unit", "recorded_at", "until_at", *FACTS)
_ATTRIBUTES = ("document_id", "unit_id", "recorded_at", "until_at", *FACTS)
_PROVEN = ("arrived", "accepted", "waiting", "in_work", "done")


def put_states(ids: Iterable[int], *, at: datetime) -> int:
    """Write a new state for each document whose facts changed; returns how many. Inside a transaction."""
    changed = 0
    for some in _chunks(ids):
        standing = {
            one.document_id: one
            for one in DocumentState.objects.filter(document_id__in=some, until_at__isnull=True)
        }
        fresh = [state for state in _states_of(some, at) if _differs(state, standing.get(state.document_id))]
        gone = [standing[one.document_id].pk for one in fresh if one.document_id in standing]
        DocumentState.objects.filter(pk__in=gone).update(until_at=at)
        insert_all(DocumentState, _WRITTEN, ([getattr(one, name) for name in _ATTRIBUTES] for one in fresh))
        changed += len(fresh)
    return changed


def _chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    waiting = iter(sorted(set(ids)))
    while some := list(islice(waiting, CHUNK)):
        yield some


def _differs(state: DocumentState, standing: DocumentState | None) -> bool:
    return standing is None or any(getattr(state, name) != getattr(standing, name) for name in FACTS)


def _states_of(ids: Sequence[int], at: datetime) -> Iterator[DocumentState]:
    circulated = _circulated(ids)
    for one in _with_checks(Document.objects.filter(pk__in=ids)).only(*_READ):
        yield DocumentState(
            document_id=one.pk,
            unit_id=one.unit_id,
            recorded_at=at,
            counted=is_counted(one),
            direction=one.direction,
            issued_on=one.issued_on,
            arrived_on=one.arrived_on,
            due_on=one.due_on,
            done_on=one.done_on,
            electronic=one.electronic,
            person=getattr(one, "person_verdict", None) or "",
            agency=getattr(one, "agency_verdict", None) or "",
            circulated=circulated.get(one.pk, ""),
        )


def is_counted(one: Document) -> bool:
    """Whether a document is one of the register: issued or arrived, not cancelled, and still listed by its source."""
    return one.listed and one.stage not in NOT_COUNTED and one.direction != Document.Direction.EXTERNAL


def states_of(ids: Sequence[int], at: datetime) -> Iterator[DocumentState]:
    """The states as they ought to stand, not saved: what a check compares."""
    return _states_of(ids, at)


def _with_checks(documents: QuerySet[Document]) -> QuerySet[Document]:
    """Each document with the verdicts of the latest check of its standing file."""
    latest = SignatureCheck.objects.filter(document=OuterRef("pk"), blob=OuterRef("blob")).order_by(
        "-checked_at", "-pk"
    )
    return documents.annotate(
        person_verdict=Subquery(latest.values("person")[:1]),
        agency_verdict=Subquery(latest.values("agency")[:1]),
    )


def _circulated(ids: Sequence[int]) -> dict[int, str]:
    """The best that is known of each document's sendings: proof, sent, paper, none.

    One receiver whose arrival is proven is enough: that a document went round on the network is told of it as a
    whole; who has not got it yet stands on its own page.
    """
    rank = {"": 0, "none": 1, "paper": 2, "sent": 3, "proof": 4}
    found: dict[int, str] = {}
    rows = Delivery.objects.filter(document_id__in=ids).values_list("document_id", "way", "status")
    for document_id, way, status in rows:
        said = _said(way, status)
        if rank[said] > rank[found.get(document_id, "")]:
            found[document_id] = said
    return found


def _said(way: str, status: str) -> str:
    if way == Delivery.Way.PAPER:
        return "paper"
    if status in _PROVEN:
        return "proof"
    return "sent" if status == "sent" else "none"
