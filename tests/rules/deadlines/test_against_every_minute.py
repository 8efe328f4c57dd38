"""`read_clock` against the oracle that walks through every minute, and what must hold for every case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from chuan.rules.deadlines import (
    CITIZEN,
    OFFICE,
    CaseEvent,
    ClockReading,
    ClockRule,
    ClockUnit,
    Verb,
    read_clock,
)
from chuan.rules.working_time import VIETNAM, Calendar
from tests.rules.deadlines.office import ACT, HOLIDAYS, Sure, off
from tests.rules.deadlines.oracle import due_by_walking

steady = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
BEGIN = datetime(2021, 4, 23, tzinfo=VIETNAM)
LATER = datetime(2021, 9, 1, tzinfo=VIETNAM)
ODD_MINUTES = st.sampled_from([0, 449, 450, 690, 691, 780, 900, 901, 1020, 1021, 1200, 1439])
"""The edges of office hours, where slips happen."""

moments = st.builds(
    lambda day, minute: BEGIN + timedelta(days=day, minutes=minute),
    st.integers(0, 24),
    ODD_MINUTES | st.integers(0, 1439),
)
units = st.sampled_from(list(ClockUnit))
totals = st.integers(0, 9)


@st.composite
def rules(draw: st.DrawFn) -> ClockRule:
    return ClockRule(
        unit=draw(units), total=draw(totals), source=ACT, sure=Sure.READ, roll=draw(st.booleans()),
        cutoff=draw(st.sampled_from([None, None, time(15)])), grants=draw(st.integers(0, 2)),
        counted=draw(st.sampled_from([frozenset({OFFICE}), frozenset({OFFICE, "other_agency"})])),
    )  # fmt: skip


@st.composite
def stories(draw: st.DrawFn) -> tuple[CaseEvent, ...]:
    """A start, then up to five steps in any order of time, also such as no office would take."""
    first = CaseEvent(draw(moments), Verb.TAKE, draw(st.sampled_from([OFFICE, OFFICE, "counter"])))
    steps = draw(
        st.lists(st.builds(_step, moments, st.sampled_from(range(6)), st.integers(1, 5)), max_size=5)
    )
    return (first, *(one for one in steps if one.at >= first.at))


def _step(at: datetime, kind: int, amount: int) -> CaseEvent:
    if kind == 0:
        return CaseEvent(at, Verb.GRANT, amount=amount)
    if kind == 1:
        return CaseEvent(at, Verb.END)
    if kind == 2:
        return CaseEvent(at, Verb.RESTART, OFFICE)
    return CaseEvent(at, Verb.TAKE, (CITIZEN, OFFICE, "other_agency")[kind - 3])


def _read(
    rule: ClockRule, events: tuple[CaseEvent, ...], calendar: Calendar = HOLIDAYS, at: datetime = LATER
) -> ClockReading:
    return read_clock(rule, calendar, events, at=at)


def _due(rule: ClockRule, *events: CaseEvent) -> datetime | None:
    return _read(rule, events).lawful_due


@steady
@given(rules(), stories())
def test_the_due_moment_is_that_of_walking_through_every_minute(
    rule: ClockRule, events: tuple[CaseEvent, ...]
):
    assert _read(rule, events).lawful_due == due_by_walking(rule, HOLIDAYS, events)


@steady
@given(rules(), stories())
def test_never_due_before_receipt_and_never_outside_a_day_that_counts(rule, events):
    due = _read(rule, events).lawful_due
    assume(due is not None)
    assert due >= events[0].at.replace(second=0)
    if rule.roll or rule.unit is not ClockUnit.CALENDAR_DAY:
        day = HOLIDAYS.day(due.date())
        assert day.counts
        if rule.unit is not ClockUnit.WORKING_HOUR:
            assert due.hour * 60 + due.minute == day.spans[-1].end


@steady
@given(rules(), moments, moments, moments)
def test_a_pause_never_makes_a_case_due_earlier(rule, received, asked, supplied):
    assume(received <= asked <= supplied)
    start = CaseEvent(received, Verb.TAKE, OFFICE)
    paused = _due(rule, start, CaseEvent(asked, Verb.TAKE, CITIZEN), CaseEvent(supplied, Verb.TAKE, OFFICE))
    plain = _due(rule, start)
    assert plain is not None
    assert paused is not None
    assert paused >= plain


@steady
@given(rules(), moments, moments, moments)
def test_a_restart_is_never_due_earlier_than_a_pause_nor_than_a_fresh_case_unless_already_due(
    rule, received, asked, supplied
):
    assume(received <= asked <= supplied)
    start, wait = CaseEvent(received, Verb.TAKE, OFFICE), CaseEvent(asked, Verb.TAKE, CITIZEN)
    again = _due(rule, start, wait, CaseEvent(supplied, Verb.RESTART, OFFICE))
    paused = _due(rule, start, wait, CaseEvent(supplied, Verb.TAKE, OFFICE))
    assert again >= paused
    if again != _due(rule, start):
        assert again == _due(rule, CaseEvent(supplied, Verb.TAKE, OFFICE))


@steady
@given(rules(), stories())
def test_a_longer_period_is_never_due_earlier(rule, events):
    events = tuple(event for event in events if event.verb is not Verb.GRANT)
    shorter, longer = (
        _read(rule, events).lawful_due,
        _read(replace(rule, total=rule.total + 1), events).lawful_due,
    )
    assert longer is None or (shorter is not None and shorter <= longer)


@steady
@given(rules(), stories())
def test_the_last_round_of_the_ledger_adds_up_to_the_period(rule, events):
    events = tuple(event for event in events if event.verb is not Verb.GRANT)
    reading = _read(rule, events)
    assume(reading.lawful_due is not None)
    counted = sum(reading.counted_by().values())
    assert counted == (rule.total * 60 if rule.unit is ClockUnit.WORKING_HOUR else rule.total)
    assert set(reading.counted_by()) <= rule.counted


@steady
@given(rules(), stories())
def test_the_ledger_of_days_holds_every_day_once_and_in_order(rule, events):
    reading = _read(replace(rule, unit=ClockUnit.WORKING_DAY), events)
    shown = [line.day for line in reading.lines]
    assert shown == [shown[0] + timedelta(days=n) for n in range(len(shown))]
    assert shown[0] == events[0].at.date()
    assert all(line.why for line in reading.lines)


@steady
@given(rules(), stories(), moments)
def test_one_more_holiday_never_makes_a_case_due_earlier(rule, events, moment):
    rule = replace(rule, grants=0)
    before = _read(rule, events).lawful_due
    after = _read(rule, events, HOLIDAYS.with_rows([off(moment.date().isoformat())])).lawful_due
    if rule.unit is ClockUnit.CALENDAR_DAY and not rule.roll:
        return  # without rolling on, calendar days do not ask the calendar
    assert before is None or after is None or after.date() >= before.date()


@steady
@given(rules(), stories(), moments)
def test_what_was_due_before_a_moment_stays_due_whatever_comes_after(rule, events, moment):
    assume(moment >= events[0].at)
    then = _read(rule, events, at=moment).lawful_due
    if then is not None and then < moment:
        assert _read(rule, events).lawful_due == then


@steady
@given(rules(), stories(), moments)
def test_what_is_used_never_exceeds_the_period_and_only_grows_within_a_round(rule, events, moment):
    assume(moment >= events[0].at)
    early, late = _read(rule, events[:1], at=moment), _read(rule, events[:1], at=moment + timedelta(days=1))
    most = rule.total * (60 if rule.unit is ClockUnit.WORKING_HOUR else 1)
    assert 0 <= early.used <= late.used <= most


def test_the_oracle_itself_knows_the_plain_case():
    rule = ClockRule(ClockUnit.WORKING_DAY, 5, ACT, Sure.READ)
    due = due_by_walking(rule, HOLIDAYS, [CaseEvent(BEGIN + timedelta(hours=10), Verb.TAKE, OFFICE)])
    assert due is not None
    assert due.date() == date(2021, 5, 4)
