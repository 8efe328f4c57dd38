"""What each room can check about the management system itself: named rules whose gaps are sentences.

Room ``conformity`` runs them all for one unit and day and keeps what was found; a check only reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Protocol

from chuan.offers import rooms


class Text(Protocol):
    """A sentence, translated when it is shown."""

    def __str__(self) -> str: ...


class Severity(Enum):
    """How heavy a gap is: a rule of law or a shall of the standard is broken; it soon will be; it could be better."""

    BREACH = "breach"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is not as it should be: a Vietnamese sentence that says what to do, and the page where."""

    sentence: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """The unit (people.Unit), the local day and the moment of a check."""

    unit: Any
    on: date
    at: datetime


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """A named rule. ``key`` never changes ("audits.older_than_a_year"); ``clause``: of TCVN ISO 9001:2015, or "".

    ``source``: the act and article that asks for it, where a law does.
    """

    key: str
    clause: str
    title: Text
    severity: Severity
    look: Callable[[Looked], Iterable[Gap]]
    source: str = ""


_offered: dict[str, SelfCheck] = {}


def offer(*checks: SelfCheck) -> None:
    """Offer checks; called once from the room's ``AppConfig.ready``."""
    _offered.update({one.key: one for one in checks})


def checks() -> list[SelfCheck]:
    """Every offered check, by clause and key."""
    return sorted(_offered.values(), key=lambda one: ([int(n) for n in one.clause.split(".") if n], one.key))


def checks_of(unit: Any, on: date) -> list[SelfCheck]:
    """Those of the rooms that the unit uses: a register that lies on paper is not said to be empty."""
    return [one for one in checks() if rooms.is_on(one.look, unit, on)]
