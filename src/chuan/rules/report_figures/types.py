"""What the reader of reports is given and what it hands back. Every type is frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from chuan.rules.types import Period, Span


class How(StrEnum):
    """Why a figure is thought to be an indicator's."""

    TAUGHT = "taught"
    """A person said so of the same words before."""
    WORDS = "words"
    """The words of the sentence."""
    ROW = "row"
    """The words of a row and the head of its column."""
    LIST = "list"
    """So many rows of a list of names."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to recognise an indicator: all these folded words stand beside the figure."""

    all_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An indicator that a figure is looked for.

    ``key`` is the caller's. ``shape`` and ``unit`` are those of the indicator; ``never`` are folded words beside
    which a figure is another one's ("hộ nghèo" beside "thoát nghèo"); ``known`` further words that may stand there.
    """

    key: str
    name: str
    unit: str
    shape: str
    wordings: tuple[Wording, ...]
    never: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taught:
    """Words (and the head of a column) that a person bound to an indicator; ``key`` "" for "to none".

    ``unit`` is how the figure was written then.
    """

    phrase: str
    column: str
    key: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """The unit that the report ought to be about: "phường", "Bắc Hồng"."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Said:
    """The days that words speak of; ``to_date``: since 1 January, or a state at the end of these days."""

    period: Period
    to_date: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A value exactly as written: a plain one with its unit, or a part of a whole, or yes (1).

    A part without a whole: so many are named, of how many is not said.
    """

    value: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    unit: str = ""

    @property
    def is_part(self) -> bool:
        """Whether it is a part of a whole."""
        return self.denominator is not None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to be asked before the figure is recorded; ``facts`` fill the sentence."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A figure that may be an indicator's; ``key`` "" when nobody knows whose.

    ``span`` is the value, ``said`` the sentence or row it stands in; ``phrase`` and ``column`` are what a person
    teaches by confirming. ``said_period`` None: neither sentence nor head names the days.
    """

    key: str
    amount: Amount
    span: Span
    said: Span
    phrase: str
    column: str
    how: How
    said_period: Said | None
    estimate: bool
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of the paper says of itself.

    ``other_home`` names another commune-level unit that issued it, "" when it is ours or of a body above.
    """

    kind: str
    issuer: str
    other_home: str
    citation: str
    issued_on: date | None
    period: Said | None
    estimate: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read: the head, figures that are proposed, and figures nobody knows the owner of."""

    head: Head
    proposals: tuple[Proposal, ...]
    unknown: tuple[Proposal, ...]
    loose_rows: int = 0
    """Lines of bare numbers: a table whose columns the file does not keep."""
