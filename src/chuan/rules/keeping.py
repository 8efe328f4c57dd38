"""How long something written about an official is kept, and whether its words may be blanked. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chuan.rules.law import Value
from chuan.rules.types import Sure

UNKNOWN = "unknown"
"""The value of a term that nobody read."""


class Held(StrEnum):
    """Why words past their date stay all the same."""

    ROUND_OPEN = "round_open"
    APPEAL_OPEN = "appeal_open"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Term:
    """How long a kind of record is kept: whole years after the year in which the work ended; None: not known.

    ``own``: the unit's own document says so. ``value``: the number with its act and how sure that is.
    """

    years: int | None
    value: Value
    own: bool

    @property
    def allows(self) -> bool:
        """Whether words may be blanked by it: a number that was read, reported, or set by the unit's document."""
        return self.years is not None and (self.own or self.value.sure is not Sure.UNVERIFIED)


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What stands around words past their date: a round that is open, an appeal that waits, the keeper's own."""

    round_open: bool = False
    appeal_open: bool = False
    own: bool = False

    @property
    def held(self) -> Held | None:
        """The first reason to leave them, the weightiest first; None: they may go."""
        if self.appeal_open:
            return Held.APPEAL_OPEN
        if self.round_open:
            return Held.ROUND_OPEN
        return Held.OWN if self.own else None


def term_of(value: Value, plain: Value) -> Term:
    """The term a value gives; it is the unit's own where it is not the one of the law file (``plain``)."""
    years = None if value.value == UNKNOWN else int(value.value)
    return Term(years, value, own=value is not plain)


def kept_until(ended: date, years: int) -> date:
    """The first day on which it need not be kept: years are counted from 1 January after the work ended.

    ``ended``: the last day of the work. Ended on 30/06/2021 and kept 5 years: until the end of 2026, so 01/01/2027.
    """
    return date(ended.year + years + 1, 1, 1)


def ended_before(on: date, years: int) -> date:
    """On a day, work that ended before the returned day is past its date: the same as ``kept_until(...) <= on``."""
    return date(max(1, on.year - years), 1, 1)


def latest(days: Iterable[date | None]) -> date | None:
    """The latest of the days that are known: the work ended when its last step did."""
    known = [one for one in days if one is not None]
    return max(known, default=None)
