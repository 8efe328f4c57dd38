"""The search itself: candidates by rank, those that may be seen, one page of them with the lines around the words."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from django.db import connection

from chuan.offers.subjects import Described, Subject
from chuan.search import asking
from chuan.search.asking import Asked, Term
from chuan.search.indexes import Index, Scope, index_of
from chuan.search.models import SearchEntry, key_of
from chuan.search.snippets import Piece, around, marked

PAGE = 20
MOST = 200
"""Hits that are counted and paged through; whoever has more adds a word."""

DEEPEST = 2_000
"""Candidates looked at when some of the first may not be seen by this viewer."""

Show = Callable[[Sequence[Subject]], Mapping[Subject, Described]]
"""Describes what the viewer may see and leaves out the rest: ``offers.subjects.describe`` with a viewer."""


class Rank(IntEnum):
    """How well an entry answers; within a rank the newer comes first, things without a date before all."""

    NUMBER = 0
    HEAD_TOGETHER = 1
    HEAD = 2
    TEXT_TOGETHER = 3
    TEXT = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. ``snippet`` is empty when the words stand in title and numbers only."""

    subject: Subject
    rank: Rank
    title: tuple[Piece, ...]
    numbers: tuple[tuple[Piece, ...], ...]
    snippet: tuple[Piece, ...]
    on: date | None
    described: Described | None


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits. ``total`` counts what this viewer may see; ``more``: there may be others beyond it."""

    asked: Asked
    hits: tuple[Hit, ...]
    total: int
    more: bool
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    key: int
    place: int
    rank: Rank


def find(
    words: str,
    *,
    unit_ids: Iterable[int],
    roles: Iterable[str] = (),
    kinds: Iterable[str] | None = None,
    page: int = 1,
    show: Show | None = None,
) -> Found:
    """Find what the words name, within these units and roles, best first.

    Without ``show`` nobody is asked who may see what: for checks and measuring only. A page beyond the last is the
    last. Raises ``NothingToSearch``, ``SearchTooLong``.
    """
    asked = asking.read(words)
    scope = Scope(
        tuple(sorted(set(unit_ids))), tuple(sorted(set(roles))), None if kinds is None else tuple(kinds)
    )
    seen, more = _seen(asked, scope, show)
    pages = max(1, -(-len(seen) // PAGE))
    page = min(max(page, 1), pages)
    shown = seen[(page - 1) * PAGE : page * PAGE]
    return Found(asked, tuple(_hits(shown, asked)), len(seen), more, page, pages)


def newest_of(
    words: str, *, unit_ids: Iterable[int], kind: str, most: int, head: bool = False
) -> Iterator[uuid.UUID]:
    """Uids of one kind that hold every word (``head``: in numbers or title), newest first. Raises as ``keys_of``."""
    return uids_of(keys_of(words, unit_ids=unit_ids, kind=kind, most=most, head=head))


def keys_of(words: str, *, unit_ids: Iterable[int], kind: str, most: int, head: bool = False) -> list[int]:
    """Entries of one kind that hold every word, the newest first, at most so many: for the filter of a room's list.

    Nobody is asked who may see what: the list itself shows only what its viewer may see, and no guarded entry is
    found. Raises ``NothingToSearch``, ``SearchTooLong``.
    """
    asked = asking.read(words)
    scope = Scope(tuple(sorted(set(unit_ids))), (), (kind,))
    if not scope.unit_ids:
        return []
    return [key_of(place) for place in index_of(connection).newest(asked.terms, scope, head=head, limit=most)]


def uids_of(keys: Sequence[int]) -> Iterator[uuid.UUID]:
    """The things that these entries stand for."""
    for start in range(0, len(keys), _READ):
        rows = SearchEntry.objects.filter(pk__in=keys[start : start + _READ])
        yield from rows.values_list("subject_uid", flat=True)


def standing_for(kind: str, uids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    """The entry of each of these things of one kind."""
    found: dict[uuid.UUID, int] = {}
    for start in range(0, len(uids), _READ):
        rows = SearchEntry.objects.filter(subject_kind=kind, subject_uid__in=uids[start : start + _READ])
        found |= dict(rows.values_list("subject_uid", "pk"))
    return found


_READ = 2_000
_Seen = tuple[_Candidate, Subject, Described | None]


def _seen(asked: Asked, scope: Scope, show: Show | None) -> tuple[list[_Seen], bool]:
    """What may be seen, at most ``MOST``; looks deeper once when some of the first may not."""
    seen: list[_Seen] = []
    more = False
    for most in (MOST, DEEPEST):
        candidates = _candidates(asked, scope, most + 1)
        seen = _shown(candidates, show)
        more = len(candidates) > most
        if not more or len(seen) > MOST:
            break
    return seen[:MOST], more or len(seen) > MOST


def _candidates(asked: Asked, scope: Scope, most: int) -> list[_Candidate]:
    """Places by rank, the newest first within each; a worse rank holds the better ones too, so it looks that deep."""
    if not scope.unit_ids or (scope.kinds is not None and not scope.kinds):
        return []
    index = index_of(connection)
    found: dict[int, Rank] = {}
    for rank, look in _looks(asked, scope, index):
        if len(found) >= most:
            break
        for place in look(most + len(found)):
            found.setdefault(place, rank)
    return [_Candidate(key_of(place), place, rank) for place, rank in list(found.items())[:most]]


_Look = Callable[[int], list[int]]


def _looks(asked: Asked, scope: Scope, index: Index) -> Iterator[tuple[Rank, _Look]]:
    exactly = Scope(scope.unit_ids, scope.roles, scope.kinds, asked.key)
    yield Rank.NUMBER, lambda most: index.newest((), exactly, head=True, limit=most)
    together: tuple[Term, ...] = tuple(dict.fromkeys((*asked.run, *asked.terms))) if asked.run else ()
    for rank, terms, head in (
        (Rank.HEAD_TOGETHER, together, True),
        (Rank.HEAD, asked.terms, True),
        (Rank.TEXT_TOGETHER, together, False),
        (Rank.TEXT, asked.terms, False),
    ):
        if terms:
            yield rank, _look(index, terms, scope, head)


def _look(index: Index, terms: Sequence[Term], scope: Scope, head: bool) -> _Look:
    return lambda most: index.newest(terms, scope, head=head, limit=most)


def _shown(candidates: Sequence[_Candidate], show: Show | None) -> list[_Seen]:
    """In their order; words without an entry at their place are left over from a table emptied beneath them."""
    columns = ("pk", "on", "subject_kind", "subject_uid")
    rows = SearchEntry.objects.filter(pk__in=[one.key for one in candidates]).only(*columns)
    subjects = {row.place: Subject(row.subject_kind, row.subject_uid) for row in rows}
    told = show(list(subjects.values())) if show and subjects else {}
    return [
        (one, subjects[one.place], told.get(subjects[one.place]))
        for one in candidates
        if one.place in subjects and (show is None or subjects[one.place] in told)
    ]


def _hits(seen: Collection[_Seen], asked: Asked) -> Iterator[Hit]:
    rows = SearchEntry.objects.in_bulk([candidate.key for candidate, _, _ in seen])
    for candidate, subject, described in seen:
        if (row := rows.get(candidate.key)) is not None:
            numbers = tuple(marked(one, asked) for one in row.numbers.split("\n") if one)
            snippet = around(row.text, asked)
            yield Hit(subject, candidate.rank, marked(row.title, asked), numbers, snippet, row.on, described)
