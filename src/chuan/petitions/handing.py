"""Petitions given to an official, handed over as one line: the list of a handover names no petition.

Administrators and the receiver read that list, and a code with its kind would already tell them of a denunciation.
What is about the receiver does not pass to him: it goes back to who receives and sorts, and he is not told.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, Min, Q, QuerySet
from django.utils.translation import gettext as _

from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing, Receiving
from chuan.people.models import Official
from chuan.petitions.events import add_event, lock
from chuan.petitions.models import Concerned, Petition
from chuan.petitions.permissions import HANDLERS
from chuan.petitions.projecting import KIND, project, unfinished

IN_WORK = "in-work"
VERB = "hand_over"


class Cases:
    """Petitions given to the official and not finished."""

    key = "petitions"
    words = "Đơn thư"
    kinds: Collection[str] = frozenset({KIND})

    def held(self, asked: Asked) -> list[Held]:
        """One statement."""
        late = Count("pk", filter=Q(next_due_on__lt=asked.on))
        sums = given_to(asked.giver).aggregate(n=Count("pk"), late=late, first=Min("next_due_on"))
        if not sums["n"]:
            return []
        what = _("%s đơn được giao, chưa kết thúc") % sums["n"]
        note = _("trong đó %s đơn đã quá hạn") % sums["late"] if sums["late"] else _("chưa đơn nào quá hạn")
        return [Held(IN_WORK, what, Passes.BY_NAME, note=note, due=sums["first"], count=sums["n"])]

    def unfit(self, ref: str, receiving: Receiving) -> str:
        """Petitions pass only to who could be given one: he serves, and a role of his is one of work (``HANDLERS``)."""
        if not receiving.serves:
            return _("%s không giữ chức danh nào nên không nhận đơn thư được.") % receiving.receiver.name
        if not receiving.roles.intersection(HANDLERS):
            return (
                _("%s không giữ vai trò xử lý công việc nên không nhận đơn thư được.")
                % receiving.receiver.name
            )
        return ""

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Each gets a line, a new handler and its clock; a few statements for each."""
        if IN_WORK not in refs:
            return
        about = set(Concerned.objects.filter(official=passing.receiver).values_list("petition_id", flat=True))
        for one in given_to(passing.giver).order_by("pk"):
            _pass(one, None if one.pk in about else passing.receiver, passing)


def _pass(petition: Petition, receiver: Official | None, passing: Passing) -> None:
    """Without a receiver it waits for whoever keeps the register."""
    held = lock(petition)
    held.handler = receiver
    held.save(update_fields=["handler"])
    add_event(held, VERB, on=passing.on, by=passing.by, at=passing.at, official=receiver)
    project(held, at=passing.at, why=VERB)


def given_to(giver: Official) -> QuerySet[Petition]:
    """What the official still answers for in his own unit."""
    return Petition.objects.filter(unfinished(), handler=giver, owner_unit=giver.unit).order_by()


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Cases(), place=35)
