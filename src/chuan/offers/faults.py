"""From a record to a nonconformity: what a room says of a record that went wrong, and what it would raise by itself.

Room ``corrections`` asks; rooms below and above it answer. Nothing here decides that something is a nonconformity:
a proposal is put before a person (TCVN ISO 9001:2015, 8.7 and 10.2).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from chuan.offers import rooms
from chuan.offers.subjects import Subject, describe


@dataclass(frozen=True, slots=True)
class Facts:
    """What a record says of itself at one moment, to be kept as it was: (words, value) lines in Vietnamese.

    No line may hold what not every reader of the register of nonconformities may see: a petition gives its code and
    dates, never a name. ``label`` and ``address`` lead back to the record; ``process`` is the code of the process it
    belongs to, where the room knows it; ``found_on`` the day the fault became true.
    """

    subject: Subject
    label: str
    address: str
    lines: tuple[tuple[str, str], ...] = ()
    process: str = ""
    clause: str = ""
    found_on: date | None = None


Tell = Callable[[uuid.UUID, Any, datetime], Facts | None]
"""(uid, people.Viewer, the moment) -> its facts; None when this viewer may not see it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that ought to be looked at as a nonconformity: proposed by itself, raised by a person.

    ``key`` is the same for the same matter each time it is asked ("objective 3.2 of 2021"), so that what was raised
    or put aside with a reason is not proposed again. ``measure_key``: the measure its effect may be judged by.
    """

    key: str
    subject: Subject
    sentence: str
    address: str
    since: date
    clause: str = ""
    measure_key: str = ""


Propose = Callable[[Any, date, datetime], Iterable[Proposal]]
"""(people.Unit, the day, the moment) -> what this room would raise; a bounded number of statements."""

_tellers: dict[str, Tell] = {}
_proposers: list[Propose] = []


def register(kind: str, tell: Tell) -> None:
    """Offer the facts of a kind of record; called once from the room's ``AppConfig.ready``."""
    _tellers[kind] = tell


def propose_with(propose: Propose) -> None:
    """Offer proposals; called once from the room's ``AppConfig.ready``."""
    if propose not in _proposers:
        _proposers.append(propose)


def facts_of(subject: Subject, viewer: Any, at: datetime) -> Facts | None:
    """The facts of a record: what its room tells, else its label alone; None when the viewer may not see it."""
    if (tell := _tellers.get(subject.kind)) is not None:
        return tell(subject.uid, viewer, at)
    shown = describe([subject], viewer).get(subject)
    return Facts(subject, shown.label, shown.address) if shown is not None else None


def proposals(unit: Any, on: date, at: datetime) -> Sequence[Proposal]:
    """All proposals of the rooms that the unit uses, the oldest first."""
    proposing = [one for one in _proposers if rooms.is_on(one, unit, on)]
    found = [one for propose in proposing for one in propose(unit, on, at)]
    return sorted(found, key=lambda one: (one.since, one.key))
