"""The scale that risks are scored by, by day (``risk_scale.toml``); a unit's own stands in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from chuan.law.dated_sets import DatedSet, Head, latest_first, read_sets, set_in_force, set_on
from chuan.rules.risks import Level, Scale, Step, made_scale


@dataclass(frozen=True, slots=True)
class DatedScale(DatedSet):
    """A scale from a day on; ``own``: set by the unit itself."""

    scale: Scale
    bounds: tuple[int, ...]
    own: bool = False


@cache
def shipped_scales() -> tuple[DatedScale, ...]:
    """Every scale of the file, the latest first. Raises a refusal of ``rules.risks`` where one is not whole."""
    return read_sets("risk_scale", _scale, table="scale")


def scale_on(day: date, own: Iterable[DatedScale] = ()) -> DatedScale:
    """The scale of a day: the unit's latest own one where it has set any by then, else the shipped one.

    Raises ``NotInForce`` before the first.
    """
    found = set_on(latest_first(own), day)
    return found or set_in_force(shipped_scales(), day, what="scales of risks")


def levels_of(scale: Scale, months: Sequence[int]) -> list[Level]:
    """The levels of a scale, looked at again after other numbers of months."""
    return [
        Level(one.key, one.word, one.must_treat, count)
        for one, count in zip(scale.levels, months, strict=True)
    ]


def _scale(head: Head, raw: Mapping[str, Any]) -> DatedScale:
    levels = [Level(**one) for one in raw["level"]]
    scale = made_scale(_steps(raw["likelihood"]), _steps(raw["effect"]), levels, raw["bounds"])
    return DatedScale(*head, scale, tuple(raw["bounds"]))


def _steps(raw: Iterable[Sequence[str]]) -> list[Step]:
    return [Step(word, meaning) for word, meaning in raw]
