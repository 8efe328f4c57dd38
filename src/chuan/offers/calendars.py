"""When an office's calendar changes, rooms that hold running clocks recompute them; they register here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

Recompute = Callable[[Any, datetime], int]
"""(unit, the moment) -> how many running cases got another due date. Called inside the act that changed it."""

_recomputers: list[Recompute] = []


def recompute_with(recompute: Recompute) -> None:
    """Offer a recomputation; called once from the room's ``AppConfig.ready``."""
    if recompute not in _recomputers:
        _recomputers.append(recompute)


def changed(unit: Any, at: datetime) -> int:
    """Recompute everything that rests on the unit's calendar; how many due dates moved in all."""
    return sum(recompute(unit, at) for recompute in _recomputers)
