"""The rules of form as values: filled from dated law files, never written in code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from chuan.rules.types import Sure


class Weight(StrEnum):
    """How much a departure weighs: the decree demands it, or it is advised."""

    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what is said when a paper departs from it, and how to mend it.

    ``said`` and ``mend`` are Vietnamese templates; ``{found}`` is what stands there, ``{instead}`` the
    exact text to write, other fields belong to the rule.
    """

    code: str
    act: str
    article: str
    said: str
    mend: str
    sure: Sure
    weight: Weight
    valid_from: date
    valid_to: date | None = None

    def holds_on(self, on: date) -> bool:
        """Whether the rule is in force on the day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


def _between(value: float, low: float | None, high: float | None, slack: float) -> bool:
    return (low is None or value >= low - slack) and (high is None or value <= high + slack)


@dataclass(frozen=True, slots=True)
class Lettering:
    """How one component is lettered: size in points within [low, high]; None asks nothing."""

    low: float | None
    high: float | None
    upper: bool
    bold: bool
    italic: bool
    article: str
    sure: Sure

    def allows(self, size: float, slack: float) -> bool:
        """Whether letters of this size may stand there."""
        return _between(size, self.low, self.high, slack)


@dataclass(frozen=True, slots=True)
class Bound:
    """A length within [low, high] in ``unit``; equal bounds ask for one value."""

    low: float | None
    high: float | None
    unit: str
    article: str
    sure: Sure

    def allows(self, value: float, slack: float) -> bool:
        """Whether the value lies within the bounds, give or take the slack."""
        return _between(value, self.low, self.high, slack)

    @property
    def told(self) -> str:
        """The bounds in words: "20-25", "6"."""
        ends = [f"{end:g}".replace(".", ",") for end in (self.low, self.high) if end is not None]
        return "-".join(dict.fromkeys(ends))


@dataclass(frozen=True, slots=True)
class Repealed:
    """An act no longer in force from a day. ``number`` or, for a law, ``name`` with its day ``on`` tells it."""

    since: date
    replaced_by: str
    number: str = ""
    name: str = ""
    on: date | None = None
    sure: Sure = Sure.REPORTED


@dataclass(frozen=True, slots=True)
class FormRules:
    """Everything a paper's form is judged by, in force on one day."""

    rules: Mapping[str, Rule]
    letters: Mapping[str, Lettering]
    measures: Mapping[str, Bound]
    types: Mapping[str, str]
    """Name of the type in ordinary letters -> abbreviation; "" for a type without one."""
    wrong_symbols: Mapping[str, str]
    """Abbreviation often written -> the right one ("" when there is none)."""
    writings: tuple[str, ...]
    """Names in their one right writing of capitals."""
    national_name: str
    national_motto: str
    typefaces: tuple[str, ...]
    last_mark: str
    pad_number: int
    pad_day: int
    pad_month: int
    """Numbers below these take a leading zero."""
    ended_levels: tuple[str, ...] = ()
    """Levels of administration that no longer exist on the day ("huyện", …)."""
    repealed: tuple[Repealed, ...] = field(default=())

    def padded(self, value: int, below: int) -> str:
        """The number with a zero before it when it is below the bound."""
        return f"{value:02d}" if value < below else str(value)
