"""Numbered marks: which stretch of the paper each value was read from. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chuan.documents.cells import FIELDS, field_of
from chuan.rules.decision_text.types import DecisionReading, Line
from chuan.rules.types import Span

_SIZE = re.compile(
    r"(?:trên|dưới|từ|đủ)\s+\d[\d.,]*(?:\s*(?:-|–|đến)\s*\d[\d.,]*)?"
    r"\s*[^\W\d_]+(?:\s+trở\s+(?:lên|xuống))?"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered stretch of the paper; ``key`` names its row on the other side (f-number, b-0, t-1.4-0)."""

    number: int
    kind: str
    start: int
    end: int
    key: str


def marks_of(reading: DecisionReading, asked: Iterable[tuple[int, int]]) -> tuple[Mark, ...]:
    """All marks in the order of the paper, numbered from 1; ``asked`` are the spans of the questions."""
    found = [one for one in _found(reading) if one[1].end > 0]
    found += [("ask", Span(start, end), f"q-{index}") for index, (start, end) in enumerate(asked)]
    found.sort(key=lambda one: (one[1].start, -one[1].end))
    return tuple(
        Mark(number, kind, span.start, span.end, key)
        for number, (kind, span, key) in enumerate(found, start=1)
    )


def _found(reading: DecisionReading) -> Iterator[tuple[str, Span, str]]:
    for name in FIELDS:
        if (found := field_of(reading, name)) is not None:
            yield "id", found.span, f"f-{name}"
    for index, basis in enumerate(reading.bases):
        yield "basis", basis.span, f"b-{index}"
    for index, change in enumerate(reading.changes):
        yield "id", change.act.span, f"c-{index}"
    for line in reading.objectives:
        for index, target in enumerate(line.targets):
            if target.span is not None and target.span != line.span:
                yield "target", target.span, f"t-{line.ordinal}-{index}"


def scopes_of(reading: DecisionReading, text: str) -> Iterator[Span]:
    """Where limits of a promise stand: exclusions, conditions, and sizes or ages in what is counted.

    "tuyến đường dưới 7,5 m" limits which streets are meant; it is no figure to reach.
    """
    for line in reading.objectives:
        for words in _limits(line):
            at = text.find(words, line.span.start, line.span.end) if words else -1
            if at >= 0:
                yield Span(at, at + len(words))


def _limits(line: Line) -> Iterator[str]:
    for target in line.targets:
        yield from target.excludes
        yield from target.conditions
        yield from (size.group() for size in _SIZE.finditer(target.scope))
