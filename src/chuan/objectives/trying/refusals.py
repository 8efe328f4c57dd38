"""Reasons to say no to a trial, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NothingTried(Refused):
    """A proposal of the level that stands proposes nothing."""

    what = "Mức đang thử đúng bằng mức của năm nay."
    do = "Đổi mức hoặc cách so sánh, bấm Thử, rồi đưa vào đợt."


@dataclass(kw_only=True, eq=False)
class NothingToKeep(Refused):
    """The promise as it stands is on its own page already."""

    what = "Chưa thử gì: mức vẫn là mức của năm, phần còn lại không giả định."
    do = "Đổi mức hoặc ghi giả định, bấm Thử, rồi giữ lại."


@dataclass(kw_only=True, eq=False)
class TrialNamed(Refused):
    """Two kept trials of one promise under one name could not be told apart in a meeting."""

    what = "{by} đã giữ một lần thử tên “{name}” của chỉ tiêu này."
    do = "Ghi tên khác, hoặc mở trang Thử mức, thử nhịp để xem lần thử ấy."
    by: str
    name: str


@dataclass(kw_only=True, eq=False)
class TrialOfOthers(Refused):
    """Whoever kept it puts it away, or whoever plans for the unit."""

    what = "Lần thử này do {by} giữ."
    do = "Nhờ {by}, hoặc lãnh đạo, văn phòng, thư ký ISO cất giúp."
    by: str


@dataclass(kw_only=True, eq=False)
class TrialAway(Refused):
    """A trial that was put away is not carried anywhere."""

    what = "Lần thử này đã cất."
    do = "Lấy lại trước, rồi đưa vào đợt."


@dataclass(kw_only=True, eq=False)
class TrialNotAway(Refused):
    """Nothing to bring back."""

    what = "Lần thử này không cất."
    do = "Không cần làm gì: lần thử vẫn ở trong danh sách."


@dataclass(kw_only=True, eq=False)
class TrialCarried(Refused):
    """The same line has it already."""

    what = "{by} đã đưa lần thử này vào đợt xây dựng."
    do = "Mở dòng ấy của đợt để xem hoặc nói thêm."
    by: str


@dataclass(kw_only=True, eq=False)
class NoRoundOpen(Refused):
    """A note waits until somebody opens a round."""

    what = "Chưa có đợt xây dựng năm sau đang mở cho dòng này."
    do = "Lần thử vẫn được giữ; khi mở đợt thì đưa vào."
