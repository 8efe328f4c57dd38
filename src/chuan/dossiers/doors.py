"""The room's own navigation, and links to other rooms: only those that lead somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class RoomDoor:
    """One place of the room: its words, its address, and whether it is the page now shown."""

    label: str | Promise
    url: str
    current: bool = False


_DOORS: tuple[tuple[str, str | Promise], ...] = (
    ("/ho-so/", _("Tất cả")),
    ("/ho-so/cua-toi/", _("Của tôi")),
    ("/ho-so/lech-ngay-hen/", _("Lệch ngày hẹn")),
    ("/ho-so/doi-sau-han/", _("Đổi sau hạn")),
    ("/ho-so/so-lieu/", _("Số liệu")),
    ("/thu-tuc/hen-ngay-nao/", _("Hẹn ngày nào?")),
    ("/thu-tuc/", _("Thủ tục")),
    ("/ho-so/nguoi-xu-ly/", _("Người xử lý")),
    ("/ho-so/nghi-phep/", _("Nghỉ phép")),
)


def room_doors(path: str) -> list[RoomDoor]:
    """The doors of the room, the one of this page marked: the longest address that the page lies under."""
    open_ = [(url, label) for url, label in _DOORS if leads_somewhere(url)]
    here = max((url for url, _label in open_ if path.startswith(url)), key=len, default="")
    return [RoomDoor(label, url, url == here) for url, label in open_]


@lru_cache(maxsize=512)
def leads_somewhere(address: str) -> bool:
    """Whether an address is one of the house's pages."""
    try:
        resolve(address)
    except Resolver404:
        return False
    return True
