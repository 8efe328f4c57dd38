"""Reasons to say no about outside providers and how they are judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class NothingJudged(Refused):
    """Every criterion was left open."""

    what = "Chưa đánh giá theo tiêu chí nào."
    do = "Chọn đạt, đạt một phần hoặc không đạt cho ít nhất một tiêu chí."


@dataclass(kw_only=True, eq=False)
class ResultAgainstAnswers(Refused):
    """Going on as before although something was not met."""

    what = "Có tiêu chí không đạt: {which}."
    do = "Chọn tiếp tục và phải khắc phục, hoặc thay bên khác; ghi vì sao."
    which: str


@dataclass(kw_only=True, eq=False)
class ResultUnexplained(Refused):
    """Something has to change, and nobody says what."""

    what = "Chưa ghi phải khắc phục gì hoặc vì sao thay."
    do = "Ghi một câu ở ô Vì sao, phải làm gì."


@dataclass(kw_only=True, eq=False)
class ProviderEvidenceMissing(Refused):
    """A judgment that rests on nothing."""

    what = "Chưa ghi dựa vào đâu."
    do = "Ghi biên bản, báo cáo, phiếu giao nhận, hoặc số liệu đã xem và nơi giữ."


@dataclass(kw_only=True, eq=False)
class JudgedInFuture(Refused):
    """Judged on a day to come."""

    what = "Ngày đánh giá {given} chưa đến."
    do = "Chọn hôm nay hoặc một ngày đã qua."
    given: date


@dataclass(kw_only=True, eq=False)
class JudgedBeforeListed(Refused):
    """Judged before it provided anything."""

    what = "Ngày đánh giá {given} trước ngày bắt đầu cung cấp {listed}."
    do = "Sửa ngày đánh giá, hoặc sửa ngày bắt đầu của bên ấy."
    given: date
    listed: date


@dataclass(kw_only=True, eq=False)
class NextLookWrong(Refused):
    """The next judgment lies before this one, or more than a year away."""

    what = "Ngày đánh giá lại {given} không nằm trong vòng một năm sau ngày {judged}."
    do = "Chọn một ngày sau lần này, muộn nhất một năm."
    given: date
    judged: date


@dataclass(kw_only=True, eq=False)
class ProviderOver(Refused):
    """It provides nothing any more."""

    what = "Bên này đã thôi cung cấp từ {until}."
    do = "Xem lại thì được; cung cấp lại thì ghi thành một dòng mới."
    until: date


@dataclass(kw_only=True, eq=False)
class ProviderEndsTooEarly(Refused):
    """It would end on or before the day it began."""

    what = "Ngày thôi {until} không sau ngày bắt đầu {since}."
    do = "Chọn một ngày sau ngày bắt đầu."
    until: date
    since: date


@dataclass(kw_only=True, eq=False)
class ProviderReasonMissing(Refused):
    """Ended without a word why."""

    what = "Chưa ghi vì sao thôi."
    do = "Ghi một câu, ví dụ hết hợp đồng."
