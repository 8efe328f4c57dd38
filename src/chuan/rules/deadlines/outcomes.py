"""How a settled case ended: early, on time, late, judged by the lawful due moment alone."""

from __future__ import annotations

from datetime import date, datetime

from chuan.rules.deadlines.types import ClockReading, ClockUnit, Ending, Outcome
from chuan.rules.working_time import Calendar, day_of, minute_of


def outcome(reading: ClockReading, settled_at: datetime, *, calendar: Calendar) -> Outcome | None:
    """Early, on time or late by n working days; None while there is no lawful due date.

    A due day ends with its office hours: settled later that evening is late. A case that is late or early
    is so by at least one day when days are counted; hours can be late by 0 days, within the day.
    Total time shorter is early, equal on time, longer late: TT 01/2018/TT-VPCP Điều 13, chỉ số 1.
    """
    if reading.lawful_due is None:
        return None
    hours = reading.rule.unit is ClockUnit.WORKING_HOUR
    return ended(minute_of(reading.lawful_due), minute_of(settled_at), hours=hours, calendar=calendar)


def ended(due: int, settled: int, *, hours: bool, calendar: Calendar) -> Outcome:
    """The same from two minutes of `minute_of`; ``hours``: the period was counted in hours."""
    if settled == due or (settled < due and not hours and settled // 1440 == due // 1440):
        return Outcome(Ending.ON_TIME, 0)
    early = settled < due
    days = calendar.working_days(day_of(min(settled, due)), day_of(max(settled, due)))
    if days is not None and not hours:
        days = max(days, 1)
    return Outcome(Ending.EARLY if early else Ending.LATE, days)


def ended_by_day(due: date, settled: date, *, calendar: Calendar) -> Outcome:
    """How a case ended against a promised day of which no hour counts: the whole day is on time."""
    if settled == due:
        return Outcome(Ending.ON_TIME, 0)
    days = calendar.working_days(min(settled, due), max(settled, due))
    ending = Ending.EARLY if settled < due else Ending.LATE
    return Outcome(ending, None if days is None else max(days, 1))
