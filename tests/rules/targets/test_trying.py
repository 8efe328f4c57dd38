"""What if: the level moved, the rest of the year supposed; exact, and never a verdict on what was done."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from chuan.rules.targets import judge, usual
from chuan.rules.targets.comparing import band
from chuan.rules.targets.question import Question
from chuan.rules.targets.trying import Going, may_move, moved, needed, rest_of, year_end
from chuan.rules.targets.types import Comparator, Horizon, Outcome, Quantity, Result, Target
from tests.rules.targets import promises as make

END = make.YEAR.end


def asked(target: Target) -> Question:
    limits = band(target)
    return Question(target, limits, usual(target), make.YEAR, (), make.OCTOBER_5)  # type: ignore[arg-type]


def outcome(target: Target, result: Result) -> Outcome:
    return judge(target, [result], make.YEAR, END).outcome


def test_a_level_moves_and_the_comparison_stays_unless_it_is_named():
    higher = moved(make.on_time(), None, Fraction(97))
    assert (higher.comparator, higher.value) == (Comparator.MORE_THAN, 97)
    assert moved(make.on_time(), Comparator.AT_LEAST, None).value == 95
    assert moved(make.k_of_n(9, 10), None, Fraction(8)).k == 8
    between = replace(
        make.target(Quantity.LEVEL), comparator=Comparator.BETWEEN, low=Fraction(1), high=Fraction(2)
    )
    assert moved(between, None, None, Fraction(3)).high == 3
    plain = moved(between, Comparator.AT_LEAST, Fraction(4))
    assert (plain.value, plain.low, plain.high) == (4, None, None)


def test_a_recognition_and_a_duty_have_no_level():
    assert not may_move(make.recognised())
    assert not may_move(make.duty())
    assert may_move(make.streets())


def test_the_cases_to_come_make_the_share_of_the_year_in_whole_cases():
    """1240 of 1284 in nine months of 273 days: 432 more at that rate, of which 94 % are 406 whole ones."""
    question, result = asked(make.on_time()), make.so_far(1240, 1284)
    rest = rest_of(question, result)
    assert (rest.going, rest.cases, rest.method) == (Going.CASES, 432, "tuyến tính theo ngày lịch")
    ended = year_end(question, result, rest, Fraction(94))
    assert (ended.numerator, ended.denominator) == (1240 + 406, 1716)
    assert outcome(question.target, ended) is Outcome.MET
    least = needed(question, result, rest)
    assert least is not None
    assert least.open
    assert least.high is None
    assert least.low == Fraction(95 * 1716 - 1240 * 100, 432)
    assert outcome(question.target, year_end(question, result, rest, Fraction(90))) is Outcome.NOT_MET


def test_an_accumulating_figure_needs_so_much_more_and_less_is_told_apart():
    question, result = asked(make.revenue()), make.so_far(6400)
    rest = rest_of(question, result)
    assert rest.going is Going.ADDED
    assert rest.usual == Fraction(6400 * 365, 273) - 6400
    least = needed(question, result, rest)
    assert least is not None
    assert (least.low, least.high) == (2150, None)
    assert outcome(question.target, year_end(question, result, rest, Fraction(2150))) is Outcome.MET
    assert outcome(question.target, year_end(question, result, rest, Fraction(2149))) is Outcome.NOT_MET


def test_no_case_so_far_may_still_be_supposed():
    question, result = asked(make.none_escalated()), make.so_far(0)
    rest = rest_of(question, result)
    most = needed(question, result, rest)
    assert rest.usual == 0
    assert most is not None
    assert (most.low, most.high) == (None, 0)
    assert outcome(question.target, year_end(question, result, rest, Fraction(1))) is Outcome.NOT_MET


def test_growth_on_a_known_mark_is_added_in_the_unit_of_the_figure():
    question, result = asked(make.growth(15, base=100)), make.so_far(80)
    rest = rest_of(question, result)
    least = needed(question, result, rest)
    assert rest.going is Going.ADDED
    assert least is not None
    assert least.low == 35


def test_a_state_ends_where_it_is_supposed_to():
    question, result = asked(make.poverty()), make.figure(12, 1000, make.until(9))
    rest = rest_of(question, result)
    assert (rest.going, rest.usual) == (Going.ENDING, Fraction(12, 10))
    most = needed(question, result, rest)
    assert most is not None
    assert (most.low, most.high) == (None, Fraction(9, 10))
    assert outcome(question.target, year_end(question, result, rest, Fraction(9, 10))) is Outcome.MET
    few = year_end(asked(make.k_of_n(9, 10)), make.figure(8, 10, make.until(9)), rest, Fraction(9))
    assert (few.numerator, few.denominator) == (9, 10)


def test_a_decrease_turns_the_end_around():
    """A rate that was 10 % is to go down by 2 points: it may end at 8 % at most."""
    question = asked(make.decrease(2, base=10))
    rest = rest_of(question, make.figure(9, 100, make.until(9)))
    most = needed(question, make.figure(9, 100, make.until(9)), rest)
    assert most is not None
    assert (most.low, most.high) == (None, 8)


@pytest.mark.parametrize(
    ("target", "result"),
    [
        (make.on_time(), None),
        (make.on_time(), make.figure(95, 100)),
        (make.recognised(), make.so_far(0)),
        (replace(make.on_time(), horizon=Horizon.EVERY_PERIOD), make.so_far(95, 100)),
    ],
)  # fmt: skip
def test_nothing_is_supposed_where_nothing_is_left_to_come(target: Target, result: Result | None):
    assert rest_of(asked(target), result).going is Going.NONE
