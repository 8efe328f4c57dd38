"""What harms the unit now, or will on a coming day: rooms say it, room ``briefing`` brings the worst five forward.

Nothing here ranks a person: a matter is ordered by its kind, the days it is late and how many cases it holds. A
sentence holds no name of a citizen and nothing of a denunciation: counts, codes and days.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from chuan.offers import rooms
from chuan.offers.subjects import Subject
from chuan.rules.briefs import Verb


@dataclass(frozen=True, slots=True)
class Asked:
    """Which unit (people.Unit), as things will stand on which day; ``at``: the moment of asking.

    ``on`` may lie ahead: what is due today and not done will be overdue tomorrow.
    """

    unit: Any
    on: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Harm:
    """One matter. ``key`` is the same each time the same matter is told ("dossiers.late <uid of the official>").

    ``kind``: a key of ``law/harms.toml``; ``concerned``: uid of the people.Official who answers for it, None where it
    is nobody's own; ``facts``: what it consists of (ends of uids, a figure): no new fact, and what was agreed stays.
    ``amount``: how many cases; ``since``: from when; ``due``: the day it was or is due. ``verbs``: what the head may
    answer, the proposed one first.
    """

    key: str
    kind: str
    sentence: str
    since: date
    due: date | None = None
    concerned: uuid.UUID | None = None
    amount: int = 1
    facts: tuple[str, ...] = ()
    verbs: tuple[Verb, ...] = (Verb.ASSIGN, Verb.REMIND, Verb.EXPLAIN, Verb.AGREE)
    address: str = ""
    subject: Subject | None = None


Collect = Callable[[Asked], Iterable[Harm]]
"""A bounded number of statements, whatever stands in the registers."""

_offered: list[Collect] = []
_spoken_for: set[str] = set()


def offer(collect: Collect, *, clocks: Sequence[str] = ()) -> None:
    """Offer a room's matters, once, from ``ready``; ``clocks``: kinds of subject whose due dates it speaks for."""
    if collect not in _offered:
        _offered.append(collect)
    _spoken_for.update(clocks)


def spoken_for() -> frozenset[str]:
    """Kinds of subject whose due dates some room tells in its own words."""
    return frozenset(_spoken_for)


def harms(asked: Asked) -> list[Harm]:
    """Every matter of the unit on that day, in no order; none of a room that the unit does without."""
    closed = rooms.off(asked.unit, asked.on)
    collecting = [one for one in _offered if rooms.room_of(one) not in closed]
    found = [harm for collect in collecting for harm in collect(asked)]
    kinds = rooms.kinds_of(closed)
    return [one for one in found if not _of_closed(one, closed, kinds)] if closed else found


def _of_closed(harm: Harm, closed: frozenset[str], kinds: frozenset[str]) -> bool:
    about = harm.subject.kind if harm.subject is not None else ""
    return about in kinds or rooms.at(harm.address, closed) is not None


def fact_of(uid: uuid.UUID) -> str:
    """How a record stands among the facts of a matter: the last twelve signs of its uid."""
    return uid.hex[-12:]
