"""What was read in a Decision: every value with the span it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from chuan.rules.targets.types import Target
from chuan.rules.types import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Box:
    """Where a value stood on the page when the text layer did not hold it (a signature widget).

    ``page`` counts from 1; the rectangle is in PDF points from the lower left corner.
    """

    page: int
    rect: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value, the place it was read from, and how it was read ("pattern", "lexicon", "widget")."""

    value: T
    span: Span
    how: str = "pattern"
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class CitedAct:
    """Another act that the Decision names. ``kind`` is the field's word: Luật, Nghị định, …"""

    kind: str
    number: str
    on: date | None
    issuer: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """What the Decision does to an earlier act.

    ``kind``: supersedes, amends, repeals, annuls, corrects. ``part`` is empty when the whole act is meant.
    """

    kind: str
    act: CitedAct
    part: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """Điều: number, heading text, clauses (khoản) each with its points (điểm)."""

    number: int
    text: str
    span: Span
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """Khoản of an article."""

    number: str
    text: str
    span: Span
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """Điểm of a khoản."""

    letter: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: authority ("TM. ỦY BAN NHÂN DÂN"), position ("CHỦ TỊCH"), name."""

    authority: Found[str] | None
    position: Found[str] | None
    name: Found[str] | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the quality objectives: a numbered objective, or a bullet below one.

    ``ordinal`` is "1" for an objective and "1.4" for its fourth bullet; ``parent`` is the
    ordinal above, empty at the top.
    """

    ordinal: str
    parent: str
    text: str
    span: Span
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something the reader will not decide alone.

    ``key`` is stable for the same document (code plus place); ``choices`` are (value, label)
    pairs in Vietnamese, empty when the answer is free text or a number. ``about`` is the
    ordinal of the line concerned, empty for the document's own fields.
    """

    code: str
    key: str
    span: Span
    text: str
    choices: tuple[tuple[str, str], ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A departure of form that changes nothing, shown for the next draft."""

    code: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class DecisionReading:
    """All that was read, nothing corrected. Absent fields are None or empty, never guessed."""

    number: Found[str] | None = None
    symbol: Found[str] | None = None
    type: Found[str] | None = None
    issuer: Found[str] | None = None
    place: Found[str] | None = None
    date: Found[date] | None = None
    subject: Found[str] | None = None
    bases: tuple[CitedAct, ...] = ()
    proposer: Found[str] | None = None
    articles: tuple[Article, ...] = ()
    effect: Found[str] | None = None
    changes: tuple[Change, ...] = ()
    executors: Found[str] | None = None
    recipients: tuple[Found[str], ...] = ()
    signer: Signer = field(default_factory=lambda: Signer(None, None, None))
    annexes: tuple[Found[str], ...] = ()
    objectives: tuple[Line, ...] = ()
    questions: tuple[Question, ...] = ()
    remarks: tuple[Remark, ...] = ()
