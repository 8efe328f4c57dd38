"""The measures beside the table: the very figures that objectives read, of the same days and the same moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, Value

from chuan.offers.measures import RowOutcome
from chuan.petitions.figures.asked import Asked
from chuan.petitions.measures.classifying import Classes, numbered, stood
from chuan.petitions.measures.coverage import Lists, lists_of
from chuan.petitions.measures.replying import RepliedAfterReception
from chuan.petitions.measures.solving import OnTime, Resolved
from chuan.petitions.measures.states import StatesMeasure
from chuan.petitions.measures.tallying import tallied
from chuan.petitions.models import PetitionState
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
    """Each measure of the period. The lists that they rest on are looked at once."""
    met, lists = _met(asked), lists_of(asked.scope, asked.unit)
    return [_measured(key, one, asked, met[key], lists) for key, one in MEASURES.items()]


def _met(asked: Asked) -> dict[str, tuple[int, int]]:
    """By measure how many met it of how many: one statement for all that look at the same rows."""
    looking: dict[Q, list[str]] = {}
    for key, one in MEASURES.items():
        looking.setdefault(one.universe(asked.scope), []).append(key)
    found: dict[str, tuple[int, int]] = {}
    for universe, keys in looking.items():
        rows = PetitionState.objects.filter(stood(asked.as_of), universe, owner_unit=asked.unit)
        found |= _sums(rows, {key: MEASURES[key].classes(asked.grounds) for key in keys})
    return found


def _sums(rows: QuerySet[Any], classes: Mapping[str, Classes]) -> dict[str, tuple[int, int]]:
    """Classes with which all of them begin are asked of a row once, those they end with of what is left."""
    lists = list(classes.values())
    begins = _alike(lists)
    left: Any = Value(begins)
    size = 1
    for some in lists:
        left, size = left + numbered(some[begins:]) * Value(size), size * (len(some) - begins)
    told = {key: Counter[RowOutcome]() for key in classes}
    number = numbered([*lists[0][:begins], *lists[0][:1]], last=left)
    for place, n in tallied(rows.annotate(class_number=number), "class_number"):
        rest = place - begins
        for key, some in classes.items():
            rest, own = divmod(rest, len(some) - begins) if rest >= 0 else (rest, place - begins)
            told[key][some[begins + own].outcome] += n
    return {
        key: (one[RowOutcome.HIT], one[RowOutcome.HIT] + one[RowOutcome.MISS]) for key, one in told.items()
    }


def _alike(lists: Sequence[Classes]) -> int:
    """With how many classes all lists begin alike; the last of each is not among them, as it takes all others."""
    most = min(map(len, lists)) - 1
    return next((n for n in range(most) if any(one[n] != lists[0][n] for one in lists)), most)


def _measured(key: str, one: StatesMeasure, asked: Asked, met: tuple[int, int], lists: Lists) -> Measured:
    lacking = tuple(each.sentence for each in one.lacking_in(lists))
    grade = asked.grounds.grade(portals=one.portals)
    return Measured(key, one.title, one.formula, *met, one.hit_words, one.miss_words, grade, lacking)
