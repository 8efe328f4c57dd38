"""Reasons to say no that the parts of this room share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class DaysBackwards(Refused):
    """The last day lies before the first."""

    what = "Ngày cuối {last} trước ngày đầu {first}."
    do = "Sửa lại một trong hai ngày."
    first: date
    last: date


@dataclass(kw_only=True, eq=False)
class AwayAlready(Refused):
    """Another absence of the same official holds some of the days."""

    what = "{name} đã có một lần vắng trùng vài ngày: {first} đến {last}."
    do = "Bỏ dòng ghi nhầm trước, hoặc chọn những ngày khác."
    name: str
    first: date
    last: date


@dataclass(kw_only=True, eq=False)
class ReasonMissing(Refused):
    """Something is taken back without a word."""

    what = "Chưa ghi lý do."
    do = "Ghi một câu vì sao, để người xem sau hiểu được."


@dataclass(kw_only=True, eq=False)
class PaperMissing(Refused):
    """What is kept about a person rests on a document."""

    what = "Chưa nêu văn bản hoặc đơn làm căn cứ."
    do = "Ghi số, ngày của quyết định hoặc đơn đã được duyệt."


@dataclass(kw_only=True, eq=False)
class VoidAlready(Refused):
    """It was taken back before."""

    what = "Dòng này đã được bỏ trước đó."
    do = "Không cần làm gì thêm; mở lại trang để xem hiện trạng."
