"""One promise held against its figures: outcome, final or not, and why.

Sources of the promises: Mục tiêu chất lượng năm 2021 of UBND phường Bắc Hồng (objectives 1 to 7);
ISO 9001:2015, 6.2.1 (objectives are measurable) and 9.1.1 (results are evaluated).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from chuan.rules.targets import LINEAR, expected_cases, judge, usual
from chuan.rules.targets.types import Combine, Comparator, Horizon, Outcome, Quantity, Reason, Target, Verdict
from chuan.rules.types import Period
from tests.rules.targets import promises as p
from tests.rules.targets.promises import AFTER, OCTOBER_5, YEAR, figure, so_far, until
from tests.rules.targets.test_judging_periods import each

MONTHS = tuple(Period.month(2021, month) for month in range(1, 13))


def said(
    target: Target, results: Sequence[Any], on: date = OCTOBER_5, **more: Any
) -> tuple[Outcome, bool, Reason]:
    verdict = judge(target, results, YEAR, on, **more)
    return verdict.outcome, verdict.final, verdict.reason


# Accumulating counts and levels


def test_four_of_four_streets_in_june_is_met_for_good() -> None:
    june = date(2021, 7, 2)
    assert said(p.streets(), [so_far(4, month=6)], june) == (Outcome.MET, True, Reason.DECIDED)


def test_a_fifth_street_exceeds_and_stays_decided() -> None:
    months = [figure(4, period=5), figure(1, period=8)]
    assert said(p.streets(), months) == (Outcome.EXCEEDED, True, Reason.DECIDED)


def test_three_of_four_streets_by_the_end_of_september_keep_the_pace_of_the_calendar() -> None:
    verdict = judge(p.streets(), [so_far(3)], YEAR, OCTOBER_5)
    assert (verdict.outcome, verdict.reason) == (Outcome.ON_TRACK, Reason.PACE_HOLDS)
    assert verdict.pace is not None
    assert verdict.pace.method == LINEAR == "tuyến tính theo ngày lịch"
    assert verdict.pace.needed == Fraction(4 * 273, 365)
    assert verdict.pace.forecast == Fraction(3 * 365, 273)
    assert verdict.margin == -1
    assert not verdict.final


def test_one_of_two_roads_by_the_end_of_september_is_behind_the_calendar() -> None:
    assert said(p.streets(2), [so_far(1)]) == (Outcome.AT_RISK, False, Reason.PACE_FAILS)


def test_revenue_of_7214_6_by_the_end_of_september_is_on_track_for_8550() -> None:
    assert said(p.revenue(), [so_far("7214.6")]) == (Outcome.ON_TRACK, False, Reason.PACE_HOLDS)


def test_revenue_is_judged_the_same_from_months_and_from_the_cumulative_table() -> None:
    months = [figure(700, period=month) for month in range(1, 10)]
    one, other = (
        judge(p.revenue(), months, YEAR, OCTOBER_5),
        judge(p.revenue(), [so_far(6300)], YEAR, OCTOBER_5),
    )
    assert (one.outcome, one.margin, one.pace) == (other.outcome, other.margin, other.pace)


def test_pace_counts_only_days_that_figures_cover_and_the_hole_is_named() -> None:
    months = [figure(715, period=month) for month in (1, 2, 3, 5, 6)]
    verdict = judge(p.revenue(), months, YEAR, date(2021, 7, 5))
    assert verdict.outcome is Outcome.ON_TRACK
    assert verdict.pace is not None
    assert verdict.pace.needed == Fraction(8550 * 151, 365)
    assert verdict.detail == "còn thiếu số liệu tháng 4/2021"


def test_one_escalated_complaint_breaks_the_promise_of_none_for_good() -> None:
    assert said(p.none_escalated(), [figure(1, period=2)]) == (Outcome.NOT_MET, True, Reason.DECIDED)


def test_no_escalated_complaint_so_far_is_on_track_not_met() -> None:
    assert said(p.none_escalated(), [so_far(0)]) == (Outcome.ON_TRACK, False, Reason.PACE_HOLDS)
    assert said(p.none_escalated(), [so_far(0, month=12)], AFTER) == (Outcome.MET, True, Reason.YEAR_ENDED)


def test_a_count_is_not_disturbed_by_the_whole_it_was_counted_in() -> None:
    months = [figure(0, 38, 1), figure(0, 0, 2), figure(0, None, 3)]
    assert said(p.none_escalated(), months)[0] is Outcome.ON_TRACK


def test_a_ceiling_that_the_pace_will_pass_is_at_risk_and_once_passed_is_lost() -> None:
    ceiling = p.target(Quantity.COUNT, Comparator.AT_MOST, 5)
    assert said(ceiling, [so_far(4, month=6)]) == (Outcome.AT_RISK, False, Reason.PACE_FAILS)
    assert said(ceiling, [so_far(2, month=6)]) == (Outcome.ON_TRACK, False, Reason.PACE_HOLDS)
    assert said(ceiling, [so_far(6, month=6)]) == (Outcome.NOT_MET, True, Reason.DECIDED)


def test_a_range_of_counts_is_lost_above_and_open_inside() -> None:
    between = p.target(Quantity.COUNT, Comparator.BETWEEN, low=Fraction(10), high=Fraction(20))
    assert said(between, [so_far(21, month=6)]) == (Outcome.NOT_MET, True, Reason.DECIDED)
    assert said(between, [so_far(8, month=6)]) == (Outcome.ON_TRACK, False, Reason.PACE_HOLDS)
    assert said(between, [so_far(12, month=6)]) == (Outcome.AT_RISK, False, Reason.PACE_FAILS)
    assert said(between, [so_far(12, month=12)], AFTER) == (Outcome.MET, True, Reason.YEAR_ENDED)


def test_a_yield_is_a_state_without_pace() -> None:
    yield_ = p.target(Quantity.LEVEL, value=51, unit="tạ/ha")
    verdict = judge(yield_, [figure(2440, 49, until(6))], YEAR, OCTOBER_5, how=Combine.RATIO)
    assert (verdict.outcome, verdict.reason, verdict.pace) == (Outcome.AT_RISK, Reason.STANDS, None)


# Shares


def test_one_wrong_procedure_under_100_per_cent_is_not_met_for_good() -> None:
    assert said(p.by_the_book(), [so_far(1283, 1284)]) == (Outcome.NOT_MET, True, Reason.DECIDED)


def test_a_percentage_under_100_per_cent_is_lost_even_without_counts() -> None:
    assert said(p.by_the_book(), [so_far("99.53", 100, counted=False)])[:2] == (Outcome.NOT_MET, True)


def test_one_case_under_0_per_cent_is_lost() -> None:
    none = p.target(comparator=Comparator.AT_MOST, value=0)
    assert said(none, [so_far(1, 500)]) == (Outcome.NOT_MET, True, Reason.DECIDED)
    assert said(none, [so_far(0, 500)])[0] is Outcome.ON_TRACK


def test_96_57_per_cent_under_more_than_95_is_on_track_with_its_budget() -> None:
    verdict = judge(p.on_time(), [so_far(1240, 1284)], YEAR, OCTOBER_5, forecast=1712, method=LINEAR)
    assert (verdict.outcome, verdict.final, verdict.reason) == (Outcome.ON_TRACK, False, Reason.STANDS)
    assert verdict.budget is not None
    assert (verdict.budget.left, verdict.budget.left_of_year) == (21, 85)
    assert verdict.margin == Fraction(124000, 1284) - 95


def test_a_broken_share_that_can_be_mended_is_at_risk_not_lost() -> None:
    verdict = judge(p.on_time(), [so_far(90, 100)], YEAR, OCTOBER_5)
    assert (verdict.outcome, verdict.final, verdict.reason) == (Outcome.AT_RISK, False, Reason.BUDGET_SPENT)
    assert verdict.budget is not None
    assert verdict.budget.repair == 101


def test_37_of_38_letters_leave_no_room_and_are_at_risk() -> None:
    assert said(p.on_time(), [so_far(37, 38)]) == (Outcome.AT_RISK, False, Reason.BUDGET_SPENT)


def test_five_of_five_are_on_track_though_the_next_failure_would_break_it() -> None:
    assert said(p.on_time(), [so_far(5, 5, 1)]) == (Outcome.ON_TRACK, False, Reason.STANDS)


def test_all_of_all_under_100_per_cent_are_on_track_until_the_year_ends() -> None:
    assert said(p.by_the_book(), [so_far(24, 24)]) == (Outcome.ON_TRACK, False, Reason.STANDS)
    assert said(p.by_the_book(), [so_far(24, 24, 12)], AFTER) == (Outcome.MET, True, Reason.YEAR_ENDED)


def test_no_room_among_the_next_is_no_risk_while_the_forecast_year_has_room() -> None:
    assert said(p.on_time(), [so_far(37, 38)], forecast=400, method=LINEAR)[0] is Outcome.ON_TRACK
    assert said(p.on_time(), [so_far(37, 38)], forecast=40, method=LINEAR)[0] is Outcome.AT_RISK


def test_when_the_last_cases_are_known_the_share_is_decided_early() -> None:
    target = p.target(value=50)
    assert said(target, [so_far(14, 20)], still_to_come=8) == (Outcome.EXCEEDED, True, Reason.DECIDED)
    assert said(target, [so_far(5, 20)], still_to_come=4) == (Outcome.NOT_MET, True, Reason.DECIDED)
    assert said(target, [so_far(9, 20)], still_to_come=4)[1] is False
    most = p.target(comparator=Comparator.AT_MOST, value=50)
    assert said(most, [so_far(15, 20)], still_to_come=4) == (Outcome.NOT_MET, True, Reason.DECIDED)
    assert said(target, [so_far(14, 20, counted=False)], still_to_come=8)[1] is False


def test_a_share_at_the_end_is_a_state_that_holds_or_does_not() -> None:
    insured = p.target(value=95, horizon=Horizon.AT_END)
    assert said(insured, [figure(9360, 10000, 9)]) == (Outcome.AT_RISK, False, Reason.STANDS)
    assert said(insured, [figure(9360, 10000, 6), figure(9500, 10000, 9)])[0] is Outcome.ON_TRACK
    verdict = judge(insured, [figure(9500, 10000, 9)], YEAR, OCTOBER_5)
    assert verdict.budget is None
    assert verdict.pace is None


def test_poverty_of_0_94_per_cent_is_above_0_9() -> None:
    assert said(p.poverty(), [figure(94, 10000, 9)])[0] is Outcome.AT_RISK
    assert said(p.poverty(), [figure(94, 10000)], AFTER) == (Outcome.NOT_MET, True, Reason.YEAR_ENDED)
    assert said(p.poverty(), [figure(90, 10000)], AFTER)[0] is Outcome.MET
    assert said(p.poverty(), [figure(89, 10000)], AFTER)[0] is Outcome.EXCEEDED


def test_exactly_95_per_cent_does_not_keep_more_than_95_and_96_does_not_exceed_it() -> None:
    assert said(p.on_time(), [so_far(1900, 2000, 12)], AFTER) == (Outcome.NOT_MET, True, Reason.YEAR_ENDED)
    assert said(p.on_time(), [so_far(1920, 2000, 12)], AFTER) == (Outcome.MET, True, Reason.YEAR_ENDED)


def test_months_without_dossiers_leave_the_share_unmeasured() -> None:
    assert said(p.on_time(), [so_far(0, 0)]) == (Outcome.UNMEASURED, False, Reason.NO_DENOMINATOR)
    assert said(p.on_time(), [so_far(96)]) == (Outcome.UNMEASURED, False, Reason.NO_DENOMINATOR)


def test_a_share_cannot_be_made_of_months_that_are_not_shares() -> None:
    insured = p.target(value=95, horizon=Horizon.AT_END)
    assert said(insured, [figure(95, None, 9)]) == (Outcome.UNMEASURED, False, Reason.NO_DENOMINATOR)


# Growth and decrease


def test_growth_stated_directly_is_compared_as_it_stands() -> None:
    stated = p.growth(horizon=Horizon.AT_END)
    assert said(stated, [so_far("11.2", estimate=True)]) == (Outcome.AT_RISK, False, Reason.STANDS)
    assert said(stated, [figure("15.2")], AFTER) == (Outcome.EXCEEDED, True, Reason.YEAR_ENDED)
    assert said(stated, [figure(15)], AFTER)[0] is Outcome.MET


def test_growth_from_a_baseline_is_paced_by_the_level_and_has_no_margin_before_the_end() -> None:
    promise = p.growth(base=1000)
    verdict = judge(promise, [so_far(900)], YEAR, OCTOBER_5)
    assert (verdict.outcome, verdict.reason) == (Outcome.ON_TRACK, Reason.PACE_HOLDS)
    assert verdict.pace is not None
    assert verdict.pace.needed == Fraction(1150 * 273, 365)
    assert verdict.pace.forecast == Fraction(900 * 365, 273) / 10 - 100
    assert verdict.margin is None
    assert said(promise, [so_far(800)]) == (Outcome.AT_RISK, False, Reason.PACE_FAILS)
    assert said(promise, [so_far(1150)]) == (Outcome.MET, True, Reason.DECIDED)
    assert judge(promise, [so_far(1151, month=12)], YEAR, AFTER).margin == Fraction("0.1")


def test_a_decrease_of_accidents_is_lost_once_there_are_too_many() -> None:
    fewer = p.decrease(10, base=20, horizon=Horizon.ACCUMULATED)
    assert said(fewer, [so_far(19)]) == (Outcome.NOT_MET, True, Reason.DECIDED)
    assert said(fewer, [so_far(18)]) == (Outcome.AT_RISK, False, Reason.PACE_FAILS)
    assert said(fewer, [so_far(10)]) == (Outcome.ON_TRACK, False, Reason.PACE_HOLDS)


def test_a_limited_decrease_is_kept_for_good_once_the_level_is_high_enough() -> None:
    no_more = p.target(
        Quantity.DECREASE, Comparator.AT_MOST, 10, unit="%", baseline=p.decrease(base=100).baseline
    )
    assert said(no_more, [so_far(90)]) == (Outcome.MET, True, Reason.DECIDED)
    assert said(no_more, [so_far(80)], date(2021, 10, 1))[1] is False


def test_the_decrease_without_figure_needs_a_baseline() -> None:
    assert said(p.decrease(), [figure("11.4", 100)]) == (Outcome.UNMEASURED, False, Reason.NO_BASELINE)


def test_with_a_baseline_any_decrease_is_met_and_standing_still_is_not() -> None:
    promise = p.decrease(base="11.4")
    assert said(promise, [figure(11, 100)], AFTER) == (Outcome.MET, True, Reason.YEAR_ENDED)
    assert said(promise, [figure("11.4", 100)], AFTER)[0] is Outcome.NOT_MET
    assert said(promise, [figure(11, 100, 9)])[0] is Outcome.ON_TRACK


def test_growth_on_a_baseline_of_nothing_is_unmeasured_and_says_so() -> None:
    verdict = judge(p.growth(base=0), [so_far(5)], YEAR, OCTOBER_5)
    assert (verdict.outcome, verdict.reason) == (Outcome.UNMEASURED, Reason.NO_BASELINE)
    assert verdict.detail == "mốc so sánh phải lớn hơn 0"


# k of n, recognitions, duties


def test_nine_of_ten_residential_groups() -> None:
    assert said(p.k_of_n(9, 10), [figure(9, 10)], AFTER) == (Outcome.MET, True, Reason.YEAR_ENDED)
    assert said(p.k_of_n(9, 10), [figure(10)], AFTER)[0] is Outcome.EXCEEDED
    assert said(p.k_of_n(9, 10), [figure(8, 10)], AFTER)[0] is Outcome.NOT_MET
    assert said(p.k_of_n(9, 10), [figure(9, 10, 6)]) == (Outcome.ON_TRACK, False, Reason.STANDS)


def test_another_n_than_promised_is_noted() -> None:
    verdict = judge(p.k_of_n(9, 10), [figure(9, 9)], YEAR, AFTER)
    assert verdict.detail == "văn bản tính trên 10, số liệu tính trên 9"
    assert judge(p.k_of_n(9, 10), [figure(9, 10)], YEAR, AFTER).detail == ""
    assert judge(p.k_of_n(9, 10), [figure(9)], YEAR, AFTER).detail == ""


def test_names_won_one_by_one_are_added_whatever_they_were_counted_in() -> None:
    won = p.k_of_n(3, 10, Horizon.ACCUMULATED)
    months = [figure(1, 10, 2), figure(2, 9, 4)]
    assert said(won, months, how=Combine.SUM) == (Outcome.MET, True, Reason.DECIDED)


def test_a_recognition_in_august_is_met_though_not_for_good_when_it_must_stand_at_the_end() -> None:
    assert said(p.recognised(), [figure(1, period=8)]) == (Outcome.MET, False, Reason.STANDS)
    assert said(p.recognised(), [figure(1, period=8, estimate=True)])[0] is Outcome.ON_TRACK
    assert said(p.recognised(), [figure(0, period=8)]) == (Outcome.AT_RISK, False, Reason.STANDS)
    assert said(p.recognised(), [figure(1)], AFTER) == (Outcome.MET, True, Reason.YEAR_ENDED)
    assert said(p.recognised(), [figure(0)], AFTER)[:2] == (Outcome.NOT_MET, True)


def test_a_recognition_won_during_the_year_is_met_for_good() -> None:
    won = p.recognised(Horizon.ACCUMULATED)
    assert said(won, [figure(1, period=8), figure(0, period=9)]) == (Outcome.MET, True, Reason.DECIDED)
    assert said(won, [figure(0, period=8)]) == (Outcome.AT_RISK, False, Reason.STANDS)


def test_a_continuing_duty_has_nothing_to_measure_until_evidence_is_given() -> None:
    assert said(p.duty(), []) == (Outcome.UNMEASURED, False, Reason.NOTHING_TO_MEASURE)
    assert said(p.duty(), [figure(1, period=9)]) == (Outcome.ON_TRACK, False, Reason.STANDS)
    assert said(p.duty(), [figure(0, period=9)])[0] is Outcome.AT_RISK
    assert said(p.duty(), [figure(1)], AFTER) == (Outcome.MET, True, Reason.YEAR_ENDED)


# Estimates


def test_an_estimate_never_decides() -> None:
    assert said(p.streets(), [so_far(4, estimate=True)]) == (Outcome.ON_TRACK, False, Reason.ONLY_ESTIMATE)
    assert said(p.by_the_book(), [so_far(9, 10, estimate=True)]) == (
        Outcome.AT_RISK,
        False,
        Reason.ONLY_ESTIMATE,
    )


def test_after_the_year_an_estimate_gives_a_verdict_that_is_not_final() -> None:
    verdict = judge(p.growth(horizon=Horizon.AT_END), [figure("15.2", estimate=True)], YEAR, AFTER)
    assert (verdict.outcome, verdict.final, verdict.reason) == (Outcome.EXCEEDED, False, Reason.ONLY_ESTIMATE)


def test_what_official_figures_decided_an_estimate_does_not_undo() -> None:
    results = [so_far(4, month=6), figure(0, period=7, estimate=True)]
    assert said(p.streets(), results) == (Outcome.MET, True, Reason.DECIDED)


# Figures that are missing


def test_no_figure_is_not_on_track() -> None:
    verdict = judge(p.none_escalated(), [], YEAR, OCTOBER_5)
    assert (verdict.outcome, verdict.reason) == (Outcome.UNMEASURED, Reason.NO_FIGURE)
    assert verdict.detail == "từ 01/01/2021 đến 05/10/2021"


def test_before_the_first_due_period_ends_it_is_too_early() -> None:
    verdict = judge(p.poverty(), [], YEAR, OCTOBER_5, periods=[YEAR])
    assert (verdict.outcome, verdict.reason) == (Outcome.UNMEASURED, Reason.TOO_EARLY)
    assert verdict.detail == "kỳ đầu tiên hết ngày 31/12/2021"
    assert said(p.on_time(), [], OCTOBER_5, periods=MONTHS)[2] is Reason.NO_FIGURE
    assert said(p.on_time(), [], date(2021, 1, 20), periods=MONTHS)[2] is Reason.TOO_EARLY
    assert said(p.on_time(), [], date(2020, 12, 20))[2] is Reason.TOO_EARLY


def test_a_year_with_holes_is_not_judged_and_names_them() -> None:
    months = [figure(95, 96, month) for month in range(1, 10) if month != 4]
    verdict = judge(p.on_time(), months, YEAR, AFTER)
    assert (verdict.outcome, verdict.final, verdict.reason) == (
        Outcome.UNMEASURED,
        False,
        Reason.MISSING_PERIODS,
    )
    assert verdict.detail == "tháng 4/2021, quý IV/2021"
    assert verdict.result is not None
    assert verdict.result.denominator == 8 * 96


def test_due_months_without_a_figure_are_named_before_and_after_the_end() -> None:
    months = [figure(95, 96, month) for month in (1, 2, 3, 5, 6, 7, 8)]
    early = judge(p.on_time(), months, YEAR, OCTOBER_5, periods=MONTHS)
    assert early.detail == "còn thiếu số liệu tháng 4/2021, tháng 9/2021"
    late = judge(p.on_time(), months[:3], YEAR, AFTER, periods=MONTHS)
    assert late.detail == "tháng 4/2021, tháng 5/2021, tháng 6/2021, tháng 7/2021 và 5 kỳ khác"


def test_what_is_decided_needs_no_further_figures() -> None:
    assert said(p.streets(), [so_far(4, month=6)], AFTER) == (Outcome.MET, True, Reason.DECIDED)


def test_a_state_at_the_end_needs_the_last_figure_only() -> None:
    insured = p.target(value=95, horizon=Horizon.AT_END)
    assert said(insured, [figure(95, 100, 12)], AFTER, periods=MONTHS)[:2] == (Outcome.MET, True)
    assert said(insured, [figure(95, 100, 11)], AFTER, periods=MONTHS)[2] is Reason.MISSING_PERIODS
    assert said(insured, [figure(95, 100, 11)], AFTER)[2] is Reason.MISSING_PERIODS


CROPS = (Period(date(2021, 1, 1), date(2021, 6, 1)), Period(date(2021, 6, 1), date(2021, 9, 16)))


def test_rice_is_judged_when_the_last_crop_is_in() -> None:
    area = p.target(Quantity.LEVEL, value=49, unit="ha")
    spring, summer = figure(30, period=CROPS[0]), figure(18, period=CROPS[1])
    assert said(area, [spring, summer], periods=CROPS) == (Outcome.NOT_MET, True, Reason.YEAR_ENDED)
    assert said(area, [spring], periods=CROPS)[2] is Reason.MISSING_PERIODS
    assert said(area, [spring], date(2021, 7, 1), periods=CROPS) == (
        Outcome.ON_TRACK,
        False,
        Reason.PACE_HOLDS,
    )


def test_a_figure_before_the_first_crop_has_no_pace_but_its_state() -> None:
    area = p.target(Quantity.LEVEL, value=49, unit="ha")
    verdict = judge(area, [figure(1, period=1)], YEAR, date(2021, 2, 5), periods=[CROPS[1]])
    assert (verdict.outcome, verdict.reason, verdict.pace) == (Outcome.AT_RISK, Reason.STANDS, None)


def test_contradicting_figures_leave_the_promise_unmeasured() -> None:
    assert said(p.streets(), [figure(3, period=2), figure(4, period=2)])[2] is Reason.MIXED


# The usual way, and a forecast of cases


@pytest.mark.parametrize(
    ("target", "how"),
    [
        (each(), Combine.EACH),
        (p.poverty(), Combine.LAST),
        (p.on_time(), Combine.RATIO),
        (p.streets(), Combine.SUM),
        (p.revenue(), Combine.SUM),
        (p.growth(), Combine.LAST),
        (p.recognised(Horizon.ACCUMULATED), Combine.SUM),
    ],
)
def test_the_usual_way_to_make_a_year_follows_the_promise(target: Target, how: Combine) -> None:
    assert usual(target) is how


def test_the_expected_number_of_cases_is_linear_by_days_and_says_so() -> None:
    assert expected_cases(so_far(1240, 1284), YEAR) == (1284 * 365 // 273, LINEAR)
    assert expected_cases(so_far(1240), YEAR) is None


def test_a_verdict_is_a_frozen_value_with_its_reason_inside() -> None:
    verdict = judge(p.on_time(), [so_far(1240, 1284)], YEAR, OCTOBER_5)
    assert isinstance(verdict, Verdict)
    assert verdict.result == so_far(1240, 1284)
    assert verdict == judge(p.on_time(), [so_far(1240, 1284)], YEAR, OCTOBER_5)
