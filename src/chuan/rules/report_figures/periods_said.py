"""The days that words speak of: "tháng 9", "9 tháng đầu năm", "quý III", "đến ngày 30/9/2021", "năm 2020"."""

from __future__ import annotations

import re
from datetime import date

from chuan.rules.report_figures.types import Said
from chuan.rules.types import Period

_YEAR = r"(?:\s*(?:/|năm|-|,)?\s*(?P<{0}>(?:19|20)\d\d))?"
_MENTION = re.compile(
    r"(?<!\w)(?:"
    r"(?:lũy\s+kế\s+|luỹ\s+kế\s+|cộng\s+dồn\s+)?(?:đến|tới|tính\s+đến)\s+(?:hết\s+|cuối\s+)?(?:ngày\s+)?"
    r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<daymonth>\d{1,2})(?:\s*[/.-]\s*(?P<dayyear>(?:19|20)\d\d))?"
    r"|(?:đến|tính\s+đến|lũy\s+kế\s+đến)\s+(?:hết\s+|cuối\s+)?tháng\s+(?P<until>\d{1,2})" + _YEAR.format("untilyear") +
    r"|(?P<half>6|sáu)\s+tháng\s+(?P<which>đầu|cuối)\s+năm" + _YEAR.format("halfyear") +
    r"|(?P<months>\d{1,2}|ba|sáu|chín)\s+tháng(?:\s+đầu\s+năm)?(?!\s+tuổi)" + _YEAR.format("monthsyear") +
    r"|quý\s+(?P<quarter>iv|iii|ii|i|[1-4])(?!\w)" + _YEAR.format("quarteryear") +
    r"|(?<!\d\s)tháng\s+(?P<month>\d{1,2})(?!\s*[/.-]\s*\d{1,2}\s*[/.-])(?!\d|[.,]\d)" + _YEAR.format("monthyear") +
    r"|(?P<sofar>từ\s+đầu\s+năm|lũy\s+kế|luỹ\s+kế|cộng\s+dồn)(?!\s+(?:đến\s+(?!nay)|\d|[a-zđ]+\s+tháng))"
    r"|(?P<whole>(?:cả\s+)?năm)\s+(?P<wholeyear>(?:19|20)\d\d)(?!\s*[-–]\s*(?:19|20)\d\d)"
    r"|(?P<thisyear>cả\s+năm)(?!\w)"
    r")"
)  # fmt: skip
_WORDS = {"ba": 3, "sáu": 6, "chín": 9}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def mentions(low: str, year: int | None, head: Said | None = None) -> list[tuple[int, int, Said]]:
    """(start, end, days) of every mention in lower-case text; ``year`` stands where the words name none."""
    found = []
    for match in _MENTION.finditer(low):
        said = _said(match, year, head)
        if said is not None:
            found.append((match.start(), match.end(), said))
    return found


def months(first: int, last: int, year: int) -> Period:
    """The calendar months from first to last of a year."""
    return Period(Period.month(year, first).start, Period.month(year, last).end)


def _said(match: re.Match[str], year: int | None, head: Said | None) -> Said | None:
    try:
        return _of(match, year, head)
    except ValueError:
        return None


def _of(match: re.Match[str], year: int | None, head: Said | None) -> Said | None:
    named = next((int(match[one]) for one in _YEARS if match[one]), None)
    year = named or year
    if match["sofar"]:
        return Said(_since_january(head.period), True) if head else None
    if year is None:
        return None
    if match["day"]:
        return Said(months(1, int(match["daymonth"]), year), True)
    if match["until"]:
        return Said(months(1, int(match["until"]), year), True)
    if match["half"]:
        first = 1 if match["which"] == "đầu" else 7
        return Said(months(first, first + 5, year), match["which"] == "đầu")
    if match["months"]:
        count = _WORDS.get(match["months"]) or int(match["months"])
        return Said(months(1, count, year), True) if 1 <= count <= 12 else None
    if match["quarter"]:
        number = _QUARTERS.get(match["quarter"]) or int(match["quarter"])
        return Said(months(3 * number - 2, 3 * number, year))
    if match["month"]:
        return Said(Period.month(year, int(match["month"])))
    return Said(Period.year(year))


_YEARS = (
    "dayyear", "untilyear", "halfyear", "monthsyear", "quarteryear", "monthyear", "wholeyear",
)  # fmt: skip


def _since_january(period: Period) -> Period:
    return Period(date(period.start.year, 1, 1), period.end)
