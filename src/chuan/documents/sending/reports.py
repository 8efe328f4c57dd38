"""Sendings and packets as lines of a page and as worksheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.documents.models import Delivery, DeliveryStep, Packet
from chuan.documents.sending import showing
from chuan.documents.sending.summary import Summary, from_text
from chuan.exchange.sheets import Table


@dataclass(frozen=True, slots=True)
class Line:
    """A sending as it is shown: status in words with its drawing, the last step, days without a word."""

    one: Delivery
    words: str
    shape: str
    last: DeliveryStep | None
    silent: int | None


def lines_of(deliveries: Iterable[Delivery], at: datetime) -> list[Line]:
    """One query for the last steps of all of them."""
    rows = list(deliveries)
    steps = DeliveryStep.objects.filter(delivery__in=rows).order_by("delivery", "seq")
    last = {step.delivery_id: step for step in steps}
    return [
        Line(
            one,
            showing.state_words(one),
            showing.SHAPES[one.status],
            last.get(one.pk),
            showing.silent_for(one, at),
        )
        for one in rows
    ]


def sheet_of(rows: QuerySet[Delivery], *, at: datetime, on: date) -> Table:
    """Sendings as a worksheet."""
    told = [
        (one.document.full_number, one.document.issued_on, one.document.subject, one.to, str(one.get_way_display()),
         showing.state_words(one), timezone.localtime(one.queued_at).date(), showing.silent_for(one, at))
        for one in rows.iterator(chunk_size=2000)
    ]  # fmt: skip
    return Table(
        title=_("Lượt gửi văn bản"),
        headers=[_("Số, ký hiệu"), _("Ngày văn bản"), _("Trích yếu"), _("Nơi nhận"), _("Cách gửi"), _("Trạng thái"),
                 _("Xếp gửi"), _("Số ngày chưa báo đã đến")],
        rows=told,
        notes=[_("Số dòng: %s") % len(told), _("xuất ngày %s") % f"{on:%d/%m/%Y}"],
        sheet_name=_("Lượt gửi"),
        widths={0: 20, 1: 13, 2: 60, 3: 34, 4: 20, 5: 22, 6: 13, 7: 14},
        number_formats=dict.fromkeys((1, 6), "dd/mm/yyyy"),
    )  # fmt: skip


def told_of(packets: Iterable[Packet]) -> list[tuple[Packet, Summary, str]]:
    """Each packet with its facts and the drawing of its status."""
    return [(one, from_text(one.summary), showing.PACKET_SHAPES[one.status]) for one in packets]


def packet_sheet(rows: QuerySet[Packet], *, on: date) -> Table:
    """Packets as a worksheet."""
    told = [
        (timezone.localtime(one.arrived_at).date(), str(showing.PACKET_KINDS[one.kind]), one.sender, one.sender_code,
         said.full_number, said.day, said.subject or said.code_words, str(one.get_status_display()), one.reason,
         one.file_name)
        for one, said, _shape in told_of(rows.iterator(chunk_size=2000))
    ]  # fmt: skip
    return Table(
        title=_("Gói tin đến"),
        headers=[_("Ngày nhận"), _("Loại"), _("Nơi gửi"), _("Mã nơi gửi"), _("Số, ký hiệu"), _("Ngày văn bản"),
                 _("Nội dung"), _("Trạng thái"), _("Lý do, lời ghi"), _("Tệp")],
        rows=told,
        notes=[_("Số dòng: %s") % len(told), _("xuất ngày %s") % f"{on:%d/%m/%Y}"],
        sheet_name=_("Gói tin đến"),
        widths={0: 13, 1: 20, 2: 34, 3: 18, 4: 18, 5: 13, 6: 60, 7: 18, 8: 40, 9: 30},
        number_formats=dict.fromkeys((0, 5), "dd/mm/yyyy"),
    )  # fmt: skip
