"""The text of a PDF with its tables as lines of cells, tabs between them: what a report's reader takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chuan.exchange.extracted import LOOSE, BlockKind, Extracted
from chuan.exchange.kinds import Kind
from chuan.exchange.limits import Limits
from chuan.exchange.pdf_lines import Glyph
from chuan.exchange.pdf_pages import Box, Page, Paper
from chuan.exchange.pdf_tables.aligning import aligned
from chuan.exchange.pdf_tables.banding import walls_of
from chuan.exchange.pdf_tables.filling import NUMERIC, Line, Table, filled, stands_in, words_of
from chuan.exchange.pdf_tables.ruling import NEAR, Grid, grids_of
from chuan.exchange.pdf_text import check_opened, check_read, is_picture, page_of, write_page
from chuan.exchange.text_builder import TextBuilder

MOST_PAGES = 60
"""Pages whose tables are looked for; those behind are read as text."""
_APART = 4.0
"""Points between pieces of a doubtful table that are put on lines of their own."""


class _Lines(TextBuilder):
    """Grows text in which only told tables have tabs: cells of anything else become lines."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.loose = False
        self._open: tuple[float, ...] = ()

    def next_cell(self) -> None:
        """Three pieces beside each other outside of a told table: a table nobody told."""
        self.loose = True

    def table(self, table: Table) -> None:
        """Rows of a table; one that goes on with the columns of the one just before is the same table."""
        if self._open and not _same(self._open, table.edges):
            self._put("\n")
        for row in table.rows:
            for at, cell in enumerate(row):
                self.add(cell, kind=BlockKind.CELL)
                if cell:
                    self._parts.pop()
                    self._length -= 1
                self._put("\t" if at + 1 < len(row) else "\n")
        self._open = table.edges

    def close(self) -> None:
        """Something else than a table follows."""
        self._open = ()


def read_with_tables(data: bytes, *, name: str, limits: Limits) -> Extracted:
    """Text with tables; the note ``loose_tables`` when one could not be told.

    Raises what ``pdf_text.read_pdf`` raises.
    """
    paper, out = Paper(data, rules=True), _Lines(limits.characters)
    check_opened(paper, name)
    letters, pictures = 0, 0
    for at in range(len(paper)):
        page = page_of(paper, at, name)
        letters += sum(len(line) for line in page.lines)
        pictures += is_picture(page)
        _write(page if at < MOST_PAGES else replace(page, rules=()), out)
    check_read(letters, pictures, out.text, name)
    return Extracted(
        out.text, Kind.PDF.value, len(paper), (), tuple(out.blocks), (LOOSE,) if out.loose else ()
    )


def _write(page: Page, out: _Lines) -> None:
    """A page: running lines and tables in the order of the file."""
    owners, tables = _told(page, out)
    held: list[Line] = []
    written: set[int] = set()
    for line, owner in owners:
        if owner is None:
            held.append(line)
        elif owner not in written:
            _flush(page, held, out)
            held = []
            out.table(tables[owner])
            written.add(owner)
    _flush(page, held, out, last=True)


def _flush(page: Page, held: Sequence[Line], out: _Lines, *, last: bool = False) -> None:
    """The lines so far; boxes of a form or signature with the lines that end the page."""
    boxes: tuple[Box, ...] = page.boxes if last else ()
    if held or boxes:
        before = out.length
        write_page(replace(page, lines=tuple(held), boxes=boxes), out, None)
        if out.length > before:
            out.close()


def _told(page: Page, out: _Lines) -> tuple[list[tuple[Line, int | None]], list[Table]]:
    """Each line of the page with the table it belongs to."""
    owners: list[tuple[Line, int | None]] = []
    tables: list[Table] = []
    grids = grids_of((*page.rules, *walls_of(page.rules, page.lines)))
    told = [filled(grid, page.lines) for grid in grids]
    for line in page.lines:
        for at, part in _parts(line, grids):
            if at is None or told[at] is not None:
                owners.append((part, at))
            else:
                out.loose = out.loose or _counts(part)
                owners += [(piece, None) for piece in _pieces(part, grids[at])]
    places = {at: number for number, at in enumerate(at for at, table in enumerate(told) if table)}
    tables += [table for table in told if table]
    owners = [(line, None if at is None else places[at]) for line, at in owners]
    return _with_aligned(owners, tables, out)


def _with_aligned(
    owners: list[tuple[Line, int | None]], tables: list[Table], out: _Lines
) -> tuple[list[tuple[Line, int | None]], list[Table]]:
    """The same with tables that have no rules."""
    free = [at for at, (_, owner) in enumerate(owners) if owner is None]
    for one in aligned([owners[at][0] for at in free]):
        if one.table is None:
            out.loose = True
            continue
        tables.append(one.table)
        for at in one.lines:
            owners[free[at]] = (owners[free[at]][0], len(tables) - 1)
    return owners, tables


def _parts(line: Line, grids: Sequence[Grid]) -> list[tuple[int | None, Line]]:
    """The line cut where it enters or leaves a grid."""
    parts: list[tuple[int | None, list[Glyph]]] = []
    for glyph in line:
        at = next((number for number, grid in enumerate(grids) if stands_in(glyph, grid)), None)
        if parts and (parts[-1][0] == at or glyph.text.isspace()):
            parts[-1][1].append(glyph)
        elif not glyph.text.isspace():
            parts.append((at, [glyph]))
    return [(at, tuple(letters)) for at, letters in parts]


def _counts(line: Line) -> bool:
    return any(NUMERIC.match(words_of([glyph])) for glyph in line)


def _pieces(line: Line, grid: Grid) -> list[Line]:
    """A line of a doubtful table cut at every wall and every wider gap."""
    pieces: list[list[Glyph]] = []
    for glyph in line:
        if glyph.text.isspace():
            if pieces:
                pieces[-1].append(glyph)
            continue
        last = next((one for one in reversed(pieces[-1]) if not one.text.isspace()), None) if pieces else None
        if last is None or glyph.left - last.right >= _APART or _column(glyph, grid) != _column(last, grid):
            pieces.append([])
        pieces[-1].append(glyph)
    return [tuple(one) for one in pieces]


def _column(glyph: Glyph, grid: Grid) -> int:
    return grid.place((glyph.left + glyph.right) / 2, glyph.base)[1]


def _same(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))
