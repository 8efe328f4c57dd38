"""How plans, expected figures and figures are named in Việc của tôi and in the trail; and what checks say."""

from __future__ import annotations

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from chuan.clocks import actions as clocks
from chuan.clocks.reports import my_work
from chuan.objectives import checks
from chuan.objectives.actions import adopt_proposals, record_figure
from chuan.objectives.models import FigureDue, Indicator, Objective, Plan, Target
from chuan.offers.subjects import Subject, describe, kinds
from chuan.rules.types import Period
from tests.objectives.made import clerk, given, indicator, now
from tests.people import Ward


def test_every_kind_of_this_room_can_be_described():
    assert {"plan", "objective", "indicator", "target", "figure_due", "measurement"} <= kinds()


def test_an_expected_figure_says_what_of_which_period_and_why(ward: Ward, plan: Plan):
    due = FigureDue.objects.get(plan=plan, indicator=indicator(plan, "3.2"), period_start=date(2021, 9, 1))
    Indicator.objects.filter(pk=due.indicator_id).update(source="Sổ hồ sơ một cửa")
    subject = Subject("figure_due", due.uid)
    said = describe([subject], clerk(ward))[subject]
    assert said.label == "Nhập kết quả tháng 9: Hồ sơ một cửa được giải quyết đúng thời hạn"
    assert said.note == "Chỉ tiêu 3.2 · nguồn: Sổ hồ sơ một cửa"
    assert (said.verb, said.settled) == ("Nhập kết quả", False)
    assert said.address == f"/muc-tieu/nhap/{due.uid}/"


def test_a_cumulative_figure_is_asked_for_by_months_since_january(ward: Ward, plan: Plan):
    due = FigureDue.objects.get(plan=plan, indicator=indicator(plan, "1.1"), period_end=date(2021, 4, 1))
    subject = Subject("figure_due", due.uid)
    due_words = describe([subject], clerk(ward))[subject].label
    assert due_words.startswith("Nhập kết quả 3 tháng: ")


def test_a_plan_says_what_it_still_lacks(ward: Ward, plan: Plan):
    subject = Subject("plan", plan.uid)
    said = describe([subject], clerk(ward))[subject]
    assert "còn thiếu" in said.note
    assert "mục khác" in said.note
    adopt_proposals(plan, by=clerk(ward), at=now())
    assert describe([subject], clerk(ward))[subject].settled


def test_a_figure_is_named_with_its_period_and_value(ward: Ward, plan: Plan):
    made = record_figure(
        indicator(plan, "3.2"), Period.month(2021, 3), given(num=156, den=161), by=clerk(ward), at=now()
    )
    subject = Subject("measurement", made.uid)
    label = describe([subject], clerk(ward))[subject].label
    assert "tháng 3 năm 2021" in label
    assert "156/161" in label


def test_another_ward_is_told_nothing(ward: Ward, other_ward: Ward, plan: Plan):
    made = record_figure(
        indicator(plan, "3.2"), Period.month(2021, 3), given(num=1, den=1), by=clerk(ward), at=now()
    )
    subjects = [
        Subject("plan", plan.uid),
        Subject("objective", Objective.objects.filter(plan=plan)[0].uid),
        Subject("indicator", indicator(plan, "3.2").uid),
        Subject("target", Target.objects.filter(objective__plan=plan)[0].uid),
        Subject("figure_due", FigureDue.objects.filter(plan=plan)[0].uid),
        Subject("measurement", made.uid),
    ]
    assert len(describe(subjects, clerk(ward))) == 6
    assert describe(subjects, clerk(other_ward)) == {}


def test_many_expected_figures_are_described_in_two_statements(ward: Ward, plan: Plan):
    subjects = [Subject("figure_due", uid) for uid in FigureDue.objects.values_list("uid", flat=True)]
    viewer = clerk(ward)
    with CaptureQueriesContext(connection) as asked:
        assert len(describe(subjects, viewer)) == 164
    assert len(asked) == 2


def test_what_is_due_stands_in_viec_cua_toi(ward: Ward, plan: Plan):
    work = my_work(clerk(ward), on=date(2021, 4, 5))
    assert work.today.count
    assert any("Nhập kết quả tháng 3" in task.what for task in work.today.tasks)


# Checks of projections


def test_a_sound_house_has_nothing_to_say(ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "3.2"), Period.month(2021, 3), given(num=1, den=1), by=clerk(ward), at=now()
    )
    assert list(checks.figures_due()) == []


def test_a_figure_whose_expectation_was_forgotten_is_named(ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "3.2"), Period.month(2021, 3), given(num=1, den=1), by=clerk(ward), at=now()
    )
    FigureDue.objects.filter(settled_by__isnull=False).update(settled_by=None)
    said = list(checks.figures_due())
    assert any("tháng 3 năm 2021" in one for one in said)


def test_a_clock_that_stopped_without_a_figure_is_named(plan: Plan):
    due = FigureDue.objects.filter(plan=plan).first()
    assert due is not None
    clocks.settle(Subject("figure_due", due.uid), on=date(2021, 4, 1))
    (said,) = checks.figures_due()
    assert "đồng hồ" in said
