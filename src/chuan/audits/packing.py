"""Internal audits in the evidence pack: the report of each that was reported (``offers.packing``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from chuan.audits.models import Audit, Programme
from chuan.audits.papers import report_paper
from chuan.exchange.sheets import Table, write_sheet
from chuan.offers import packing
from chuan.offers.packing import Asked, PackFile, Part
from chuan.paper.pdf import to_pdf
from chuan.ui import formatters as say


def files(asked: Asked) -> Iterator[PackFile]:
    """The audits whose last day is in the period: a list of all, a report of those reported."""
    days = (asked.period.start, asked.period.end - timedelta(days=1))
    found = Audit.objects.seen_by(asked.viewer).filter(owner_unit=asked.unit, ends_on__range=days)
    audits = list(found.select_related("owner_unit", "programme").order_by("ends_on", "pk"))
    if audits:
        yield PackFile(
            "chuong-trinh-danh-gia.xlsx", "Chương trình và các cuộc đánh giá nội bộ", _listed(asked, audits)
        )
    for one in audits:
        if one.status in (Audit.Status.REPORTED, Audit.Status.CLOSED):
            paper = to_pdf(report_paper(one, one.reported_on or asked.on))
            yield PackFile(f"bao-cao-{one.code}.pdf", f"Báo cáo đánh giá nội bộ {one.code}", paper)


def _listed(asked: Asked, audits: list[Audit]) -> bytes:
    years = Programme.objects.filter(owner_unit=asked.unit, audits__in=audits).distinct().order_by("year")
    notes = [
        f"Chương trình năm {one.year}: {one.citation or 'chưa phê duyệt'}"
        + (f", ngày {say.day(one.approved_on)}." if one.approved_on else ".")
        for one in years
    ]
    table = Table(
        title=f"Các cuộc đánh giá nội bộ – {asked.unit.committee}",
        headers=["Mã", "Từ ngày", "Đến ngày", "Việc được xem", "Chương, điều", "Hiện trạng", "Ngày báo cáo"],
        rows=[
            [
                one.code, one.starts_on, one.ends_on, say.span_of_days(one.period_start, one.period_end),
                ", ".join(one.numbers), str(one.get_status_display()), one.reported_on,
            ]
            for one in audits
        ],
        notes=notes, sheet_name="Đánh giá nội bộ", widths={3: 30, 4: 30},
        number_formats=dict.fromkeys((1, 2, 6), "dd/mm/yyyy"),
    )  # fmt: skip
    return write_sheet(table)


def offer() -> None:
    """Offer it; called when the programme starts."""
    packing.offer(Part("danh-gia", _("Đánh giá nội bộ"), ("9.2.1", "9.2.2"), ("audit_review",), files))
