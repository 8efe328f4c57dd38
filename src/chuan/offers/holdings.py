"""What the house holds as evidence of each clause of TCVN ISO 9001:2015: rooms say it, ``conformity`` shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

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


Holds = Callable[[Any, Period], Iterable[Holding]]
"""(people.Unit, the period) -> holdings, also those of which there is none; a bounded number of statements."""

_offered: list[Holds] = []


def offer(holds: Holds) -> None:
    """Offer holdings; called once from the room's ``AppConfig.ready``."""
    if holds not in _offered:
        _offered.append(holds)


def held(unit: Any, period: Period) -> list[Holding]:
    """Everything that is held, by clause in the order of the standard."""
    found = [one for holds in _offered for one in holds(unit, period)]
    return sorted(found, key=lambda one: [int(n) for n in one.clause.split(".")])
