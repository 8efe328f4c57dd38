"""Letters to officials by the unit's own mail: a room puts one, the room that keeps the outbox sends it.

Where no outbox is offered, or the unit has not said how it sends mail, nothing is queued and ``put`` says so. A letter
holds no personal data of citizens: a code and an address inside the house.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a letter; only PDFs that the room which writes the letter made itself."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. ``key`` is the same for the same letter each time it is put ("brief 2021-10-05 <uid>").

    ``to``: uid of a people.Official; ``text``: plain words, no marks of layout.
    """

    key: str
    to: uuid.UUID
    subject: str
    text: str
    files: tuple[Attached, ...] = ()


Post = Callable[[Letter, datetime], bool]
"""(letter, the moment) -> whether it is in the outbox now, by this call or by an earlier one of the same key."""

Ready = Callable[[], bool]
"""Whether the house has been told how to send mail; quick."""

Reach = Callable[[Collection[uuid.UUID]], frozenset[uuid.UUID]]
"""Of these people.Official, by uid, those who have said where they want their letters; one statement."""

_posts: list[tuple[Post, Ready]] = []
_reaches: list[Reach] = []


def offer(post: Post, *, ready: Ready = lambda: True, reach: Reach = frozenset) -> None:
    """Keep the outbox; called once from the owning room's ``AppConfig.ready``."""
    _posts[:], _reaches[:] = [(post, ready)], [reach]


def offered() -> bool:
    """Whether any room keeps an outbox that sends; only then is a letter worth writing."""
    return any(ready() for _post, ready in _posts)


def reached(officials: Collection[uuid.UUID]) -> frozenset[uuid.UUID]:
    """Those of them whom a letter reaches: mail is sent here, and they have given an address."""
    if not officials or not offered():
        return frozenset()
    return frozenset(one for reach in _reaches for one in reach(officials))


def put(letter: Letter, *, at: datetime) -> bool:
    """Hand a letter over; False where nobody sends mail here, or where the official has given no address.

    Call it outside any other transaction.
    """
    return any(post(letter, at) for post, _ready in _posts)
