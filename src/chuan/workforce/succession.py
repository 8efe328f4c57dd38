"""When a ward goes into another: absences end with their days; what was written of the old ward stays its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit
from chuan.workforce.models import Absence


class Absences:
    """Absences of officials; those that reach past the day of the merger go on in the new ward."""

    key = "workforce.absences"
    words = "Ngày vắng của cán bộ"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """One statement."""
        count = Absence.objects.known_at(None).filter(unit=unit).count()
        return [Matter(_("ngày vắng của cán bộ"), moves=0, stays=count)]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """The part of an absence from the day on is written again for the new ward; the old row stays as it was."""
        rows = Absence.objects.known_at(None).filter(unit=passage.old, valid_to__gt=passage.on)
        made = [
            Absence(
                unit=passage.new, official=one.official, kind=one.kind,
                valid_from=max(one.valid_from, passage.on), valid_to=one.valid_to, citation=one.citation,
                recorded_at=passage.at,
            )
            for one in rows.filter(official__in=passage.officials).select_related("official")
        ]  # fmt: skip
        Absence.objects.bulk_create(made, batch_size=500)
        return {"absences": len(made)}


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Absences(), place=36)
