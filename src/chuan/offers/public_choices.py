"""What a person chose for the public pages: shown beside them by room ``upkeep``, changed on the room's own page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from chuan.offers import rooms
from chuan.offers.publishing import Asked


@dataclass(frozen=True, slots=True)
class Chosen:
    """One choice: of what, what stands, and the address where whoever publishes changes it."""

    label: str
    said: str
    address: str


Tell = Callable[[Asked], Iterable[Chosen]]
"""The choices of a room; none where there is nothing to choose."""

_offered: dict[str, Tell] = {}


def offer(key: str, tell: Tell) -> None:
    """Offer choices; called once from the room's ``AppConfig.ready``."""
    _offered[key] = tell


def chosen(asked: Asked) -> Iterator[Chosen]:
    """Every choice of every room that the unit uses, by key."""
    for key in sorted(_offered):
        if rooms.is_on(_offered[key], asked.unit, asked.on):
            yield from _offered[key](asked)
