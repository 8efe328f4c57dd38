"""Promises of a plan held against the paper they rest on: a council's resolution, an assignment from above.

Every promise of the plan is the same there, there with another value, or not there; what the paper promises besides is
extra. A match is made by words and unit and is a proposal: two papers rarely write one indicator in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

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
    """A promise of the paper: which line of those with promises, the line's words, the target."""

    line: int
    text: str
    target: Target


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


def promises_of(text: str, lexicon: Lexicon) -> list[Theirs]:
    """What a paper promises, line by line, read as the plan's own lines are read."""
    found: list[Theirs] = []
    at = 0
    for paragraph in text.splitlines()[:MOST_LINES]:
        words = tidy(_NUMBERED.sub("", paragraph.strip(" -–+*•\t")))
        if not _SHORTEST <= len(words) <= _LONGEST:
            continue
        line = read_one(words, lexicon)
        targets = [one for one in line.targets if _says_something(one)] if line is not None else []
        if targets:
            found += [Theirs(at, words, one) for one in targets]
            at += 1
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
                yield (not unit, -like, not _equal(one.target, other.target)), abs(at - place), at, place


def _pair(ours: Ours, theirs: Theirs | None) -> Pair:
    if theirs is None:
        return Pair(Standing.MISSING, ours, None)
    same = _equal(ours.target, theirs.target)
    return Pair(Standing.SAME if same else Standing.DIFFERENT, ours, theirs)


def _equal(one: Target, other: Target) -> bool:
    return _promise(one) == _promise(other)


def _promise(one: Target) -> tuple[object, ...]:
    return (one.comparator, one.value, one.low, one.high, one.k, one.n, fold(one.unit))


def _kind(one: Target) -> Quantity:
    return Quantity.LEVEL if one.quantity in _AMOUNTS else one.quantity


def _says_something(one: Target) -> bool:
    return one.quantity is not Quantity.NONE


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text))) - _EMPTY
