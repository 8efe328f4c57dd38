"""What is kept about an official, as a paper and as a sheet for himself; identity numbers covered beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils import translation

from chuan.exchange.sheets import CellValue, Table, write_sheet
from chuan.offers.kept_about import Section
from chuan.paper.papers import Block, Heading, Note, Paper, Paragraph, Signer, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.people.handing_paper import MARK
from chuan.people.models import Official
from chuan.ui import formatters as say

TITLE = "Những điều Chuẩn đang lưu về"
COVERED = "Số định danh cá nhân được che, chỉ để ba số cuối."
WHOLE = "Bản đủ số định danh, lấy ra theo lý do ghi trong nhật ký."


def paper_of(official: Official, sections: Sequence[Section], on: date, *, whole: bool) -> bytes:
    """The whole of it as PDF/A. Call it outside any transaction."""
    with translation.override("vi"):
        unit = official.unit
        paper = Paper(
            agency=("Ủy ban nhân dân", f"{unit.get_kind_display().lower()} {unit.name}"),
            symbol="",
            place=unit.place or unit.name,
            type_name="Bản trích",
            subject=f"{TITLE} {official.name}",
            signer=Signer((), "Người nhận", official.name),
            made_on=on,
            year=on.year,
            body=tuple(_body(sections, on, whole=whole)),
            mark=MARK if unit.example else "",
            layout="minutes",
            is_form=True,
        )
        return to_pdf(paper)


def sheet_of(official: Official, sections: Sequence[Section], on: date, *, whole: bool) -> bytes:
    """The same as a sheet, a line for each thing."""
    with translation.override("vi"):
        return write_sheet(
            Table(
                title=f"{TITLE} {official.name}",
                headers=["Phần", "Điều được lưu", "Nội dung", "Từ ngày", "Lưu bao lâu"],
                rows=list(_rows(sections)),
                notes=[f"Tính đến ngày {say.day(on)}.", WHOLE if whole else COVERED],
                sheet_name="Được lưu",
            )
        )


def _body(sections: Sequence[Section], on: date, *, whole: bool) -> Iterator[Block]:
    yield Paragraph(f"Trích ngày {say.day(on)} cho chính người được nêu tên. {WHOLE if whole else COVERED}")
    for place, one in enumerate(sections, start=1):
        yield Heading(2, f"{place}. {one.title}")
        if one.term:
            yield Paragraph(f"Thời hạn lưu: {one.term}.", italic=True)
        if one.lines:
            rows = tuple((line.label, line.text or "–", _since(line.since)) for line in one.lines)
            yield TableBlock(("Điều được lưu", "Nội dung", "Từ ngày"), rows, (6.0, 9.0, 2.6))
        if one.note:
            yield Note(one.note)


def _rows(sections: Sequence[Section]) -> Iterator[list[CellValue]]:
    for one in sections:
        for line in one.lines:
            yield [one.title, line.label, line.text, line.since or "", one.term]


def _since(day: date | None) -> str:
    return say.day(day) if day else "–"
