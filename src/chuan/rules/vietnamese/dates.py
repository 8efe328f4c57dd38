"""Dates: 19/6/2015, 05-3-2014, 29 tháng 12 năm 2020."""

from __future__ import annotations

import re
from datetime import date

from chuan.rules.vietnamese.numbers import Unreadable

DATE = (
    r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}(?!\d)|\d{1,2}\s*[-.]\s*\d{1,2}\s*[-.]\s*\d{4}(?!\d)"
    r"|\d{1,2}\s*tháng\s*\d{1,2}\s*,?\s*năm\s*\d{4}(?!\d)"
)
"""How a full date stands in running text, without the word "ngày"."""

_PARTS = re.compile(r"(?:ngày\s*)?(\d{1,2})\D+?(\d{1,2})\D+?(\d{4})", re.IGNORECASE)
_WHOLE = re.compile(r"(?:ngày\s*)?(?:" + DATE + r")", re.IGNORECASE)


def read_date(text: str) -> date:
    """Read one date, day first. Raises `Unreadable` with a Vietnamese sentence when it is
    no date or a day that does not exist (31/02/2021)."""
    written = " ".join(text.split())
    parts = _PARTS.fullmatch(written)
    if not _WHOLE.fullmatch(written) or parts is None or not written.isprintable():
        raise Unreadable(f"“{written[:40]}” không phải là ngày; hãy ghi như 19/02/2021.")
    day, month, year = (int(part) for part in parts.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(f"Không có ngày {day:02}/{month:02}/{year}; hãy kiểm tra lại ngày, tháng, năm.") from None
