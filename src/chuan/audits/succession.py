"""When a ward goes into another: audits that are not over go on in the new one, reports stay the old one's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.audits import searching
from chuan.audits.models import Audit, Programme
from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit

OPEN = (Audit.Status.PLANNED, Audit.Status.ANNOUNCED, Audit.Status.UNDER_WAY, Audit.Status.REPORTED)


class Audits:
    """Audits that are planned, under way, or have findings to be passed on."""

    key = "audits"
    words = "Đánh giá nội bộ"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """Two statements."""
        statuses = list(Audit.objects.filter(owner_unit=unit).values_list("status", flat=True))
        moves = sum(1 for one in statuses if one in OPEN)
        programmes = Programme.objects.filter(owner_unit=unit).count()
        note = _("Đơn vị mới xem lại đoàn: người không sang thì chọn người khác.")
        return [
            Matter(_("cuộc đánh giá chưa kết thúc"), moves=moves, stays=len(statuses) - moves, note=note),
            Matter(_("chương trình đánh giá"), stays=programmes),
        ]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """They answer to the new ward; a code it has already gets the old ward's name."""
        rows = list(Audit.objects.filter(owner_unit=passage.old, status__in=OPEN).order_by("pk"))
        taken = set(Audit.objects.filter(owner_unit=passage.new).values_list("code", flat=True))
        for one in rows:
            if one.code in taken:
                one.code = f"{one.code} {passage.old.name}"[:40]
            one.owner_unit = passage.new
        Audit.objects.bulk_update(rows, ["code", "owner_unit"], batch_size=200)
        searching.put(rows)
        return {"audits": len(rows)}


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Audits(), place=37)
