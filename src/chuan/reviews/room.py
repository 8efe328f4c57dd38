"""This room can be absent: what it brings, where its doors are, where its evidence lies without it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.offers import rooms
from chuan.offers.rooms import Room


def offer() -> None:
    """Offer it; called when the programme starts."""
    rooms.offer(
        Room(
            "reviews", 90, _("Xem xét của lãnh đạo"),
            _("Đầu vào lấy từ mọi phân hệ, biên bản, quyết định theo dõi tới khi xong."),
            ("/xem-xet/",),
            _("biên bản xem xét của lãnh đạo bằng giấy"),
        )
    )  # fmt: skip
