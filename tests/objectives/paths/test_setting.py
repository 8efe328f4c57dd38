"""A path is set by who plans or answers, kept version by version, and judges from the day it was set."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from django.db import DatabaseError, transaction

from chuan.objectives.actions import assign, record_figure
from chuan.objectives.models import Plan, TargetPath
from chuan.objectives.paths import kept
from chuan.objectives.paths.actions import newest, set_paths
from chuan.objectives.paths.refusals import PathMoved, PathReasonMissing, PathUnchanged, PathWrong
from chuan.objectives.refusals import PlanClosed
from chuan.objectives.reports import target_picture, year_picture
from chuan.offers.kept_about import Asked
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound, NotYours
from chuan.rules.targets import LINEAR
from chuan.rules.targets.types import Outcome
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.objectives.made import clerk, given, indicator, now
from tests.objectives.paths.made import JANUARY, LATE, planned, set_path, target
from tests.people import Ward, make_ward

OCTOBER_5 = date(2021, 10, 5)
BUDGET, ON_TIME = "1.3", "3.2"


@pytest.fixture
def planner(ward: Ward) -> Viewer:
    return ward.viewer(ward.secretary, JANUARY)


def collect(ward: Ward, plan: Plan, *amounts: int) -> None:
    """The budget's first months."""
    for month, amount in enumerate(amounts, start=1):
        record_figure(
            indicator(plan, BUDGET), Period.month(2021, month), given(value=str(amount)), by=clerk(ward), at=now()
        )  # fmt: skip


def test_the_first_path_needs_no_reason_and_is_told_in_the_trail(planner: Viewer, plan: Plan):
    made = set_path(plan, BUDGET, LATE, by=planner)
    assert (made.version, made.values[-1], made.set_on, made.reason) == (1, 8550, JANUARY, "")
    told = Entry.objects.get(verb="plan.paths")
    assert json.loads(told.detail.body)["paths"] == {BUDGET: [str(value) for value in LATE]}


def test_a_change_is_a_version_beside_the_old_one_with_its_reason(planner: Viewer, plan: Plan):
    set_path(plan, BUDGET, LATE, by=planner)
    with pytest.raises(PathReasonMissing) as refused:
        set_path(plan, BUDGET, [8550] * 12, by=planner)
    assert "đã có, đổi nó cần có lý do" in refused.value.sentence
    made = set_path(plan, BUDGET, [8550] * 12, by=planner, reason=" Thuế thu sớm ")
    assert (made.version, made.reason) == (2, "Thuế thu sớm")
    assert TargetPath.objects.get(version=1).values == LATE


def test_a_path_is_taken_away_by_a_version_without_months(ward: Ward, planner: Viewer, plan: Plan):
    collect(ward, plan, *[100] * 9)
    set_path(plan, BUDGET, LATE, by=planner)
    set_path(plan, BUDGET, [], by=planner, reason="Chưa phân bổ theo tháng")
    line = target_picture(target(plan, BUDGET), on=OCTOBER_5).line
    assert line.path is None
    assert line.verdict.pace is not None
    assert line.verdict.pace.method == LINEAR


def test_what_says_the_same_makes_no_version(planner: Viewer, plan: Plan):
    set_path(plan, BUDGET, LATE, by=planner)
    for months in (LATE, [Fraction(value) for value in LATE]):
        with pytest.raises(PathUnchanged):
            set_path(plan, BUDGET, months, by=planner, reason="x")
    with pytest.raises(PathUnchanged):
        set_path(plan, ON_TIME, [], by=planner)


def test_a_path_that_somebody_else_saved_meanwhile_is_not_overwritten(planner: Viewer, plan: Plan):
    opened = planned(plan, BUDGET, [8550] * 12)
    set_path(plan, BUDGET, LATE, by=planner)
    with pytest.raises(PathMoved) as refused:
        set_paths(plan, [opened], by=planner, at=now(), reason="x")
    assert "(bản 1)" in refused.value.sentence
    assert TargetPath.objects.count() == 1


def test_one_wrong_path_keeps_all_of_them_unsaved(planner: Viewer, plan: Plan):
    good, bad = planned(plan, BUDGET, LATE), planned(plan, ON_TIME, [101, *[96] * 11])
    with pytest.raises(PathWrong) as refused:
        set_paths(plan, [good, bad], by=planner, at=now())
    assert "Lộ trình của 3.2 chưa lưu được. Tháng 1: 101 quá lớn" in refused.value.sentence
    assert not TargetPath.objects.exists()


def test_the_promise_that_counts_others_has_no_path(planner: Viewer, plan: Plan):
    above = plan.objectives.get(ordinal="1").targets.get(indicator=None)
    one = replace(planned(plan, BUDGET, LATE), target=above)
    with pytest.raises(PathWrong) as refused:
        set_paths(plan, [one], by=planner, at=now())
    assert "đếm các dòng bên dưới" in refused.value.sentence


