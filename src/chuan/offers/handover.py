"""Bàn giao: what an official holds, room by room, and how it passes to another. Rooms above people register here."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from chuan.offers.subjects import Subject


class Passes(StrEnum):
    """How something goes from one official to another."""

    BY_NAME = "by_name"
    """Held by name: the receiver's name takes the place of the giver's."""
    WITH_POST = "with_post"
    """Held through a post: it goes where the post goes, and stays where the post stays."""
    ENDS = "ends"
    """Never used by another (a personal certificate): it is handed in and ended."""
    STAYS = "stays"
    """Bound to the person (his own acknowledgement, his signature): he settles it or it is settled anew."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose things are asked for, on which day. ``giver``: people.Official; ``posts``: people.Post held by him."""

    giver: Any
    posts: Sequence[Any]
    roles: frozenset[str]
    on: date


@dataclass(frozen=True, slots=True)
class Held:
    """One thing an official answers for. ``ref`` names it within its holder, for as long as it is open.

    ``count``: how many matters stand behind the line; ``due``: the earliest of their days. ``post``: the uid
    of the post it goes with. ``keepers_only``: only who may give posts and roles passes it on.
    """

    ref: str
    what: str
    passes: Passes
    note: str = ""
    due: date | None = None
    count: int = 1
    subject: Subject | None = None
    post: uuid.UUID | None = None
    keepers_only: bool = False


@dataclass(frozen=True, slots=True)
class Passing:
    """One handover being carried out: from whom to whom, from which day, by which document.

    ``giver``, ``receiver``: people.Official; ``by``: people.Viewer of the receiver.
    """

    giver: Any
    receiver: Any
    on: date
    citation: str
    by: Any
    at: datetime


@dataclass(frozen=True, slots=True)
class Receiving:
    """Who would take something over, as he will stand on the day: ``receiver``: people.Official.

    ``roles``: those he holds and those that pass to him by the same list; ``serves``: he holds a post, or gets one.
    """

    receiver: Any
    roles: frozenset[str]
    serves: bool


class Holder(Protocol):
    """What a room offers. ``kinds``: the kinds of subject whose clocks it answers for.

    It may also say to whom a line may not pass, by ``unfit(ref, receiving) -> str``: why, as a sentence (``unfit``).
    """

    key: str
    words: str
    kinds: Collection[str]

    def held(self, asked: Asked) -> Sequence[Held]:
        """What the official holds on the day; a bounded number of statements, whatever he holds."""
        ...

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Make these the receiver's, inside the act of the handover."""
        ...


class Waits(Protocol):
    """Việc của tôi: puts a handover before an official, and takes it away."""

    def __call__(self, subject: Subject, unit: Any, officials: Sequence[Any], due: date, *, on: date) -> None:
        """Show it to exactly these officials, due on ``due``; to the others it is over on ``on``."""
        ...


_holders: dict[str, tuple[int, Holder]] = {}
_waits: list[Waits] = []


def register(holder: Holder, *, place: int) -> None:
    """Offer what a room's officials hold; ``place`` orders the groups of the page. Once, from ``AppConfig.ready``."""
    _holders[holder.key] = (place, holder)


def register_waits(waits: Waits) -> None:
    """Offer the list of what waits for somebody; once, from ``AppConfig.ready`` of the room of clocks."""
    _waits[:] = [waits]


def holders() -> list[Holder]:
    """Every holder, in the order of the page."""
    return [holder for _place, holder in sorted(_holders.values(), key=lambda one: (one[0], one[1].key))]


def unfit(holder: str, ref: str, receiving: Receiving) -> str:
    """Why this line may not pass to this receiver, as a sentence; "" where it may."""
    found = _holders.get(holder)
    said = getattr(found[1], "unfit", None) if found else None
    return str(said(ref, receiving)) if callable(said) else ""


def claimed() -> frozenset[str]:
    """Kinds of subject that some room answers for itself; the clocks of all others pass by their owner alone."""
    return frozenset(kind for holder in holders() for kind in holder.kinds)


def wait_for(subject: Subject, unit: Any, officials: Sequence[Any], due: date, *, on: date) -> None:
    """Put the handover before these officials alone. Inside an act."""
    for waits in _waits:
        waits(subject, unit, officials, due, on=on)


def everything(asked: Asked) -> list[tuple[Holder, Held]]:
    """All that the official holds, holder by holder, the earliest due first."""
    return [
        (holder, one)
        for holder in holders()
        for one in sorted(holder.held(asked), key=lambda held: (held.due or date.max, held.what, held.ref))
    ]
