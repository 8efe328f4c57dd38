"""Reasons to say no about the unit's own values, and about the law a year of titles goes by."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class OwnValueFixed(Refused):
    """The act itself says so: no unit sets its own value."""

    what = "Nội dung này do {act} quy định nên đơn vị không đặt riêng được ở ngày ấy."
    do = "Chỉ đặt riêng nội dung còn ghi “chưa xác minh”, kèm văn bản của đơn vị hoặc cấp trên."
    act: str


@dataclass(kw_only=True, eq=False)
class OwnValueWrong(Refused):
    """A value that the rule cannot take."""

    what = "“{typed}” không phải giá trị của nội dung này."
    do = "Ghi {fits}."
    typed: str
    fits: str


@dataclass(kw_only=True, eq=False)
class OwnValueSame(Refused):
    """The same value by the same document from the same day."""

    what = "Đơn vị đã đặt đúng như vậy từ ngày ấy."
    do = "Kiểm lại ngày, giá trị và văn bản định đặt."


@dataclass(kw_only=True, eq=False)
class LawNotOfYear(Refused):
    """A law that is none of those the year goes through."""

    what = "Năm {year} không đi qua quy định ấy."
    do = "Chọn một trong các quy định đang nêu trên trang."
    year: str


@dataclass(kw_only=True, eq=False)
class LawOfYearKept(Refused):
    """The law of a year whose results are said to be complete."""

    what = "Năm {year} đã ghi là đủ mọi quyết định nên giữ nguyên quy định đã dùng."
    do = "Ghi là còn chờ quyết định khác trước, rồi chọn lại quy định."
    year: str


@dataclass(kw_only=True, eq=False)
class LawChosenAlready(Refused):
    """The law that is chosen already."""

    what = "Năm {year} đang xét theo đúng quy định ấy."
    do = "Quay lại, hoặc chọn quy định khác."
    year: str
