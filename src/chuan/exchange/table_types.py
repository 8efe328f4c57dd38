"""A table as the file shows it: plain values, and the address of each cell as a person sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from chuan.exchange.limits import Limits
from chuan.exchange.sheet_types import Cell, CellValue, cell_name
from chuan.rules.refusals import TableTooLong

Row = tuple[CellValue, ...]

TABLES = Limits(file_bytes=80_000_000, cells=3_000_000, seconds=60, unpacked_bytes=600_000_000)
"""What one table may ask of the machine: 50,000 rows of 20 columns fit well inside."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table of a file, from its first row on; rows end at their last filled cell.

    ``numbers`` are the row numbers that a person sees (lines of a text file, rows of a table in
    Word; 0 for a line standing above that table); empty for worksheets, which are addressed "B7".
    Values are kept bare, not as ``Cell``: 600,000 wrappers would take more room than the values.
    """

    name: str
    rows: tuple[Row, ...]
    visible: bool = True
    numbers: tuple[int, ...] = ()
    old_letters: str = ""
    """"tcvn3" or "vni" when the words came in that code and were converted."""

    def value(self, row: int, column: int) -> CellValue:
        """The value at a place counted from 0; None outside the table."""
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])
        return self.rows[row][column] if inside else None

    def cell(self, row: int, column: int) -> Cell:
        """The same as a ``Cell``, with its text."""
        return Cell(self.value(row, column))

    def place(self, row: int, column: int) -> str:
        """The address a person finds: "B7" in a worksheet, "dòng 12, cột 2" elsewhere."""
        return f"{self.row_place(row)}, cột {column + 1}" if self.numbers else cell_name(row, column)

    def row_place(self, row: int) -> str:
        """ "dòng 12", as a person counts."""
        return f"dòng {self.numbers[row] if self.numbers else row + 1}"


@dataclass(frozen=True, slots=True)
class TableFile:
    """All tables of a file, on their way out of the reading process.

    On the way every different value travels once and rows are lists of places in that list:
    registers repeat themselves, and this keeps both processes small.
    """

    tables: tuple[RawTable, ...]

    def packed(self) -> dict[str, Any]:
        """As plain lists."""
        places: dict[tuple[type, CellValue], int] = {(type(None), None): 0}
        tables = []
        for table in self.tables:
            rows = [[places.setdefault((type(v), v), len(places)) for v in row] for row in table.rows]
            tables.append([table.name, table.visible, list(table.numbers), rows])
        return {"values": [_packed(value) for _, value in places], "tables": tables}

    @classmethod
    def unpacked(cls, packed: dict[str, Any]) -> TableFile:
        """The reverse of ``packed``; empties what it is given on the way, to hold one copy only."""
        values: list[CellValue] = [_unpacked(value) for value in packed.pop("values")]
        tables = []
        for name, visible, numbers, rows in packed.pop("tables"):
            for at, row in enumerate(rows):
                rows[at] = tuple([values[place] for place in row])
            tables.append(RawTable(name, tuple(rows), visible, tuple(numbers)))
        return cls(tuple(tables))


class RowsInOrder:
    """Collects the rows of one table, trimmed, counting cells against the limit."""

    def __init__(self, table: str, limits: Limits) -> None:
        self._table, self._limit, self._cells = table, limits.cells, 0
        self.rows: list[Row] = []

    def add(self, values: Sequence[CellValue]) -> None:
        """One row. Raises TableTooLong."""
        row = [None if value is None or (isinstance(value, str) and (not value or value.isspace())) else value
               for value in values]  # fmt: skip
        end = len(row)
        while end and row[end - 1] is None:
            end -= 1
        self._cells += end + 1
        if self._cells > self._limit:
            raise TableTooLong(table=self._table, cells=self._cells, limit=self._limit)
        self.rows.append(tuple(row[:end]))

    def trimmed(self) -> tuple[Row, ...]:
        """The rows without the empty ones at the end."""
        while self.rows and not self.rows[-1]:
            self.rows.pop()
        return tuple(self.rows)


def is_blank(value: CellValue) -> bool:
    """Nothing, or only spaces."""
    return value is None or (isinstance(value, str) and not value.strip())


def filled(tables: Iterable[RawTable]) -> tuple[RawTable, ...]:
    """The tables that hold at least one row."""
    return tuple(table for table in tables if table.rows)


def _packed(value: CellValue) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, timedelta):
        return ["s", value.total_seconds()]
    if isinstance(value, Decimal):
        return ["n", str(value)]
    kind = "m" if isinstance(value, datetime) else "d" if isinstance(value, date) else "t"
    return [kind, value.isoformat()]


_NAMED: dict[str, Any] = {
    "n": Decimal,
    "s": lambda seconds: timedelta(seconds=seconds),
    "m": datetime.fromisoformat,
    "d": date.fromisoformat,
    "t": time.fromisoformat,
}


def _unpacked(packed: Any) -> CellValue:
    if not isinstance(packed, list):
        plain: CellValue = packed
        return plain
    made: CellValue = _NAMED[packed[0]](packed[1])
    return made
