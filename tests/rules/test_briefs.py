"""Which five matters come before the head, in which order, and which rest because he has answered."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.briefs import (
    FORESEEN,
    MOST,
    Answered,
    Matter,
    Verb,
    foreseen,
    harm_of,
    ordered,
    pick,
    rests,
    weights,
)

DAY = date(2021, 10, 5)
FACTS = st.frozensets(st.sampled_from("abcdef"), max_size=4)
MATTERS = st.lists(
    st.builds(
        Matter, st.sampled_from([f"việc {n}" for n in range(12)]), st.integers(0, 100), st.integers(0, 30),
        st.integers(1, 20), FACTS, st.booleans(),
    ),
    max_size=25,
)  # fmt: skip


@given(MATTERS)
def test_never_more_than_five_one_of_each_matter_and_nothing_is_lost_in_silence(matters):
    picked = pick(matters, {}, DAY)
    keys = {one.key for one in matters}
    assert len(picked.lines) <= MOST
    assert len(set(picked.lines)) == len(picked.lines)
    assert len(picked.lines) + picked.more == len(keys)


@given(MATTERS, st.randoms())
def test_the_order_is_total_and_does_not_depend_on_how_the_rooms_were_asked(matters, random):
    shuffled = list(matters)
    random.shuffle(shuffled)
    found = ordered(matters)
    assert ordered(shuffled) == found
    assert all(harm_of(a) >= harm_of(b) for a, b in itertools.pairwise(found))


@given(MATTERS, FACTS)
def test_what_the_head_agreed_to_does_not_come_back_unless_something_in_it_is_new(matters, seen):
    answers = {one.key: Answered(Verb.AGREE, seen) for one in matters}
    picked = pick(matters, answers, DAY + timedelta(days=400))
    awake = [one for one in ordered(matters) if not one.facts <= seen]
    assert picked.lines == tuple(one.key for one in awake[:MOST])


@given(MATTERS, st.frozensets(st.sampled_from([f"việc {n}" for n in range(12)])))
def test_a_line_that_names_an_official_waits_until_he_had_his_working_day(matters, told):
    picked = pick(matters, {}, DAY, told=told)
    by_key = {one.key: one for one in ordered(matters)}
    assert all(not by_key[key].names or key in told for key in picked.lines)
    assert picked.early == sum(1 for one in by_key.values() if one.names and one.key not in told)


@given(MATTERS)
def test_at_most_fifteen_are_told_beforehand_and_only_those_that_name_somebody(matters):
    found = foreseen(matters, {}, DAY)
    assert len(found) <= FORESEEN
    assert {one.key for one in ordered(matters) if one.names} >= set(found)


def test_a_task_lets_the_matter_rest_until_its_day_and_no_longer_when_it_came_back():
    matter = Matter("x", 10, facts=frozenset("a"))
    given = Answered(Verb.ASSIGN, frozenset("a"), DAY)
    assert rests(matter, given, DAY)
    assert not rests(matter, given, DAY + timedelta(days=1))
    assert not rests(matter, Answered(Verb.ASSIGN, frozenset("a"), DAY, over=True), DAY)
    assert not rests(Matter("x", 10, facts=frozenset("ab")), given, DAY)


def test_weight_goes_before_days_and_days_before_how_many():
    heavy, old, many = Matter("h", 90), Matter("o", 50, 9), Matter("m", 50, 2, 40)
    assert [one.key for one in ordered([many, old, heavy])] == ["h", "o", "m"]


def test_a_units_own_order_gives_the_same_weights_out_anew_and_leaves_the_rest():
    kinds = {"a": 100, "b": 80, "c": 60, "d": 40}
    assert weights(kinds, ("c", "a", "strange")) == {"a": 60, "b": 80, "c": 100, "d": 40}
