"""This room can be absent: what it brings, where its doors are, where its evidence lies without it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.offers import rooms
from chuan.offers.rooms import Room


def offer() -> None:
    """Offer it; called when the programme starts."""
    rooms.offer(
        Room(
            "corrections", 60, _("Khắc phục"),
            _("Sự không phù hợp, nguyên nhân, hành động, hiệu lực đo lại bằng chính số đo ấy."),
            ("/khac-phuc/",),
            _("phiếu sự không phù hợp và hành động khắc phục bằng giấy"),
        )
    )  # fmt: skip
