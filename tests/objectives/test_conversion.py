"""Promises and figures go into the database and come out exactly as they were."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from chuan.objectives.conversion import number, number_text, rule_of, target_fields
from chuan.objectives.models import Target as Row
from chuan.rules.targets.types import Baseline, Comparator, Direction, Horizon, Quantity, Target
from chuan.rules.types import Span

fractions = st.fractions(max_denominator=10**6)
maybe = st.none() | fractions
words = st.text(max_size=40)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    start = draw(st.integers(0, 1000))
    return Target(
        draw(st.sampled_from(Quantity)),
        draw(st.none() | st.sampled_from(Comparator)),
        draw(st.sampled_from(Horizon)),
        value=draw(maybe),
        low=draw(maybe),
        high=draw(maybe),
        n=draw(st.none() | st.integers(0, 500)),
        k=draw(st.none() | st.integers(0, 500)),
        unit=draw(words),
        direction=draw(st.sampled_from(Direction)),
        baseline=draw(st.none() | st.builds(Baseline, st.text(min_size=1, max_size=40), maybe)),
        scope=draw(words),
        excludes=tuple(draw(st.lists(words, max_size=3))),
        conditions=tuple(draw(st.lists(words, max_size=3))),
        span=draw(st.none() | st.just(Span(start, start + 5))),
    )


@given(targets())
def test_a_target_comes_out_as_it_went_in(target: Target):
    assert rule_of(Row(**target_fields(target))) == target


@given(maybe)
def test_a_number_comes_out_as_it_went_in(value: Fraction | None):
    assert number(number_text(value)) == value


def test_a_third_stays_a_third():
    assert number_text(Fraction(1, 3)) == "1/3"


def test_columns_are_those_of_the_table():
    target = Target(Quantity.NONE, None, Horizon.AT_END)
    known = {field.name for field in Row._meta.get_fields()}
    assert target_fields(target).keys() <= known
