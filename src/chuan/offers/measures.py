"""How a register is counted: a measure classifies rows, and every figure opens onto them."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from chuan.offers.subjects import Subject
from chuan.rules.types import Citation, Period


class RowOutcome(StrEnum):
    """What a row counts as."""

    HIT = "hit"
    MISS = "miss"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked: one unit, one period, as known at one moment."""

    unit_uid: uuid.UUID
    period: Period
    as_of: datetime
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One classified row behind a figure."""

    subject: Subject
    outcome: RowOutcome
    reason: str = ""
    weight: Fraction = Fraction(1)
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """Totals of the classified rows; ``excluded`` and ``blind`` count by reason.

    ``blind`` are rows that could not be classified because a column was missing.
    """

    numerator: Fraction
    denominator: Fraction
    excluded: Mapping[str, int] = field(default_factory=dict)
    blind: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why the measure cannot speak: a Vietnamese sentence, shown after "Chưa đo được:"."""

    code: str
    sentence: str


class Measure(Protocol):
    """A counted figure. Registered by the room that owns the rows."""

    key: str
    version: int
    title: str
    formula: str
    grade: str
    source: Citation

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Reasons that the figure cannot be counted for this scope; empty when it can."""
        ...

    def counts(self, scope: Scope) -> Counts:
        """The totals, in one statement."""
        ...

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        """Classified rows ordered by uid, those after ``after``; page and digest share this."""
        ...


_measures: dict[str, Measure] = {}


def register(measure: Measure) -> None:
    """Offer a measure; called once from the owning room's ``AppConfig.ready``.

    Raises ValueError when another measure already holds the key.
    """
    if _measures.get(measure.key, measure) is not measure:
        raise ValueError(f"measure {measure.key} registered twice")
    _measures[measure.key] = measure


def withdraw(key: str) -> None:
    """Forget a measure (a room that is switched off; tests)."""
    _measures.pop(key, None)


def find(key: str) -> Measure | None:
    """The measure of this key, or None when no room offers it (yet)."""
    return _measures.get(key)


def every() -> tuple[Measure, ...]:
    """All registered measures, by key."""
    return tuple(_measures[key] for key in sorted(_measures))


def all_rows(measure: Measure, scope: Scope, page: int = 1000) -> list[Row]:
    """Every row of the scope, read page by page in uid order."""
    rows: list[Row] = []
    after: str | None = None
    while batch := measure.rows(scope, after, page):
        rows.extend(batch)
        after = str(batch[-1].subject.uid)
    return rows


def tally(rows: Sequence[Row]) -> Counts:
    """Count rows by hand: what ``Measure.counts`` must equal (guarded for every measure)."""
    hits = sum((r.weight for r in rows if r.outcome is RowOutcome.HIT), Fraction(0))
    misses = sum((r.weight for r in rows if r.outcome is RowOutcome.MISS), Fraction(0))
    excluded = Counter(r.reason for r in rows if r.outcome is RowOutcome.EXCLUDED)
    return Counts(numerator=hits, denominator=hits + misses, excluded=dict(excluded))
