"""Dossiers in work that name an official as their handler: as one line, handed over by name.

The system of record says who handles a dossier, and its next file may name the giver still. So nothing of the
dossier changes: whoever has taken over answers for what bears the giver's name, until the source names another
or it is handed back (``people.handing.successors``). Measures by official go on counting whom the source names.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db.models import Count, Min, Q
from django.utils.translation import gettext as _

from chuan.clocks.models import Clock
from chuan.dossiers.models import Dossier
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing
from chuan.people.handing import successors
from chuan.people.models import Official, Unit

HOLDER = "dossiers"
KIND = "dossier"
IN_WORK = "in-work"


class Cases:
    """Dossiers in work of the official's name, and of those whose dossiers he took over before."""

    key = HOLDER
    words = "Hồ sơ"
    kinds: Collection[str] = frozenset({KIND})

    def held(self, asked: Asked) -> list[Held]:
        """Two statements."""
        names = names_of(asked.giver)
        late = Count("pk", filter=Q(judged_due_on__lt=asked.on))
        found = Dossier.objects.unsettled().filter(handler_id__in=names, owner_unit=asked.giver.unit)
        sums = found.order_by().aggregate(n=Count("pk"), late=late, first=Min("judged_due_on"))
        if not sums["n"]:
            return []
        what = _("%s hồ sơ đang giải quyết") % sums["n"]
        note = (
            _("trong đó %s hồ sơ đã quá hạn") % sums["late"] if sums["late"] else _("chưa hồ sơ nào quá hạn")
        )
        return [Held(IN_WORK, what, Passes.BY_NAME, note=note, due=sums["first"], count=sums["n"])]

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """The running clocks of these dossiers run for the receiver."""
        running = Clock.objects.running().filter(subject_kind=KIND, owner_official=passing.giver)
        running.update(owner_official=passing.receiver)


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Cases(), place=30)


def answering(unit: Unit, handlers: Collection[int]) -> Mapping[int, Official]:
    """Who answers for the dossiers of each handler: himself, or whoever has taken them over."""
    taken = successors(unit, HOLDER)
    whom = {pk: taken.get(pk, pk) for pk in handlers}
    officials = {one.pk: one for one in Official.objects.filter(pk__in=set(whom.values()))}
    return {pk: officials[now] for pk, now in whom.items() if now in officials}


def names_of(giver: Official) -> set[int]:
    """Officials whose dossiers this one answers for: his own unless handed over, and those he took over."""
    taken = successors(giver.unit, HOLDER)
    return ({giver.pk} - set(taken)) | {whose for whose, now in taken.items() if now == giver.pk}
