"""Figures in tables: whose a row is, by its label; of which days, by the head of the column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.report_figures.columns import CELL_NUMBER, Column, Grid, grid_of
from chuan.rules.report_figures.heads import other_commune
from chuan.rules.report_figures.lines import Cell, Piece, Row
from chuan.rules.report_figures.naming import Named, named, phrase_of
from chuan.rules.report_figures.sentences import Asked
from chuan.rules.report_figures.shapes import Fit, with_unit
from chuan.rules.report_figures.tokens import unit_in
from chuan.rules.report_figures.types import Amount, Doubt, How, Proposal
from chuan.rules.types import Span
from chuan.rules.vietnamese import fold, read_figure

_ABOVE_UNIT = re.compile(r"(?:đơn\s+vị\s+tính|đvt)\s*[:：]\s*([^\n\t.;)]{1,24})", re.IGNORECASE)
_SUBJECT_OF_TITLE = 200


def of_table(piece: Piece, title: str, asked: Asked) -> Iterator[Proposal]:
    """Every figure of a table whose columns can be told; ``title`` is what stands above it."""
    grid = grid_of(piece.rows, asked.head, asked.lexicon)
    if grid is None:
        return
    above = _ABOVE_UNIT.search(title)
    unit = unit_in(above[1], asked.lexicon) if above else ""
    by_ward = _names_wards(grid, asked)
    for row in grid.rows:
        label = row[grid.label].text if grid.label < len(row) else ""
        if by_ward and not _is_home(label, asked):
            continue
        for column in grid.values:
            if column.index < len(row) and row[column.index].text:
                found = _cell(row, column, grid, label, unit, title, by_ward, asked)
                if found:
                    yield found


def _names_wards(grid: Grid, asked: Asked) -> bool:
    labels = [row[grid.label].text for row in grid.rows if grid.label < len(row)]
    return any(_is_home(label, asked) for label in labels) and len(labels) > 0


def _is_home(label: str, asked: Asked) -> bool:
    plain = re.sub(r"^(?:phuong|xa|thi tran|dac khu)\s+", "", fold(label))
    return plain == fold(asked.home.name)


def _cell(
    row: Row, column: Column, grid: Grid, label: str, unit: str, title: str, by_ward: bool, asked: Asked
) -> Proposal | None:  # fmt: skip
    if other_commune(label, asked.home):
        return None
    whose, phrase, key = _whose(label, column, title, by_ward, asked)
    amount = _amount(row[column.index], asked.lexicon)
    if amount is None:
        return None
    written = amount.unit or _unit(row, column, grid, asked.lexicon) or unit
    place = _place(row[column.index])
    said = Span(row[0].start, row[-1].end)
    how = How.TAUGHT if whose.taught else How.ROW
    told = amount if amount.is_part else replace(amount, unit=written)
    made = Proposal(
        "", told, place, said, phrase, key, how, column.said, asked.head.estimate or column.estimate
    )
    fits = [
        fit
        for one in asked.wanted
        if one.key in whose.keys
        for fit in [with_unit(one, amount, written, f"{label} {column.head}")]
        if fit
    ]
    return _proposed(made, fits, whose, asked)


def _whose(label: str, column: Column, title: str, by_ward: bool, asked: Asked) -> tuple[Named, str, str]:
    """Whose the cell is, and the words and head of column that a person teaches by confirming."""
    if not by_ward:
        return named(label, asked.wanted, asked.taught, column.key), phrase_of(label), column.key
    for words in (column.head, f"{title[:_SUBJECT_OF_TITLE]} {column.head}"):
        found = named(words, asked.wanted, asked.taught)
        if found.keys or found.taught:
            return found, phrase_of(words), ""
    return Named(()), phrase_of(column.head), ""


def _proposed(made: Proposal, fits: list[Fit], whose: Named, asked: Asked) -> Proposal | None:
    if whose.taught and not whose.keys:
        return None
    if len(fits) == 1:
        doubts = list(fits[0].doubts)
        if whose.strange and not whose.taught:
            doubts.append(Doubt("narrower", {"words": " ".join(whose.strange)[:80]}))
        return replace(made, key=fits[0].key, amount=fits[0].amount, doubts=tuple(doubts))
    if len(fits) > 1:
        names = ", ".join(fit.name for fit in fits)
        return replace(made, doubts=(Doubt("two_meant", {"names": names}),))
    return made


def _amount(cell: Cell, lexicon: Lexicon) -> Amount | None:
    found = CELL_NUMBER.fullmatch(cell.text)
    if found is None:
        return None
    if found["k"] is not None:
        return Amount(numerator=read_figure(found["k"]).value, denominator=read_figure(found["n"]).value)
    unit = unit_in(found["unit"] or "", lexicon)
    figure = read_figure(found["v"])
    usual = figure.other if unit == "%" and figure.other is not None else figure.value
    return Amount(value=usual, unit=unit)


def _unit(row: Row, column: Column, grid: Grid, lexicon: Lexicon) -> str:
    if grid.unit is not None and grid.unit < len(row) and row[grid.unit].text:
        cell = row[grid.unit].text
        return unit_in(cell, lexicon) or cell.lower()
    return column.unit


def _place(cell: Cell) -> Span:
    """The letters of the cell, blanks around them left out."""
    return Span(cell.start, cell.start + max(len(cell.text), 1)) if cell.text else Span(cell.start, cell.end)
