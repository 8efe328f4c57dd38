"""An action worked when every period is known and meets what was set: ISO 9001:2015, 10.2.1 d."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.corrections import Figure, Rhythm, Verdict, Wanted, judge_effect, periods_after
from chuan.rules.refusals.corrections import EffectPeriodsWrong
from chuan.rules.targets.types import Comparator
from chuan.rules.types import Period

ABOVE_95 = Wanted(Comparator.MORE_THAN, Fraction(95))
MONTHS = periods_after(date(2021, 8, 31), Rhythm.MONTHLY, 3)
LATER = date(2021, 12, 1)


def figures(*values: object) -> list[Figure]:
    return [
        Figure(period, None if value is None else Fraction(str(value)))
        for period, value in zip(MONTHS, values, strict=True)
    ]


def test_the_next_periods_are_whole_and_begin_after_the_day():
    assert [one.start for one in MONTHS] == [date(2021, 9, 1), date(2021, 10, 1), date(2021, 11, 1)]
    assert MONTHS[-1].end == LATER
    quarters = periods_after(date(2021, 11, 30), Rhythm.QUARTERLY, 2)
    assert quarters == (
        Period(date(2022, 1, 1), date(2022, 4, 1)), Period(date(2022, 4, 1), date(2022, 7, 1)),
    )  # fmt: skip


@pytest.mark.parametrize("count", [0, -1, 13])
def test_no_period_or_too_many_is_refused(count: int):
    with pytest.raises(EffectPeriodsWrong):
        periods_after(LATER, Rhythm.MONTHLY, count)


@pytest.mark.parametrize(
    ("values", "on", "verdict"),
    [
        ((98, 97, 98), LATER, Verdict.GOOD),
        ((98, 95, 98), LATER, Verdict.BAD),
        ((98, "94.96", 98), LATER, Verdict.BAD),
        ((98, None, 98), LATER, Verdict.UNMEASURED),
        ((98, None, 90), LATER, Verdict.BAD),
        ((98, 97, 98), date(2021, 11, 30), Verdict.TOO_EARLY),
        ((90, None, None), date(2021, 10, 2), Verdict.BAD),
    ],
)
def test_every_period_has_to_be_known_and_to_meet_the_target(values, on, verdict):
    assert judge_effect(ABOVE_95, figures(*values), on).verdict is verdict


def test_the_periods_are_named():
    judged = judge_effect(ABOVE_95, figures(90, None, 98), date(2021, 11, 5))
    assert (judged.missed, judged.unknown, judged.to_come) == (MONTHS[:1], MONTHS[1:2], MONTHS[2:])


def test_nothing_counted_is_not_measured():
    assert judge_effect(ABOVE_95, [], LATER).verdict is Verdict.UNMEASURED


@pytest.mark.parametrize(
    ("comparator", "holds"),
    [
        (Comparator.AT_LEAST, (False, True, True)), (Comparator.MORE_THAN, (False, False, True)),
        (Comparator.AT_MOST, (True, True, False)), (Comparator.LESS_THAN, (True, False, False)),
    ],
)  # fmt: skip
def test_a_figure_is_compared_exactly(comparator: Comparator, holds: tuple[bool, ...]):
    wanted = Wanted(comparator, Fraction(5))
    assert tuple(wanted.holds(Fraction(n)) for n in (4, 5, 6)) == holds


@given(st.lists(st.one_of(st.none(), st.integers(0, 100)), min_size=3, max_size=3))
def test_good_is_never_said_with_a_period_unknown_or_missed(values):
    verdict = judge_effect(ABOVE_95, figures(*values), LATER).verdict
    assert (verdict is Verdict.GOOD) == all(value is not None and value > 95 for value in values)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(Rhythm), st.integers(1, 12))
def test_periods_follow_each_other_after_the_day(day: date, rhythm: Rhythm, count: int):
    found = periods_after(day, rhythm, count)
    assert len(found) == count
    assert found[0].start > day
    assert all(one.end == after.start for one, after in pairwise(found))
