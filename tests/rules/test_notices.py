"""What somebody is told of his due things: once a stage, never in quiet hours; a machine that was off loses nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.law.calendars import national_calendar
from chuan.rules.notices import (
    HELD,
    LATE,
    NEW,
    SOON,
    Channel,
    Choice,
    Due,
    Looked,
    Practice,
    Told,
    Way,
    bundle_on,
    disturbs,
    late_days,
    next_turn,
    opens,
    soon_until,
    stage_on,
    tell,
    turn,
    way_of,
)
from chuan.rules.working_time import VIETNAM

CALENDAR = national_calendar()
PRACTICE = Practice((1, 3, 7, 14, 30), timedelta(minutes=30), timedelta(days=7))
MONDAY = date(2021, 10, 4)
FRIDAY, SATURDAY, SUNDAY = (date(2021, 10, day) for day in (8, 9, 10))
QUIET_NEVER = {"quiet_from": time(0), "quiet_to": time(0)}


def at(day: date, hour: int = 8, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), VIETNAM)


def thing(key: int = 1, due: date = MONDAY, since: date = MONDAY, kind: str = "dossier") -> Due:
    return Due(key, kind, due, since)


DEFAULT = Choice()


def said(*dues: Due, told=(), choice: Choice = DEFAULT, on: date = MONDAY, **more):
    bundle = bundle_on(dues, told, choice, on=on, calendar=CALENDAR, practice=PRACTICE, **more)
    return [(one.thing.key, one.stage) for one in bundle.lines]


# stages


@pytest.mark.parametrize(
    ("days", "stage"),
    [(30, NEW), (4, NEW), (3, SOON), (0, SOON), (-1, LATE + 1), (-2, LATE + 1), (-3, LATE + 3), (-29, LATE + 14),
     (-30, LATE + 30), (-400, LATE + 30)],
)  # fmt: skip
def test_a_thing_is_new_then_soon_then_overdue_and_said_again_at_growing_distance(days: int, stage: int):
    until = MONDAY + timedelta(days=3)
    assert (
        stage_on(thing(due=MONDAY + timedelta(days=days)), MONDAY, until=until, steps=PRACTICE.steps) == stage
    )


def test_after_the_last_step_it_is_never_said_again():
    told = [Told(1, LATE + 30, MONDAY)]
    assert said(thing(), told=told, on=MONDAY + timedelta(days=900)) == []


def test_where_no_step_is_reached_an_overdue_thing_is_still_overdue():
    assert stage_on(thing(), MONDAY + timedelta(days=1), until=MONDAY, steps=(5,)) == LATE + 1


def test_soon_looks_ahead_by_working_days_and_by_days_as_they_come_where_no_calendar_is_held():
    assert soon_until(CALENDAR, FRIDAY, 1) == date(2021, 10, 11)
    assert soon_until(CALENDAR, FRIDAY, 0) == FRIDAY
    far = date(2090, 1, 1)
    assert soon_until(CALENDAR, far, 3) == far + timedelta(days=3)


def test_a_stage_says_how_many_days_overdue_it_is():
    assert [late_days(stage) for stage in (HELD, NEW, SOON, LATE, LATE + 7)] == [0, 0, 0, 0, 7]


# what is news


def test_each_stage_is_told_once_and_the_furthest_only():
    late = thing(due=MONDAY - timedelta(days=1))
    assert said(late) == [(1, LATE + 1)]
    assert said(late, told=[Told(1, LATE + 1, late.due)]) == []
    assert said(late, told=[Told(1, SOON, late.due)]) == [(1, LATE + 1)]


def test_a_thing_told_once_is_not_new_again_when_its_day_moves_but_its_new_day_is_watched():
    moved = thing(due=MONDAY + timedelta(days=30))
    told = [Told(1, NEW, MONDAY), Told(1, LATE + 1, MONDAY)]
    assert said(moved, told=told) == []
    assert said(moved, told=told, on=MONDAY + timedelta(days=29)) == [(1, SOON)]


def test_looking_further_ahead_tells_what_is_soon_now_and_looking_less_far_takes_nothing_back():
    later = thing(due=MONDAY + timedelta(days=8))
    told = [Told(1, NEW, later.due)]
    assert said(later, told=told) == []
    assert said(later, told=told, choice=Choice(ahead=10)) == [(1, SOON)]
    assert said(later, told=[*told, Told(1, SOON, later.due)]) == []


def test_fewer_steps_of_practice_tell_nothing_twice():
    late = thing(due=MONDAY - timedelta(days=3))
    few = replace(PRACTICE, steps=(1, 7))
    bundle = bundle_on(
        [late], [Told(1, LATE + 3, late.due)], Choice(), on=MONDAY, calendar=CALENDAR, practice=few
    )
    assert not bundle.lines


def test_kinds_left_out_are_not_told_and_are_once_they_are_wanted_again():
    assert said(thing(kind="brief"), choice=Choice(without=frozenset({"brief"}))) == []
    assert said(thing(kind="brief")) == [(1, SOON)]


def test_what_was_his_long_before_is_remembered_and_not_told_as_new():
    old, fresh = (thing(key, MONDAY + timedelta(days=60), MONDAY - timedelta(days=key)) for key in (90, 2))
    late = thing(3, MONDAY - timedelta(days=5), MONDAY - timedelta(days=90))
    before = MONDAY - timedelta(days=7)
    bundle = bundle_on(
        [old, fresh, late], [], Choice(), on=MONDAY, calendar=CALENDAR, practice=PRACTICE, known_before=before
    )
    assert [one.thing.key for one in bundle.lines] == [3, 2]
    assert bundle.held == (old,)
    assert said(old, told=[Told(90, HELD, old.due)]) == []
    assert said(old, told=[Told(90, HELD, old.due)], on=old.due) == [(90, SOON)]


def test_the_most_pressing_comes_first():
    new, soon = thing(1, MONDAY + timedelta(days=40)), thing(2, MONDAY)
    late, later = thing(3, MONDAY - timedelta(days=40)), thing(4, MONDAY - timedelta(days=1))
    assert [key for key, _stage in said(new, soon, later, late)] == [3, 4, 2, 1]


# moments


@pytest.mark.parametrize(
    ("start", "end", "hour", "quiet"),
    [(18, 7, 18, True), (18, 7, 23, True), (18, 7, 6, True), (18, 7, 7, False), (18, 7, 17, False), (11, 13, 12, True),
     (11, 13, 13, False), (11, 13, 10, False), (0, 0, 0, False), (9, 9, 9, False)],
)  # fmt: skip
def test_quiet_hours_go_over_midnight_and_the_same_hour_twice_is_no_quiet(
    start: int, end: int, hour: int, quiet: bool
):
    choice = Choice(quiet_from=time(start), quiet_to=time(end))
    assert disturbs(choice, CALENDAR, at(MONDAY, hour)) is quiet


def test_the_hours_are_those_of_viet_nam():
    assert disturbs(Choice(), CALENDAR, datetime.fromisoformat("2021-10-04T12:00:00+00:00"))
    assert not disturbs(Choice(), CALENDAR, datetime.fromisoformat("2021-10-04T01:00:00+00:00"))


def test_a_day_off_is_left_in_peace_unless_it_was_chosen():
    assert disturbs(Choice(), CALENDAR, at(SATURDAY))
    assert not disturbs(Choice(days_off=True), CALENDAR, at(SATURDAY))


def test_a_bundle_of_the_morning_is_due_at_its_hour_of_the_last_working_day():
    choice = Choice(letter=Way.DAILY)
    assert turn(Way.DAILY, choice, CALENDAR, at(MONDAY, 7, 30)) == at(MONDAY, 7, 30)
    assert turn(Way.DAILY, choice, CALENDAR, at(MONDAY, 7, 29)) == at(date(2021, 10, 1), 7, 30)
    assert next_turn(Way.DAILY, choice, CALENDAR, at(FRIDAY, 8)) == at(date(2021, 10, 11), 7, 30)
    assert next_turn(Way.DAILY, replace(choice, days_off=True), CALENDAR, at(FRIDAY, 8)) == at(
        SATURDAY, 7, 30
    )


def test_a_bundle_of_the_week_is_due_on_its_first_working_day():
    """Monday 15 and Tuesday 16 February 2021 were days off of Tết; the week before began on Monday 8."""
    choice = Choice(letter=Way.WEEKLY)
    assert turn(Way.WEEKLY, choice, CALENDAR, at(FRIDAY)) == at(MONDAY, 7, 30)
    assert turn(Way.WEEKLY, choice, CALENDAR, at(date(2021, 2, 16))) == at(date(2021, 2, 8), 7, 30)
    assert next_turn(Way.WEEKLY, choice, CALENDAR, at(date(2021, 2, 9))) == at(date(2021, 2, 17), 7, 30)


def test_there_is_no_turn_where_nobody_works():
    never = replace(CALENDAR.hours[0], working=frozenset(), week=((),) * 7)
    empty = type(CALENDAR)((never,), (), {})
    assert turn(Way.DAILY, Choice(), empty, at(MONDAY)) is None
    assert next_turn(Way.WEEKLY, Choice(), empty, at(MONDAY)) is None
    nobody = Choice(days_off=False, **QUIET_NEVER)
    assert not opens(Way.DAILY, nobody, empty, last=None, at=at(MONDAY), gap=timedelta(0))


def test_a_turn_that_was_missed_stays_open_until_a_moment_that_disturbs_nobody():
    choice, gap = Choice(letter=Way.DAILY), timedelta(0)
    last = at(date(2021, 10, 1), 7, 30)
    ask = {"last": last, "gap": gap}
    assert not opens(Way.DAILY, choice, CALENDAR, at=at(MONDAY, 7, 15), **ask)
    assert opens(Way.DAILY, choice, CALENDAR, at=at(MONDAY, 16), **ask)
    assert not opens(Way.DAILY, choice, CALENDAR, at=at(MONDAY, 20), **ask)
    assert opens(Way.DAILY, choice, CALENDAR, at=at(MONDAY + timedelta(days=1), 7, 5), **ask)
    assert not opens(Way.DAILY, choice, CALENDAR, last=at(MONDAY, 7, 31), at=at(MONDAY, 16), gap=gap)
    assert opens(Way.DAILY, choice, CALENDAR, last=None, at=at(MONDAY, 16), gap=gap)


def test_at_once_leaves_a_gap_between_two_and_none_never_opens():
    gap = timedelta(minutes=30)
    ask = {"last": at(MONDAY, 8), "gap": gap}
    assert not opens(Way.AT_ONCE, Choice(), CALENDAR, at=at(MONDAY, 8, 29), **ask)
    assert opens(Way.AT_ONCE, Choice(), CALENDAR, at=at(MONDAY, 8, 30), **ask)
    assert opens(Way.AT_ONCE, Choice(), CALENDAR, at=at(MONDAY, 8), last=None, gap=gap)
    assert not opens(Way.NONE, Choice(), CALENDAR, at=at(MONDAY, 9), **ask)


def test_inside_it_is_told_as_it_comes_and_letters_as_chosen():
    assert way_of(Choice(), Channel.INSIDE) is Way.AT_ONCE
    assert way_of(Choice(inside=False), Channel.INSIDE) is Way.NONE
    assert way_of(Choice(letter=Way.WEEKLY), Channel.LETTER) is Way.WEEKLY


def test_nobody_gets_a_bundle_of_a_morning_before_he_asked_for_it():
    choice = Choice(letter=Way.DAILY)
    ask = {"calendar": CALENDAR, "practice": PRACTICE}
    looked = Looked(None, at(MONDAY, 9))
    assert looked.first
    assert tell([thing()], [], choice, Channel.LETTER, looked=looked, at=at(MONDAY, 10), **ask) is None
    tuesday = at(MONDAY + timedelta(days=1), 8)
    bundle = tell([thing()], [], choice, Channel.LETTER, looked=looked, at=tuesday, **ask)
    assert [one.stage for one in bundle.lines] == [LATE + 1]
    assert not Looked(tuesday, at(MONDAY, 9)).first
    assert Looked(at(MONDAY, 8), at(MONDAY, 9)).first
    assert Looked().since is None


def test_letters_at_once_leave_their_gap_and_what_is_inside_does_not_wait():
    choice = Choice(letter=Way.AT_ONCE)
    ask = {
        "at": at(MONDAY, 8, 10),
        "calendar": CALENDAR,
        "practice": PRACTICE,
        "looked": Looked(at(MONDAY, 8)),
    }
    assert tell([thing()], [], choice, Channel.LETTER, **ask) is None
    assert tell([thing()], [], choice, Channel.INSIDE, **ask).lines


def test_a_machine_that_was_off_for_a_week_tells_everything_still_due_in_one_bundle():
    choice = Choice(letter=Way.DAILY)
    dues = [thing(n, MONDAY + timedelta(days=n), MONDAY) for n in range(12)]
    back = at(MONDAY + timedelta(days=7), 9)
    looked = Looked(at(MONDAY - timedelta(days=3), 7, 30))
    ask = {"looked": looked, "calendar": CALENDAR, "practice": PRACTICE}
    bundle = tell(dues, [], choice, Channel.LETTER, at=back, **ask)
    assert len(bundle.lines) == 12
    told = [Told(one.thing.key, one.stage, one.thing.due) for one in bundle.lines]
    again = {**ask, "looked": Looked(back)}
    assert tell(dues, told, choice, Channel.LETTER, at=back + timedelta(minutes=1), **again) is None
    tomorrow = tell(dues, told, choice, Channel.LETTER, at=back + timedelta(days=1), **again)
    assert not {(one.thing.key, one.stage) for one in tomorrow.lines} & {(one.key, one.stage) for one in told}


# whatever the moments


DAYS = 21
STEP = timedelta(minutes=90)
LAST = at(MONDAY + timedelta(days=DAYS + 2), 12)
"""A Wednesday noon, two days after the last change: every way has had a turn."""

HOURS = st.integers(0, 23).map(time)
CHOICES = st.builds(
    Choice,
    inside=st.just(True), letter=st.sampled_from([Way.DAILY, Way.WEEKLY, Way.AT_ONCE]), hour=st.just(time(11)),
    quiet_from=st.integers(12, 23).map(time), quiet_to=st.integers(0, 10).map(time), days_off=st.booleans(),
    ahead=st.integers(0, 6), without=st.sampled_from([frozenset(), frozenset({"task"})]),
)  # fmt: skip


@st.composite
def lives(draw):
    """Things that come on one day, are due on another, and are settled on a third or never."""
    found = []
    for key in range(draw(st.integers(0, 6))):
        comes = draw(st.integers(0, DAYS - 8))
        due = MONDAY + timedelta(days=comes + draw(st.integers(-5, 25)))
        ends = draw(st.none() | st.integers(comes, DAYS - 8))
        kind = draw(st.sampled_from(["dossier", "task"]))
        found.append((Due(key, kind, due, MONDAY + timedelta(days=comes)), comes, ends))
    return found


def run(lived, choice: Choice, channel: Channel, moments) -> list[tuple[datetime, Told]]:
    """Everything that is told when the machine looks at these moments."""
    told, last = [], at(MONDAY - timedelta(days=1))
    for moment in moments:
        day = (moment.astimezone(VIETNAM).date() - MONDAY).days
        dues = [one for one, comes, ends in lived if comes <= day and (ends is None or day < ends)]
        bundle = tell(
            dues, [one for _at, one in told], choice, channel, looked=Looked(last), at=moment, calendar=CALENDAR,
            practice=PRACTICE,
        )  # fmt: skip
        if bundle is not None:
            last = moment if bundle.lines or choice.letter is not Way.AT_ONCE else last
            told += [(moment, Told(one.thing.key, one.stage, one.thing.due)) for one in bundle.lines]
    return told


EVERY = [at(MONDAY, 0) + STEP * n for n in range(int((LAST - at(MONDAY, 0)) / STEP) + 1)]
SOME = st.lists(st.sampled_from(EVERY), max_size=25).map(lambda some: sorted({*some, LAST - STEP}))


@settings(max_examples=150, deadline=None)
@given(lives(), CHOICES, st.sampled_from(Channel), SOME)
def test_nothing_is_told_twice_nor_in_quiet_hours_nor_on_a_day_off(lived, choice, channel, moments):
    told = run(lived, choice, channel, moments)
    assert len({one for _at, one in told}) == len(told)
    assert not [moment for moment, _one in told if disturbs(choice, CALENDAR, moment)]


@settings(max_examples=100, deadline=None)
@given(lives(), CHOICES.map(lambda one: replace(one, letter=Way.DAILY)), st.sampled_from(Channel), SOME)
def test_whenever_the_machine_looked_the_same_is_told_in_the_end_of_what_is_still_due(
    lived, choice, channel, moments
):
    """Of each thing still due, how far he was told: the same whether somebody looked all the time or seldom."""

    def reached(told):
        still = {one.key for one, _comes, ends in lived if ends is None}
        found = {}
        for _at, one in told:
            if one.key in still:
                found[one.key] = max(one.stage, found.get(one.key, 0))
        return found

    assert reached(run(lived, choice, channel, moments)) == reached(run(lived, choice, channel, EVERY))


@settings(max_examples=60, deadline=None)
@given(lives(), CHOICES, st.sampled_from(Channel), SOME)
def test_nothing_settled_is_told(lived, choice, channel, moments):
    ends = {one.key: ends for one, _comes, ends in lived}
    for moment, one in run(lived, choice, channel, moments):
        day = (moment.astimezone(VIETNAM).date() - MONDAY).days
        assert ends[one.key] is None or day < ends[one.key]
