"""The room's own navigation: only links that lead somewhere, the page now shown marked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_DOORS: tuple[tuple[str, str | Promise], ...] = (
    ("/can-bo/", _("Danh sách cán bộ")),
    ("/nhan-su/cong-cu/", _("Công cụ số")),
    ("/nhan-su/nang-luc/", _("Năng lực")),
    ("/nhan-su/xep-loai/", _("Xếp loại")),
    ("/nhan-su/danh-hieu/", _("Danh hiệu")),
    ("/nhan-su/vang-mat/", _("Ngày vắng")),
    ("/nhan-su/thoi-han-luu/", _("Thời hạn lưu")),
)


@dataclass(frozen=True, slots=True)
class RoomDoor:
    """One place of the room: its words, its address, and whether it is the page now shown."""

    label: str | Promise
    url: str
    current: bool = False


def room_doors(path: str) -> list[RoomDoor]:
    """The doors of the room; the current one is the longest address that the page lies under."""
    open_ = [(url, label) for url, label in _DOORS if _leads_somewhere(url)]
    here = max((url for url, _label in open_ if path.startswith(url)), key=len, default="")
    return [RoomDoor(label, url, url == here) for url, label in open_]


@lru_cache(maxsize=64)
def _leads_somewhere(address: str) -> bool:
    try:
        resolve(address)
    except Resolver404:
        return False
    return True
