"""The table of words on PostgreSQL: stored tsvectors under GIN, made of our own terms, without positions.

Without positions and weights GIN answers exactly and no row's words are read back. The vectors stand outside the
row, so that the newest of a hundred thousand hits are picked from a small table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from chuan.search.asking import Term
from chuan.search.indexes import Row
from chuan.search.indexes.scopes import Scope
from chuan.search.models import SearchEntry

_TABLE = """
CREATE TABLE IF NOT EXISTS search_words (
  key bigint PRIMARY KEY, place bigint NOT NULL, unit_id bigint NOT NULL,
  head tsvector NOT NULL, every tsvector NOT NULL
) WITH (toast_tuple_target = 128);
ALTER TABLE search_words ALTER head SET STORAGE EXTERNAL, ALTER every SET STORAGE EXTERNAL;
CREATE INDEX IF NOT EXISTS search_words_head ON search_words USING gin (head)
  WITH (gin_pending_list_limit = 256);
CREATE INDEX IF NOT EXISTS search_words_every ON search_words USING gin (every)
  WITH (gin_pending_list_limit = 256);
CREATE INDEX IF NOT EXISTS search_words_place ON search_words (unit_id, place);
"""

_WRITE = """
INSERT INTO search_words (key, place, unit_id, head, every) VALUES (%s, %s, %s, %s::tsvector, %s::tsvector)
ON CONFLICT (key) DO UPDATE SET place = excluded.place, unit_id = excluded.unit_id, head = excluded.head,
  every = excluded.every
"""

SAMPLE = 400
"""The newest rows of a unit that are looked at first, to know how often the terms occur."""

DENSE = 20
"""Hits among them from which on walking down from the newest row is quicker than gathering all."""

WALKED = 5_000
"""The newest rows of a unit that are walked; where too few of them match, all matches are gathered after all."""


class PostgresIndex:
    """See ``chuan.search.indexes.Index``."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def install(self) -> None:
        """Make table and indexes where they are missing."""
        with self.connection.cursor() as cursor:
            cursor.execute(_TABLE)

    def write(self, rows: Iterable[Row]) -> None:
        """Scopes stand among the terms: no term of a text begins as they do."""
        told = [
            (row.key, row.place, row.unit_id, _vector(row.scopes, row.head), _vector(row.scopes, row.every))
            for row in rows
        ]
        if told:
            with self.connection.cursor() as cursor:
                cursor.executemany(_WRITE, told)

    def erase(self, entries: Sequence[SearchEntry]) -> None:
        """By their keys, which stay when a place changes."""
        self._erase("key", [one.pk for one in entries])

    def erase_places(self, places: Sequence[int]) -> None:
        """Take out rows by place."""
        self._erase("place", places)

    def newest(self, terms: Sequence[Term], scope: Scope, *, head: bool, limit: int) -> list[int]:
        """What is everywhere is found among the newest rows; what is rare by GIN, and sorted.

        GIN gathers every match before it can be sorted: 60 ms for a word of all of 100,000 papers, 1 ms so.
        """
        query, column = _query(terms, scope), "head" if head else "every"
        if len(self._walk(column, query, scope.unit_ids, rows=SAMPLE, limit=DENSE)) >= DENSE:
            found = self._walk(column, query, scope.unit_ids, rows=WALKED, limit=limit)
            if len(found) >= limit:
                return found
        return self._gather(column, query, limit)

    def places(self) -> Iterator[int]:
        """In pieces, from the small table."""
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT place FROM search_words")
            while some := cursor.fetchmany(10_000):
                yield from (row[0] for row in some)

    def settle(self) -> None:
        """Put what was only noted down into its place; tell the planner what stands there."""
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT gin_clean_pending_list('search_words_head'), gin_clean_pending_list('search_words_every')"
            )
            cursor.execute("ANALYZE search_words")

    def _walk(self, column: str, query: str, unit_ids: Sequence[int], *, rows: int, limit: int) -> list[int]:
        each = " UNION ALL ".join([_WALK.format(column=column)] * len(unit_ids))
        values = [one for unit in unit_ids for one in (unit, rows, query, limit)]
        sql = f"SELECT place FROM ({each}) AS found ORDER BY place DESC LIMIT %s"  # noqa: S608 - our own columns
        with self.connection.cursor() as cursor:
            cursor.execute(sql, [*values, limit])
            return [row[0] for row in cursor.fetchall()]

    def _gather(self, column: str, query: str, limit: int) -> list[int]:
        """By GIN, never by reading every row's words, which the planner believes to be cheap: they stand outside."""
        with transaction.atomic(using=self.connection.alias), self.connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            # nosemgrep: text-made-sql - two own columns
            cursor.execute(_GATHER.format(column=column), [query, limit])
            found = cursor.fetchall()
            cursor.execute("SET LOCAL enable_seqscan TO DEFAULT")
        return [row[0] for row in found]

    def _erase(self, column: str, values: Sequence[int]) -> None:
        if values:
            sql = f"DELETE FROM search_words WHERE {column} = ANY(%s)"  # noqa: S608 - our own columns
            with self.connection.cursor() as cursor:
                cursor.execute(sql, [list(values)])


_WALK = (
    "(SELECT place FROM (SELECT place, {column} AS terms FROM search_words WHERE unit_id = %s "
    "ORDER BY place DESC LIMIT %s) AS newest WHERE terms @@ %s::tsquery ORDER BY place DESC LIMIT %s)"
)

_GATHER = "SELECT place FROM search_words WHERE {column} @@ %s::tsquery ORDER BY place + 0 DESC LIMIT %s"
"""The unit is among the terms; "+ 0" keeps the planner from walking an index of places."""


def _vector(*terms: Iterable[str]) -> str:
    return " ".join(f"'{term}'" for some in terms for term in some)


def _query(terms: Sequence[Term], scope: Scope) -> str:
    said = [f"'{one.text}'" + (":*" if one.open else "") for one in terms]
    belongs = ["(" + " | ".join(f"'{term}'" for term in some) + ")" for some in scope.alternatives]
    return " & ".join(said + belongs)
