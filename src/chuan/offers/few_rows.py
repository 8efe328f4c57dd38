"""A page of the rows of a measure that has so few that it classifies them all at once; in the order of every page."""

from __future__ import annotations

from collections.abc import Iterable

from chuan.offers.measures import Row


def page_of(rows: Iterable[Row], after: str | None, limit: int) -> list[Row]:
    """The rows that follow the uid ``after`` (None: from the first), ``limit`` at most, in the order of their uids."""
    ordered = sorted(rows, key=_uid)
    return [row for row in ordered if after is None or _uid(row) > after][:limit]


def _uid(row: Row) -> str:
    return str(row.subject.uid)
