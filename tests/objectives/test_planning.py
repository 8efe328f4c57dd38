"""The planning fields of ISO 9001:2015, 6.2.2: proposed, adopted in bulk, edited, named when missing."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.clocks.models import Clock
from chuan.objectives.actions import (
    adopt_proposals,
    assign,
    count_by,
    define_indicator,
    plan_fields,
    record_figure,
)
from chuan.objectives.completeness import completeness
from chuan.objectives.models import FigureDue, Indicator, Objective, Plan
from chuan.objectives.proposing import proposals
from chuan.objectives.refusals import FigureMissing, PlanClosed, PlanFieldUnknown
from chuan.people.models import Post
from chuan.rules import refusals
from chuan.rules.types import Period, Sure
from chuan.trail.models import Entry
from tests.objectives.made import clerk, decision, given, indicator, now, plan_of
from tests.people import Ward

OTHER_POSTS = (
    "Tài chính – kế toán",
    "Địa chính – xây dựng",
    "Trạm Y tế",
    "Ban Chỉ huy Quân sự",
    "Công an phường",
)


def objective(plan: Plan, ordinal: str) -> Objective:
    return Objective.objects.get(plan=plan, ordinal=ordinal)


@pytest.fixture
def staffed(ward: Ward) -> Ward:
    """The ward with every post of 2021 that proposals name."""
    for number, title in enumerate(OTHER_POSTS):
        Post.objects.create(unit=ward.unit, code=f"them-{number}", title=title)
    return ward


# The gate


def test_a_fresh_plan_lacks_everything_and_the_gate_names_it(plan: Plan):
    missing = completeness(plan)
    assert len(missing) == 27 + 32, "every objective and every indicator"
    first = missing[0]
    assert first.fields == ("what", "resources", "owner", "due_on", "evaluation")
    assert first.sentence.startswith("1 Kinh tế – xã hội còn thiếu việc sẽ làm, nguồn lực, người phụ trách")


def test_the_owner_of_an_objective_answers_for_what_is_below(ward: Ward, plan: Plan):
    assign(objective(plan, "1"), official=ward.specialist, by=clerk(ward), at=now())
    below = [one for one in completeness(plan) if one.objective and one.objective.parent_id]
    assert below
    assert all("owner" not in one.fields for one in below)


def test_a_complete_plan_has_no_clock_left(staffed: Ward, plan: Plan):
    adopt_proposals(plan, by=clerk(staffed), at=now())
    assert completeness(plan) == ()
    assert not Clock.objects.running().filter(subject_kind="plan").exists()


def test_an_incomplete_plan_keeps_its_clock(ward: Ward, plan: Plan):
    adopt_proposals(plan, by=clerk(ward), at=now(), keys=["1:what"])
    assert Clock.objects.running().filter(subject_kind="plan").exists()


# Proposals


def test_nobody_fills_a_hundred_and_ten_boxes(staffed: Ward, plan: Plan):
    """The issue, §4: proposals confirmed in bulk."""
    assert adopt_proposals(plan, by=clerk(staffed), at=now()) == 27 * 5 + 32 * 2
    assert Entry.objects.filter(verb="plan.adopt").count() == 1


def test_proposals_say_how_sure_they_are_and_where_they_come_from(plan: Plan):
    for one in proposals(plan):
        assert one.sure is Sure.UNVERIFIED, "owners and definitions are no fact of law"
        assert one.act


def test_nothing_is_written_before_it_is_adopted(plan: Plan):
    proposals(plan)
    assert not Objective.objects.filter(plan=plan).exclude(what="").exists()


def test_a_proposed_post_that_the_unit_lacks_is_left_open_and_named(ward: Ward, plan: Plan):
    adopt_proposals(plan, by=clerk(ward), at=now())
    lacking = {one.label for one in completeness(plan) if "owner" in one.fields}
    assert lacking == set(), "the objective above is owned by the office"
    assert objective(plan, "1.3").owner_post is None


def test_a_person_may_put_another_post_in_the_place_of_the_proposed_one(ward: Ward, plan: Plan):
    office = Post.objects.get(unit=ward.unit, title="Văn phòng – thống kê")
    adopt_proposals(plan, by=clerk(ward), at=now(), posts={"Tài chính – kế toán": office})
    assert objective(plan, "1.3").owner_post == office


def test_what_was_written_by_hand_is_never_overwritten(ward: Ward, plan: Plan):
    plan_fields(objective(plan, "3"), what="Họp một cửa thứ Sáu", by=clerk(ward), at=now())
    adopt_proposals(plan, by=clerk(ward), at=now())
    assert objective(plan, "3").what == "Họp một cửa thứ Sáu"


def test_some_proposals_may_be_adopted_and_others_not(ward: Ward, plan: Plan):
    assert adopt_proposals(plan, by=clerk(ward), at=now(), keys=["3:what", "3.2:definition"]) == 2
    assert objective(plan, "3").what
    assert not objective(plan, "3").resources


def test_the_catalogue_of_another_code_proposes_by_kind(ward: Ward):
    plan = plan_of(ward, decision("Tỷ lệ rác thải sinh hoạt được thu gom, xử lý đạt 98%."))
    fields = {one.field for one in proposals(plan)}
    assert "definition" in fields
    assert "due_on" in fields
    assert "owner" not in fields, "nobody is guessed for a line nobody foresaw"


# Editing


def test_the_five_fields_are_edited_and_trailed(ward: Ward, plan: Plan):
    plan_fields(
        objective(plan, "3"), what="Nhắc việc trước hạn", due_on=date(2021, 12, 15), by=clerk(ward), at=now()
    )
    kept = objective(plan, "3")
    assert (kept.what, kept.due_on) == ("Nhắc việc trước hạn", date(2021, 12, 15))
    assert "Nhắc việc trước hạn" in Entry.objects.get(verb="objective.plan").detail.body


@pytest.mark.parametrize("field", ["text", "value", "targets"])
def test_words_and_targets_change_only_by_a_newer_decision(ward: Ward, plan: Plan, field: str):
    with pytest.raises(refusals.TargetFixed, match="19/02/2021"):
        plan_fields(objective(plan, "3"), by=clerk(ward), at=now(), **{field: "trên 90%"})


def test_an_unknown_field_is_refused_by_name(ward: Ward, plan: Plan):
    with pytest.raises(PlanFieldUnknown, match="mau"):
        plan_fields(objective(plan, "3"), by=clerk(ward), at=now(), mau="xanh")


def test_the_display_name_may_be_edited_but_not_emptied(ward: Ward, plan: Plan):
    plan_fields(objective(plan, "3"), name="Một cửa", by=clerk(ward), at=now())
    assert objective(plan, "3").name == "Một cửa"
    with pytest.raises(FigureMissing):
        plan_fields(objective(plan, "3"), name="  ", by=clerk(ward), at=now())


def test_a_replaced_plan_is_only_looked_at(ward: Ward):
    old = plan_of(ward, decision("Trên 95% hồ sơ được giải quyết đúng hạn.", number="31"))
    plan_of(ward, decision("100% hồ sơ đúng hạn.", on=date(2021, 7, 1), number="9",
                           supersedes="31/QĐ-UBND ngày 19/02/2021"))  # fmt: skip
    with pytest.raises(PlanClosed):
        plan_fields(objective(old, "1"), what="x", by=clerk(ward), at=now())
    old.refresh_from_db()
    with pytest.raises(PlanClosed):
        adopt_proposals(old, by=clerk(ward), at=now())


# Who


def test_the_owner_edits_what_is_theirs_and_others_are_refused(ward: Ward, plan: Plan):
    assign(objective(plan, "3"), official=ward.one_stop, by=clerk(ward), at=now())
    plan_fields(objective(plan, "3"), what="Nhắc việc", by=ward.viewer(ward.one_stop), at=now())
    with pytest.raises(refusals.NotAllowed):
        plan_fields(objective(plan, "3"), what="x", by=ward.viewer(ward.specialist), at=now())


@pytest.mark.parametrize("who", ["auditor", "specialist", "administrator"])
def test_only_those_who_plan_give_objectives_to_people(ward: Ward, plan: Plan, who: str):
    with pytest.raises(refusals.NotAllowed):
        assign(objective(plan, "3"), official=ward.one_stop, by=ward.viewer(getattr(ward, who)), at=now())


def test_another_ward_neither_plans_nor_lends_its_posts(ward: Ward, other_ward: Ward, plan: Plan):
    with pytest.raises(refusals.NotFound):
        adopt_proposals(plan, by=clerk(other_ward), at=now())
    foreign = Post.objects.filter(unit=other_ward.unit).first()
    with pytest.raises(refusals.NotFound):
        assign(objective(plan, "3"), post=foreign, by=clerk(ward), at=now())


def test_an_objective_is_given_to_somebody(ward: Ward, plan: Plan):
    with pytest.raises(FigureMissing, match="người phụ trách"):
        assign(objective(plan, "3"), by=clerk(ward), at=now())


# Clocks follow


def test_the_clocks_of_the_figures_go_to_the_new_owner(ward: Ward, plan: Plan):
    post = Post.objects.get(unit=ward.unit, title="Tư pháp – hộ tịch")
    before = Clock.objects.filter(owner_role="office_clerk", subject_kind="figure_due").count()
    assign(objective(plan, "3"), post=post, by=clerk(ward), at=now())
    given_over = Clock.objects.filter(owner_post=post)
    assert given_over.count() == 24
    assert set(given_over.values_list("owner_role", flat=True)) == {""}
    assert Clock.objects.filter(owner_role="office_clerk", subject_kind="figure_due").count() == before - 24


def test_giving_over_moves_no_date(ward: Ward, plan: Plan):
    before = dict(Clock.objects.values_list("subject_uid", "lawful_due_on"))
    assign(objective(plan, "1"), official=ward.specialist, by=clerk(ward), at=now())
    assert dict(Clock.objects.values_list("subject_uid", "lawful_due_on")) == before


def test_settled_figures_stay_with_who_settled_them(ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "3.2"), Period.month(2021, 1), given(num=1, den=1), by=clerk(ward), at=now()
    )
    assign(objective(plan, "3"), official=ward.one_stop, by=clerk(ward), at=now())
    ended = Clock.objects.get(state="ended", subject_kind="figure_due")
    assert ended.owner_official is None


# Indicators


def test_another_frequency_asks_for_figures_anew(ward: Ward, plan: Plan):
    define_indicator(indicator(plan, "1.2"), frequency="quarterly", by=clerk(ward), at=now())
    dues = FigureDue.objects.filter(plan=plan, indicator=indicator(plan, "1.2"))
    assert dues.count() == 4
    running = Clock.objects.running().filter(subject_uid__in=dues.values_list("uid", flat=True))
    assert running.count() == 4


def test_figures_that_stand_are_untouched_by_another_frequency(ward: Ward, plan: Plan):
    made = record_figure(
        indicator(plan, "1.3"), Period.month(2021, 3), given(value="735"), by=clerk(ward), at=now()
    )
    define_indicator(indicator(plan, "1.3"), frequency="quarterly", by=clerk(ward), at=now())
    made.refresh_from_db()
    assert made.period == Period.month(2021, 3)


def test_a_definition_is_trailed_with_before_and_after(ward: Ward, plan: Plan):
    define_indicator(indicator(plan, "1.6"), definition="đếm theo tuyến", by=clerk(ward), at=now())
    assert "đếm theo tuyến" in Entry.objects.get(verb="indicator.define").detail.body
    assert indicator(plan, "1.6").definition == "đếm theo tuyến"


@pytest.mark.parametrize(
    "fields", [{"frequency": "daily"}, {"combine": "mean"}, {"shape": "level"}, {"code": "x"}]
)
def test_what_an_indicator_may_not_become_is_refused(ward: Ward, plan: Plan, fields: dict[str, str]):
    with pytest.raises(PlanFieldUnknown):
        define_indicator(indicator(plan, "1.6"), by=clerk(ward), at=now(), **fields)
    assert Indicator.objects.get(code="duong-chinh-trang").shape == "share"


# Counting


def test_how_an_objective_counts_is_answered_later_and_trailed(ward: Ward, plan: Plan):
    count_by(objective(plan, "1"), "lines", by=clerk(ward), at=now())
    assert objective(plan, "1").roll_up == "lines"
    assert Entry.objects.filter(verb="objective.count").count() == 1


def test_a_way_of_counting_that_does_not_exist_is_refused(ward: Ward, plan: Plan):
    with pytest.raises(PlanFieldUnknown):
        count_by(objective(plan, "1"), "half", by=clerk(ward), at=now())
