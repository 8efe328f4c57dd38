"""Figures of a report become measurements of grade D only when a person says so; odd ones are asked about first."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from chuan.files import actions as files
from chuan.objectives.actions import report_lines, teaching
from chuan.objectives.actions.report_lines import as_read
from chuan.objectives.figures import Typed
from chuan.objectives.models import Measurement, Plan, ReportBinding, ReportLine, ReportRead
from chuan.objectives.refusals_reported import (
    CountedNotRead,
    LineSettled,
    NoPlanForReport,
    QuestionsOpen,
    ReportJustRead,
    ReportOfAnotherUnit,
    UnitNotChosen,
)
from chuan.rules.refusals import NotYours, ReasonMissing
from chuan.trail.models import Entry
from tests.objectives.made import clerk, indicator, now
from tests.objectives.register import OnTime
from tests.objectives.reports_read.made import BUDGET, HEAD, asked, confirm, dropped, line_of
from tests.people import Ward

State = ReportLine.State


def test_a_confirmed_figure_is_of_grade_d_with_file_and_sentence_and_the_layout_is_known(
    ward: Ward, plan: Plan
):
    report = dropped(ward, BUDGET.format("972,1"))
    assert not Measurement.objects.exists()
    made = confirm(ward, line_of(report, "thu-ngan-sach"))
    assert (made.grade, made.numerator, str(made.period_start), made.stage) == (
        "D",
        "9721/10",
        "2021-09-01",
        "official",
    )
    assert made.evidence_blob == report.blob
    assert made.evidence_note.startswith("Báo cáo số 85/BC-UBND ngày 25/09/2021: “Tổng thu ngân sách")
    assert Entry.objects.filter(verb="report.confirm").count() == 1
    assert files.read(report.blob)
    with pytest.raises(LineSettled):
        confirm(ward, line_of(report, "thu-ngan-sach"))


def test_all_figures_without_a_question_are_recorded_at_once_and_what_accumulates_only_checks(
    ward: Ward, plan: Plan
):
    report = dropped(
        ward, "Thu ngân sách tháng 9 ước đạt 972,1 triệu đồng; lũy kế 9 tháng đạt 7.214,6 triệu đồng.",
        "Có 6.583/7.033 người tham gia BHYT, đạt 93,6%.", "Thu nhập bình quân đầu người đạt 65 đồng/người/năm.",
    )  # fmt: skip
    made = report_lines.confirm_all(report, by=clerk(ward), at=now())
    assert sorted((one.indicator.code, one.stage) for one in made) == [
        ("bao-hiem-y-te", "official"), ("thu-ngan-sach", "estimate"),
    ]  # fmt: skip
    check = report.lines.get(to_date=True, indicator__code="thu-ngan-sach")
    assert (check.state, check.settled_at) == (State.ASIDE, None)


def test_a_figure_in_the_wrong_unit_is_recorded_only_as_a_person_chooses(ward: Ward, plan: Plan):
    report = dropped(
        ward, "Thu nhập bình quân đầu người năm 2021 đạt 65 đồng/người/năm.", title="Tình hình năm 2021"
    )  # fmt: skip
    line = line_of(report, "thu-nhap-binh-quan")
    assert asked(report) == {"thu-nhap-binh-quan": ["unit_changed"]}
    bare = replace(as_read(line), typed=Typed())
    with pytest.raises(UnitNotChosen):
        confirm(ward, line, bare)
    made = confirm(ward, line, replace(bare, choice="plain"))
    assert made.numerator == "65"


def test_a_value_other_than_the_one_read_needs_a_reason_and_says_so_in_its_passport(ward: Ward, plan: Plan):
    line = line_of(dropped(ward, BUDGET.format("972,1")), "thu-ngan-sach")
    changed = replace(as_read(line), typed=Typed(value=Fraction(971)))
    with pytest.raises(ReasonMissing):
        confirm(ward, line, changed)
    made = confirm(ward, line, replace(changed, reason="Kho bạc báo lại"))
    assert made.evidence_note.startswith("Sửa so với bản đọc.")


def test_two_reports_that_disagree_are_asked_about_and_the_second_corrects_the_first(ward: Ward, plan: Plan):
    first = confirm(ward, line_of(dropped(ward, BUDGET.format("972,1")), "thu-ngan-sach"))
    second = line_of(dropped(ward, BUDGET.format("990")), "thu-ngan-sach")
    with pytest.raises(QuestionsOpen) as refused:
        confirm(ward, second)
    assert "972,1\u00a0triệu đồng" in refused.value.sentence
    made = confirm(ward, second, replace(as_read(second), seen=True))
    assert (made.corrects, made.version) == (first, 2)
    assert made.reason == "Theo Báo cáo số 85/BC-UBND ngày 25/09/2021"


def test_a_rate_that_is_the_standing_part_of_a_whole_rounded_says_the_same_and_never_takes_its_place(
    ward: Ward, plan: Plan
):
    first = confirm(ward, line_of(dropped(ward, "Có 6.583/7.033 người tham gia BHYT."), "bao-hiem-y-te"))
    again = line_of(dropped(ward, "Tỷ lệ tham gia BHYT đạt 93,6%."), "bao-hiem-y-te")
    assert confirm(ward, again) == first


def test_an_official_figure_takes_an_estimates_place_without_a_question(ward: Ward, plan: Plan):
    first = confirm(
        ward, line_of(dropped(ward, BUDGET.format("972,1").replace("đạt", "ước đạt")), "thu-ngan-sach")
    )
    made = confirm(ward, line_of(dropped(ward, BUDGET.format("975")), "thu-ngan-sach"))
    assert (first.stage, made.stage, made.version) == ("estimate", "official", 2)


def test_last_years_report_is_asked_about_figure_by_figure(ward: Ward, plan: Plan):
    report = dropped(ward, "Thu ngân sách đạt 7.100 triệu đồng.", title="Tình hình tháng 9 năm 2020")
    assert asked(report) == {"thu-ngan-sach": ["other_year"]}
    assert not report_lines.confirm_all(report, by=clerk(ward), at=now())


def test_a_report_of_another_ward_is_refused_and_nothing_is_kept(ward: Ward, plan: Plan):
    with pytest.raises(ReportOfAnotherUnit) as refused:
        dropped(ward, BUDGET.format("972,1"), head=(*HEAD[:2], "PHƯỜNG NAM HỒNG", *HEAD[3:]))
    assert "phường Nam Hồng" in refused.value.sentence
    assert not ReportRead.objects.exists()


def test_one_file_dropped_by_two_at_once_is_read_once(ward: Ward, plan: Plan):
    dropped(ward, BUDGET.format("972,1"))
    with pytest.raises(ReportJustRead):
        dropped(ward, BUDGET.format("972,1"))


def test_without_a_plan_nobody_knows_what_to_look_for(ward: Ward):
    with pytest.raises(NoPlanForReport):
        dropped(ward, BUDGET.format("972,1"))


def test_what_a_register_counts_is_compared_and_never_recorded(ward: Ward, plan: Plan, register: OnTime):
    one = indicator(plan, "3.2")
    one.measure_key = register.key
    one.save()
    report = dropped(ward, "Giải quyết 1.240/1.284 hồ sơ đúng hạn, đạt 96,57%.")
    with pytest.raises(CountedNotRead):
        confirm(ward, line_of(report, "ho-so-dung-han"))


def test_an_owner_confirms_his_own_and_nobody_elses(ward: Ward, plan: Plan):
    line = line_of(dropped(ward, BUDGET.format("972,1")), "thu-ngan-sach")
    objective = plan.objectives.get(targets__indicator=line.indicator)
    objective.owner_official = ward.one_stop
    objective.save()
    with pytest.raises(NotYours):
        report_lines.confirm_line(line, as_read(line), by=ward.viewer(ward.specialist), at=now())
    assert report_lines.confirm_line(line, as_read(line), by=ward.viewer(ward.one_stop), at=now())


def test_words_named_once_are_known_in_the_next_report_until_they_are_forgotten(ward: Ward, plan: Plan):
    words = "Nguồn thu phát sinh trong tháng {}: {} triệu đồng."
    unknown = dropped(ward, words.format(9, "972,1")).lines.select_related("report__unit").get()
    assert unknown.state == State.UNKNOWN
    report_lines.name_line(unknown, indicator(plan, "1.3"), by=clerk(ward), at=now())
    confirm(ward, line_of(unknown.report, "thu-ngan-sach"))
    august = line_of(
        dropped(ward, words.format(8, "968"), title="Tình hình tháng 8 năm 2021"), "thu-ngan-sach"
    )
    assert (august.how, august.state) == ("taught", State.PROPOSED)
    teaching.forget_binding(ReportBinding.objects.standing().get(), by=clerk(ward), at=now())
    july = dropped(ward, words.format(7, "902"), title="Tình hình tháng 7 năm 2021").lines.get()
    assert july.state == State.UNKNOWN


def test_words_put_aside_for_good_are_not_proposed_again(ward: Ward, plan: Plan):
    line = line_of(dropped(ward, BUDGET.format("972,1")), "thu-ngan-sach")
    report_lines.put_aside(line, never=True, by=clerk(ward), at=now())
    assert not dropped(ward, BUDGET.format("968").replace("9", "8"), title="Tháng 8 năm 2021").lines.exists()


def test_a_state_in_a_monthly_report_belongs_to_the_period_that_ends_with_it(ward: Ward, plan: Plan):
    made = confirm(ward, line_of(dropped(ward, "Tỷ lệ hộ nghèo còn 0,94%."), "ho-ngheo"))
    assert (str(made.period_start), str(made.period_end), made.cumulative) == (
        "2021-01-01",
        "2021-10-01",
        False,
    )


def test_what_is_asked_is_asked_of_the_figure_as_chosen(ward: Ward, plan: Plan):
    august = dropped(ward, BUDGET.format("968").replace("9 đạt", "8 đạt"), title="Tình hình tháng 8 năm 2021")
    confirm(ward, line_of(august, "thu-ngan-sach"))
    line = line_of(dropped(ward, "Thu ngân sách tháng 9 đạt 9,8 tỷ đồng."), "thu-ngan-sach")
    chosen = replace(as_read(line), typed=Typed(), choice="converted")
    with pytest.raises(QuestionsOpen) as refused:
        confirm(ward, line, chosen)
    assert "Lệch khoảng 10 lần" in refused.value.sentence
    assert confirm(ward, line, replace(chosen, seen=True)).numerator == "9800"
