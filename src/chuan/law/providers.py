"""By what outside providers are judged on a day, and how often (``providers.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from chuan.rules.law import NotInForce
from chuan.rules.providers import Criterion
from chuan.rules.types import Citation, Sure


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """Criteria from a day on, by which act, how sure that is; ``months`` between two judgments."""

    valid_from: date
    citation: Citation
    sure: Sure
    months: int
    criteria: tuple[Criterion, ...]


@cache
def criteria_sets() -> tuple[CriteriaSet, ...]:
    """Every set, the latest first."""
    told = tomllib.loads((files("chuan.law") / "providers.toml").read_text(encoding="utf-8"))
    found = [
        CriteriaSet(
            raw["from"], Citation(number=raw["act"], article=raw["article"]), Sure(raw["sure"]), raw["months"],
            tuple(Criterion(one["key"], one["words"]) for one in raw["criterion"]),
        )
        for raw in told["set"]
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.valid_from, reverse=True))


def criteria_on(day: date) -> CriteriaSet:
    """The set of the day. Raises ``NotInForce`` before there was one."""
    found = next((one for one in criteria_sets() if one.valid_from <= day), None)
    if found is None:
        raise NotInForce(f"criteria of providers have no value on {day}")
    return found
