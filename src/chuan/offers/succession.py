"""What moves when a unit goes into another: rooms above people say what is open, and move it inside one act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Matter:
    """One line of the preview: how many of these things move to the successor, and how many stay as they are.

    ``note`` says what becomes of them, where a count does not tell.
    """

    words: str
    moves: int = 0
    stays: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Something that can neither move nor stay, and what to do about it first."""

    what: str
    do: str


@dataclass(frozen=True)
class Passage:
    """One unit going into its successor. Units, posts and officials are rows of ``people``.

    ``posts``: key of an old post → key of the new post of whoever held it and goes over. ``officials``: keys of
    those who go over. What belonged to anybody else waits for the role ``orphans``.
    """

    old: Any
    new: Any
    on: date
    at: datetime
    by: Any
    citation: str
    posts: Mapping[int, int] = field(default_factory=dict)
    officials: frozenset[int] = frozenset()
    orphans: str = "chairman"


class Mover(Protocol):
    """What a room registers. ``matters`` and ``hindrances`` only read; ``move`` writes inside the act."""

    key: str
    words: str

    def matters(self, unit: Any) -> Sequence[Matter]:
        """What of the unit is open and would move, and what would stay; each a statement or two."""
        ...

    def hindrances(self, unit: Any, on: date) -> Iterable[Hindrance]:
        """What has to be finished or taken back before the unit can go into another."""
        ...

    def move(self, passage: Passage) -> Mapping[str, int]:
        """Move it, by set-based statements: an act lasts 30 s at most. Returns what was moved, for the trail."""
        ...


_movers: dict[str, tuple[int, Mover]] = {}


def register(mover: Mover, *, place: int) -> None:
    """Offer a room's mover; called once from its ``AppConfig.ready``. ``place`` is its turn."""
    _movers[mover.key] = (place, mover)


def withdraw(key: str) -> None:
    """Forget a mover (tests)."""
    _movers.pop(key, None)


def movers() -> tuple[Mover, ...]:
    """Every mover in turn; clocks come last, when the rooms have ended those that do not move."""
    return tuple(mover for _place, mover in sorted(_movers.values(), key=lambda one: (one[0], one[1].key)))
