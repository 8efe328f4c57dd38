"""The table of words on SQLite: FTS5, without positions and sizes, which nothing here asks for.

It keeps its own copy of the terms, so that a row can be taken out without knowing what it was made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

from chuan.search.asking import Term
from chuan.search.indexes import Row
from chuan.search.indexes.scopes import Scope
from chuan.search.models import SearchEntry

_TABLE = """
CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
  scope, head, rest, detail = column, columnsize = 0, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
)
"""


class SqliteIndex:
    """See ``chuan.search.indexes.Index``."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def install(self) -> None:
        """Make the virtual table where it is missing."""
        with self.connection.cursor() as cursor:
            cursor.execute(_TABLE)

    def write(self, rows: Iterable[Row]) -> None:
        """Terms of the head are not written twice: ``rest`` holds the others."""
        told = [(row.place, " ".join(row.scopes), " ".join(row.head), _rest(row)) for row in rows]
        if told:
            with self.connection.cursor() as cursor:
                cursor.executemany(
                    "INSERT OR REPLACE INTO search_words (rowid, scope, head, rest) VALUES (%s, %s, %s, %s)",
                    told,
                )

    def erase(self, entries: Sequence[SearchEntry]) -> None:
        """By their places: writers take turns on SQLite, so what was read is what stands there."""
        self.erase_places([one.place for one in entries])

    def erase_places(self, places: Sequence[int]) -> None:
        """Take out rows by key."""
        if places:
            with self.connection.cursor() as cursor:
                cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [(one,) for one in places])

    def newest(self, terms: Sequence[Term], scope: Scope, *, head: bool, limit: int) -> list[int]:
        """FTS5 walks its lists from the greatest key down and stops at the limit (sqlite.org/fts5.html, 4.1)."""
        sql = "SELECT rowid FROM search_words WHERE search_words MATCH %s ORDER BY rowid DESC LIMIT %s"
        with self.connection.cursor() as cursor:
            cursor.execute(sql, [_expression(terms, scope, head=head), limit])
            return [row[0] for row in cursor.fetchall()]

    def places(self) -> Iterator[int]:
        """From the table that holds the copies: the virtual one would read every term."""
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT id FROM search_words_content")
            while some := cursor.fetchmany(10_000):
                yield from (row[0] for row in some)

    def settle(self) -> None:
        """Merge what was written into one piece."""
        with self.connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_words (search_words) VALUES ('optimize')")


def _rest(row: Row) -> str:
    head = frozenset(row.head)
    return " ".join(term for term in row.every if term not in head)


def _expression(terms: Sequence[Term], scope: Scope, *, head: bool) -> str:
    parts = [f"{{scope}} : ({' OR '.join(map(_quoted, some))})" for some in scope.alternatives]
    if terms:
        said = " AND ".join(_quoted(one.text) + (" *" if one.open else "") for one in terms)
        parts.insert(0, f"{'{head}' if head else '{head rest}'} : ({said})")
    return " AND ".join(parts)


def _quoted(term: str) -> str:
    return f'"{term}"'
