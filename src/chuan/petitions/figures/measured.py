"""The measures beside the table: the very figures that objectives read, of the same days and the same moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chuan.petitions.figures.asked import Asked
from chuan.petitions.measures.replying import RepliedAfterReception
from chuan.petitions.measures.solving import OnTime, Resolved
from chuan.petitions.measures.states import StatesMeasure
from chuan.ui import formatters as say

MEASURES: Mapping[str, StatesMeasure] = {
    "giai-quyet": Resolved(), "dung-han": OnTime(), "tra-loi": RepliedAfterReception(),
}  # fmt: skip
"""By the word in addresses."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure: how many met it of how many; ``lacking`` says what keeps it from being a figure."""

    key: str
    title: str
    formula: str
    met: int
    of: int
    hit_words: str
    miss_words: str
    grade: str
    lacking: tuple[str, ...]

    @property
    def missed(self) -> int:
        """How many did not."""
        return self.of - self.met

    @property
    def rate(self) -> str:
        """The share in words; "" where there is none to say."""
        return say.share(self.met, self.of) if self.of and not self.lacking else ""


def measured(asked: Asked) -> list[Measured]:
    """Each measure of the period. What is lacking is asked once of those that rest on the same lists."""
    known: dict[tuple[str, bool], tuple[tuple[str, ...], str]] = {}
    return [_measured(key, one, asked, known) for key, one in MEASURES.items()]


def _measured(
    key: str, one: StatesMeasure, asked: Asked, known: dict[tuple[str, bool], tuple[tuple[str, ...], str]]
) -> Measured:
    scope, lists = asked.scope, (one.wanted, one.portals)
    if lists not in known:
        known[lists] = tuple(each.sentence for each in one.obstacles(scope)), one.grade_in(scope)
    found, (lacking, grade) = one.counts(scope, live=asked.as_of is None), known[lists]
    return Measured(
        key, one.title, one.formula, int(found.numerator), int(found.denominator), one.hit_words, one.miss_words,
        grade, lacking,
    )  # fmt: skip
