"""The scale that risks are scored by, by day (``risk_scale.toml``); a unit's own stands in its place."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from chuan.rules.law import NotInForce
from chuan.rules.risks import Level, Scale, Step, made_scale
from chuan.rules.types import Citation, Sure


@dataclass(frozen=True, slots=True)
class DatedScale:
    """A scale from a day on, by which document, and how sure that is; ``own``: set by the unit itself."""

    valid_from: date
    scale: Scale
    citation: Citation
    sure: Sure
    bounds: tuple[int, ...]
    own: bool = False


@cache
def shipped_scales() -> tuple[DatedScale, ...]:
    """Every scale of the file, the latest first. Raises a refusal of ``rules.risks`` where one is not whole."""
    told = tomllib.loads((files("chuan.law") / "risk_scale.toml").read_text(encoding="utf-8"))
    found = []
    for raw in told["scale"]:
        levels = [Level(**one) for one in raw["level"]]
        scale = made_scale(_steps(raw["likelihood"]), _steps(raw["effect"]), levels, raw["bounds"])
        citation = Citation(number=raw["act"], article=raw["article"])
        found.append(DatedScale(raw["from"], scale, citation, Sure(raw["sure"]), tuple(raw["bounds"])))
    return tuple(sorted(found, key=lambda one: one.valid_from, reverse=True))


def scale_on(day: date, own: Iterable[DatedScale] = ()) -> DatedScale:
    """The scale of a day: the unit's latest own one where it has set any by then, else the shipped one.

    Raises ``NotInForce`` before the first.
    """
    for some in (sorted(own, key=lambda one: one.valid_from, reverse=True), shipped_scales()):
        for one in some:
            if one.valid_from <= day:
                return one
    raise NotInForce(f"no scale of risks on {day}")


def levels_of(scale: Scale, months: Sequence[int]) -> list[Level]:
    """The levels of a scale, looked at again after other numbers of months."""
    return [
        Level(one.key, one.word, one.must_treat, count)
        for one, count in zip(scale.levels, months, strict=True)
    ]


def _steps(raw: Iterable[Sequence[str]]) -> list[Step]:
    return [Step(word, meaning) for word, meaning in raw]
