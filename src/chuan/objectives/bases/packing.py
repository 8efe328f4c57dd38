"""The objectives beside the papers they rest on, as a table for the evidence pack."""

from __future__ import annotations

from datetime import timedelta

from chuan.exchange.sheets import CellValue, Table, write_sheet
from chuan.objectives.models import BasisMatch
from chuan.offers.packing import Asked
from chuan.ui import formatters as say


def table(asked: Asked) -> bytes | None:
    """What was confirmed for the years that touch the period, taken back or not; None where nothing was.

    One statement.
    """
    found = BasisMatch.objects.filter(
        basis__plan__owner_unit=asked.unit, basis__plan__owner_unit_id__in=asked.viewer.unit_ids, undoes=None,
        basis__year__gte=asked.period.start.year, basis__year__lte=(asked.period.end - timedelta(days=1)).year,
    ).select_related("basis", "target__indicator", "by", "undone_by__by").defer("basis__text")  # fmt: skip
    rows = [_line(one) for one in found.order_by("basis__year", "basis__pk", "target__pk", "pk")]
    if not rows:
        return None
    made = Table(
        title=f"Mục tiêu so với căn cứ – {asked.unit.committee}",
        headers=["Năm", "Căn cứ", "Cơ quan ban hành", "Số", "Chỉ tiêu", "Quyết định", "Căn cứ giao", "So",
                 "Khác thì làm gì", "Lý do", "Câu của căn cứ", "Người xác nhận", "Lúc", "Đã bỏ", "Mã kiểm (SHA-256)"],
        rows=rows, sheet_name="So với căn cứ", widths={1: 40, 2: 34, 4: 50, 5: 26, 6: 26, 9: 40, 10: 60, 14: 68},
        notes=["Xác nhận đã bỏ vẫn còn trong bảng, kèm người và lúc bỏ. Mã kiểm là của lời văn bản đã so."],
    )  # fmt: skip
    return write_sheet(made)


def _line(one: BasisMatch) -> list[CellValue]:
    target = one.target
    name = target.indicator.name if target is not None and target.indicator is not None else ""
    undone = getattr(one, "undone_by", None)
    return [
        one.basis.year, one.basis.name, one.basis.issuer, target.label if target else "", name, one.ours, one.theirs,
        str(one.get_standing_display()), str(one.get_way_display()) if one.way else "", one.note, one.sentence,
        one.by.name, say.moment(one.recorded_at),
        f"{undone.by.name}, {say.moment(undone.recorded_at)}: {undone.note}" if undone else "", one.basis.digest,
    ]  # fmt: skip
