"""Lists that hold as a whole from a day on, by an act (TOML files of tables ``[[set]]``): one loader for all of them.

What is one value by itself is a parameter instead (``law.values``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any, TypeVar

from chuan.rules.law import NotInForce
from chuan.rules.types import Citation, Sure


@dataclass(frozen=True, slots=True)
class DatedSet:
    """A list from a day on until the next one's day, by which act, and how sure that is."""

    valid_from: date
    citation: Citation
    sure: Sure

    @property
    def source(self) -> str:
        """Act and article in words."""
        return ", ".join(filter(None, (self.citation.number, self.citation.article)))


S = TypeVar("S", bound=DatedSet)
Head = tuple[date, Citation, Sure]
"""The first three fields of every set."""


def read_sets(
    name: str, made: Callable[[Head, Mapping[str, Any]], S], *, table: str = "set"
) -> tuple[S, ...]:
    """Every set of ``<name>.toml``, the latest first. Raises ValueError where two begin on one day, KeyError where
    a field is missing: a broken law file must not start.
    """
    told = tomllib.loads((files("chuan.law") / f"{name}.toml").read_text(encoding="utf-8"))
    found = [made(_head(raw), raw) for raw in told[table]]
    if len({one.valid_from for one in found}) < len(found):
        raise ValueError(f"{name}: two sets begin on one day")
    return latest_first(found)


def latest_first(sets: Iterable[S]) -> tuple[S, ...]:
    """In the order they are looked through."""
    return tuple(sorted(sets, key=lambda one: one.valid_from, reverse=True))


def set_on(sets: Iterable[S], day: date) -> S | None:
    """Of sets with the latest first the one of the day; None before there was one."""
    return next((one for one in sets if one.valid_from <= day), None)


def set_in_force(sets: Iterable[S], day: date, *, what: str) -> S:
    """The same; ``what``: the sets' name in the words of ``NotInForce``, which it raises."""
    found = set_on(sets, day)
    if found is None:
        raise NotInForce(f"{what} have no value on {day}")
    return found


def _head(raw: Mapping[str, Any]) -> Head:
    return raw["from"], Citation(number=raw["act"], article=raw["article"]), Sure(raw["sure"])
