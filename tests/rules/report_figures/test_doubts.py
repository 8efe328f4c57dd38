"""What is asked about a figure beside the figures that stand; and what was taught comes first."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from chuan.rules.report_figures import Past, Taught, converted, doubts
from chuan.rules.types import Period
from tests.rules.report_figures.made import read, said

SEPTEMBER, AUGUST = Period.month(2021, 9), Period.month(2021, 8)
ON = date(2021, 10, 5)


def past(period: Period, value: str, *, to_date: bool = False, estimate: bool = False) -> Past:
    return Past(period, Fraction(value), to_date, value, estimate)


def asked(
    value: str, period: Period, *stands: Past, to_date: bool = False, estimate: bool = False
) -> list[str]:
    found = doubts(
        Fraction(value), period, stands, accumulates=True, to_date=to_date, estimate=estimate, on=ON
    )  # fmt: skip
    return [one.code for one in found]


def until(month: int) -> Period:
    return Period(date(2021, 1, 1), Period.month(2021, month).end)


def test_an_accumulated_figure_that_falls_is_asked_about_and_one_that_rises_is_not():
    assert asked("6000", until(9), past(until(8), "6200", to_date=True), to_date=True) == ["falls"]
    assert asked("7000", until(9), past(until(8), "6200", to_date=True), to_date=True) == []


@pytest.mark.parametrize(
    ("value", "codes"), [("9680", ["jumps"]), ("96", ["jumps"]), ("9679", []), ("97", [])]
)
def test_ten_times_more_or_less_than_last_month_is_asked_about(value: str, codes: list[str]):
    assert asked(value, SEPTEMBER, past(AUGUST, "968")) == codes


def test_two_reports_that_disagree_are_asked_about_and_an_official_figure_takes_an_estimates_place():
    assert asked("972", SEPTEMBER, past(SEPTEMBER, "990")) == ["stands_other"]
    assert asked("972", SEPTEMBER, past(SEPTEMBER, "972")) == []
    assert asked("972", SEPTEMBER, past(SEPTEMBER, "990", estimate=True)) == []
    assert asked("972", SEPTEMBER, past(SEPTEMBER, "990", estimate=True), estimate=True) == ["stands_other"]


def test_days_that_are_not_over_are_asked_about():
    assert asked("1", Period.month(2021, 10)) == ["not_over"]


def test_months_that_do_not_add_up_to_the_accumulated_figure_are_told():
    months = [past(Period.month(2021, month), "100") for month in range(1, 10)]
    assert asked("950", until(9), *months, to_date=True) == ["sum_differs"]
    assert asked("900", until(9), *months, to_date=True) == []
    assert asked("950", until(9), *months[1:], to_date=True) == []


def test_units_are_brought_to_one_another_exactly_or_not_at_all():
    assert converted(Fraction("8.55"), "tỷ đồng", "triệu đồng") == 8550
    assert converted(Fraction(65), "triệu đồng", "triệu đồng/người/năm") == 65
    assert converted(Fraction(5), "tấn/ha", "tạ/ha") == 50
    assert converted(Fraction(5), "triệu đồng", "ha") is None


def test_words_that_a_person_taught_are_known_next_month_and_words_taught_to_be_none_stay_away():
    line = "Nguồn thu phát sinh trong kỳ {} triệu đồng."
    (unknown,) = read(line.format("972,1")).unknown
    mine = Taught(unknown.phrase, unknown.column, "thu-ngan-sach")
    (known,) = read(line.format("611,7"), days="tháng 10 năm 2021", taught=(mine,)).proposals
    assert said(known) == "thu-ngan-sach 611.7 2021-11-01"
    assert known.how == "taught"
    none = Taught(unknown.phrase, unknown.column, "")
    assert (
        read(line.format("5"), taught=(none,)).proposals,
        read(line.format("5"), taught=(none,)).unknown,
    ) == ((), ())
