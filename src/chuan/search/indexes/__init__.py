"""The table of words beside the entries, one behaviour on two databases: SQLite's FTS5, PostgreSQL's tsvector.

Both hold for each entry: what it belongs to (scopes), the terms of its head (numbers and title), and all its terms.
An entry's key there is its place (``models.place_of``), so that the newest come first without sorting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db.backends.base.base import BaseDatabaseWrapper

from chuan.search.asking import Term
from chuan.search.indexes.scopes import Scope, scopes_of
from chuan.search.models import SearchEntry

__all__ = ["Index", "Row", "Scope", "index_of", "scopes_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one entry."""

    key: int
    place: int
    unit_id: int
    scopes: Sequence[str]
    head: Sequence[str]
    every: Sequence[str]


class Index(Protocol):
    """A table of words."""

    def install(self) -> None:
        """Make the table where it is missing; twice changes nothing."""
        ...

    def write(self, rows: Iterable[Row]) -> None:
        """Take rows in, each in place of one with its key."""
        ...

    def erase(self, entries: Sequence[SearchEntry]) -> None:
        """Take out the words of entries as they stand now."""
        ...

    def erase_places(self, places: Sequence[int]) -> None:
        """Take out what stands at places, whatever it is."""
        ...

    def newest(self, terms: Sequence[Term], scope: Scope, *, head: bool, limit: int) -> list[int]:
        """Places of entries that have every term (``head``: in numbers or title), newest first."""
        ...

    def places(self) -> Iterator[int]:
        """Every place that is taken."""
        ...

    def settle(self) -> None:
        """Tidy up after much was written."""
        ...


def index_of(connection: BaseDatabaseWrapper) -> Index:
    """The table of words of a database."""
    from chuan.search.indexes.postgresql import PostgresIndex
    from chuan.search.indexes.sqlite import SqliteIndex

    return PostgresIndex(connection) if connection.vendor == "postgresql" else SqliteIndex(connection)
