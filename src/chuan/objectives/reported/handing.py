"""Reports an official dropped whose figures nobody has confirmed or put aside yet."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from chuan.objectives.models import ReportLine
from chuan.objectives.permissions import RECORDERS
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing, Receiving
from chuan.people.models import Official

WAITING = "waiting"


class Reports:
    """One line: how many figures of how many reports wait."""

    key = "objectives.reports"
    words = "Số đọc từ báo cáo"
    kinds: Collection[str] = frozenset()

    def held(self, asked: Asked) -> list[Held]:
        """One statement."""
        reports = list(waiting_of(asked.giver).values_list("report_id", flat=True))
        if not reports:
            return []
        counts = {"n": len(reports), "reports": len(set(reports))}
        what = _("%(n)s số đọc từ %(reports)s báo cáo còn chờ xác nhận") % counts
        note = _("người nhận mở trang Đọc từ báo cáo để xác nhận hoặc bỏ qua")
        return [Held(WAITING, what, Passes.BY_NAME, note=note, count=len(reports))]

    def unfit(self, ref: str, receiving: Receiving) -> str:
        """Who takes them over may put in any figure of the unit (``RECORDERS``)."""
        if receiving.roles.intersection(RECORDERS):
            return ""
        name = receiving.receiver.name
        return _("%s không giữ vai trò nhập mọi số liệu nên không nhận phần này được.") % name

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Nothing is written: who dropped a report stays on record, and every recorder may settle its figures."""


def waiting_of(giver: Official) -> QuerySet[ReportLine]:
    """Figures proposed from reports that the official dropped for his own unit."""
    return ReportLine.objects.filter(
        report__by=giver, report__unit=giver.unit, state=ReportLine.State.PROPOSED
    ).order_by()


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Reports(), place=12)
