"""Simple tables as .xlsx: the same table always gives the same bytes.

What a person typed is written as text, never as a formula or a link, whatever it begins with.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from chuan.exchange.sheet_types import CellValue, Table, Validation

# Written into the file instead of the moment of writing, so that equal tables are equal files.
_CREATED = datetime(2021, 1, 1)  # noqa: DTZ001 - Excel's property has no zone
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_HEADER = _FONT | {"bold": True, "border": 1, "text_wrap": True, "align": "center", "bg_color": "#E7EEF0"}
_CELL = _FONT | {"border": 1, "text_wrap": True}
_DATE = "dd/mm/yyyy"
# Beyond this Excel's binary numbers lose digits: such a number goes as text.
_EXACT = 10**15
_WIDTH = 18.0
_LONGEST_SHEET_NAME = 31


def write_sheet(*tables: Table) -> bytes:
    """An .xlsx file with one worksheet for each table."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": _CREATED, "title": tables[0].title if tables else ""})
    for table in tables:
        _Writer(book, table).write()
    book.close()
    return out.getvalue()


class _Writer:
    """One table on its way into one worksheet."""

    def __init__(self, book: xlsxwriter.Workbook, table: Table) -> None:
        self._book, self._table = book, table
        self._sheet: Worksheet = book.add_worksheet(_sheet_name(table.sheet_name))
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def write(self) -> None:
        """Title, notes, headers, rows; then how the sheet behaves."""
        self._sheet.write_string(
            0, 0, self._table.title, self._format(_FONT | {"bold": True, "font_size": 14})
        )
        for at, note in enumerate(self._table.notes, start=1):
            self._sheet.write_string(at, 0, note, self._format(_FONT | {"italic": True}))
        for column, header in enumerate(self._table.headers):
            self._sheet.write_string(self._table.header_row, column, header, self._format(_HEADER))
        for at, row in enumerate(self._table.rows, start=self._table.first_row):
            for column, value in enumerate(row):
                self._cell(at, column, value)
        self._columns()
        self._page()

    def _cell(self, row: int, column: int, value: CellValue) -> None:
        look = self._look(column, value)
        if value is None:
            self._sheet.write_blank(row, column, None, look)
        elif isinstance(value, bool):
            self._sheet.write_boolean(row, column, value, look)
        elif isinstance(value, int | Decimal) and -_EXACT < value < _EXACT:
            self._sheet.write_number(row, column, float(value), look)
        elif isinstance(value, date | time):
            self._sheet.write_datetime(row, column, value, look)
        else:
            self._sheet.write_string(row, column, str(value), look)

    def _look(self, column: int, value: CellValue) -> Format:
        look: dict[str, Any] = dict(_CELL)
        if column in self._table.number_formats:
            look["num_format"] = self._table.number_formats[column]
        elif isinstance(value, date):
            look["num_format"] = _DATE
        if self._table.locked_columns and column not in self._table.locked_columns:
            look["locked"] = False
        if isinstance(value, str) and value.startswith(_FORMULA_SIGNS):
            # Keeps it text even after somebody edits the cell and presses Enter.
            look["quote_prefix"] = True
        return self._format(look)

    def _format(self, look: dict[str, Any]) -> Format:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]

    def _columns(self) -> None:
        last = max(self._table.first_row, self._table.first_row + len(self._table.rows) - 1)
        for column in range(len(self._table.headers)):
            width = self._table.widths.get(column, _WIDTH)
            self._sheet.set_column(column, column, width, None, {"hidden": width == 0})
            rule = self._table.validations.get(column)
            if rule is not None:
                shape = _validation(rule)
                self._sheet.data_validation(self._table.first_row, column, last, column, shape)

    def _page(self) -> None:
        self._sheet.freeze_panes(self._table.first_row, 0)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(self._table.header_row)
        if self._table.locked_columns:
            self._sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})


def _validation(rule: Validation) -> dict[str, Any]:
    shape: dict[str, Any] = {"error_title": "Chưa đúng", "error_message": rule.says, "ignore_blank": True}
    if rule.kind == "list":
        return shape | {"validate": "list", "source": list(rule.options)}
    shape["validate"] = "integer" if rule.kind == "whole" else "decimal"
    return shape | _bounds(rule.low, rule.high)


def _bounds(low: Decimal | int | None, high: Decimal | int | None) -> dict[str, Any]:
    if low is not None and high is not None:
        return {"criteria": "between", "minimum": float(low), "maximum": float(high)}
    if low is not None:
        return {"criteria": ">=", "value": float(low)}
    # With neither bound any number will do: the widest that Excel holds.
    return {"criteria": "<=", "value": float(high if high is not None else _EXACT)}


def _sheet_name(name: str) -> str:
    """A name that Excel takes: without the signs it forbids, not too long."""
    bare: Iterable[str] = (letter for letter in name if letter not in "[]:*?/\\'")
    return "".join(bare)[:_LONGEST_SHEET_NAME].strip() or "Bảng"
