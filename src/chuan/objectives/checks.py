"""What this room checks about itself: expected figures that are settled, against those that stand."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from chuan.clocks.models import Clock
from chuan.objectives.expecting import CLOCK
from chuan.objectives.models import FigureDue, Measurement, Plan
from chuan.objectives.periods import covers
from chuan.ui import words


def figures_due() -> Iterator[str]:
    """A sentence for each expected figure that is settled wrongly, or whose clock disagrees."""
    running = set(Clock.objects.running().filter(subject_kind=CLOCK).values_list("subject_uid", flat=True))
    dues = FigureDue.objects.filter(plan__status=Plan.Status.STANDING).select_related(
        "indicator", "settled_by"
    )
    standing: dict[int, list[Measurement]] = {}
    for figure in Measurement.objects.standing():
        standing.setdefault(figure.indicator_id, []).append(figure)
    for due in dues:
        fitting = [figure for figure in standing.get(due.indicator_id, ()) if covers(figure, due.period)]
        if (due.settled_by is None) != (not fitting) or (due.settled_by and due.settled_by not in fitting):
            yield _said(due, _("số liệu đang dùng khác với số đã ghi nhận"))
        if (due.settled_by is None) != (due.uid in running):
            yield _said(due, _("đồng hồ không khớp với việc đã có số liệu"))


def _said(due: FigureDue, what: str) -> str:
    return f"{due.indicator.name}, {words.period(due.period, with_year=True)}: {what}"
