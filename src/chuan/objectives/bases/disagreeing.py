"""Two papers of one year that give one promise different levels: shown side by side, nobody's is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chuan.objectives.bases import kept
from chuan.objectives.bases.comparing import compared
from chuan.objectives.bases.rows import Row
from chuan.objectives.models import Basis, Plan, Target
from chuan.rules.base_compare import Theirs


@dataclass(frozen=True, slots=True)
class Apart:
    """A promise with its own level and that of each paper; "" where a paper has none."""

    target: Target
    ours: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The papers as heads of columns, the promises that they differ about."""

    papers: tuple[Basis, ...]
    rows: tuple[Apart, ...]


def disagreements(plan: Plan, bases: Sequence[Basis]) -> Disagreement | None:
    """Where two papers that stand differ; None for fewer than two, or where none do. Two statements a paper."""
    papers = tuple(reversed(bases))
    if len(papers) < 2:
        return None
    columns = [_by_target(plan, one) for one in papers]
    rows = [found for pk in columns[0] if (found := _apart([column[pk] for column in columns])) is not None]
    return Disagreement(papers, tuple(rows)) if rows else None


def _by_target(plan: Plan, basis: Basis) -> dict[int, Row]:
    found = compared(plan, basis.text, year=basis.year, settled=kept.matches(basis))
    return {row.target.pk: row for row in found.rows if row.target is not None}


def _apart(rows: Sequence[Row]) -> Apart | None:
    given = {_level(row.pair.theirs) for row in rows if row.pair.theirs is not None}
    target = rows[0].target
    if len(given) < 2 or target is None:
        return None
    return Apart(target, rows[0].ours_words, tuple(row.theirs_words for row in rows))


def _level(theirs: Theirs) -> tuple[object, ...]:
    one = theirs.target
    return (one.comparator, one.value, one.low, one.high, one.k, one.n, one.unit)
