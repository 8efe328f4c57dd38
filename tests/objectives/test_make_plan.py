"""A confirmed reading becomes the year's plan."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.clocks.models import Clock
from chuan.documents.models import Document
from chuan.objectives.actions import count_by, make_plan
from chuan.objectives.conversion import rule_of
from chuan.objectives.models import FigureDue, Indicator, Objective, Plan, Target
from chuan.objectives.refusals import FigureMissing, YearUnknown
from chuan.objectives.reports import year_picture
from chuan.offers import confirmed
from chuan.people.models import UnitSetting
from chuan.rules import refusals
from chuan.rules.targets.types import Outcome, Quantity, Reason
from chuan.trail.models import Entry
from tests.objectives.made import clerk, decision, now, plan_of, read, reference_plan, reference_text
from tests.people import Ward

CODES = {
    "1.1": "gia-tri-san-xuat-tang",
    "1.2": "thu-nhap-binh-quan",
    "1.3": "thu-ngan-sach",
    "1.4a": "lua-dien-tich",
    "1.4b": "lua-nang-suat",
    "1.5a": "tuyen-pho-van-minh",
    "1.5b": "ngo-pho-van-minh",
    "1.6": "duong-chinh-trang",
    "1.7": "duong-be-tong",
    "1.8": "dien-chieu-sang",
    "1.9": "ho-ngheo",
    "1.10": "bao-hiem-y-te",
    "1.11": "bao-hiem-xa-hoi-tu-nguyen",
    "1.12": "tang-dan-so",
    "1.13": "sinh-con-thu-3",
    "1.14": "suy-dinh-duong",
    "1.15": "to-dan-pho-van-hoa",
    "1.16": "gia-dinh-van-hoa",
    "1.17": "do-thi-van-minh",
    "1.18": "an-toan-lam-chu",
    "1.19": "an-toan-an-ninh",
    "1.20": "tiep-can-phap-luat",
    "2.1": "he-thong-chat-luong",
    "3.1": "ho-so-dung-quy-trinh",
    "3.2": "ho-so-dung-han",
    "4.1": "don-thu-giai-quyet",
    "4.2": "don-thu-vuot-cap",
    "5.1": "thu-cong-vu",
    "5.2": "phan-mem-dung-chung",
    "6.1": "van-ban-ky-so",
    "6.2": "van-ban-luan-chuyen",
    "7.1": "lao-dong-tien-tien",
}
"""Every value of the reference by its place (law.md §11 and the issue, §3)."""


def test_the_reference_makes_seven_objectives_and_twenty_lines_below_the_first(plan: Plan):
    tops = Objective.objects.filter(plan=plan, parent=None)
    assert [one.ordinal for one in tops] == ["1", "2", "3", "4", "5", "6", "7"]
    assert Objective.objects.filter(plan=plan, parent__ordinal="1").count() == 20


def test_the_seven_objectives_have_short_names(plan: Plan):
    assert [one.name for one in Objective.objects.filter(plan=plan, parent=None)] == [
        "Kinh tế – xã hội",
        "Hệ thống quản lý chất lượng",
        "Thủ tục hành chính",
        "Đơn thư",
        "Thư công vụ, phần mềm",
        "Ký số, luân chuyển",
        "Lao động tiên tiến",
    ]


def test_every_value_of_the_reference_is_recognised_at_its_place(plan: Plan):
    measured = Target.objects.filter(objective__plan=plan, indicator__isnull=False).select_related(
        "indicator"
    )
    assert {one.label: one.indicator.code for one in measured if one.indicator} == CODES


def test_twenty_two_values_stand_below_the_first_objective_and_one_promise_counts_them(plan: Plan):
    below = Target.objects.filter(objective__plan=plan, objective__parent__ordinal="1")
    assert below.count() == 22
    own = Target.objects.get(objective__plan=plan, objective__ordinal="1")
    assert (own.indicator, own.k, own.n) == (None, 21, 21)


def test_targets_come_out_of_the_rows_exactly_as_they_were_read(ward: Ward, plan: Plan):
    from chuan.documents.standing import result_of

    read_ones = [target for line in result_of(plan.reading).objectives for target in line.targets]
    rows = Target.objects.filter(objective__plan=plan).order_by("objective__position", "position")
    for was, row in zip(read_ones, rows, strict=True):
        now_is = rule_of(row)
        assert (now_is.quantity, now_is.comparator, now_is.horizon) == (
            was.quantity,
            was.comparator,
            was.horizon,
        )
        assert (now_is.value, now_is.k, now_is.n, now_is.unit) == (was.value, was.k, was.n, was.unit)
        assert (now_is.scope, now_is.excludes, now_is.conditions) == (was.scope, was.excludes, was.conditions)
        assert now_is.span == was.span


def test_the_objectives_keep_the_decisions_words_and_their_place(plan: Plan):
    text = plan.reading.text
    for objective in Objective.objects.filter(plan=plan):
        assert text[objective.span_start : objective.span_end].startswith(objective.text.rstrip(";.")[:40])
    assert Objective.objects.get(plan=plan, ordinal="1").text.startswith("Phần đầu 21/21"), (
        "misspellings are kept"
    )


def test_secret_documents_are_outside_the_promise_about_signing(plan: Plan):
    signed = Target.objects.get(objective__plan=plan, label="6.1")
    assert any("mật" in one for one in rule_of(signed).excludes)


def test_the_plan_is_of_the_year_named_in_the_subject(ward: Ward, plan: Plan):
    assert (plan.year, plan.effective_from, plan.status) == (2021, date(2021, 2, 19), Plan.Status.STANDING)
    ahead = plan_of(ward, decision("100% hồ sơ đúng hạn.", year=2022, on=date(2022, 1, 4)))
    assert ahead.year == 2022


def test_a_decision_signed_in_december_for_the_next_year_makes_the_plan_of_that_year(ward: Ward):
    text = decision("100% hồ sơ đúng hạn.", year=2022)
    text = text.replace("ngày 19 tháng 02 năm 2022", "ngày 28 tháng 12 năm 2021")
    assert plan_of(ward, text).year == 2022


def test_a_decision_without_year_and_date_is_refused_with_what_to_do(ward: Ward):
    text = decision("100% hồ sơ đúng hạn.").replace(" năm 2021**", "**").replace(
        "Bắc Hồng, ngày 19 tháng 02 năm 2021", ""
    )  # fmt: skip
    reading = read(ward, text)
    assert reading.document.issued_on is None
    with pytest.raises(YearUnknown, match="năm nào"):
        make_plan(reading.uid, by=clerk(ward), at=now(), reason="")


def test_a_reading_without_objectives_makes_no_plan(ward: Ward):
    text = decision("x").split("## **MỤC TIÊU")[0]
    reading = read(ward, text)
    assert make_plan(reading.uid, by=clerk(ward), at=now(), reason="") == ""
    assert not Plan.objects.exists()


def test_making_the_plan_is_one_line_of_the_trail(ward: Ward, plan: Plan):
    entry = Entry.objects.get(verb="plan.make")
    assert (entry.subject_kind, entry.subject_uid) == ("plan", plan.uid)


def test_the_plan_is_offered_as_a_consequence_of_confirming(ward: Ward):
    answers = {"number_missing": "given", "count_mismatch": "values", "decrease_without_figure": "later"}
    reading = read(ward, reference_text(), answers=answers)
    address = confirmed.run(reading.uid, by=clerk(ward), at=now(), reason="")
    assert address == "/muc-tieu/?nam=2021"
    assert Plan.objects.get().reading == reading


# The question of 21, 20 and 22


@pytest.mark.parametrize("answer", ["", "later", "written"])
def test_until_the_question_is_answered_the_roll_up_says_so(ward: Ward, answer: str):
    """design.md, "The reader never corrects silently"."""
    plan = reference_plan(ward, count=answer)
    verdict = year_picture(plan, on=date(2021, 10, 5)).promises[0].verdict
    assert (verdict.outcome, verdict.reason) == (Outcome.UNMEASURED, Reason.OPEN_QUESTION)


@pytest.mark.parametrize(("answer", "units"), [("values", 22), ("lines", 20)])
def test_the_answer_decides_how_many_things_are_counted(ward: Ward, answer: str, units: int):
    plan = reference_plan(ward, count=answer)
    verdict = year_picture(plan, on=date(2021, 10, 5)).promises[0].verdict
    assert verdict.reason is not Reason.OPEN_QUESTION
    assert f"trong {units} mục" in verdict.detail


def test_an_objective_may_be_grouped_by_hand_into_the_twenty_one_of_the_decision(ward: Ward):
    plan = reference_plan(ward, count="written")
    first = Objective.objects.get(plan=plan, ordinal="1")
    labels = list(Target.objects.filter(objective__parent=first).values_list("label", flat=True))
    groups = [["1.4a", "1.4b"], *([label] for label in labels if not label.startswith("1.4"))]
    count_by(first, "chosen", groups=groups, by=clerk(ward), at=now())
    verdict = year_picture(plan, on=date(2021, 10, 5)).promises[0].verdict
    assert "trong 21 mục" in verdict.detail


def test_a_grouping_that_leaves_a_value_out_is_refused_by_name(ward: Ward, plan: Plan):
    first = Objective.objects.get(plan=plan, ordinal="1")
    with pytest.raises(FigureMissing, match=r"1\.10"):
        count_by(first, "chosen", groups=[["1.1"], ["1.2"]], by=clerk(ward), at=now())


# A newer decision


def test_a_newer_decision_that_replaces_closes_the_plan_from_its_effective_date(ward: Ward):
    """spine.md §2.5: a newer decision closes the plan from its effective date."""
    old = plan_of(ward, decision("Trên 95% hồ sơ được giải quyết đúng hạn.", number="31"))
    newer = decision(
        "Trên 97% hồ sơ được giải quyết đúng hạn.", number="120", on=date(2021, 7, 1),
        supersedes="31/QĐ-UBND ngày 19/02/2021",
    )  # fmt: skip
    plan = plan_of(ward, newer)
    old.refresh_from_db()
    assert plan.replaces == old
    assert (old.status, old.closed_on) == (Plan.Status.REPLACED, date(2021, 7, 1))


def test_a_decision_that_replaces_one_without_number_names_it_by_its_date(ward: Ward, plan: Plan):
    newer = decision("100% hồ sơ đúng hạn.", on=date(2021, 7, 1), supersedes="31/QĐ-UBND ngày 19/02/2021")
    assert plan_of(ward, newer).replaces == plan


def test_both_plans_keep_their_targets_and_share_the_indicator(ward: Ward):
    old = plan_of(ward, decision("Trên 95% hồ sơ được giải quyết đúng hạn.", number="31"))
    plan = plan_of(
        ward,
        decision("Trên 97% hồ sơ được giải quyết đúng hạn.", number="9", on=date(2021, 7, 1),
                 supersedes="31/QĐ-UBND ngày 19/02/2021"),
    )  # fmt: skip
    first, second = Target.objects.get(objective__plan=old), Target.objects.get(objective__plan=plan)
    assert (first.value, second.value) == ("95", "97")
    assert first.indicator == second.indicator
    assert Indicator.objects.count() == 1


def test_an_older_decision_never_takes_the_place_of_a_newer_one(ward: Ward):
    plan_of(ward, decision("100% hồ sơ đúng hạn.", number="120", on=date(2021, 7, 1)))
    older = read(ward, decision("90% hồ sơ đúng hạn.", number="31", supersedes="120/QĐ-UBND ngày 01/7/2021"))
    with pytest.raises(refusals.PlanStanding, match=r"120/QĐ-UBND"):
        make_plan(older.uid, by=clerk(ward), at=now(), reason="")


def test_a_newer_decision_that_does_not_say_so_replaces_nothing(ward: Ward, plan: Plan):
    other = read(ward, decision("100% hồ sơ đúng hạn.", number="55", on=date(2021, 7, 1)))
    with pytest.raises(refusals.PlanStanding):
        make_plan(other.uid, by=clerk(ward), at=now(), reason="")
    assert Plan.objects.standing().get() == plan


def test_confirming_the_same_decision_again_makes_a_new_version_of_the_plan(ward: Ward, plan: Plan):
    again = read(ward, reference_text(), document=Document.objects.get(pk=plan.decision_id))
    make_plan(again.uid, by=clerk(ward), at=now(), reason="sửa mức 1.9")
    plan.refresh_from_db()
    newer = Plan.objects.standing().get()
    assert (newer.replaces, newer.reason) == (plan, "sửa mức 1.9")
    assert plan.status == Plan.Status.REPLACED


def test_another_ward_has_its_own_plan_of_the_year(ward: Ward, other_ward: Ward, plan: Plan):
    other = reference_plan(other_ward)
    assert Plan.objects.standing().filter(year=2021).count() == 2
    assert set(Plan.objects.seen_by(clerk(other_ward))) == {other}


# What the plan waits for


def test_a_figure_is_expected_for_every_period_of_the_year(plan: Plan):
    def waits(label: str) -> int:
        return FigureDue.objects.filter(plan=plan, indicator__targets__label=label).count()

    assert [waits(label) for label in ("3.2", "1.1", "1.4a", "1.14", "1.2")] == [12, 4, 2, 2, 1]


def test_every_expected_figure_has_a_clock(plan: Plan):
    dues = set(FigureDue.objects.filter(plan=plan).values_list("uid", flat=True))
    assert dues == set(Clock.objects.filter(subject_kind="figure_due").values_list("subject_uid", flat=True))


def test_a_figure_is_due_some_days_after_its_period(plan: Plan):
    march = FigureDue.objects.get(plan=plan, indicator__code="ho-so-dung-han", period_start=date(2021, 3, 1))
    assert march.due_on == date(2021, 4, 5)


def test_nothing_is_due_before_the_decision_takes_effect(plan: Plan):
    january = FigureDue.objects.get(
        plan=plan, indicator__code="ho-so-dung-han", period_start=date(2021, 1, 1)
    )
    assert january.due_on == date(2021, 2, 24), "five days after 19 February, not 5 February"


def test_a_unit_may_give_itself_other_days_by_naming_its_document(ward: Ward):
    UnitSetting.objects.create(
        unit=ward.unit,
        key="figures.grace_days",
        value="12",
        valid_from=date(2021, 1, 1),
        citation="Quy chế 01",
    )
    plan = reference_plan(ward)
    march = FigureDue.objects.get(plan=plan, indicator__code="ho-so-dung-han", period_start=date(2021, 3, 1))
    assert march.due_on == date(2021, 4, 12)


def test_the_clocks_of_a_replaced_plan_end(ward: Ward):
    plan_of(ward, decision("Trên 95% hồ sơ được giải quyết đúng hạn.", number="31"))
    plan_of(ward, decision("100% hồ sơ đúng hạn.", on=date(2021, 7, 1), number="9",
                           supersedes="31/QĐ-UBND ngày 19/02/2021"))  # fmt: skip
    standing = Plan.objects.standing().get()
    running = set(Clock.objects.running().values_list("subject_uid", flat=True))
    assert running == {*standing.figures_due.values_list("uid", flat=True), standing.uid}


def test_the_planning_fields_are_asked_for_within_the_days_of_practice(plan: Plan):
    clock = Clock.objects.get(subject_kind="plan")
    assert (clock.subject_uid, clock.lawful_due_on, clock.owner_role) == (
        plan.uid,
        date(2021, 3, 9),
        "office_clerk",
    )


# Other wards' decisions


def test_a_line_that_nobody_foresaw_gets_an_indicator_by_its_kind(ward: Ward):
    plan = plan_of(ward, decision("Tỷ lệ rác thải sinh hoạt được thu gom, xử lý đạt 98%."))
    target = Target.objects.get(objective__plan=plan)
    assert target.indicator is not None
    assert (target.indicator.shape, target.quantity) == ("share", Quantity.SHARE)
    assert "rac-thai" in target.indicator.code
    assert "98" not in target.indicator.name


def test_the_same_unforeseen_line_of_the_next_year_is_the_same_indicator(ward: Ward):
    one = plan_of(ward, decision("Tỷ lệ rác thải sinh hoạt được thu gom, xử lý đạt 98%."))
    two = plan_of(
        ward,
        decision("Tỷ lệ rác thải sinh hoạt được thu gom, xử lý đạt 99%.", year=2022, on=date(2022, 1, 5)),
    )
    ids = {Target.objects.get(objective__plan=plan).indicator_id for plan in (one, two)}
    assert len(ids) == 1


def test_two_unforeseen_lines_of_one_decision_never_share_an_indicator(ward: Ward):
    plan = plan_of(ward, decision("Trồng mới 500 cây xanh.", "Trồng mới 500 cây xanh."))
    ids = list(Target.objects.filter(objective__plan=plan).values_list("indicator_id", flat=True))
    assert len(ids) == len(set(ids))


def test_the_same_decision_from_another_file_replaces_the_plan_and_says_why(ward: Ward, plan: Plan):
    again = read(ward, reference_text())
    again.document.file_name = "quyet-dinh.docx"
    again.document.save()
    make_plan(again.uid, by=clerk(ward), at=now(), reason="")
    fresh = Plan.objects.standing().get(owner_unit=ward.unit)
    assert fresh.replaces == plan
    assert fresh.reason == "Nạp lại cùng quyết định từ tệp quyet-dinh.docx"
