"""Writing the whole index anew, a piece at a time, while the office goes on searching."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator

from django.db import connection, transaction

from chuan.offers.search import Entry, Source, offered
from chuan.offers.subjects import Subject
from chuan.search.entries import drop, put
from chuan.search.indexes import index_of
from chuan.search.models import SearchEntry, place_of


def rebuild() -> Iterator[tuple[str, int]]:
    """Yields each kind with how many of it may be found now. Never empties what is searched meanwhile."""
    index_of(connection).install()
    sources = offered()
    for kind, source in sources.items():
        yield kind, _one_kind(kind, source)
    gone = SearchEntry.objects.exclude(subject_kind__in=list(sources))
    drop([Subject(*one) for one in gone.values_list("subject_kind", "subject_uid")])
    _sweep()
    index_of(connection).settle()


def _one_kind(kind: str, source: Source) -> int:
    seen: set[uuid.UUID] = set()
    put(_noting(source(), seen), anew=True)
    held = SearchEntry.objects.filter(subject_kind=kind).values_list("subject_uid", flat=True)
    drop([Subject(kind, uid) for uid in held if uid not in seen])
    return len(seen)


def _noting(entries: Iterable[Entry], seen: set[uuid.UUID]) -> Iterator[Entry]:
    for entry in entries:
        seen.add(entry.subject.uid)
        yield entry


def _sweep() -> None:
    """Take out words whose entry is gone. Both are read in one transaction, so none just written is taken for gone."""
    with transaction.atomic():
        wanted = {place_of(pk, on) for pk, on in SearchEntry.objects.values_list("pk", "on").iterator()}
        index_of(connection).erase_places([one for one in index_of(connection).places() if one not in wanted])
