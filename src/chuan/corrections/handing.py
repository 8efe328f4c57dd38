"""Corrective actions an official was given and has not done: they pass by name to whoever takes over."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.corrections.models import CorrectiveAction
from chuan.corrections.waiting import ACTION
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing
from chuan.offers.subjects import Subject
from chuan.people.models import Official


class Actions:
    """Open corrective actions of an official in his own unit."""

    key = "corrections"
    words = "Khắc phục"
    kinds: Collection[str] = frozenset({ACTION})

    def held(self, asked: Asked) -> list[Held]:
        """One statement."""
        return [
            Held(
                ref=f"action:{one.uid}", what=_("Hành động khắc phục: %s") % one.what, passes=Passes.BY_NAME,
                note=f"{one.case.code} {one.case.what}", due=one.due_on, subject=Subject(ACTION, one.uid),
            )
            for one in given_to(asked.giver)
        ]  # fmt: skip

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Make them the receiver's, with their clocks; inside the act of the handover."""
        uids = [uuid.UUID(ref.removeprefix("action:")) for ref in refs if ref.startswith("action:")]
        rows = [one for one in given_to(passing.giver) if one.uid in set(uids)]
        CorrectiveAction.objects.filter(pk__in=[one.pk for one in rows]).update(owner=passing.receiver)
        clocks.hand_over_all(ACTION, [one.uid for one in rows], post=None, official=passing.receiver)


def given_to(giver: Official) -> Iterable[CorrectiveAction]:
    """What the official was given and has not done, the earliest due first."""
    rows = CorrectiveAction.objects.open().filter(owner=giver, case__owner_unit=giver.unit)
    return rows.select_related("case").order_by("due_on", "pk")


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Actions(), place=45)
