"""What earlier answers tell the brief: tasks it gave out that are past their day."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from chuan.briefing.models import Answer
from chuan.briefing.reminding import ANSWER, BRIEF, FORESEEN
from chuan.offers import harms
from chuan.offers.harms import Asked, Harm
from chuan.offers.subjects import Subject
from chuan.rules.briefs import Verb

TASK = "briefing.task"
MOST = 20


def collect(asked: Asked) -> Iterator[Harm]:
    """Each task or question past its day; one statement."""
    rows = Answer.objects.filter(
        unit=asked.unit, state=Answer.State.OPEN, due_on__lt=asked.on, verb__in=("assign", "explain")
    ).select_related("official", "line")
    for one in rows.order_by("due_on", "pk")[:MOST]:
        told = {
            "verb": str(one.get_verb_display()),
            "what": (one.words or one.line.sentence)[:200].rstrip("."),
        }
        yield Harm(
            f"{TASK} {one.uid}", TASK, _("%(verb)s từ bản tin chưa xong: %(what)s.") % told,
            localdate(one.recorded_at), one.due_on, one.official.uid if one.official else None, 1, (str(one.due_on),),
            (Verb.REMIND, Verb.ASSIGN, Verb.EXPLAIN, Verb.AGREE), reverse("briefing:work", args=[one.uid]),
            Subject(ANSWER, one.uid),
        )  # fmt: skip


def offer() -> None:
    """Register; called when the programme starts."""
    harms.offer(collect, clocks=(ANSWER, BRIEF, FORESEEN))
