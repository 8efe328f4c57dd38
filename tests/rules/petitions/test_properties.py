"""What holds for every petition, whenever it came and whatever happened to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.law.petitions import law_as_of, petition_law
from chuan.rules.petitions import (
    Channel,
    Complexity,
    Facts,
    Happening,
    Kind,
    Prolongation,
    Step,
    petition_dates,
    prolong,
)
from chuan.rules.petitions.reading import clock_named
from chuan.rules.refusals import ProlongedTooLate
from chuan.rules.working_time import VIETNAM
from tests.rules.petitions.letters import CALENDAR

FAST = settings(max_examples=25, deadline=None)
DAYS = st.dates(date(2021, 1, 4), date(2026, 6, 1))
KINDS = st.sampled_from([Kind.COMPLAINT, Kind.DENUNCIATION])
HARD = Complexity.ESPECIALLY


def moment(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour), VIETNAM)


def happened(step: Step, day: date, days: int = 0) -> Happening:
    return Happening(moment(day), step, days)


def resolve_due(facts: Facts, *steps: Happening) -> date:
    at = steps[-1].at + timedelta(days=1)
    dates = petition_dates(law_as_of(at.date()), CALENDAR, facts, steps, at=at)
    found = clock_named(dates, f"{facts.kind}.resolve")
    assert found
    assert found.reading.lawful_due_on
    return found.reading.lawful_due_on


@FAST
@given(
    st.sampled_from([Kind.FEEDBACK, Kind.COMPLAINT, Kind.DENUNCIATION]),
    st.sampled_from(Channel),
    DAYS,
    st.integers(0, 23),
)
def test_nothing_is_due_before_it_was_received(kind: Kind, channel: Channel, day: date, hour: int):
    received = Happening(moment(day, hour), Step.RECEIVED)
    facts = Facts(kind, channel, competent=False)
    for one in petition_dates(law_as_of(day), CALENDAR, facts, [received], at=received.at):
        assert one.reading.lawful_due_on
        assert one.reading.lawful_due_on > day


@FAST
@given(KINDS, DAYS, st.integers(0, 25), st.integers(0, 200))
def test_a_suspension_never_makes_a_case_due_earlier(kind: Kind, day: date, after: int, days: int):
    """And never gives it more days than it lasted, but for the days off at the end."""
    start = happened(Step.RECEIVED, day), happened(Step.ACCEPTED, day)
    facts = Facts(kind, Channel.POST)
    since = day + timedelta(days=after)
    halted = happened(Step.SUSPENDED, since), happened(Step.RESUMED, since + timedelta(days=days))
    plain, due = resolve_due(facts, *start), resolve_due(facts, *start, *halted)
    assert plain <= due <= plain + timedelta(days=days + 12)


@FAST
@given(KINDS, DAYS, st.integers(1, 200))
def test_a_prolongation_signed_after_expiry_is_refused_and_one_in_time_moves_the_date_on(
    kind: Kind, day: date, late: int
):
    start = happened(Step.RECEIVED, day), happened(Step.ACCEPTED, day)
    facts, law = Facts(kind, Channel.POST, complexity=HARD), petition_law(day).values
    due = resolve_due(facts, *start)
    dates = petition_dates(law_as_of(day), CALENDAR, facts, start, at=moment(day))
    found = clock_named(dates, f"{kind}.resolve")
    assert found
    with pytest.raises(ProlongedTooLate):
        prolong(found, facts, law, 0, Prolongation("1/QĐ", moment(due + timedelta(days=late)), 15))
    step = prolong(found, facts, law, 0, Prolongation("1/QĐ", moment(due), 15))
    assert due < resolve_due(facts, *start, step) <= due + timedelta(days=15 + 12)
    assert resolve_due(facts, *start, replace(step, at=moment(due + timedelta(days=late)))) == due


@FAST
@given(KINDS, DAYS, st.lists(st.tuples(st.integers(0, 90), st.integers(0, 60)), max_size=5))
def test_no_prolongations_exceed_what_the_law_gives_in_all(
    kind: Kind, day: date, grants: list[tuple[int, int]]
):
    """45 days of a complaint, 90 of a denunciation, and days off at the end.

    02/2011/QH13, Điều 28; 25/2018/QH14, Điều 30.
    """
    start = happened(Step.RECEIVED, day), happened(Step.ACCEPTED, day)
    steps = [happened(Step.PROLONGED, day + timedelta(days=after), days) for after, days in sorted(grants)]
    due = resolve_due(Facts(kind, Channel.POST, complexity=HARD), *start, *steps)
    most = 45 if kind is Kind.COMPLAINT else 90
    assert day + timedelta(days=30) <= due <= day + timedelta(days=most + 12)
