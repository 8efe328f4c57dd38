"""This room can be absent: what it brings, where its doors are, where its evidence lies without it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.offers import rooms
from chuan.offers.rooms import Room


def offer() -> None:
    """Offer it; called when the programme starts."""
    rooms.offer(
        Room(
            "audits", 80, _("Đánh giá nội bộ"),
            _("Chương trình, đoàn, phiếu, mẫu, phát hiện, báo cáo đánh giá nội bộ."),
            ("/danh-gia/",),
            _("chương trình, phiếu và báo cáo đánh giá nội bộ bằng giấy"), ("processes", "corrections"),
        )
    )  # fmt: skip
