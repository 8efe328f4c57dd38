"""Registers that follow other systems by file: rooms above ``intake`` offer theirs here.

``intake`` reads, compares and keeps the rows; the room that owns the register makes of them what it shows
and counts. Rules and look-ups run in ``prepare``, before the transaction; ``write`` only writes.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from chuan.offers.fields import Register
from chuan.rules.types import Period


@dataclass(frozen=True, slots=True)
class Arrived:
    """How one outside row stands after an import or its withdrawal.

    ``values`` are stored texts by field; None when nothing of the row stands any more. ``after_due`` says
    that a date was changed at the source after the due day had passed.
    """

    source: str
    code: str
    values: Mapping[str, str] | None
    after_due: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """All rows that one import (or the withdrawal of one) changes, for one unit."""

    unit_id: int
    unit_uid: uuid.UUID
    register: str
    import_uid: uuid.UUID
    covers: Period | None
    rows: Sequence[Arrived]
    withdrawing: bool = False


class Writing(Protocol):
    """What a follower has worked out and is ready to write; called once, inside the act's transaction.

    One that records its rows by a moment keeps it in ``at``: it is set anew just before the call, because working
    50,000 rows out may take longer than an act may last (``trail.actions.LONGEST_ACT``).
    """

    def __call__(self) -> None:
        """Write it."""
        ...


class Follower(Protocol):
    """The room that owns a register."""

    register: Register

    def prepare(self, arrival: Arrival, *, at: datetime) -> Writing:
        """Work out everything the rows change; reads the database, writes nothing. May raise ``Refused``."""
        ...


Told = Callable[[Any, str, Period | None, datetime], None]
"""(unit, register key, what the import covers, the moment): called after an import or withdrawal is committed."""

_followers: dict[str, Follower] = {}
_told: list[Told] = []


def follow(follower: Follower) -> None:
    """Offer a register; called once from the owning room's ``AppConfig.ready``."""
    _followers[follower.register.key] = follower


def follower_of(key: str) -> Follower | None:
    """Who follows this register; None when no room does."""
    return _followers.get(key)


def followed() -> tuple[Register, ...]:
    """Every register that some room follows, by key."""
    return tuple(_followers[key].register for key in sorted(_followers))


def tell_when_imported(told: Told) -> None:
    """Ask to be told after each import; called once from a room's ``AppConfig.ready``."""
    if told not in _told:
        _told.append(told)


def imported(unit: Any, register: str, covers: Period | None, at: datetime) -> None:
    """Tell every room that asked; called after the transaction, so a fault there undoes nothing."""
    for told in _told:
        told(unit, register, covers, at)
