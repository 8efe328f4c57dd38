"""What holds for every promise and every set of figures."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.targets import judge, reason_sentence, roll_up
from chuan.rules.targets.types import (
    Baseline,
    Combine,
    Comparator,
    Horizon,
    Outcome,
    Quantity,
    Result,
    Stage,
    Target,
    Verdict,
)
from chuan.rules.types import Period
from tests.rules.targets.promises import AFTER, YEAR, figure, until

BETTER = [Outcome.NOT_MET, Outcome.AT_RISK, Outcome.ON_TRACK, Outcome.MET, Outcome.EXCEEDED]
KEPT = {Outcome.MET, Outcome.EXCEEDED}
FLOORS = (Comparator.AT_LEAST, Comparator.MORE_THAN)

one_sided = st.sampled_from([c for c in Comparator if c is not Comparator.BETWEEN])
days = st.dates(date(2021, 1, 1), date(2022, 2, 1))


any_horizon = st.sampled_from(list(Horizon))


def any_target(horizon: st.SearchStrategy[Horizon] = any_horizon) -> st.SearchStrategy[Target]:
    """Promises of every kind, with values near the figures that are made below."""
    value = st.sampled_from(
        [
            Fraction(0),
            Fraction(1),
            Fraction(4),
            Fraction(10),
            Fraction(50),
            Fraction(95),
            Fraction("99.5"),
            Fraction(100),
        ]
    )
    base = st.sampled_from([None, Baseline("năm trước"), Baseline("năm trước", Fraction(20))])
    return st.builds(
        Target,
        quantity=st.sampled_from(list(Quantity)),
        comparator=st.sampled_from(list(Comparator)),
        horizon=horizon,
        value=st.one_of(st.none(), value),
        low=st.sampled_from([None, Fraction(4), Fraction(50)]),
        high=st.sampled_from([None, Fraction(60), Fraction(100)]),
        n=st.sampled_from([None, 10]),
        k=st.sampled_from([None, 4, 10]),
        unit=st.sampled_from(["%", "", "tuyến"]),
        baseline=base,
    )


@st.composite
def months(draw: st.DrawFn, shares: bool | None = None, longest: int = 12) -> list[Result]:
    """Figures of the first months of the year, all shares or all levels, not overlapping."""
    as_shares = draw(st.booleans()) if shares is None else shares
    found = []
    for month in range(1, draw(st.integers(0, longest)) + 1):
        good, bad = draw(st.integers(0, 12)), draw(st.integers(0, 3))
        estimate = draw(st.integers(0, 9)) == 0
        found.append(figure(good, good + bad if as_shares else None, month, estimate=estimate))
    return found


hows = st.sampled_from([None, *Combine])


@given(any_target(), months(), days, hows)
def test_every_promise_gets_a_verdict_with_a_sentence(
    target: Target, results: list[Result], on: date, how: Combine | None
) -> None:
    verdict = judge(target, results, YEAR, on, how=how)
    assert reason_sentence(verdict).endswith(".")
    if verdict.outcome is Outcome.UNMEASURED:
        assert not verdict.final
    else:
        assert verdict.result is not None


@given(any_target(), days, hows)
def test_without_figures_nothing_is_on_track(target: Target, on: date, how: Combine | None) -> None:
    assert judge(target, [], YEAR, on, how=how).outcome is Outcome.UNMEASURED


@given(any_target(), months(), days, hows, st.randoms(use_true_random=False))
def test_the_order_of_figures_never_matters(
    target: Target, results: list[Result], on: date, how: Combine | None, chance: object
) -> None:
    shuffled = list(results)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert judge(target, shuffled, YEAR, on, how=how) == judge(target, results, YEAR, on, how=how)


@given(any_target(), months(), days, hows)
def test_only_at_least_and_at_most_are_ever_exceeded(
    target: Target, results: list[Result], on: date, how: Combine | None
) -> None:
    if judge(target, results, YEAR, on, how=how).outcome is Outcome.EXCEEDED:
        assert target.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)


@given(any_target(), months(), days, hows)
def test_an_estimate_is_never_the_ground_of_a_final_verdict(
    target: Target, results: list[Result], on: date, how: Combine | None
) -> None:
    verdict = judge(target, results, YEAR, on, how=how)
    if verdict.final:
        assert verdict.result is not None
        assert verdict.result.stage is Stage.OFFICIAL


@given(any_target(), months(), days, hows, st.integers(1, 5))
def test_better_figures_never_worsen_the_verdict(
    target: Target, results: list[Result], on: date, how: Combine | None, by: int
) -> None:
    if target.comparator is Comparator.BETWEEN and target.quantity not in (Quantity.YES_NO, Quantity.NONE):
        return
    one = judge(target, results, YEAR, on, how=how)
    other = judge(target, [_better(target, result, by) for result in results], YEAR, on, how=how)
    if Outcome.UNMEASURED not in (one.outcome, other.outcome):
        assert BETTER.index(other.outcome) >= BETTER.index(one.outcome)


def _better(target: Target, result: Result, by: int) -> Result:
    more = result.numerator + by
    if result.denominator is not None:
        more = min(more, result.denominator)
    less = max(Fraction(0), result.numerator - by)
    return figure(
        str(more if _more_is_better(target) else less),
        None if result.denominator is None else str(result.denominator),
        result.period,
        estimate=result.stage is Stage.ESTIMATE,
    )


def _more_is_better(target: Target) -> bool:
    """Which way a greater numerator goes; a decrease reckoned from a baseline turns it round."""
    if target.quantity in (Quantity.YES_NO, Quantity.NONE):
        return True
    bare = target.quantity in (Quantity.GROWTH, Quantity.DECREASE) and target.value is None
    floor = bare or target.comparator in FLOORS
    turned = target.quantity is Quantity.DECREASE and target.baseline is not None
    known = turned and target.baseline is not None and target.baseline.value is not None
    return floor is not known


accumulating = any_target(st.just(Horizon.ACCUMULATED))
adding = st.sampled_from([Combine.SUM, Combine.RATIO])


@given(accumulating, months(), months(), days, days, adding)
def test_a_final_verdict_never_flips_with_later_figures(
    target: Target, results: list[Result], later: list[Result], on: date, then: date, how: Combine
) -> None:
    early = judge(target, results, YEAR, min(on, then), how=how)
    if not early.final:
        return
    known = [r for r in results if r.stage is Stage.OFFICIAL]
    shares = any(result.denominator is not None for result in results)
    added = [
        figure(str(r.numerator), str(r.numerator + 1) if shares else None, r.period, estimate=True)
        if r.stage is Stage.ESTIMATE
        else figure(str(r.numerator), str(r.numerator + 1) if shares else None, r.period)
        for r in later[len(results) :]
    ]
    estimates = [r for r in results if r.stage is Stage.ESTIMATE]
    after = judge(target, [*known, *estimates, *added], YEAR, max(on, then), how=how)
    assert after.final
    assert (after.outcome in KEPT) == (early.outcome in KEPT)


@given(months(shares=True), days)
def test_a_failing_month_is_never_forgotten(results: list[Result], on: date) -> None:
    target = Target(Quantity.SHARE, Comparator.AT_LEAST, Horizon.EVERY_PERIOD, Fraction(80), unit="%")
    early = judge(target, results, YEAR, on)
    late = judge(target, results, YEAR, AFTER)
    if early.final and early.outcome is Outcome.NOT_MET:
        assert late.final
        assert late.outcome is Outcome.NOT_MET


@given(st.integers(0, 40), st.integers(1, 40), st.integers(0, 40), st.integers(0, 20))
def test_known_remaining_cases_decide_exactly_as_every_possible_rest_would(
    good: int, bad: int, promised: int, more: int
) -> None:
    target = Target(
        Quantity.SHARE, Comparator.AT_LEAST, Horizon.ACCUMULATED, Fraction(promised * 2), unit="%"
    )
    cases = good + bad
    verdict = judge(target, [figure(good, cases, until(9))], YEAR, date(2021, 10, 1), still_to_come=more)
    ends = {
        Fraction(100 * (good + won), cases + come) >= promised * 2
        for come in range(more + 1)
        for won in range(come + 1)
    }
    if verdict.final and verdict.outcome in KEPT:
        assert ends == {True}
    if verdict.final and verdict.outcome is Outcome.NOT_MET:
        assert ends == {False}


outcomes = st.builds(
    lambda outcome, final: Verdict(outcome, final and outcome in {*KEPT, Outcome.NOT_MET}, _REASON),
    st.sampled_from(list(Outcome)),
    st.booleans(),
)
_REASON = judge(Target(Quantity.NONE, None, Horizon.AT_END), [], YEAR, AFTER).reason
WORST = [Outcome.NOT_MET, Outcome.AT_RISK, Outcome.UNMEASURED, Outcome.ON_TRACK, Outcome.MET]


@given(st.lists(outcomes, min_size=1, max_size=8))
def test_without_a_target_the_worst_child_decides(children: list[Verdict]) -> None:
    plain = [Outcome.MET if child.outcome in KEPT else child.outcome for child in children]
    assert roll_up(children, None).outcome is min(plain, key=WORST.index)


@given(st.lists(outcomes, min_size=1, max_size=8), st.integers(1, 8), st.integers(0, 7))
def test_a_better_child_never_worsens_the_objective(children: list[Verdict], k: int, at: int) -> None:
    target = Target(Quantity.K_OF_N, Comparator.AT_LEAST, Horizon.AT_END, k=k, n=9)
    place = at % len(children)
    bettered = [*children[:place], Verdict(Outcome.MET, True, _REASON), *children[place + 1 :]]
    one, other = roll_up(children, target).outcome, roll_up(bettered, target).outcome
    if Outcome.UNMEASURED not in (one, other):
        assert BETTER.index(other) >= BETTER.index(one)


@given(st.lists(outcomes, min_size=1, max_size=6), st.integers(1, 6), st.data())
def test_a_final_objective_stays_whatever_becomes_of_the_open_children(
    children: list[Verdict], k: int, data: st.DataObject
) -> None:
    target = Target(Quantity.K_OF_N, Comparator.AT_LEAST, Horizon.AT_END, k=k, n=9)
    early = roll_up(children, target)
    ended = [child if child.final else data.draw(outcomes) for child in children]
    if early.final:
        late = roll_up(ended, target)
        assert late.final
        assert (late.outcome in KEPT) == (early.outcome in KEPT)


@given(months(), days)
def test_a_period_is_judged_within_its_own_year_only(results: list[Result], on: date) -> None:
    target = Target(Quantity.COUNT, Comparator.AT_LEAST, Horizon.ACCUMULATED, Fraction(4))
    other = [figure(50, period=Period.month(2020, 5)), figure(50, period=Period.month(2022, 1))]
    levels = [figure(str(r.numerator), None, r.period) for r in results]
    assert judge(target, [*levels, *other], YEAR, on) == judge(target, levels, YEAR, on)
