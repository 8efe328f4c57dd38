"""Clauses 7.2 and 7.3 on paper: what posts ask for, who shows what, what was trained, who knows the policy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import translation

from chuan.documents.knowing import told as coverage_told
from chuan.documents.knowing import with_coverage
from chuan.documents.models import Dissemination
from chuan.documents.numbering import symbol_for
from chuan.documents.outgoing.beginnings import signer_of_day
from chuan.documents.outgoing.heads import MARK, agency_lines, name_on_paper, place_of
from chuan.exchange.sheets import CellValue, Table, write_sheet
from chuan.paper.papers import Heading, Paper, Paragraph, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.people.models import Unit
from chuan.rules.identity_numbers import covered
from chuan.ui import formatters as say
from chuan.workforce.competence.judging import Standing
from chuan.workforce.competence.matrix import Cell, Matrix, matrix
from chuan.workforce.competence.year import CourseLine, Year, year_of
from chuan.workforce.models import TrainingPlan

TITLE = "Năng lực và nhận thức của cán bộ, công chức"
WORDS = {Standing.MET: "đạt: ", Standing.EXPIRING: "sắp hết hạn: "}
"""What is said before the sentence; a gap's sentence says it all."""
MOST = 40
"""Latest documents put before officials that are printed."""


def competence_book(unit: Unit, on: date, *, name: str) -> bytes:
    """The whole of it as PDF/A, for an auditor. Call it outside any transaction."""
    with translation.override("vi"):
        return to_pdf(competence_paper(unit, on, name=name))


def competence_paper(unit: Unit, on: date, *, name: str) -> Paper:
    """The paper's parts; it says on which day it was drawn up and by whom."""
    told = matrix(unit, on)
    return Paper(
        agency=agency_lines(unit),
        symbol=symbol_for(unit, "BC", on),
        place=place_of(unit),
        type_name="Báo cáo",
        subject=f"{TITLE}, tính đến ngày {say.day(on)}",
        signer=signer_of_day(unit, on),
        year=on.year,
        made_on=on,
        body=(
            Paragraph(f"Lập từ sổ năng lực của {unit.committee}, người lập: {name}."),
            *_competence(told),
            *_training(unit, on),
            *_awareness(unit),
        ),
        recipients=("Ban Chỉ đạo ISO", "Lưu: VT"),
        mark=MARK if unit.example else "",
    )


def competence_sheet(unit: Unit, on: date) -> bytes:
    """The matrix, a line for each thing asked of each holder."""
    with translation.override("vi"):
        told = matrix(unit, on)
        table = Table(
            title=f"{TITLE} – {unit.committee}",
            headers=["Chức danh", "Họ và tên", "Yêu cầu", "Mức", "Hiện trạng", "Minh chứng", "Theo"],
            rows=[_line(one) for one in told.cells],
            notes=[f"Tính đến ngày {say.day(on)}.", *_silent(told)],
            sheet_name="Năng lực",
        )
    return write_sheet(table)


def training_sheet(plan: TrainingPlan) -> bytes:
    """A year's plan and what became of each course: counts of who came, no names."""
    with translation.override("vi"):
        year = year_of(plan)
        table = Table(
            title=f"Kế hoạch đào tạo năm {plan.year} và kết quả – {plan.unit.committee}",
            headers=[
                "Khóa học", "Tháng dự kiến", "Người dạy", "Tài liệu", "Số lần học", "Ngày học gần nhất", "Có mặt",
                "Vắng", "Đánh giá bằng", "Hiệu quả", "Ngày đánh giá", "Căn cứ đánh giá", "Bỏ khóa, lý do",
            ],
            rows=[_course_line(one) for one in year.lines],
            notes=[_approved(plan), _summed(year)],
            sheet_name=f"Đào tạo {plan.year}",
            widths={0: 40, 2: 24, 3: 24, 8: 30, 11: 40, 12: 24},
            number_formats={5: "dd/mm/yyyy", 10: "dd/mm/yyyy"},
        )  # fmt: skip
    return write_sheet(table)


def _approved(plan: TrainingPlan) -> str:
    if plan.citation:
        return f"Kế hoạch năm {plan.year}: {plan.citation}."
    return f"Kế hoạch năm {plan.year} chưa có văn bản phê duyệt."


def _summed(year: Year) -> str:
    return (
        f"{say.number(len(year.standing))} khóa, đã học {say.number(year.held)}, đã đánh giá hiệu quả "
        f"{say.number(year.evaluated)}."
    )


