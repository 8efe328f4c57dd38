"""The road of a year's files: objective 3 counts itself, next week's file moves a promise, a withdrawal goes back."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.utils import timezone

from chuan.dossiers.checks import standing_agrees
from chuan.dossiers.models import Dossier, DossierState
from chuan.offers import measures
from chuan.offers.measures import Scope
from chuan.rules.types import Period
from tests.intake.engine import BOOK, LATER, LIST, ROWS, Desk, demo
from tests.people import Ward

LATE = 2
"""Late ones of the invented list of this size."""
YEAR = Period.year(2021)


@pytest.fixture
def desk(ward: Ward) -> Desk:
    """An official who brings files in; the rooms follow for themselves."""
    return Desk(ward, {}, [])


def on_time(ward: Ward, *, ago: timedelta = timedelta()) -> tuple[Fraction, Fraction]:
    measure = measures.find("dossiers.on_time")
    assert measure is not None
    counts = measure.counts(Scope(ward.unit.uid, YEAR, timezone.now() - ago))
    return counts.numerator, counts.denominator


def test_a_years_list_counts_objective_three(desk: Desk, ward: Ward) -> None:
    desk.committed(LIST)
    assert Dossier.objects.count() == ROWS
    kept, all_of_them = on_time(ward)
    assert all_of_them - kept == LATE
    measure = measures.find("dossiers.on_time")
    assert measure is not None
    scope = Scope(ward.unit.uid, YEAR, timezone.now())
    assert measure.obstacles(scope) == ()
    assert list(standing_agrees()) == []


def test_book_and_list_of_the_same_dossiers_are_one_register(desk: Desk, ward: Ward) -> None:
    """The list has no day of return for some, the book has certifications beside: joined by code, nothing twice."""
    desk.committed(LIST)
    before = on_time(ward)
    desk.committed(BOOK)
    listed = Dossier.objects.exclude(code__startswith="CT-")
    assert listed.count() == ROWS
    kept, all_of_them = on_time(ward)
    certified = Dossier.objects.filter(code__startswith="CT-").count()
    assert (all_of_them - before[1], kept - before[0]) == (certified, certified)


def test_next_weeks_file_moves_a_promise_and_the_figure_stays(desk: Desk, ward: Ward) -> None:
    desk.committed(LIST)
    before = on_time(ward)
    desk.committed(LATER)
    assert on_time(ward) == before, "a promise moved after the due day saves nobody"
    moved = Dossier.objects.get(changed_after_due=True)
    assert (moved.outcome, moved.outcome_now) == ("late", "on_time")
    assert Dossier.objects.unsettled().count() == 12


def test_withdrawing_gives_the_figure_back_and_an_earlier_cut_still_sees_it(desk: Desk, ward: Ward) -> None:
    desk.committed(LIST)
    whole = on_time(ward)
    before = timezone.now()
    later = desk.committed(LATER)
    marked = timezone.now()
    desk.withdraw(later)
    assert on_time(ward) == whole
    assert not Dossier.objects.filter(changed_after_due=True).exists()
    as_known_then = DossierState.objects.filter(changed_after_due=True)
    assert as_known_then.filter(recorded_at__lte=marked, until_at__gt=marked).count() == 1
    assert not as_known_then.filter(recorded_at__lte=before).exists()
    assert not Dossier.objects.present_ones().filter(received_on__gte=date(2022, 1, 1)).exists()
    assert list(standing_agrees()) == []


def test_withdrawing_the_only_file_leaves_nothing_to_count_and_says_so(desk: Desk, ward: Ward) -> None:
    held = desk.committed(LIST)
    desk.withdraw(held)
    measure = measures.find("dossiers.on_time")
    assert measure is not None
    scope = Scope(ward.unit.uid, YEAR, timezone.now())
    counts = measure.counts(scope)
    assert counts.denominator == 0
    assert sum(counts.excluded.values()) == Dossier.objects.filter(settled_on__year=2021).count()
    assert measure.obstacles(scope)[0].sentence == "chưa nhập hồ sơ từ 01/01/2021 đến 31/12/2021."


def test_what_was_taken_in_for_another_ward_is_in_no_rate_of_ours(desk: Desk, ward: Ward) -> None:
    desk.committed(LIST)
    before = on_time(ward)
    desk.committed("phi-dia-gioi-2021.ods", demo()["phi-dia-gioi-2021.ods"])
    assert Dossier.objects.filter(elsewhere=True).exists()
    assert on_time(ward) == before
