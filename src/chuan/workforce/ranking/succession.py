"""When a ward goes into another: rounds stay with the old one; reminders that nobody could answer any more end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit
from chuan.workforce.models import Assessment, RankingRound
from chuan.workforce.ranking.clocks import KIND

DONE = ("decided", "closed", "left_out")


class Rounds:
    """Rounds of ranking: what was written of the old ward is its own; the new one opens rounds of its own."""

    key = "workforce.rankings"
    words = "Kỳ xếp loại"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """One statement."""
        count = RankingRound.objects.filter(unit=unit, state=RankingRound.State.OPEN).count()
        note = _("Người chưa có kết quả được xếp trong kỳ của đơn vị mới.") if count else ""
        return [Matter(_("kỳ xếp loại đang mở"), stays=count, note=note)]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """End the reminders of steps that wait."""
        rows = Assessment.objects.filter(round__unit=passage.old).exclude(status__in=DONE)
        waiting = list(rows.values_list("uid", flat=True))
        clocks.settle_all(KIND, waiting, on=passage.on, kind="step")
        return {"assessments_waiting": len(waiting)}


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Rounds(), place=38)
