"""Tables come in from every format that systems export, told by content and not by name."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import docx
import pytest
import xlsxwriter

from chuan.exchange.tables import RawTable, read_tables

SAMPLES = Path(__file__).parent / "samples"
TITLE = "SỔ THEO DÕI HỒ SƠ (DỮ LIỆU MINH HỌA)"
CSV = "STT;Mã hồ sơ;Ngày nhận\n1;H1;15/02/2021\n2;H2;16/02/2021\n"
ROWS = (("STT", "Mã hồ sơ", "Ngày nhận"), ("1", "H1", "15/02/2021"), ("2", "H2", "16/02/2021"))


def one(data: bytes, name: str = "so.xls") -> RawTable:
    (table,) = read_tables(data, name=name)
    return table


def book(*rows: tuple[object, ...], hidden: bool = False) -> bytes:
    out = io.BytesIO()
    file = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = file.add_worksheet("Sổ")
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(at, column, value)
    if hidden:
        file.add_worksheet("Hiện").write(0, 0, "x")
        file.worksheets()[1].activate()
        file.worksheets()[1].set_first_sheet()
        sheet.hide()
    file.close()
    return out.getvalue()


# Workbooks


@pytest.mark.parametrize("name", ["xlwt.xls", "odfpy.ods"])
def test_a_workbook_written_by_another_program_keeps_places_and_types(name: str) -> None:
    table = one((SAMPLES / name).read_bytes(), name)
    assert table.name == "Sổ 2021"
    assert table.value(0, 1) == TITLE
    assert table.rows[2] == (None, "STT", "Mã hồ sơ", "Ngày tiếp nhận", "Số bản")
    assert table.rows[3] == (None, 1, "MH-01", datetime(2021, 2, 15, 10, 30), 1204)
    assert table.rows[4] == (None, 2, "MH-02", date(2021, 2, 16), Decimal("2.5"))
    assert table.place(3, 2) == "C4"


def test_xlsx_starts_at_a1_although_its_first_rows_and_columns_are_empty() -> None:
    table = one(book((), (), (None, None, "Mã"), (None, None, "H1")), "a.xlsx")
    assert table.rows == ((), (), (None, None, "Mã"), (None, None, "H1"))
    assert (table.value(2, 2), table.place(2, 2), table.row_place(2)) == ("Mã", "C3", "dòng 3")


def test_numbers_lose_the_binary_residue_and_dates_stay_dates() -> None:
    table = one(book((0.1 + 0.2, 1204.0, date(2021, 2, 15), True, "  ")), "a.xlsx")
    assert table.rows == ((Decimal("0.3"), 1204, date(2021, 2, 15), True),)


def test_a_hidden_sheet_comes_too_and_says_so() -> None:
    tables = read_tables(book(("x",), hidden=True), name="a.xlsx")
    assert [(table.name, table.visible) for table in tables] == [("Sổ", False), ("Hiện", True)]


def test_outside_the_table_there_is_nothing() -> None:
    table = one(book(("x",)), "a.xlsx")
    assert table.value(5, 5) is None
    assert table.value(-1, 0) is None
    assert table.cell(0, 0).text == "x"
    assert table.cell(9, 9).is_blank


# Text


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_text_tables_in_every_mark_and_unicode_encoding(mark: str, codec: str) -> None:
    assert one(CSV.replace(";", mark).encode(codec), "a.csv").rows == ROWS


def test_windows_1258_is_read_and_its_loose_tone_marks_are_left_for_the_reader() -> None:
    import unicodedata

    loose = "".join(
        unicodedata.normalize("NFC", piece)
        if "\u0302" in piece or "\u031b" in piece or "\u0306" in piece
        else piece
        for piece in [CSV]
    )
    text = loose.replace("ã", "a\u0303").replace("ồ", "ô\u0300").replace("ơ", "ơ").replace("ậ", "â\u0323")
    table = one(text.encode("cp1258"), "a.csv")
    assert [unicodedata.normalize("NFC", str(value)) for value in table.rows[0]] == list(ROWS[0])


def test_a_cell_over_two_lines_keeps_the_line_numbers_right() -> None:
    table = one('Mã,Ghi chú\nH1,"dòng một\ndòng hai"\nH2,x\n'.encode(), "a.csv")
    assert table.rows[1] == ("H1", "dòng một\ndòng hai")
    assert [table.row_place(row) for row in range(3)] == ["dòng 1", "dòng 2", "dòng 4"]
    assert table.place(2, 1) == "dòng 4, cột 2"


def test_the_line_that_names_the_mark_is_obeyed_and_left_out() -> None:
    table = one(b"sep=;\r\nMa;So,le\r\nH1;2,5\r\n", "a.csv")
    assert table.rows == (("Ma", "So,le"), ("H1", "2,5"))
    assert table.row_place(0) == "dòng 2"


def test_a_number_kept_as_text_for_excel_loses_only_its_wrapping() -> None:
    assert one(b'Ma,So\n="0012",1\n', "a.csv").rows[1] == ("0012", "1")


def test_commas_inside_words_do_not_win_over_the_real_mark() -> None:
    text = "Mã;Địa chỉ\nH1;Số 1, đường A, phường B\nH2;Số 2, đường C\n"
    assert one(text.encode(), "a.csv").rows[1] == ("H1", "Số 1, đường A, phường B")


def test_text_named_xls_is_read_as_text() -> None:
    assert one(CSV.replace(";", "\t").encode(), "xuat.xls").rows == ROWS


# Web pages


PAGE = """<html><head><meta charset="utf-8"><style>td {color: red}</style></head><body>
<h3>SỔ THEO DÕI</h3><div>Từ ngày 01/01/2021<br>đến ngày 31/12/2021</div>
<table border=1><tr><th rowspan=2>Mã hồ sơ</th><th colspan=2>Thời gian</th></tr>
<tr><th>Ngày<br>nhận</th><th>Ngày trả</th></tr>
<tr><td>H1</td><td>15/02/2021</td><td><b>20/</b>02/2021</td></tr>
<tr style="display:none"><td>ẩn</td><td>x</td></tr>
<tr><td>H2<script>x()</script></td><td>&nbsp;</td><td>21/02/2021</td></tr></table></body></html>"""


@pytest.mark.parametrize("name", ["xuat.xls", "xuat.html", "xuat.xlsx"])
def test_a_web_page_saved_as_xls_is_one_stacked_table(name: str) -> None:
    assert one(PAGE.encode(), name).rows == (
        ("SỔ THEO DÕI",),
        ("Từ ngày 01/01/2021",),
        ("đến ngày 31/12/2021",),
        ("Mã hồ sơ", "Thời gian"),
        (None, "Ngày nhận", "Ngày trả"),
        ("H1", "15/02/2021", "20/02/2021"),
        ("H2", None, "21/02/2021"),
    )


def test_a_bare_table_tag_and_a_page_in_utf16_are_told_too() -> None:
    bare = "<table><tr><td>Mã</td><td>Tên</td></tr></table>"
    assert one(bare.encode()).rows == (("Mã", "Tên"),)
    assert one(PAGE.replace("utf-8", "utf-16").encode("utf-16")).rows[3] == ("Mã hồ sơ", "Thời gian")


def test_tables_used_for_layout_do_not_hide_the_table_inside() -> None:
    page = "<table><tr><td>Tiêu đề<table><tr><td>Mã</td><td>Tên</td></tr></table>cuối</td></tr></table>"
    assert one(page.encode()).rows == (("Tiêu đề",), ("Mã", "Tên"), ("cuối",))


def test_two_tables_of_a_page_stand_one_under_the_other() -> None:
    page = "<table><tr><td>Đơn vị:</td><td>Bắc Hồng</td></tr></table><table><tr><td>Mã</td><td>Tên</td></tr></table>"
    assert one(page.encode()).rows == (("Đơn vị:", "Bắc Hồng"), ("Mã", "Tên"))


def test_xml_spreadsheet_2003_saved_as_xls_is_read() -> None:
    page = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Sổ"><Table><Row ss:Index="2"><Cell ss:Index="2"><Data ss:Type="String">Mã</Data></Cell>
<Cell ss:MergeAcross="1"><Data ss:Type="String">Thời gian</Data></Cell>
<Cell><Data ss:Type="String">Số</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="String">H1</Data></Cell>
<Cell><Data ss:Type="DateTime">2021-02-15T10:30:00.000</Data></Cell><Cell/>
<Cell><Data ss:Type="Number">1204</Data></Cell></Row></Table></Worksheet></Workbook>"""
    table = one(page.encode())
    assert table.rows == (
        (),
        (None, "Mã", "Thời gian", None, "Số"),
        (None, "H1", datetime(2021, 2, 15, 10, 30), None, 1204),
    )
    assert table.name == "Sổ"


# Word


def word() -> bytes:
    document = docx.Document()
    head = document.add_table(rows=1, cols=2)
    head.rows[0].cells[0].text, head.rows[0].cells[1].text = "PHƯỜNG BẮC HỒNG", "CỘNG HÒA"
    document.add_paragraph("Từ ngày 01/01/2021 đến ngày 31/12/2021")
    table = document.add_table(rows=3, cols=3)
    for at, row in enumerate(
        (("Mã", "Thời gian", ""), ("", "Nhận", "Trả"), ("H1", "15/02/2021", "20/02/2021"))
    ):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_tables_of_a_word_file_come_with_the_lines_above_them() -> None:
    head, data = read_tables(word(), name="so.docx")
    assert head.rows == (("PHƯỜNG BẮC HỒNG", "CỘNG HÒA"),)
    assert data.rows == (
        ("PHƯỜNG BẮC HỒNG",),
        ("CỘNG HÒA",),
        ("Từ ngày 01/01/2021 đến ngày 31/12/2021",),
        ("Mã", "Thời gian"),
        (None, "Nhận", "Trả"),
        ("H1", "15/02/2021", "20/02/2021"),
    )
    assert (data.name, data.place(5, 1)) == ("bảng 2", "dòng 3, cột 2")
