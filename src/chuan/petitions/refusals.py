"""Every reason to say no that several pages of the room share, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class AboutHimself(Refused):
    """A petition given to an official whom it is about."""

    what = "Đơn này liên quan tới {name} nên không giao cho người ấy được."
    do = "Chọn người khác không liên quan tới nội dung đơn."
    name: str


@dataclass(kw_only=True, eq=False)
class HandlerNoWork(Refused):
    """A petition given to somebody whose roles are none of the work: who audits, administers, oversees."""

    what = "{name} không giữ vai trò xử lý công việc nên không giao đơn được."
    do = "Chọn công chức chuyên môn, tiếp dân, văn phòng, văn thư, một cửa, nội vụ hoặc lãnh đạo."
    name: str


@dataclass(kw_only=True, eq=False)
class StepToCome(Refused):
    """A step said to have happened on a day that has not come."""

    what = "Ngày {day} chưa tới nên chưa ghi được."
    do = "Ghi ngày việc đã xảy ra, muộn nhất là {today}."
    day: date
    today: date


@dataclass(kw_only=True, eq=False)
class StepVoided(Refused):
    """A line voided that does not stand any more, or that cannot be voided alone."""

    what = "Dòng này đã được bỏ, hoặc các dòng sau dựa vào nó."
    do = "Mở lại trang đơn; bỏ các dòng sau trước, rồi mới bỏ dòng này."


@dataclass(kw_only=True, eq=False)
class WordsMissing(Refused):
    """A step without a word of why, or of what."""

    what = "Chưa ghi {thing}."
    do = "Viết một câu nêu rõ việc, không ghi tên người tố cáo."
    thing: str


@dataclass(kw_only=True, eq=False)
class NamesNoDocument(Refused):
    """A step that rests on a signed paper, without its number and symbol."""

    what = "Chưa ghi số, ký hiệu và ngày của văn bản."
    do = "Ký văn bản trước, rồi ghi số, ký hiệu và ngày ký vào đây."
