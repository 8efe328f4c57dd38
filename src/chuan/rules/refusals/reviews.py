"""Reasons to say no about management reviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class InputsMissing(Refused):
    """Signed without something that has to be looked at (TCVN ISO 9001:2015, 9.3.2)."""

    what = "Không ký khi thiếu đầu vào: {letters}."
    do = "Mở trang đầu vào, ghi một câu cho mỗi mục còn thiếu: biết gì, hoặc vì sao chưa biết."
    letters: str


@dataclass(kw_only=True, eq=False)
class OutputsMissing(Refused):
    """Signed without a word on a kind of decision (9.3.3)."""

    what = "Không ký khi chưa kết luận về: {kinds}."
    do = "Ghi quyết định cho mỗi mục, hoặc ghi vì sao không cần quyết định gì."
    kinds: str


@dataclass(kw_only=True, eq=False)
class WordsMissing(Refused):
    """Nothing was written."""

    what = "Chưa ghi nội dung."
    do = "Ghi một câu để người đọc sau hiểu được."


@dataclass(kw_only=True, eq=False)
class OwnerMissing(Refused):
    """A decision that nobody answers for, or without a day."""

    what = "Quyết định chưa có người chịu trách nhiệm hoặc chưa có hạn."
    do = "Chọn một người và ghi ngày phải xong."


@dataclass(kw_only=True, eq=False)
class DueBeforeMeeting(Refused):
    """Due before it was decided."""

    what = "Hạn {due} trước ngày họp {held}."
    do = "Ghi hạn từ ngày họp trở đi."
    due: date
    held: date


@dataclass(kw_only=True, eq=False)
class HeldLater(Refused):
    """A meeting of a day to come."""

    what = "Ngày họp {held} chưa đến."
    do = "Ghi cuộc họp sau khi họp xong, hoặc sửa lại ngày."
    held: date


@dataclass(kw_only=True, eq=False)
class ChairIsSecretary(Refused):
    """One person in both seats."""

    what = "Chủ trì và thư ký cuộc họp là cùng một người."
    do = "Chọn hai người khác nhau: người chủ trì kết luận, thư ký ghi."


@dataclass(kw_only=True, eq=False)
class ChairAway(Refused):
    """The chair was not there."""

    what = "Người chủ trì không có mặt."
    do = "Đánh dấu người chủ trì có mặt, hoặc chọn người đã chủ trì thật."


@dataclass(kw_only=True, eq=False)
class SecretaryAway(Refused):
    """The secretary was not there."""

    what = "Thư ký cuộc họp không có mặt."
    do = "Đánh dấu thư ký có mặt, hoặc chọn người đã ghi thật."


@dataclass(kw_only=True, eq=False)
class NobodyElse(Refused):
    """Only the chair and the secretary."""

    what = "Chưa ghi ai dự họp ngoài chủ trì và thư ký."
    do = "Đánh dấu những người có mặt."


@dataclass(kw_only=True, eq=False)
class AbsenceUnexplained(Refused):
    """Somebody who was called stayed away without a word."""

    what = "Chưa ghi vì sao vắng: {names}."
    do = "Ghi lý do vắng vào ô bên cạnh tên; không rõ thì ghi “không rõ lý do”."
    names: str


@dataclass(kw_only=True, eq=False)
class ThereAndAway(Refused):
    """Ticked as present, with a reason of absence beside."""

    what = "Vừa đánh dấu có mặt vừa ghi lý do vắng: {names}."
    do = "Bỏ đánh dấu nếu người ấy vắng; xóa lý do nếu người ấy có mặt."
    names: str


@dataclass(kw_only=True, eq=False)
class PeriodBackwards(Refused):
    """The last day before the first."""

    what = "Ngày cuối kỳ {last} trước ngày đầu kỳ {first}."
    do = "Sửa lại một trong hai ngày."
    first: date
    last: date


@dataclass(kw_only=True, eq=False)
class PlannedBeforeStart(Refused):
    """A meeting about days that have not begun."""

    what = "Ngày họp {planned} trước ngày đầu kỳ {first}."
    do = "Chọn ngày họp trong kỳ hoặc sau kỳ được xem xét."
    planned: date
    first: date


@dataclass(kw_only=True, eq=False)
class MovedToPast(Refused):
    """A meeting moved to a day that is over."""

    what = "Ngày họp mới {planned} đã qua."
    do = "Chọn hôm nay hoặc một ngày sau; đã họp rồi thì ghi cuộc họp."
    planned: date


@dataclass(kw_only=True, eq=False)
class NothingMoved(Refused):
    """Day, place and days looked back on are as they were."""

    what = "Ngày họp, địa điểm và kỳ xem xét vẫn như cũ."
    do = "Sửa điều cần dời, hoặc quay lại."
