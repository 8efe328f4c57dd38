"""Small invented resolutions and assignments as text and as files, kept for the reference plan."""

from __future__ import annotations

import io

import docx
import xlsxwriter

from chuan.objectives.bases import actions
from chuan.objectives.bases.comparing import compared
from chuan.objectives.bases.kept import matches
from chuan.objectives.bases.papers import Given
from chuan.objectives.bases.rows import Comparison, Row
from chuan.objectives.models import Basis, Plan, Round
from chuan.rules.base_compare_paper import read_paper
from tests.objectives.bases.papers import head, resolution
from tests.objectives.made import clerk, now
from tests.people import Ward

TABLE = (
    ("TT", "Chỉ tiêu", "Đơn vị tính", "Giao năm 2021"),
    ("1", "Thu nhập bình quân đầu người", "Triệu đồng/người/năm", "65"),
    ("2", "Tổng thu ngân sách nhà nước trên địa bàn", "Triệu đồng", "8.550"),
)


def word(rows: tuple[tuple[str, ...], ...] = TABLE, **about: object) -> bytes:
    """An assignment as a Word file with a table."""
    document = docx.Document()
    for line in head(**about):  # type: ignore[arg-type]
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def workbook(rows: tuple[tuple[str, ...], ...] = TABLE) -> bytes:
    """The table alone as a workbook."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Giao")
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    book.close()
    return out.getvalue()


def given(text: str, name: str = "nghi-quyet.txt") -> Given:
    """A paper as a dropped file would give it."""
    return Given(text, read_paper(text), name, data=text.encode(), media_type="text/plain")


def keep(ward: Ward, plan: Plan, text: str = "", **more: object) -> Basis:
    """A paper that the clerk has kept."""
    return actions.keep(plan, given(text or resolution()), by=clerk(ward), at=now(), **more)  # type: ignore[arg-type]


def now_of(basis: Basis) -> Comparison:
    """The comparison as it stands."""
    return compared(basis.plan, basis.text, year=basis.year, settled=matches(basis))


def row_of(basis: Basis, words: str) -> Row:
    """The line whose name holds these words."""
    return next(one for one in now_of(basis).rows if words in one.name)


def kept_for_next(ward: Ward, plan: Plan, round_: Round, **about: object) -> Basis:
    """Next year's resolution, kept for the round that makes next year's objectives."""
    text = resolution(year=round_.year, day="20 tháng 12 năm 2021", **(about or {"number": "61/NQ-HĐND"}))
    return keep(ward, plan, text, round_=round_)
