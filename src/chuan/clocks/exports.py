"""A year's calendar as a sheet, to be compared with the notice on paper."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.clocks.yearly import Line, YearPicture
from chuan.exchange.sheets import CellValue, Table
from chuan.people.models import Unit
from chuan.ui import formatters

_WIDTHS = {0: 12, 1: 12, 2: 20, 3: 44, 4: 22, 5: 52, 6: 26, 7: 14, 8: 30}


def year_table(shown: YearPicture, unit: Unit) -> Table:
    """The days that differ, with why and by which paper; the notes say whether the year is confirmed."""
    return Table(
        title=_("Lịch làm việc năm %(year)s – %(unit)s") % {"year": shown.year, "unit": unit.committee},
        headers=(
            _("Ngày"), _("Thứ"), _("Là ngày"), _("Vì sao"), _("Giờ làm việc"), _("Căn cứ"), _("Mức xác minh"),
            _("Biết từ"), _("Người ghi"),
        ),
        rows=[_row(line) for line in shown.lines],
        notes=_notes(shown),
        sheet_name=_("Lịch %(year)s") % {"year": shown.year},
        widths=_WIDTHS,
    )  # fmt: skip


def _row(line: Line) -> list[CellValue]:
    weekday = formatters.weekday(line.day).rsplit(" ", 1)[0]
    return [
        line.day, weekday, line.kind, line.why, line.hours, line.source, line.sure, line.known_since, line.by,
    ]  # fmt: skip


def _notes(shown: YearPicture) -> list[str]:
    working = _("Số ngày làm việc trong năm: %(n)s.") % {"n": formatters.number(shown.working)}
    if not shown.confirmed_by or shown.confirmation is None:
        return [working, _("Lịch này là đề xuất, cơ quan chưa xác nhận.")]
    facts = {
        "who": shown.confirmed_by,
        "when": formatters.day(shown.confirmation.recorded_at),
        "paper": shown.confirmation.citation,
    }
    return [working, _("%(who)s xác nhận ngày %(when)s theo %(paper)s.") % facts]
