"""Whether audits together look at every process and at every clause, within the months the law gives them.

19/2014/QĐ-TTg asks for an audit at least once a year; TCVN ISO 9001:2015, 9.2 for the whole system. Not every clause
belongs to every process: each process is looked at for the clauses it names, and each clause somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Wanted:
    """A process by its code, and the clauses that belong to it."""

    code: str
    clauses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Round:
    """One audit: its last day, and what it looks at. ``processes`` by code."""

    ended_on: date
    processes: frozenset[str]
    clauses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is looked at by how many audits, and what by none.

    ``processes`` and ``clauses`` map each to its number of audits; ``pairs`` are (process, clause) that belong
    together and that no audit looks at together.
    """

    processes: dict[str, int]
    clauses: dict[str, int]
    pairs: tuple[tuple[str, str], ...]

    @property
    def processes_left(self) -> tuple[str, ...]:
        """Processes no audit looks at."""
        return tuple(code for code, count in self.processes.items() if not count)

    @property
    def clauses_left(self) -> tuple[str, ...]:
        """Clauses no audit looks at."""
        return tuple(number for number, count in self.clauses.items() if not count)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left; never so where there is nothing to look at."""
        known = bool(self.processes) and bool(self.clauses)
        return known and not (self.processes_left or self.clauses_left or self.pairs)


def coverage(
    wanted: Sequence[Wanted], clauses: Iterable[str], rounds: Iterable[Round], *, since: date, until: date
) -> Coverage:
    """Of the audits that end from ``since`` on and before ``until``."""
    counted = [one for one in rounds if since <= one.ended_on < until]
    numbers = tuple(clauses)
    return Coverage(
        {one.code: sum(one.code in each.processes for each in counted) for one in wanted},
        {number: sum(number in each.clauses for each in counted) for number in numbers},
        tuple(
            (one.code, number)
            for one in wanted
            for number in numbers
            if number in one.clauses and not _together(one.code, number, counted)
        ),
    )


def _together(code: str, number: str, rounds: Iterable[Round]) -> bool:
    return any(code in one.processes and number in one.clauses for one in rounds)
