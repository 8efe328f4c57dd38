"""How a settled case ended: early, on time, late, judged by the lawful due moment alone."""

from __future__ import annotations

from datetime import datetime

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
    due, settled = minute_of(reading.lawful_due), minute_of(settled_at)
    hours = reading.rule.unit is ClockUnit.WORKING_HOUR
    if settled == due or (settled < due and not hours and day_of(settled) == day_of(due)):
        return Outcome(Ending.ON_TIME, 0)
    early = settled < due
    days = calendar.working_days(day_of(min(settled, due)), day_of(max(settled, due)))
    if days is not None and not hours:
        days = max(days, 1)
    return Outcome(Ending.EARLY if early else Ending.LATE, days)
