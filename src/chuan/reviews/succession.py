"""When a ward goes into another: what is being prepared or followed goes along; what is over stays as it was.

A review called in the old ward and not signed goes over whole; of a signed one, its open decisions are answered for by
the new ward, which reads it as its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit
from chuan.reviews import searching
from chuan.reviews.models import Review

GOING = ("called", "held", "decided", "signed")


class Reviews:
    """Reviews and their decisions."""

    key = "reviews"
    words = "Xem xét của lãnh đạo"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """Two statements."""
        own = Review.objects.filter(owner_unit=unit)
        done = own.exclude(status__in=GOING).count()
        note = _("Việc của người không sang chờ Chủ tịch giao lại.")
        return [
            Matter(
                _("cuộc xem xét đang làm"), moves=own.filter(status__in=GOING).count(), stays=done, note=note
            )
        ]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """The new ward answers for them; their clocks go with the room of clocks."""
        going = list(
            Review.objects.filter(owner_unit=passage.old, status__in=GOING).values_list("pk", flat=True)
        )
        moved = Review.objects.filter(pk__in=going)
        count = moved.update(owner_unit=passage.new)
        searching.put(moved)
        return {"reviews": count}


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Reviews(), place=46)
