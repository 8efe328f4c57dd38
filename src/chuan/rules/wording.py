"""How a number, a date and a period are said inside a Vietnamese sentence of the rules.

Screens format figures themselves; this is for sentences that a rule speaks (refusals,
reasons), so that they can be tested without a framework.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from chuan.rules.types import Period
from chuan.rules.working_time import VIETNAM

_ROMAN = {1: "I", 4: "II", 7: "III", 10: "IV"}


def said(value: object) -> str:
    """A value as a sentence says it: 19/02/2021, 8.550, tháng 3/2021; anything else as its text.

    A moment is said by the clock of Việt Nam: 08:12 ngày 19/02/2021.
    """
    if isinstance(value, datetime):
        there = value.astimezone(VIETNAM)
        return f"{there:%H:%M} ngày {said(there.date())}"
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    if isinstance(value, Period):
        return said_period(value)
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".").replace("-", "\N{MINUS SIGN}")
    return str(value)


def said_period(period: Period) -> str:
    """The name of a period: a year, a half, a quarter, a month; otherwise its first and last day."""
    start, last = period.start, period.end - timedelta(days=1)
    named = _named(start, _months(period))
    if named:
        return named
    return f"ngày {said(start)}" if start == last else f"từ {said(start)} đến {said(last)}"


def _months(period: Period) -> int:
    """How many whole calendar months the period is; 0 when it begins or ends inside one."""
    if period.start.day != 1 or period.end.day != 1:
        return 0
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month


def _named(start: date, months: int) -> str:
    if months == 12 and start.month == 1:
        return f"năm {start.year}"
    if months == 6 and start.month in (1, 7):
        return f"6 tháng {'đầu' if start.month == 1 else 'cuối'} năm {start.year}"
    if months == 3 and start.month in _ROMAN:
        return f"quý {_ROMAN[start.month]}/{start.year}"
    if months == 1:
        return f"tháng {start.month}/{start.year}"
    return f"{months} tháng đầu năm {start.year}" if 1 < months < 12 and start.month == 1 else ""
