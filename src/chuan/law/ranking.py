"""The law of ranking officials on a day (``ranking.toml``): words before 2026, points since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from chuan.law.values import digest, parameters
from chuan.rules.law import NotInForce, Value, resolve
from chuan.rules.ranking import Criterion, Group, Level
from chuan.rules.refusals.ranking import RankingLawNotHeld
from chuan.rules.types import Period, Sure

HELD_FROM = date(2021, 1, 1)
"""The first day this file holds; the acts themselves may be older."""

Overrides = Mapping[str, Iterable[Value]]
"""A unit's own values by key: they stand only in place of unverified ones."""


@dataclass(frozen=True, slots=True)
class RankingLaw:
    """The values in force on a day, with their titles; what was not set on that day is not in ``values``."""

    on: date
    values: Mapping[str, Value]
    titles: Mapping[str, str]

    @property
    def by_points(self) -> bool:
        """Whether officials are scored (335/2025/NĐ-CP), not judged by criteria in words (90/2020/NĐ-CP)."""
        return self.values["ranking.regime"].value == "points"

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of roles whose shares are counted apart."""
        return tuple(
            Group(key.removeprefix("group."), one.value)
            for key, one in self.values.items()
            if key.startswith("group.")
        )

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria in words, in the order of the file; none where points are given."""
        return tuple(
            self._criterion(key, one) for key, one in self.values.items() if key.startswith("words.")
        )

    @property
    def unread(self) -> tuple[str, ...]:
        """Keys whose value rests on no text that was read or reported: the screen says so beside each."""
        return tuple(key for key, one in self.values.items() if one.sure is Sure.UNVERIFIED)

    def _criterion(self, key: str, one: Value) -> Criterion:
        _, level, group, _ = key.split(".")
        return Criterion(key, Level(level), group, self.titles[key], one.citation, one.sure)


def ranking_law(on: date, overrides: Overrides | None = None) -> RankingLaw:
    """The law of ranking on a day, a unit's own values in place of unverified ones.

    Raises `RankingLawNotHeld` before `HELD_FROM`.
    """
    if on < HELD_FROM:
        raise RankingLawNotHeld(on=on, earliest=HELD_FROM)
    plain = _law_of(on)
    if not overrides:
        return plain
    own = {
        key: resolve(parameters("ranking")[key], on, overrides[key])
        for key in overrides
        if key in plain.values
    }
    return RankingLaw(on, {**plain.values, **own}, plain.titles)


def ranking_law_of(period: Period, overrides: Overrides | None = None) -> RankingLaw:
    """The law of a period's ranking: that of its last day, so that the year 2025 is ranked as it was begun."""
    return ranking_law(period.end - timedelta(days=1), overrides)


def ranking_digest() -> str:
    """SHA-256 of the file, kept with every ranking that used it."""
    return digest("ranking")


@lru_cache(maxsize=512)
def _law_of(on: date) -> RankingLaw:
    found: dict[str, Value] = {}
    held = parameters("ranking")
    for key, parameter in held.items():
        try:
            found[key] = resolve(parameter, on)
        except NotInForce:
            continue
    return RankingLaw(on, found, {key: held[key].title for key in found})
