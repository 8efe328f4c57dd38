"""Letters put into the cells of a ruled grid; what does not fit makes the whole table doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chuan.exchange.pdf_lines import Glyph, lines_of
from chuan.exchange.pdf_tables.ruling import Grid, Region

NUMERIC = re.compile(r"^(?=.*\d)[\s\d.,%‰/()+−–-]+$")
"""A line of a cell that is nothing but a number."""
_WIDE = 14.0
"""Points between two numbers of one line that are two columns without a rule between them."""
_TOUCH = 0.12
"""Share of a letter's height: closer letters belong to one word."""

Line = tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table told: its cells by row, "" where a cell is empty or covered by the one before or above; its columns."""

    rows: tuple[tuple[str, ...], ...]
    edges: tuple[float, ...]


def filled(grid: Grid, lines: Iterable[Line]) -> Table | None:
    """The table of a grid, or None when its layout is doubtful."""
    inside = [_within(line, grid) for line in lines]
    held = _held(grid, [glyph for line in inside for glyph in line])
    if not grid.whole or held is None or any(_cut(line, grid) for line in inside):
        return None
    cells = {region: list(lines_of(letters)) for region, letters in held.items()}
    if any(_is_two(line) for written in cells.values() for line in written):
        return None
    rows = [row for at in range(len(grid.down) - 1) for row in _rows(at, grid, cells)]
    if any(row is None for row in rows):
        return None
    kept = tuple(row for row in rows if row and any(row))
    return Table(kept, grid.across) if len(kept) > 1 else None


def words_of(line: Iterable[Glyph]) -> str:
    """The text of a line with single spaces."""
    return " ".join("".join(glyph.text for glyph in line).split())


def _within(line: Line, grid: Grid) -> Line:
    return tuple(glyph for glyph in line if stands_in(glyph, grid))


def stands_in(glyph: Glyph, grid: Grid) -> bool:
    """Whether the middle of a letter stands inside the grid."""
    return grid.holds((glyph.left + glyph.right) / 2, glyph.base + glyph.height / 4)


def _held(grid: Grid, letters: Sequence[Glyph]) -> dict[Region, list[Glyph]] | None:
    """The letters of each cell in the order of the file; None when one stands in no cell."""
    by_place = {(row, column): region for region in grid.regions for row in range(region.row, region.row_end)
                for column in range(region.column, region.column_end)}  # fmt: skip
    held: dict[Region, list[Glyph]] = {region: [] for region in grid.regions}
    for glyph in letters:
        region = by_place.get(grid.place((glyph.left + glyph.right) / 2, glyph.base + glyph.height / 4))
        if region is None:
            return None
        held[region].append(glyph)
    return held


def _cut(line: Line, grid: Grid) -> bool:
    """Whether a wall that is drawn there cuts through a word of the line."""
    inked = [glyph for glyph in line if not glyph.text.isspace()]
    return any(
        there.left - here.right < _TOUCH * here.height and _region(here, grid) != _region(there, grid)
        for here, there in pairwise(inked)
        if abs(here.base - there.base) < 1 and there.left > here.left
    )


def _region(glyph: Glyph, grid: Grid) -> Region | None:
    row, column = grid.place((glyph.left + glyph.right) / 2, glyph.base + glyph.height / 4)
    return next(
        (
            one
            for one in grid.regions
            if one.row <= row < one.row_end and one.column <= column < one.column_end
        ),
        None,
    )


def _is_two(line: Line) -> bool:
    """Whether two numbers stand far apart in one cell: columns that only look apart."""
    inked = [glyph for glyph in line if not glyph.text.isspace()]
    return any(
        there.left - here.right >= _WIDE
        and any(one.text.isdigit() for one in inked[: at + 1])
        and any(one.text.isdigit() for one in inked[at + 1 :])
        for at, (here, there) in enumerate(pairwise(inked))
    )


def _rows(at: int, grid: Grid, cells: dict[Region, list[Line]]) -> Sequence[tuple[str, ...] | None]:
    """The row, or several where rules between the rows were left out; (None,) when they cannot be told apart."""
    own = {region.column: lines for region, lines in cells.items() if region.row == at}
    width = len(grid.across) - 1
    numbers = {
        column: [line for line in lines if NUMERIC.match(words_of(line))] for column, lines in own.items()
    }
    if max((len(lines) for lines in numbers.values()), default=0) < 2:
        return [tuple(" ".join(words_of(line) for line in own.get(column, ())) for column in range(width))]
    tall = any(region.row == at and region.row_end > at + 1 for region in cells)
    levels = sorted({round(line[0].base) for lines in own.values() for line in lines}, reverse=True)
    if tall or any(len(lines) != len(levels) for lines in own.values() if lines) or _uneven(own):
        return [None]
    return [
        tuple(words_of(own[column][level]) if own.get(column) else "" for column in range(width))
        for level in range(len(levels))
    ]


def _uneven(own: dict[int, list[Line]]) -> bool:
    """Whether the lines of the cells do not stand level with one another."""
    written = [lines for lines in own.values() if lines]
    return any(
        abs(line[0].base - other[0].base) > 1
        for lines in written
        for line, other in zip(lines, written[0], strict=True)
    )
