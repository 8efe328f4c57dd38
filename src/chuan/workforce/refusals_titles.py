"""Reasons to say no about titles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class YearOpenAlready(Refused):
    """The unit has this year already."""

    what = "Năm {year} đã được mở để xét danh hiệu."
    do = "Chọn năm {year} ở đầu trang rồi ghi tiếp."
    year: str


@dataclass(kw_only=True, eq=False)
class YearNotHeld(Refused):
    """A year before the law that is held, or one that has not begun."""

    what = "Năm {year} không mở được để xét danh hiệu."
    do = "Chọn một năm từ {earliest} đến {latest}."
    year: str
    earliest: str
    latest: str


@dataclass(kw_only=True, eq=False)
class NobodyNamed(Refused):
    """A decision without anybody it gives the title to."""

    what = "Quyết định chưa nêu ai được tặng danh hiệu."
    do = "Đánh dấu từng người trong quyết định, hoặc ghi tên tập thể nếu là danh hiệu của tập thể."


@dataclass(kw_only=True, eq=False)
class WhoseTitle(Refused):
    """People and a team's title, or a team and a person's title."""

    what = "Danh hiệu “{title}” là danh hiệu của {whose}."
    do = "Chọn danh hiệu khác, hoặc sửa lại người, tập thể được tặng."
    title: str
    whose: str


@dataclass(kw_only=True, eq=False)
class DecisionLater(Refused):
    """A decision of a day to come, or of before the year."""

    what = "Quyết định ghi ngày {on} không hợp với năm xét {year}."
    do = "Kiểm tra lại ngày ký: không sớm hơn ngày đầu năm xét và không sau hôm nay."
    on: date
    year: str


@dataclass(kw_only=True, eq=False)
class RewardedAlready(Refused):
    """Somebody has the title of the year already."""

    what = "{names} đã có danh hiệu này trong năm."
    do = "Bỏ đánh dấu các tên ấy, hoặc bỏ dòng ghi nhầm trước đó."
    names: str


@dataclass(kw_only=True, eq=False)
class NothingConcluded(Refused):
    """The results of a year are said to be complete, or open again, though they are already."""

    what = "Kết quả của năm {year} đã ở trạng thái ấy."
    do = "Mở lại trang để xem hiện trạng."
    year: str


@dataclass(kw_only=True, eq=False)
class NoDecisionYet(Refused):
    """A year is said to be complete without any decision."""

    what = "Năm {year} chưa ghi quyết định nào về danh hiệu “Lao động tiên tiến”."
    do = "Ghi quyết định trước; khi ghi, đánh dấu là đã đủ kết quả của năm."
    year: str
