"""Short names for the tests of petitions: moments, laws, stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from chuan.law.calendars import national_calendar
from chuan.law.petitions import law_as_of, petition_law
from chuan.rules.petitions import (
    Channel,
    ClockDates,
    Complexity,
    Facts,
    Happening,
    Kind,
    Step,
    petition_dates,
)
from chuan.rules.petitions.reading import clock_named
from chuan.rules.working_time import VIETNAM

OLD, NEW = date(2021, 3, 1), date(2026, 7, 1)
LATE = datetime(2027, 6, 30, 8, tzinfo=VIETNAM)
CALENDAR = national_calendar()

COMPLAINT = Facts(Kind.COMPLAINT, Channel.POST, competent=True)
DENUNCIATION = Facts(Kind.DENUNCIATION, Channel.POST, competent=True)
FEEDBACK = Facts(Kind.FEEDBACK, Channel.PORTAL)
COMPLEX = replace(COMPLAINT, complexity=Complexity.COMPLEX)


def at(day: str, hour: int = 9) -> datetime:
    return datetime.fromisoformat(day).replace(hour=hour, tzinfo=VIETNAM)


def did(step: str, day: str, days: int = 0, hour: int = 9) -> Happening:
    return Happening(at(day, hour), Step(step), days)


def clocks(facts: Facts, *steps: Happening, when: datetime = LATE) -> tuple[ClockDates, ...]:
    return petition_dates(law_as_of(when.date()), CALENDAR, facts, steps, at=when)


def clock(facts: Facts, key: str, *steps: Happening, when: datetime = LATE) -> ClockDates:
    found = clock_named(clocks(facts, *steps, when=when), key)
    assert found
    return found


def due(facts: Facts, key: str, *steps: Happening, when: datetime = LATE) -> date | None:
    return clock(facts, key, *steps, when=when).reading.lawful_due_on


def law(on: date) -> Any:
    return petition_law(on).values
