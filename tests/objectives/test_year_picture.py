"""The year at a glance: every promise judged on a day, in a constant number of statements."""

from __future__ import annotations

import time
from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from chuan.objectives.actions import correct_figure, record_figure
from chuan.objectives.models import Indicator, Measurement, Plan
from chuan.objectives.pictures import TargetLine
from chuan.objectives.reports import plan_for, year_picture
from chuan.people.models import Succession
from chuan.rules.targets.types import Outcome, Reason
from chuan.rules.types import Period
from tests.objectives.made import clerk, decision, given, indicator, now, plan_of
from tests.people import Ward, make_ward

OCTOBER = date(2021, 10, 5)
AFTER = date(2022, 1, 10)


def line(plan: Plan, label: str, on: date = OCTOBER) -> TargetLine:
    return next(one for one in year_picture(plan, on=on).lines if one.label == label)


def months(ward: Ward, plan: Plan, label: str, figures: list[tuple[int, int]]) -> None:
    for number, (num, den) in enumerate(figures, start=1):
        period = Period.month(2021, number)
        record_figure(indicator(plan, label), period, given(num=num, den=den), by=clerk(ward), at=now())


NINE = [
    (144, 148),
    (90, 96),
    (156, 161),
    (155, 158),
    (145, 149),
    (146, 152),
    (131, 139),
    (126, 131),
    (147, 150),
]
"""1.240 of 1.284 in nine months, as in the looks."""


def test_without_figures_nothing_is_measured_and_nothing_is_good(plan: Plan):
    picture = year_picture(plan, on=OCTOBER)
    assert picture.tally == {Outcome.UNMEASURED: 32}
    assert (picture.as_of, picture.until, picture.illustrative) == (None, None, False)
    assert {one.figure_words for one in picture.lines} == {"–"}


def test_there_are_seven_promises_and_thirty_two_lines(plan: Plan):
    picture = year_picture(plan, on=OCTOBER)
    assert [len(one.lines) for one in picture.promises] == [22, 1, 2, 2, 2, 2, 1]
    assert picture.promises[0].own is not None
    assert picture.promises[0].own.target_words.startswith("21/21")


def test_a_rate_is_the_sum_over_the_sum_never_a_mean_of_rates(ward: Ward, plan: Plan):
    """design.md: averages are sums over sums."""
    months(ward, plan, "3.2", NINE)
    shown = line(plan, "3.2")
    assert shown.result is not None
    assert (shown.result.numerator, shown.result.denominator) == (1240, 1284)
    assert shown.figure_words == "96,57\N{NO-BREAK SPACE}%"
    assert (shown.verdict.outcome, shown.verdict.final) == (Outcome.ON_TRACK, False)


def test_the_budget_says_how_many_more_may_be_late(ward: Ward, plan: Plan):
    """design.md, "A remaining budget": 44 late, 20 more if the next are all late, under "trên 95 %"."""
    months(ward, plan, "3.2", NINE)
    budget = line(plan, "3.2").verdict.budget
    assert budget is not None
    assert (budget.used, budget.left) == (44, 21)
    assert budget.forecast is not None
    assert budget.method


def test_exactly_ninety_five_is_not_more_than_ninety_five(ward: Ward, plan: Plan):
    months(ward, plan, "3.2", [(95, 100)] * 12)
    assert line(plan, "3.2", AFTER).verdict.outcome is Outcome.NOT_MET


def test_one_wrong_procedure_under_a_hundred_per_cent_is_not_met_for_good(ward: Ward, plan: Plan):
    months(ward, plan, "3.1", [(148, 148), (95, 96)])
    verdict = line(plan, "3.1").verdict
    assert (verdict.outcome, verdict.final) == (Outcome.NOT_MET, True)


def test_four_of_four_streets_are_met_for_good_before_the_year_ends(ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "1.5a"),
        Period(date(2021, 1, 1), date(2021, 4, 1)),
        given(value="4"),
        by=clerk(ward),
        at=now(),
    )
    verdict = line(plan, "1.5a").verdict
    assert (verdict.outcome, verdict.final) == (Outcome.MET, True)


