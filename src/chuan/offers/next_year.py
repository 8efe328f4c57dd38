"""What asks for a new or another objective next year: rooms above ``objectives`` tell it here, a round shows it.

Only told, never done: whoever runs the round decides what becomes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Asking:
    """One sentence that asks for it, where it stands, and since when."""

    sentence: str
    address: str
    since: date


Teller = Callable[[Any, int], Iterable[Asking]]
"""Given a people.Viewer and the year that ends; tells only what this viewer may see."""

_tellers: list[Teller] = []


def offer(teller: Teller) -> None:
    """Register; called once from the room's ``AppConfig.ready``."""
    if teller not in _tellers:
        _tellers.append(teller)


def told(viewer: Any, year: int) -> list[Asking]:
    """Everything that is told of the year, the earliest first."""
    return sorted((one for teller in _tellers for one in teller(viewer, year)), key=lambda one: one.since)
