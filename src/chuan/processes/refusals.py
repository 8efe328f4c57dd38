"""Reasons to say no about processes and whose hands they are in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class CodeTaken(Refused):
    """Another process of the unit stands under this code."""

    what = "Mã {taken} đang là mã của quá trình “{name}”."
    do = "Chọn mã khác, hoặc kết thúc quá trình kia trước."
    taken: str
    name: str


@dataclass(kw_only=True, eq=False)
class ClausesUnknown(Refused):
    """Numbers that the standard does not have."""

    what = "TCVN ISO 9001:2015 không có điều {numbers}."
    do = "Ghi số điều như 8.5.1, cách nhau bằng dấu phẩy."
    numbers: str


@dataclass(kw_only=True, eq=False)
class MeasureNotOffered(Refused):
    """A measure that no room counts."""

    what = "Chưa phần nào của Chuẩn đếm “{key}”."
    do = "Chọn trong danh sách thước đo đang có."
    key: str


@dataclass(kw_only=True, eq=False)
class ProcessEnded(Refused):
    """It is over: what was found in it stays as it was."""

    what = "Quá trình này đã kết thúc từ {until}."
    do = "Xem lại thì được; muốn làm tiếp thì ghi một quá trình mới."
    until: date


@dataclass(kw_only=True, eq=False)
class EndTooEarly(Refused):
    """It would end on or before the day it began."""

    what = "Ngày thôi {until} không sau ngày bắt đầu {since}."
    do = "Chọn một ngày sau ngày bắt đầu."
    until: date
    since: date


@dataclass(kw_only=True, eq=False)
class PartBeforeProcess(Refused):
    """Nobody works in a process before there is one."""

    what = "Giao từ {since} là trước ngày quá trình bắt đầu {begun}."
    do = "Chọn từ ngày quá trình bắt đầu trở đi."
    since: date
    begun: date


@dataclass(kw_only=True, eq=False)
class PartHeldAlready(Refused):
    """The post has this part already."""

    what = "{post} đang giữ việc này của quá trình rồi."
    do = "Không cần giao lại; muốn thôi thì bấm Thôi phân công."
    post: str


@dataclass(kw_only=True, eq=False)
class NothingTicked(Refused):
    """No line of the proposal was chosen."""

    what = "Chưa đánh dấu quá trình nào."
    do = "Đánh dấu những quá trình đơn vị đang làm rồi bấm lại."
