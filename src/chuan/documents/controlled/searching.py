"""Controlled documents in the one box of search: by code and title, and by the words of the revision in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from chuan.documents.models import ControlledDocument, Revision
from chuan.offers import search
from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.search import entries

_CHUNK = 200


def offer() -> None:
    """Offer the kind of this module; called when the programme starts."""
    search.offer("controlled", every)


def every() -> Iterator[Entry]:
    """Every controlled document of every unit."""
    # nosemgrep: clock-below-the-door - background work
    today = timezone.localdate()
    for one in ControlledDocument.objects.order_by("pk").iterator(chunk_size=_CHUNK):
        yield entry_of(one, today)


def put(document: ControlledDocument, *, on: date) -> None:
    """Write a document as it stands on the day; inside the act that changes it."""
    entries.put([entry_of(document, on)])


def entry_of(document: ControlledDocument, on: date) -> Entry:
    """What is found of it: a draft's words are not, before it is in force."""
    standing = Revision.objects.in_force(on).filter(controlled=document).first()
    return Entry(
        Subject("controlled", document.uid),
        document.unit_id,
        title=document.title,
        numbers=(document.code,),
        text=(standing.content or standing.text) if standing else "",
        on=standing.effective_from if standing else None,
    )
