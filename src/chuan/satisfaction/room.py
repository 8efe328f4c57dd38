"""This room can be absent: what it brings, where its doors are, where its evidence lies without it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.offers import rooms
from chuan.offers.rooms import Room


def offer() -> None:
    """Offer it; called when the programme starts."""
    rooms.offer(
        Room(
            "satisfaction", 40, _("Khảo sát người dân"),
            _("Phiếu khảo sát người dân tự trả lời; câu hỏi chốt trước, câu trả lời không gắn với ai."),
            ("/hai-long/", "/khao-sat/"),
            _("phiếu khảo sát bằng giấy hoặc trên hệ thống của tỉnh"),
        )
    )  # fmt: skip
