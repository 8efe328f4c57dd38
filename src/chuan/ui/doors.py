"""The doors of the house: what the top bar and, on a phone, the bottom bar lead to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

_ON_PHONE = 3
_SHORT: dict[str, tuple[Text, str]] = {
    "viec-cua-toi": (_("Việc"), "check2-square"),
    "muc-tieu": (_("Mục tiêu"), "bullseye"),
    "ho-so": (_("Hồ sơ"), "folder2-open"),
    "don-thu": (_("Đơn thư"), "chat-left-text"),
    "van-ban": (_("Văn bản"), "file-earmark-text"),
    "nhap-tu-tep": (_("Nhập tệp"), "upload"),
    "lich": (_("Lịch"), "calendar3"),
    "can-bo": (_("Cán bộ"), "person"),
}


class Door(NamedTuple):
    """One place of the main navigation; ``waiting`` is how much waits there, 0 shows nothing."""

    label: Text
    url: str
    current: bool = False
    waiting: int = 0
    short: Text = ""
    icon: str = ""


def as_doors(given: Iterable[Sequence[object]] | None) -> list[Door]:
    """Complete (label, url, current, waiting) with the short name and icon of its first path part."""
    return [_completed(Door(*door)) for door in given or ()]  # type: ignore[arg-type]


def _completed(door: Door) -> Door:
    first = door.url.strip("/").split("/")[0] if door.url.startswith("/") else ""
    short, icon = _SHORT.get(first, (door.label, "file-earmark-text"))
    return door._replace(short=door.short or short, icon=door.icon or icon)


def on_phone(doors: Sequence[Door]) -> tuple[Sequence[Door], Sequence[Door]]:
    """Those that stand in the bottom bar, and those behind "Thêm"."""
    return doors[:_ON_PHONE], doors[_ON_PHONE:]
