"""The list of petitions as a worksheet: codes, days, stages; nothing of what they say, nothing of who sent them."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from chuan.exchange.sheets import CellValue, Table
from chuan.people.viewer import Viewer
from chuan.petitions import listing
from chuan.petitions.listing import EXPORTED, Wanted
from chuan.petitions.models import Petition
from chuan.petitions.showing.verdicts import clock_title, status_label, verdict_of
from chuan.rules.petitions import CHANNEL_NAMES, KIND_NAMES
from chuan.rules.working_time import Calendar
from chuan.ui import formatters as say

_DAYS = "dd/mm/yyyy"


def sheet_of(viewer: Viewer, wanted: Wanted, calendar: Calendar, *, on: date) -> Table:
    """The petitions asked for that the viewer may see, at most ``EXPORTED``; the notes say what was asked."""
    found = listing.found(viewer, wanted, on=on).select_related("handler")[: EXPORTED + 1]
    rows = [_row(one, calendar, on) for one in found.iterator(chunk_size=2000)]
    more = len(rows) > EXPORTED
    headers = _headers()
    return Table(
        title=_("Đơn thư"),
        headers=[name for name, _width in headers],
        rows=rows[:EXPORTED],
        notes=_notes(wanted, on, len(rows[:EXPORTED]), more=more),
        sheet_name=_("Đơn thư"),
        widths={place: width for place, (_name, width) in enumerate(headers)},
        number_formats=dict.fromkeys((5, 6, 7, 8, 10, 12), _DAYS),
    )


def _headers() -> list[tuple[str, int]]:
    return [
        (_("Mã đơn"), 18),
        (_("Mã ở hệ thống nguồn"), 24),
        (_("Loại đơn"), 22),
        (_("Đến qua"), 20),
        (_("Lĩnh vực"), 22),
        (_("Ngày nhận"), 13),
        (_("Ngày thụ lý"), 13),
        (_("Hạn giải quyết"), 13),
        (_("Ngày có kết quả"), 13),
        (_("Việc đến hạn tiếp theo"), 34),
        (_("Hạn tiếp theo"), 13),
        (_("Giai đoạn"), 22),
        (_("Ngày công khai"), 13),
        (_("Cách xử lý"), 20),
        (_("Hạn, kết quả"), 28),
        (_("Kết luận"), 20),
        (_("Giao cho"), 24),
        (_("Gửi lại, trùng"), 12),
        (_("Nguồn liệt kê"), 12),
    ]


def _row(one: Petition, calendar: Calendar, on: date) -> tuple[CellValue, ...]:
    said = verdict_of(one, calendar, on=on)
    return (
        one.code,
        one.outside_code,
        str(one.get_kind_display()),
        str(one.get_channel_display()),
        one.field,
        one.received_on,
        one.accepted_on,
        one.due_on,
        one.settled_on,
        clock_title(one.next_clock),
        one.next_due_on,
        status_label(one),
        one.published_on,
        str(one.get_decided_display()) if one.decided else "",
        said.words,
        str(one.get_verdict_display()) if one.verdict else "",
        one.handler.name if one.handler else "",
        _("có") if one.repeat else "",
        _("có") if one.listed else _("chưa"),
    )


def _notes(wanted: Wanted, on: date, count: int, *, more: bool) -> list[str]:
    asked = [
        _("mã có “%s”") % wanted.code if wanted.code else "",
        say.span_of_days(wanted.period.start, wanted.period.end) if wanted.period else "",
        str(listing.BY_DAYS[wanted.by][1]) if wanted.period else "",
        str(dict(KIND_NAMES).get(wanted.kind, "")),  # type: ignore[call-overload]
        str(listing.RESULTS.get(wanted.result, "")),
        str(dict(listing.statuses()).get(wanted.status, "")),
        str(dict(CHANNEL_NAMES).get(wanted.channel, "")),  # type: ignore[call-overload]
        wanted.field,
        _("nguồn chưa liệt kê") if wanted.unlisted else "",
        _("gửi lại, trùng") if wanted.repeats else "",
    ]
    notes = [" · ".join([*filter(None, asked), _("xuất ngày %s") % say.day(on)])]
    notes.append(_("Số đơn: %s; không có nội dung đơn, không có người gửi") % say.number(count))
    if more:
        notes.append(_("Còn đơn nữa không xuất: lọc hẹp hơn để xuất đủ."))
    return notes