def _course_line(one: CourseLine) -> list[CellValue]:
    course, said = one.course, one.evaluation
    gone = f"bỏ: {course.why_cancelled}" if course.cancelled_at else ""
    effect = str(said.get_effect_display()) if said else "chưa đánh giá" if one.held else ""
    return [
        course.title, course.month, course.instructor, course.materials, one.held, one.last_on, one.came, one.absent,
        course.method, effect, said.on if said else None, covered(said.basis) if said else "", gone,
    ]  # fmt: skip


def _competence(told: Matrix) -> Iterator[Heading | Paragraph | TableBlock]:
    yield Heading(1, "I. Năng lực (TCVN ISO 9001:2015, 7.2)")
    if not told.cells:
        yield Paragraph("Chưa chức danh nào có yêu cầu năng lực được ghi.")
        return
    gaps = sum(1 for one in told.cells if one.is_gap)
    yield Paragraph(
        f"Đối chiếu {say.number(len(told.cells))} yêu cầu với người giữ chức danh: {say.number(gaps)} yêu cầu "
        "bắt buộc chưa có minh chứng còn giá trị."
    )
    yield TableBlock(
        headers=("Họ và tên, chức danh", "Yêu cầu", "Hiện trạng", "Minh chứng"),
        rows=tuple(_row(one) for one in told.cells),
        widths=(30, 32, 26, 34),
    )
    for sentence in _silent(told):
        yield Paragraph(sentence)


def _training(unit: Unit, on: date) -> Iterator[Heading | Paragraph | TableBlock]:
    yield Heading(1, "II. Đào tạo, bồi dưỡng (7.2 b, c)")
    plan = TrainingPlan.objects.filter(unit=unit, year=on.year).first()
    if plan is None:
        yield Paragraph(f"Chưa lập kế hoạch đào tạo năm {on.year}.")
        return
    year = year_of(plan)
    yield Paragraph(f"{_approved(plan)} {_summed(year)}")
    if year.standing:
        yield TableBlock(
            headers=("Khóa học", "Dự kiến", "Đã học", "Dự / vắng", "Hiệu quả"),
            rows=tuple(_course(one) for one in year.standing),
            widths=(40, 16, 20, 18, 28),
        )


def _awareness(unit: Unit) -> Iterator[Heading | Paragraph | TableBlock]:
    yield Heading(1, "III. Nhận thức (7.3)")
    rows = with_coverage(
        Dissemination.objects.filter(unit=unit, ended_at=None).order_by("-started_on", "-pk")
    )
    told = [(one.title, one.started_on, coverage_told(one)) for one in rows[:MOST]]
    if not told:
        yield Paragraph("Chưa văn bản nào được giao nắm vững và xác nhận.")
        return
    yield TableBlock(
        headers=("Chính sách, mục tiêu, tài liệu", "Giao ngày", "Phải biết", "Đã xác nhận"),
        rows=tuple(
            (title, say.day(since), say.number(told_of.asked), say.number(told_of.confirmed))
            for title, since, told_of in told
        ),
        widths=(66, 20, 18, 18),
    )


def _silent(told: Matrix) -> list[str]:
    if not told.silent:
        return []
    names = "; ".join(one.title for one in told.silent)
    return [f"Chưa ghi yêu cầu nào cho: {names}. Những chức danh này chưa được đối chiếu, không coi là đạt."]


def _row(one: Cell) -> tuple[str, ...]:
    paper = covered(getattr(one.judged.paper, "paper", "")) or "–"
    wished = "" if one.requirement.must else " (nên có)"
    return (
        f"{name_on_paper(one.official)}, {one.requirement.post.title}",
        f"{one.requirement.qualification.name}{wished}",
        _standing(one),
        paper,
    )


def _standing(one: Cell) -> str:
    return WORDS.get(one.judged.standing, "") + one.judged.sentence


def _line(one: Cell) -> list[CellValue]:
    return [
        one.requirement.post.title, one.official.name, one.requirement.qualification.name,
        "bắt buộc" if one.requirement.must else "nên có", _standing(one),
        covered(getattr(one.judged.paper, "paper", "")), one.requirement.citation,
    ]  # fmt: skip


def _course(one: CourseLine) -> tuple[str, ...]:
    last = one.evaluation
    effect = (
        last.get_effect_display() if last else f"hạn {say.day(one.effect_due)}" if one.effect_due else "–"
    )
    return (
        one.course.title, f"tháng {one.course.month}", say.day(one.last_on) if one.last_on else "chưa",
        f"{say.number(one.came)} / {say.number(one.absent)}", effect,
    )  # fmt: skip
