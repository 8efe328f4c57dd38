"""The register on paper and as a worksheet: context, parties, risks, opportunities, complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils import translation

from chuan.documents.numbering import symbol_for
from chuan.documents.outgoing.beginnings import signer_of_day
from chuan.documents.outgoing.heads import MARK, agency_lines, name_on_paper, place_of
from chuan.exchange.sheets import CellValue, Table, write_sheet
from chuan.paper.papers import Heading, Paper, Paragraph, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.risks import register
from chuan.risks.models import ClimateAnswer, ContextIssue, Requirement, Risk, RiskAction
from chuan.risks.models.risks import RiskQuerySet
from chuan.risks.register import Asked
from chuan.risks.scale import named, scale_of
from chuan.rules.lifecycles import RISK
from chuan.ui import formatters as say

TITLE = "Bối cảnh, các bên quan tâm, rủi ro và cơ hội"
Blocks = Iterator[Heading | Paragraph | TableBlock]


def register_book(viewer: Viewer, on: date) -> bytes:
    """The whole of it as PDF/A. Call it outside any transaction."""
    with translation.override("vi"):
        return to_pdf(register_paper(viewer, on))


def register_paper(viewer: Viewer, on: date) -> Paper:
    """The paper's parts, as everything stands on the day."""
    unit = viewer.unit
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
            *_context(viewer, on),
            *_parties(viewer, on),
            *_risks(viewer, Risk.Nature.RISK, "III. Rủi ro (6.1)", on),
            *_risks(viewer, Risk.Nature.OPPORTUNITY, "IV. Cơ hội (6.1)", on),
        ),
        recipients=("Ban Chỉ đạo ISO", "Lưu: VT"),
        mark=MARK if unit.example else "",
    )


def register_sheet(rows: RiskQuerySet, viewer: Viewer, on: date) -> bytes:
    """A line for each risk or opportunity that was asked for."""
    risks = list(rows)
    objectives = register.objectives_of(risks, viewer)
    actions = _actions_of(risks)
    with translation.override("vi"):
        table = Table(
            title=f"Rủi ro và cơ hội – {viewer.unit.committee}",
            headers=[
                "Mã", "Là", "Điều có thể xảy ra", "Vì sao", "Nếu xảy ra", "Quá trình", "Mục tiêu", "Khả năng",
                "Ảnh hưởng", "Mức", "Hiện trạng", "Cách xử lý", "Vì sao chọn", "Hành động", "Phụ trách", "Thấy ngày",
                "Xem lại ngày",
            ],
            rows=[_line(one, actions.get(one.pk, []), _label(objectives, one)) for one in risks],
            notes=[f"Lập ngày {say.day(on)}. Thang: {named(scale_of(viewer.unit, on))}."],
            sheet_name="Rủi ro và cơ hội",
        )  # fmt: skip
    return write_sheet(table)


def _context(viewer: Viewer, on: date) -> Blocks:
    yield Heading(1, "I. Bối cảnh (TCVN ISO 9001:2015, 4.1)")
    rows = ContextIssue.objects.seen_by(viewer).on(on).filter(owner_unit=viewer.unit).order_by("side", "pk")
    if rows:
        yield TableBlock(
            headers=("Bên", "Vấn đề", "Tác động", "Rà soát"),
            rows=tuple(
                (
                    str(one.get_side_display()),
                    one.statement,
                    one.bearing or say.EMPTY,
                    say.day(one.reviewed_on),
                )
                for one in rows
            ),
            widths=(16, 44, 44, 18),
        )
    else:
        yield Paragraph("Chưa ghi vấn đề nào.")
    yield Paragraph(_climate(viewer.unit, on))


def _climate(unit: Unit, on: date) -> str:
    found = ClimateAnswer.objects.standing(unit, on)
    if found is None:
        return "Chưa trả lời biến đổi khí hậu có là vấn đề liên quan không."
    what = "là vấn đề liên quan" if found.relevant else "không là vấn đề liên quan"
    return f"Biến đổi khí hậu {what} (trả lời ngày {say.day(found.on)}): {found.why}"


def _parties(viewer: Viewer, on: date) -> Blocks:
    yield Heading(1, "II. Các bên quan tâm (4.2)")
    rows = (
        Requirement.objects.seen_by(viewer)
        .on(on)
        .filter(party__owner_unit=viewer.unit)
        .select_related("party")
    )
    if not rows:
        yield Paragraph("Chưa ghi yêu cầu của bên nào.")
        return
    yield TableBlock(
        headers=("Bên", "Cần gì", "Đáp ứng", "Ở đâu"),
        rows=tuple(
            (one.party.name, one.what, str(one.get_answered_display()), one.where or say.EMPTY)
            for one in rows.order_by("party__name", "pk")
        ),
        widths=(28, 42, 22, 30),
    )


def _risks(viewer: Viewer, nature: str, heading: str, on: date) -> Blocks:
    yield Heading(1, heading)
    own = register.lines(viewer, Asked(nature=nature)).filter(owner_unit=viewer.unit)
    risks = list(own)
    if not risks:
        yield Paragraph("Chưa nêu.")
        return
    yield Paragraph(f"Chấm theo thang: {named(scale_of(viewer.unit, on))}.")
    actions = _actions_of(risks)
    yield TableBlock(
        headers=("Mã", "Điều có thể xảy ra", "Mức", "Cách xử lý, hành động", "Phụ trách"),
        rows=tuple(_row(one, actions.get(one.pk, [])) for one in risks),
        widths=(12, 38, 18, 34, 20),
    )


def _row(one: Risk, actions: list[RiskAction]) -> tuple[str, ...]:
    level = f"{one.level_word} ({one.likelihood} × {one.effect})" if one.level else "chưa chấm"
    how = str(one.get_treatment_display()) if one.treatment else "chưa chọn"
    how += f" ({one.treatment_why})" if one.treatment_why else ""
    return one.code, one.statement, level, "; ".join([how, *map(_action, actions)]), _owner(one)


def _line(one: Risk, actions: list[RiskAction], objective: str) -> list[CellValue]:
    return [
        one.code, str(one.get_nature_display()), one.statement, one.causes, one.outcome,
        f"{one.process.code} {one.process.name}" if one.process else "", objective, one.likelihood, one.effect,
        one.level_word, RISK.statuses[one.status].label, str(one.get_treatment_display()) if one.treatment else "",
        one.treatment_why, "\n".join(map(_action, actions)), _owner(one), one.found_on, one.review_on,
    ]  # fmt: skip


def _action(one: RiskAction) -> str:
    if one.done_on:
        state = f"xong {say.day(one.done_on)}"
    elif one.dropped_on:
        state = f"thôi {say.day(one.dropped_on)}"
    else:
        state = f"hạn {say.day(one.due_on)}"
    return f"{one.what} ({name_on_paper(one.owner)}, {state})"


def _owner(one: Risk) -> str:
    if one.owner_official is not None:
        return name_on_paper(one.owner_official)
    return one.owner_post.title if one.owner_post is not None else "Thư ký ISO"


def _label(objectives: object, one: Risk) -> str:
    found = objectives.get(one.pk) if isinstance(objectives, dict) else None
    return found.label if found is not None else ""


def _actions_of(risks: Iterable[Risk]) -> dict[int, list[RiskAction]]:
    found: dict[int, list[RiskAction]] = {}
    rows = RiskAction.objects.filter(risk__in=list(risks)).select_related("owner").order_by("due_on", "pk")
    for one in rows:
        found.setdefault(one.risk_id, []).append(one)
    return found
