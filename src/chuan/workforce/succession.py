"""When a ward goes into another: absences end with their days, papers go with their people, the rest stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit, UnitSetting
from chuan.rules.law import Value
from chuan.workforce.models import Absence, Evidence
from chuan.workforce.own_law.books import RANKING, TITLES
from chuan.workforce.own_law.kept import own_values


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


class OwnValues:
    """The unit's own values in the laws of ranking and of titles.

    Every choice of the old ward that the new one has not made goes on there (``people.actions.merging``). Of these,
    what had ended with the act it was put in place under (``own_law.kept``) must not begin again under the next one.
    """

    key = "workforce.own_law"
    words = "Giá trị riêng về xếp loại, danh hiệu"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """Two statements."""
        count = sum(len(own) for own in _own_of(unit).values())
        note = _("Đơn vị mới đã tự đặt thì giữ của đơn vị mới; giá trị hết cùng luật cũ thì không sang.")
        return [
            Matter(_("giá trị đơn vị tự đặt về xếp loại, danh hiệu"), moves=count, note=note if count else "")
        ]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """Take back what was carried although it had ended; count what goes on."""
        own = {
            key: values for key, values in _own_of(passage.old).items() if values[0].valid_from <= passage.on
        }
        ended = [key for key, values in own.items() if not any(one.holds_on(passage.on) for one in values)]
        carried = UnitSetting.objects.filter(
            unit=passage.new, valid_from=passage.on, recorded_at__gte=passage.at
        )
        carried.filter(key__in=ended).delete()
        return {"own_values": carried.filter(key__in=own).count()}


def _own_of(unit: Unit) -> dict[str, Sequence[Value]]:
    """Its own values of both books by the key of the setting."""
    return {
        book.setting(key): values
        for book in (RANKING, TITLES)
        for key, values in own_values(unit, book).items()
    }


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Absences(), place=36)
    succession.register(Papers(), place=36)
    succession.register(OwnValues(), place=36)
