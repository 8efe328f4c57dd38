"""Splitting and joining lines of the objectives by hand. Pure: the words stay those of the paper.

Ordinals follow the places: after line 1.4 is split, 1.5 becomes 1.6. Both functions return
the new reading and how the ordinals moved, so that questions follow their lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from chuan.rules.decision_text.types import DecisionReading, Line
from chuan.rules.refusals import LineNotJoined, LineNotSplit
from chuan.rules.targets.types import Comparator, Horizon, Quantity, Target
from chuan.rules.types import Span

_CLAUSE = re.compile(r"[;.,:]\s+(?=\S)|\n\s*(?=\S)|\s+(?=và\s)")
_MARKS = re.compile(r"(?:^|(?<=\s))[*_#]+|[*_]+(?=\s|[;.,:]|$)")


class Place(NamedTuple):
    """A place where a line may be split: the code point the second line begins at, and its first words."""

    at: int
    words: str


class Moved(NamedTuple):
    """A reading after its lines moved; ``ordinals`` maps old to new where they differ."""

    reading: DecisionReading
    ordinals: Mapping[str, str]


def line_of(reading: DecisionReading, ordinal: str) -> Line | None:
    """The line of this ordinal."""
    return next((line for line in reading.objectives if line.ordinal == ordinal), None)


def places(line: Line, text: str) -> list[Place]:
    """Where the line may be split: after a mark or before "và"; before a target that none of these parts off."""
    start, end = line.span.start, line.span.end
    found = {start + clause.end() for clause in _CLAUSE.finditer(text[start:end])}
    spans = [target.span for target in line.targets if target.span]
    for one, two in pairwise(spans):
        if not any(one.end <= at <= two.start for at in found):
            found.add(two.start)
    inside = sorted(
        at for at in found if start < at < end and cleaned(text[start:at]) and cleaned(text[at:end])
    )
    return [Place(at, _first_words(text[at:end])) for at in inside]


def split(reading: DecisionReading, ordinal: str, at: int, text: str) -> Moved:
    """The line split in two before the code point ``at``. Raises ``LineNotSplit``."""
    line = line_of(reading, ordinal)
    if line is None or at not in {place.at for place in places(line, text)}:
        raise LineNotSplit(ordinal=ordinal)
    first, second = _halves(line, at, text)
    siblings = _siblings(reading, line)
    behind = siblings[siblings.index(ordinal) + 1 :]
    labels = _labels(line.parent, [*siblings, ""])
    new_ordinal = labels[siblings.index(ordinal) + 1]
    ordinals = {old: labels[labels.index(new_ordinal) + 1 + i] for i, old in enumerate(behind)}
    lines = [_moved(one, ordinals) for one in reading.objectives]
    here = next(i for i, one in enumerate(reading.objectives) if one.ordinal == ordinal)
    after = _after_family(reading, here)
    lines[here] = first
    lines.insert(after, replace(second, ordinal=new_ordinal))
    return Moved(replace(reading, objectives=tuple(lines)), _whole(reading, ordinals))


def join(reading: DecisionReading, ordinal: str, text: str) -> Moved:
    """The line joined with its next sibling. Raises ``LineNotJoined``."""
    line = line_of(reading, ordinal)
    siblings = _siblings(reading, line) if line else []
    place = siblings.index(ordinal) if line else 0
    if line is None or place + 1 >= len(siblings):
        raise LineNotJoined(ordinal=ordinal)
    second = line_of(reading, siblings[place + 1])
    assert second is not None
    children = [one.ordinal for one in reading.objectives if one.parent in (ordinal, second.ordinal)]
    ordinals = {old: siblings[place + 1 + i] for i, old in enumerate(siblings[place + 2 :])}
    ordinals |= dict(zip(children, _labels(ordinal, children), strict=True))
    gone = {second.ordinal: ordinal}
    lines = [_moved(one, ordinals | gone) for one in reading.objectives if one is not second]
    here = next(i for i, one in enumerate(lines) if one.ordinal == ordinal)
    lines[here] = _joined(line, second, text)
    return Moved(replace(reading, objectives=tuple(lines)), _whole(reading, ordinals | gone))


def with_new_target(reading: DecisionReading, ordinal: str) -> DecisionReading:
    """The line with one more target, its figure still to be typed."""

    def made(line: Line) -> Line:
        empty = Target(Quantity.LEVEL, Comparator.AT_LEAST, Horizon.AT_END, span=line.span)
        return replace(line, targets=(*line.targets, empty))

    return _with_line(reading, ordinal, made)


def without_target(reading: DecisionReading, ordinal: str, index: int) -> DecisionReading:
    """The line without its target of this place; unchanged when there is none."""

    def made(line: Line) -> Line:
        return replace(line, targets=tuple(one for place, one in enumerate(line.targets) if place != index))

    return _with_line(reading, ordinal, made)


def cleaned(words: str) -> str:
    """The words of a stretch of the paper: marks of Markdown and double blanks left out."""
    return " ".join(_MARKS.sub("", words).split()).strip(" -+;")


def _with_line(reading: DecisionReading, ordinal: str, make: Callable[[Line], Line]) -> DecisionReading:
    return replace(
        reading,
        objectives=tuple(make(line) if line.ordinal == ordinal else line for line in reading.objectives),
    )


def _halves(line: Line, at: int, text: str) -> tuple[Line, Line]:
    ends = Span(line.span.start, at), Span(at, line.span.end)
    early = tuple(one for one in line.targets if one.span is None or one.span.start < at)
    late = tuple(one for one in line.targets if one.span is not None and one.span.start >= at)
    first, second = (cleaned(text[span.start : span.end]) for span in ends)
    return replace(line, text=first, span=ends[0], targets=early), replace(
        line, text=second, span=ends[1], targets=late
    )


def _joined(line: Line, second: Line, text: str) -> Line:
    span = Span(min(line.span.start, second.span.start), max(line.span.end, second.span.end))
    words = f"{line.text} {second.text}"
    return replace(line, text=words, span=span, targets=line.targets + second.targets)


def _siblings(reading: DecisionReading, line: Line) -> list[str]:
    return [one.ordinal for one in reading.objectives if one.parent == line.parent]


def _labels(parent: str, ordinals: list[str]) -> list[str]:
    """The ordinals of that many siblings: those that stand, then counted on."""
    labels: list[str] = []
    for ordinal in ordinals:
        last = _last_number(labels[-1]) if labels else 0
        standing = _last_number(ordinal)
        number = (
            standing if ordinal and ordinal.rpartition(".")[0] == parent and standing > last else last + 1
        )
        labels.append(f"{parent}.{number}" if parent else str(number))
    return labels


def _last_number(ordinal: str) -> int:
    digits = re.search(r"\d+$", ordinal)
    return int(digits.group()) if digits else 0


def _moved(line: Line, ordinals: Mapping[str, str]) -> Line:
    return replace(line, ordinal=_follow(line.ordinal, ordinals), parent=_follow(line.parent, ordinals))


def _follow(ordinal: str, ordinals: Mapping[str, str]) -> str:
    """The ordinal after the move; one below a moved line moves with it."""
    if ordinal in ordinals:
        return ordinals[ordinal]
    above, dot, last = ordinal.rpartition(".")
    return f"{_follow(above, ordinals)}.{last}" if dot else ordinal


def _whole(reading: DecisionReading, ordinals: Mapping[str, str]) -> dict[str, str]:
    moves = {line.ordinal: _follow(line.ordinal, ordinals) for line in reading.objectives}
    return {old: new for old, new in moves.items() if old != new}


def _after_family(reading: DecisionReading, here: int) -> int:
    """The place after a line and everything below it."""
    prefix = reading.objectives[here].ordinal + "."
    after = here + 1
    while after < len(reading.objectives) and reading.objectives[after].ordinal.startswith(prefix):
        after += 1
    return after


def _first_words(words: str) -> str:
    return " ".join(cleaned(words).split()[:7]).rstrip(" .,;:")
