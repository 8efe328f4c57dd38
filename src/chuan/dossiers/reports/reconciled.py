"""A reconciliation as a worksheet: every cell, and how each difference was closed."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from chuan.dossiers.models import Difference, Reconciliation
from chuan.dossiers.reports.official_forms import compare_import
from chuan.exchange.sheets import Table
from chuan.intake.models import Import
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say
from chuan.ui import words


def cells_sheet(viewer: Viewer, made: Reconciliation, imported: Import | None, *, on: date) -> Table:
    """All cells of the form beside ours; the two grades are named and never put together."""
    compared = compare_import(viewer, imported, made.period, on=on)
    closed = {(one.field, one.figure): one for one in made.differences.order_by("pk")}
    heads = {
        _("Lĩnh vực"): 30, _("Số"): 34, _("Biểu ghi"): 12, _("Đếm từ tệp nhập"): 14, _("Lệch"): 10,
        _("Tình trạng"): 24, _("Lý do"): 50,
    }  # fmt: skip
    rows = []
    for cell in compared.cells:
        one = closed.get((cell.field, cell.figure))
        gap = cell.theirs - cell.ours
        state, why = _told(one) if gap or one else (_("khớp"), "")
        rows.append((cell.field, cell.words, cell.theirs, cell.ours, gap, state, why))
    file = imported.file_name if imported else "–"
    return Table(
        title=_("Đối chiếu %(form)s, %(period)s")
        % {"form": made.form_name, "period": words.period(made.period, with_year=True)},
        headers=list(heads),
        rows=rows,
        notes=[
            _("Biểu: hạng %s") % words.grade("C") + f" · {file}",
            _("Đếm: hạng %s, theo ngày hẹn hệ thống nguồn đang ghi") % words.grade("B"),
            _("Xuất ngày %s") % say.day(on),
        ],
        sheet_name=_("Đối chiếu"),
        widths=dict(enumerate(heads.values())),
    )


def _told(one: Difference | None) -> tuple[str, str]:
    if one is None:
        return str(Difference.Status.OPEN.label), ""
    return str(one.get_status_display()), one.reason
