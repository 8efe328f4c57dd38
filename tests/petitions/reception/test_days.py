"""The Chairman's days: by rule, off the holidays, judged by the law of 2021 and of 2026, never given to a deputy."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.clocks.offices import calendar_of
from chuan.people.models import RoleGrant
from chuan.people.roles import Role
from chuan.petitions.actions.reception_days import Sitting, call_off, hold, move, plan, try_line
from chuan.petitions.models import ReceptionChange, ReceptionDay
from chuan.petitions.reception.alarms import rings
from chuan.petitions.reception.planning import days_by_rule
from chuan.petitions.reception.terms import chairman_of, terms_of, values_in
from chuan.petitions.refusals import WordsMissing
from chuan.petitions.refusals_reception import (
    LineNotTried,
    NothingPlanned,
    OnlineNotYet,
    ReceptionDayTaken,
    ReceptionDelegated,
    ReceptionHoursBackwards,
    ReceptionSettled,
    ReceptionToCome,
)
from chuan.rules.refusals import NotAllowed
from chuan.rules.types import Period
from chuan.trail.models import Detail, Entry
from tests.people import START
from tests.petitions.made import now

THURSDAY = 3


def terms(ward, period: Period, on: date):
    days = ReceptionDay.objects.standing().filter(unit=ward.unit)
    values = values_in(ward.unit, period)
    return terms_of(days, values, period, chairman_of([ward.unit.pk]), on)


def test_the_first_and_third_thursday_of_a_month(ward):
    found = days_by_rule(calendar_of(ward.unit), Period.month(2026, 7), THURSDAY, {1, 3})
    assert [one.day for one in found] == [date(2026, 7, 2), date(2026, 7, 16)]
    every = days_by_rule(calendar_of(ward.unit), Period.month(2026, 7), THURSDAY)
    assert len(every) == 5


def test_a_holiday_is_moved_inside_its_week_and_month(ward):
    """02/09 and the day beside it are days off (Bộ luật Lao động, Điều 112)."""
    (one,) = days_by_rule(calendar_of(ward.unit), Period.month(2021, 9), THURSDAY, {1})
    assert one.meant == date(2021, 9, 2)
    assert (one.moved, one.why != "") == (True, True)
    assert one.day is not None
    assert one.day.month == 9
    assert one.day.isocalendar()[1] == one.meant.isocalendar()[1]


def test_before_july_2026_each_whole_week_asks_for_a_day(ward, by, planned):
    """Luật Tiếp công dân 2013, Điều 15.2 d; the half weeks at the ends of a month are not judged."""
    hold(planned(date(2021, 9, 9)), ward.chairman, by=by, at=now())
    found = terms(ward, Period.month(2021, 9), date(2021, 10, 1))
    assert [(one.period.start.day, one.state) for one in found] == [(6, "met"), (13, "unmet"), (20, "unmet")]


def test_since_july_2026_each_month_asks_for_two(ward, by, planned):
    """Luật 136/2025/QH15, Điều 1.7. What is planned and what nobody told of is said apart."""
    for day in (date(2026, 7, 2), date(2026, 7, 16), date(2026, 8, 6)):
        planned(day)
    first = ReceptionDay.objects.get(day=date(2026, 7, 2))
    hold(first, ward.chairman, by=by, at=now())
    july, august, september = terms(ward, Period(date(2026, 7, 1), date(2026, 10, 1)), date(2026, 8, 3))
    assert (july.state, july.held, july.unsaid) == ("unsaid", 1, 1)
    assert (august.state, august.missing, august.planned) == ("short", 1, 1)
    assert (september.state, september.missing) == ("short", 2)


def test_before_anything_was_written_here_nothing_is_said(ward, planned):
    """No data is no bad news either."""
    planned(date(2021, 9, 16))
    assert [one.state for one in terms(ward, Period.month(2021, 9), date(2021, 10, 1))] == [
        "unknown",
        "unsaid",
        "unmet",
    ]


def test_the_week_in_which_the_law_changed_asks_for_nothing(ward):
    found = terms(ward, Period(date(2026, 6, 22), date(2026, 8, 1)), date(2026, 8, 1))
    assert [(one.period.start, one.value.unit) for one in found] == [
        (date(2026, 6, 22), "day_per_week"),
        (date(2026, 7, 1), "day_per_month"),
    ]


def test_a_screen_and_a_deputy_do_not_count(ward, by, planned):
    hold(planned(date(2021, 9, 9)), ward.specialist, by=by, at=now())
    planned(date(2026, 7, 2), online=True)
    assert terms(ward, Period.month(2021, 9), date(2021, 10, 1))[0].held == 0
    assert terms(ward, Period.month(2026, 7), date(2026, 7, 1))[0].planned == 0


def test_from_july_2026_no_deputy_is_planned_in_his_place(ward, by, planned):
    RoleGrant.objects.create(
        official=ward.specialist, unit=ward.unit, role=Role.VICE_CHAIRMAN, valid_from=START, citation="x"
    )
    planned(date(2026, 6, 30), ward.specialist)
    with pytest.raises(ReceptionDelegated) as refused:
        planned(date(2026, 7, 2), ward.specialist)
    assert "136/2025/QH15" in refused.value.sentence
    row = planned(date(2026, 7, 9))
    with pytest.raises(ReceptionDelegated):
        move(row, _sitting(date(2026, 7, 10), ward.specialist), "Chủ tịch đi họp", by=by, at=now())


def _sitting(
    day: date, receiver, starts: time = time(7, 30), ends: time = time(11, 30), online: bool = False
):
    return Sitting(day, starts, ends, "Phòng tiếp công dân", online, receiver)


def test_a_day_is_moved_with_a_reason_and_what_was_planned_stays(ward, by, planned):
    row = planned(date(2026, 7, 9))
    with pytest.raises(WordsMissing):
        move(row, _sitting(date(2026, 7, 10), ward.chairman), " ", by=by, at=now())
    moved = move(row, _sitting(date(2026, 7, 10), ward.chairman), "Chủ tịch họp tỉnh", by=by, at=now())
    change = ReceptionChange.objects.get(reception_day=moved, verb="move")
    assert ("09/07/2026" in change.before, "10/07/2026" in change.after) == (True, True)
    assert Clock.objects.get(subject_uid=row.uid, kind="due").lawful_due_on == date(2026, 7, 10)
    other = planned(date(2026, 7, 16))
    with pytest.raises(ReceptionDayTaken):
        move(other, _sitting(date(2026, 7, 10), ward.chairman), "dồn buổi", by=by, at=now())
    call_off(moved, "Chủ tịch nghỉ ốm", by=by, at=now())
    with pytest.raises(ReceptionSettled):
        hold(moved, ward.chairman, by=by, at=now())
    assert Clock.objects.get(subject_uid=row.uid, kind="due").settled_on is not None


def test_a_day_to_come_was_not_held(ward, by, planned):
    with pytest.raises(ReceptionToCome):
        hold(planned(date(2999, 1, 3)), ward.chairman, by=by, at=now())


def test_the_line_of_an_online_sitting_is_tried_a_working_day_before(ward, by, planned):
    """154/2026/NĐ-CP: the clock of it stands in the work of who keeps the register."""
    with pytest.raises(OnlineNotYet):
        planned(date(2021, 9, 9), online=True)
    row = planned(date(2026, 7, 6), online=True)
    clock = Clock.objects.get(subject_uid=row.uid, kind="line_test")
    assert (clock.lawful_due_on, clock.owner_role) == (date(2026, 7, 3), "petition_clerk")
    with pytest.raises(LineNotTried):
        try_line(row, date(2026, 7, 7), by=by, at=now())
    assert try_line(row, date(2026, 7, 3), by=by, at=now()).tested_on == date(2026, 7, 3)
    clock.refresh_from_db()
    assert clock.settled_on is not None
    with pytest.raises(LineNotTried):
        try_line(planned(date(2026, 7, 9)), date(2026, 7, 8), by=by, at=now())


def test_what_is_planned_already_stays_and_hours_run_forward(ward, by, planned):
    planned(date(2026, 7, 9))
    with pytest.raises(NothingPlanned):
        planned(date(2026, 7, 9))
    with pytest.raises(ReceptionHoursBackwards):
        plan([_sitting(date(2026, 7, 13), ward.chairman, time(11), time(8))], by=by, at=now())
    with pytest.raises(NotAllowed):
        plan([_sitting(date(2026, 7, 13), ward.chairman)], by=ward.viewer(ward.specialist), at=now())


def test_the_chairman_is_told_in_time_that_days_are_missing(ward, planned):
    """Silent until a first schedule was made, then by the term that runs and the one that begins soon."""
    on = date(2026, 7, 20)
    chairman = ward.viewer(ward.chairman, on)
    assert not list(rings(chairman))
    planned(date(2026, 7, 2))
    planned(date(2026, 7, 30))
    assert [one.sentence.split(" mới")[0] for one in rings(chairman)] == ["Tháng 8 năm 2026"]
    assert not list(rings(ward.viewer(ward.specialist, on)))


def test_the_trail_tells_of_the_schedule(ward, by, planned):
    row = planned(date(2026, 7, 9))
    call_off(row, "Chủ tịch nghỉ ốm", by=by, at=timezone.now())
    entry = Entry.objects.get(verb="reception.call_off")
    assert entry.subject_uid == row.uid
    assert "nghỉ ốm" not in Detail.objects.get(entry=entry).body, "typed words stay beside the day"
    assert row.changes.get(verb="call_off").reason == "Chủ tịch nghỉ ốm"
