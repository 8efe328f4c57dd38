"""Reasons to say no on the pages of figures."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class YearUnreadable(Refused):
    """A year that is none."""

    what = "“{typed}” không phải một năm."
    do = "Chọn năm trong danh sách."
    typed: str


@dataclass(kw_only=True, eq=False)
class PartUnknown(Refused):
    """A part of the year that does not exist."""

    what = "Không có kỳ “{typed}”."
    do = "Chọn tháng, quý, 6 tháng, 9 tháng hoặc cả năm trong danh sách."
    typed: str


@dataclass(kw_only=True, eq=False)
class MomentWrong(Refused):
    """A day up to which things are said to be known, and that cannot be read or has not come."""

    what = "“{typed}” không phải ngày dùng được để xem số liệu như đã biết đến hết ngày ấy."
    do = "Viết như 30/06/2021, không sau hôm nay; để trống thì lấy số liệu hiện có."
    typed: str


@dataclass(kw_only=True, eq=False)
class NotForOverseers(Refused):
    """Figures of a month, or as known on an earlier day: small numbers would follow from them."""

    what = "Cấp trên theo dõi xem số liệu của quý, 6 tháng, 9 tháng, năm, như đang biết."
    do = "Chọn một kỳ như vậy."


@dataclass(kw_only=True, eq=False)
class RegisterTooLong(Refused):
    """More petitions than one volume holds."""

    what = "Kỳ này có {count} đơn, nhiều hơn {most} đơn của một quyển."
    do = "Chọn kỳ ngắn hơn, hoặc tải Excel."
    count: int
    most: int
