"""Small numbers hidden in several tables of the same petitions, so that none follows from another."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from chuan.rules.petitions import ShownCounts, shown_counts

Name = TypeVar("Name", bound=Hashable)
Counts = Mapping[str, int]


def shown_together(tables: Mapping[Name, Counts], *, least: int) -> dict[Name, ShownCounts]:
    """Each table with its small numbers hidden; all have the same total.

    Where one table cannot show its total without giving a small number away, no table shows it, and the others show
    nothing but zeros: their numbers would add up to it.
    """
    shown = {name: shown_counts(cells, least=least) for name, cells in tables.items()}
    if all(one.total is not None for one in shown.values()):
        return shown
    return {
        name: ShownCounts(one.cells if one.total is None and len(tables) == 1 else _zeros(tables[name]), None)
        for name, one in shown.items()
    }


def added(parts: Sequence[ShownCounts]) -> ShownCounts:
    """A longer period out of its parts: what is hidden in one part is hidden in the sum, so no part follows."""
    keys = dict.fromkeys(key for one in parts for key in one.cells)
    cells = {key: _sum(one.cells.get(key, 0) for one in parts) for key in keys}
    return ShownCounts(cells, _sum(one.total for one in parts))


def _zeros(cells: Counts) -> dict[str, int | None]:
    return {key: None if count else 0 for key, count in cells.items()}


def _sum(numbers: Iterable[int | None]) -> int | None:
    found = list(numbers)
    known = [one for one in found if one is not None]
    return sum(known) if len(known) == len(found) else None
