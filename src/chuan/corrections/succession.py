"""When a ward goes into another: open nonconformities get the new owner, closed ones stay to be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from chuan.corrections import searching
from chuan.corrections.models import Nonconformity
from chuan.corrections.models.cases import OVER
from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit


class Cases:
    """Nonconformities with their actions."""

    key = "corrections"
    words = "Khắc phục"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """One statement."""
        told = Nonconformity.objects.filter(owner_unit=unit).aggregate(
            every=Count("pk"), over=Count("pk", filter=Q(status__in=OVER))
        )
        note = (
            _("Hành động của người không sang đơn vị mới chờ lãnh đạo đơn vị mới.") if told["every"] else ""
        )
        return [
            Matter(_("sự không phù hợp"), moves=told["every"] - told["over"], stays=told["over"], note=note)
        ]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None: whoever works on the matter may say that an action of somebody who left is done."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """The open ones; a few statements. A process of the old ward does not go with them."""
        rows = Nonconformity.objects.open().filter(owner_unit=passage.old)
        keys = list(rows.values_list("pk", flat=True))
        Nonconformity.objects.filter(pk__in=keys).update(owner_unit=passage.new)
        searching.put(Nonconformity.objects.filter(pk__in=keys))
        return {"nonconformities": len(keys)} if keys else {}


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Cases(), place=37)