def test_a_decrease_without_mark_stays_unmeasured_whatever_figures_come(ward: Ward, plan: Plan):
    quarter = Period(date(2021, 1, 1), date(2021, 4, 1))
    record_figure(indicator(plan, "1.13"), quarter, given(num=5, den=44), by=clerk(ward), at=now())
    verdict = line(plan, "1.13").verdict
    assert (verdict.outcome, verdict.reason) == (Outcome.UNMEASURED, Reason.NO_BASELINE)


def test_a_growth_put_in_as_a_change_is_judged_as_one(ward: Ward, plan: Plan):
    year = Period.year(2021)
    record_figure(indicator(plan, "1.1"), year, given(value="15.3"), by=clerk(ward), at=now(), to_date=True)
    shown = line(plan, "1.1", AFTER)
    assert (shown.verdict.outcome, shown.figure_words) == (Outcome.EXCEEDED, "+15,3\N{NO-BREAK SPACE}%")


def test_an_estimate_never_makes_a_verdict_final(ward: Ward, plan: Plan):
    year = Period.year(2021)
    record_figure(indicator(plan, "1.2"), year, given(value="70", stage="estimate"), by=clerk(ward), at=now())
    verdict = line(plan, "1.2", AFTER).verdict
    assert not verdict.final


def test_a_year_is_over_with_its_last_day_once_that_day_is(ward: Ward, plan: Plan):
    last, target = date(2021, 12, 31), Period.year(2021)
    record_figure(indicator(plan, "1.1"), target, given(value="15.3"), by=clerk(ward), at=now(), to_date=True)

    def final(today: date | None) -> bool:
        lines = year_picture(plan, on=last, today=today).lines
        return next(one for one in lines if one.label == "1.1").verdict.final

    assert [final(None), final(last), final(date(2022, 1, 1)), final(date(2026, 1, 1))] == [
        False,
        False,
        True,
        True,
    ]
    assert year_picture(plan, on=last, today=AFTER).on == last


def test_a_later_figure_than_the_day_of_judging_is_not_looked_at(ward: Ward, plan: Plan):
    months(ward, plan, "3.2", NINE)
    assert line(plan, "3.2", date(2021, 4, 5)).result.numerator == 144 + 90 + 156  # type: ignore[union-attr]


def test_the_corrected_figure_counts_and_the_old_one_does_not(ward: Ward, plan: Plan):
    months(ward, plan, "3.2", [(148, 148)])
    first = Measurement.objects.get()
    correct_figure(first, given(num=100, den=148), reason="đếm nhầm", by=clerk(ward), at=now())
    assert line(plan, "3.2").result.numerator == 100  # type: ignore[union-attr]


def test_the_trend_has_a_point_for_each_figure(ward: Ward, plan: Plan):
    months(ward, plan, "3.2", NINE)
    points = line(plan, "3.2").points
    assert len(points) == 9
    assert points[1].value is not None
    assert float(points[1].value) == 93.75


def test_a_promise_of_few_figures_shows_them_and_one_of_many_counts_them(ward: Ward, plan: Plan):
    months(ward, plan, "3.1", [(148, 148)])
    months(ward, plan, "3.2", [(144, 148)])
    strip = {one.number: one.figure_words for one in year_picture(plan, on=OCTOBER).promises}
    assert strip["3"] == "100\N{NO-BREAK SPACE}% · 97,30\N{NO-BREAK SPACE}%"
    assert strip["1"] == "0/22 số đo đã đạt"


def test_a_failing_line_decides_its_promise(ward: Ward, plan: Plan):
    months(ward, plan, "3.1", [(147, 148)])
    months(ward, plan, "3.2", [(148, 148)])
    promise = year_picture(plan, on=OCTOBER).promises[2]
    assert promise.verdict.outcome is Outcome.NOT_MET


def test_a_promise_of_one_line_has_its_verdict(ward: Ward, plan: Plan):
    record_figure(indicator(plan, "7.1"), Period.year(2021), given(num=24, den=24), by=clerk(ward), at=now())
    promise = year_picture(plan, on=AFTER).promises[6]
    assert (promise.verdict.outcome, promise.reason_words) == (Outcome.MET, promise.lines[0].reason_words)


