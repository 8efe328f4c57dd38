"""Whether what stands on a unit about its rooms is what was switched (``chuan check projections``)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _

from chuan.offers import checks
from chuan.people.models import RoomSwitch, Unit


def offer() -> None:
    """Register; called when the programme starts."""
    checks.register_projection("phân hệ", room_days_agree)


def room_days_agree() -> Iterator[str]:
    """A sentence for each unit whose rooms do not agree; two statements."""
    switched: dict[int, list[list[object]]] = defaultdict(list)
    for one in RoomSwitch.objects.order_by("pk"):
        switched[one.unit_id].append([one.room, one.since.isoformat(), one.on])
    for unit in Unit.objects.order_by("pk"):
        if unit.room_days != switched[unit.pk]:
            yield _("%s: phân hệ đang bật, tắt khác với các lần đã ghi.") % unit.committee
