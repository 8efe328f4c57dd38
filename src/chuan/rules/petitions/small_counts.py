"""Small counts are not shown to overseers: from "1 denunciation in March" a ward can guess who wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShownCounts:
    """Counts as an overseer sees them: None stands where a number is hidden."""

    cells: Mapping[str, int | None]
    total: int | None


def shown_counts(counts: Mapping[str, int], *, least: int) -> ShownCounts:
    """The counts with every number from 1 to below ``least`` hidden. A zero tells of nobody and is shown.

    A hidden number must not follow from the total: so at least two cells are hidden, together not less than
    ``least``; where the other cells do not suffice for that, the total is hidden too.
    """
    hidden = {key for key, count in counts.items() if 0 < count < least}
    others = sorted((count, key) for key, count in counts.items() if count >= least)
    while hidden and others and _given_away(counts, hidden, least):
        hidden.add(others.pop(0)[1])
    total = None if hidden and _given_away(counts, hidden, least) else sum(counts.values())
    return ShownCounts({key: None if key in hidden else count for key, count in counts.items()}, total)


def _given_away(counts: Mapping[str, int], hidden: set[str], least: int) -> bool:
    """Whether the total less what is shown would tell a small number."""
    return len(hidden) < 2 or sum(counts[key] for key in hidden) < least
