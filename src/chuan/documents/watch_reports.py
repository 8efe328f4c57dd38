"""Lists of faults of registers: their counts, words sought, worksheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from chuan.documents import watching
from chuan.documents.models import Document
from chuan.documents.sequences import Run
from chuan.documents.watching import WATCHES, Watch
from chuan.exchange.sheets import Table
from chuan.people.viewer import Viewer

SOUGHT = ("number", "symbol", "subject", "issuer_name", "lead_name", "arrival_number")


@dataclass(frozen=True)
class Fault:
    """One kind of fault and how many rows it has."""

    watch: Watch
    n: int


@dataclass(frozen=True)
class Glance:
    """A year's registers counted: documents out and in, every kind of fault, the sequences of numbers."""

    out: int
    came: int
    faults: list[Fault]
    runs: list[Run]


def glance(viewer: Viewer, year: int, on: date) -> Glance:
    """Everything counted in one pass over what went out and one over what came; the same rows as ``Watch.found``."""
    out, came, rows = (
        _out_counted(viewer, year),
        _came_counted(viewer, year, on),
        watching.numbered(viewer, year),
    )
    counts = {
        "trung": len(watching.twice(viewer, year, rows)),
        "phat-hanh-tre": len(watching.late_out(viewer, year)) if out["sent_after"] else 0,
        "chua-xac-nhan": came["silent"] if came["acknowledged"] else came["later"],
        "qua-han": came["overdue"],
        "thieu-tep": out["file_missing"],
        "ngoai-so": out["rowless"] if out["followed"] else 0,
    }
    faults = [Fault(one, counts[one.key]) for one in WATCHES]
    return Glance(out["all"], came["all"], faults, watching.runs_of(viewer, year, rows))


def _out_counted(viewer: Viewer, year: int) -> dict[str, int]:
    return watching.outgoing(viewer, year).aggregate(
        all=Count("pk"),
        sent_after=Count("pk", filter=watching.SENT_AFTER),
        file_missing=Count("pk", filter=watching.FILE_MISSING),
        followed=Count("pk", filter=watching.FOLLOWED_ROW),
        rowless=Count("pk", filter=watching.ROWLESS),
    )


def _came_counted(viewer: Viewer, year: int, on: date) -> dict[str, int]:
    later = watching.ACKNOWLEDGED_LATER
    return watching.incoming(viewer, year).aggregate(
        all=Count("pk"),
        acknowledged=Count("acknowledged_on"),
        later=Count("pk", filter=later),
        silent=Count("pk", filter=later | watching.silent(on)),
        overdue=Count("pk", filter=watching.overdue(on)),
    )


def sheet_of(watch: Watch, year: int, found: QuerySet[Document], *, on: date) -> Table:
    """The rows of one fault as a worksheet."""
    rows = [
        (one.full_number, one.issued_on, one.subject, one.issuer_name, one.sent_on, one.arrival_number, one.arrived_on,
         one.acknowledged_on, one.lead_name, one.due_on, one.done_on)
        for one in found
    ]  # fmt: skip
    return Table(
        title=f"{watch.label} – {_('năm %s') % year}",
        headers=[_("Số, ký hiệu"), _("Ngày văn bản"), _("Trích yếu"), _("Cơ quan ban hành"), _("Ngày chuyển"),
                 _("Số đến"),
                 _("Ngày đến"), _("Báo đã nhận"), _("Người xử lý"), _("Hạn"), _("Xong")],
        rows=rows,
        notes=[str(watch.why), _("Số dòng: %s") % len(rows), _("xuất ngày %s") % f"{on:%d/%m/%Y}"],
        sheet_name=str(watch.label)[:31],
        widths={0: 20, 1: 13, 2: 60, 3: 30, 4: 13, 5: 10, 6: 13, 7: 13, 8: 28, 9: 13, 10: 13},
        number_formats=dict.fromkeys((1, 4, 6, 7, 9, 10), "dd/mm/yyyy"),
    )  # fmt: skip


def gaps_sheet(runs: Sequence[Run], year: int, *, on: date) -> Table:
    """Every number that nothing bears, as a worksheet."""
    rows = [(run.label, gap.value, gap.before, gap.after, gap.reason) for run in runs for gap in run.gaps]
    return Table(
        title=_("Khoảng trống số năm %s") % year,
        headers=[_("Dãy số"), _("Số"), _("Văn bản trước, ngày"), _("Văn bản sau, ngày"), _("Lý do")],
        rows=rows,
        notes=[_("Số dòng: %s") % len(rows), _("xuất ngày %s") % f"{on:%d/%m/%Y}"],
        sheet_name=_("Khoảng trống"),
        widths={0: 30, 1: 8, 2: 20, 3: 20, 4: 60},
        number_formats={2: "dd/mm/yyyy", 3: "dd/mm/yyyy"},
    )
