"""Lateness caused outside: recorded waits for others, counted in working days against the days late."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.dossiers.models import CaseEvent, Dossier
from chuan.dossiers.reports.asked import Asked
from chuan.dossiers.reports.counting import statistics
from chuan.dossiers.reports.figures import LATE_OUTSIDE
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from tests.dossiers.figures.made import add_cause
from tests.dossiers.made import make_dossier, moment
from tests.people import Ward

# Friday 5 March 2021 was the due day, Tuesday 9 March the day it was solved: two working days late.
RECEIVED, DUE, SOLVED = date(2021, 3, 1), date(2021, 3, 5), date(2021, 3, 9)


@pytest.fixture
def late(ward: Ward) -> Dossier:
    return make_dossier(ward.unit, received_on=RECEIVED, judged_due_on=DUE, settled_on=SOLVED)


def apart(ward: Ward, as_of=None) -> int:
    viewer: Viewer = ward.viewer(ward.clerk)
    total = statistics(viewer, Asked(Period.year(2021), date(2022, 1, 1), as_of=as_of)).total
    assert total["late"] == 1
    return total[LATE_OUTSIDE]


def test_without_a_recorded_cause_lateness_is_our_own(ward: Ward, late: Dossier):
    assert apart(ward) == 0


@pytest.mark.parametrize("cause", ["citizen", "tax", "land"])
def test_waits_as_long_as_the_lateness_caused_it(ward: Ward, late: Dossier, cause: str):
    add_cause(late, cause, date(2021, 3, 8), date(2021, 3, 9))
    assert apart(ward) == 1


@pytest.mark.parametrize("cause", ["field", "overload", "system"])
def test_our_own_causes_are_not_outside(ward: Ward, late: Dossier, cause: str):
    add_cause(late, cause, RECEIVED, SOLVED)
    assert apart(ward) == 0


def test_a_weekend_is_neither_waited_nor_late(ward: Ward, late: Dossier):
    add_cause(late, "tax", date(2021, 3, 6), date(2021, 3, 8))
    assert apart(ward) == 0


def test_a_wait_before_the_due_day_counts_too(ward: Ward, late: Dossier):
    add_cause(late, "tax", date(2021, 3, 2), date(2021, 3, 3))
    assert apart(ward) == 1


def test_the_day_of_receipt_is_day_zero_for_waits_as_well(ward: Ward, late: Dossier):
    add_cause(late, "tax", RECEIVED, date(2021, 3, 2))
    assert apart(ward) == 0


def test_days_in_two_waits_count_once(ward: Ward, late: Dossier):
    add_cause(late, "tax", date(2021, 3, 2), date(2021, 3, 2))
    add_cause(late, "land", date(2021, 3, 2), date(2021, 3, 2))
    assert apart(ward) == 0


def test_two_waits_add_up(ward: Ward, late: Dossier):
    add_cause(late, "tax", date(2021, 3, 2), date(2021, 3, 2))
    add_cause(late, "citizen", date(2021, 3, 4), date(2021, 3, 4))
    assert apart(ward) == 1


def test_a_wait_without_an_end_lasts_until_it_was_solved(ward: Ward, late: Dossier):
    add_cause(late, "citizen", date(2021, 3, 8))
    assert apart(ward) == 1


def test_waiting_after_it_was_solved_is_nothing(ward: Ward, late: Dossier):
    add_cause(late, "citizen", date(2021, 3, 10), date(2021, 3, 20))
    assert apart(ward) == 0


def test_a_voided_cause_counts_no_more_but_did_then(ward: Ward, late: Dossier):
    cause = add_cause(late, "tax", date(2021, 3, 8), date(2021, 3, 9))
    CaseEvent.objects.create(
        dossier=late, seq=2, verb="void", voids=cause, occurred_on=date(2021, 4, 1),
        recorded_at=moment(date(2021, 4, 1)),
    )  # fmt: skip
    assert apart(ward) == 0
    assert apart(ward, as_of=moment(date(2021, 3, 20))) == 1


def test_a_year_the_calendar_does_not_hold_says_nothing(ward: Ward):
    old = make_dossier(
        ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(1990, 3, 5), settled_on=date(2021, 3, 9),
        outcome="late",
    )  # fmt: skip
    add_cause(old, "tax", date(2021, 3, 1))
    assert apart(ward) == 0
