"""Reasons to say no that only this room has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class AnsweredAlready(Refused):
    """A line was answered, by this head or another."""

    what = "{name} đã trả lời dòng này: {verb}."
    do = "Xem câu trả lời trong bản tin; kết quả lên bản tin sau."
    name: str
    verb: str


@dataclass(kw_only=True, eq=False)
class BriefOver(Refused):
    """A newer brief has been made."""

    what = "Đã có bản tin mới hơn bản tin ngày {on}."
    do = "Mở bản tin mới; việc nào còn thì có trong đó."
    on: date


@dataclass(kw_only=True, eq=False)
class VerbNotOffered(Refused):
    """The room does not offer this answer for the line."""

    what = "Dòng này không trả lời bằng cách ấy được."
    do = "Chọn một trong các nút của dòng."


@dataclass(kw_only=True, eq=False)
class DuePast(Refused):
    """A day that is over."""

    what = "Hạn {day} đã qua."
    do = "Chọn từ hôm nay trở đi."
    day: date


@dataclass(kw_only=True, eq=False)
class NobodyAsked(Refused):
    """Nobody is chosen, or somebody of no post."""

    what = "Chưa chọn người đang giữ chức danh của đơn vị."
    do = "Chọn một người trong danh sách."


@dataclass(kw_only=True, eq=False)
class NoteMissing(Refused):
    """Done without a word of what was done."""

    what = "Chưa ghi làm được gì."
    do = "Ghi một câu; câu ấy lên bản tin sau cho lãnh đạo."


@dataclass(kw_only=True, eq=False)
class DoneAlready(Refused):
    """The task is over."""

    what = "Việc này đã ghi xong."
    do = "Không cần ghi lại; lãnh đạo xem trong bản tin sau."


@dataclass(kw_only=True, eq=False)
class BriefMade(Refused):
    """The brief was made meanwhile."""

    what = "Bản tin ngày {on} đã làm xong nên lời giải trình không sửa được nữa."
    do = "Nếu lãnh đạo hỏi, câu hỏi sẽ nằm trong Việc của tôi; trả lời ở đó."
    on: date


@dataclass(kw_only=True, eq=False)
class ExplainedTwice(Refused):
    """An explanation is edited once."""

    what = "Lời giải trình đã sửa một lần rồi."
    do = "Lời sửa lần trước là lời lên bản tin."


@dataclass(kw_only=True, eq=False)
class NobodyReads(Refused):
    """No reader chosen."""

    what = "Chưa chọn ai đọc bản tin."
    do = "Chọn Chủ tịch, Phó Chủ tịch hoặc cả hai."
