"""When a ward goes into another: absences end with their days, papers go with their people, the rest stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit
from chuan.workforce.models import Absence, Evidence


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


class Papers:
    """Evidence of competence: it goes where the person goes, so nothing is written; its origin stays."""

    key = "workforce.evidence"
    words = "Minh chứng năng lực"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """One statement."""
        count = Evidence.objects.known_at(None).filter(official__unit=unit).count()
        note = _("Đi theo người chuyển sang, đơn vị mới bỏ hoặc thay được; của người ở lại thì chỉ đọc.")
        return [Matter(_("minh chứng năng lực"), moves=count, note=note if count else "")]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """Nothing to write: whose it is follows from where the official serves (``actions.competence.may_change``)."""
        rows = Evidence.objects.known_at(None).filter(official__in=passage.officials)
        return {"evidence": rows.count()}


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Absences(), place=36)
    succession.register(Papers(), place=36)
