"""This room can be absent: what it brings, where its doors are, where its evidence lies without it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.offers import rooms
from chuan.offers.rooms import Room


def offer() -> None:
    """Offer it; called when the programme starts."""
    rooms.offer(
        Room(
            "petitions", 20, _("Đơn thư, tiếp công dân"),
            _("Nhận, phân loại, giải quyết đơn theo hạn; sổ tiếp công dân; số liệu đơn."),
            ("/don-thu/", "/phan-anh/"),
            _("sổ đơn thư, sổ tiếp công dân bằng giấy hoặc trên hệ thống của tỉnh"),
        )
    )  # fmt: skip
