"""Promises of a plan held against the paper they rest on: a council's resolution, an assignment from above.

Every promise of the plan is the same there, there with another value, or not there; what the paper promises besides is
extra. A match is made by words and unit and is a proposal: two papers rarely write one indicator in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from chuan.rules.base_compare_tables import Row, Sentence, sentences_of
from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.next_year.annex import read_one, tidy
from chuan.rules.targets.types import Quantity, Target
from chuan.rules.vietnamese import fold

LIKE = 0.6
"""From which likeness of words two promises are taken for one, the units being the same."""
SURE = 0.8
"""The same where the units differ: then only the unit is another."""
MOST_LINES = 600
_LONGEST, _SHORTEST = 1500, 8
_WORD = re.compile(r"[a-z]+")
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zđ][.)])\s+")
_EMPTY = frozenset(
    _WORD.findall(
        "va cac cua cho tren duoi tu den dat it nhat khong qua duoc la co nam ty le so voi trong tro len theo thu hien "
        "thuc muc chi tieu phan dau tang giam toi thieu da con mot"
    )
)
_COUNTS_PROMISES = "chi tieu"
_AMOUNTS = (Quantity.LEVEL, Quantity.COUNT)


@dataclass(frozen=True, slots=True)
class Ours:
    """A promise of the plan: its place, the indicator's name, the decision's words, the target."""

    label: str
    name: str
    text: str
    target: Target


@dataclass(frozen=True, slots=True)
class Theirs:
    """A promise of the paper: which line of those with promises, the line's words, the target.

    ``start`` and ``end`` are the line's place in the text, ``part`` the promise's place in the line; ``bare``: a figure
    alone in the cell of a table, which says neither at least nor at most.
    """

    line: int
    text: str
    target: Target
    start: int = 0
    end: int = 0
    part: int = 0
    bare: bool = False


class Standing(StrEnum):
    """How a promise of the plan stands to the paper."""

    SAME = "same"
    DIFFERENT = "different"
    MISSING = "missing"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of the comparison; one side is None where the other has no like."""

    standing: Standing
    ours: Ours | None
    theirs: Theirs | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How often the paper promises: lines with a promise, and promises."""

    lines: int
    values: int

    def supports(self, written: int) -> tuple[bool, bool]:
        """Whether the number written in the plan is that of the lines, of the values."""
        return self.lines == written, self.values == written


def promises_of(text: str, lexicon: Lexicon, *, year: int | None = None, home: str = "") -> list[Theirs]:
    """What a paper promises, line by line, read as the plan's own lines are read; tables row by row.

    ``year`` and ``home`` say which column or row of a table is ours.
    """
    found: list[Theirs] = []
    at = 0
    for said in _sentences(text, year, home):
        line = read_one(said.text, lexicon)
        targets = [one for one in line.targets if _says_something(one)] if line is not None else []
        found += [
            Theirs(at, said.text, one, said.start, said.end, part, said.bare)
            for part, one in enumerate(targets)
        ]
        at += bool(targets)
    return found


def apart(theirs: Sequence[Theirs]) -> tuple[list[Theirs], list[int]]:
    """Promises, and the numbers of promises that the paper itself writes ("21/21 chỉ tiêu"), which promise nothing."""
    sums = [one for one in theirs if one.target.n is not None and _COUNTS_PROMISES in fold(one.target.unit)]
    return [one for one in theirs if one not in sums], [
        one.target.n for one in sums if one.target.n is not None
    ]


def compare(ours: Sequence[Ours], theirs: Sequence[Theirs]) -> list[Pair]:
    """Every promise of the plan in its order, then what only the paper has, in the paper's order."""
    matched = _matched(ours, theirs)
    pairs = [_pair(one, theirs[matched[at]] if at in matched else None) for at, one in enumerate(ours)]
    used = set(matched.values())
    extra = [Pair(Standing.EXTRA, None, one) for at, one in enumerate(theirs) if at not in used]
    return [*pairs, *extra]


