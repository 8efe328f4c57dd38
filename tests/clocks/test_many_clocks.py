"""Thousands of clocks in a few statements: started, moved, waiting, ended; and handed over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from chuan.clocks import actions as clocks
from chuan.clocks.actions import Reckoned
from chuan.clocks.models import Clock
from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from tests.people import Ward

OPENED = date(2021, 10, 1)
DUE = date(2021, 10, 8)


def a_case() -> Subject:
    return Subject("dossier", new_uid())


def keep(ward: Ward, *reckoned: Reckoned) -> None:
    clocks.keep_all(reckoned, unit=ward.unit)


def clock_of(subject: Subject) -> Clock:
    return Clock.objects.get(subject_uid=subject.uid)


def test_a_case_that_runs_gets_a_clock_with_all_its_dates(ward: Ward):
    case = a_case()
    keep(ward, Reckoned(case, OPENED, DUE, first_promise_on=DUE - timedelta(days=1), official=ward.one_stop))
    clock = clock_of(case)
    assert (clock.opened_on, clock.first_promise_on, clock.lawful_due_on) == (OPENED, date(2021, 10, 7), DUE)
    assert (clock.state, clock.legal, clock.owner_official) == (Clock.State.RUNNING, True, ward.one_stop)


def test_a_case_reckoned_again_moves_its_clock_and_makes_no_second(ward: Ward):
    case = a_case()
    keep(ward, Reckoned(case, OPENED, DUE, official=ward.one_stop))
    keep(ward, Reckoned(case, OPENED, DUE + timedelta(days=3), role="one_stop_clerk"))
    clock = clock_of(case)
    assert clock.lawful_due_on == DUE + timedelta(days=3)
    assert (clock.owner_official, clock.owner_role) == (None, "one_stop_clerk")


def test_a_case_that_waits_says_for_whom_and_has_no_due_day(ward: Ward):
    case = a_case()
    keep(ward, Reckoned(case, OPENED, None, holder="citizen", waiting=True))
    clock = clock_of(case)
    assert (clock.state, clock.holder, clock.lawful_due_on) == (Clock.State.WAITING, "citizen", None)


def test_a_case_that_came_back_runs_again(ward: Ward):
    case = a_case()
    keep(ward, Reckoned(case, OPENED, None, holder="citizen", waiting=True))
    keep(ward, Reckoned(case, OPENED, DUE, holder="office"))
    assert clock_of(case).state == Clock.State.RUNNING


def test_a_settled_case_ends_its_clock_on_its_own_day(ward: Ward):
    early, late = a_case(), a_case()
    keep(ward, Reckoned(early, OPENED, DUE), Reckoned(late, OPENED, DUE))
    keep(
        ward,
        Reckoned(early, OPENED, DUE, settled_on=date(2021, 10, 6)),
        Reckoned(late, OPENED, DUE, settled_on=date(2021, 10, 12)),
    )
    assert [clock_of(one).settled_on.day for one in (early, late)] == [6, 12]
    assert {clock_of(one).state for one in (early, late)} == {Clock.State.ENDED}


def test_a_case_that_was_over_before_anybody_looked_gets_no_clock(ward: Ward):
    keep(ward, Reckoned(a_case(), OPENED, DUE, settled_on=DUE))
    assert not Clock.objects.exists()


def test_a_case_reopened_by_a_withdrawn_file_runs_again(ward: Ward):
    case = a_case()
    keep(ward, Reckoned(case, OPENED, DUE))
    keep(ward, Reckoned(case, OPENED, DUE, settled_on=DUE))
    keep(ward, Reckoned(case, OPENED, DUE))
    clock = clock_of(case)
    assert (clock.state, clock.settled_on) == (Clock.State.RUNNING, None)


def test_nothing_to_keep_is_no_statement_at_all(ward: Ward, django_assert_num_queries):
    with django_assert_num_queries(0):
        clocks.keep_all([], unit=ward.unit)


@pytest.mark.parametrize("settled_on", [None, DUE])
def test_thousands_take_a_few_statements(ward: Ward, settled_on: date | None, django_assert_max_num_queries):
    many = [
        Reckoned(a_case(), OPENED, DUE, settled_on=settled_on, role="one_stop_clerk") for _ in range(3000)
    ]
    with django_assert_max_num_queries(70):  # SQLite takes fewer values in one statement than PostgreSQL
        clocks.keep_all(many, unit=ward.unit)
    assert Clock.objects.count() == (0 if settled_on else 3000)


def test_thousands_are_handed_over_and_ended_too(ward: Ward):
    many = [Reckoned(a_case(), OPENED, DUE, role="one_stop_clerk") for _ in range(2500)]
    clocks.keep_all(many, unit=ward.unit)
    uids = [one.subject.uid for one in many]
    clocks.hand_over_all("dossier", uids, post=None, official=ward.one_stop)
    assert Clock.objects.filter(owner_official=ward.one_stop, owner_role="").count() == 2500
    clocks.settle_all("dossier", iter(uids), on=DUE)
    assert not Clock.objects.running().exists()
