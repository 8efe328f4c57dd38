"""How a register is counted: a measure classifies rows, and every figure opens onto them."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Any, Protocol

from django.utils.translation import gettext as _

from chuan.offers import rooms
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
    """Why the measure cannot speak: a Vietnamese sentence, shown after "Chưa đo được:".

    ``mend`` is what is done about it and the address where, when that differs from the measure's own.
    """

    code: str
    sentence: str
    mend: tuple[str, str] | None = None


class Measure(Protocol):
    """A counted figure. Registered by the room that owns the rows.

    What follows is all that is asked of a measure. It may say more by attributes of its own; each is read by
    the function of this module that names it, which knows what to take where the attribute is missing:

    - ``registers: tuple[str, ...]``: keys of the registers whose rows it counts (``registers_of``);
    - ``kind: str``: measures of one kind answer the same promise in different ways (``kind_of``);
    - ``case_words``, ``miss_words``, ``hit_words: str``: "hồ sơ", "trễ", "đúng hạn" (``words_of``);
    - ``plain_count: bool``: it counts cases, none of them a share of others; none is a figure too (``is_plain_count``);
    - ``sample_words: str``: only a sample is counted, said as "29/30 hồ sơ kiểm tra" (``sample_words``);
    - ``mend: tuple[str, str]``: what is done about its obstacles, and where ("Lấy mẫu kiểm tra", an address;
      ``mended_by``), where that is not taking a file in;
    - ``never_typed: str``: why nobody may type its figure, whatever is lacking ("cấp trên phải nói"; ``never_typed``);
    - ``grade_in(scope) -> str``: its grade there, where that depends on who keeps the register (``grade_of``);
    - ``law_digest: str``: which law values it was counted by, kept with the figure;
    - ``law_digest_in(scope) -> str``: the same where a unit's own values stand among them (``law_digest_of``);
    - ``notes(scope) -> tuple[str, ...]``: what it lacked and how it made do (``notes``);
    - ``reach(scope) -> Period | None``: the part of the scope's days that it can speak of without an
      obstacle, from the first day on: files lag behind today by some days (``reach``).
    """

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


@dataclass(frozen=True, slots=True)
class CaseWords:
    """How a measure's rows are called in sentences: "còn được trễ tối đa 20 hồ sơ"."""

    case: str
    miss: str
    hit: str


PLAIN_WORDS = CaseWords(case="trường hợp", miss="hụt", hit="đạt")
"""Where nothing counts the figure, or the measure has no words of its own."""


def words_of(measure: Measure | None) -> CaseWords:
    """The words of a measure; plain ones for what it leaves out, and for no measure at all."""
    return CaseWords(
        case=getattr(measure, "case_words", "") or PLAIN_WORDS.case,
        miss=getattr(measure, "miss_words", "") or PLAIN_WORDS.miss,
        hit=getattr(measure, "hit_words", "") or PLAIN_WORDS.hit,
    )


def sample_words(measure: Measure | None) -> str:
    """What a measure's cases are when it checks only a sample ("hồ sơ kiểm tra"); "" when it counts all."""
    return str(getattr(measure, "sample_words", ""))


def is_plain_count(measure: Measure) -> bool:
    """Whether it counts cases and no share of them: 0 is then a figure and not a missing denominator."""
    return bool(getattr(measure, "plain_count", False))


def mended_by(measure: Measure) -> tuple[str, str] | None:
    """What is done about its obstacles, and the address where; None where a file is to be taken in."""
    named: tuple[str, str] | None = getattr(measure, "mend", None)
    return named


def never_typed(measure: Measure | None) -> str:
    """Why nobody may type a figure that this measure counts, even where it cannot speak; "" where one may."""
    return str(getattr(measure, "never_typed", ""))


def registers_of(measure: Measure) -> frozenset[str]:
    """The registers whose rows the measure counts; by default the one its key begins with."""
    named: Sequence[str] = getattr(measure, "registers", ())
    return frozenset(named or (measure.key.partition(".")[0],))


def kind_of(measure: Measure) -> str:
    """What it answers: its ``kind``, else the shortest registered key that its own key continues after "_"."""
    named = str(getattr(measure, "kind", ""))
    stems = (key for key in _measures if measure.key == key or measure.key.startswith(f"{key}_"))
    return named or min(stems, key=len, default=measure.key)


def same_kind(measure: Measure) -> tuple[Measure, ...]:
    """All registered measures that answer the same promise, this one among them, by key."""
    return tuple(one for one in every() if kind_of(one) == kind_of(measure))


def notes(measure: Measure, scope: Scope) -> tuple[str, ...]:
    """What the measure says beside its figure ("tính theo ngày trả"); nothing by default."""
    said = getattr(measure, "notes", None)
    return tuple(said(scope)) if callable(said) else ()


def grade_of(measure: Measure, scope: Scope) -> str:
    """How sure the figure of this scope is: the measure's own grade, unless it depends on who keeps the register."""
    asked = getattr(measure, "grade_in", None)
    return str(asked(scope)) if callable(asked) else measure.grade


def obstacles_of(measure: Measure, scope: Scope, unit: Any) -> tuple[Obstacle, ...]:
    """Why the measure cannot speak for a people.Unit: its room is off at the end of the days, or its own reasons.

    Rows of a room that is off are not kept any more: a figure counted from them would look whole and not be.
    """
    last = scope.period.end - timedelta(days=1)
    room = rooms.find(rooms.room_of(measure))
    if room is None or room.key not in rooms.off(unit, last):
        return measure.obstacles(scope)
    words = _("Phân hệ %s chưa bật ở đơn vị này: sổ không giữ trên phần mềm nên không đếm được.")
    return (Obstacle("room_off", words % room.name, (_("Mở trang Phân hệ"), "/don-vi/phan-he/")),)


def law_digest_of(measure: Measure, scope: Scope) -> str:
    """Which law values the figure of this scope is counted by; with the unit's own where they count. "" for none."""
    asked = getattr(measure, "law_digest_in", None)
    return str(asked(scope)) if callable(asked) else str(getattr(measure, "law_digest", ""))


def reach(measure: Measure, scope: Scope) -> Period | None:
    """The part of the scope's days that the measure can speak of, from the first on; all of them by default.

    None when it cannot speak of the first day either: ``obstacles`` says why.
    """
    asked = getattr(measure, "reach", None)
    if not callable(asked):
        return scope.period
    found: Period | None = asked(scope)
    return found


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


def all_rows(measure: Measure, scope: Scope, page: int = 20_000) -> list[Row]:
    """Every row of the scope in uid order; they all end up in memory, so pages are large: each page sorts anew."""
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
