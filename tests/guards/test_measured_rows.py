"""Every registered measure counts exactly the rows it lists, and what stands now is what stood a moment ago."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chuan.dossiers.measures import ALL
from chuan.dossiers.measures.states import StatesMeasure
from chuan.offers import measures
from chuan.offers.measures import Counts, Measure, RowOutcome, Scope
from chuan.rules.types import Period
from tests.dossiers.engine.invented import cut, fill, period
from tests.dossiers.engine.made import bring, row, withdraw
from tests.dossiers.made import moment
from tests.people import Ward, at

LATER = moment(date(2030, 1, 1))
_TRIES = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def agree(measure: Measure, scope: Scope) -> None:
    """The totals are those of the rows, in pages of any size, each row once and in the order of uids."""
    counts = measure.counts(scope)
    rows = measures.all_rows(measure, scope)
    by_hand = measures.tally(rows)
    assert (counts.numerator, counts.denominator) == (by_hand.numerator, by_hand.denominator), measure.key
    assert Counter(by_hand.excluded) == Counter(counts.excluded) + Counter(counts.blind), measure.key
    assert measures.all_rows(measure, scope, page=2) == rows, measure.key
    uids = [str(one.subject.uid) for one in rows]
    assert uids == sorted(uids), measure.key
    once = {(one.subject.uid, one.outcome) for one in rows}
    assert len(once) == len(rows), measure.key
    assert all(one.reason for one in rows if one.outcome is RowOutcome.EXCLUDED), measure.key


@given(seed=st.integers(0, 10**6))
@_TRIES
def test_a_measure_counts_exactly_the_rows_it_lists(ward: Ward, seed: int) -> None:
    with transaction.atomic():
        rng = random.Random(seed)
        fill(ward.unit, rng)
        for measure in measures.every():
            agree(measure, Scope(ward.unit.uid, period(rng), cut(rng)))
            agree(measure, Scope(ward.unit.uid, Period.year(2021), LATER))
        transaction.set_rollback(True)


@given(seed=st.integers(0, 10**6))
@_TRIES
def test_what_stands_now_is_what_stood_at_a_moment_after_everything(ward: Ward, seed: int) -> None:
    with transaction.atomic():
        rng = random.Random(seed)
        fill(ward.unit, rng)
        for measure in measures.every():
            if isinstance(measure, StatesMeasure):
                scope = Scope(ward.unit.uid, period(rng), LATER)
                assert measure.counts(scope, live=True) == measure.counts(scope), measure.key
        transaction.set_rollback(True)


@given(seed=st.integers(0, 10**6))
@_TRIES
def test_after_a_withdrawal_figures_are_what_they_were_and_an_earlier_cut_still_sees_the_import(
    ward: Ward, seed: int
) -> None:
    with transaction.atomic():
        rng = random.Random(seed)
        brought = fill(ward.unit, rng, imports=3)
        states = [one for one in measures.every() if isinstance(one, StatesMeasure)]
        asked, before_last = period(rng), moment(date(2021, 7, 15), 12)
        seen = [_figures(one.counts(Scope(ward.unit.uid, asked, LATER))) for one in states]
        earlier = [_figures(one.counts(Scope(ward.unit.uid, asked, before_last))) for one in states]
        withdraw(brought[-1], at=moment(date(2021, 9, 1)))
        just_before = moment(date(2021, 8, 31), 23)
        for measure, with_it, without in zip(states, seen, earlier, strict=True):
            if measure.key in ("dossiers.on_time", "dossiers.online"):
                assert _figures(measure.counts(Scope(ward.unit.uid, asked, LATER))) == without, measure.key
                then = measure.counts(Scope(ward.unit.uid, asked, just_before))
                assert _figures(then) == with_it, measure.key
        transaction.set_rollback(True)


def _figures(counts: Counts) -> tuple[object, object]:
    return counts.numerator, counts.denominator


@pytest.mark.parametrize("measure", ALL, ids=lambda one: one.key)
def test_a_measure_of_this_room_counts_in_one_statement_and_says_where_it_comes_from(
    ward: Ward, measure: Measure
) -> None:
    bring(ward.unit, {"A-1": row()}, at=at(2021, 5, 4))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        measure.counts(Scope(ward.unit.uid, Period.year(2021), LATER))
    assert len(asked) == 1
    assert measures.find(measure.key) is measure
    assert measure.formula.endswith(".")
    assert measure.source.number
    assert measure.grade in "ABC"


def test_a_unit_that_has_nothing_counts_nothing(ward: Ward, other_ward: Ward) -> None:
    """T-23: no dossier is no figure, neither 0 % nor 100 %."""
    bring(ward.unit, {"A-1": row(ready_at="2021-05-05")}, at=at(2021, 5, 6))
    for measure in measures.every():
        scope = Scope(other_ward.unit.uid, Period.year(2021), LATER)
        assert measure.counts(scope).denominator == 0
        assert measure.obstacles(scope), measure.key
