"""When an office's calendar changes, rooms that hold running clocks recompute them; they register here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from chuan.offers.subjects import Subject
from chuan.rules.working_time import Calendar

Recompute = Callable[[Any, datetime], int]
"""(unit, the moment) -> how many running cases got another due date. Called inside the act that changed it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A running case whose due day another calendar would move. None: no day can be said.

    ``code`` is how the case is called where no page names it (a dossier's code).
    """

    subject: Subject
    code: str
    before: date | None
    after: date | None


WouldMove = Callable[[Any, Calendar, datetime], Sequence[Moved]]
"""(unit, another calendar, the moment) -> the running cases it would move. Saves nothing."""

_recomputers: list[Recompute] = []
_triers: list[WouldMove] = []


def recompute_with(recompute: Recompute) -> None:
    """Offer a recomputation; called once from the room's ``AppConfig.ready``."""
    if recompute not in _recomputers:
        _recomputers.append(recompute)


def changed(unit: Any, at: datetime) -> int:
    """Recompute everything that rests on the unit's calendar; how many due dates moved in all."""
    return sum(recompute(unit, at) for recompute in _recomputers)


def would_move_with(would_move: WouldMove) -> None:
    """Offer to try another calendar on running cases; called once from the room's ``AppConfig.ready``."""
    if would_move not in _triers:
        _triers.append(would_move)


def would_move(unit: Any, calendar: Calendar, at: datetime) -> list[Moved]:
    """Every running case that this calendar would give another due day; nothing is saved."""
    return [moved for trial in _triers for moved in trial(unit, calendar, at)]
