"""What a number in a sentence is: the figure itself, or a plan, last year's, a change, a share of the plan."""

from __future__ import annotations

import re
from enum import StrEnum


class Role(StrEnum):
    """What a number is there for."""

    VALUE = "value"
    PLAN = "plan"
    PAST = "past"
    CHANGE = "change"
    OF_PLAN = "of_plan"
    AVERAGE = "average"


_PLANNED = (
    r"(?:kế\s+hoạch|dự\s+toán|kh|chỉ\s+tiêu|mục\s+tiêu|nghị\s+quyết|chỉ\s+tiêu\s+giao|phấn\s+đấu|yêu\s+cầu)"
)
_EARLIER = r"(?:cùng\s+kỳ|năm\s+trước|tháng\s+trước|quý\s+trước|kỳ\s+trước|năm\s+ngoái|đầu\s+kỳ)"
_LINK = (
    r"(?:\s*(?:là|đạt|:|\(|giao|được\s+giao|đề\s+ra|năm|cả\s+năm|năm\s+\S{4}|"
    r"tỉnh|thị\s+xã|thành\s+phố|cấp\s+trên|ước|có|chỉ|khoảng|trên|dưới))*\s*$"
)
_PLAN_BEFORE = re.compile(rf"(?<!\w){_PLANNED}(?!\w){_LINK}")
_PAST_BEFORE = re.compile(rf"(?<!\w){_EARLIER}(?!\w){_LINK}")
_SLASH = re.compile(r"/\s*(?:kh\s*)?$")
_CHANGE = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|hụt|thiếu|thêm|bớt|(?:cao|thấp|nhiều|ít|lớn)\s+hơn|chênh\s+lệch)(?:\s+(?:thêm|khoảng|trên|gần|được|mới|ròng))*\s*$"
)
_AVERAGE = re.compile(r"(?<!\w)(?:bình\s+quân|trung\s+bình)\s+(?:mỗi|một|hằng|hàng|1|01|/|theo)(?!\w)")
_FROM = re.compile(r"(?<!\w)từ(?:\s+(?:mức|khoảng))?\s*$")
_ON_TO = re.compile(r"^[^,;.\d]{0,30}?(?:xuống|lên|còn|đến|tới)(?!\w)")
_OF_PLAN_AFTER = re.compile(
    rf"^\s*\)?\s*(?:(?:so\s+với|so|của|trên)\s+)?(?:với\s+)?{_PLANNED}(?!\w)|^\s*(?:so\s+với|so|với)\s+(?:{_EARLIER}|năm\s+\S{{4}})"
)
_AGAINST_AFTER = re.compile(
    rf"^\s*(?:so\s+với|so|của)\s+(?:{_PLANNED}|{_EARLIER}|ước\s+thực\s+hiện|năm\s+\S{{4}}|tháng|quý)(?!\w)"
)
_ABOUT = re.compile(r"(?<!\w)(?:khoảng|gần|trên|dưới|hơn|xấp\s+xỉ|chừng)\s*$")
_AHEAD = re.compile(
    r"(?<!\w)(?:phấn\s+đấu|dự\s+kiến|mục\s+tiêu\s+(?:đến|năm)|kế\s+hoạch\s+tháng\s+\d|sang\s+năm|năm\s+tới|tháng\s+tới|đề\s+nghị\s+giao)(?!\w)"
)


def role_of(left: str, right: str) -> Role:
    """The role of a number between the words before it (from the number before, or the sentence) and after it."""
    if _CHANGE.search(left):
        return Role.CHANGE
    if _AVERAGE.search(left):
        return Role.AVERAGE
    if _SLASH.search(left) or _PLAN_BEFORE.search(left):
        return Role.PLAN
    if _PAST_BEFORE.search(left):
        return Role.PAST
    if _FROM.search(left) and _ON_TO.search(right):
        return Role.PAST
    if _OF_PLAN_AFTER.search(right) or _AGAINST_AFTER.search(right):
        return Role.OF_PLAN
    return Role.VALUE


def looks_ahead(low: str) -> bool:
    """Whether a sentence speaks of what is to be reached, not of what was."""
    return _AHEAD.search(low) is not None


def is_about(left: str) -> bool:
    """Whether the number is no exact one: "khoảng 80", "trên 95", "gần 100"."""
    return _ABOUT.search(left) is not None


def is_growth(left: str) -> int:
    """1 for a rise, -1 for a fall, 0 when the number before which this stands is no change."""
    found = _CHANGE.search(left)
    if found is None:
        return 0
    return -1 if found.group().lstrip().startswith(("giảm", "hụt", "thiếu", "bớt")) else 1
