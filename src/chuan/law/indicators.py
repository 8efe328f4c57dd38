"""What a ward usually promises: recognised in a line of a decision, with what is proposed for it.

Proposals are never facts. Each says how sure it is and where it comes from; a person confirms
them (``objectives.actions.adopt_proposals``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from chuan.rules.targets.types import Combine, Quantity, Target
from chuan.rules.types import Sure
from chuan.rules.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Words:
    """One way to recognise: all keywords occur in the line, those of ``here`` in the figure's clause."""

    all_of: tuple[str, ...]
    here: tuple[str, ...] = ()

    def weight(self, line: str, clause: str) -> int:
        """How much of the wording is matched (letters, those in the clause twice); 0 for no match."""
        if not all(_occurs(word, line) for word in self.all_of):
            return 0
        if not all(_occurs(word, clause) for word in self.here):
            return 0
        both = (*self.all_of, *self.here)
        return sum(len(word) * (2 if _occurs(word, clause) else 1) for word in both)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for one promise. ``frequency`` and ``shape`` are names of ``objectives.Indicator``."""

    code: str
    name: str
    words: tuple[Words, ...]
    quantities: frozenset[Quantity]
    unit: str
    shape: str
    frequency: str
    combine: Combine
    cumulative: bool
    measure_key: str
    definition: str
    source: str
    owner: str
    what: str
    resources: str
    evaluation: str
    act: str
    sure: Sure

    def fits(self, target: Target) -> bool:
        """Whether the kind of promise and its unit are such as this proposal is for."""
        kind = not self.quantities or target.quantity in self.quantities
        return kind and (not self.unit or self.unit in fold(target.unit))

    def weight(self, line: str, clause: str) -> int:
        """How well the folded line and clause match: the best of the alternatives, 0 for none."""
        return max((words.weight(line, clause) for words in self.words), default=0)


@dataclass(frozen=True, slots=True)
class Topic:
    """An objective as a whole: its short name and its planning fields."""

    name: str
    words: tuple[Words, ...]
    owner: str
    what: str
    resources: str
    evaluation: str
    act: str
    sure: Sure


@dataclass(frozen=True, slots=True)
class Crop:
    """A season that figures are booked in: months and days as "07-01", the end exclusive."""

    name: str
    starts: tuple[int, int]
    ends: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole file."""

    known: tuple[Proposal, ...]
    fallbacks: tuple[Proposal, ...]
    topics: tuple[Topic, ...]
    crops: tuple[Crop, ...]


@cache
def catalogue() -> Catalogue:
    """The proposals shipped with this version. Raises ValueError or KeyError for a broken file."""
    raw = tomllib.loads((files("chuan.law") / "indicators.toml").read_text(encoding="utf-8"))
    found = Catalogue(
        known=tuple(_proposal(one, raw) for one in raw["indicator"]),
        fallbacks=tuple(_proposal(one, raw) for one in raw["fallback"]),
        topics=tuple(_topic(one, raw) for one in raw["objective"]),
        crops=tuple(Crop(one["name"], _day(one["from"]), _day(one["to"])) for one in raw["crop"]),
    )
    codes = [one.code for one in found.known]
    if twice := {code for code in codes if codes.count(code) > 1}:
        raise ValueError(f"codes used twice: {sorted(twice)}")
    return found


def recognise(line: str, clause: str, target: Target, taken: Collection[str] = ()) -> Proposal | None:
    """The known promise that a line's figure is about, or None.

    ``clause`` is the part of the line that holds the figure; codes in ``taken`` already
    belong to other figures of the plan, so two values of one line never share an indicator.
    """
    folded, here = fold(line), fold(clause)
    fitting = [one for one in catalogue().known if one.code not in taken and one.fits(target)]
    best = max(fitting, key=lambda one: one.weight(folded, here), default=None)
    return best if best is not None and best.weight(folded, here) else None


def fallback(line: str, clause: str, target: Target) -> Proposal:
    """What is proposed for a promise that nobody foresaw, by its kind and unit. Never fails."""
    folded, here = fold(line), fold(clause)
    for one in catalogue().fallbacks:
        if one.fits(target) and (not one.words or one.weight(folded, here)):
            return one
    raise KeyError(f"no fallback for {target.quantity}")


def by_code(code: str) -> Proposal | None:
    """The known proposal of an indicator code, or None for a unit's own."""
    return next((one for one in catalogue().known if one.code == code), None)


def topic(text: str) -> Topic | None:
    """The topic that the words of an objective are about, or None."""
    folded = fold(text)
    best = max(catalogue().topics, key=lambda one: _weight(one.words, folded))
    return best if _weight(best.words, folded) else None


def _weight(words: Iterable[Words], folded: str) -> int:
    return max((one.weight(folded, folded) for one in words), default=0)


def _occurs(word: str, text: str) -> bool:
    """Whether the keyword stands in the text as whole syllables."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _words(raw: Mapping[str, Any]) -> tuple[Words, ...]:
    return tuple(_alternative(text) for text in raw.get("words", ()))


def _alternative(text: str) -> Words:
    parts = [part.strip() for part in text.split("+")]
    here = tuple(part[1:] for part in parts if part.startswith("@"))
    return Words(tuple(part for part in parts if not part.startswith("@")), here)


def _proposal(raw: Mapping[str, Any], whole: Mapping[str, Any]) -> Proposal:
    return Proposal(
        code=raw.get("code", ""),
        name=raw.get("name", ""),
        words=_words(raw),
        quantities=frozenset(Quantity(one) for one in raw.get("quantities", ())),
        unit=raw.get("unit", ""),
        shape=raw["shape"],
        frequency=raw["frequency"],
        combine=Combine(raw["combine"]),
        cumulative=raw.get("cumulative", False),
        measure_key=raw.get("measure_key", ""),
        definition=raw["definition"],
        source=raw.get("source", ""),
        owner=raw.get("owner", ""),
        what=raw.get("what", ""),
        resources=raw.get("resources", ""),
        evaluation=raw.get("evaluation", ""),
        act=raw.get("act", whole["act"]),
        sure=Sure(raw.get("sure", whole["sure"])),
    )


def _topic(raw: Mapping[str, Any], whole: Mapping[str, Any]) -> Topic:
    return Topic(
        name=raw["name"],
        words=_words(raw),
        owner=raw["owner"],
        what=raw["what"],
        resources=raw["resources"],
        evaluation=raw["evaluation"],
        act=raw.get("act", whole["act"]),
        sure=Sure(raw.get("sure", whole["sure"])),
    )


def _day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)
