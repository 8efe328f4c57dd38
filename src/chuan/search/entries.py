"""Writing what may be found. Called by rooms inside their own act: the entry changes with the thing or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection, transaction
from django.db.models import Q

from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.search import folding
from chuan.search.asking import keys_of
from chuan.search.indexes import Row, index_of, scopes_of
from chuan.search.models import SearchEntry

__all__ = ["Entry", "digest_of", "drop", "put"]

CHUNK = 200
SHOWN_LETTERS = 50_000
"""Of a text that are kept to show the lines around a hit; it is found by all of its words."""

_COLUMNS = ("unit_id", "guard", "title", "numbers", "text", "on", "digest")


def put(entries: Iterable[Entry], *, anew: bool = False) -> int:
    """Write entries, each in place of the earlier one of its subject; returns how many were written.

    Unchanged ones are left alone, unless ``anew``. Any number may come: they are written in chunks. Needs the
    transaction of the act that changes the things.
    """
    given, written = iter(entries), 0
    while some := list(islice(given, CHUNK)):
        written += _put({one.subject: one for one in some}, anew=anew)
    return written


def drop(subjects: Iterable[Subject]) -> None:
    """Nothing of these is found any more."""
    given = iter(subjects)
    while some := list(islice(given, CHUNK)):
        with transaction.atomic():
            held = list(SearchEntry.objects.filter(_named(some)).only("pk", "on"))
            index_of(connection).erase(held)
            SearchEntry.objects.filter(pk__in=[one.pk for one in held]).delete()


def digest_of(entry: Entry) -> str:
    """Tells whether an entry still says what it said; also changes when words are folded otherwise."""
    told = [
        folding.VERSION, entry.subject.kind, entry.subject.uid.hex, entry.unit_id, sorted(entry.guard),
        entry.title, entry.numbers, entry.on and entry.on.isoformat(), entry.text,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _put(given: dict[Subject, Entry], *, anew: bool) -> int:
    digests = {subject: digest_of(one) for subject, one in given.items()}
    with transaction.atomic():
        held = {_subject(row): row for row in SearchEntry.objects.filter(_named(given)).defer("text")}
        fresh = {
            subject: one
            for subject, one in given.items()
            if anew or subject not in held or held[subject].digest != digests[subject]
        }
        index = index_of(connection)
        index.erase([held[subject] for subject in fresh if subject in held])
        rows = SearchEntry.objects.bulk_create(
            [_row(one, digests[subject]) for subject, one in fresh.items()],
            update_conflicts=True,
            unique_fields=["subject_kind", "subject_uid"],
            update_fields=_COLUMNS,
        )
        index.write(_words(row, one) for row, one in zip(rows, fresh.values(), strict=True))
    return len(fresh)


def _row(entry: Entry, digest: str) -> SearchEntry:
    return SearchEntry(
        subject_kind=entry.subject.kind,
        subject_uid=entry.subject.uid,
        unit_id=entry.unit_id,
        guard=",".join(["", *sorted(entry.guard), ""]) if entry.guard else "",
        title=folding.clean(entry.title),
        numbers="\n".join(folding.clean(one) for one in entry.numbers),
        text=folding.clean(entry.text[:SHOWN_LETTERS]),
        on=entry.on,
        digest=digest,
    )


def _words(row: SearchEntry, entry: Entry) -> Row:
    return Row(
        key=row.pk,
        place=row.place,
        unit_id=entry.unit_id,
        scopes=scopes_of(entry, [key for one in entry.numbers for key in keys_of(one)]),
        head=folding.terms_of([*entry.numbers, entry.title]),
        every=folding.terms_of([*entry.numbers, entry.title, entry.text]),
    )


def _subject(row: SearchEntry) -> Subject:
    return Subject(row.subject_kind, row.subject_uid)


def _named(subjects: Iterable[Subject]) -> Q:
    by_kind: dict[str, list[object]] = {}
    for one in subjects:
        by_kind.setdefault(one.kind, []).append(one.uid)
    return Q(*_each(by_kind), _connector=Q.OR)


def _each(by_kind: dict[str, list[object]]) -> Iterator[Q]:
    for kind, uids in by_kind.items():
        yield Q(subject_kind=kind, subject_uid__in=uids)
