"""A table written anew as a worksheet, each cell of its kind and at its place: what is left when rows are let go."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

import xlsxwriter

from chuan.exchange.table_types import RawTable

_DAY, _MOMENT, _TIME = "dd/mm/yyyy", "dd/mm/yyyy hh:mm:ss", "hh:mm:ss"


def copy_of(table: RawTable) -> bytes:
    """The table as .xlsx; empty rows stay empty, so that every address of the file still holds."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_urls": False, "strings_to_numbers": False}
    )
    sheet = book.add_worksheet()
    formats = {code: book.add_format({"num_format": code}) for code in (_DAY, _MOMENT, _TIME)}
    for at, row in enumerate(table.rows):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(at, column, value)
            elif isinstance(value, (datetime, date, time, timedelta)):
                sheet.write_datetime(at, column, value, formats[_shown(value)])
            elif value is not None:
                sheet.write_number(at, column, value)
    book.close()
    return out.getvalue()


def _shown(value: date | time | timedelta) -> str:
    if isinstance(value, datetime):
        return _MOMENT
    return _DAY if isinstance(value, date) else _TIME
