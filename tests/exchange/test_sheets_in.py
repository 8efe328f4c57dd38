"""Excel files come in as plain values, cell by cell."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
import xlsxwriter
from tests.exchange import making

from chuan.exchange.limits import Limits
from chuan.exchange.sheets import Cell, Sheet, cell_name, read_sheet
from chuan.rules.refusals import (
    FileBomb,
    FileEmpty,
    FileEncrypted,
    FileKindUnknown,
    FileNotWhatItSays,
    FileOldOffice,
    FileTooBig,
    FileUnreadable,
)


def book(*cells: tuple[int, int, Any], name: str = "Số liệu", hidden: bool = False) -> bytes:
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    formats = {date: "dd/mm/yyyy", datetime: "dd/mm/yyyy hh:mm", time: "hh:mm"}
    shapes = {kind: workbook.add_format({"num_format": code}) for kind, code in formats.items()}
    sheet = workbook.add_worksheet(name)
    for row, column, value in cells:
        sheet.write(row, column, value, shapes.get(type(value)))
    if hidden:
        workbook.add_worksheet("Ẩn").hide()
    workbook.close()
    return out.getvalue()


def read(data: bytes, **limits: int) -> tuple[Sheet, ...]:
    return read_sheet(data, name="a.xlsx", limits=Limits(**limits))


def only(*cells: tuple[int, int, Any]) -> Sheet:
    return read(book(*cells))[0]


@pytest.mark.parametrize(
    ("value", "got"),
    [
        ("Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo"),
        (8550, 8550),
        (8550.5, Decimal("8550.5")),
        (0.1 + 0.2, Decimal("0.3")),
        (-0.9, Decimal("-0.9")),
        (True, True),
        ("=1+1", "=1+1"),
        (date(2021, 2, 19), date(2021, 2, 19)),
        (datetime(2021, 2, 19, 15, 30), datetime(2021, 2, 19, 15, 30)),
        (time(15, 30), time(15, 30)),
    ],
)
def test_every_kind_of_value_comes_as_itself(value: Any, got: Any) -> None:
    cell = only((0, 0, value)).cell(0, 0)
    assert (type(cell.value), cell.value) == (type(got), got)


def test_places_are_those_of_the_sheet_also_when_it_begins_late() -> None:
    sheet = only((6, 1, "B7"), (7, 2, "C8"))
    assert sheet.cell(6, 1).text == "B7"
    assert sheet.cell(7, 2).text == "C8"
    assert [len(row) for row in sheet.rows] == [3] * 8
    assert sheet.cell(0, 0).is_blank
    assert sheet.cell(99, 99) == sheet.cell(-1, 0) == Cell()


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [
        (6, 1, "B7"),
        (0, 0, "A1"),
        (0, 25, "Z1"),
        (0, 26, "AA1"),
        (9, 701, "ZZ10"),
        (0, 702, "AAA1"),
        (1048575, 16383, "XFD1048576"),
    ],
)
def test_an_address_is_said_as_excel_says_it(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name


def test_a_formula_gives_its_stored_result() -> None:
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out)
    workbook.add_worksheet().write_formula(0, 0, "=1+1", None, 2)
    workbook.close()
    assert read(out.getvalue())[0].cell(0, 0).value == 2


def test_hidden_sheets_are_marked() -> None:
    assert [(s.name, s.visible) for s in read(book((0, 0, 1), hidden=True))] == [
        ("Số liệu", True),
        ("Ẩn", False),
    ]


def test_blank_means_nothing_or_only_spaces() -> None:
    assert [Cell(v).is_blank for v in (None, "", "  ", 0, False)] == [True, True, True, False, False]
    assert [Cell(v).text for v in (None, Decimal("0.9"), date(2021, 2, 19))] == ["", "0.9", "2021-02-19"]


def test_one_letter_in_the_last_cell_is_a_bomb_not_seventeen_billion_cells() -> None:
    with pytest.raises((FileBomb, FileUnreadable)):
        read(book((0, 0, "a"), (1048575, 16383, "z")))


def test_more_cells_than_the_limit() -> None:
    data = book((99, 9, "x"))
    with pytest.raises(FileBomb):
        read(data, cells=999)
    assert len(read(data, cells=1_000)[0].rows) == 100


def test_what_is_no_excel_file_is_refused() -> None:
    for data, refusal in (
        (b"", FileEmpty),
        (book(), FileEmpty),
        (making.png(), FileNotWhatItSays),
        (making.ole_with("Workbook"), FileOldOffice),
        (making.zipped(xl__workbook_dot_bin=b"x"), FileOldOffice),
        (making.ole_with("EncryptedPackage"), FileEncrypted),
        (making.zipped(xl__workbook_dot_xml=b"<x"), FileUnreadable),
        (book((0, 0, 1))[:-40], FileUnreadable),
        (making.reference_docx(), FileKindUnknown),
    ):
        with pytest.raises(refusal):
            read(data)


def test_a_sheet_too_heavy_is_refused_before_it_is_opened() -> None:
    with pytest.raises(FileTooBig):
        read(book((0, 0, 1)), file_bytes=1_000)
