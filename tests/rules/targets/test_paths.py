"""A planned path: figures held against the month that was planned, and against a straight line where none was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.rules.targets import LINEAR, PlannedPath, judge, no_path, reason_sentence
from chuan.rules.targets.paths import goal, stated, whole_of
from chuan.rules.targets.types import (
    Combine,
    Comparator,
    Direction,
    Horizon,
    Outcome,
    Quantity,
    Reason,
    Result,
    Target,
    Verdict,
)
from chuan.rules.types import Period
from tests.rules.targets import promises as make
from tests.rules.targets.promises import AFTER, OCTOBER_5, YEAR

JANUARY_5 = date(2021, 1, 5)
LATE = (100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 5000, 8550)
"""A budget that is collected at the end of the year."""


def path(*values: str | int | Fraction) -> PlannedPath:
    return PlannedPath(2021, tuple(Fraction(value) for value in values), JANUARY_5)


def by_days(end: Fraction) -> PlannedPath:
    """The straight line by calendar days, month by month."""
    ends = [Period.month(2021, month).end for month in range(1, 13)]
    return path(*(end * Fraction((day - YEAR.start).days, 365) for day in ends))


def verdict(target: Target, result: Result, plan: PlannedPath | None, **more: object) -> Verdict:
    return judge(target, [result], YEAR, OCTOBER_5, path=plan, **more)  # type: ignore[arg-type]


def test_a_budget_planned_for_december_is_no_risk_in_september():
    figure = make.so_far(950)
    assert verdict(make.revenue(), figure, None).outcome is Outcome.AT_RISK
    found = verdict(make.revenue(), figure, path(*LATE))
    assert (found.outcome, found.reason, found.final) == (Outcome.ON_TRACK, Reason.PACE_HOLDS, False)
    assert found.pace is not None
    assert (found.pace.needed, found.pace.ahead, found.pace.set_on) == (900, 50, JANUARY_5)
    assert found.pace.forecast == 8600
    assert (
        reason_sentence(found)
        == "Đúng tiến độ: số liệu đến nay theo kịp (so với lộ trình đã đặt ngày 05/01/2021)."
    )


def test_a_budget_planned_for_spring_is_a_risk_that_the_straight_line_does_not_see():
    early = path(*[8000] * 11, 8550)
    figure = make.so_far(7000)
    assert verdict(make.revenue(), figure, None).outcome is Outcome.ON_TRACK
    found = verdict(make.revenue(), figure, early)
    assert (found.outcome, found.reason) == (Outcome.AT_RISK, Reason.PACE_FAILS)
    assert found.pace is not None
    assert found.pace.ahead == -1000
    assert reason_sentence(found) == (
        "Có nguy cơ: số liệu đến nay chưa theo kịp, cần làm nhanh hơn hoặc giảm bớt phát sinh "
        "(so với lộ trình đã đặt ngày 05/01/2021)."
    )


def test_without_a_path_the_straight_line_says_so():
    found = verdict(make.revenue(), make.so_far(7000), None)
    assert found.pace is not None
    assert (found.pace.method, found.pace.set_on, found.pace.ahead) == (LINEAR, None, None)
    assert found.margin == 7000 - 8550


def test_a_state_of_the_end_of_the_year_is_held_against_its_month():
    """Poverty falls to 0,9 % by December; 1,2 % in September is what was planned."""
    steps = path("2", "2", "2", "2", "2", "1.5", "1.5", "1.5", "1.2", "1.2", "1.2", "0.9")
    september = make.figure("1.2", 100, 9, counted=False)
    assert verdict(make.poverty(), september, None).reason is Reason.STANDS
    found = verdict(make.poverty(), september, steps)
    assert (found.outcome, found.margin) == (Outcome.ON_TRACK, Fraction("0.9") - Fraction("1.2"))
    worse = verdict(make.poverty(), make.figure("1.3", 100, 9, counted=False), steps)
    assert worse.outcome is Outcome.AT_RISK
    assert worse.pace is not None
    assert (worse.pace.needed, worse.pace.ahead) == (Fraction("1.2"), -Fraction("0.1"))


def test_a_state_measured_inside_a_month_is_held_against_the_month_that_is_over():
    steps = path(*range(1, 13))
    target = make.target(Quantity.LEVEL, value=12, horizon=Horizon.AT_END)
    middle = make.figure(9, period=Period(date(2021, 9, 1), date(2021, 9, 15)))
    found = verdict(target, middle, steps)
    assert found.pace is not None
    assert found.pace.needed == 8


def test_before_the_first_planned_month_is_over_the_path_says_nothing():
    steps = path(*range(1, 13))
    target = make.target(Quantity.LEVEL, value=12, horizon=Horizon.AT_END)
    early = make.figure(1, period=Period(date(2021, 1, 1), date(2021, 1, 20)))
    assert verdict(target, early, steps).pace is None


def test_a_month_without_a_figure_is_not_asked_of_the_path():
    """January and March are there: what February was to bring is not missed, only named."""
    steps = path(*range(700, 8401, 700)[:11], 8550)
    figures = [make.figure(700, period=1), make.figure(700, period=3)]
    found = judge(make.revenue(), figures, YEAR, date(2021, 4, 2), how=Combine.SUM, path=steps)
    assert found.pace is not None
    assert (found.pace.needed, found.outcome) == (1400, Outcome.ON_TRACK)
    assert "còn thiếu số liệu tháng 2/2021" in found.detail


def test_figures_of_no_day_of_the_year_are_not_asked_of_the_path():
    covered = make.so_far(5, month=1)
    hole = replace(covered, missing=(covered.period,))
    assert path(*LATE).built_up(hole) is None


def test_a_part_of_a_month_is_asked_by_its_days():
    ten_days = Result(Period(YEAR.start, date(2021, 1, 11)), Fraction(1), cumulative=True)
    assert path(31, *[31] * 11).built_up(ten_days) == 10


def test_a_growth_from_a_known_mark_is_planned_as_the_level():
    """15 % more than 1.000: 1.150 by December, 600 by September as planned."""
    steps = path(*[600] * 9, 700, 800, 1150)
    found = verdict(make.growth(base=1000), make.so_far(650), steps)
    assert found.pace is not None
    assert (found.outcome, found.pace.needed, found.pace.ahead) == (Outcome.ON_TRACK, 600, 50)
    assert found.pace.forecast == 20
    assert found.margin is None  # part of a year is not compared with a whole one


def test_a_decrease_is_ahead_where_the_level_is_lower():
    steps = path(*[Fraction(5)] * 9, 4, 4, 3)
    target = make.decrease(1, base=4)
    below = verdict(target, make.figure("4.5", 100, 9, counted=False), steps)
    assert below.pace is not None
    assert (below.outcome, below.pace.ahead, below.pace.forecast) == (
        Outcome.ON_TRACK,
        Fraction("0.5"),
        Fraction("1.5"),
    )


def test_a_range_is_judged_by_the_end_that_the_path_foretells():
    target = replace(
        make.target(Quantity.LEVEL, Comparator.BETWEEN, horizon=Horizon.AT_END),
        low=Fraction(8),
        high=Fraction(10),
    )
    steps = path(*range(1, 10), 9, 9, 9)
    held = verdict(target, make.figure(8, period=9), steps)
    assert held.pace is not None
    assert (held.outcome, held.pace.ahead, held.pace.forecast) == (Outcome.ON_TRACK, None, 8)
    assert verdict(target, make.figure(12, period=9), steps).outcome is Outcome.AT_RISK


def test_what_is_decided_or_over_does_not_ask_the_path():
    done = verdict(make.streets(), make.so_far(4), path(*[4] * 12))
    assert (done.outcome, done.final, done.pace) == (Outcome.MET, True, None)
    broken = verdict(make.none_escalated(), make.so_far(1), path(*[0] * 12))
    assert (broken.outcome, broken.final) == (Outcome.NOT_MET, True)
    over = judge(make.revenue(), [make.so_far(8000, month=12)], YEAR, AFTER, path=path(*LATE))
    assert (over.outcome, over.pace) == (Outcome.NOT_MET, None)


def test_an_estimate_on_the_path_is_no_final_word():
    found = verdict(make.revenue(), make.so_far(950, estimate=True), path(*LATE))
    assert (found.outcome, found.final) == (Outcome.ON_TRACK, False)


def test_what_has_no_level_of_its_own_for_a_month_has_no_path():
    why = {
        "được hay chưa được": no_path(make.recognised(), Combine.LAST),
        "việc thường xuyên": no_path(make.duty(), Combine.LAST),
        "Xét từng kỳ": no_path(make.on_time(), Combine.EACH),
        "mốc để so sánh": no_path(make.decrease(), Combine.LAST),
        "chưa nêu mức": no_path(make.target(Quantity.LEVEL), Combine.SUM),
    }
    for words, said in why.items():
        assert words in said
    assert no_path(replace(make.revenue(), horizon=Horizon.EVERY_PERIOD), Combine.SUM).startswith(
        "Xét từng kỳ"
    )
    assert no_path(make.revenue(), Combine.SUM) == ""


GOALS = [
    (make.revenue(), False, 8550),
    (make.on_time(), True, Fraction("95.1")),
    (make.by_the_book(), True, 100),
    (make.target(comparator=Comparator.MORE_THAN, value="99.9"), True, Fraction("99.95")),
    (
        make.target(comparator=Comparator.LESS_THAN, value="0.1", direction=Direction.LOWER),
        True,
        Fraction("0.05"),
    ),
    (make.target(Quantity.COUNT, Comparator.MORE_THAN, 4), False, 5),
    (make.target(Quantity.LEVEL, Comparator.LESS_THAN, 4), False, Fraction("3.9")),
    (make.growth(base=1000), False, 1150),
    (make.growth(), False, 15),
    (make.decrease(1, base=4), True, 3),
    (make.growth(2, base=90), True, 92),
    (make.k_of_n(9, 10), False, 9),
]


@pytest.mark.parametrize(("target", "share", "end"), GOALS)
def test_the_end_of_a_path_keeps_the_promise(target: Target, share: bool, end: Fraction):
    found = goal(target, share=share)
    assert found == end
    said = stated(target, found, share=share)
    assert said is not None
    assert judge(
        target, [make.figure(found, 100 if share else None, counted=False)], YEAR, AFTER
    ).outcome in (
        Outcome.MET,
        Outcome.EXCEEDED,
    )


def test_the_most_that_a_month_can_be():
    assert whole_of(make.on_time(), share=True) == 100
    assert whole_of(make.k_of_n(9, 10), share=False) == 10
    assert whole_of(replace(make.k_of_n(9, 10), n=None), share=False) is None
    assert whole_of(make.revenue(), share=False) is None
    assert stated(make.growth(base=0), Fraction(3), share=False) is None


tenths = st.integers(0, 1000).map(lambda n: Fraction(n, 10))
amounts = st.integers(0, 1_000_000).map(lambda n: Fraction(n, 100))
months = st.integers(1, 11)


@settings(deadline=None)
@given(end=amounts.filter(bool), figure=amounts, month=months)
def test_a_straight_path_says_what_the_straight_line_says(end: Fraction, figure: Fraction, month: int):
    target = replace(make.revenue(), value=end)
    one = verdict(target, make.so_far(figure, month=month), by_days(end))
    other = verdict(target, make.so_far(figure, month=month), None)
    assert (one.outcome, one.final, one.reason, one.margin) == (
        other.outcome, other.final, other.reason, other.margin,
    )  # fmt: skip
    if one.pace is not None and other.pace is not None:
        assert one.pace.needed == other.pace.needed


@settings(deadline=None)
@given(
    steps=st.lists(tenths, min_size=12, max_size=12),
    target=st.sampled_from(
        [make.revenue(), make.on_time(), make.poverty(), make.none_escalated(), make.streets(50)]
    ),
    month=months,
)
def test_a_figure_that_stands_where_it_was_planned_is_never_at_risk(
    steps: list[Fraction], target: Target, month: int
):
    planned = path(*sorted(steps))
    share = target.quantity is Quantity.SHARE
    figure = make.so_far(planned.values[month - 1], 100 if share else None, month=month, counted=False)
    found = verdict(target, figure, planned)
    if not found.final:
        assert found.outcome is Outcome.ON_TRACK


@settings(deadline=None)
@given(steps=st.lists(amounts, min_size=12, max_size=12), figure=amounts, more=amounts, month=months)
def test_more_of_what_is_wanted_is_never_worse_on_a_path(
    steps: list[Fraction], figure: Fraction, more: Fraction, month: int
):
    planned = path(*sorted(steps))
    target = make.target(Quantity.LEVEL, value=20_000)
    least = verdict(target, make.so_far(figure, month=month), planned)
    most = verdict(target, make.so_far(figure + more, month=month), planned)
    assert (least.outcome, most.outcome) != (Outcome.ON_TRACK, Outcome.AT_RISK)
