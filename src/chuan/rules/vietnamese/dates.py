"""Dates: 19/6/2015, 05-3-2014, 29 tháng 12 năm 2020."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from chuan.rules.refusals import DateImpossible, DateUnreadable

DATE = (
    r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}(?!\d)|\d{1,2}\s*[-.]\s*\d{1,2}\s*[-.]\s*\d{4}(?!\d)"
    r"|\d{1,2}\s*tháng\s*\d{1,2}\s*,?\s*năm\s*\d{4}(?!\d)"
)
"""How a full date stands in running text, without the word "ngày"."""

_PARTS = re.compile(r"(?:ngày\s*)?(\d{1,2})\D+?(\d{1,2})\D+?(\d{4})", re.IGNORECASE)
_WHOLE = re.compile(r"(?:ngày\s*)?(?:" + DATE + r")", re.IGNORECASE)


def read_date(text: str) -> date:
    """Read one date, day first. Raises `DateUnreadable` when it is no date and
    `DateImpossible` for a day that does not exist (31/02/2021)."""
    written = " ".join(text.split())
    parts = _PARTS.fullmatch(written)
    if not _WHOLE.fullmatch(written) or parts is None or not int(parts[3]) >= 1:
        raise DateUnreadable(typed=written[:40])
    day, month, year = (int(part) for part in parts.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise DateImpossible(
            day=str(day), month=str(month), year=str(year), example=_near(day, month, year)
        ) from None


def _near(day: int, month: int, year: int) -> date:
    """A day that exists, as close as can be to the one written: an example to type."""
    month = min(max(month, 1), 12)
    return date(year, month, min(max(day, 1), monthrange(year, month)[1]))
