"""A set of processes that a ward may begin its map with, by day (``processes.toml``); nothing of it is imposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from chuan.law.dated_sets import DatedSet, Head, read_sets, set_on


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
class ProposedSet(DatedSet):
    """Processes proposed from a day on."""

    processes: tuple[ProposedProcess, ...]


@cache
def proposed_sets() -> tuple[ProposedSet, ...]:
    """Every set, the latest first. Raises ValueError when a code stands twice in one."""
    return read_sets("processes", _proposed)


def proposed_on(day: date) -> ProposedSet | None:
    """The set of the day; None before there was one."""
    return set_on(proposed_sets(), day)


def _proposed(head: Head, raw: Mapping[str, Any]) -> ProposedSet:
    processes = tuple(ProposedProcess(**one) for one in raw["process"])
    if len({one.code for one in processes}) < len(processes):
        raise ValueError(f"processes of {raw['from']}: a code stands twice")
    return ProposedSet(*head, processes)
