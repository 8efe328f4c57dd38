"""The room's own navigation: every page of documents, those that lead somewhere, in the order of work."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class RoomDoor:
    """One place of the room: its words, its address, and whether the page now shown lies under it."""

    label: str | Promise
    url: str
    current: bool = False


_DOORS: tuple[tuple[str, str | Promise], ...] = (
    ("/van-ban/", _("Văn bản")),
    ("/van-ban/soan/", _("Soạn thảo")),
    ("/van-ban/ky/", _("Ký số")),
    ("/van-ban/den/", _("Văn bản đến")),
    ("/van-ban/so/", _("Sổ")),
    ("/van-ban/chu-ky/", _("Chữ ký số")),
    ("/van-ban/theo-doi/", _("Theo dõi")),
    ("/van-ban/gui-nhan/", _("Gửi nhận")),
    ("/van-ban/nam-vung/", _("Nắm vững")),
    ("/van-ban/can-cu/", _("Căn cứ")),
    ("/tai-lieu/", _("Tài liệu hệ thống")),
)


def doors(viewer: Viewer, here: str) -> list[RoomDoor]:
    """The doors of the room; ``here`` is the path of the page, marked by the longest address it lies under.

    Every official of the unit may open each of them: what a page shows is scoped there.
    """
    open_ = [(url, label) for url, label in _DOORS if leads_somewhere(url)]
    current = max((url for url, _label in open_ if here.startswith(url)), key=len, default="")
    return [RoomDoor(label, url, url == current) for url, label in open_]


@lru_cache(maxsize=64)
def leads_somewhere(address: str) -> bool:
    """Whether an address is one of the house's pages."""
    try:
        resolve(address)
    except Resolver404:
        return False
    return True
