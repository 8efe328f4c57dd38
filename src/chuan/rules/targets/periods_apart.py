"""A promise for every period by itself: one that fails breaks it, none mends another."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from chuan.rules.targets.combining import gaps, known_by, no_figure, official_first, overlap
from chuan.rules.targets.question import Question, said_all, unmeasured
from chuan.rules.targets.types import NotMeasurable, Outcome, Reason, Result, Stage, Verdict
from chuan.rules.targets.values import value_of
from chuan.rules.types import Period


def judge_each(question: Question, results: Sequence[Result]) -> Verdict:
    """Each period by itself; the worst decides and is shown. A period without cases is passed over."""
    chosen = _chosen(question, results)
    if isinstance(chosen, NotMeasurable):
        return unmeasured(question.early(chosen))
    covered = [result.period for result in chosen]
    figures: list[tuple[Fraction, Result]] = []
    for result in chosen:
        value = value_of(question.target, result)
        if isinstance(value, Fraction):
            figures.append((value, result))
        elif result.denominator != 0:
            return unmeasured(value, result)
    if not figures:
        return unmeasured(NotMeasurable(Reason.NO_DENOMINATOR, said_all(covered)))
    return _failing(question, figures) or _holding(question, figures, covered)


def _chosen(question: Question, results: Sequence[Result]) -> list[Result] | NotMeasurable:
    known = known_by([question.bare(result) for result in results], question.year, question.on)
    chosen = official_first(known)
    if isinstance(chosen, NotMeasurable):
        return chosen
    wrong = overlap(result.period for result in chosen if not result.cumulative)
    return wrong or chosen or no_figure(question.year, question.on)


def _worst(question: Question, figures: Sequence[tuple[Fraction, Result]]) -> tuple[Fraction, Result]:
    return min(figures, key=lambda figure: (question.limits.room(figure[0]), figure[1].period))


def _failing(question: Question, figures: Sequence[tuple[Fraction, Result]]) -> Verdict | None:
    """The verdict when a period fails: for good if its figure is official."""
    failing = [(value, result) for value, result in figures if not question.limits.holds(value)]
    if not failing:
        return None
    official = [figure for figure in failing if figure[1].stage is Stage.OFFICIAL]
    value, result = _worst(question, official or failing)
    detail = f"không đạt {said_all([failed.period for _, failed in failing])}"
    if official:
        reason = Reason.YEAR_ENDED if question.closed else Reason.DECIDED
        return Verdict(Outcome.NOT_MET, True, reason, result, question.limits.room(value), detail=detail)
    outcome = Outcome.NOT_MET if question.closed else Outcome.AT_RISK
    return Verdict(outcome, False, Reason.ONLY_ESTIMATE, result, question.limits.room(value), detail=detail)


def _holding(
    question: Question, figures: Sequence[tuple[Fraction, Result]], covered: Sequence[Period]
) -> Verdict:
    """The verdict when every period so far keeps the promise."""
    value, result = _worst(question, figures)
    room = question.limits.room(value)
    lacking = [gap for part in question.due for gap in gaps(covered, part) if gap.end <= question.on]
    if not question.closed:
        detail = f"còn thiếu số liệu {said_all(lacking)}" if lacking else ""
        return Verdict(Outcome.ON_TRACK, False, Reason.STANDS, result, room, detail=detail)
    if lacking:
        return unmeasured(NotMeasurable(Reason.MISSING_PERIODS, said_all(lacking)), result)
    outcome = Outcome.EXCEEDED if question.limits.bettered_by(value) else Outcome.MET
    official = all(each.stage is Stage.OFFICIAL for _, each in figures)
    reason = Reason.YEAR_ENDED if official else Reason.ONLY_ESTIMATE
    return Verdict(outcome, official, reason, result, room)
