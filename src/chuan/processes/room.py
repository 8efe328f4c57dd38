"""This room can be absent: what it brings, where its doors are, where its evidence lies without it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.offers import rooms
from chuan.offers.rooms import Room


def offer() -> None:
    """Offer it; called when the programme starts."""
    rooms.offer(
        Room(
            "processes", 50, _("Quá trình"),
            _("Các quá trình, ai chủ trì, đo bằng gì; bên cung cấp ngoài."),
            ("/qua-trinh/",),
            _("sơ đồ quá trình và danh sách bên cung cấp bằng giấy"),
        )
    )  # fmt: skip
