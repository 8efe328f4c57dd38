"""Reasons to say no about surveys of satisfaction and their answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class FirstMarkMissing(Refused):
    """An answer that does not say the one thing that is counted."""

    what = "Chưa chọn mức hài lòng chung."
    do = "Chọn một mức ở câu đầu; các câu khác không bắt buộc."


@dataclass(kw_only=True, eq=False)
class MarkOffScale(Refused):
    """A mark that the form does not offer."""

    what = "Có câu trả lời không nằm trong các mức của phiếu."
    do = "Chọn lại một mức có sẵn."


@dataclass(kw_only=True, eq=False)
class WordsTooLong(Refused):
    """More words than an answer takes."""

    what = "Góp ý có {count} chữ cái, tối đa {most}."
    do = "Viết gọn lại; việc cần giải quyết thì gửi ở nơi tiếp công dân."
    most: int
    count: int


@dataclass(kw_only=True, eq=False)
class TooManyOwnQuestions(Refused):
    """More questions of the unit's own than a form takes."""

    what = "Có {count} câu hỏi riêng, tối đa {most}."
    do = "Giữ những câu cần nhất, mỗi câu một dòng."
    count: int
    most: int


@dataclass(kw_only=True, eq=False)
class OwnQuestionsUncited(Refused):
    """Questions of the unit's own without the paper that asks for them."""

    what = "Câu hỏi riêng của đơn vị chưa ghi theo văn bản nào."
    do = "Ghi số, ngày kế hoạch hoặc quyết định khảo sát."


@dataclass(kw_only=True, eq=False)
class SurveyDaysWrong(Refused):
    """It would open in the past, end before it begins, or run longer than a year."""

    what = "Không mở được khảo sát từ {first} đến {last}."
    do = "Chọn ngày mở từ hôm nay trở đi, ngày cuối sau ngày mở và trong vòng một năm."
    first: date
    last: date
