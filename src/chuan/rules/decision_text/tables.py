"""Objectives in a table: a row holds a name, often a unit of its own, and a figure."""

from __future__ import annotations

import re

from chuan.rules.decision_text.flat import Flat, joined
from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.decision_text.phrases import Patterns, patterns
from chuan.rules.decision_text.promises import read_targets
from chuan.rules.decision_text.types import Line
from chuan.rules.vietnamese import NUMBER

_FIGURE = re.compile(
    rf"(?:[^\W\d_]+\s+){{0,3}}(?:[≥≤<>]=?\s*)?(?:{NUMBER})(?:\s*(?:[-–]|đến)\s*(?:{NUMBER}))?(?:\s*%|\s*/\s*\d+)?(?:\s+trở\s+(?:lên|xuống))?"
)
Cell = tuple[int, int]


def read_table(flat: Flat, start: int, end: int, lexicon: Lexicon) -> tuple[Line, ...]:
    """One line for each row in which a name and a figure (in its cell or in the words) stand."""
    words = patterns(lexicon)
    lines: list[Line] = []
    for row in _rows(flat, start, end):
        name = _name(flat, row)
        if name is None:
            continue
        pieces = [name, *_figure(flat, row, name, words)]
        line = joined(flat, pieces)
        targets = read_targets(line, 0, len(line.text), lexicon, heading=True)
        if targets:
            text = " ".join(line.text.split())
            lines.append(Line(str(len(lines) + 1), "", text, flat.span(*name), targets))
    return tuple(lines)


def _rows(flat: Flat, start: int, end: int) -> list[list[Cell]]:
    """Rows of cells, whether a row is one line ("| a | b |") or each cell has lines of its own."""
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    cell: Cell | None = None
    at = start
    for line in flat.text[start:end].split("\n"):
        body = line.strip()
        if "|" in body and body.strip("| "):
            rows.append(_inline(line, at))
        elif body == "|":
            if cell:
                row.append(cell)
            elif row:
                rows.append(row)
                row = []
            cell = None
        elif body:
            begin = at + line.index(body)
            cell = (cell[0] if cell else begin, begin + len(body))
        at += len(line) + 1
    return [r for r in [*rows, row] if len(r) >= 2]


def _inline(line: str, at: int) -> list[Cell]:
    found = []
    for piece in re.finditer(r"[^|]+", line):
        body = piece.group().strip()
        if body and not re.fullmatch(r"[:\-\s]+", body):
            begin = at + piece.start() + piece.group().index(body)
            found.append((begin, begin + len(body)))
    return found


def _name(flat: Flat, row: list[Cell]) -> Cell | None:
    """The longest cell of words."""
    worded = [c for c in row if len(re.findall(r"[^\W\d_]{2,}", flat.text[c[0] : c[1]])) >= 2]
    return max(worded, key=lambda c: c[1] - c[0], default=None)


def _figure(flat: Flat, row: list[Cell], name: Cell, words: Patterns) -> list[Cell]:
    """The figure's cell and the unit's cell, when they stand apart; never the running number."""
    others = [c for c in row if c != name and c[0] > name[0]]
    figure = next((c for c in others if _FIGURE.fullmatch(_low(flat, c))), None)
    unit = next(
        (c for c in others if words.unit.fullmatch(_low(flat, c)) or words.noun.fullmatch(_low(flat, c))),
        None,
    )
    if figure is None:
        return []
    written = re.search(r"%|/", _low(flat, figure))
    return [figure, unit] if unit and not written else [figure]


def _low(flat: Flat, cell: Cell) -> str:
    return flat.low[cell[0] : cell[1]].replace("\n", " ").strip()
