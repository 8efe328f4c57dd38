"""A frozen set of figures as canonical text: one JSON object a line, keys in order, no spaces, figures as exact text.

The same set always gives the same bytes, on every machine and database; its digest (SHA-256, FIPS 180-4) is
printed on papers, stands in exported files and recognises a paper that comes back. Nothing in it names a person.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from chuan.rules.targets.types import Combine, Outcome, Result, Stage
from chuan.rules.types import Period

FORMAT = "chuan-figure-set/1"
SHORT = 16
"""Signs of the digest that a paper prints beside the set's name: 64 bits tell the sets of a ward apart."""


class SetUnreadable(ValueError):
    """The text is not a set of figures of this format."""


@dataclass(frozen=True, slots=True)
class SetHead:
    """Which set it is: whose, of which plan, by which decision, up to which day. Moments are ISO 8601 in UTC."""

    unit: str
    unit_name: str
    plan: str
    year: int
    decision: str
    decided_on: str
    name: str
    on: str
    paper: str
    recorded_at: str
    illustrative: bool
    format: str = FORMAT


@dataclass(frozen=True, slots=True)
class SetPromise:
    """One objective of the decision and how it stood."""

    number: str
    name: str
    outcome: str
    final: bool
    figure_words: str
    reason_words: str


@dataclass(frozen=True, slots=True)
class SetFigure:
    """One frozen measurement. ``start`` and ``end`` are half open; ``rows`` is the digest of the rows behind it."""

    uid: str
    version: int
    start: str
    end: str
    as_of: str
    numerator: str
    denominator: str
    value: str
    counted: bool
    grade: str
    stage: str
    cumulative: bool
    measure: str
    law: str
    rows: str
    excluded: Mapping[str, int]
    illustrative: bool

    @property
    def result(self) -> Result:
        """The figure as the rules combine it. Raises ValueError where a number or a day cannot be read."""
        whole = Fraction(self.denominator) if self.denominator else None
        return Result(
            Period(date.fromisoformat(self.start), date.fromisoformat(self.end)), Fraction(self.numerator), whole,
            Stage(self.stage), self.cumulative, self.counted,
        )  # fmt: skip

    @property
    def counts(self) -> str:
        """ "1240/1284", or the numerator alone."""
        return f"{self.numerator}/{self.denominator}" if self.denominator else self.numerator


@dataclass(frozen=True, slots=True)
class SetTarget:
    """One promised figure, what it came to and what that was worth; ``numerator`` "" says that nothing was measured.

    ``reason`` is the code of the verdict's reason, ``until`` the last day the figure speaks of.
    """

    promise: str
    label: str
    name: str
    indicator: str
    code: str
    national_code: str
    unit: str
    combine: str
    target_words: str
    outcome: str
    final: bool
    reason: str
    reason_words: str
    figure_words: str
    value: str
    numerator: str
    denominator: str
    stage: str
    until: str
    late_rows: int
    figures: tuple[SetFigure, ...] = ()

    @property
    def key(self) -> str:
        """What makes it the same promised figure in another set."""
        return self.indicator or self.label

    @property
    def is_missing(self) -> bool:
        """Whether no result could be stated."""
        return not self.numerator

    @property
    def why(self) -> str:
        """The reason without the outcome before it, which stands beside it: "chưa đến kỳ đo; …"."""
        return self.reason_words.partition(": ")[2] or self.reason_words

    @property
    def how(self) -> Combine:
        """How its periods make the year."""
        return Combine(self.combine)


@dataclass(frozen=True, slots=True)
class FigureLines:
    """A whole set."""

    head: SetHead
    promises: tuple[SetPromise, ...]
    targets: tuple[SetTarget, ...]

    @property
    def text(self) -> str:
        """Its canonical lines."""
        return "".join(f"{canonical(one)}\n" for one in self.objects())

    @property
    def digest(self) -> str:
        """SHA-256 of the lines, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def tally(self) -> Mapping[Outcome, int]:
        """How many promised figures came to each outcome."""
        return Counter(Outcome(one.outcome) for one in self.targets)

    @property
    def missing(self) -> tuple[SetTarget, ...]:
        """The promised figures for which nothing was measured."""
        return tuple(one for one in self.targets if one.is_missing)

    def objects(self) -> Iterator[dict[str, Any]]:
        """Its lines as plain objects, in order."""
        yield {"line": "set", **asdict(self.head)}
        for promise in self.promises:
            yield {"line": "promise", **asdict(promise)}
        for target in self.targets:
            yield {"line": "target", **asdict(target)}


def canonical(value: Any) -> str:
    """JSON with keys in order and no spaces (as RFC 8785, for texts, whole numbers and truth values)."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_lines(text: str) -> FigureLines:
    """The set that canonical lines hold. Raises ``SetUnreadable``."""
    try:
        return of_objects(json.loads(line) for line in text.split("\n") if line)
    except ValueError as error:
        raise SetUnreadable(str(error)) from error


def of_objects(objects: Iterator[Mapping[str, Any]]) -> FigureLines:
    """The set that plain objects hold. Raises ``SetUnreadable``."""
    held: dict[str, list[Any]] = {"set": [], "promise": [], "target": []}
    try:
        for one in objects:
            told = dict(one)
            held[told.pop("line")].append(told)
        head = SetHead(**held["set"][0])
        promises = tuple(SetPromise(**one) for one in held["promise"])
        targets = tuple(_target(one) for one in held["target"])
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise SetUnreadable(str(error)) from error
    if head.format != FORMAT or len(held["set"]) != 1:
        raise SetUnreadable(head.format)
    return FigureLines(head, promises, targets)


def _target(told: dict[str, Any]) -> SetTarget:
    figures = tuple(SetFigure(**one) for one in told.pop("figures", ()))
    return SetTarget(**told, figures=figures)


def short_digest(digest: str) -> str:
    """The digest as a paper prints it: "3f9a-0c71-…", four groups of four."""
    begin = digest[:SHORT]
    return "-".join(begin[at : at + 4] for at in range(0, SHORT, 4))
