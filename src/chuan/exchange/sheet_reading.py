"""Excel's .xlsx as plain values; runs in the reading process."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import python_calamine as calamine

from chuan.exchange.limits import Limits
from chuan.exchange.sheet_types import Cell, CellValue, Sheet, Workbook
from chuan.rules.refusals import FileBomb, FileEmpty, FileEncrypted, FileUnreadable

# Excel itself keeps 15 significant digits: more are residue of the binary fraction.
_DIGITS = ".15g"


def read_xlsx(data: bytes, *, name: str, limits: Limits) -> Workbook:
    """Every worksheet with its values. Raises FileEncrypted, FileUnreadable, FileBomb, FileEmpty."""
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        plain = [m for m in book.sheets_metadata if m.typ == calamine.SheetTypeEnum.WorkSheet]
        sheets = tuple(_sheet(book, meta, name, limits) for meta in plain)
    except calamine.PasswordError:
        raise FileEncrypted(name=name) from None
    except calamine.CalamineError:
        raise FileUnreadable(name=name) from None
    if not any(not cell.is_blank for sheet in sheets for row in sheet.rows for cell in row):
        raise FileEmpty(name=name)
    return Workbook(sheets)


def _sheet(book: Any, meta: Any, name: str, limits: Limits) -> Sheet:
    sheet = book.get_sheet_by_name(meta.name)
    # One letter in the last cell of a sheet makes a range of 17 billion cells.
    if sheet.end and (sheet.end[0] + 1) * (sheet.end[1] + 1) > limits.cells:
        raise FileBomb(name=name)
    rows = sheet.to_python(skip_empty_area=False)
    cells = tuple(tuple(Cell(_value(value)) for value in row) for row in rows)
    return Sheet(meta.name, cells, meta.visible == calamine.SheetVisibleEnum.Visible)


def _value(value: Any) -> CellValue:
    """Calamine's value; "" is its word for an empty cell, a float its only number."""
    if value == "":
        return None
    if isinstance(value, float):
        exact = Decimal(format(value, _DIGITS))
        return int(exact) if exact == exact.to_integral_value() and abs(exact) < 10**15 else exact
    plain: CellValue = value
    return plain
