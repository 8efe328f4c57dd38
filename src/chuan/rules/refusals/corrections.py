"""Refusals about nonconformities and what is done about them (TCVN ISO 9001:2015, 10.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class EffectPeriodsWrong(Refused):
    """No period at all, or too many to wait for."""

    what = "Số kỳ theo dõi phải từ 1 đến {most}."
    do = "Thường là 3 tháng hoặc 2 quý; chọn lại số kỳ."
    most: int


@dataclass(kw_only=True, eq=False)
class DueBeforePlanned(Refused):
    """An action due before the day it was planned."""

    what = "Hạn {due} đến trước ngày lập kế hoạch {planned}."
    do = "Chọn hạn từ ngày lập kế hoạch trở đi; việc đã làm xong trước đó thì ghi vào mục khắc phục ngay."
    due: date
    planned: date


@dataclass(kw_only=True, eq=False)
class ActionStillOpen(Refused):
    """Closing while an action is not done."""

    what = "Hành động “{action}” chưa xong."
    do = "Ghi kết quả và minh chứng của hành động, hoặc bỏ hành động kèm lý do, rồi kết thúc."
    action: str


@dataclass(kw_only=True, eq=False)
class EffectUnjudged(Refused):
    """Closing before anybody judged whether it worked."""

    what = "Hiệu lực của hành động khắc phục chưa được đánh giá."
    do = "Chờ hết các kỳ theo dõi rồi đánh giá hiệu lực; chưa đánh giá thì chưa kết thúc được."


@dataclass(kw_only=True, eq=False)
class EffectNotGood(Refused):
    """Closing although the last check did not say that it worked."""

    what = "Lần đánh giá hiệu lực gần nhất chưa cho thấy hành động có hiệu lực."
    do = "Phân tích lại nguyên nhân và mở vòng khắc phục sau."


@dataclass(kw_only=True, eq=False)
class DocumentUnsettled(Refused):
    """An affected controlled document that was neither revised nor waived."""

    what = "Tài liệu {document} bị ảnh hưởng nhưng chưa sửa, cũng chưa ghi vì sao không cần sửa."
    do = "Ban hành lần sửa đổi mới, hoặc ghi lý do không cần sửa, rồi kết thúc."
    document: str


@dataclass(kw_only=True, eq=False)
class EffectNotYet(Refused):
    """Judging while a period still runs."""

    what = "Kỳ theo dõi {first} chưa hết nên chưa đánh giá được hiệu lực."
    do = "Đánh giá sau ngày cuối của kỳ cuối cùng."
    first: str


@dataclass(kw_only=True, eq=False)
class EffectUnmeasured(Refused):
    """Judging a period that nobody could count."""

    what = "{first}: chưa đo được, nên chưa thể nói hành động có hiệu lực."
    do = "Nhập đủ số liệu của kỳ này rồi đánh giá lại; chưa đo được không bao giờ tính là đạt."
    first: str
