"""What who oversees the ward from above sees: a few counts of quarters that are over, small numbers hidden.

Only figures between which no equation holds (what is carried over, and what is in work, would complete one with the
others), only quarters that are over (a count of today that is one more than yesterday's tells of yesterday), longer
periods as sums of what their quarters show. No months, no earlier moments, no rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from chuan.law.petitions import HELD_FROM
from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.counting import Cut, Statistics, label_of, statistics
from chuan.petitions.figures.hiding import added, shown_together
from chuan.petitions.figures.periods import quarters_of
from chuan.rules.petitions import ShownCounts
from chuan.rules.types import Period

FIGURES = ("received", "apart", "settled", "late", "running_late")
AT_THE_END = frozenset({"running_late"})
"""Counted on a day, not over days: of a longer period, that of its last quarter."""
CUTS = (Cut.KIND, Cut.FIELD)
_LEAST = 5

Cells = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of one cut, and all together: numbers in the order of ``FIGURES``, None where one is hidden."""

    cut: Cut
    lines: Sequence[tuple[str, Cells]]
    total: Cells


@dataclass(frozen=True, slots=True)
class Overseen:
    """The tables of the quarters that are over; ``open_``: those that are not; ``least``: from where on is shown."""

    tables: Sequence[Table]
    least: int
    over: Sequence[Period]
    open_: Sequence[Period]


def overseen(asked: Asked) -> Overseen:
    """The tables of a period that is made of quarters; one statement and a few for each of them."""
    quarters = quarters_of(asked.period)
    over = [one for one in quarters if one.end <= asked.on]
    least = _least(asked)
    counted = [statistics(replace(asked, period=one, as_of=None)) for one in over]
    shown = [{figure: _shown(one, figure, least) for figure in FIGURES} for one in counted]
    tables = [_table(cut, shown) for cut in CUTS] if shown else []
    return Overseen(tables, least, over, [one for one in quarters if one not in over])


def _least(asked: Asked) -> int:
    value = asked.bench.values(max(asked.on, HELD_FROM)).get("overseer.least")
    return value.whole if value else _LEAST


def _shown(found: Statistics, figure: str, least: int) -> Mapping[Cut, ShownCounts]:
    cells = {cut: {line.key: line.counted.get(figure, 0) for line in found.by[cut]} for cut in CUTS}
    return shown_together(cells, least=least)


def _table(cut: Cut, shown: Sequence[Mapping[str, Mapping[Cut, ShownCounts]]]) -> Table:
    columns = [_column(figure, [one[figure][cut] for one in shown]) for figure in FIGURES]
    keys = dict.fromkeys(key for column in columns for key in column.cells)
    lines = [(label_of(cut, key), [column.cells.get(key, 0) for column in columns]) for key in keys]
    some = [(label, cells) for label, cells in lines if any(cell != 0 for cell in cells)]
    return Table(cut, some, [column.total for column in columns])


def _column(figure: str, parts: Sequence[ShownCounts]) -> ShownCounts:
    return parts[-1] if figure in AT_THE_END else added(parts)
