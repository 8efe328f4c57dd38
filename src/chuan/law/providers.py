"""By what outside providers are judged on a day, and how often (``providers.toml``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from chuan.law.dated_sets import DatedSet, read_sets, set_in_force
from chuan.rules.providers import Criterion


@dataclass(frozen=True, slots=True)
class CriteriaSet(DatedSet):
    """Criteria from a day on; ``months`` between two judgments."""

    months: int
    criteria: tuple[Criterion, ...]


@cache
def criteria_sets() -> tuple[CriteriaSet, ...]:
    """Every set, the latest first."""
    return read_sets(
        "providers",
        lambda head, raw: CriteriaSet(
            *head, raw["months"], tuple(Criterion(one["key"], one["words"]) for one in raw["criterion"])
        ),
    )


def criteria_on(day: date) -> CriteriaSet:
    """The set of the day. Raises ``NotInForce`` before there was one."""
    return set_in_force(criteria_sets(), day, what="criteria of providers")
