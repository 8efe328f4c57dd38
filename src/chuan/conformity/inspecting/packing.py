"""Inspections in the evidence pack: what earlier ones found and what was done, before anything else is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from chuan.conformity.inspecting.naming import cited
from chuan.conformity.inspecting.showing import CaseShown, FindingShown, InspectionShown, shown
from chuan.conformity.models import Inspection
from chuan.exchange.sheets import CellValue, Table, write_sheet
from chuan.offers import packing
from chuan.offers.packing import Asked, PackFile, Part

HEADERS = (
    "Biên bản", "Nội dung kiểm tra", "Điều", "Mức", "Đã thấy", "Bằng chứng", "Nêu thành", "Hạn báo cáo", "Đến đâu",
    "Hành động", "Hiệu lực",
)  # fmt: skip


def files(asked: Asked) -> Iterator[PackFile]:
    """One sheet of everything found up to the period's last day; nothing where nobody has inspected."""
    last = asked.period.end - timedelta(days=1)
    rows = Inspection.objects.seen_by(asked.viewer).filter(unit=asked.unit, minutes_on__lte=last)
    found = shown(rows.order_by("-minutes_on", "-pk"), asked.viewer, on=asked.on)
    if not found:
        return
    table = Table(
        title=f"Kết luận của các lần kiểm tra và việc đã làm – {asked.unit.committee}", headers=list(HEADERS),
        rows=[_row(one, finding) for one in found for finding in one.standing], sheet_name="Kiểm tra",
        widths={0: 40, 1: 40, 4: 60, 5: 50, 9: 60}, number_formats={7: "dd/mm/yyyy"},
    )  # fmt: skip
    yield PackFile("cac-lan-truoc.xlsx", "Kết luận các lần kiểm tra và việc đã làm", write_sheet(table))


def _row(one: InspectionShown, shown_finding: FindingShown) -> list[CellValue]:
    finding, done = shown_finding.finding, shown_finding.done
    return [
        cited(one.inspection), shown_finding.point, finding.clause, str(finding.get_grade_display()), finding.words,
        finding.evidence, done.case.code if done else finding.mended, done.case.due_on if done else None,
        done.case.stage if done else "", _actions(done), done.effect if done else "",
    ]  # fmt: skip


def _actions(done: CaseShown | None) -> str:
    return "; ".join(done.actions) if done else ""


def offer() -> None:
    """Offer it; called when the programme starts."""
    part = Part(
        "kiem-tra", _("Kết luận của các lần kiểm tra, việc đã làm"), ("10.2.1",), ("audit_review", "improvement"), files
    )  # fmt: skip
    packing.offer(part)
