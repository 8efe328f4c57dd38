"""Papers an official kept as a basis whose lines nobody has confirmed yet."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from chuan.objectives.models import Basis, Plan
from chuan.objectives.permissions import PLANNERS
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing, Receiving
from chuan.people.models import Official

WAITING = "waiting"


class Bases:
    """One line: how many papers wait for the first confirmation."""

    key = "objectives.bases"
    words = "Căn cứ của mục tiêu"
    kinds: Collection[str] = frozenset()

    def held(self, asked: Asked) -> list[Held]:
        """One statement."""
        n = waiting_of(asked.giver).count()
        if not n:
            return []
        what = _("%s căn cứ đã giữ, chưa xác nhận dòng nào") % n
        note = _("người nhận mở trang So với căn cứ để xem từng dòng")
        return [Held(WAITING, what, Passes.BY_NAME, note=note, count=n)]

    def unfit(self, ref: str, receiving: Receiving) -> str:
        """Who takes them over plans for the unit (``PLANNERS``)."""
        if receiving.roles.intersection(PLANNERS):
            return ""
        name = receiving.receiver.name
        return _("%s không giữ vai trò lập kế hoạch mục tiêu nên không nhận phần này được.") % name

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Nothing is written: who kept a paper stays on record, and every planner may confirm its lines."""


def waiting_of(giver: Official) -> QuerySet[Basis]:
    """Papers of standing plans that the official kept, none of whose lines is confirmed."""
    kept = Basis.objects.standing().filter(by=giver, plan__status=Plan.Status.STANDING)
    return kept.filter(plan__owner_unit=giver.unit, matches=None)


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Bases(), place=13)
