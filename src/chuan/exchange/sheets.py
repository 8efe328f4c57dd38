"""Sheets in and out: .xlsx files as plain values, simple tables as .xlsx files.

for sheet in read_sheet(data, name="so-lieu.xlsx"):
    for row, cells in enumerate(sheet.rows): ...       # cell_name(row, 1) -> "B7"

data = write_sheet(Table(title="Số liệu tháng 3/2021", headers=("Chỉ tiêu", "Kết quả"), rows=...))
"""

from __future__ import annotations

from chuan.exchange.apart import run_apart
from chuan.exchange.kinds import Kind, tell
from chuan.exchange.limits import DEFAULT, Limits
from chuan.exchange.sheet_types import Cell, CellValue, Sheet, Table, Validation, Workbook, cell_name
from chuan.exchange.sheet_writing import write_sheet
from chuan.rules.refusals import FileKindUnknown

__all__ = ["Cell", "CellValue", "Sheet", "Table", "Validation", "cell_name", "read_sheet", "write_sheet"]


def read_sheet(data: bytes, *, name: str, limits: Limits = DEFAULT) -> tuple[Sheet, ...]:
    """The worksheets of an .xlsx file, hidden ones too (``visible`` tells), read in a process of its own.

    Raises FileEmpty, FileTooBig, FileEncrypted, FileOldOffice, FileNotWhatItSays, FileKindUnknown,
    FileBomb, FileUnreadable, FileTooSlow.
    """
    if tell(data, name=name, limits=limits) is not Kind.XLSX:
        raise FileKindUnknown(name=name, kinds=".xlsx")
    return Workbook.unpacked(run_apart("xlsx", data, name=name, limits=limits)).sheets
