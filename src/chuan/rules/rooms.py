"""Rooms of the house that a unit may do without: which are off on a day, what each needs of others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

Needs = Mapping[str, Collection[str]]
"""Key of a room → keys of those it cannot do without."""


@dataclass(frozen=True, slots=True)
class Switched:
    """A room was switched on or off, from a day on."""

    room: str
    since: date
    on: bool


def off_on(switched: Iterable[Switched], day: date) -> frozenset[str]:
    """Keys of the rooms that are off on the day. ``switched`` in the order in which it was recorded.

    Of two for one room the later day counts, of the same day the later record. What was never switched is on.
    """
    standing: dict[str, Switched] = {}
    for one in switched:
        before = standing.get(one.room)
        if one.since <= day and (before is None or before.since <= one.since):
            standing[one.room] = one
    return frozenset(one.room for one in standing.values() if not one.on)


def with_needs(room: str, needs: Needs) -> tuple[str, ...]:
    """The room after everything it needs, each once; needs that go in a circle end where they began."""
    found: dict[str, None] = {}
    _add(room, needs, found, frozenset())
    return tuple(found)


def _add(room: str, needs: Needs, found: dict[str, None], above: frozenset[str]) -> None:
    if room in found or room in above:
        return
    for one in needs.get(room, ()):
        _add(one, needs, found, above | {room})
    found[room] = None


def still_needed_by(room: str, needs: Needs, off: Collection[str]) -> tuple[str, ...]:
    """Rooms that are on and cannot do without this one, in the order of ``needs``."""
    return tuple(one for one in needs if one != room and one not in off and room in with_needs(one, needs))
