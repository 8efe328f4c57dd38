"""The table "cách thức thực hiện" of the national portal, as crawled: head and cells run together, units often lost.

Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 Ngày làm việcMiễn phíNộp qua CổngTrực tiếp5Miễn phí
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from chuan.rules.time_limits.types import (
    CALENDAR_DAY,
    CASE_LETTERS,
    LONGEST,
    WORKING_DAY,
    WORKING_HOUR,
    Doubt,
    Proposed,
    Reading,
    apart,
    times_in,
)
from chuan.rules.vietnamese import compose, fold

_HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"
_CHANNELS = {"Trực tiếp": "counter", "Trực tuyến": "online", "Dịch vụ bưu chính": "post"}
_ROW = re.compile(rf"({'|'.join(_CHANNELS)})(?=\d|Không)")
_MONEY = r"[\d.,]+\s*(?:VNĐ|Việt Nam Đồng|đồng|USD|Đô la)"
_TIME = re.compile(r"(\d{1,5})\s*(Ngày làm việc|Giờ làm việc|Ngày|Giờ)")
_GLUED = re.compile(_MONEY)
_BARE = re.compile(r"\d{1,5}(?=Miễn phí|Không có thông tin|\(|\s*$)")
_NONE = re.compile(
    r"Không có thông tin|Không quy định|Không phải trả kết quả(?: cho [\w ]+?)?(?=Miễn phí|Không|$)|Không"
)
_FEE = re.compile(rf"(Miễn phí|Không có thông tin|{_MONEY})\s*(\([^()]*(?:\([^()]*\)[^()]*)*\))?")
_UNITS = {"ngay lam viec": WORKING_DAY, "ngay": CALENDAR_DAY, "gio lam viec": WORKING_HOUR}
_NEAR = 40
_STATED = re.compile(r"[Tt]hời (?:hạn|gian) giải quyết[^\d.;]{0,40}")


@dataclass(frozen=True, slots=True)
class PortalRow:
    """One way of handing in: its channel, its time as written, its fee as written, its description."""

    channel: str
    time: str
    fee: str
    note: str


def is_portal_table(text: str) -> bool:
    """Whether a text is that table."""
    return compose(text).lstrip().startswith(_HEAD)


def portal_rows(text: str) -> tuple[PortalRow, ...]:
    """The rows of the table; () for another text."""
    text = compose(text).strip()
    if not text.startswith(_HEAD):
        return ()
    body = text[len(_HEAD) :]
    starts = [*_ROW.finditer(body)]
    ends = [*(one.start() for one in starts[1:]), len(body)][: len(starts)]
    return tuple(
        _row(_CHANNELS[one[1]], body[one.end() : end]) for one, end in zip(starts, ends, strict=True)
    )


def read_portal(text: str) -> Reading:
    """The limits of the table, channel by channel."""
    rows = portal_rows(text)
    if not rows:
        return Reading((Proposed("", "", None, "", text.strip()[:CASE_LETTERS], Doubt.UNREAD),))
    limits = [limit for row in rows for limit in _limits(row)]
    return Reading(_told_apart(limits), says_none=not limits)


def _row(channel: str, cell: str) -> PortalRow:
    """The cells of one row. What money has run into is left in the time, for a person to part."""
    for pattern in (_TIME, _GLUED, _BARE, _NONE):
        if found := pattern.match(cell):
            fee = _FEE.match(cell, found.end())
            rest = cell[fee.end() if fee else found.end() :]
            return PortalRow(channel, found[0].strip(), fee[0].strip() if fee else "", rest.strip())
    return PortalRow(channel, "", "", cell.strip())


def _limits(row: PortalRow) -> Iterator[tuple[Proposed, str]]:
    """The limit of a row with the row's description; none where it says that no time is set."""
    if _NONE.fullmatch(row.time):
        yield from _from_note(row)
        return
    if found := _TIME.fullmatch(row.time):
        yield _checked(row, int(found[1]), fold(found[2])), row.note
    elif row.time.isdecimal() and 0 < int(row.time) <= LONGEST:
        yield Proposed("", row.channel, int(row.time), "", row.time, Doubt.UNIT_LOST), row.note
    else:
        doubt = Doubt.GLUED if _GLUED.fullmatch(row.time) else Doubt.UNREAD
        yield Proposed("", row.channel, None, "", (row.time or row.note)[:CASE_LETTERS], doubt), row.note


def _from_note(row: PortalRow) -> Iterator[tuple[Proposed, str]]:
    """Where the cell of time is blank but its description begins with a time, that time as a question."""
    first = next(times_in(row.note), None)
    if first and first.unit and first.start <= _NEAR and 0 < first.number <= LONGEST:
        written = " ".join(row.note.split())[:CASE_LETTERS]
        yield Proposed("", row.channel, first.number, first.unit, written, Doubt.ELSEWHERE), row.note


def _checked(row: PortalRow, number: int, unit: str) -> Proposed:
    """A time with a unit, held against what the description of the same row says."""
    if not 0 < number <= LONGEST:
        return Proposed("", row.channel, None, "", row.time, Doubt.UNREAD)
    said = [*times_in(row.note)]
    if unit == "gio":
        sure = any(one.number == number and one.unit == WORKING_HOUR for one in said)
        unit_of = WORKING_HOUR if sure else ""
        return Proposed("", row.channel, number, unit_of, row.time, None if sure else Doubt.HOURS)
    limit = Proposed("", row.channel, number, _UNITS[unit], row.time)
    against = _against(limit, row.note)
    return (
        replace(limit, written=f"{row.time}; mô tả: {against}", doubt=Doubt.CONTRADICTED)
        if against
        else limit
    )


def _against(limit: Proposed, note: str) -> str:
    """What the description says against the cell: the same number in another unit, or another stated time."""
    said = [*times_in(note)]
    same = [one for one in said if one.number == limit.total]
    if same and all(one.unit != limit.unit for one in same):
        return same[0].written
    stated = _STATED.search(note)
    told = next((one for one in said if stated and one.start >= stated.end()), None)
    if not stated or not told or told.start > stated.end() or told.number == limit.total:
        return ""
    return told.written


def _told_apart(limits: list[tuple[Proposed, str]]) -> tuple[Proposed, ...]:
    """Rows of one channel that take different times get their description as the case."""
    times: dict[str, set[tuple[int | None, str]]] = {}
    for one, _note in limits:
        times.setdefault(one.channel, set()).add((one.total, one.unit))
    told = (
        replace(one, case=_case(note), doubt=one.doubt or Doubt.SEVERAL)
        if len(times[one.channel]) > 1
        else one
        for one, note in limits
    )
    return apart(told)


def _case(note: str) -> str:
    first = re.split(r"(?<=[.;])\s|\n", note.strip(" -+*\t"), maxsplit=1)[0]
    return " ".join(first.split())[: CASE_LETTERS - 12]
