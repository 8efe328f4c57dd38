"""The list of dossiers as a worksheet."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from chuan.dossiers import listing
from chuan.dossiers.listing import MOST, Wanted
from chuan.dossiers.models import Dossier
from chuan.dossiers.showing.verdicts import verdict_of
from chuan.exchange.sheets import CellValue, Table
from chuan.people.viewer import Viewer
from chuan.rules.working_time import Calendar
from chuan.ui import formatters as say

_DAYS = "dd/mm/yyyy"


def sheet_of(viewer: Viewer, wanted: Wanted, calendar: Calendar, *, on: date) -> Table:
    """The dossiers asked for, at most ``MOST``; the notes say what was asked, and what is left out."""
    found = listing.found(viewer, wanted, on=on).select_related("handler")[: MOST + 1]
    rows = [_row(one, calendar, on) for one in found.iterator(chunk_size=2000)]
    more = len(rows) > MOST
    headers = _headers()
    return Table(
        title=_("Hồ sơ"),
        headers=[name for name, _width in headers],
        rows=rows[:MOST],
        notes=_notes(wanted, on, len(rows[:MOST]), more=more),
        sheet_name=_("Hồ sơ"),
        widths={place: width for place, (_name, width) in enumerate(headers)},
        number_formats=dict.fromkeys((4, 5, 6, 7, 9, 10), _DAYS),
    )


def _headers() -> list[tuple[str, int]]:
    return [
        (_("Mã hồ sơ"), 30),
        (_("Mã thủ tục"), 14),
        (_("Thủ tục"), 44),
        (_("Lĩnh vực"), 20),
        (_("Tiếp nhận"), 13),
        (_("Hẹn đầu tiên"), 13),
        (_("Hẹn nay ghi"), 13),
        (_("Hạn theo quy định"), 13),
        (_("Xét trễ theo"), 22),
        (_("Hạn xét trễ"), 13),
        (_("Ngày xong"), 13),
        (_("Trạng thái"), 18),
        (_("Kết quả"), 26),
        (_("Hình thức nộp"), 14),
        (_("Người xử lý"), 24),
        (_("Đã thay đổi sau hạn"), 12),
        (_("Khác ngày hẹn"), 12),
    ]


def _row(one: Dossier, calendar: Calendar, on: date) -> tuple[CellValue, ...]:
    said = verdict_of(one, calendar, on=on)
    return (
        one.code,
        one.procedure_code,
        one.procedure_name,
        one.field,
        one.received_on,
        one.promised_first_on,
        one.promised_on,
        one.lawful_due_on,
        str(one.get_due_basis_display()),
        one.judged_due_on,
        one.settled_on,
        str(one.get_status_display()),
        said.words,
        str(listing.CHANNELS.get(one.channel, one.channel)),
        one.handler.name if one.handler else one.handler_name,
        _("có") if one.changed_after_due else "",
        _("có") if one.promise_differs else "",
    )


def _notes(wanted: Wanted, on: date, count: int, *, more: bool) -> list[str]:
    asked = [
        _("tìm “%s”") % wanted.words if wanted.words else "",
        say.span_of_days(wanted.period.start, wanted.period.end) if wanted.period else "",
        str(listing.BY_DAYS[wanted.by][1]) if wanted.period else "",
        str(dict(Dossier.Status.choices).get(wanted.status, "")),
        str(listing.RESULTS.get(wanted.result, "")),
        wanted.field,
        wanted.procedure,
        str(listing.CHANNELS.get(wanted.channel, "")),
        _("đã thay đổi sau hạn") if wanted.changed else "",
        _("khác ngày hẹn") if wanted.differs else "",
    ]
    notes = [" · ".join([*filter(None, asked), _("xuất ngày %s") % say.day(on)])]
    notes.append(_("Số hồ sơ: %s") % say.number(count))
    if more:
        notes.append(_("Còn hồ sơ nữa không xuất: lọc hẹp hơn để xuất đủ."))
    return notes
