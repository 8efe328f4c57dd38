"""This room can be absent: what it brings, where its doors are, where its evidence lies without it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.offers import rooms
from chuan.offers.rooms import Room


def offer() -> None:
    """Offer it; called when the programme starts."""
    rooms.offer(
        Room(
            "workforce", 30, _("Năng lực, xếp loại, danh hiệu"),
            _("Năng lực và đào tạo, công cụ số, xếp loại hằng tháng, danh hiệu, ngày vắng."),
            ("/nhan-su/",),
            _("hồ sơ cán bộ, kế hoạch đào tạo, biên bản xếp loại bằng giấy"),
        )
    )  # fmt: skip
