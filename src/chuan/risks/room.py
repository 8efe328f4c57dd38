"""This room can be absent: what it brings, where its doors are, where its evidence lies without it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.offers import rooms
from chuan.offers.rooms import Room


def offer() -> None:
    """Offer it; called when the programme starts."""
    rooms.offer(
        Room(
            "risks", 70, _("Rủi ro, cơ hội"),
            _("Bối cảnh, các bên quan tâm, rủi ro, cơ hội và hành động."),
            ("/rui-ro/",),
            _("sổ rủi ro và cơ hội bằng giấy hoặc Excel"), ("processes",),
        )
    )  # fmt: skip
