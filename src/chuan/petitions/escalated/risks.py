"""The ward's own side: its cases that may go up next, because their day is over or their outcome is not accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext as _

from chuan.people.viewer import Viewer
from chuan.petitions.models import Petition
from chuan.rules.petitions import Kind
from chuan.ui import formatters as say

MOST = 20
LATELY = timedelta(days=45)
"""So long after the end a complaint may still go up (remote areas; 30 days elsewhere: 02/2011/QH13, Điều 33)."""


@dataclass(frozen=True, slots=True)
class Risk:
    """A petition of the ward, and why it may go up."""

    petition: Petition
    why: str


def at_risk(viewer: Viewer, *, on: date) -> list[Risk]:
    """Overdue ones first, the longest overdue before; then those just solved that somebody is not content with."""
    late = _late(viewer, on)
    contested = _contested(viewer, on)
    told = [Risk(one, _("quá hạn từ %s") % say.day(one.due_on)) for one in late]
    return [*told, *(Risk(one, _why(one)) for one in contested)][:MOST]


def _late(viewer: Viewer, on: date) -> Sequence[Petition]:
    """Running, their day of solving over."""
    running = Petition.objects.seen_by(viewer).in_work().filter(due_on__lt=on)
    return list(running.order_by("due_on", "pk")[:MOST])


def _contested(viewer: Viewer, on: date) -> Sequence[Petition]:
    """Solved lately, and found wrong in whole or part, or sent again afterwards."""
    again = Petition.objects.filter(same_as=OuterRef("pk"), received_on__gte=OuterRef("settled_on"))
    solved = Petition.objects.seen_by(viewer).present_ones().filter(settled_on__gte=on - LATELY, repeat=False)
    solved = solved.annotate(again=Exists(again)).filter(kind__in=(Kind.COMPLAINT, Kind.DENUNCIATION))
    doubtful = solved.filter(verdict__in=("wrong", "partly")) | solved.filter(again=True)
    return list(doubtful.order_by(F("settled_on").desc(), "pk")[:MOST])


def _why(petition: Petition) -> str:
    if getattr(petition, "again", False):
        return _("đã giải quyết, lại gửi đơn cùng việc")
    return _("kết luận %s, còn thời gian gửi lên cấp trên") % petition.get_verdict_display()
