"""An audit typeset: the report under the form of Nghị định 30/2020/NĐ-CP, and the sheet to be written on by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.utils import translation

from chuan.audits.answers import not_seen
from chuan.audits.following import followed
from chuan.audits.models import Audit, Finding
from chuan.audits.own import own_work_of, standing_team
from chuan.audits.pulling import pulled
from chuan.audits.showing import Sheet, sheet_of
from chuan.documents.numbering import symbol_for
from chuan.documents.outgoing.beginnings import beginning_of, signer_of_day
from chuan.documents.outgoing.heads import MARK, agency_lines, place_of
from chuan.law.iso9001 import edition
from chuan.paper.contents import Content
from chuan.paper.papers import Annex, Block, Heading, Paper, Paragraph, TableBlock
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say

BLANK = "………………"
RECIPIENTS = ("Ban Chỉ đạo ISO", "Các bộ phận được đánh giá", "Lưu: VT, hồ sơ đánh giá")


def report_paper(audit: Audit, on: date) -> Paper:
    """The report: scope, team, how it was done, findings with grounds, what was not seen, conclusion."""
    with translation.override("vi"):
        return _paper(
            audit, on, "Báo cáo", f"Kết quả đánh giá nội bộ {audit.code}", _report(audit), RECIPIENTS,
            symbol=symbol_for(audit.owner_unit, "BC", on),
        )  # fmt: skip


def report_content(audit: Audit, on: date) -> Content:
    """The same report as a draft among outgoing papers begins (Nghị định 30/2020/NĐ-CP, Phụ lục III)."""
    with translation.override("vi"):
        return replace(
            beginning_of("BC", audit.owner_unit, on),
            subject=f"kết quả đánh giá nội bộ {audit.code}",
            body=tuple(_in_one_line(block) for block in _report(audit)),
            recipients=RECIPIENTS,
        )


def _report(audit: Audit) -> tuple[Block, ...]:
    sheet = sheet_of(audit)
    findings = list(audit.findings.standing().select_related("process", "audit").order_by("ordinal"))
    return (
        *_what(audit), *_who(audit), *_how(audit, sheet), *_found(findings), *_left(sheet), *_ending(audit)
    )  # fmt: skip


def _in_one_line(block: Block) -> Block:
    """Cells of a table on one line each, as the form of a draft writes them."""
    if not isinstance(block, TableBlock):
        return block
    return replace(
        block, rows=tuple(tuple("; ".join(cell.splitlines()) for cell in row) for row in block.rows)
    )


def work_paper(audit: Audit, viewer: Viewer, on: date) -> Paper:
    """The checklist and the pull lists of its samples, numbered as on the screen."""
    with translation.override("vi"):
        sheet = sheet_of(audit)
        return _paper(
            audit, on, "Phiếu", f"Đánh giá nội bộ {audit.code}, {say.days(audit.starts_on, audit.ends_on)}",
            (*_who(audit), *_questions(sheet)), ("Đoàn đánh giá",), _pull_lists(audit, viewer),
        )  # fmt: skip


def _paper(
    audit: Audit, on: date, name: str, subject: str, body: Sequence[Block], to: tuple[str, ...],
    annexes: tuple[Annex, ...] = (), symbol: str = "",
) -> Paper:  # fmt: skip
    unit = audit.owner_unit
    return Paper(
        agency=agency_lines(unit), symbol=symbol, place=place_of(unit), type_name=name,
        subject=subject, signer=signer_of_day(unit, on), year=on.year, made_on=on, body=tuple(body), recipients=to,
        annexes=annexes, mark=MARK if unit.example else "",
    )  # fmt: skip


def _what(audit: Audit) -> Iterator[Block]:
    yield Heading(1, "I. Phạm vi")
    processes = "; ".join(
        one.process.name for one in audit.scope.select_related("process").order_by("process__position", "pk")
    )
    if audit.aim:
        yield Paragraph(f"Mục đích: {audit.aim}")
    yield Paragraph(f"Việc được xem: {say.span_of_days(audit.period_start, audit.period_end)}.")
    yield Paragraph(f"Quá trình: {processes or 'không riêng quá trình nào'}.")
    yield Paragraph(f"Căn cứ đánh giá: {edition()[0]}, các chương, điều {', '.join(audit.numbers) or '–'}; "
                    "tài liệu của đơn vị đang hiệu lực.")  # fmt: skip


def _who(audit: Audit) -> Iterator[Block]:
    yield Heading(1, "Đoàn đánh giá")
    given: dict[int, list[str]] = {}
    for one in (
        audit.scope.filter(auditor__isnull=False).select_related("process").order_by("process__position")
    ):
        given.setdefault(one.auditor_id or 0, []).append(one.process.name)
    rows = tuple(
        (
            f"{one.name}{', trưởng đoàn' if one.is_lead else ''}", one.from_unit or "trong đơn vị", one.evidence,
            "; ".join(given.get(one.pk, [])) or "–",
        )
        for one in standing_team(audit)
    )  # fmt: skip
    if rows:
        yield TableBlock(headers=("Người đánh giá", "Từ", "Minh chứng", "Đánh giá quá trình"), rows=rows,
                         widths=(30, 22, 36, 34))  # fmt: skip
    conflicts = own_work_of(audit)
    if not conflicts:
        yield Paragraph(
            "Đối chiếu chức danh với quá trình: không ai đánh giá quá trình mình chịu trách nhiệm hoặc thực hiện."
        )
    for words in conflicts:
        yield Paragraph(f"Cần lưu ý: {words}.")


def _how(audit: Audit, sheet: Sheet) -> Iterator[Block]:
    yield Heading(1, "II. Cách làm")
    yield Paragraph(
        f"Đoàn làm việc {say.days(audit.starts_on, audit.ends_on)}; {say.number(sheet.asked)} câu hỏi, "
        f"{say.number(sheet.asked - sheet.left)} câu đã xem, {say.number(sheet.wrong)} câu không phù hợp."
    )
    for one in audit.samples.order_by("pk"):
        yield Paragraph(
            f"Mẫu: {one.title}, {say.span_of_days(one.period_start, one.period_end)}, lấy {say.number(one.size)} "
            f"trong {say.number(one.counted)} dòng, số gieo {one.seed}."
        )


def _found(findings: Sequence[Finding]) -> Iterator[Block]:
    yield Heading(1, "III. Phát hiện")
    if not findings:
        yield Paragraph("Không có phát hiện nào.")
        return
    counted = Counter(one.grade for one in findings)
    yield Paragraph(
        ", ".join(f"{say.number(counted[grade])} {grade.label}" for grade in Finding.Grade if counted[grade])
        + "."
    )
    going = followed(findings)
    rows = tuple(
        (
            one.code, str(one.get_grade_display()), _place(one),
            "\n".join(filter(None, (one.words, one.evidence))), going[one.uid].code if one.uid in going else "–",
        )
        for one in findings
    )  # fmt: skip
    yield TableBlock(
        headers=("Số", "Mức", "Điều, quá trình", "Đã thấy, bằng chứng", "Khắc phục"), rows=rows,
        widths=(18, 18, 26, 48, 14),
    )  # fmt: skip


def _place(one: Finding) -> str:
    return " ".join(filter(None, (one.clause, one.process.name if one.process else ""))) or "–"


def _left(sheet: Sheet) -> Iterator[Block]:
    left = not_seen(sheet.items, dict(sheet.answers))
    if left:
        yield Heading(1, "IV. Chưa xem được")
        yield TableBlock(
            headers=("Câu", "Điều", "Câu hỏi"),
            rows=tuple((str(one.ordinal), one.clause, one.question) for one in left),
            widths=(10, 14, 98),
        )  # fmt: skip


def _ending(audit: Audit) -> Iterator[Block]:
    yield Heading(1, "Kết luận")
    for line in (audit.conclusion or "Chưa có kết luận.").splitlines():
        if line.strip():
            yield Paragraph(line.strip())


def _questions(sheet: Sheet) -> Iterator[Block]:
    yield Heading(1, "Câu hỏi")
    if not sheet.items:
        yield Paragraph("Chưa lập câu hỏi.")
        return
    rows = tuple(
        (
            str(one.ordinal), f"{one.clause}{f', {one.process.code}' if one.process else ''}", one.question,
            "□ PH  □ KPH  □ chưa xem", BLANK,
        )
        for one in sheet.items
    )  # fmt: skip
    yield TableBlock(
        headers=("Câu", "Điều", "Hỏi, xem gì", "Kết quả", "Ghi nhận, bằng chứng"), rows=rows,
        widths=(9, 17, 50, 22, 34), notes=("PH: phù hợp. KPH: không phù hợp.",),
    )  # fmt: skip


def _pull_lists(audit: Audit, viewer: Viewer) -> tuple[Annex, ...]:
    return tuple(
        Annex(
            title=f"Danh sách rút hồ sơ: {one.title}, số gieo {one.seed}",
            blocks=(
                TableBlock(
                    headers=("Số", "Hồ sơ, văn bản", "Nơi để", "Từng qua tay", "Ghi nhận"),
                    rows=tuple(
                        (
                            str(row.record.ordinal), row.label, row.record.shelf or BLANK, ", ".join(row.own) or "–",
                            row.record.note or BLANK,
                        )
                        for row in pulled(one, viewer)
                    ),
                    widths=(8, 48, 26, 22, 26),
                ),
            ),
        )
        for one in audit.samples.select_related("audit").order_by("pk")
    )  # fmt: skip
