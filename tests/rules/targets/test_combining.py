"""How months make a year."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.targets import combine
from chuan.rules.targets.combining import gaps
from chuan.rules.targets.types import Combine, NotMeasurable, Reason, Result, Stage
from chuan.rules.types import Period
from tests.rules.targets.promises import AFTER, OCTOBER_5, YEAR, figure, so_far, until


def made(results: list[Result], how: Combine, on: date = AFTER) -> Result:
    answer = combine(results, how, YEAR, on)
    assert isinstance(answer, Result), answer
    return answer


def refused(results: list[Result], how: Combine, on: date = AFTER) -> NotMeasurable:
    answer = combine(results, how, YEAR, on)
    assert isinstance(answer, NotMeasurable), answer
    return answer


# Sums and ratios


def test_levels_of_the_months_are_added() -> None:
    total = made([figure(700, period=1), figure(650, period=2)], Combine.SUM)
    assert (total.numerator, total.denominator) == (1350, None)
    assert total.period == until(2)
    assert total.cumulative
    assert total.missing == ()


def test_a_ratio_is_the_sum_of_numerators_over_the_sum_of_denominators_never_a_mean_of_rates() -> None:
    total = made([figure(1, 1, 1), figure(0, 99, 2)], Combine.RATIO)
    assert (total.numerator, total.denominator) == (1, 100)


def test_a_sum_of_shares_adds_both_parts() -> None:
    total = made([figure(3, 4, 1), figure(2, 4, 2)], Combine.SUM)
    assert (total.numerator, total.denominator) == (5, 8)


def test_a_month_without_cases_adds_nothing_and_spoils_nothing() -> None:
    total = made([figure(9, 10, 1), figure(0, 0, 2)], Combine.RATIO)
    assert (total.numerator, total.denominator) == (9, 10)


def test_a_year_without_cases_has_no_rate() -> None:
    assert refused([figure(0, 0, 1), figure(0, 0, 2)], Combine.RATIO).reason is Reason.NO_DENOMINATOR
    assert refused([so_far(0, 0)], Combine.LAST).reason is Reason.NO_DENOMINATOR


def test_a_ratio_needs_wholes() -> None:
    assert refused([figure(9, None, 1)], Combine.RATIO).reason is Reason.NO_DENOMINATOR


@pytest.mark.parametrize("how", [Combine.SUM, Combine.RATIO])
def test_shares_and_levels_are_never_mixed(how: Combine) -> None:
    answer = refused([figure(9, 10, 1), figure(9, None, 2)], how)
    assert answer == NotMeasurable(Reason.MIXED, "có kỳ là tỷ lệ, có kỳ là số lượng")


def test_percentages_without_their_counts_are_never_added() -> None:
    months = [figure(96, 100, 1, counted=False), figure(94, 100, 2)]
    assert refused(months, Combine.RATIO).reason is Reason.MIXED
    assert made(months[:1], Combine.RATIO).counted is False


def test_months_without_a_figure_are_noted() -> None:
    total = made([figure(1, period=2), figure(1, period=5)], Combine.SUM)
    assert total.missing == (Period.month(2021, 1), Period(date(2021, 3, 1), date(2021, 5, 1)))
    assert total.period == until(5)


# Cumulative figures


def test_the_latest_cumulative_figure_stands_and_is_never_added_to_earlier_ones() -> None:
    total = made([so_far(100, month=3), so_far(250, month=6), so_far(170, month=4)], Combine.SUM)
    assert total.numerator == 250
    assert total.period == until(6)


def test_a_cumulative_figure_of_one_month_holds_everything_since_1_january() -> None:
    total = made([figure(400, period=9, cumulative=True), figure(30, period=8)], Combine.SUM)
    assert total.numerator == 400
    assert total.missing == ()


def test_a_later_month_is_added_on_a_cumulative_figure() -> None:
    total = made([so_far(250, month=6), figure(40, period=7), figure(99, period=2)], Combine.SUM)
    assert total.numerator == 290
    assert total.period == until(7)
    assert total.missing == ()


def test_a_hole_after_a_cumulative_figure_is_noted() -> None:
    total = made([so_far(250, month=6), figure(40, period=8)], Combine.SUM)
    assert total.missing == (Period.month(2021, 7),)


def test_a_period_that_straddles_the_end_of_a_cumulative_figure_is_refused() -> None:
    straddling = figure(90, period=Period(date(2021, 6, 1), date(2021, 9, 1)))
    assert refused([so_far(250, month=6), straddling], Combine.SUM).reason is Reason.MIXED


def test_two_cumulative_figures_of_the_same_day_that_differ_are_refused() -> None:
    answer = refused([so_far(250, month=9), figure(260, period=9, cumulative=True)], Combine.SUM)
    assert answer == NotMeasurable(Reason.MIXED, "có hai số khác nhau đến 30/09/2021")


# Overlaps


def test_periods_that_share_a_day_are_refused_and_named() -> None:
    quarter = figure(9, period=until(3))
    answer = refused([quarter, figure(3, period=2)], Combine.SUM)
    assert answer == NotMeasurable(Reason.MIXED, "quý I/2021 và tháng 2/2021 trùng ngày")


def test_two_official_figures_of_one_month_are_refused() -> None:
    answer = refused([figure(9, period=2), figure(3, period=2)], Combine.SUM)
    assert answer == NotMeasurable(Reason.MIXED, "tháng 2/2021 có hai số khác nhau")


def test_the_same_figure_given_twice_is_one_figure() -> None:
    assert made([figure(9, period=1), figure(9, period=1)], Combine.SUM).numerator == 9


# Which figures count


def test_figures_of_other_years_are_left_aside() -> None:
    last_year = figure(500, period=Period.year(2020))
    assert made([last_year, figure(9, period=1)], Combine.SUM).numerator == 9


def test_a_period_across_new_year_is_refused() -> None:
    across = figure(5, period=Period(date(2020, 12, 1), date(2021, 2, 1)))
    answer = refused([across], Combine.SUM)
    assert answer == NotMeasurable(Reason.MIXED, "từ 01/12/2020 đến 31/01/2021 không nằm gọn trong năm 2021")


def test_figures_of_a_period_not_begun_are_not_known_yet() -> None:
    months = [figure(9, period=1), figure(9, period=11)]
    assert made(months, Combine.SUM, OCTOBER_5).numerator == 9


def test_no_figure_says_from_when_to_when() -> None:
    assert refused([], Combine.SUM, OCTOBER_5) == NotMeasurable(
        Reason.NO_FIGURE, "từ 01/01/2021 đến 05/10/2021"
    )
    assert refused([], Combine.LAST, AFTER).detail == "từ 01/01/2021 đến 31/12/2021"


def test_before_the_year_it_is_too_early() -> None:
    assert refused([], Combine.SUM, date(2020, 12, 31)) == NotMeasurable(
        Reason.TOO_EARLY, "tính từ 01/01/2021"
    )


# Estimate and official


def test_the_official_figure_beats_the_estimate_of_the_same_month() -> None:
    total = made([figure(9, period=1), figure(11, period=1, estimate=True)], Combine.SUM)
    assert total.numerator == 9
    assert total.stage is Stage.OFFICIAL


def test_a_sum_with_an_estimate_in_it_is_an_estimate() -> None:
    total = made([figure(9, period=1), figure(11, period=2, estimate=True)], Combine.SUM)
    assert total.numerator == 20
    assert total.stage is Stage.ESTIMATE


def test_an_estimate_of_the_year_gives_way_to_the_official_months_it_overlaps() -> None:
    total = made([figure(9, period=1), figure(120, period=YEAR, estimate=True)], Combine.SUM)
    assert total.numerator == 9
    assert total.stage is Stage.OFFICIAL


def test_a_cumulative_estimate_that_reaches_further_stands() -> None:
    total = made([so_far(9, month=1), so_far(120, month=12, estimate=True)], Combine.SUM)
    assert total.numerator == 120
    assert total.stage is Stage.ESTIMATE


def test_official_months_that_reach_as_far_beat_a_cumulative_estimate() -> None:
    official = [so_far(90, month=11), figure(12, period=12)]
    total = made([*official, so_far(110, month=12, estimate=True)], Combine.SUM)
    assert total.numerator == 102
    assert total.stage is Stage.OFFICIAL


def test_official_months_with_a_hole_do_not_beat_an_estimate_without_one() -> None:
    official = [figure(90, period=1), figure(12, period=12)]
    total = made([*official, so_far(110, month=12, estimate=True)], Combine.SUM)
    assert total.numerator == 110
    assert total.stage is Stage.ESTIMATE


def test_contradicting_estimates_do_not_matter_once_official_figures_reach_as_far() -> None:
    guesses = [so_far(7, month=2, estimate=True), figure(8, period=2, cumulative=True, estimate=True)]
    assert refused(guesses, Combine.SUM).reason is Reason.MIXED
    assert made([*guesses, so_far(9, month=3)], Combine.SUM).numerator == 9


# The last one, and each


@pytest.mark.parametrize("how", [Combine.LAST, Combine.EACH])
def test_the_latest_figure_stands_for_the_year(how: Combine) -> None:
    months = [figure(93, 100, 3), figure(94, 100, 9), figure(99, 100, 6)]
    assert made(months, how) == months[1]


def test_of_two_figures_ending_together_the_official_one_stands() -> None:
    quarter = figure(93, 100, Period(date(2021, 7, 1), date(2021, 10, 1)), estimate=True)
    assert made([quarter, figure(94, 100, 9)], Combine.LAST).numerator == 94


def test_two_last_figures_that_differ_are_refused() -> None:
    quarter = figure(93, 100, Period(date(2021, 7, 1), date(2021, 10, 1)))
    assert refused([quarter, figure(94, 100, 9)], Combine.LAST).reason is Reason.MIXED


# Properties

counts = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=12)


@given(counts)
def test_a_ratio_is_sums_over_sums(months: list[tuple[int, int]]) -> None:
    results = [figure(good, good + bad, at) for at, (good, bad) in enumerate(months, 1)]
    answer = combine(results, Combine.RATIO, YEAR, AFTER)
    good, cases = sum(g for g, _ in months), sum(g + b for g, b in months)
    if cases == 0:
        assert isinstance(answer, NotMeasurable)
        assert answer.reason is Reason.NO_DENOMINATOR
    else:
        assert isinstance(answer, Result)
        assert Fraction(answer.numerator, answer.denominator or 1) == Fraction(good, cases)


any_result = st.builds(
    figure,
    numerator=st.integers(0, 9),
    denominator=st.one_of(st.none(), st.integers(0, 9)),
    period=st.one_of(st.integers(1, 12), st.integers(1, 12).map(until)),
    estimate=st.booleans(),
    cumulative=st.booleans(),
    counted=st.booleans(),
)


@given(st.lists(any_result, max_size=7), st.sampled_from(list(Combine)), st.randoms(use_true_random=False))
def test_the_order_of_figures_never_matters(results: list[Result], how: Combine, chance: object) -> None:
    shuffled = list(results)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert combine(shuffled, how, YEAR, AFTER) == combine(results, how, YEAR, AFTER)


@given(st.lists(st.integers(1, 12), max_size=6))
def test_gaps_and_parts_together_are_the_whole_year(months: list[int]) -> None:
    parts = [Period.month(2021, month) for month in months]
    holes = gaps(parts, YEAR)
    assert sum(hole.days for hole in holes) + sum(part.days for part in set(parts)) == YEAR.days
    assert not any(hole.overlaps(part) for hole in holes for part in parts)


def test_parts_beyond_the_period_asked_about_leave_no_gap_in_it() -> None:
    assert gaps([YEAR, Period.month(2022, 3)], Period.month(2021, 5)) == ()
    assert gaps([Period.month(2021, 9)], Period.month(2021, 5)) == (Period.month(2021, 5),)
