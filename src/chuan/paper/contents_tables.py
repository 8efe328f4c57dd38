"""Tables in plain lines: "| STT | Nội dung |", with an optional row of sides and shares under the head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chuan.paper.papers import Align, TableBlock

_SIDES: dict[tuple[bool, bool], Align] = {
    (True, False): "left",
    (False, False): "left",
    (True, True): "center",
    (False, True): "right",
}
_RULES: dict[Align, str] = {"left": ":--", "center": ":-:", "right": "--:"}
_RULE = re.compile(r"(?!-{1,2}(?: |$))(:?)-+(:?)(?: (\d{1,4}(?:\.\d{1,6})?))?")
"""Dashes with a colon at the side where words stand: three at least when there is no colon."""

_CELL = re.compile(r"((?:\\.|[^\\|])*)\|")


def is_row(line: str) -> bool:
    """Whether the line is a row of a table: it begins and ends with "|", and has a cell."""
    return len(line) > 1 and line.startswith("|") and _CELL.sub("", line[1:]) == ""


def read_table(lines: Sequence[str], start: int) -> tuple[TableBlock, int]:
    """The table whose head is at ``start``, and the place after its last row and remark.

    Rows shorter than the longest are filled with empty cells.
    """
    end = start
    while end < len(lines) and is_row(lines[end]):
        end += 1
    rows = [_cells(line) for line in lines[start:end]]
    notes: list[str] = []
    while end < len(lines) and lines[end].startswith("> "):
        notes.append(lines[end][2:])
        end += 1
    return _table(rows, tuple(notes)), end


def table_lines(table: TableBlock) -> list[str]:
    """The table as lines, each cell on one line."""
    rule = [_rule(table)] if table.align or table.widths or (table.rows and _read_rule(table.rows[0])) else []
    head, *rows = ([_written(cell) for cell in row] for row in (table.headers, *table.rows))
    notes = (" ".join(note.split()) for note in table.notes)
    return [_row(head), *rule, *(_row(row) for row in rows), *(f"> {note}" for note in notes if note)]


def _table(rows: list[list[str]], notes: tuple[str, ...]) -> TableBlock:
    columns = max(map(len, rows))
    head, *others = ([*row, *[""] * (columns - len(row))] for row in rows)
    align: tuple[Align, ...] = ()
    widths: tuple[float, ...] = ()
    if others and (rule := _read_rule(others[0])):
        (align, widths), others = rule, others[1:]
    return TableBlock(tuple(head), tuple(map(tuple, others)), widths, align, notes)


def _cells(line: str) -> list[str]:
    found = _CELL.findall(line[1:])
    return [re.sub(r"\\(.)", r"\1", cell.strip()).strip() for cell in found]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _written(cell: str) -> str:
    return re.sub(r"([\\|])", r"\\\1", " ".join(cell.split()))


def _rule(table: TableBlock) -> str:
    marks = [_RULES[side] for side in table.align] or ["---"] * len(table.headers)
    widths = [f" {width:.6g}" for width in table.widths] or [""] * len(table.headers)
    return _row([f"{mark}{width}" for mark, width in zip(marks, widths, strict=True)])


def _read_rule(cells: Sequence[str]) -> tuple[tuple[Align, ...], tuple[float, ...]] | None:
    """Sides and shares, when every cell of the row gives them; () for what none of them gives."""
    found = [_RULE.fullmatch(cell) for cell in cells]
    if not all(found):
        return None
    marks = [(bool(one[1]), bool(one[2])) for one in found if one]
    shares = [float(one[3] or 1) for one in found if one]
    align = tuple(_SIDES[mark] for mark in marks) if any(map(any, marks)) else ()
    is_told = any(one and one[3] for one in found) and min(shares) > 0
    return align, tuple(shares) if is_told else ()
