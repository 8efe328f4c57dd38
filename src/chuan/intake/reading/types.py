"""The frozen values that reading a register's file speaks in. Places are as a person sees them: "B7"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from chuan.rules.types import Period


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a header. ``parts`` are its texts from the top row down, merged ones given to all below.

    ``key`` is the folded text; a second column of the same text is "… #2".
    """

    at: int
    parts: tuple[str, ...]
    key: str

    @property
    def text(self) -> str:
        """As a person reads it: "Tiếp nhận / Tổng số"."""
        return " / ".join(self.parts)


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of a header (first to last, counted from 0) and the first row of data below."""

    first: int
    last: int
    data: int
    columns: tuple[Column, ...]
    fingerprint: str


COPIES = "="
"""Begins a constant that copies another field of the same row: ``ready_at = "=received_at"``."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which column feeds which field, by column key; confirmed once by a person, then remembered.

    ``purposes`` names why a personal field may be kept; ``choices`` adds this source's words for
    a choice field: field -> cell text -> stored value. ``constants`` are stored values that hold
    for every row of such a file though no column says them. A constant "=received_at" copies that
    field of the row: what was asked for and done on the spot is ready on the day it was received.
    """

    columns: Mapping[str, str]
    purposes: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)

    @property
    def copies(self) -> dict[str, str]:
        """Fields that copy another one, and which: "ready_at" -> "received_at"."""
        return {
            name: text.removeprefix(COPIES)
            for name, text in self.constants.items()
            if text.startswith(COPIES)
        }

    @property
    def fixed(self) -> dict[str, str]:
        """Constants that stand as they are."""
        return {name: text for name, text in self.constants.items() if not text.startswith(COPIES)}

    @property
    def fed(self) -> frozenset[str]:
        """Fields that a column or a constant fills; a copy fills one when a column feeds what it copies."""
        columns = frozenset(self.columns.values())
        return columns.union(self.fixed, (name for name, copied in self.copies.items() if copied in columns))


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column most likely is; ``score`` from 0 (no idea) to 1 (the very words)."""

    column: Column
    field: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """Guesses for every column, the map they make, and the required fields that found none."""

    guesses: tuple[Guess, ...]
    mapping: ColumnMap
    missing: tuple[str, ...]

    @property
    def unmapped(self) -> tuple[Column, ...]:
        """Columns that feed no field: named to the person, dropped before storage."""
        return tuple(guess.column for guess in self.guesses if guess.field is None)

    @property
    def score(self) -> float:
        """How well the columns fit: the sum of the guesses."""
        return sum(guess.score for guess in self.guesses)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the lines above a table say. ``lines`` are (place, text); a fact not found is None or ""."""

    lines: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    unit_place: str = ""
    period: Period | None = None
    status: str = ""
    illustrative: bool = False


class Skip(StrEnum):
    """Why a row below the header is not a row of the register."""

    NUMBERING = "numbering"  # (1) (2) (3)
    HEADER_AGAIN = "header_again"
    GROUP = "group"
    TOTAL = "total"
    NOTE = "note"
    TWICE = "twice"  # word for word the same as an earlier row


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row left out, with its words; a total row also with its numbers, for checking sums."""

    place: str
    why: Skip
    text: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be taken in: its address, its column, what stands there, and what to do."""

    place: str
    column: str
    typed: str
    sentence: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person has to look at before the import; nothing is corrected silently."""

    kind: str
    place: str
    sentence: str


class Drop(StrEnum):
    """Why a column is not stored."""

    UNMAPPED = "unmapped"
    PERSONAL = "personal"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class DroppedColumn:
    """A column whose cells are thrown away before anything is stored."""

    text: str
    why: Drop


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of the register: ``values`` are ISO texts by field, "" where a mapped cell is empty."""

    place: str
    code: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """Everything a preview shows of one table. A row with a fault is in ``unreadable`` only."""

    rows: tuple[ReadRow, ...]
    unreadable: tuple[Fault, ...]
    dropped: tuple[DroppedColumn, ...]
    skipped: tuple[SkippedRow, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def unreadable_codes(self) -> frozenset[str]:
        """Codes that stand in the file though their row could not be read: these are not gone."""
        return frozenset(fault.code for fault in self.unreadable if fault.code)
