"""What of this room may be found: documents, by number, subject, names and the text of the latest reading."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django_tasks import task

from chuan.documents.controlled import searching as controlled
from chuan.documents.fields import REGISTERS
from chuan.documents.models import Document, Reading
from chuan.documents.models.documents import DRAFTING, SEE_DRAFTS
from chuan.offers import registers, search
from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.rules.types import Period
from chuan.search import entries

_CHUNK = 200


def offer() -> None:
    """Offer the kinds of this room; called when the programme starts."""
    search.offer("document", every)
    controlled.offer()
    registers.tell_when_imported(when_imported)


def every() -> Iterator[Entry]:
    """Every document of every unit."""
    rows = _with_text(Document.objects.order_by("pk"))
    return (_entry(one) for one in rows.iterator(chunk_size=_CHUNK))


def when_imported(unit: Any, register: str, covers: Period | None, at: datetime) -> None:
    """After an import of a register of documents: what it changed is written in the background.

    Twenty thousand rows take longer to fold than an act may last; what has not changed is left alone.
    """
    if any(register == one.key for one in REGISTERS):
        put_unit.enqueue(str(unit.uid))


@task()
def put_unit(unit_uid: str) -> None:
    """The background's door: write the documents of a unit as they stand, each chunk in a transaction of its own."""
    rows = _with_text(Document.objects.filter(owner_unit__uid=uuid.UUID(unit_uid)).order_by("pk"))
    entries.put(_entry(one) for one in rows.iterator(chunk_size=_CHUNK))


def put(documents: Iterable[Document]) -> None:
    """Write documents as they stand in the database; inside the act that changes them, after it has saved them."""
    keys = [one.pk for one in documents]
    for start in range(0, len(keys), _CHUNK):
        rows = _with_text(Document.objects.filter(pk__in=keys[start : start + _CHUNK]))
        entries.put(_entry(one) for one in rows)


def _with_text(documents: QuerySet[Document]) -> QuerySet[Document]:
    latest = Reading.objects.filter(document=OuterRef("pk")).order_by("-version").values("text")[:1]
    return documents.select_related("drafted_by").annotate(read_text=Subquery(latest))


def _entry(one: Document) -> Entry:
    signer = " ".join(part for part in (one.signer_position, one.signer_name) if part)
    texts = (one.issuer_name, signer, one.lead_name, getattr(one, "read_text", None) or _drafted(one))
    return Entry(
        Subject("document", one.uid),
        one.owner_unit_id,
        title=one.subject or one.file_name,
        numbers=tuple(
            number for number in (one.full_number if one.number else "", one.arrival_number) if number
        ),
        text="\n".join(text for text in texts if text),
        on=one.issued_on or one.arrived_on,
        guard=_guard(one),
    )


def _drafted(one: Document) -> str:
    """The words of a paper written here, in their order; it is stored as JSON of paper.contents.Content."""
    return "\n".join(_texts(json.loads(one.content))) if one.content else ""


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _texts(inner)


def _guard(one: Document) -> frozenset[str]:
    """A draft is found by those who may see it (``DocumentQuerySet.seen_by``)."""
    if one.stage not in DRAFTING:
        return frozenset()
    drafter = [search.holder(one.drafted_by.uid)] if one.drafted_by else []
    return frozenset([*SEE_DRAFTS, *drafter])
