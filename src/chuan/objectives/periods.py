"""Which periods a figure is expected for, and how a period is named in addresses and sheets."""

from __future__ import annotations

from datetime import date, timedelta

from chuan.law.indicators import Crop, catalogue
from chuan.objectives.models import Indicator, Measurement
from chuan.rules.targets.types import Combine
from chuan.rules.types import Period

Frequency = Indicator.Frequency

_MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
}


def periods_of(frequency: str, year: int) -> tuple[Period, ...]:
    """The periods of a calendar year in which a figure is due, in order; together they are the year."""
    if frequency == Frequency.PER_CROP:
        return tuple(_season(crop, year) for crop in catalogue().crops)
    step = _MONTHS[Frequency(frequency)]
    return tuple(_months(year, first, step) for first in range(1, 13, step))


def is_expected(period: Period, frequency: str) -> bool:
    """Whether the period is one in which a figure of this frequency is due."""
    return period in periods_of(frequency, period.start.year)


def since_january(period: Period) -> Period:
    """From 1 January of the period's year to its end: the days that a figure to date speaks of."""
    return Period(date(period.start.year, 1, 1), period.end)


def is_to_date(period: Period) -> bool:
    """Whether it runs from 1 January to the end of some month of the same year."""
    begins = (period.start.month, period.start.day) == (1, 1)
    return begins and period.end.day == 1 and period.end <= date(period.start.year + 1, 1, 1)


def adds_up(indicator: Indicator) -> bool:
    """Whether figures of later periods add to those of earlier ones; a state at a period's end does not."""
    return indicator.combine in (Combine.SUM, Combine.RATIO) or indicator.cumulative


def stored(indicator: Indicator, period: Period, *, to_date: bool) -> tuple[Period, bool]:
    """The days that a figure is kept for, and whether it is kept as accumulated since 1 January.

    A cumulative figure is kept under 1 January to its end, so that the days it speaks of are
    never in doubt. A state ("tỷ lệ hộ nghèo") given to date stays a state of that day.
    """
    if indicator.cumulative or (to_date and adds_up(indicator)):
        return since_january(period), True
    if not to_date:
        return period, False
    ending = (due for due in periods_of(indicator.frequency, period.start.year) if due.end == period.end)
    return next(ending, since_january(period)), False


def key(period: Period) -> str:
    """How addresses and sheets name a period: "20210101-20210401" (the end exclusive)."""
    return f"{period.start:%Y%m%d}-{period.end:%Y%m%d}"


def from_key(text: str) -> Period | None:
    """The period of a key, or None when it is no key."""
    try:
        start, end = (date(int(part[:4]), int(part[4:6]), int(part[6:8])) for part in text.split("-"))
        return Period(start, end)
    except ValueError:
        return None


def judged_on(on: date, today: date | None) -> date:
    """The day on which what stands at the end of ``on`` is judged: the next one, once ``on`` is over.

    A period that ends with a day is over when that day is; while it runs (or nothing says that it does not) it is not.
    """
    return on + timedelta(days=1) if today is not None and on < today else on


def last_day(period: Period) -> date:
    """The last day that still belongs to the period."""
    return period.end - timedelta(days=1)


def covers(measurement: Measurement, due: Period) -> bool:
    """Whether it is the figure expected for ``due``: of the same days, or to date up to its end."""
    if measurement.period == due:
        return True
    return measurement.cumulative and measurement.period == since_january(due)


def _months(year: int, first: int, count: int) -> Period:
    after = first + count
    return Period(date(year, first, 1), date(year + 1, 1, 1) if after > 12 else date(year, after, 1))


def _season(crop: Crop, year: int) -> Period:
    start = date(year, *crop.starts)
    end = date(year, *crop.ends)
    return Period(start, end if end > start else date(year + 1, *crop.ends))
