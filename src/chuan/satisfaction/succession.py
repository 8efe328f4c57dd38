"""When a ward goes into another: its surveys end, for they asked about that ward; answers stay with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit
from chuan.satisfaction.models import Survey


class Surveys:
    """Open surveys close on the day; the new ward opens its own."""

    key = "satisfaction"
    words = "Khảo sát hài lòng"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """One statement."""
        note = _("Khảo sát đang mở thì đóng; phiếu giữ ở đơn vị cũ.")
        return [Matter(_("khảo sát"), stays=Survey.objects.filter(unit=unit).count(), note=note)]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """A statement, and one for each that has not begun: it keeps one day, for a survey has at least one."""
        open_ = Survey.objects.filter(unit=passage.old, ends__gt=passage.on)
        why = {"why_closed": str(_("Đơn vị sáp nhập."))}
        closed = 0
        for one in open_.filter(starts__gte=passage.on):
            closed += Survey.objects.filter(pk=one.pk).update(ends=one.starts + timedelta(days=1), **why)
        return {"surveys_closed": closed + open_.filter(starts__lt=passage.on).update(ends=passage.on, **why)}


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Surveys(), place=20)
