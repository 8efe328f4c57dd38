"""What a room can look at about its own health: an examination, its findings, and what mends each.

``chuan doctor`` and the system page run all of them. An examination only reads; what it can put right safely
it offers apart, as ``mend``.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Protocol


class Text(Protocol):
    """A sentence, translated when it is shown."""

    def __str__(self) -> str: ...


class Grade(Enum):
    """How a finding stands: nothing to do; somebody should look; something is broken or about to be."""

    FINE = "fine"
    LOOK = "look"
    BROKEN = "broken"

    @property
    def weight(self) -> int:
        """0, 1, 2: the worst of several is the heaviest; also the exit code of ``chuan doctor``."""
        return list(Grade).index(self)


@dataclass(frozen=True)
class Finding:
    """One Vietnamese sentence, and what to do: ``mend`` names a command or a page, ``address`` is that page.

    ``address``: a path, or the name of a view, looked up when it is shown (the command needs no views).
    ``unit_uid``: the unit it is about, so that keepers of another unit are not shown it; None: the whole house.
    """

    grade: Grade
    sentence: str
    mend: str = ""
    address: str = ""
    unit_uid: uuid.UUID | None = None


@dataclass(frozen=True)
class Looking:
    """The moment and local day of an examination, and whether everything is to be read however long it takes."""

    at: datetime
    on: date
    full: bool = False


@dataclass(frozen=True)
class Examination:
    """``examine`` yields its findings; a fault of it is caught and is a finding itself.

    ``order``: where it stands in the report. ``mend``: puts right what can be put right without risk and
    without loss, and says in one sentence what it did. ``needs_data``: it asks the database, so without one it is
    left out.
    """

    key: str
    title: Text
    order: int
    examine: Callable[[Looking], Iterable[Finding]]
    mend: Callable[[], str] | None = None
    needs_data: bool = True


_offered: dict[str, Examination] = {}


def offer(*examinations: Examination) -> None:
    """Offer examinations; called once from the room's ``AppConfig.ready``."""
    _offered.update({one.key: one for one in examinations})


def examinations() -> list[Examination]:
    """Every examination offered, in the order of the report."""
    return sorted(_offered.values(), key=lambda one: (one.order, one.key))


def fine(sentence: str) -> Finding:
    """Nothing to do."""
    return Finding(Grade.FINE, sentence)


def look(sentence: str, mend: str = "", *, address: str = "", unit_uid: uuid.UUID | None = None) -> Finding:
    """Somebody should look at it soon."""
    return Finding(Grade.LOOK, sentence, mend, address, unit_uid)


def broken(sentence: str, mend: str = "", *, address: str = "", unit_uid: uuid.UUID | None = None) -> Finding:
    """Something does not work, or what was written is in danger."""
    return Finding(Grade.BROKEN, sentence, mend, address, unit_uid)
