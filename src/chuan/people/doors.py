"""The doors of the top bar: only those that lead somewhere, and only for those who may pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.offers import rooms
from chuan.people import permissions
from chuan.people.viewer import Viewer

Count = Callable[[Viewer], int]


@dataclass(frozen=True)
class Room:
    """A room's door; rooms stand above this one, so they are named by address."""

    address: str
    label: str | Promise
    open_to: Callable[[Viewer], bool] = lambda viewer: True
    also: tuple[str, ...] = ()
    """Addresses that belong behind the same door."""


ROOMS = (
    Room("/viec-cua-toi/", _("Việc của tôi"), also=("/ban-tin/",)),
    Room("/muc-tieu/", _("Mục tiêu")),
    Room("/ho-so/", _("Hồ sơ")),
    Room("/don-thu/", _("Đơn thư")),
    Room("/van-ban/", _("Văn bản")),
    Room("/nhap-tu-tep/", _("Nhập từ tệp")),
    Room("/lich/", _("Lịch")),
    Room("/can-bo/", _("Cán bộ"), also=("/nhan-su/",)),
    Room(
        "/cai-tien/",
        _("Cải tiến"),
        also=("/khac-phuc/", "/qua-trinh/", "/rui-ro/", "/danh-gia/", "/xem-xet/", "/phu-hop/", "/kiem-tra/"),
    ),
    Room("/nhat-ky/", _("Nhật ký"), permissions.may_read_trail),
    Room("/he-thong/", _("Hệ thống"), permissions.may_keep_staff),
)

FOR_GUESTS = (
    Room("/kiem-tra/", _("Trang kiểm tra")),
    Room("/phu-hop/", _("Phù hợp")),
    Room("/muc-tieu/", _("Mục tiêu")),
    Room("/tai-lieu/", _("Tài liệu"), also=("/van-ban/",)),
    Room("/thu-tuc/", _("Thủ tục")),
    Room("/ho-so/so-lieu/", _("Số liệu hồ sơ"), also=("/don-thu/so-lieu/", "/hai-long/")),
    Room(
        "/cai-tien/",
        _("Cải tiến"),
        also=("/khac-phuc/", "/qua-trinh/", "/rui-ro/", "/danh-gia/", "/xem-xet/"),
    ),
)
"""The doors of a guest of an inspecting body; what lies behind them is held by ``people.guests``."""

BESIDE_STAFF: tuple[tuple[str, str | Promise], ...] = (
    ("/nhan-su/nang-luc/", _("Năng lực")),
    ("/nhan-su/cong-cu/", _("Công cụ số")),
    ("/nhan-su/xep-loai/", _("Xếp loại")),
    ("/nhan-su/danh-hieu/", _("Danh hiệu")),
    ("/nhan-su/vang-mat/", _("Ngày vắng")),
)
"""What else is kept about officials, behind the door of the list of them."""

BESIDE_IMPROVING: tuple[tuple[str, str | Promise], ...] = (
    ("/cai-tien/", _("Vòng cải tiến")),
    ("/khac-phuc/", _("Khắc phục")),
    ("/rui-ro/", _("Rủi ro")),
    ("/danh-gia/", _("Đánh giá nội bộ")),
    ("/xem-xet/", _("Xem xét của lãnh đạo")),
    ("/phu-hop/", _("Phù hợp")),
    ("/qua-trinh/", _("Quá trình")),
    ("/kiem-tra/", _("Kiểm tra của tỉnh")),
)
"""The rooms of the ISO cycle, behind the door "Cải tiến"."""

_counts: dict[str, Count] = {}


def offer_count(address: str, count: Count) -> None:
    """Say what waits behind a door; called once from the owning room's ``AppConfig.ready``."""
    _counts[address] = count


def doors_for(viewer: Viewer, path: str) -> list[tuple[str | Promise, str, bool, int]]:
    """(label, url, current, count) of each door the viewer may open; ``path`` is the page now shown."""
    closed = rooms.off(viewer.unit, viewer.on)
    if viewer.guest:
        return [
            (room.label, room.address, path.startswith((room.address, *room.also)), 0)
            for room in FOR_GUESTS
            if _leads_somewhere(room.address) and not rooms.at(room.address, closed)
        ]
    return [
        (room.label, room.address, path.startswith((room.address, *room.also)), _count(room.address, viewer))
        for room in ROOMS
        if _leads_somewhere(room.address) and room.open_to(viewer) and not rooms.at(room.address, closed)
    ]


def beside_staff(viewer: Viewer) -> list[tuple[str, str | Promise]]:
    """The pages of ``BESIDE_STAFF`` that are there for the viewer's unit: address and label."""
    return _there(BESIDE_STAFF, viewer)


def beside_improving(viewer: Viewer) -> list[tuple[str, str | Promise]]:
    """The pages of ``BESIDE_IMPROVING`` that are there for the viewer's unit: address and label."""
    return _there(BESIDE_IMPROVING, viewer)


def _there(places: tuple[tuple[str, str | Promise], ...], viewer: Viewer) -> list[tuple[str, str | Promise]]:
    closed = rooms.off(viewer.unit, viewer.on)
    return [one for one in places if _leads_somewhere(one[0]) and not rooms.at(one[0], closed)]


def _count(address: str, viewer: Viewer) -> int:
    return _counts[address](viewer) if address in _counts else 0


@cache
def _leads_somewhere(address: str) -> bool:
    try:
        resolve(address)
    except Resolver404:
        return False
    return True
