"""What a calendar may be told: days with their reasons and hours, years within reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from chuan.clocks import refusals
from chuan.clocks.offices import spans_of
from chuan.rules.working_time import Calendar, DayKind

LONGEST = 31
"""Days that one act may set."""

HOLIDAYS = 11
"""Days off a year by Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1; those on a rest day are made up for."""

FIRST_YEAR = 2018
"""The first year of the law of dossiers' clocks that is held (Nghị định 61/2018/NĐ-CP)."""

AHEAD = 2
"""How many years ahead of today a calendar may be written."""


@dataclass(frozen=True, slots=True)
class DayWanted:
    """What a day is to be: its kind, why, and the hours of a half day or of an open counter."""

    day: date
    kind: DayKind
    why: str
    spans: str = ""

    @property
    def counts(self) -> bool:
        """Whether the day counts as a working day."""
        return self.kind in (DayKind.ON, DayKind.HALF, DayKind.SWAPPED_ON)


def check_days(
    wanted: Sequence[DayWanted], calendar: Calendar, known_since: date | None, *, at: datetime
) -> None:
    """Refuse days that cannot be, that nobody knows yet, or that the calendar holds already."""
    if not wanted:
        raise refusals.NoDays()
    if len(wanted) > LONGEST:
        raise refusals.TooManyDays(given=len(wanted), most=LONGEST)
    if known_since and known_since > timezone.localdate(at):
        raise refusals.NoticeFromTomorrow(known=known_since)
    seen: set[date] = set()
    for one in wanted:
        if one.day in seen:
            raise refusals.DayTwice(day=one.day)
        seen.add(one.day)
        _check_day(one, at=at)
    if all(_same(one, calendar) for one in wanted):
        raise refusals.NothingChanges()


def _check_day(one: DayWanted, *, at: datetime) -> None:
    require_year(one.day.year, at=at)
    if not one.why.strip():
        raise refusals.DayWithoutReason(day=one.day)
    if one.kind in (DayKind.HALF, DayKind.COUNTER) and not one.spans.strip():
        raise refusals.HoursMissing(day=one.day)
    if one.spans.strip():
        spans_of(one.spans, one.day)


def _same(one: DayWanted, calendar: Calendar) -> bool:
    """Whether the calendar says so already, in the same words."""
    day = calendar.day(one.day)
    usual = calendar.hours_on(one.day).full if one.counts else ()
    spans = spans_of(one.spans, one.day) if one.spans.strip() else usual
    return (day.counts, day.spans, day.why) == (one.counts, spans, " ".join(one.why.split()))


def years_kept(at: datetime) -> range:
    """Years whose calendar may be written at this moment."""
    return range(FIRST_YEAR, timezone.localdate(at).year + AHEAD + 1)


def require_year(year: int, *, at: datetime) -> None:
    """Refuse a year out of reach."""
    years = years_kept(at)
    if year not in years:
        raise refusals.YearOutOfReach(year=str(year), first=str(years[0]), last=str(years[-1]))


def days_off(calendar: Calendar, year: int) -> int:
    """How many days of the working week are off in a year, swaps not counted."""
    first = date(year, 1, 1)
    every = [calendar.day(first + timedelta(days=n)) for n in range((date(year + 1, 1, 1) - first).days)]
    weekly = calendar.hours_on(first).working
    off = [one for one in every if one.day.weekday() in weekly and not one.counts]
    return sum(one.kind is not DayKind.SWAPPED_OFF for one in off)


def require_days_off(calendar: Calendar, year: int) -> None:
    """Refuse a year with fewer days off than the law gives."""
    held = days_off(calendar, year)
    if held < HOLIDAYS:
        raise refusals.YearWithoutDays(year=str(year), held=held, least=HOLIDAYS)
