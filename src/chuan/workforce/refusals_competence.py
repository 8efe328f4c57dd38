"""Reasons to say no about competence and training."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NameMissing(Refused):
    """Something has no name."""

    what = "Chưa ghi {thing}."
    do = "Ghi một tên ngắn, như trên văn bằng hoặc trong kế hoạch."
    thing: str


@dataclass(kw_only=True, eq=False)
class AskedAlready(Refused):
    """The post asks for it already."""

    what = "{post} đã có yêu cầu “{name}” từ ngày {since}."
    do = "Thôi yêu cầu cũ trước, rồi ghi yêu cầu mới kèm văn bản mới."
    post: str
    name: str
    since: date


@dataclass(kw_only=True, eq=False)
class EndsBeforeItBegins(Refused):
    """A requirement, a paper ends before it begins."""

    what = "Ngày hết {last} không sau ngày bắt đầu {first}."
    do = "Sửa lại một trong hai ngày."
    first: date
    last: date


@dataclass(kw_only=True, eq=False)
class OverAlready(Refused):
    """It was ended, cancelled or taken back before."""

    what = "Việc này đã kết thúc trước đó."
    do = "Mở lại trang để xem hiện trạng; cần thì ghi dòng mới."


@dataclass(kw_only=True, eq=False)
class NotYet(Refused):
    """A day that has not come."""

    what = "Ngày {day} chưa đến."
    do = "Ghi khi việc đã xong; dự định thì để trong kế hoạch."
    day: date


@dataclass(kw_only=True, eq=False)
class PlanExists(Refused):
    """The unit has a plan of that year."""

    what = "Đã có kế hoạch đào tạo năm {year}."
    do = "Mở kế hoạch ấy để thêm khóa."
    year: int


@dataclass(kw_only=True, eq=False)
class PlanApproved(Refused):
    """An approved plan is approved once."""

    what = "Kế hoạch năm {year} đã được phê duyệt theo {citation}."
    do = "Khóa thêm sau phê duyệt ghi thẳng vào kế hoạch; kế hoạch giữ ngày thêm."
    year: int
    citation: str


@dataclass(kw_only=True, eq=False)
class MonthUnknown(Refused):
    """There are twelve months."""

    what = "Tháng {month} không có trong năm."
    do = "Ghi một số từ 1 đến 12."
    month: int


@dataclass(kw_only=True, eq=False)
class NobodyCame(Refused):
    """A session without anybody is not training."""

    what = "Chưa chọn ai đã dự."
    do = "Đánh dấu ít nhất một người có mặt; không ai dự thì hoãn khóa, không ghi buổi."


@dataclass(kw_only=True, eq=False)
class NothingHeld(Refused):
    """The effect of what was not held cannot be found."""

    what = "Khóa này chưa có buổi nào nên chưa đánh giá được hiệu quả."
    do = "Ghi buổi đã học trước."


@dataclass(kw_only=True, eq=False)
class TaughtHimself(Refused):
    """Who learned does not judge alone whether it helped."""

    what = "{name} là người học của khóa nên không tự đánh giá hiệu quả."
    do = "Nhờ lãnh đạo hoặc người không dự khóa đánh giá."
    name: str
