"""Tables go out as Excel files that hold exactly what was given, and never a formula somebody typed."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from chuan.exchange.sheets import Table, Validation, read_sheet, write_sheet


def table(**more: Any) -> Table:
    basis: dict[str, Any] = {
        "title": "Số liệu tháng 3/2021",
        "notes": ("Phường Bắc Hồng",),
        "headers": ("Chỉ tiêu", "Kết quả"),
        "rows": (("Hộ nghèo", Decimal("0.9")), ("BHYT", 95)),
    }
    return Table(**basis | more)


def part(data: bytes, path: str = "xl/worksheets/sheet1.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(path).decode()


def values(data: bytes) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in read_sheet(data, name="a.xlsx")[0].rows]


def test_what_was_written_is_read_back() -> None:
    rows = (("Hộ nghèo", Decimal("0.9")), ("Ngày ký", date(2021, 2, 19)), ("Đạt", True), ("Trống", None))
    assert values(write_sheet(table(rows=rows))) == [
        ["Số liệu tháng 3/2021", None],
        ["Phường Bắc Hồng", None],
        ["Chỉ tiêu", "Kết quả"],
        *[list(row) for row in rows],
    ]


def test_a_table_knows_where_its_rows_begin() -> None:
    written = values(write_sheet(table()))
    assert written[table().header_row] == ["Chỉ tiêu", "Kết quả"]
    assert written[table().first_row] == ["Hộ nghèo", Decimal("0.9")]
    assert table(notes=()).first_row == 2


def test_the_same_table_gives_the_same_bytes() -> None:
    assert write_sheet(table()) == write_sheet(table())


@pytest.mark.parametrize(
    "typed", ["=HYPERLINK(1)", "+84912", "-5", "@SUM(A1)", "\t=1", "http://x.vn", "{=1}"]
)
def test_what_a_person_typed_is_never_a_formula_nor_a_link(typed: str) -> None:
    data = write_sheet(table(title=typed, notes=(typed,), headers=(typed, "b"), rows=((typed, 1),)))
    assert values(data)[3] == [typed, 1]
    assert "<f>" not in part(data)
    assert "hyperlink" not in part(data)


def test_text_that_begins_like_a_formula_stays_text_when_it_is_edited() -> None:
    assert 'quotePrefix="1"' in part(write_sheet(table(rows=(("=1+1", 1),))), "xl/styles.xml")
    assert "quotePrefix" not in part(write_sheet(table()), "xl/styles.xml")


def test_numbers_that_excel_would_round_are_written_as_text() -> None:
    long = 12345678901234567890
    assert values(write_sheet(table(rows=(("mã", long),))))[3] == ["mã", str(long)]


def test_locked_columns_protect_the_sheet_and_leave_the_others_open() -> None:
    data = write_sheet(table(locked_columns=frozenset({0})))
    assert "<sheetProtection" in part(data)
    first, second = re.findall(r'<c r="[AB]4" s="(\d+)"', part(data))
    shapes = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", part(data, "xl/styles.xml").split("<cellXfs")[1])
    assert 'locked="0"' not in shapes[int(first)]
    assert 'locked="0"' in shapes[int(second)]
    assert "<sheetProtection" not in part(write_sheet(table()))


@pytest.mark.parametrize(
    ("rule", "written"),
    [
        (Validation("list", "Chọn ước hoặc chính thức.", options=("ước", "chính thức")), "ước,chính thức"),
        (Validation("whole", "Nhập số.", low=0), 'operator="greaterThanOrEqual"'),
        (Validation("number", "Nhập số.", high=Decimal("99.5")), "<formula1>99.5</formula1>"),
        (Validation("number", "Nhập số.", low=0, high=100), "<formula2>100"),
        (Validation("number", "Nhập số."), 'type="decimal"'),
    ],
)
def test_what_may_be_typed_is_told_to_excel(rule: Validation, written: str) -> None:
    xml = part(write_sheet(table(validations={1: rule})))
    assert written in xml
    assert rule.says in xml
    assert 'sqref="B4:B5"' in xml


def test_widths_and_number_formats_are_kept() -> None:
    data = write_sheet(table(widths={0: 40}, number_formats={1: "#,##0.00"}))
    assert re.search(r'<col min="1" max="1" width="40\.7', part(data))
    assert '"#,##0.00"' in part(data, "xl/styles.xml") or 'numFmtId="4"' in part(data, "xl/styles.xml")


def test_several_tables_are_several_sheets_with_names_that_excel_takes() -> None:
    data = write_sheet(
        table(sheet_name="Năm 2020/2021: [nháp]"), table(sheet_name="x" * 40), table(sheet_name="''")
    )
    names = [sheet.name for sheet in read_sheet(data, name="a.xlsx")]
    assert names == ["Năm 20202021 nháp", "x" * 31, "Bảng"]


def test_headers_stay_in_sight_and_repeat_on_paper() -> None:
    data = write_sheet(table())
    assert 'topLeftCell="A4"' in part(data)
    assert "Print_Titles" in part(data, "xl/workbook.xml")
