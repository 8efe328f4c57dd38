"""When a ward goes into another: what its head asked and is not done goes along; its briefs stay as they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.briefing.models import Answer
from chuan.briefing.reminding import BRIEF, FORESEEN
from chuan.clocks.models import Clock
from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit


class Asked:
    """Tasks and questions from briefs."""

    key = "briefing"
    words = "Bản tin sáng"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """One statement."""
        count = Answer.objects.filter(unit=unit, state=Answer.State.OPEN).count()
        return [Matter(_("việc giao, lời nhắc, câu hỏi từ bản tin"), moves=count, stays=0)]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """The new ward follows what was asked; nobody has to read a brief of the old one any more. Two statements."""
        going = Answer.objects.filter(unit=passage.old, state=Answer.State.OPEN).update(unit=passage.new)
        Clock.objects.running().filter(unit=passage.old, subject_kind__in=(BRIEF, FORESEEN)).update(
            state=Clock.State.ENDED, settled_on=passage.on
        )
        return {"brief_answers": going}


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Asked(), place=50)