def test_the_owner_sets_his_own_and_nobody_elses(ward: Ward, plan: Plan):
    own = target(plan, ON_TIME).objective
    assign(own, official=ward.one_stop, by=clerk(ward), at=now())
    owner = ward.viewer(ward.one_stop, JANUARY)
    assert set_path(plan, ON_TIME, [96] * 12, by=owner).by == ward.one_stop
    with pytest.raises((NotYours, NotAllowed)):
        set_path(plan, BUDGET, LATE, by=owner)
    assign(target(plan, BUDGET).objective, official=ward.specialist, by=clerk(ward), at=now())
    with pytest.raises(NotYours):
        set_path(plan, BUDGET, LATE, by=owner)


def test_another_ward_and_a_target_of_another_plan_do_not_exist(ward: Ward, planner: Viewer, plan: Plan):
    other = make_ward("Đậu Liêu", "18118", "dl-")
    with pytest.raises(NotFound):
        set_path(plan, BUDGET, LATE, by=other.viewer(other.secretary, JANUARY))
    lost = target(plan, BUDGET)
    lost.objective_id = 0
    with pytest.raises(NotFound):
        set_paths(plan, [replace(planned(plan, BUDGET, LATE), target=lost)], by=planner, at=now())


def test_a_replaced_plan_is_kept_as_it_was(planner: Viewer, plan: Plan):
    plan.status = Plan.Status.REPLACED
    with pytest.raises(PlanClosed):
        set_path(plan, BUDGET, LATE, by=planner)


def test_versions_are_never_changed_or_deleted(planner: Viewer, plan: Plan):
    made = set_path(plan, BUDGET, LATE, by=planner)
    for change in (lambda: made.delete(), lambda: TargetPath.objects.update(months="[]")):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_page_and_the_year_judge_by_the_path(ward: Ward, planner: Viewer, plan: Plan):
    collect(ward, plan, *[105] * 9)
    before = target_picture(target(plan, BUDGET), on=OCTOBER_5).line
    assert before.verdict.outcome is Outcome.AT_RISK
    set_path(plan, BUDGET, LATE, by=planner)
    line = target_picture(target(plan, BUDGET), on=OCTOBER_5).line
    assert line.verdict.outcome is Outcome.ON_TRACK
    assert line.reason_words == (
        "Đúng tiến độ: số liệu đến nay theo kịp (so với lộ trình đã đặt ngày 05/01/2021)."
    )
    assert target_picture(target(plan, BUDGET), on=OCTOBER_5).years[0].verdict == line.verdict
    year = {one.label: one for one in year_picture(plan, on=OCTOBER_5).lines}
    assert year[BUDGET].verdict == line.verdict


def test_a_path_says_nothing_of_days_before_it_was_set(ward: Ward, plan: Plan):
    collect(ward, plan, *[105] * 8)
    set_path(plan, BUDGET, LATE, by=ward.viewer(ward.secretary, date(2021, 9, 20)))
    early = target_picture(target(plan, BUDGET), on=date(2021, 9, 19)).line
    late = target_picture(target(plan, BUDGET), on=date(2021, 9, 20)).line
    assert (early.path, early.verdict.outcome) == (None, Outcome.AT_RISK)
    assert late.verdict.outcome is Outcome.ON_TRACK


def test_paths_cost_the_year_no_statement(planner: Viewer, plan: Plan, django_assert_num_queries):
    with django_assert_num_queries(3):
        year_picture(plan, on=OCTOBER_5)
    set_path(plan, BUDGET, LATE, by=planner)
    set_path(plan, ON_TIME, [96] * 12, by=planner)
    with django_assert_num_queries(3):
        year_picture(plan, on=OCTOBER_5)


def test_what_somebody_planned_is_kept_about_him(ward: Ward, planner: Viewer, plan: Plan):
    asked = Asked(planner, ward.secretary, JANUARY, now())
    assert kept.about(asked) == []
    set_path(plan, BUDGET, LATE, by=planner)
    (section,) = kept.about(asked)
    assert section.lines[0].label == "1.3 Tổng thu ngân sách nhà nước trên địa bàn, năm 2021"
    assert section.lines[0].since == JANUARY
    other = make_ward("Đậu Liêu", "18118", "dl-")
    moved = replace(planner, unit_ids=frozenset({other.unit.pk}))
    assert len(kept.about(Asked(moved, ward.secretary, JANUARY, now()))) == 1
    assert kept.about(Asked(other.viewer(other.chairman), ward.secretary, JANUARY, now())) == []


def test_the_newest_version_is_found_for_many_targets_at_once(
    planner: Viewer, plan: Plan, django_assert_num_queries
):
    set_path(plan, BUDGET, LATE, by=planner)
    set_path(plan, BUDGET, [8550] * 12, by=planner, reason="Thuế thu sớm")
    targets = [target(plan, BUDGET), target(plan, ON_TIME)]
    with django_assert_num_queries(1):
        found = newest(targets)
    assert [row.version for row in found.values()] == [2]
