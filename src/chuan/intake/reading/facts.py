"""Lines above a table: which unit, which period, which filter the export was made with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from chuan.exchange.tables import RawTable
from chuan.intake.reading.types import Facts
from chuan.intake.reading.words import text_of
from chuan.rules.refusals import Refused
from chuan.rules.types import Period
from chuan.rules.vietnamese import DATE, fold, read_date, settle_tones

_SPAN = re.compile(
    rf"(?:từ\s*)?(?:ngày\s*)?:?\s*({DATE})\s*(?:-|–|—|→|đến|tới)\s*(?:hết\s*)?(?:ngày\s*)?:?\s*({DATE})", re.I
)
_FROM_AND_TO = re.compile(rf"từ ngày\s*:?\s*({DATE}).{{0,40}}?đến ngày\s*:?\s*({DATE})", re.I)
_MONTH = re.compile(r"tháng\s*(\d{1,2})\s*(?:/|-|\.|,?\s*năm)\s*(\d{4})", re.I)
_QUARTER = re.compile(r"quý\s*(iv|iii|ii|i|[1-4])\s*(?:/|-|,?\s*năm)\s*(\d{4})", re.I)
_HALF = re.compile(r"(?:6|sáu) tháng (đầu|cuối) năm\s*(\d{4})", re.I)
_YEAR = re.compile(r"(?:^|kỳ[^:]*:\s*|\()năm\s*:?\s*(\d{4})\b|(?<!tháng )(?<!/)\bnăm\s*(\d{4})\)?$", re.I)
_ISSUED = re.compile(r",\s*ngày\s*\d{1,2}\s*tháng", re.I)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_UNIT = re.compile(
    r"^(?:-\s*)?(?:đơn vị|cơ quan)(?: báo cáo| giải quyết| thực hiện| tiếp nhận)?\s*:\s*(.+)$",
    re.I,
)
_NOT_A_UNIT = re.compile(r"đơn vị (?:tính|nhận)", re.I)
_COMMITTEE = re.compile(r"^(?:ubnd|ủy ban nhân dân)\s+((?:phường|xã|thị trấn|đặc khu)\s.+)$", re.I)
_PLACE = re.compile(r"^(?:phường|xã|đặc khu)\s+\S.{0,60}$", re.I)
_MOTTO = re.compile(r"\s*(?:độc lập\b|cộng hòa xã hội).*$", re.I)
_STATUS = re.compile(r"(?:tình trạng|trạng thái)(?: hồ sơ)?\s*:\s*([^;|]+)", re.I)
_ILLUSTRATIVE = "du lieu minh hoa"


def facts_above(table: RawTable, header_row: int) -> Facts:
    """What the rows above the header say; a label and its value may stand in neighbouring cells."""
    lines = tuple(_lines(table, header_row))
    texts = [settle_tones(text) for _, text in lines]
    unit, place = _unit(lines, texts)
    return Facts(
        lines=lines,
        unit=unit,
        unit_place=place,
        period=next((period for text in texts if (period := period_in(text))), None),
        status=next((found[1].strip() for text in texts if (found := _STATUS.search(text))), ""),
        illustrative=any(_ILLUSTRATIVE in fold(text) for text in texts),
    )


def period_in(text: str) -> Period | None:
    """The period a line names: two dates, a half, a quarter, a month, a year; None for anything else.

    "Bắc Hồng, ngày 05 tháng 02 năm 2021" is when the paper was made, not what it covers.
    """
    if _ISSUED.search(text):
        return None
    for pattern in (_SPAN, _FROM_AND_TO):
        if found := pattern.search(text):
            return _between(found[1], found[2])
    return _named(text)


def _between(first: str, last: str) -> Period | None:
    with suppress(Refused, ValueError):
        return Period(read_date(first), read_date(last) + timedelta(days=1))
    return None


def _named(text: str) -> Period | None:
    with suppress(ValueError):
        if found := _HALF.search(text):
            year = int(found[2])
            middle = date(year, 7, 1)
            first = found[1].lower() == "đầu"
            return Period(date(year, 1, 1), middle) if first else Period(middle, date(year + 1, 1, 1))
        if found := _QUARTER.search(text):
            return _quarter(found[1].lower(), int(found[2]))
        if found := _MONTH.search(text):
            return Period.month(int(found[2]), int(found[1]))
        if found := _YEAR.search(text):
            return Period.year(int(found[1] or found[2]))
    return None


def _quarter(named: str, year: int) -> Period:
    n = _ROMAN.get(named) or int(named)
    return Period(Period.month(year, 3 * n - 2).start, Period.month(year, 3 * n).end)


def _lines(table: RawTable, header_row: int) -> Iterator[tuple[str, str]]:
    """Each filled cell above the header; a label that ends with a colon takes its right neighbour in."""
    for at, row in enumerate(table.rows[:header_row]):
        label, place = "", ""
        for column, value in enumerate(row):
            text = text_of(value)
            if not text:
                continue
            if label:
                yield place, f"{label} {text}"
                label = ""
            elif text.endswith(":"):
                label, place = text, table.place(at, column)
            else:
                yield table.place(at, column), text
        if label:
            yield place, label


def _unit(lines: tuple[tuple[str, str], ...], texts: list[str]) -> tuple[str, str]:
    """A named unit first, then the letterhead (in one line or in two)."""
    for pattern in (_UNIT, _COMMITTEE, _PLACE):
        for (place, _), text in zip(lines, texts, strict=True):
            found = pattern.match(_MOTTO.sub("", text))
            if found and not _NOT_A_UNIT.search(text):
                return found[found.lastindex or 0].strip(" .-"), place
    return "", ""
