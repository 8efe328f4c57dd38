"""Answers counted by question; small counts, and whatever would give one away, hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chuan.rules.surveys.asking import LEAST, MOST, Question

SATISFIED_FROM = 4
"""Marks 4 and 5, "hài lòng" and "rất hài lòng", are satisfied."""
LEAST_SHOWN = 5
"""Fewer people than this could be known again: whoever looks from above is not shown them (practice)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question: how often each mark 1 to 5 was given, of how many that answered it.

    ``hidden``: too few of them for this reader; ``counts`` and ``hits`` then say nothing.
    """

    question: Question
    counts: tuple[int, ...]
    answered: int
    hits: int
    hidden: bool = False


def satisfied(mark: int) -> bool:
    """Whether a mark counts as satisfied."""
    return mark >= SATISFIED_FROM


def counted(
    questions: Sequence[Question], marks: Iterable[Mapping[str, int]], *, least: int = 0
) -> tuple[Line, ...]:
    """A line for each question; with ``least`` a line is hidden where a share of it would point at few people.

    That is where some but fewer than ``least`` answered, or are satisfied, or are not: one of them follows from the
    other two.
    """
    found = {one.key: [0] * (MOST - LEAST + 1) for one in questions}
    for given in marks:
        for key, mark in given.items():
            if key in found and LEAST <= mark <= MOST:
                found[key][mark - LEAST] += 1
    return tuple(_line(one, found[one.key], least) for one in questions)


def few(count: int, least: int) -> bool:
    """Whether a count is so small that it is not shown; nought says nothing of anybody."""
    return 0 < count < least


def _line(question: Question, counts: Sequence[int], least: int) -> Line:
    answered, hits = sum(counts), sum(counts[SATISFIED_FROM - LEAST :])
    if any(few(one, least) for one in (answered, hits, answered - hits)):
        return Line(question, (), answered if not few(answered, least) else 0, 0, hidden=True)
    shown = () if any(few(one, least) for one in counts) else tuple(counts)
    return Line(question, shown, answered, hits)
