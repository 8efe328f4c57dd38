"""A workbook and a Word table come to text with their columns where they were."""

from __future__ import annotations

import io
from decimal import Decimal

import docx
import pytest

from chuan.exchange.sheets import Table, write_sheet
from chuan.law.lexicons import reader_lexicon
from chuan.objectives.reported.texts import bring
from chuan.rules.refusals import FileTooSlow
from chuan.rules.report_figures import read_report
from tests.exchange.making import pdf_of
from tests.rules.report_figures.made import HOME, WANTED, said

HEADS = ("TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm", "Thực hiện tháng 9", "So với KH (%)")


def figures(data: bytes, name: str) -> list[str]:
    found = read_report(bring(data, name=name).text, WANTED, home=HOME, lexicon=reader_lexicon())
    return [said(one) for one in found.proposals]


def test_numbers_of_a_workbook_are_read_exactly():
    rows = [[1, "Thu ngân sách trên địa bàn", "Triệu đồng", 8550, Decimal("972.1"), 84],
            [2, "Tỷ lệ người dân tham gia BHYT", "%", 95, Decimal("93.6"), None]]  # fmt: skip
    table = Table(title="Số liệu kinh tế - xã hội tháng 9 năm 2021", headers=HEADS, rows=rows)
    assert figures(write_sheet(table), "bieu.xlsx") == [
        "thu-ngan-sach 972.1 2021-10-01", "bao-hiem-y-te 93.6 2021-10-01",
    ]  # fmt: skip


def test_an_empty_cell_of_a_word_table_does_not_move_a_plan_into_the_place_of_a_figure():
    document = docx.Document()
    document.add_paragraph("BÁO CÁO")
    document.add_paragraph("Tình hình tháng 9 năm 2021")
    table = document.add_table(rows=0, cols=len(HEADS))
    table.style = "Table Grid"
    for row in (HEADS, ("1", "Tỷ lệ người dân tham gia BHYT", "%", "95", "", ""),
                ("2", "Tỷ lệ hộ nghèo", "%", "", "0,94", "")):  # fmt: skip
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    out = io.BytesIO()
    document.save(out)
    assert figures(out.getvalue(), "bieu.docx") == ["ho-ngheo 0.94 2021-10-01"]


def test_a_pdf_is_brought_the_same_whether_its_pictures_were_counted_or_not():
    data = pdf_of("BÁO CÁO\n\nTình hình tháng 9 năm 2021\n\n#table(columns: 3, [Chỉ tiêu], [ĐVT], [Thực hiện tháng 9], "
                  "[Tỷ lệ hộ nghèo], [%], [0,94])")  # fmt: skip
    once, twice = bring(data, name="a.pdf", pictures=0), bring(data, name="a.pdf")
    assert once == twice
    assert figures(data, "a.pdf") == ["ho-ngheo 0.94 2021-10-01"]


def test_a_pdf_whose_tables_take_too_long_is_read_without_and_nothing_is_taken_for_a_table(
    monkeypatch: pytest.MonkeyPatch,
):
    def late(*_args: object, **_more: object) -> None:
        raise FileTooSlow(name="a.pdf", seconds=20)

    monkeypatch.setattr("chuan.exchange.papers.extract_with_tables", late)
    data = pdf_of("#table(columns: (2cm, 5cm, 3cm), [TT], [Tỷ lệ hộ nghèo], [0,94], [2], [Tuyến phố], [3])")
    brought = bring(data, name="a.pdf", pictures=0)
    assert ("\t" in brought.text, brought.loose) == (False, True)
