"""Every reason to say no that concerns rooms switched on and off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class RoomIsOff(Refused):
    """An address of a room that the unit does without."""

    what = "Phân hệ {room} chưa bật ở đơn vị này."
    do = "{who} bật được ở trang Phân hệ của đơn vị."
    room: str
    who: str


@dataclass(kw_only=True, eq=False)
class RoomNeeded(Refused):
    """Another room that is on cannot do without this one."""

    what = "Chưa tắt được {room}: {others} đang bật và cần phân hệ này."
    do = "Tắt {others} trước, hoặc giữ {room}."
    room: str
    others: str


@dataclass(kw_only=True, eq=False)
class RoomAlready(Refused):
    """It is so already on that day."""

    what = "Phân hệ {room} đã {state} vào ngày {since}."
    do = "Không phải làm gì thêm; muốn đổi ngày thì ghi ngày khác."
    room: str
    state: str
    since: date


@dataclass(kw_only=True, eq=False)
class OffWithoutReason(Refused):
    """A room is switched off and nobody says why."""

    what = "Chưa ghi lý do tắt {room}."
    do = "Ghi một câu, ví dụ “tỉnh đã có hệ thống riêng”."
    room: str


@dataclass(kw_only=True, eq=False)
class KeptWhereMissing(Refused):
    """The room holds something, and nobody says where the work goes on."""

    what = "{room} đang giữ {held}."
    do = "Ghi các việc và sổ này tiếp tục ở đâu, ai giữ; dữ liệu đã có vẫn còn nguyên trong Chuẩn."
    room: str
    held: str


@dataclass(kw_only=True, eq=False)
class SwitchInPast(Refused):
    """A day that is over: what was opened then was open."""

    what = "Ngày {since} đã qua."
    do = "Ghi hôm nay hoặc một ngày tới."
    since: date


@dataclass(kw_only=True, eq=False)
class KeptWhereBlank(Refused):
    """Nothing was said of where evidence is kept."""

    what = "Chưa ghi sổ và bằng chứng của {room} giữ ở đâu."
    do = "Ghi tủ, sổ, hệ thống nào, ai giữ; có đường dẫn thì dán vào."
    room: str
