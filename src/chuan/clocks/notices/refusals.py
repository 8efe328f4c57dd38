"""Reasons to say no to how somebody wants to be told."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class BundleInQuietHours(Refused):
    """A bundle cannot go while nothing is to be told."""

    what = "Giờ gửi thư gộp ({hour}) nằm trong giờ không báo (từ {start} đến {end})."
    do = "Chọn giờ gửi khác, hoặc rút ngắn giờ không báo."
    hour: str
    start: str
    end: str


@dataclass(kw_only=True, eq=False)
class ChosenAlready(Refused):
    """The same again."""

    what = "Cách báo đang đúng như vậy rồi."
    do = "Không phải làm gì thêm; muốn đổi thì sửa ít nhất một mục."
