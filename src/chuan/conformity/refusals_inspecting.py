"""Reasons to say no that concern inspections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NotOfThisVisit(Refused):
    """An inspector of another visit, or an official who does not keep the system."""

    what = "Phát hiện của đợt này do người trong đoàn ghi, hoặc Thư ký ISO, lãnh đạo chép từ biên bản."
    do = "Nhờ một trong những người ấy ghi."


@dataclass(kw_only=True, eq=False)
class InspectionClosed(Refused):
    """Something is found or taken back after the minutes were closed."""

    what = "Biên bản đã chốt nên không ghi thêm và không rút phát hiện được nữa."
    do = "Điều mới thì nêu ở trang Khắc phục; biên bản sai thì lập biên bản khác."


@dataclass(kw_only=True, eq=False)
class GroundsMissing(Refused):
    """A fault without what was seen."""

    what = "Điểm không phù hợp phải có bằng chứng."
    do = "Ghi đã xem tài liệu, sổ nào, thấy gì; không ghi tên người."


@dataclass(kw_only=True, eq=False)
class PointUnknown(Refused):
    """A point that is not on the inspector's list, a clause that asks for nothing."""

    what = "Không có nội dung hoặc điều “{named}”."
    do = "Chọn lại trong danh sách."
    named: str


@dataclass(kw_only=True, eq=False)
class WordsMissing(Refused):
    """Nothing is said where something has to be."""

    what = "Chưa ghi {thing}."
    do = "Ghi ngắn gọn, đủ để người sau hiểu."
    thing: str


@dataclass(kw_only=True, eq=False)
class TakenBackAlready(Refused):
    """A finding that was taken back before."""

    what = "Phát hiện này đã được rút."
    do = "Mở lại đợt kiểm tra để xem hiện trạng."


@dataclass(kw_only=True, eq=False)
class DaysBackwards(Refused):
    """An inspection that ends before it begins."""

    what = "Ngày cuối {last} trước ngày đầu {since}."
    do = "Ghi lại hai ngày theo quyết định kiểm tra."
    since: date
    last: date


@dataclass(kw_only=True, eq=False)
class MinutesDay(Refused):
    """Minutes of a day that has not come, or before the inspection began."""

    what = "Ngày biên bản {day} phải từ {since} đến hôm nay."
    do = "Ghi ngày đứng trên biên bản."
    day: date
    since: date
