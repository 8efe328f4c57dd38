"""Promises kept in every period: each one judged by itself, the worst decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from chuan.rules.targets import judge
from chuan.rules.targets.types import Combine, Horizon, Outcome, Reason, Target
from chuan.rules.types import Period
from tests.rules.targets import promises as p
from tests.rules.targets.promises import AFTER, OCTOBER_5, YEAR, figure, until

MONTHS = tuple(Period.month(2021, month) for month in range(1, 13))


def said(
    target: Target, results: Sequence[Any], on: date = OCTOBER_5, **more: Any
) -> tuple[Outcome, bool, Reason]:
    verdict = judge(target, results, YEAR, on, **more)
    return verdict.outcome, verdict.final, verdict.reason


def each(value: int = 95, **more: Any) -> Target:
    return p.target(value=value, horizon=Horizon.EVERY_PERIOD, **more)


def test_one_failing_month_breaks_a_promise_for_every_month() -> None:
    months = [figure(96, 100, 1), figure(94, 100, 2), figure(93, 100, 3), figure(99, 100, 4)]
    verdict = judge(each(), months, YEAR, OCTOBER_5)
    assert (verdict.outcome, verdict.final, verdict.reason) == (Outcome.NOT_MET, True, Reason.DECIDED)
    assert verdict.detail == "không đạt tháng 2/2021, tháng 3/2021"
    assert verdict.result == months[2]
    assert verdict.margin == -2
    assert said(each(), months, AFTER) == (Outcome.NOT_MET, True, Reason.YEAR_ENDED)


def test_an_estimate_of_a_failing_month_warns_only() -> None:
    months = [figure(96, 100, 1), figure(94, 100, 2, estimate=True)]
    assert said(each(), months) == (Outcome.AT_RISK, False, Reason.ONLY_ESTIMATE)
    assert said(each(), months, AFTER) == (Outcome.NOT_MET, False, Reason.ONLY_ESTIMATE)


def test_a_final_verdict_shows_the_official_month_that_failed_not_a_worse_estimate() -> None:
    months = [figure(94, 100, 1), figure(50, 100, 2, estimate=True)]
    verdict = judge(each(), months, YEAR, OCTOBER_5)
    assert verdict.final
    assert verdict.result == months[0]


def test_the_official_figure_of_a_month_replaces_its_estimate() -> None:
    months = [figure(94, 100, 1, estimate=True), figure(96, 100, 1)]
    assert said(each(), months)[0] is Outcome.ON_TRACK


def test_every_month_kept_is_met_when_the_year_is_over_and_whole() -> None:
    months = [figure(95 + (month > 1), 100, month) for month in range(1, 13)]
    assert said(each(), months[:9]) == (Outcome.ON_TRACK, False, Reason.STANDS)
    assert said(each(), months, AFTER) == (Outcome.MET, True, Reason.YEAR_ENDED)
    assert said(each(94), months, AFTER)[0] is Outcome.EXCEEDED
    assert said(each(), months[:11], AFTER) == (Outcome.UNMEASURED, False, Reason.MISSING_PERIODS)
    guess = [*months[:11], figure(97, 100, 12, estimate=True)]
    assert said(each(), guess, AFTER) == (Outcome.MET, False, Reason.ONLY_ESTIMATE)


def test_due_months_without_figure_are_named_while_the_year_runs() -> None:
    months = [figure(96, 100, 1), figure(96, 100, 3)]
    verdict = judge(each(), months, YEAR, date(2021, 4, 5), periods=MONTHS)
    assert verdict.outcome is Outcome.ON_TRACK
    assert verdict.detail == "còn thiếu số liệu tháng 2/2021"


def test_a_month_without_cases_is_passed_over() -> None:
    months = [figure(96, 100, 1), figure(0, 0, 2)]
    assert said(each(), months)[0] is Outcome.ON_TRACK
    assert said(each(), months[1:]) == (Outcome.UNMEASURED, False, Reason.NO_DENOMINATOR)


def test_months_that_cannot_be_judged_apart_leave_it_unmeasured() -> None:
    assert said(each(), [])[2] is Reason.NO_FIGURE
    assert said(each(), [], date(2021, 1, 5), periods=MONTHS)[2] is Reason.TOO_EARLY
    assert said(each(), [figure(96, None, 1)])[2] is Reason.NO_DENOMINATOR
    assert said(each(), [figure(96, 100, 1), figure(95, 100, 1)])[2] is Reason.MIXED
    assert said(each(), [figure(96, 100, until(3)), figure(95, 100, 2)])[2] is Reason.MIXED


def test_an_indicator_that_judges_each_period_overrules_the_horizon() -> None:
    months = [figure(0, 10, 1), figure(100, 100, 2)]
    assert said(p.target(value=90), months, how=Combine.EACH)[:2] == (Outcome.NOT_MET, True)
