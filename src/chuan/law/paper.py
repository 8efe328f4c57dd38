"""How an administrative paper must look, as the decree says it: Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeVar

from chuan.rules.types import Citation, Sure

T = TypeVar("T")

_FILES = ("paper_30_2020",)


@dataclass(frozen=True, slots=True)
class Measure:
    """A length or share: ``use`` in ``unit``, within what the decree allows (None: no bound)."""

    use: float
    unit: str
    low: float | None
    high: float | None
    article: str
    sure: Sure


@dataclass(frozen=True, slots=True)
class Letters:
    """How one component is lettered: ``size`` in points within [low, high], and its style."""

    size: float
    low: float | None
    high: float | None
    upper: bool
    bold: bool
    italic: bool
    article: str
    sure: Sure


@dataclass(frozen=True, slots=True)
class Words:
    """A text that every paper carries, letter for letter."""

    use: str
    article: str
    sure: Sure


@dataclass(frozen=True, slots=True)
class Padding:
    """A number smaller than ``below`` is written with a leading zero."""

    below: int
    article: str
    sure: Sure

    def write(self, value: int) -> str:
        """The number as the decree wants it: "05", "12"."""
        return f"{value:02d}" if value < self.below else str(value)


@dataclass(frozen=True, slots=True)
class PaperRules:
    """One decree's rules of typesetting, in force from a day."""

    act: Citation
    valid_from: date
    measure: Mapping[str, Measure]
    letters: Mapping[str, Letters]
    words: Mapping[str, Words]
    padding: Mapping[str, Padding]


def paper_rules(on: date | None = None) -> PaperRules:
    """The rules in force on the day; without a day, the newest.

    Raises LookupError for a day before the first decree that is held here (05/3/2020).
    """
    known = [_load(name) for name in _FILES]
    in_force = [rules for rules in known if on is None or rules.valid_from <= on]
    if not in_force:
        raise LookupError(f"no rules of typesetting are held for {on}")
    return max(in_force, key=lambda rules: rules.valid_from)


@cache
def _load(name: str) -> PaperRules:
    return parse_paper_rules((files("chuan.law") / f"{name}.toml").read_text(encoding="utf-8"))


def parse_paper_rules(text: str) -> PaperRules:
    """Rules from the text of a law file. Raises ValueError when a value in use is outside its bounds."""
    raw = tomllib.loads(text)
    return PaperRules(
        act=Citation(number=raw["number"], on=raw["on"], issuer=raw["issuer"]),
        valid_from=raw["from"],
        measure=_each(raw["measure"], _measure),
        letters=_each(raw["letters"], _letters),
        words=_each(raw["words"], lambda one: Words(one["use"], one["article"], Sure(one["sure"]))),
        padding=_each(raw["padding"], lambda one: Padding(one["below"], one["article"], Sure(one["sure"]))),
    )


def _each(raw: Mapping[str, Any], make: Callable[[Mapping[str, Any]], T]) -> Mapping[str, T]:
    return MappingProxyType({key: make(_within(key, one)) for key, one in raw.items()})


def _within(key: str, one: Mapping[str, Any]) -> Mapping[str, Any]:
    """The entry, if what is used lies within what is allowed."""
    if "low" in one and one["use"] < one["low"]:
        raise ValueError(f"{key}: {one['use']} is below {one['low']} ({one['article']})")
    if "high" in one and one["use"] > one["high"]:
        raise ValueError(f"{key}: {one['use']} is above {one['high']} ({one['article']})")
    return one


def _measure(one: Mapping[str, Any]) -> Measure:
    return Measure(
        one["use"], one["unit"], one.get("low"), one.get("high"), one["article"], Sure(one["sure"])
    )


def _letters(one: Mapping[str, Any]) -> Letters:
    return Letters(
        size=one["use"],
        low=one.get("low"),
        high=one.get("high"),
        upper=one.get("upper", False),
        bold=one.get("bold", False),
        italic=one.get("italic", False),
        article=one["article"],
        sure=Sure(one["sure"]),
    )
