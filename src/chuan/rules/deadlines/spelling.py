"""Periods, moments and steps as people type them; every refusal says how to write it instead."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from chuan.rules.deadlines.case import Happening, Step
from chuan.rules.deadlines.types import ClockUnit
from chuan.rules.refusals.clocks import CaseStepUnreadable, HourMissing, MomentUnreadable, PeriodUnreadable
from chuan.rules.working_time import VIETNAM, Calendar, moment_of

LONGEST = 1000
"""Longer periods than this many days or hours are slips of the keyboard."""

_UNITS = {
    "working_day": ClockUnit.WORKING_DAY,
    "working_days": ClockUnit.WORKING_DAY,
    "ngày làm việc": ClockUnit.WORKING_DAY,
    "calendar_day": ClockUnit.CALENDAR_DAY,
    "calendar_days": ClockUnit.CALENDAR_DAY,
    "ngày lịch": ClockUnit.CALENDAR_DAY,
    "ngày": ClockUnit.CALENDAR_DAY,
    "working_hour": ClockUnit.WORKING_HOUR,
    "working_hours": ClockUnit.WORKING_HOUR,
    "giờ làm việc": ClockUnit.WORKING_HOUR,
}
_PERIOD = re.compile(r"([0-9]{1,6})\s*(\D+)")
_ISO = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
    r"(?:[T ](?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_SPOKEN = re.compile(
    r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})"
    r"(?:\s+(?P<hour>[0-9]{1,2})[:hg](?P<minute>[0-9]{2})(?::[0-9]{2})?)?(?P<zone>)"
)
_STEP = re.compile(r"(?P<verb>[a-z_]+)(?::(?P<more>[^@]*))?@(?P<moment>[^@]+)")
_YEARS = range(1990, 2101)


@dataclass(frozen=True, slots=True)
class Typed:
    """A moment as typed: ``minute`` of the day is None when only the day was."""

    day: date
    minute: int | None
    text: str


def read_period(text: str) -> tuple[ClockUnit, int]:
    """ "5 working_day", "30 ngày", "4 giờ làm việc". Raises `PeriodUnreadable`, also for halves and over 1,000."""
    typed = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    found = _PERIOD.fullmatch(typed)
    unit = _UNITS.get(found[2].strip()) if found else None
    if found is None or unit is None or int(found[1]) > LONGEST:
        raise PeriodUnreadable(typed=text.strip()[:40], most=LONGEST)
    return unit, int(found[1])


def read_moment(text: str) -> Typed:
    """ "2021-04-28T10:00", "28/04/2021 10:00", or a day alone. Without a zone it is Viet Nam's time.

    Raises `MomentUnreadable`, also for a day that does not exist and years outside 1990 to 2100.
    """
    typed = text.strip()
    found = _ISO.fullmatch(typed) or _SPOKEN.fullmatch(typed)
    if found is None or int(found["year"]) not in _YEARS:
        raise MomentUnreadable(typed=typed[:40])
    try:
        return _typed(found, typed)
    except ValueError:
        raise MomentUnreadable(typed=typed[:40]) from None


def _typed(found: re.Match[str], typed: str) -> Typed:
    day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    if not found["hour"]:
        return Typed(day, None, typed)
    at = datetime.combine(day, time(int(found["hour"]), int(found["minute"])), _zone(found["zone"]))
    local = at.astimezone(VIETNAM)
    return Typed(local.date(), local.hour * 60 + local.minute, typed)


def _zone(text: str | None) -> timezone:
    """The zone written after the time. Raises ValueError for one that does not exist."""
    if not text:
        return VIETNAM
    if text == "Z":
        return timezone(timedelta(0))
    away = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-away if text[0] == "-" else away)


def settle(typed: Typed, calendar: Calendar, unit: ClockUnit, *, opening: bool) -> datetime:
    """The moment that is meant. A day alone is its opening (a receipt) or its close (any other step).

    Raises `HourMissing` when hours are counted.
    """
    if typed.minute is None and unit is ClockUnit.WORKING_HOUR:
        raise HourMissing(typed=typed.text[:40])
    if typed.minute is not None:
        return moment_of(typed.day.toordinal() * 1440 + typed.minute)
    day = calendar.day(typed.day)
    return moment_of(day.start if opening else day.close)


def read_step(text: str, calendar: Calendar, unit: ClockUnit) -> Happening:
    """ "asked@2021-05-04T09:00", "prolonged:3@…", "apologised:2021-05-12@…".

    Raises `CaseStepUnreadable` for an unknown verb, a number or date that is missing or stands where none
    belongs, and what `read_moment` raises.
    """
    found = _STEP.fullmatch(text.strip())
    if found is None or found["verb"] not in set(Step):
        raise _unreadable(text)
    step, more = Step(found["verb"]), (found["more"] or "").strip()
    at = settle(read_moment(found["moment"]), calendar, unit, opening=step is Step.RECEIVED)
    if step is Step.PROLONGED:
        return Happening(at, step, amount=_amount(more, text))
    if step is Step.APOLOGISED and more:
        return Happening(at, step, until=read_moment(more).day)
    if more or step is Step.APOLOGISED:
        raise _unreadable(text)
    return Happening(at, step)


def _amount(more: str, text: str) -> int:
    """How long a prolongation is: a whole number from 1 on."""
    if not re.fullmatch(r"[0-9]{1,4}", more) or not 0 < int(more) <= LONGEST:
        raise _unreadable(text)
    return int(more)


def _unreadable(text: str) -> CaseStepUnreadable:
    shown = {Step.PROLONGED: "prolonged:n", Step.APOLOGISED: "apologised:ngày"}
    return CaseStepUnreadable(
        typed=text.strip()[:60], verbs=", ".join(shown.get(step, str(step)) for step in Step)
    )
