"""When a ward goes into another: petitions that are not finished get the new owner, finished ones stay.

Their code, lines, whom they are about and what lies under seal stay with the petition: nothing is opened, copied
or sealed anew. Whose case it was and did not go over, it waits for who leads the new ward.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit
from chuan.petitions import searching
from chuan.petitions.judging import COLUMNS
from chuan.petitions.models import Petition, PetitionState
from chuan.petitions.projecting import BATCH, unfinished
from chuan.petitions.reception import succession as reception

WHY = "succession"
"""The reason of the state that begins with the new owner."""


class Cases:
    """Petitions with their states; days of reception planned for a Chairman who is none any more."""

    key = "petitions"
    words = "Đơn thư"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """Two statements."""
        own = Petition.objects.filter(owner_unit=unit).order_by()
        told = own.aggregate(every=Count("pk"), open=Count("pk", filter=unfinished()))
        stays = _("Đơn đã kết thúc giữ đơn vị đã giải quyết; danh tính cất kín đi theo đơn.")
        cases = Matter(_("đơn thư"), moves=told["open"], stays=told["every"] - told["open"], note=stays)
        return [cases, *reception.matters(unit)]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """A few statements for each five hundred petitions; clocks move after, with the room of clocks."""
        keys = list(
            Petition.objects.filter(unfinished(), owner_unit=passage.old)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        for start in range(0, len(keys), BATCH):
            _move(keys[start : start + BATCH], passage)
        called_off = reception.call_off(passage)
        return {"petitions": len(keys)} | ({"reception_days": called_off} if called_off else {})


def _move(keys: Sequence[int], passage: Passage) -> None:
    """The state that stands ends and the same one begins with the new owner, so that earlier counts stay."""
    rows = Petition.objects.filter(pk__in=keys)
    PetitionState.objects.filter(until_at__isnull=True, petition_id__in=keys).update(until_at=passage.at)
    rows.exclude(Q(handler=None) | Q(handler__in=passage.officials)).update(handler=None)
    rows.update(owner_unit=passage.new, states=F("states") + 1)
    moved = list(rows.select_related("handler"))
    PetitionState.objects.bulk_create(
        (
            PetitionState(
                petition=one, owner_unit=passage.new, seq=one.states, recorded_at=passage.at, why=WHY,
                **{name: getattr(one, name) for name in COLUMNS},
            )
            for one in moved
        ),
        batch_size=100,
    )  # fmt: skip
    searching.put(moved)


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Cases(), place=35)
