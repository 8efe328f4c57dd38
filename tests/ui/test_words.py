"""Periods, promises, grades and days left in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from chuan.rules.targets.types import Comparator, Horizon, Outcome, Quantity, Target
from chuan.rules.types import Period
from chuan.ui import words

LEAST, MORE = Comparator.AT_LEAST, Comparator.MORE_THAN
MOST, LESS = Comparator.AT_MOST, Comparator.LESS_THAN


def months(first: int, last: int) -> Period:
    """From one month of 2021 to another, both whole."""
    return Period(Period.month(2021, first).start, Period.month(2021, last).end)


def promise(
    quantity: Quantity, comparator: Comparator | None = None, value: str | None = None, unit: str = "", **more
):
    """A target with only what its words need."""
    amount = None if value is None else Fraction(value)
    return Target(quantity, comparator, Horizon.AT_END, value=amount, unit=unit, **more)


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (months(3, 3), "tháng 3"),
        (months(1, 3), "quý I"),
        (months(10, 12), "quý IV"),
        (months(1, 6), "6 tháng đầu năm"),
        (months(7, 12), "6 tháng cuối năm"),
        (months(1, 9), "9 tháng"),
        (months(1, 12), "năm 2021"),
        (months(2, 4), "từ 01/02 đến 30/04/2021"),
        (Period(date(2021, 1, 1), date(2021, 9, 16)), "từ 01/01 đến 15/09/2021"),
        (Period(date(2021, 5, 19), date(2021, 5, 20)), "ngày 19/05/2021"),
        (Period(date(2020, 7, 1), date(2021, 7, 1)), "từ 01/07/2020 đến 30/06/2021"),
    ],
)
def test_a_period_is_called_by_its_usual_name(period, name):
    assert words.period(period) == name


def test_a_period_counted_since_january_is_never_called_a_quarter():
    assert words.period(months(1, 3), cumulative=True) == "3 tháng"
    assert words.period(months(4, 6), cumulative=True) == "quý II"


def test_a_period_with_its_year():
    assert words.period(months(3, 3), with_year=True) == "tháng 3 năm 2021"
    assert words.period(months(1, 12), with_year=True) == "năm 2021"


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (promise(Quantity.SHARE, MORE, "95", "%"), "trên 95 %"),
        (promise(Quantity.SHARE, LEAST, "95", "%"), "ít nhất 95 %"),
        (promise(Quantity.SHARE, LEAST, "100", "%"), "100 %"),
        (promise(Quantity.SHARE, MOST, "0.9", "%"), "tối đa 0,9 %"),
        (promise(Quantity.SHARE, LESS, "1", "%"), "dưới 1 %"),
        (promise(Quantity.LEVEL, LEAST, "49", "ha"), "ít nhất 49 ha"),
        (promise(Quantity.LEVEL, LEAST, "8550", "triệu đồng"), "ít nhất 8.550 triệu đồng"),
        (promise(Quantity.GROWTH, LEAST, "15", "%"), "tăng 15 %"),
        (promise(Quantity.GROWTH, MORE, "15", "%"), "tăng trên 15 %"),
        (promise(Quantity.GROWTH, LEAST), "tăng, chưa có mức"),
        (promise(Quantity.DECREASE, LEAST, "2", "%"), "giảm 2 %"),
        (promise(Quantity.DECREASE), "giảm, chưa có mức"),
        (promise(Quantity.K_OF_N, LEAST, unit="TDP", k=9, n=10), "9/10 TDP"),
        (promise(Quantity.K_OF_N, MORE, k=9, n=10), "trên 9/10"),
        (promise(Quantity.K_OF_N, LEAST), "chưa có mức"),
        (promise(Quantity.YES_NO), "được công nhận"),
        (promise(Quantity.NONE), "thực hiện thường xuyên"),
        (promise(Quantity.COUNT, MOST, "0", "vụ"), "không để phát sinh"),
        (promise(Quantity.COUNT, LESS, "1", "vụ"), "không để phát sinh"),
        (promise(Quantity.COUNT, MOST, "2", "vụ"), "tối đa 2 vụ"),
        (promise(Quantity.SHARE, MOST, "0", "%"), "tối đa 0 %"),
        (promise(Quantity.LEVEL, LEAST), "chưa có mức"),
        (promise(Quantity.LEVEL, None, "5", "tuyến"), "5 tuyến"),
    ],
)
def test_a_promise_is_said_in_words_and_not_in_signs(target, said):
    assert words.target(target).replace("\u00a0", " ") == said


def test_a_range_names_both_ends():
    target = promise(Quantity.GROWTH, Comparator.BETWEEN, unit="%", low=Fraction(14), high=Fraction(15))
    assert words.target(target).replace("\u00a0", " ") == "tăng từ 14 đến 15 %"


def test_the_figure_of_a_promise_does_not_part_from_its_unit():
    assert words.target(promise(Quantity.SHARE, MORE, "95", "%")) == "trên 95\u00a0%"


def test_every_outcome_has_a_shape_and_a_word_of_its_own():
    signs = [words.sign(outcome) for outcome in Outcome]
    assert len({sign.shape for sign in signs}) == len({str(sign.word) for sign in signs}) == len(Outcome)


def test_an_unknown_outcome_is_an_error_and_not_a_blank():
    with pytest.raises(KeyError):
        words.sign("perhaps")


@pytest.mark.parametrize(
    ("letter", "said"),
    [
        ("A", "A đếm từ sổ của Chuẩn"),
        ("B", "B đếm từ tệp nhập"),
        ("C", "C lấy từ biểu tổng hợp"),
        ("D", "D báo cáo có văn bản"),
    ],
)
def test_a_grade_says_how_a_figure_came_about(letter, said):
    assert words.grade(letter) == said


def test_days_left_are_working_days_unless_it_says_otherwise():
    assert [words.days_left(n) for n in (2, 0, -3)] == ["Còn 2 ngày", "Hôm nay", "Quá hạn 3 ngày"]
    assert words.days_left(2, calendar=True) == "Còn 2 ngày lịch"
    assert words.days_left(-1200, calendar=True) == "Quá hạn 1.200 ngày lịch"


def test_days_late_of_a_settled_case():
    assert [words.days_late(n) for n in (2, 0, -1)] == ["Trễ 2 ngày", "Đúng hạn", "Trước hạn 1 ngày"]
