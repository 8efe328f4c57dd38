"""On the first screen of whoever is behind with several figures: one page on which all of them are answered."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from chuan.clocks.models import Clock
from chuan.objectives.expecting import CLOCK
from chuan.offers import alarms
from chuan.offers.alarms import Alarm
from chuan.people.viewer import Viewer

SEVERAL = 2


def offer() -> None:
    """Register; called when the programme starts."""
    alarms.offer(rings)


def rings(viewer: Viewer) -> Iterator[Alarm]:
    """Where several figures of the viewer are due; one statement."""
    due = Clock.objects.seen_by(viewer).running().mine(viewer).filter(subject_kind=CLOCK)
    waiting = due.filter(lawful_due_on__lte=viewer.on).count()
    if waiting >= SEVERAL:
        yield Alarm(
            _("%s số liệu của đồng chí đã đến hạn.") % waiting,
            _("Trả lời cả trên một phiếu"),
            "objectives:slip",
        )
