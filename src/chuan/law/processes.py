"""A set of processes that a ward may begin its map with, by day (``processes.toml``); nothing of it is imposed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from chuan.rules.types import Citation, Sure


@dataclass(frozen=True, slots=True)
class ProposedProcess:
    """One process as it is proposed: ``clauses`` and ``measures`` are parted by spaces."""

    code: str
    name: str
    kind: str
    purpose: str = ""
    takes: str = ""
    gives: str = ""
    clauses: str = ""
    measures: str = ""
    outside: str = ""


@dataclass(frozen=True, slots=True)
class ProposedSet:
    """Processes proposed from a day on, by which act, and how sure that is."""

    valid_from: date
    citation: Citation
    sure: Sure
    processes: tuple[ProposedProcess, ...]


@cache
def proposed_sets() -> tuple[ProposedSet, ...]:
    """Every set, the latest first. Raises ValueError when a code stands twice in one."""
    told = tomllib.loads((files("chuan.law") / "processes.toml").read_text(encoding="utf-8"))
    found = []
    for raw in told["set"]:
        processes = tuple(ProposedProcess(**one) for one in raw["process"])
        if len({one.code for one in processes}) < len(processes):
            raise ValueError(f"processes of {raw['from']}: a code stands twice")
        citation = Citation(number=raw["act"], article=raw["article"])
        found.append(ProposedSet(raw["from"], citation, Sure(raw["sure"]), processes))
    return tuple(sorted(found, key=lambda one: one.valid_from, reverse=True))


def proposed_on(day: date) -> ProposedSet | None:
    """The set of the day; None before there was one."""
    return next((one for one in proposed_sets() if one.valid_from <= day), None)
