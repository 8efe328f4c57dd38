"""The inspector's minutes with the unit's part filled in: what he looks at, what the pack holds of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from chuan.conformity.inspecting.for_minutes import faults_words, found_words, inspectors, under_way
from chuan.conformity.inspecting.showing import InspectionShown
from chuan.documents.outgoing.heads import MARK, agency_lines, place_of
from chuan.law.inspection import minutes_form, points, source
from chuan.law.iso9001 import edition
from chuan.offers.packing import Asked, parts
from chuan.paper.papers import Heading, Paper, Paragraph, Signer, TableBlock
from chuan.paper.word import to_docx
from chuan.rules.evidence import Listed
from chuan.ui import formatters as say

BLANK = "……………………………"
ROOM = "\u00a0"


def minutes_docx(asked: Asked, listed: Sequence[Listed]) -> bytes:
    """The minutes as .docx: the inspector fills in who came, what he found, what is to be mended."""
    return to_docx(minutes_paper(asked, listed))


def minutes_paper(asked: Asked, listed: Sequence[Listed]) -> Paper:
    """Its parts."""
    unit, visit = asked.unit, under_way(asked)
    return Paper(
        agency=agency_lines(unit), symbol="", place=place_of(unit), type_name="Biên bản",
        subject=f"Kiểm tra hệ thống quản lý chất lượng tại {unit.committee}", layout="minutes", is_form=True,
        signer=Signer((), "Đại diện đoàn kiểm tra"), second_signer=Signer((), "Đại diện đơn vị được kiểm tra"),
        year=asked.on.year, made_on=asked.on, mark=MARK if unit.example else "",
        body=(*_who(asked, visit), *_looked_at(listed, visit), *_ending(visit)),
    )  # fmt: skip


def _who(asked: Asked, visit: InspectionShown | None) -> tuple[Heading | Paragraph, ...]:
    form, days = minutes_form(), BLANK
    if visit is not None:
        days = say.span_of_days(visit.inspection.starts_on, visit.inspection.ends_on + timedelta(days=1))
    return (
        Paragraph(f"{form.note} ({form.form}, {form.source}).", italic=True),
        Paragraph(f"Thời gian: {days}. Địa điểm: {BLANK}."),
        Heading(1, "I. Thành phần"),
        Paragraph(f"Đoàn kiểm tra: {inspectors(visit) or BLANK}"),
        Paragraph(f"Đơn vị được kiểm tra: {asked.unit.committee}. Đại diện: {BLANK}"),
        Paragraph(f"Căn cứ kiểm tra: {visit.inspection.citation if visit else BLANK}"),
        Paragraph(f"Tiêu chuẩn áp dụng: {edition()[0]}. Kỳ được xem: "
                  f"{say.span_of_days(asked.period.start, asked.period.end)}."),
    )  # fmt: skip


def _looked_at(
    listed: Sequence[Listed], visit: InspectionShown | None
) -> tuple[Heading | Paragraph | TableBlock, ...]:
    rows = tuple(
        (str(number), one.title, files_words(one.key, listed), found_words(visit, one.key) or ROOM)
        for number, one in enumerate(points(), start=1)
    )
    return (
        Heading(1, "II. Nội dung kiểm tra"),
        Paragraph(
            f"Theo {source()[0]}. Cột “Bằng chứng” do đơn vị điền sẵn từ gói hồ sơ; đoàn đối chiếu và nhận xét."
        ),
        TableBlock(
            headers=("TT", "Nội dung", "Bằng chứng", "Nhận xét của đoàn"), rows=rows, widths=(8, 40, 44, 40)
        ),
    )


def _ending(visit: InspectionShown | None) -> tuple[Heading | Paragraph, ...]:
    return (
        Heading(1, "III. Kết luận và yêu cầu"), Paragraph(f"Điểm cần khắc phục: {faults_words(visit) or BLANK}"),
        Paragraph(f"Kết luận: {BLANK}"),
        Paragraph("Biên bản được lập thành 02 bản, đọc lại cho hai bên cùng nghe và ký."),
    )  # fmt: skip


def files_of(point: str, listed: Sequence[Listed]) -> list[Listed]:
    """Files that meet a point of the inspector's list."""
    keys = {part.key for part in parts() if point in part.points}
    return [one for one in listed if one.part in keys]


def files_words(point: str, listed: Sequence[Listed]) -> str:
    """ "Sổ rủi ro (rui-ro/so-rui-ro.xlsx); …", at most three, or where to look instead."""
    found = files_of(point, listed)
    if not found:
        return "Không có tệp trong gói; xem trên phần mềm của đơn vị."
    told = "; ".join(f"{one.title} ({one.path})" for one in found[:3])
    return f"{told}; và {say.number(len(found) - 3)} tệp nữa" if len(found) > 3 else told
