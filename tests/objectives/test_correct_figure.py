"""Corrections stand beside what they correct; nothing is ever overwritten."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from chuan.objectives.actions import correct_figure, record_figure
from chuan.objectives.models import FigureDue, Measurement, Plan
from chuan.objectives.refusals import BetterFigureStands, NothingChanged, NothingToCorrect
from chuan.objectives.reports import passport
from chuan.rules import refusals
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.objectives.made import clerk, given, indicator, now
from tests.people import Ward

MARCH = Period.month(2021, 3)


@pytest.fixture
def figure(ward: Ward, plan: Plan) -> Measurement:
    """March by a report: 156 of 161."""
    return record_figure(indicator(plan, "3.2"), MARCH, given(num=156, den=161), by=clerk(ward), at=now())


def test_a_correction_is_a_new_version_beside_the_old_one(ward: Ward, figure: Measurement):
    fresh = correct_figure(
        figure, given(num=155, den=161), reason="đếm nhầm một hồ sơ", by=clerk(ward), at=now()
    )
    figure.refresh_from_db()
    assert (figure.numerator, figure.version) == ("156", 1), "the corrected figure stays as it was"
    assert (fresh.numerator, fresh.version, fresh.corrects, fresh.reason) == (
        "155",
        2,
        figure,
        "đếm nhầm một hồ sơ",
    )
    assert list(Measurement.objects.standing()) == [fresh]


def test_what_was_expected_points_to_the_figure_that_stands(ward: Ward, figure: Measurement):
    fresh = correct_figure(figure, given(num=155, den=161), reason="đếm nhầm", by=clerk(ward), at=now())
    due = FigureDue.objects.get(indicator=figure.indicator, period_start=MARCH.start)
    assert due.settled_by == fresh


def test_the_trail_keeps_before_and_after(ward: Ward, figure: Measurement):
    correct_figure(figure, given(num=155, den=161), reason="đếm nhầm", by=clerk(ward), at=now())
    body = Entry.objects.get(verb="figure.correct").detail.body
    assert '"numerator":"155"' in body
    assert '"numerator":"156"' in body
    assert "đếm nhầm" in body


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_correction_without_a_reason_is_refused(ward: Ward, figure: Measurement, reason: str):
    with pytest.raises(refusals.ReasonMissing):
        correct_figure(figure, given(num=155, den=161), reason=reason, by=clerk(ward), at=now())


def test_only_the_standing_figure_is_corrected(ward: Ward, figure: Measurement):
    correct_figure(figure, given(num=155, den=161), reason="đếm nhầm", by=clerk(ward), at=now())
    with pytest.raises(NothingToCorrect):
        correct_figure(figure, given(num=154, den=161), reason="lại nhầm", by=clerk(ward), at=now())


def test_a_correction_that_changes_nothing_is_refused(ward: Ward, figure: Measurement):
    with pytest.raises(NothingChanged):
        correct_figure(figure, given(num=156, den=161), reason="xem lại", by=clerk(ward), at=now())


def test_an_official_figure_takes_the_place_of_an_estimate(ward: Ward, plan: Plan):
    estimate = record_figure(
        indicator(plan, "1.3"), MARCH, given(value="735", stage="estimate"), by=clerk(ward), at=now()
    )
    fresh = correct_figure(
        estimate, given(value="735"), reason="đã có số chính thức", by=clerk(ward), at=now()
    )
    assert (fresh.stage, fresh.version) == ("official", 2)


def test_a_better_grade_may_take_the_place_of_a_worse_one(ward: Ward, figure: Measurement):
    fresh = correct_figure(
        figure, given(num=156, den=161, grade="C"), reason="có biểu", by=clerk(ward), at=now()
    )
    assert fresh.grade == "C"


def test_a_worse_grade_never_takes_the_place_of_a_better_one(ward: Ward, figure: Measurement):
    """design.md, "Four honest grades": a better grade replaces a worse one, never the reverse."""
    better = correct_figure(
        figure, given(num=156, den=161, grade="C"), reason="có biểu", by=clerk(ward), at=now()
    )
    with pytest.raises(BetterFigureStands, match="cấp tin cậy C, tốt hơn cấp tin cậy D"):
        correct_figure(
            better, given(num=150, den=161, grade="D"), reason="theo báo cáo", by=clerk(ward), at=now()
        )
    assert list(Measurement.objects.standing()) == [better]


def test_the_passports_of_both_name_each_other(ward: Ward, figure: Measurement):
    fresh = correct_figure(figure, given(num=155, den=161), reason="đếm nhầm", by=clerk(ward), at=now())
    assert passport(figure).corrected_by == fresh
    assert passport(fresh).corrects == figure
    assert [one.version for one in passport(fresh).versions] == [1, 2]


def test_versions_go_on_counting(ward: Ward, figure: Measurement):
    standing = figure
    for number in (155, 154, 153):
        standing = correct_figure(
            standing, given(num=number, den=161), reason=f"lần {number}", by=clerk(ward), at=now()
        )
    assert standing.version == 4
    assert Measurement.objects.count() == 4


@pytest.mark.django_db(transaction=False)
def test_the_database_itself_refuses_to_change_a_figure(figure: Measurement):
    """spine.md §4: append-only tables refuse UPDATE and DELETE."""
    with pytest.raises(DatabaseError), transaction.atomic():
        Measurement.objects.filter(pk=figure.pk).update(numerator="161")
    with pytest.raises(DatabaseError), transaction.atomic():
        Measurement.objects.filter(pk=figure.pk).delete()


def test_the_database_itself_refuses_two_first_versions_of_a_period(figure: Measurement):
    figure.refresh_from_db()
    twin = Measurement.objects.get(pk=figure.pk)
    twin.pk, twin.uid = None, replace_uid()
    with pytest.raises(DatabaseError), transaction.atomic():
        twin.save(force_insert=True)


def replace_uid() -> object:
    from chuan.offers.uids import new_uid

    return new_uid()
