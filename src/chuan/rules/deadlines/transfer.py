"""The sub-deadline of passing a dossier on: the only date the 15:00 rule moves."""

from __future__ import annotations

from datetime import datetime, time

from chuan.rules.working_time import Calendar, day_of, minute_of, moment_of


def transfer_due(received_at: datetime, calendar: Calendar, *, cutoff: time) -> datetime | None:
    """By when a dossier received at the counter must be with whoever solves it.

    The end of the same working day; received after ``cutoff``, or on a day off, at the opening of the next
    working day: Nghị định 61/2018/NĐ-CP and 118/2025/NĐ-CP, Điều 18 khoản 2. None when the year is not held.
    """
    minute = minute_of(received_at)
    day = calendar.day(day_of(minute))
    if not day.known:
        return None
    if day.counts and minute % 1440 <= cutoff.hour * 60 + cutoff.minute and minute <= day.close:
        return moment_of(day.close)
    following = calendar.next_working(day.day)
    return moment_of(following.start) if following else None
