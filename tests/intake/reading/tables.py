"""Tables made by hand for the tests of reading."""

from __future__ import annotations

from collections.abc import Sequence

from chuan.exchange.sheet_types import CellValue
from chuan.exchange.tables import RawTable
from chuan.intake.reading import Found, ReadResult, find_header, read_rows
from tests.intake.registers import DOSSIERS

HEADER = ("STT", "Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Trạng thái")


def sheet(*rows: Sequence[CellValue]) -> RawTable:
    """A worksheet; "" stands for an empty cell."""
    return RawTable("Sheet1", tuple(tuple(None if v == "" else v for v in row) for row in rows))


def dossiers(*rows: Sequence[CellValue], header: Sequence[str] = HEADER) -> RawTable:
    """A worksheet with the usual header in row 1."""
    return sheet(header, *rows)


def found(table: RawTable, register=DOSSIERS) -> Found:
    one = find_header(table, register)
    assert one is not None
    return one


def read(table: RawTable, register=DOSSIERS) -> ReadResult:
    """The table read with the map that is proposed for it."""
    one = found(table, register)
    return read_rows(table, one.header, one.proposal.mapping, register)


def values(table: RawTable, field: str) -> list[str]:
    return [row.values[field] for row in read(table).rows]
