"""Workbooks (.xlsx, .xls, .ods) as plain values; runs in the reading process."""

from __future__ import annotations

import io
import re
import zlib
from decimal import Decimal
from typing import Any
from zipfile import BadZipFile, ZipFile

import python_calamine as calamine

from chuan.exchange import archives
from chuan.exchange.limits import Limits
from chuan.exchange.sheet_types import CellValue
from chuan.exchange.table_types import RawTable, RowsInOrder, TableFile, filled
from chuan.rules.refusals import FileEncrypted, FileUnreadable, TableMissing, TableTooLong

# Excel itself keeps 15 significant digits: more are residue of the binary fraction.
_DIGITS = ".15g"
_WHOLE_BELOW = 10**15
_REACH = re.compile(rb'<dimension ref="[A-Z]+\d+:([A-Z]{1,3})(\d{1,7})"')
_FIRST_LINES = 4096
# Most sheets hold some empty cells; beyond this many for each filled one something stands astray.
_SPARSE = 20


def read_book(data: bytes, *, name: str, limits: Limits) -> TableFile:
    """Every worksheet that holds something. Raises FileEncrypted, FileUnreadable, TableTooLong, TableMissing."""
    _check_spread(data, name, limits)
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        plain = [m for m in book.sheets_metadata if m.typ == calamine.SheetTypeEnum.WorkSheet]
        tables = filled(_table(book, meta, limits) for meta in plain)
    except calamine.PasswordError:
        raise FileEncrypted(name=name) from None
    except calamine.CalamineError:
        raise FileUnreadable(name=name) from None
    if not tables:
        raise TableMissing(name=name)
    return TableFile(tables)


def _check_spread(data: bytes, name: str, limits: Limits) -> None:
    """One letter in the last cell of a sheet makes a range of 17 billion cells, and the parser dies of it.

    The sheet's own first lines say how far it reaches; one that lies there is stopped by memory.
    """
    if not data.startswith(b"PK"):
        return
    with archives.opened(data, name=name, limits=limits) as archive:
        for path in archive.namelist():
            found = (
                _REACH.search(_beginning(archive, path)) if path.startswith("xl/worksheets/sheet") else None
            )
            cells = _place(found[1]) * int(found[2]) if found else 0
            if cells > limits.cells * _SPARSE:
                raise TableTooLong(table=path.rpartition("/")[2], cells=cells, limit=limits.cells)


def _beginning(archive: ZipFile, path: str) -> bytes:
    try:
        with archive.open(path) as part:
            return part.read(_FIRST_LINES)
    except (OSError, ValueError, NotImplementedError, RuntimeError, zlib.error, BadZipFile, EOFError):
        return b""


def _place(letters: bytes) -> int:
    """The number of a column by its letters: A is 1, XFD 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _table(book: Any, meta: Any, limits: Limits) -> RawTable:
    sheet = book.get_sheet_by_name(meta.name)
    rows = RowsInOrder(meta.name, limits)
    if sheet.end is not None:
        cells = (sheet.end[0] + 1) * (sheet.end[1] + 1)
        if cells > limits.cells * _SPARSE:
            raise TableTooLong(table=meta.name, cells=cells, limit=limits.cells)
        # Rows come from the sheet's first row on, but only from the first used column on.
        left: list[CellValue] = [None] * sheet.start[1]
        for row in sheet.iter_rows():
            rows.add(left + [_value(value) for value in row])
    visible = meta.visible == calamine.SheetVisibleEnum.Visible
    return RawTable(meta.name, rows.trimmed(), visible)


def _value(value: Any) -> CellValue:
    """Calamine's value; "" is its word for an empty cell, a float its only number."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, float):
        if value.is_integer() and abs(value) < _WHOLE_BELOW:
            return int(value)
        exact = Decimal(format(value, _DIGITS))
        return exact if exact.is_finite() else None
    plain: CellValue = value
    return plain
