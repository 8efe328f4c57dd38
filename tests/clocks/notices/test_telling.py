"""Notices are told from the state: once a stage, to whom it is due from; a night that was missed loses nothing."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from chuan.clocks.models import Clock, NoticePace, NoticeTold
from chuan.clocks.notices import running
from chuan.clocks.notices.gathering import readers_of, waiting_in
from chuan.clocks.offices import calendar_of
from chuan.clocks.reports import running_of
from chuan.people.models import Appointment, Official, Post
from chuan.rules.notices import HELD, LATE, NEW, SOON, Channel, Way
from tests.clocks.notices.made import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    TUESDAY,
    WEDNESDAY,
    at,
    choose,
    days_after,
    due,
    look,
    settle,
    told,
)
from tests.people import PAPER, START, Ward

FAR = date(2021, 12, 30)


def test_a_thing_is_told_when_it_is_new_soon_and_overdue_and_no_oftener(ward: Ward):
    clock = due(ward, days_after(MONDAY, 10), official=ward.clerk)
    for day in range(30):
        for hour in (6, 8, 9, 17, 22):
            look(at(days_after(MONDAY, day), hour))
    assert told(ward.clerk) == [
        (clock.pk, stage) for stage in (NEW, SOON, LATE + 1, LATE + 3, LATE + 7, LATE + 14)
    ]


def test_a_machine_that_was_off_for_a_week_tells_everything_still_due_and_nothing_settled(ward: Ward):
    look(at(FRIDAY))
    still, gone = (due(ward, days_after(MONDAY, 2), official=ward.clerk) for _n in range(2))
    coming = due(ward, days_after(MONDAY, 9), official=ward.clerk)
    settle(gone, WEDNESDAY)
    look(at(days_after(MONDAY, 7), 9))
    assert told(ward.clerk) == [(still.pk, LATE + 3), (coming.pk, SOON)]
    look(at(days_after(MONDAY, 7), 10))
    assert len(told(ward.clerk)) == 2


def test_a_thing_is_his_by_name_by_post_or_by_role_just_as_on_his_first_screen(ward: Ward):
    post = Post.objects.get(unit=ward.unit, code="van-phong")
    Appointment.objects.create(official=ward.auditor, post=post, valid_from=START, citation=PAPER)
    due(ward, FAR, post=post)
    due(ward, FAR, post=post, official=ward.clerk)
    due(ward, FAR, role="office_clerk")
    due(ward, FAR, role="office_clerk", official=ward.specialist)
    due(ward, FAR, official=ward.chairman, post=post, role="auditor")
    keys = [one.official.pk for one in readers_of(ward.unit)]
    waiting = waiting_in(ward.unit, keys, on=MONDAY)
    for official in Official.objects.filter(unit=ward.unit):
        mine = set(running_of(ward.viewer(official, MONDAY)).values_list("pk", flat=True))
        assert {one.key for one in waiting.of(official)} == mine
    assert len(waiting.of(ward.clerk)) == 4


def test_nothing_is_told_in_quiet_hours_nor_on_a_day_off_and_it_is_told_afterwards(ward: Ward):
    look(at(FRIDAY))
    clock = due(ward, FAR, official=ward.clerk)
    for when in (at(MONDAY, 6, 59), at(MONDAY, 18), at(SATURDAY, 9)):
        look(when)
    assert told(ward.clerk) == []
    look(at(MONDAY, 7))
    assert told(ward.clerk) == [(clock.pk, NEW)]


def test_whoever_wants_it_is_told_on_days_off_and_at_night(ward: Ward):
    midnight = {"quiet_from": at(MONDAY, 0).time(), "quiet_to": at(MONDAY, 0).time()}
    choose(ward, ward.clerk, Way.NONE, at(FRIDAY, 8), days_off=True, **midnight)
    due(ward, FAR, official=ward.clerk)
    look(at(SATURDAY, 23))
    assert len(told(ward.clerk)) == 1


def test_what_was_his_long_before_the_house_began_to_tell_is_no_news(ward: Ward):
    old = due(ward, FAR, opened=date(2021, 3, 1), official=ward.clerk)
    late = due(ward, FRIDAY, opened=date(2021, 3, 1), official=ward.clerk)
    fresh = due(ward, FAR, opened=FRIDAY, official=ward.clerk)
    look(at(MONDAY))
    assert told(ward.clerk) == [(late.pk, LATE + 3), (fresh.pk, NEW)]
    assert NoticeTold.objects.get(clock=old).stage == HELD
    look(at(date(2021, 12, 28)))
    assert (old.pk, SOON) in told(ward.clerk)


def test_a_thing_given_to_somebody_else_is_new_to_him_however_old_it_is(ward: Ward):
    clock = due(ward, FAR, opened=date(2021, 3, 1), official=ward.clerk)
    look(at(MONDAY))
    Clock.objects.filter(pk=clock.pk).update(owner_official=ward.specialist)
    look(at(TUESDAY))
    assert told(ward.specialist) == [(clock.pk, NEW)]
    assert told(ward.clerk) == []


def test_a_day_that_moves_is_watched_anew_and_is_not_new_again(ward: Ward):
    clock = due(ward, TUESDAY, official=ward.clerk)
    look(at(WEDNESDAY))
    Clock.objects.filter(pk=clock.pk).update(lawful_due_on=date(2021, 10, 20))
    look(at(WEDNESDAY, 9))
    assert told(ward.clerk) == [(clock.pk, LATE + 1)]
    look(at(date(2021, 10, 18)))
    look(at(date(2021, 10, 21)))
    assert told(ward.clerk) == [(clock.pk, stage) for stage in (LATE + 1, SOON, LATE + 1)]


def test_what_waits_for_others_has_no_day_and_is_not_told(ward: Ward):
    clock = due(ward, FAR, official=ward.clerk)
    Clock.objects.filter(pk=clock.pk).update(state=Clock.State.WAITING, lawful_due_on=None)
    look(at(MONDAY))
    assert told(ward.clerk) == []


def test_the_brief_comes_by_its_own_letter_and_makes_no_notice(ward: Ward):
    due(ward, MONDAY, official=ward.chairman, kind="brief")
    look(at(MONDAY))
    assert told(ward.chairman) == []


def test_a_later_notice_of_the_same_thing_need_not_be_read_twice(ward: Ward):
    clock = due(ward, days_after(MONDAY, 10), official=ward.clerk)
    look(at(MONDAY))
    look(at(days_after(MONDAY, 11)))
    assert list(NoticeTold.objects.unread().values_list("clock", "stage")) == [(clock.pk, LATE + 1)]


def test_an_account_that_is_closed_is_told_nothing_and_a_ward_that_is_over_neither(
    ward: Ward, other_ward: Ward
):
    due(ward, MONDAY, official=ward.clerk)
    ward.clerk.account.is_active = False
    ward.clerk.account.save()
    due(other_ward, MONDAY, official=other_ward.clerk)
    other_ward.unit.valid_to = MONDAY
    other_ward.unit.save()
    assert look(at(MONDAY)) == 0
    ward.clerk.account.is_active = True
    ward.clerk.account.save()
    assert look(at(MONDAY, 9)) == 1


def test_two_processes_that_look_at_once_tell_once(ward: Ward, monkeypatch):
    due(ward, MONDAY, official=ward.clerk)
    stale = readers_of(ward.unit)
    look(at(MONDAY))
    monkeypatch.setattr(running, "readers_of", lambda unit: stale)
    monkeypatch.setattr(running, "told_to", lambda keys: {})
    assert look(at(MONDAY, 8, 1)) == 0
    assert len(told(ward.clerk)) == 1
    look(at(TUESDAY))
    assert len(told(ward.clerk)) == 1


def test_one_ward_in_trouble_keeps_no_other_from_its_notices(
    ward: Ward, other_ward: Ward, monkeypatch, caplog
):
    due(other_ward, MONDAY, official=other_ward.clerk)
    whole = running.tell_unit

    def broken(unit, *, at):
        if unit == ward.unit:
            raise RuntimeError
        return whole(unit, at=at)

    monkeypatch.setattr(running, "tell_unit", broken)
    assert look(at(MONDAY)) == 1
    assert "notices of a unit could not be told" in caplog.text


def test_kinds_of_a_room_that_is_switched_off_are_not_told(ward: Ward, monkeypatch):
    due(ward, MONDAY, official=ward.clerk)
    monkeypatch.setattr(
        "chuan.clocks.notices.gathering.rooms.off_kinds", lambda unit, on: frozenset({"dossier"})
    )
    assert look(at(MONDAY)) == 0


def test_a_look_with_nothing_to_tell_writes_nothing(ward: Ward, django_assert_max_num_queries):
    due(ward, FAR, official=ward.clerk)
    look(at(MONDAY))
    calendar_of(ward.unit)
    before = list(NoticePace.objects.values_list("pk", "inside_at", "letter_at"))
    with django_assert_max_num_queries(13) as asked:
        assert look(at(MONDAY, 8, 1)) == 0
    assert not [one for one in asked.captured_queries if one["sql"].startswith(("INSERT", "UPDATE"))]
    assert list(NoticePace.objects.values_list("pk", "inside_at", "letter_at")) == before


@pytest.mark.parametrize("many", [10, 400])
def test_the_number_of_statements_does_not_grow_with_the_things(
    ward: Ward, many, django_assert_max_num_queries
):
    for n in range(many):
        due(ward, days_after(MONDAY, n % 60 - 20), role=("office_clerk", "chairman", "specialist")[n % 3])
    calendar_of(ward.unit)
    with django_assert_max_num_queries(70):
        assert look(at(MONDAY)) == many
    with django_assert_max_num_queries(13):
        assert look(at(MONDAY, 8, 1)) == 0


def test_what_was_told_of_things_settled_long_ago_is_forgotten_and_of_running_ones_kept(ward: Ward):
    gone, still = (due(ward, MONDAY, official=ward.clerk) for _n in range(2))
    look(at(MONDAY))
    settle(gone, TUESDAY)
    look(at(days_after(MONDAY, 180)))
    assert NoticeTold.objects.filter(clock=gone).exists()
    look(at(days_after(MONDAY, 181)))
    assert not NoticeTold.objects.filter(clock=gone).exists()
    assert NoticeTold.objects.filter(clock=still, told_at=at(MONDAY)).exists()


def test_the_day_is_that_of_viet_nam(ward: Ward):
    clock = due(ward, MONDAY, official=ward.clerk)
    early = at(TUESDAY, 7).astimezone(ZoneInfo("UTC"))
    assert early.hour == 0
    look(early)
    assert told(ward.clerk) == [(clock.pk, LATE + 1)]
    assert told(ward.clerk, Channel.LETTER) == []
    assert NoticeTold.objects.get().told_at - early == timedelta(0)
