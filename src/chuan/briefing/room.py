"""This room can be absent: what it brings, where its doors are, where its evidence lies without it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.offers import rooms
from chuan.offers.rooms import Room


def offer() -> None:
    """Offer it; called when the programme starts."""
    rooms.offer(
        Room(
            "briefing", 100, _("Bản tin sáng"),
            _("Năm việc mỗi sáng cho người đứng đầu: giao, nhắc, yêu cầu giải trình, đồng ý."),
            ("/ban-tin/",),
            _("sổ giao ban"),
        )
    )  # fmt: skip
