"""Reasons to say no to a setting of the room."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class RuleFixed(Refused):
    """The act itself says so: no unit sets its own value."""

    what = "Nội dung này do {act} quy định nên đơn vị không đặt riêng được."
    do = "Chỉ đặt riêng nội dung là số ngày, số lần, có hay không mà còn ghi “chưa xác minh”, kèm văn bản."
    act: str


@dataclass(kw_only=True, eq=False)
class RuleValueWrong(Refused):
    """A value that the rule cannot take."""

    what = "“{typed}” không phải giá trị của nội dung này."
    do = "Ghi một số nguyên từ 1, một phần như 3/5, hoặc chọn có, không."
    typed: str


@dataclass(kw_only=True, eq=False)
class LawSame(Refused):
    """Taking corrected values over for a petition that they do not move."""

    what = "Quy định hiện giữ không làm đổi hạn nào của đơn này."
    do = "Không cần tính lại; hạn đang hiện vẫn đúng."
