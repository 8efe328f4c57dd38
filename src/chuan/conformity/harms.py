"""What the management system tells Bản tin sáng: duties of the year past their day, a kept self-check with breaches."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks.harms import holder_of_role
from chuan.conformity.duties import KIND, DutyShown, duties_of
from chuan.conformity.models import CheckRun
from chuan.offers import harms
from chuan.offers.harms import Asked, Harm
from chuan.offers.subjects import Subject
from chuan.people.roles import Role
from chuan.rules.briefs import Verb
from chuan.rules.conformity import State
from chuan.ui import formatters as say

DUTY, BREACH = "conformity.duty", "conformity.breach"


def collect(asked: Asked) -> Iterator[Harm]:
    """One line for all duties that are late, one for the last kept self-check; about fifteen statements.

    The self-check itself is not run for the brief: it asks every room; what was kept last speaks.
    """
    keeper = holder_of_role(asked.unit, Role.ISO_SECRETARY, asked.on).official
    concerned = keeper.uid if keeper else None
    late = [
        one
        for one in duties_of(asked.unit, asked.on.year, asked.on, asked.at)
        if one.state is State.LATE and one.duty.key not in ("update", "mend")
    ]
    if late:
        yield _duties(asked, late, concerned)
    run = CheckRun.objects.filter(unit=asked.unit, on__lte=asked.on).order_by("-on", "-pk").first()
    if run is not None and run.breaches:
        told = {"day": say.day(run.on), "n": say.number(run.breaches)}
        yield Harm(
            BREACH, BREACH, _("Lần tự kiểm tra ngày %(day)s thấy %(n)s điều trái quy định.") % told, run.on, None,
            concerned, run.breaches, (run.digest[:16],), (Verb.ASSIGN, Verb.REMIND, Verb.EXPLAIN, Verb.AGREE),
            reverse("conformity:run", args=[run.uid]), Subject("check_run", run.uid),
        )  # fmt: skip


def _duties(asked: Asked, late: list[DutyShown], concerned: uuid.UUID | None) -> Harm:
    first = min(late, key=lambda one: one.due_on)
    more = _(" và %s nhiệm vụ khác") % say.number(len(late) - 1) if len(late) > 1 else ""
    told = {"what": first.duty.title, "more": more, "day": say.day(first.due_on)}
    return Harm(
        f"{DUTY} {asked.on.year}", DUTY, _("Nhiệm vụ của năm quá ngày %(day)s: %(what)s%(more)s.") % told,
        first.due_on, first.due_on, concerned, len(late), tuple(sorted(one.duty.key for one in late)),
        (Verb.ASSIGN, Verb.REMIND, Verb.EXPLAIN, Verb.AGREE),
        f"{reverse('conformity:duties')}?nam={asked.on.year}",
    )  # fmt: skip


def offer() -> None:
    """Register; called when the programme starts."""
    harms.offer(collect, clocks=(KIND,))
