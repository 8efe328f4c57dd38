"""When a ward goes into another: what the people's own room says of itself. Who goes over is part of the act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Appointment, Handover, RoleGrant, Unit


class People:
    """Posts, roles, handovers."""

    key = "people"
    words = "Cán bộ"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """What ends; what begins is chosen on the page."""
        posts = Appointment.objects.filter(post__unit=unit, valid_to=None).count()
        roles = RoleGrant.objects.filter(unit=unit, valid_to=None).count()
        ends = _("Thôi từ ngày sáp nhập; người sang giữ chức danh, vai trò mới ở bước 4.")
        return [
            Matter(_("chức danh đang giữ"), stays=posts, note=ends),
            Matter(_("vai trò đang giữ"), stays=roles),
        ]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """A handover that one of the two has not confirmed."""
        count = Handover.objects.waiting().filter(unit=unit).count()
        if count:
            yield Hindrance(
                _("%s cuộc bàn giao chưa xong.") % count,
                _("Hai bên xác nhận nốt, hoặc rút bản bàn giao, rồi bấm Sáp nhập lại."),
            )

    def move(self, passage: Passage) -> Mapping[str, int]:
        """Done already: people go over before their rooms do."""
        return {"officials": len(passage.officials)}


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(People(), place=5)
