"""This room can be absent: what it brings, where its doors are, where its evidence lies without it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.offers import rooms
from chuan.offers.rooms import Room


def offer() -> None:
    """Offer it; called when the programme starts."""
    rooms.offer(
        Room(
            "dossiers", 10, _("Hồ sơ thủ tục hành chính"),
            _("Hồ sơ từ hệ thống một cửa, hạn theo luật, thủ tục, ngày hẹn, tỷ lệ đúng hạn."),
            ("/ho-so/", "/thu-tuc/"),
            _("hồ sơ và sổ theo dõi trên hệ thống một cửa"),
        )
    )  # fmt: skip
