"""A spreadsheet as plain values: what is read from one, and what is written into one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Literal

CellValue = str | int | Decimal | bool | date | datetime | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. Numbers are int or Decimal, with the 15 digits that Excel keeps and no binary residue.

    A formula gives its stored result; a cell of Excel's own errors (#REF!) is empty.
    """

    value: CellValue = None

    @property
    def is_blank(self) -> bool:
        """Nothing, or only spaces."""
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())

    @property
    def text(self) -> str:
        """The value as plain text: "" when empty, a date as 2021-02-19, a number with a point."""
        return "" if self.value is None else str(self.value)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet from A1 on; every row is as wide as the widest. ``visible`` is False when hidden."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    visible: bool = True

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place counted from 0; an empty one outside the sheet."""
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])
        return self.rows[row][column] if inside else Cell()


@dataclass(frozen=True, slots=True)
class Workbook:
    """All worksheets of a file, on their way out of the reading process."""

    sheets: tuple[Sheet, ...]

    def packed(self) -> dict[str, Any]:
        """As plain lists; each value with the name of its type."""
        return {
            "sheets": [
                [s.name, s.visible, [[_packed(c.value) for c in r] for r in s.rows]] for s in self.sheets
            ]
        }

    @classmethod
    def unpacked(cls, packed: dict[str, Any]) -> Workbook:
        """The reverse of ``packed``."""
        return cls(
            tuple(
                Sheet(name, tuple(tuple(Cell(_unpacked(v)) for v in row) for row in rows), visible)
                for name, visible, rows in packed["sheets"]
            )
        )


def cell_name(row: int, column: int) -> str:
    """The address a person sees, from places counted from 0: (6, 1) is "B7"."""
    letters, left = "", column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


@dataclass(frozen=True, slots=True)
class Validation:
    """What Excel lets a person type into a column; ``says`` is the sentence it shows otherwise.

    ``kind`` "list" takes ``options`` (together at most 255 characters, Excel's own bound);
    "number" and "whole" take ``low`` and ``high``, either may be open.
    """

    kind: Literal["list", "number", "whole"]
    says: str
    options: tuple[str, ...] = ()
    low: Decimal | int | None = None
    high: Decimal | int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One worksheet to write: title, notes, one row of headers, rows. Columns count from 0.

    ``widths`` are in characters, 0 hides a column; ``number_formats`` in Excel's code ("#,##0.00"). With
    ``locked_columns`` the sheet is protected without a password, all other columns stay open.
    """

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[CellValue]]
    notes: Sequence[str] = ()
    sheet_name: str = "Bảng"
    widths: Mapping[int, float] = field(default_factory=dict)
    number_formats: Mapping[int, str] = field(default_factory=dict)
    locked_columns: frozenset[int] = frozenset()
    validations: Mapping[int, Validation] = field(default_factory=dict)

    @property
    def header_row(self) -> int:
        """The row of the headers, counted from 0: title, notes, headers."""
        return 1 + len(self.notes)

    @property
    def first_row(self) -> int:
        """The first row of values, counted from 0."""
        return self.header_row + 1


_NAMED: dict[str, Any] = {
    "str": str,
    "int": int,
    "Decimal": Decimal,
    "bool": lambda text: text == "True",
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda text: timedelta(seconds=float(text)),
}


def _packed(value: CellValue) -> list[str] | None:
    if value is None:
        return None
    kind = type(value).__name__
    if isinstance(value, timedelta):
        return [kind, str(value.total_seconds())]
    return [kind, value.isoformat() if isinstance(value, date | time) else str(value)]


def _unpacked(packed: list[str] | None) -> CellValue:
    if packed is None:
        return None
    kind, text = packed
    made: CellValue = _NAMED[kind](text)
    return made
