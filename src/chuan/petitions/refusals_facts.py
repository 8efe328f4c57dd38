"""Reasons to say no while it is said whom a petition is about, and what makes its periods longer."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class ConcernedAlready(Refused):
    """An official named a second time."""

    what = "{name} đã được ghi là người mà đơn nói tới."
    do = "Chọn người khác, hoặc quay lại trang đơn."
    name: str


@dataclass(kw_only=True, eq=False)
class NotConcerned(Refused):
    """An official taken off whom the petition does not name."""

    what = "Đơn không ghi người này."
    do = "Mở lại trang đơn để xem đơn đang ghi những ai."


@dataclass(kw_only=True, eq=False)
class TakesHimselfOff(Refused):
    """An official who says of himself that a petition is not about him."""

    what = "Không ai tự bỏ tên mình khỏi đơn nói tới mình."
    do = "Để lãnh đạo khác xem và bỏ, kèm lý do."


@dataclass(kw_only=True, eq=False)
class TurnsAgainstLeaders(Refused):
    """A denunciation that turns out to be against the Chairman or a deputy (Luật Tố cáo 2018, Điều 13)."""

    what = "Tố cáo Chủ tịch, Phó Chủ tịch không giữ ở đây."
    do = (
        "Mở “Đổi loại đơn”, chọn tố cáo Chủ tịch, Phó Chủ tịch: nội dung bị xóa, phong bì chuyển tới {where}."
    )
    where: str


@dataclass(kw_only=True, eq=False)
class FactNotAsked(Refused):
    """A fact that moves no clock of this kind of petition."""

    what = "Loại đơn này không có thời hạn nào phụ thuộc vào điều ấy."
    do = "Quay lại trang đơn."


@dataclass(kw_only=True, eq=False)
class FactSame(Refused):
    """A fact said to be what it is."""

    what = "Đơn đang ghi đúng như vậy."
    do = "Chọn câu trả lời khác, hoặc quay lại trang đơn."
