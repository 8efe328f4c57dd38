"""When a ward goes into another: its plan was its own promise and ends; figures stay; the new ward decides anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.clocks.succession import end
from chuan.objectives import expecting, searching
from chuan.objectives.models import FigureDue, Measurement, Plan
from chuan.objectives.rounds.passing import call_off_for_merger
from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit

_ENDING = ("plan", "figure_due", "objective", "indicator")


class Plans:
    """Plans, expected figures, measurements."""

    key = "objectives"
    words = "Mục tiêu chất lượng"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """Nothing moves: a promise belongs to whoever gave it."""
        plans = Plan.objects.standing().filter(owner_unit=unit)
        waiting = FigureDue.objects.filter(plan__in=plans, settled_by=None).count()
        figures = Measurement.objects.filter(indicator__unit=unit).count()
        ends = _("Kết thúc từ ngày sáp nhập. Đơn vị mới cần quyết định mục tiêu mới.")
        return [
            Matter(_("kế hoạch đang thực hiện"), stays=plans.count(), note=ends),
            Matter(_("số liệu còn chờ"), stays=waiting, note=_("Không đòi nữa.")),
            Matter(_("số liệu đã chốt"), stays=figures, note=_("Giữ nguyên, đọc được từ đơn vị mới.")),
        ]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None: a figure of the old ward that is still missing can be looked for, not promised."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """Close the standing plans, one by one: a unit has one a year."""
        closed = 0
        for plan in Plan.objects.standing().filter(owner_unit=passage.old):
            plan.status = Plan.Status.REPLACED
            plan.closed_on = max(passage.on, plan.effective_from)
            plan.reason = _(
                "%(old)s sáp nhập vào %(new)s theo %(citation)s. Đơn vị mới cần ban hành quyết định mục tiêu mới."
            ) % {
                "old": passage.old.committee,
                "new": passage.new.committee,
                "citation": passage.citation,
            }
            plan.save(update_fields=["status", "closed_on", "reason"])
            expecting.close(plan, on=passage.on)
            searching.drop_plan(plan)
            closed += 1
        call_off_for_merger(passage.old, passage.citation, on=passage.on)
        end(passage.old, _ENDING, passage.on)
        return {"plans_closed": closed}


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Plans(), place=40)
