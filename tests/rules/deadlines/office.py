"""An invented office for the tests of clocks: its days, hours and rules, and short names for moments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from chuan.rules.deadlines import CITIZEN, OFFICE, CaseEvent, ClockRule, ClockUnit, Happening, Step, Verb
from chuan.rules.types import Citation, Sure
from chuan.rules.working_time import VIETNAM, Calendar, DayRow, Hours, OfficeHours

ACT = Citation("1/2021/NĐ-TEST", article="Điều 1")
NOTICE = Citation("2/TB-TEST")
FULL = (Hours(450, 690), Hours(780, 1020))
MORNING = (Hours(450, 690),)
WEEK = OfficeHours(
    date(2000, 1, 1),
    (FULL,) * 5 + ((), ()),
    frozenset(range(5)),
    Citation("tuần"),
    Sure.READ,
    NOTICE,
    Sure.READ,
)


def off(day: str, why: str = "nghỉ lễ", **more: Any) -> DayRow:
    return DayRow(date.fromisoformat(day), False, why, NOTICE, Sure.READ, **more)


def on(day: str, why: str = "làm bù", **more: Any) -> DayRow:
    return DayRow(date.fromisoformat(day), True, why, NOTICE, Sure.READ, **more)


def office(*rows: DayRow, years: tuple[int, ...] = (2021, 2022), confirmed: str = "3/TB-UBND") -> Calendar:
    return Calendar((WEEK,), rows, dict.fromkeys(years, confirmed))


HOLIDAYS = office(
    off("2021-04-30"), off("2021-05-01"), off("2021-05-03", "nghỉ bù"), on("2021-05-08"),
    on("2021-05-12", "nghỉ buổi chiều", spans=MORNING), off("2021-05-20"),
)  # fmt: skip
"""30/4 to 3/5 off, Saturday 8/5 worked, the afternoon of 12/5 off, 20/5 off."""

PLAIN = office()


def at(text: str) -> datetime:
    """ "05-04 09:00" of 2021, or a full moment, in Viet Nam's time."""
    full = text if len(text) > 11 else f"2021-{text}"
    return datetime.fromisoformat(full).replace(tzinfo=VIETNAM)


def days(total: int, **more: Any) -> ClockRule:
    return replace(ClockRule(ClockUnit.WORKING_DAY, total, ACT, Sure.READ), **more)


def calendar_days(total: int, **more: Any) -> ClockRule:
    return replace(ClockRule(ClockUnit.CALENDAR_DAY, total, ACT, Sure.READ), **more)


def hours(total: int, **more: Any) -> ClockRule:
    return replace(ClockRule(ClockUnit.WORKING_HOUR, total, ACT, Sure.READ), **more)


def take(when: str, holder: str = OFFICE) -> CaseEvent:
    return CaseEvent(at(when), Verb.TAKE, holder)


def restart(when: str, holder: str = OFFICE) -> CaseEvent:
    return CaseEvent(at(when), Verb.RESTART, holder)


def asked(when: str) -> CaseEvent:
    return take(when, CITIZEN)


def grant(when: str, amount: int) -> CaseEvent:
    return CaseEvent(at(when), Verb.GRANT, amount=amount)


def appointed(when: str, until: str) -> CaseEvent:
    return CaseEvent(at(when), Verb.REAPPOINT, until=date.fromisoformat(until))


def end(when: str) -> CaseEvent:
    return CaseEvent(at(when), Verb.END)


def step(verb: str, when: str, **more: Any) -> Happening:
    return Happening(at(when), Step(verb), **more)


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)