def counted(theirs: Sequence[Theirs]) -> Counted:
    """Lines and values among these promises."""
    return Counted(len({one.line for one in theirs}), len(theirs))


def likeness(ours: Ours, theirs: Theirs) -> float:
    """How much of the indicator's name, or of both sentences, is the same words; from 0 to 1."""
    name, text, other = _words(ours.name), _words(ours.text), _words(theirs.text)
    held = len(name & other) / len(name) if len(name) > 1 else 0.0
    both = len(text) + len(other)
    return max(held, 2 * len(text & other) / both if both else 0.0)


def paired(ours: Ours, theirs: Theirs | None) -> Pair:
    """These two as a line of the comparison, whoever said that they belong together."""
    return _pair(ours, theirs)


def _sentences(text: str, year: int | None, home: str) -> Iterator[Sentence]:
    """Lines that may promise, without their marks; rows of a table that is understood as sentences."""
    table: list[Row] = []
    for line in [*_lines(text), None]:
        if line is not None and len(line.cells) > 1:
            table.append(line)
            continue
        if table:
            understood = sentences_of(table, year=year, home=home)
            yield from understood or filter(None, (_plain(row) for row in table))
            table = []
        if line is not None and (said := _plain(line)) is not None:
            yield said


def _lines(text: str) -> Iterator[Row]:
    at = 0
    for line in text.splitlines(keepends=True)[:MOST_LINES]:
        words = line.strip("\r\n")
        yield Row(at, at + len(words), tuple(words.split("\t")))
        at += len(line)


def _plain(line: Row) -> Sentence | None:
    """A line as it stands; a row with several figures of which nobody knows which is meant is no sentence."""
    if sum(any(map(str.isdigit, cell)) for cell in line.cells[1:]) > 1:
        return None
    joined = " ".join(line.cells).strip(" -–+*•")
    words = tidy(_NUMBERED.sub("", joined))
    if not _SHORTEST <= len(words) <= _LONGEST:
        return None
    return Sentence(line.start, line.end, words, bare=False)


def _matched(ours: Sequence[Ours], theirs: Sequence[Theirs]) -> dict[int, int]:
    """Best likeness first; each promise once on both sides; of equals the one at the like place."""
    places = sorted(_candidates(ours, theirs))
    found: dict[int, int] = {}
    for _rank, _apart, one, other in places:
        if one not in found and other not in found.values():
            found[one] = other
    return found


def _candidates(
    ours: Sequence[Ours], theirs: Sequence[Theirs]
) -> Iterator[tuple[tuple[bool, float, bool], int, int, int]]:
    for at, one in enumerate(ours):
        for place, other in enumerate(theirs):
            like, unit = likeness(one, other), fold(one.target.unit) == fold(other.target.unit)
            if like >= (LIKE if unit else SURE) and _kind(one.target) == _kind(other.target):
                yield (not unit, -like, not _equal(one, other)), abs(at - place), at, place


def _pair(ours: Ours, theirs: Theirs | None) -> Pair:
    if theirs is None:
        return Pair(Standing.MISSING, ours, None)
    if theirs.bare and ours.target.value is not None and theirs.target.value is not None:
        theirs = replace(theirs, target=replace(theirs.target, comparator=ours.target.comparator))
    return Pair(Standing.SAME if _equal(ours, theirs) else Standing.DIFFERENT, ours, theirs)


def _equal(one: Ours, other: Theirs) -> bool:
    mine, given = _promise(one.target), _promise(other.target)
    return mine[1:] == given[1:] if other.bare else mine == given


def _promise(one: Target) -> tuple[object, ...]:
    return (one.comparator, one.value, one.low, one.high, one.k, one.n, fold(one.unit))


def _kind(one: Target) -> Quantity:
    return Quantity.LEVEL if one.quantity in _AMOUNTS else one.quantity


def _says_something(one: Target) -> bool:
    return one.quantity is not Quantity.NONE


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text))) - _EMPTY
