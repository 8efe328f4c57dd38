"""What the head asked of an official through the brief, and how it is handed over: tasks by name, the rest stays."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from chuan.briefing.models import Answer
from chuan.briefing.reminding import ANSWER, BRIEF, FORESEEN
from chuan.clocks.models import Clock
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing
from chuan.offers.subjects import Subject


class Asks:
    """A task goes to who follows; an explanation is the person's own."""

    key = "briefing"
    words = "Bản tin sáng"
    kinds: Collection[str] = frozenset({ANSWER, FORESEEN, BRIEF})

    def held(self, asked: Asked) -> list[Held]:
        """One statement."""
        rows = Answer.objects.filter(official=asked.giver, state=Answer.State.OPEN).select_related("line")
        return [
            Held(
                ref=f"answer:{one.uid}", what=str(one)[:200],
                passes=Passes.STAYS if one.verb == Answer.Verb.EXPLAIN else Passes.BY_NAME, due=one.due_on,
                note=_("trả lời trước ngày bàn giao") if one.verb == Answer.Verb.EXPLAIN else "",
                subject=Subject(ANSWER, one.uid),
            )
            for one in rows.order_by("due_on", "pk")
        ]  # fmt: skip

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """The receiver does them; no day moves."""
        rows = Answer.objects.filter(official=passing.giver, state=Answer.State.OPEN)
        uids = [uid for uid in rows.values_list("uid", flat=True) if f"answer:{uid}" in refs]
        rows.filter(uid__in=uids).update(official=passing.receiver)
        Clock.objects.running().filter(
            subject_kind=ANSWER, subject_uid__in=uids, owner_official=passing.giver
        ).update(owner_official=passing.receiver)


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Asks(), place=48)
