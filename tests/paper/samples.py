"""Papers for the tests: a plain one, and parts to put into it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pypdfium2
from pypdf import PdfReader

from chuan.paper.papers import Block, Heading, Paper, Paragraph, Signer, TableBlock


def a_report(*body: Block, **other: Any) -> Paper:
    """A short report of the reference ward with the given text."""
    plain = Paper(
        agency=("Ủy ban nhân dân", "phường Bắc Hồng"),
        symbol="BC-UBND",
        number="5",
        date=date(2021, 2, 9),
        place="Bắc Hồng",
        type_name="Báo cáo",
        subject="Kết quả thực hiện mục tiêu chất lượng năm 2021",
        signer=Signer(("TM. Ủy ban nhân dân",), "Chủ tịch", "Người Ký"),
        bases=(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015,",
            "Căn cứ Quyết định số 148/QĐ-UBND ngày 11 tháng 8 năm 2020 của UBND phường Bắc Hồng;",
        ),
        recipients=("Đảng ủy, HĐND phường;", "Chủ tịch, các PCT UBND phường", "Lưu: VT, VP"),
        body=body or (Heading(1, "I. Kết quả chung"), Paragraph("Các chỉ tiêu đều có số đo.")),
    )
    return replace(plain, **other)


def a_table(rows: int, columns: int = 3) -> TableBlock:
    """A table whose cells say their row."""
    heads = ("Số thứ tự", "Chỉ tiêu", "Kết quả", *(f"Cột {n}" for n in range(4, columns + 1)))[:columns]
    cells = tuple(tuple(f"hàng {row}" for _ in range(columns)) for row in range(1, rows + 1))
    return TableBlock(heads, cells, (1,) * columns, ("left",) * columns)


def reader(pdf: bytes) -> PdfReader:
    """The file as pypdf sees it."""
    return PdfReader(io.BytesIO(pdf))


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, lines as they stand."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def flat(text: str) -> str:
    """The text on one line, single spaces."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def stand_in_order(text: str, *words: str) -> bool:
    """Whether each of the words comes after the one before it."""
    place = 0
    for word in words:
        place = text.find(word, place)
        if place < 0:
            return False
        place += len(word)
    return True
