"""Days of reception by a rule ("thứ Năm tuần 1 và 3"), moved off the days on which the office is closed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from chuan.rules.types import Period
from chuan.rules.working_time import Calendar

WEEK = 7


@dataclass(frozen=True, slots=True)
class Proposed:
    """A day the rule gives. ``meant``: the day it would have been; ``why``: what closes the office then, "" on a day
    that is worked. ``day`` None: no other day of that week and month is worked."""

    day: date | None
    meant: date
    why: str = ""

    @property
    def moved(self) -> bool:
        """Whether it is another day than the rule says."""
        return self.day != self.meant


def days_by_rule(
    calendar: Calendar, period: Period, weekday: int, weeks: Collection[int] = ()
) -> list[Proposed]:
    """The days of a period by weekday (Monday is 0) and its place in the month (1 to 5; none: every week).

    A day off is moved inside its week and month, so that no term of the law loses it: to the next day that is
    worked, else to the one before.
    """
    return [_proposed(calendar, day) for day in _meant(period, weekday, weeks)]


def _meant(period: Period, weekday: int, weeks: Collection[int]) -> Iterator[date]:
    day = period.start + timedelta(days=(weekday - period.start.weekday()) % WEEK)
    while day < period.end:
        if not weeks or (day.day - 1) // WEEK + 1 in weeks:
            yield day
        day += timedelta(days=WEEK)


def _proposed(calendar: Calendar, meant: date) -> Proposed:
    found = calendar.day(meant)
    if found.counts:
        return Proposed(meant, meant)
    return Proposed(next(_others(calendar, meant), None), meant, found.why)


def _others(calendar: Calendar, meant: date) -> Iterator[date]:
    """Working days of the same week and month: those after, then those before, the nearest first."""
    monday = meant - timedelta(days=meant.weekday())
    week = [monday + timedelta(days=n) for n in range(WEEK)]
    later, earlier = [day for day in week if day > meant], [day for day in reversed(week) if day < meant]
    for day in (*later, *earlier):
        if day.month == meant.month and calendar.day(day).counts:
            yield day
