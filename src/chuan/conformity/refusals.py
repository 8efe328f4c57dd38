"""Reasons to say no that only this room has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class ReasonMissing(Refused):
    """A clause is set aside without a word."""

    what = "Chưa ghi lý do."
    do = "Ghi một câu vì sao, hoặc bằng chứng nằm ở đâu."


@dataclass(kw_only=True, eq=False)
class NothingSaid(Refused):
    """Taken back what was never said."""

    what = "Điều {clause} chưa có lời ghi nào để thôi."
    do = "Mở lại trang điều khoản để xem hiện trạng."
    clause: str


@dataclass(kw_only=True, eq=False)
class DayToCome(Refused):
    """A day that has not come."""

    what = "Ngày {day} chưa tới."
    do = "Chọn ngày không sau hôm nay."
    day: date


@dataclass(kw_only=True, eq=False)
class PaperMissing(Refused):
    """Said to be done, and no paper shows it."""

    what = "Chưa ghi văn bản chứng minh."
    do = "Ghi số, ngày của văn bản, hoặc địa chỉ nơi đăng."


@dataclass(kw_only=True, eq=False)
class RunMissing(Refused):
    """The head confirms without a self-check before him."""

    what = "Chưa có lần tự kiểm tra nào được lưu trong {days} ngày trước ngày xác nhận."
    do = "Mở trang Tự kiểm tra, bấm Lưu lần tự kiểm tra này, rồi xác nhận."
    days: int


@dataclass(kw_only=True, eq=False)
class ScopeMissing(Refused):
    """Confirmed without saying what the system covers."""

    what = "Chưa ghi phạm vi của hệ thống."
    do = "Ghi hệ thống gồm những hoạt động nào; mọi thủ tục hành chính phải nằm trong đó."


@dataclass(kw_only=True, eq=False)
class PaperOfEarlierDay(Refused):
    """An earlier day without the paper it stands on."""

    what = "Ngày {day} là ngày trước hôm nay mà chưa ghi văn bản."
    do = "Ghi số và ngày của văn bản xác nhận đã ký hôm ấy, hoặc chọn hôm nay."
    day: date


@dataclass(kw_only=True, eq=False)
class DoneByRecords(Refused):
    """A person says what the records say by themselves."""

    what = "Nhiệm vụ này do chính hồ sơ trong Chuẩn trả lời."
    do = "Mở trang của nhiệm vụ và làm ở đó; trạng thái tự đổi theo."


@dataclass(kw_only=True, eq=False)
class NotSaidDone(Refused):
    """Taken back what was never said to be done."""

    what = "Nhiệm vụ này chưa được ghi là đã làm."
    do = "Mở lại trang nhiệm vụ để xem hiện trạng."


@dataclass(kw_only=True, eq=False)
class NotDeclared(Refused):
    """The province is told of a declaration that was not issued."""

    what = "Chưa có quyết định công bố nào được ban hành để thông báo."
    do = "Ban hành quyết định công bố, hoặc ghi nhiệm vụ công bố đã làm theo văn bản nào, rồi soạn thông báo."
