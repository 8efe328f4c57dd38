"""Rooms that a unit may do without. Each says here what it brings and where its doors are; units choose by the day.

Nothing is unloaded: the code and the rows stay, measures and exports go on reading them. What a unit has switched off
shows no door, no count, no task, no hit of a search, and its addresses are not there
(docs/decisions/rooms-on-and-off.md). Which room something comes from is read from the module of what was offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from chuan.offers import subjects
from chuan.rules.rooms import Needs, Switched, off_on


class Text(Protocol):
    """A sentence, translated when it is shown."""

    def __str__(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Room:
    """A room that can be absent. ``key``: its package, "petitions"; ``order``: where it stands in the list.

    ``brings``: one line; ``addresses``: what its pages begin with; ``needs``: keys of rooms it cannot do without;
    ``on_paper``: where its evidence lies in a unit that does without it, for the coverage of clauses.
    """

    key: str
    order: int
    name: Text
    brings: Text
    addresses: tuple[str, ...]
    on_paper: Text
    needs: tuple[str, ...] = ()


Counts = Callable[[Any, Iterable[str]], int]
"""(people.Unit, kinds of subject) -> how many cases of these kinds are open; one statement."""

_offered: dict[str, Room] = {}
_counting: list[Counts] = []


def offer(room: Room) -> None:
    """Offer a room as one that can be absent; called once from its ``AppConfig.ready``."""
    _offered[room.key] = room


def count_open_with(counts: Counts) -> None:
    """Say how open cases are counted; called once by the room that keeps every due date."""
    _counting[:] = [counts]


def rooms() -> list[Room]:
    """Every room that can be absent, in its order."""
    return sorted(_offered.values(), key=lambda one: one.order)


def find(key: str) -> Room | None:
    """The room of this key, None for one that is always there."""
    return _offered.get(key)


def needs() -> Needs:
    """What each of them needs of the others."""
    return {one.key: one.needs for one in rooms()}


def room_of(source: object) -> str:
    """The key of the room that something offered comes from: the package its code lies in."""
    inner = getattr(source, "func", source)
    module = getattr(inner, "__module__", None) or type(inner).__module__
    return str(module).removeprefix("chuan.").partition(".")[0]


def off(unit: Any, on: date) -> frozenset[str]:
    """Keys of the rooms that a people.Unit has switched off on the day; no statement."""
    days: Sequence[Sequence[Any]] = getattr(unit, "room_days", None) or ()
    if not days:
        return frozenset()
    found = off_on((Switched(room, date.fromisoformat(day), bool(there)) for room, day, there in days), on)
    return frozenset(found & _offered.keys())


def is_on(source: object, unit: Any, on: date) -> bool:
    """Whether the room that something offered comes from is on."""
    return room_of(source) not in off(unit, on)


def kinds_of(keys: Iterable[str]) -> frozenset[str]:
    """Kinds of subject that these rooms own."""
    wanted = frozenset(keys)
    return frozenset(
        kind for kind, describer in subjects.describers().items() if room_of(describer) in wanted
    )


def off_kinds(unit: Any, on: date) -> frozenset[str]:
    """Kinds of subject whose room is off."""
    closed = off(unit, on)
    return kinds_of(closed) if closed else frozenset()


def at(address: str, among: Iterable[str] | None = None) -> Room | None:
    """The room behind an address; only one of ``among`` where that is given."""
    allowed: Mapping[str, Room] = (
        _offered if among is None else {k: _offered[k] for k in among if k in _offered}
    )
    return next((one for one in allowed.values() if address.startswith(one.addresses)), None)


def open_cases(room: Room, unit: Any) -> int:
    """How many cases of the room are open in the unit; one statement."""
    return sum(counts(unit, kinds_of([room.key])) for counts in _counting)
