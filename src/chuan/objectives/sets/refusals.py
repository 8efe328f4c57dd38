"""Reasons to say no that sets of figures know, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class SetUnnamed(Refused):
    """A set without a name, or without the paper that it is for."""

    what = "Chưa ghi tên bộ số liệu hoặc văn bản dùng bộ này."
    do = "Ghi cả hai, ví dụ: “Kỳ họp HĐND cuối năm” và “Báo cáo trình kỳ họp thứ 5”."


@dataclass(kw_only=True, eq=False)
class SetStands(Refused):
    """A set of the same name and day was frozen before; it is never frozen again."""

    what = "Bộ “{name}” đến ngày {day} đã được {by} chốt ngày {frozen_on}, mã bộ {mark}."
    do = "Mở bộ đó để in; nếu cần bộ mới thì đặt tên khác hoặc chọn ngày khác."
    name: str
    day: date
    by: str
    frozen_on: date
    mark: str


@dataclass(kw_only=True, eq=False)
class SetEmpty(Refused):
    """There is no figure by that day: nothing to freeze."""

    what = "Đến ngày {day} chưa có số liệu nào của năm {year} để chốt."
    do = "Nhập kết quả trước, hoặc chọn ngày muộn hơn."
    day: date
    year: int


@dataclass(kw_only=True, eq=False)
class SetOfTomorrow(Refused):
    """A set holds figures of days that are over."""

    what = "Chưa thể chốt số liệu đến ngày {day}, ngày đó chưa đến."
    do = "Chọn hôm nay hoặc một ngày trước đó."
    day: date


@dataclass(kw_only=True, eq=False)
class SetBeforeYear(Refused):
    """The day lies before the year of the plan."""

    what = "Ngày {day} trước năm {year} của kế hoạch."
    do = "Chọn một ngày từ 01/01/{year} trở đi."
    day: date
    year: int


@dataclass(kw_only=True, eq=False)
class SetsOfTwoYears(Refused):
    """Sets of different years are not held against each other."""

    what = "Hai bộ số liệu thuộc hai năm {year} và {other}."
    do = "Chọn hai bộ của cùng một năm."
    year: int
    other: int


@dataclass(kw_only=True, eq=False)
class ReportUnknown(Refused):
    """No set's mark was found in the paper."""

    what = "Tệp “{name}” không có mã của bộ số liệu nào của đơn vị."
    do = "Chọn báo cáo đã in từ một bộ số liệu, còn dòng “Mã bộ số liệu”; báo cáo in khi chưa chốt không có mã."
    name: str


@dataclass(kw_only=True, eq=False)
class ReportOfSeveral(Refused):
    """The paper carries the marks of several sets."""

    what = "Tệp “{name}” có mã của {n} bộ số liệu khác nhau."
    do = "Giữ lại một dòng “Mã bộ số liệu” của bộ mà báo cáo này dùng rồi chọn lại tệp."
    name: str
    n: int


@dataclass(kw_only=True, eq=False)
class FigureKeyUnsafe(Refused):
    """The file of the house's key is damaged, or others on this machine may read it."""

    what = "Khóa đóng dấu bộ số liệu bị hỏng hoặc người khác trên máy đọc được."
    do = "Báo người quản trị chạy “chuan doctor --fix”, hoặc đặt lại tệp khóa từ bản đã cất."
