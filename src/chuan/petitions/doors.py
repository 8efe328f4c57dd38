"""The room's own navigation, and what waits behind its door: only links that lead somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.people.viewer import Viewer
from chuan.petitions.models import Petition
from chuan.petitions.public.offering import waiting_for as waiting_posts

ADDRESS = "/don-thu/"
FROM_CITIZENS = "/don-thu/cong-phan-anh/"
"""Shown only where the machine has a public page."""


@dataclass(frozen=True, slots=True)
class RoomDoor:
    """One place of the room: its words, its address, and whether it is the page now shown."""

    label: str | Promise
    url: str
    current: bool = False


_DOORS: tuple[tuple[str, str | Promise], ...] = (
    ("/don-thu/", _("Tất cả")),
    ("/don-thu/cua-toi/", _("Của tôi")),
    ("/don-thu/tiep-dan/", _("Tiếp công dân")),
    ("/don-thu/vuot-cap/", _("Vượt cấp")),
    (FROM_CITIZENS, _("Từ trang phản ánh")),
    ("/don-thu/ghep-nguon/", _("Ghép với nguồn")),
    ("/don-thu/so-lieu/", _("Số liệu")),
    ("/don-thu/cai-dat/", _("Quy định, cài đặt")),
)

_UNDER = {"/don-thu/niem-phong/": "/don-thu/cai-dat/"}
"""Pages that belong behind a door whose address they do not share."""


def room_doors(path: str) -> list[RoomDoor]:
    """The doors of the room, the one of this page marked: the longest address that the page lies under."""
    there = (one for one in _DOORS if one[0] != FROM_CITIZENS or settings.PUBLIC_FEEDBACK)
    open_ = [(url, label) for url, label in there if leads_somewhere(url)]
    path = next((door for under, door in _UNDER.items() if path.startswith(under)), path)
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


def waits_for(viewer: Viewer) -> int:
    """How many petitions wait in the viewer's own hands, and posts of citizens for a keeper: beside the room's door."""
    if viewer.official is None:
        return 0
    mine = Petition.objects.seen_by(viewer).in_work().filter(handler=viewer.official).count()
    return mine + waiting_posts(viewer)
