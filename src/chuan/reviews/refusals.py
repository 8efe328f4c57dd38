"""Reasons to say no that only this room has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class WrittenMeanwhile(Refused):
    """Another secretary wrote the meeting while this page was open."""

    what = "{name} vừa ghi cuộc họp này trong lúc anh chị đang mở trang."
    do = "Nội dung anh chị gõ còn nguyên ở dưới. Xem bản vừa ghi, sửa cho khớp rồi bấm ghi lại."
    name: str


@dataclass(kw_only=True, eq=False)
class ReviewOpen(Refused):
    """A review of overlapping days is still being prepared."""

    what = "Cuộc xem xét {which} chưa ký xong."
    do = "Ghi tiếp cuộc ấy, hoặc hủy kèm lý do, rồi triệu tập cuộc mới."
    which: str


@dataclass(kw_only=True, eq=False)
class NotTheChair(Refused):
    """Somebody signs for the chair."""

    what = "Biên bản này do {name} chủ trì ký."
    do = "Nhờ người chủ trì đăng nhập và ký."
    name: str


@dataclass(kw_only=True, eq=False)
class StrangerCalled(Refused):
    """Somebody of no post in the unit leads, writes or answers."""

    what = "{name} không giữ chức danh nào của đơn vị vào ngày này."
    do = "Chọn người đang giữ chức danh."
    name: str


@dataclass(kw_only=True, eq=False)
class ReasonMissing(Refused):
    """Called off or taken back without a word."""

    what = "Chưa ghi lý do."
    do = "Ghi một câu vì sao, để người xem sau hiểu được."


@dataclass(kw_only=True, eq=False)
class EvidenceMissing(Refused):
    """Done, it is said, and nothing shows it."""

    what = "Chưa ghi việc đã xong thế nào."
    do = "Ghi kết quả và văn bản, trang hoặc hồ sơ chứng minh."


@dataclass(kw_only=True, eq=False)
class DoneOutside(Refused):
    """Done before it was decided, or on a day to come."""

    what = "Ngày xong {done} không nằm từ ngày họp {held} đến hôm nay."
    do = "Kiểm tra lại ngày đã xong."
    done: date
    held: date


@dataclass(kw_only=True, eq=False)
class SettledAlready(Refused):
    """It was done or carried on before."""

    what = "Việc này đã được ghi là {state}."
    do = "Mở lại trang để xem hiện trạng."
    state: str


@dataclass(kw_only=True, eq=False)
class NotSignedYet(Refused):
    """The decision is not signed."""

    what = "Kết luận này chưa được ký."
    do = "Đợi người chủ trì ký biên bản rồi ghi việc đã xong."


@dataclass(kw_only=True, eq=False)
class HeldBefore(Refused):
    """A call that the meeting is not written for yet is asked for its minutes."""

    what = "Cuộc xem xét này chưa ghi cuộc họp."
    do = "Ghi cuộc họp trước, rồi soạn biên bản."
