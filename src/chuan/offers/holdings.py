"""What the house holds as evidence of each clause of TCVN ISO 9001:2015: rooms say it, ``conformity`` shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from chuan.offers.rooms import room_of
from chuan.rules.types import Period


@dataclass(frozen=True, slots=True)
class Holding:
    """Evidence of one clause: how many pieces in the period, called what, on which page.

    ``kept``: a document kept up to date (maintained) rather than records kept as they were (retained).
    """

    clause: str
    label: str
    address: str
    count: int
    kept: bool = False
    room: str = ""
    """The key of the room it comes from; set by ``held``."""


Holds = Callable[[Any, Period], Iterable[Holding]]
"""(people.Unit, the period) -> holdings, also those of which there is none; a bounded number of statements."""

_offered: list[Holds] = []


def offer(holds: Holds) -> None:
    """Offer holdings; called once from the room's ``AppConfig.ready``."""
    if holds not in _offered:
        _offered.append(holds)


def held(unit: Any, period: Period) -> list[Holding]:
    """Everything that is held, by clause in the order of the standard."""
    found = [replace(one, room=room_of(holds)) for holds in _offered for one in holds(unit, period)]
    return sorted(found, key=lambda one: [int(n) for n in one.clause.split(".")])


def held_in(room: str, unit: Any, period: Period) -> list[Holding]:
    """What one room holds; only that room is asked."""
    mine = [holds for holds in _offered if room_of(holds) == room]
    return [replace(one, room=room) for holds in mine for one in holds(unit, period)]
