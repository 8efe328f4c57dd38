"""Time limits in sentences: the column "thời hạn giải quyết" of a decision's list or of an office's own sheet."""

from __future__ import annotations

import re

from chuan.rules.time_limits.types import (
    CASE_LETTERS,
    LONGEST,
    WORKING_DAY,
    Doubt,
    Proposed,
    Reading,
    Time,
    apart,
    times_in,
)
from chuan.rules.vietnamese import compose, fold

_SAME_DAY = re.compile(
    r"\b(?:ngay\s+)?trong\s+(?:ngày(?!\s*\d)(?:\s+làm\s+việc)?|buổi)"
    r"(?:\s+tiếp\s+nhận)?(?:\s+(?:hồ\s+sơ|yêu\s+cầu))?(?!\w)",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(r"ngày\s+làm\s+việc\s+(?:tiếp\s+theo|liền\s+kề|hôm\s+sau)", re.IGNORECASE)
_BARE = re.compile(r"\d{1,4}")
_NONE = re.compile(r"(?:khong quy dinh|khong co thong tin|chua quy dinh|khong|-+|\.+)?")
_PARTS = re.compile(r";|\n\s*\n|\n\s*(?=[-+•*\d]|trường hợp|đối với)|(?<=\S)\s+[-+•]\s+", re.IGNORECASE)
_FROM_WHEN = re.compile(
    r"\b(?:tính\s+)?(?:kể\s+)?từ\s+(?:ngày|khi|thời điểm|lúc)\b[^,;()]*|\btheo quy định\b", re.IGNORECASE
)
_WHOSE = re.compile(r"(?:trường hợp|đối với)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:thời (?:hạn|gian)(?: giải quyết)?|không quá|tối đa|chậm nhất|trong(?: vòng| thời hạn)?|là|:|-|\+|\s)+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\d[^()]*\)")


def read_plain(text: str) -> Reading:
    """The limits of a sentence or a list of them; a bare number has lost its unit."""
    text = compose(text).strip()
    if _NONE.fullmatch(fold(text)):
        return Reading((), says_none=bool(text))
    if _BARE.fullmatch(text):
        return Reading((_bare(text),))
    whole = _BRACKETS.sub(lambda found: re.sub(r"[;\n\r]", ",", found[0]), text)
    found = [limit for part in _PARTS.split(whole) if (limit := _of_part(part.strip()))]
    if not found:
        return Reading((Proposed("", "", None, "", text[:CASE_LETTERS], Doubt.UNREAD),))
    return Reading(apart(found))


def _bare(text: str) -> Proposed:
    number = int(text)
    if not 0 < number <= LONGEST:
        return Proposed("", "", None, "", text, Doubt.UNREAD)
    return Proposed("", "", number, "", text, Doubt.UNIT_LOST)


def _of_part(part: str) -> Proposed | None:
    """The time of one part; what stands in brackets with figures tells who needs how much of it."""
    outside = _BRACKETS.sub(lambda found: " " * len(found[0]), part)
    times, same_day = [*times_in(outside)], _SAME_DAY.search(outside)
    if same_day and (not times or same_day.start() < times[0].start):
        case = _case(outside[: same_day.start()] + outside[same_day.end() :])
        doubt = Doubt.SEVERAL if times or _NEXT_DAY.search(part) else None
        return Proposed("" if doubt else case, "", 0, WORKING_DAY, part[:CASE_LETTERS], doubt)
    return _timed(outside, times) if times else None


def _timed(part: str, times: list[Time]) -> Proposed:
    first = times[0]
    doubt = Doubt.SEVERAL if len({(one.number, one.unit) for one in times}) > 1 else None
    if not 0 < first.number <= LONGEST:
        return Proposed("", "", None, "", part[:CASE_LETTERS], Doubt.UNREAD)
    doubt = doubt or (None if first.unit else Doubt.UNIT_LOST)
    case = _case(part[: first.start] + part[first.end :])
    return Proposed(case, "", first.number, first.unit, " ".join(part.split())[:CASE_LETTERS], doubt)


def _case(rest: str) -> str:
    """Whose time it is: "đối với …", "trường hợp …", or what stands before the colon; "" for everybody's."""
    rest = _FROM_WHEN.sub(" ", rest)
    rest = _LEAD.sub("", " ".join(rest.split())).strip(" ,.:;-+()")
    if whose := _WHOSE.search(rest):
        rest = rest[whose.start() :]
    return _LEAD.sub("", rest).strip(" ,.:;")[:CASE_LETTERS] if len(rest) > 3 else ""
