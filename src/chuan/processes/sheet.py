"""The map of processes as a worksheet, complete: everything that is on the page and on each process's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.exchange.sheets import CellValue, Table
from chuan.people.models import Unit
from chuan.processes.chart import Line
from chuan.ui import formatters as say


def map_table(lines: Sequence[Line], unit: Unit, on: date) -> Table:
    """A line for each process."""
    return Table(
        title=_("Các quá trình – %s") % unit.committee,
        headers=[
            _("Mã"), _("Tên quá trình"), _("Nhóm"), _("Chịu trách nhiệm"), _("Thực hiện"), _("Để làm gì"),
            _("Nhận vào"), _("Làm ra"), _("Ngoài đơn vị"), _("Điều"), _("Số đo từ đầu năm"), _("Tài liệu"),
        ],
        rows=[_row(one) for one in lines],
        notes=[_("Tính đến ngày %s.") % say.day(on)],
        sheet_name=_("Quá trình"),
    )  # fmt: skip


def _row(one: Line) -> list[CellValue]:
    process = one.process
    return [
        process.code, process.name, str(process.get_kind_display()), one.owner.post.title if one.owner else "",
        ", ".join(hand.post.title for hand in one.doers), process.purpose, process.takes, process.gives,
        process.outside, ", ".join(process.clauses.split()), "\n".join(figure.sentence for figure in one.figures),
        one.document.label if one.document else "",
    ]  # fmt: skip
