"""Reasons to say no to a trial, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NothingTried(Refused):
    """A proposal of the level that stands proposes nothing."""

    what = "Mức đang thử đúng bằng mức của năm nay."
    do = "Đổi mức hoặc cách so sánh, bấm Thử, rồi đưa vào đợt."