def test_invented_figures_are_said_to_be_invented(ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "7.1"),
        Period.year(2021),
        given(num=24, den=24),
        by=clerk(ward),
        at=now(),
        illustrative=True,
    )
    assert year_picture(plan, on=AFTER).illustrative


def test_the_last_day_that_figures_speak_of_is_told(ward: Ward, plan: Plan):
    months(ward, plan, "3.2", NINE)
    assert year_picture(plan, on=OCTOBER).until == date(2021, 9, 30)


# Which plan


def test_the_year_is_judged_by_the_plan_in_force_on_the_day(ward: Ward):
    """spine.md §2.5."""
    old = plan_of(ward, decision("Trên 95% hồ sơ được giải quyết đúng hạn.", number="31"))
    newer = decision(
        "Trên 97% hồ sơ được giải quyết đúng hạn.", number="9", on=date(2021, 7, 1),
        supersedes="31/QĐ-UBND ngày 19/02/2021",
    )  # fmt: skip
    plan = plan_of(ward, newer)
    viewer = clerk(ward)
    assert plan_for(viewer, 2021, on=date(2021, 6, 30)) == old
    assert plan_for(viewer, 2021, on=date(2021, 7, 1)) == plan
    assert plan_for(viewer, 2021, on=date(2026, 1, 1)) == plan


def test_before_any_decision_takes_effect_the_standing_plan_is_shown(ward: Ward, plan: Plan):
    assert plan_for(clerk(ward), 2021, on=date(2021, 1, 5)) == plan


def test_another_year_and_another_ward_have_no_plan(ward: Ward, other_ward: Ward, plan: Plan):
    assert plan_for(clerk(ward), 2020, on=OCTOBER) is None
    assert plan_for(clerk(other_ward), 2021, on=OCTOBER) is None


def test_the_successor_reads_the_plan_of_the_ward_it_came_from(ward: Ward, plan: Plan):
    merged = make_ward("Bắc Hồng Lĩnh", "18999", prefix="m_")
    Succession.objects.create(
        predecessor=ward.unit, successor=merged.unit, on=date(2025, 7, 1), citation="1665/NQ-UBTVQH15"
    )
    assert plan_for(clerk(merged), 2021, on=OCTOBER) == plan


# Speed


def test_the_number_of_statements_does_not_grow_with_figures(ward: Ward, plan: Plan):
    months(ward, plan, "3.1", NINE[:1])
    with CaptureQueriesContext(connection) as few:
        year_picture(plan, on=OCTOBER)
    for label in ("3.2", "4.1", "6.1"):
        months(ward, plan, label, NINE)
    with CaptureQueriesContext(connection) as many:
        year_picture(plan, on=OCTOBER)
    assert len(many) == len(few) == 4


def fill(plan: Plan, year: int) -> None:
    """Monthly figures for every indicator of a plan, straight into the table."""
    rows = [
        Measurement(
            indicator_id=pk, period_start=date(year, month, 1), period_end=Period.month(year, month).end,
            as_of=now(), recorded_at=now(), numerator="95", denominator="100", grade="D", stage="official",
        )
        for pk in Indicator.objects.filter(unit=plan.owner_unit).values_list("pk", flat=True)
        for month in range(1, 13)
    ]  # fmt: skip
    Measurement.objects.bulk_create(rows)


def test_a_year_of_forty_monthly_indicators_is_shown_within_a_tenth_of_a_second_of_work(ward: Ward):
    promises = [
        f"Tỷ lệ hồ sơ loại {name} được xử lý đúng quy định đạt 9{n % 10}%" for n, name in enumerate(NAMES)
    ]
    plan = plan_of(ward, decision(*(f"{one}." for one in promises)))
    Indicator.objects.filter(unit=ward.unit).update(frequency="monthly", combine="ratio")
    for year in range(2017, 2022):
        fill(plan, year)
    took = []
    for _ in range(5):
        began = time.process_time()
        picture = year_picture(plan, on=AFTER)
        took.append(time.process_time() - began)
    assert len(picture.lines) == 40
    assert sorted(took)[2] < 0.1, f"median {sorted(took)[2] * 1000:.0f} ms"


NAMES = [f"{first} {second}" for first in ("xanh", "vàng", "đỏ", "tím", "trắng") for second in
         ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám")]  # fmt: skip
