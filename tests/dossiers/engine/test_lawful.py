"""Lawful due moments of many dossiers at once are those of each dossier's own story."""

from __future__ import annotations

import random
import time
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.dossiers.lawful import Claim, Period, lawful_due, lawful_dues, portal_due, portal_end
from chuan.dossiers.stories import happenings, moment, read_steps
from chuan.law.calendars import national_calendar
from chuan.law.clock_rules import dossier_law
from chuan.rules.deadlines import ClockUnit, PortalState, portal_verdict, tell
from chuan.rules.working_time import VIETNAM, moment_of

CALENDAR = national_calendar()
FIRST = date(2021, 1, 1)


@st.composite
def texts(draw: st.DrawFn, *, asked: bool = True) -> dict[str, str]:
    """Dates of a dossier as a file may give them: with and without hours, often but not always in order."""
    at = datetime(2021, 1, 1, 7, 30) + timedelta(minutes=draw(st.integers(0, 60 * 24 * 900)))
    found = {"received_at": _text(draw, at)}
    for name in (*(("asked_at", "supplied_at") if asked else ()), "ready_at"):
        if draw(st.booleans()):
            at += timedelta(minutes=draw(st.integers(-200, 60 * 24 * 20)))
            found[name] = _text(draw, at)
    return found


def _text(draw: st.DrawFn, at: datetime) -> str:
    return at.isoformat(timespec="seconds") if draw(st.integers(0, 3)) else at.date().isoformat()


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    values = draw(texts())
    steps = read_steps(values, taken_elsewhere=False)
    on = draw(st.sampled_from([date(2021, 3, 1), date(2026, 9, 1)]))
    unit = draw(st.sampled_from(list(ClockUnit)))
    return Claim(steps, Period(draw(st.integers(1, 40)), unit, dossier_law(on)))


@given(st.lists(claims(), min_size=1, max_size=8))
@settings(max_examples=300, deadline=None)
def test_the_table_gives_what_the_story_gives(asked: list[Claim]) -> None:
    assert lawful_dues(asked, CALENDAR) == [lawful_due(one, CALENDAR) for one in asked]


def test_papers_that_are_awaited_leave_no_due_day() -> None:
    claim = _claim({"received_at": "2021-03-01T08:00:00", "asked_at": "2021-03-02T09:00:00"})
    assert lawful_dues([claim], CALENDAR) == [None]


def test_dates_that_contradict_each_other_give_no_due_day() -> None:
    backwards = _claim({"received_at": "2021-03-05T08:00:00", "ready_at": "2021-03-01"})
    unasked = _claim({"received_at": "2021-03-05T08:00:00", "supplied_at": "2021-03-08"})
    assert lawful_dues([backwards, unasked], CALENDAR) == [None, None]


def test_hours_are_not_counted_from_a_receipt_without_hour() -> None:
    period = Period(8, ClockUnit.WORKING_HOUR, dossier_law(FIRST))
    bare, exact = (
        Claim(read_steps({"received_at": text}, taken_elsewhere=False), period)
        for text in ("2021-03-05", "2021-03-05T08:00:00")
    )
    assert lawful_dues([bare], CALENDAR) == [None]
    assert lawful_dues([exact], CALENDAR) != [None]


def test_a_year_that_the_calendar_does_not_hold_gives_no_due_day() -> None:
    claim = Claim(
        read_steps({"received_at": "2021-12-30T08:00:00"}, taken_elsewhere=False),
        Period(5, ClockUnit.WORKING_DAY, dossier_law(FIRST)),
    )
    held = CALENDAR.__class__(CALENDAR.hours, CALENDAR.rows, {2021: ""})
    without = held.__class__(held.hours, tuple(r for r in held.rows if r.day.year == 2021), {2021: ""})
    assert lawful_dues([claim], without) == [None]


def test_a_second_receipt_starts_the_clock_where_the_law_says_so() -> None:
    """NĐ 118/2025 Điều 17 khoản 3: from when the competent body has it; NĐ 61/2018 knew no such rule."""
    values = {"received_at": "2026-09-01T08:00:00", "passed_on_at": "2026-09-04T08:00:00"}
    steps = read_steps(values, taken_elsewhere=True)
    old, new = (
        Claim(steps, Period(3, ClockUnit.WORKING_DAY, dossier_law(on)))
        for on in (date(2021, 3, 1), date(2026, 9, 1))
    )
    one, two = lawful_dues([old, new], CALENDAR)
    assert one is not None
    assert two is not None
    assert one < two


@given(texts(), st.integers(0, 40), st.booleans())
@settings(max_examples=200, deadline=None)
def test_the_portals_verdict_is_that_of_the_rule(values: dict[str, str], days: int, exact: bool) -> None:
    """QĐ 766/QĐ-TTg: the citizen's time is taken off; papers that never came end the case when they were asked for."""
    received = datetime.fromisoformat(values["received_at"])
    promised = datetime.combine(received.date() + timedelta(days=days), datetime.max.time()).replace(
        second=0, microsecond=0, hour=16 if exact else 23, minute=30 if exact else 59
    )
    values["promised_at"] = promised.isoformat(timespec="seconds") if exact else promised.date().isoformat()
    steps = read_steps(values, taken_elsewhere=False)
    every = [one for one in (steps.received, steps.asked, steps.supplied, steps.settled) if one]
    minutes = [one.minute for one in every]
    whole = all(one.exact for one in every) and minutes == sorted(minutes)
    if not whole or (steps.supplied and not steps.asked):
        return
    told = tell(happenings(steps, CALENDAR), supplement=dossier_law(FIRST).supplement, competent_start=False)
    at = moment_of(minutes[-1])
    rule = portal_verdict(told, promised.replace(tzinfo=VIETNAM), at=at)
    last, end = portal_due(steps, None), portal_end(steps)
    assert last is not None
    if end is not None:
        assert (end <= last) == (rule.state is PortalState.ON_TIME)


def test_a_moment_without_hour_is_the_day_alone() -> None:
    bare, exact = moment("2021-03-05"), moment("2021-03-05T09:30:00")
    assert bare is not None
    assert exact is not None
    assert (bare.day, bare.exact) == (exact.day, False)
    assert exact.minute - bare.minute == 9 * 60 + 30
    assert moment("") is None


def test_fifty_thousand_dossiers_take_a_moment() -> None:
    rng = random.Random(7)
    law = dossier_law(FIRST)
    made = []
    for _ in range(50_000):
        at = datetime(2021, 1, 4, 8) + timedelta(minutes=rng.randrange(60 * 24 * 700))
        made.append(
            Claim(
                read_steps({"received_at": at.isoformat(timespec="seconds")}, taken_elsewhere=False),
                Period(rng.randrange(1, 30), ClockUnit.WORKING_DAY, law),
            )
        )
    began = time.process_time()
    dues = lawful_dues(made, CALENDAR)
    assert all(dues)
    assert time.process_time() - began < 3


def _claim(values: dict[str, str]) -> Claim:
    return Claim(
        read_steps(values, taken_elsewhere=False), Period(5, ClockUnit.WORKING_DAY, dossier_law(FIRST))
    )
