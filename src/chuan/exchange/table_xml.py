"""Excel's "XML Spreadsheet 2003", which old report tools save as .xls; runs in the reading process."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal, InvalidOperation

from lxml import etree

from chuan.exchange.docx_text import parsed
from chuan.exchange.limits import Limits
from chuan.exchange.sheet_types import CellValue
from chuan.exchange.table_types import RawTable, RowsInOrder, TableFile, filled
from chuan.rules.refusals import TableMissing, TableTooLong

_S = "{urn:schemas-microsoft-com:office:spreadsheet}"


def read_xml_tables(data: bytes, *, name: str, limits: Limits) -> TableFile:
    """Every worksheet that holds something. Raises FileUnreadable, TableTooLong, TableMissing."""
    root = parsed(data.lstrip(), name=name)
    tables = filled(_table(sheet, limits) for sheet in root.iter(f"{_S}Worksheet"))
    if not tables:
        raise TableMissing(name=name)
    return TableFile(tables)


def _table(sheet: etree._Element, limits: Limits) -> RawTable:
    name = sheet.get(f"{_S}Name", "")
    rows = RowsInOrder(name, limits)
    for row in sheet.iterfind(f"{_S}Table/{_S}Row"):
        at = _place(row, len(rows.rows), name, limits)
        while len(rows.rows) < at:
            rows.add([])
        rows.add(_cells(row, name, limits))
    return RawTable(name, rows.trimmed())


def _cells(row: etree._Element, name: str, limits: Limits) -> list[CellValue]:
    values: list[CellValue] = []
    for cell in row.iterchildren(f"{_S}Cell"):
        values += [None] * (_place(cell, len(values), name, limits) - len(values))
        values.append(_value(cell.find(f"{_S}Data")))
        values += [None] * _count(cell.get(f"{_S}MergeAcross"))
    return values


def _place(element: etree._Element, otherwise: int, name: str, limits: Limits) -> int:
    """The place counted from 0 that Index names, counted from 1, when something was left out before it."""
    index = _count(element.get(f"{_S}Index"))
    if index > limits.cells:
        raise TableTooLong(table=name, cells=index, limit=limits.cells)
    return index - 1 if index > otherwise else otherwise


def _count(given: str | None) -> int:
    return int(given) if given and given.isascii() and given.isdecimal() and len(given) < 9 else 0


def _value(data: etree._Element | None) -> CellValue:
    if data is None:
        return None
    text = "".join(str(piece) for piece in data.itertext())
    kind = data.get(f"{_S}Type", "String")
    try:
        if kind == "Number":
            number = Decimal(text)
            return int(number) if number == number.to_integral_value() and abs(number) < 10**15 else number
        if kind == "DateTime":
            return datetime.fromisoformat(text)
    except (InvalidOperation, ValueError):
        return text
    return None if kind == "Error" else text
