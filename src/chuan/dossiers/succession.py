"""When a ward goes into another: dossiers in work get the new owner, settled ones stay; the catalogue goes along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from chuan.dossiers import searching
from chuan.dossiers.models import (
    IN_WORK,
    Cover,
    Dossier,
    DossierState,
    HandlerName,
    Procedure,
    ProcedureChange,
)
from chuan.dossiers.putting import begin_states_of
from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit

WHY = "succession"
"""The reason of the state that begins with the new owner."""


class Cases:
    """Dossiers, procedures, names of handlers, covers."""

    key = "dossiers"
    words = "Hồ sơ và thủ tục"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """Two statements."""
        own = Dossier.objects.filter(owner_unit=unit).order_by()
        told = own.aggregate(every=Count("pk"), open=Count("pk", filter=_open()))
        procedures = Procedure.objects.filter(unit=unit).count()
        stays = _("Hồ sơ đã xong giữ đơn vị đã giải quyết.")
        return [
            Matter(_("hồ sơ"), moves=told["open"], stays=told["every"] - told["open"], note=stays),
            Matter(_("thủ tục trong danh mục"), moves=procedures),
        ]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """A fixed number of statements, however many dossiers are in work."""
        moved = move_dossiers(passage.old, passage.new, passage.at)
        return {"dossiers": moved, "procedures": _catalogue(passage), "names": _names(passage)}


def _open() -> Q:
    """In work, also where no source lists it any more: whatever nobody has settled."""
    return Q(settled_on__isnull=True, status__in=IN_WORK)


def move_dossiers(old: Unit, new: Unit, at: datetime) -> int:
    """What is not settled answers to the new unit from now on: its state ends, and the same one begins there.

    Whoever counts as of an earlier moment still finds it with the old unit.
    """
    own = Dossier.objects.filter(_open(), owner_unit=old)
    standing = DossierState.objects.filter(until_at__isnull=True, dossier__in=own.values("pk"))
    standing.update(until_at=at)
    moved = own.update(owner_unit=new, states=F("states") + 1)
    begin_states_of(new.pk, at=at, why=WHY)
    return moved


def _catalogue(passage: Passage) -> int:
    """Procedures are law, not records of the unit: they and their confirmed limits go along."""
    known = Procedure.objects.filter(unit=passage.new).values("code")
    going = Procedure.objects.filter(unit=passage.old).exclude(code__in=known)
    keys = list(going.values_list("pk", flat=True))
    moved = Procedure.objects.filter(pk__in=keys).update(unit=passage.new)
    ProcedureChange.objects.waiting().filter(unit=passage.old).update(unit=passage.new)
    searching.put(Procedure.objects.filter(pk__in=keys))
    return moved


def _names(passage: Passage) -> int:
    known = HandlerName.objects.filter(unit=passage.new).values("folded")
    names = HandlerName.objects.filter(unit=passage.old).exclude(folded__in=known)
    keys = list(names.values_list("pk", flat=True))
    moved = HandlerName.objects.filter(pk__in=keys).update(unit=passage.new)
    HandlerName.objects.filter(unit=passage.new, official__unit=passage.old).update(
        official=None, confirmed_by=None, confirmed_at=None
    )
    covers = Cover.objects.filter(unit=passage.old, last_on__gte=passage.on)
    covers.filter(official__in=passage.officials, by_official__in=passage.officials).update(unit=passage.new)
    return moved


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Cases(), place=30)
