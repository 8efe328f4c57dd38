"""A scale: how likely, how heavy, and the level that a table gives each pair. Which scale is data, never code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from chuan.rules.refusals.risks import BoundsWrong, ScaleRepeats, ScaleTooShort, ScoreOffScale

LEAST, MOST = 3, 5
"""Steps of a scale: fewer tell nothing apart, more are guessed."""


class Side(StrEnum):
    """The two sides of a scale, as they are called."""

    LIKELIHOOD = "khả năng xảy ra"
    EFFECT = "mức ảnh hưởng"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its word, and what it means here."""

    word: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A level that the table gives: whether it has to be treated, and after how many months it is looked at again."""

    key: str
    word: str
    must_treat: bool
    review_months: int


@dataclass(frozen=True, slots=True)
class Scale:
    """Steps count from 1. ``table[l - 1][e - 1]`` is the key of the level of likelihood ``l`` and effect ``e``."""

    likelihood: tuple[Step, ...]
    effect: tuple[Step, ...]
    levels: tuple[Level, ...]
    table: tuple[tuple[str, ...], ...]

    def level(self, key: str) -> Level:
        """The level of a key. Raises KeyError for an unknown one."""
        return {one.key: one for one in self.levels}[key]

    def level_of(self, likelihood: int, effect: int) -> Level:
        """The level of a pair. Raises ``ScoreOffScale`` for a step that the scale does not have."""
        for which, steps, given in (
            (Side.LIKELIHOOD, self.likelihood, likelihood),
            (Side.EFFECT, self.effect, effect),
        ):
            if not 1 <= given <= len(steps):
                raise ScoreOffScale(which=which, most=len(steps), given=given)
        return self.level(self.table[likelihood - 1][effect - 1])


def made_scale(
    likelihood: Sequence[Step], effect: Sequence[Step], levels: Sequence[Level], bounds: Sequence[int]
) -> Scale:
    """A scale whose table follows from the product of both steps: ``bounds`` are the products at which the second,
    third… level begins, so there is one fewer than levels.

    Raises ``ScaleTooShort``, ``ScaleRepeats``, ``BoundsWrong``.
    """
    for which, steps in ((Side.LIKELIHOOD, likelihood), (Side.EFFECT, effect)):
        _check_steps(which, steps)
    most = len(likelihood) * len(effect)
    rising = all(a < b for a, b in pairwise(bounds))
    inside = all(2 <= one <= most for one in bounds)
    if not (rising and inside and len(bounds) == len(levels) - 1):
        raise BoundsWrong(bounds=", ".join(map(str, bounds)), most=most)
    table = tuple(
        tuple(levels[sum(1 for one in bounds if one <= row * column)].key for column in _count(effect))
        for row in _count(likelihood)
    )
    return Scale(tuple(likelihood), tuple(effect), tuple(levels), table)


def _count(steps: Sequence[Step]) -> range:
    return range(1, len(steps) + 1)


def _check_steps(which: Side, steps: Sequence[Step]) -> None:
    if not LEAST <= len(steps) <= MOST:
        raise ScaleTooShort(which=which, count=len(steps), least=LEAST, most=MOST)
    seen: set[str] = set()
    for one in steps:
        if one.word.casefold() in seen:
            raise ScaleRepeats(which=which, word=one.word)
        seen.add(one.word.casefold())
