"""The facts of documents that measures count, kept as they stood (docs/decisions/document-states.md).

Every action that changes such a fact calls ``put_states`` last, inside its transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import connection
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
Facts = tuple[Any, ...]
"""Values in the order of ``FACTS``."""

_WRITTEN = ("document", "unit", "recorded_at", "until_at", *FACTS)
_READ = (
    "pk", "unit_id", "listed", "stage", "direction", "issued_on", "arrived_on", "due_on", "done_on", "electronic",
    "person_verdict", "agency_verdict",
)  # fmt: skip
_PROVEN = ("arrived", "accepted", "waiting", "in_work", "done")


def put_states(ids: Iterable[int], *, at: datetime) -> int:
    """Write a new state for each document whose facts changed; returns how many. Inside a transaction."""
    changed = 0
    for some in _chunks(ids):
        standing = standing_of(some)
        fresh = [
            (pk, unit, facts) for pk, unit, facts in facts_of(some) if standing.get(pk, (0, ()))[1] != facts
        ]
        gone = [standing[pk][0] for pk, _unit, _facts in fresh if pk in standing]
        DocumentState.objects.filter(pk__in=gone).update(until_at=at)
        insert_all(DocumentState, _WRITTEN, ((pk, unit, at, None, *facts) for pk, unit, facts in fresh))
        changed += len(fresh)
    return changed


def fill_missing() -> int:
    """States for documents that never had one (taken in by an earlier version), as of their own recording."""
    if DocumentState._meta.db_table not in connection.introspection.table_names():
        return 0
    rows = Document.objects.filter(states__isnull=True).values_list("recorded_at", "pk")
    return sum(put_states([pk], at=at) for at, pk in list(rows))


def standing_of(ids: Sequence[int]) -> dict[int, tuple[int, Facts]]:
    """(key, facts) of the state that stands, by document."""
    rows = DocumentState.objects.filter(document_id__in=ids, until_at__isnull=True)
    return {
        document: (pk, tuple(facts)) for document, pk, *facts in rows.values_list("document_id", "pk", *FACTS)
    }


def facts_of(ids: Sequence[int]) -> Iterator[tuple[int, int, Facts]]:
    """(document, unit, facts) as they ought to stand now."""
    circulated = _circulated(ids)
    rows = _with_checks(Document.objects.filter(pk__in=ids)).values_list(*_READ)
    for pk, unit, listed, stage, direction, issued, arrived, due, done, electronic, person, agency in rows:
        counted = listed and stage not in NOT_COUNTED and direction != Document.Direction.EXTERNAL
        facts = (counted, direction, issued, arrived, due, done, electronic, person or "", agency or "")
        yield pk, unit, (*facts, circulated.get(pk, ""))


def _chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    waiting = iter(sorted(set(ids)))
    while some := list(islice(waiting, CHUNK)):
        yield some


def _with_checks(documents: QuerySet[Document]) -> QuerySet[Any]:
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
    sendings = Delivery.objects.filter(document_id__in=ids)
    rows = sendings.values_list("document_id", "way", "status")
    asked_back = sendings.filter(status__in=_RECALLING, steps__isnull=False)
    before = asked_back.values_list("document_id", "way", "steps__after")
    for document_id, way, status in (*rows, *before):
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


_RECALLING = ("recall_asked", "recall_denied", "recalled")
"""What was asked back had gone, and perhaps arrived: its steps tell."""
