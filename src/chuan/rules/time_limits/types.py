"""What a published text says about how long a case takes, and what may be wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from chuan.rules.vietnamese import fold

WORKING_DAY, CALENDAR_DAY, WORKING_HOUR = "working_day", "calendar_day", "working_hour"
UNITS = (WORKING_DAY, CALENDAR_DAY, WORKING_HOUR)
"""The units that clocks count in (the values of ``rules.deadlines.ClockUnit``)."""

CASE_LETTERS = 300
LONGEST = 3660
"""No procedure takes longer than ten years: a larger number is a code or an amount of money."""


class Doubt(StrEnum):
    """Why a limit is a question to a person and not yet a time."""

    UNIT_LOST = "unit_lost"
    HOURS = "hours"
    GLUED = "glued"
    CONTRADICTED = "contradicted"
    SEVERAL = "several"
    ELSEWHERE = "elsewhere"
    UNREAD = "unread"


DOUBT_WORDS = {
    Doubt.UNIT_LOST: "có số nhưng mất đơn vị: chọn ngày làm việc, ngày hay giờ làm việc theo quyết định công bố",
    Doubt.HOURS: "ghi “giờ” mà không rõ giờ làm việc hay giờ liên tục: chọn đơn vị theo quyết định công bố",
    Doubt.GLUED: "số ngày và mức phí dính liền nhau: nhập lại số ngày theo quyết định công bố",
    Doubt.CONTRADICTED: "ô thời gian và phần mô tả nói khác nhau: đối chiếu quyết định công bố rồi chọn một",
    Doubt.SEVERAL: "một hình thức nộp có nhiều mức: ghi rõ từng trường hợp, hoặc cộng các bước thành một thời hạn",
    Doubt.ELSEWHERE: "ô thời gian để trống, số này lấy từ phần mô tả: đối chiếu quyết định công bố",
    Doubt.UNREAD: "chưa đọc được thời hạn: nhập số và đơn vị theo quyết định công bố",
}
"""What to say to the person who decides."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One time: ``total`` of ``unit`` for a case through a channel ("" is every one). ``written`` is the source.

    ``total`` is None or ``unit`` "" where they are lost; ``total`` 0 with working days means the same day.
    """

    case: str
    channel: str
    total: int | None
    unit: str
    written: str
    doubt: Doubt | None = None

    @property
    def whole(self) -> bool:
        """Number and unit are there and nothing speaks against them."""
        return self.doubt is None and self.total is not None and bool(self.unit)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a text says of time. ``says_none``: it says in so many words that no time is set."""

    limits: tuple[Proposed, ...]
    says_none: bool = False

    @property
    def whole(self) -> bool:
        """There is at least one limit, and every one is without doubt."""
        return bool(self.limits) and all(one.whole for one in self.limits)

    @property
    def doubts(self) -> frozenset[Doubt]:
        """The kinds of question that are open."""
        return frozenset(one.doubt for one in self.limits if one.doubt)


_TIME = re.compile(
    r"(?<![\w/.,:-])(?P<number>\d{1,4})\s*(?:\([^()\d]{1,30}\)\s*)?"
    r"(?P<unit>ngày\s+làm\s+việc|giờ\s+làm\s+việc|ngày|giờ|tháng|tuần|năm)(?![\w])(?!\s*\d)",
    re.IGNORECASE,
)
_UNITS = {"ngay lam viec": WORKING_DAY, "ngay": CALENDAR_DAY, "gio lam viec": WORKING_HOUR}


@dataclass(frozen=True, slots=True)
class Time:
    """A number with a unit as a text writes it. ``unit`` is "" for hours of no stated kind, weeks, months."""

    start: int
    end: int
    number: int
    unit: str
    written: str


def times_in(text: str) -> Iterator[Time]:
    """Every time in a text, in order; not the dates ("ngày 7", "ngày 07/9/2023") nor numbers of acts."""
    for found in _TIME.finditer(text):
        unit = _UNITS.get(fold(found["unit"]), "")
        yield Time(found.start(), found.end(), int(found["number"]), unit, " ".join(found[0].split()))


def apart(limits: Iterable[Proposed]) -> tuple[Proposed, ...]:
    """The limits once each, with cases that tell them apart; several times for one case become questions."""
    once = tuple(dict.fromkeys(limits))
    seen: dict[tuple[str, str], int] = {}
    for one in once:
        seen[one.case, one.channel] = seen.get((one.case, one.channel), 0) + 1
    counted: dict[tuple[str, str], int] = {}
    found = []
    for one in once:
        key = (one.case, one.channel)
        if seen[key] > 1:
            counted[key] = counted.get(key, 0) + 1
            case = f"{one.case} (mức {counted[key]})".strip()
            one = replace(one, case=case[-CASE_LETTERS:], doubt=one.doubt or Doubt.SEVERAL)
        found.append(one)
    return tuple(found)
