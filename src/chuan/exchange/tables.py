"""Tables in: the registers that other systems export, whatever the format and whatever the file's name says.

    for table in read_tables(data, name="so-theo-doi.xls"):
        table.value(6, 1)      # as the file keeps it: text, number, date
        table.place(6, 1)      # "B7", or "dòng 7, cột 2" in a text file

Everything is parsed in a process of its own (apart.py), bounded in time and memory.
"""

from __future__ import annotations

from collections.abc import Iterable

from chuan.exchange.apart import run_apart
from chuan.exchange.legacy import table_in_unicode
from chuan.exchange.limits import Limits
from chuan.exchange.sheet_types import Cell, CellValue
from chuan.exchange.table_kinds import KINDS, TableKind, check_size, tell_table
from chuan.exchange.table_types import TABLES, RawTable, TableFile, is_blank
from chuan.rules.legacy_letters import recognised
from chuan.rules.refusals import FileKindUnknown, FileTooSlow, TableTooSlow

__all__ = ["TABLES", "Cell", "CellValue", "RawTable", "TableKind", "check_size", "is_blank", "read_tables"]

_LOOKED_AT = 200


def read_tables(data: bytes, *, name: str, limits: Limits = TABLES) -> tuple[RawTable, ...]:
    """The tables of a .xlsx, .xls, .ods, .csv, .docx file, or of a web page saved under any of these names.

    Hidden worksheets come too (``visible`` tells). Raises FileEmpty, TableTooBig, FileEncrypted,
    TableHasMacros, FileOldOffice, FileOldEncoding, FileKindUnknown, FileBomb, FileUnreadable,
    TableTooLong, TableTooSlow, TableMissing. Call ``check_size`` first for a file still on disk.
    """
    kind = tell_table(data, name=name, limits=limits)
    try:
        answer = run_apart(kind, data, name=name, limits=limits)
    except FileTooSlow:
        raise TableTooSlow(name=name, seconds=limits.seconds) from None
    except FileKindUnknown:
        raise FileKindUnknown(name=name, kinds=KINDS) from None
    tables = TableFile.unpacked(answer).tables
    old = recognised(_first_words(tables))
    return tables if old is None else tuple(table_in_unicode(table, old) for table in tables)


def _first_words(tables: Iterable[RawTable]) -> str:
    """Enough text to tell the encoding by."""
    values = (value for table in tables for row in table.rows[:_LOOKED_AT] for value in row)
    return "\n".join(value for value in values if isinstance(value, str))
