"""One promise held against its figures: the outcome, whether it is final, and why.

What may be said before the year ends:
- accumulating figures (everything since 1 January) only grow: "at least" once reached is
  met for good, "at most" once passed is not met for good; until then the pace decides;
- an accumulated share is not met for good when no run of successes can mend it (one wrong
  procedure under "100 %"); otherwise its present state and its budget decide;
- a state at the end of the year only holds or does not hold for now;
- a recognition (yes/no) that is there is met, though one at the end could still be lost.
An estimate never makes a verdict final.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from chuan.rules.targets.budgets import budget
from chuan.rules.targets.combining import combine
from chuan.rules.targets.comparing import band
from chuan.rules.targets.deciding import accumulates, decided, trend
from chuan.rules.targets.pacing import pace
from chuan.rules.targets.paths import PlannedPath
from chuan.rules.targets.periods_apart import judge_each
from chuan.rules.targets.question import Question, said_all, unmeasured
from chuan.rules.targets.types import (
    Budget,
    Combine,
    Horizon,
    NotMeasurable,
    Outcome,
    Pace,
    Quantity,
    Reason,
    Result,
    Stage,
    Target,
    Verdict,
)
from chuan.rules.targets.values import value_of
from chuan.rules.types import Period


def judge(
    target: Target,
    results: Sequence[Result],
    year: Period,
    on: date,
    *,
    how: Combine | None = None,
    periods: Sequence[Period] = (),
    forecast: int | None = None,
    method: str = "",
    still_to_come: int | None = None,
    path: PlannedPath | None = None,
) -> Verdict:
    """The verdict on a promise for a year, with the figures known on a day.

    ``how`` is the indicator's way of making a year (by default the usual one of the kind of
    promise). ``periods`` are those in which figures are due (months; two crops): the year
    is closed when the last has ended and covered when each has its figure; without them
    every day of the year counts. ``forecast`` and ``method`` go to the budget.
    ``still_to_come`` is the greatest number of cases a share can still gain, if known.
    ``path`` is what was planned month by month; without it an accumulating figure is held
    against the linear pace. It says nothing of what is decided or of a year that is over.
    """
    limits = band(target)
    if isinstance(limits, NotMeasurable):
        return unmeasured(limits)
    if target.quantity is Quantity.NONE and not results:
        return unmeasured(NotMeasurable(Reason.NOTHING_TO_MEASURE))
    question = Question(target, limits, how or usual(target), year, tuple(periods), on, path)
    if question.how is Combine.EACH or target.horizon is Horizon.EVERY_PERIOD:
        return judge_each(question, results)
    case = _Case(question, forecast, method, still_to_come)
    stated = case.stated(results)
    official = [result for result in results if result.stage is Stage.OFFICIAL]
    firm = stated if len(official) == len(results) else case.stated(official)
    return case.settled(firm) or case.weighed(stated)


def usual(target: Target) -> Combine:
    """How months make a year when nobody said so."""
    if target.horizon is Horizon.EVERY_PERIOD:
        return Combine.EACH
    if target.horizon is Horizon.AT_END:
        return Combine.LAST
    if target.quantity is Quantity.SHARE:
        return Combine.RATIO
    adds_up = target.quantity in (Quantity.COUNT, Quantity.LEVEL, Quantity.YES_NO)
    return Combine.SUM if adds_up else Combine.LAST


@dataclass(frozen=True, slots=True)
class _Stated:
    """The year's result and its figure in the target's unit."""

    result: Result
    value: Fraction


@dataclass(frozen=True, slots=True)
class _Case:
    """A question about the year as a whole, and what else is known about its figures."""

    question: Question
    forecast: int | None
    method: str
    still_to_come: int | None

    def stated(self, results: Sequence[Result]) -> _Stated | NotMeasurable:
        """The year's result and figure, or why there is none."""
        question = self.question
        bare = [question.bare(result) for result in results]
        result = combine(bare, question.how, question.year, question.on)
        if isinstance(result, NotMeasurable):
            return result
        value = value_of(question.target, result)
        return value if isinstance(value, NotMeasurable) else _Stated(result, value)

    def settled(self, stated: _Stated | NotMeasurable) -> Verdict | None:
        """The verdict when official figures alone have decided it for good, whatever estimates add."""
        kept = None if isinstance(stated, NotMeasurable) else self._decided(stated)
        if isinstance(stated, NotMeasurable) or kept is None:
            return None
        return self._verdict(self._outcome(kept, stated), True, Reason.DECIDED, stated)

    def weighed(self, stated: _Stated | NotMeasurable) -> Verdict:
        """The verdict from all figures, estimates among them."""
        if isinstance(stated, NotMeasurable):
            return unmeasured(self.question.early(stated))
        if self.question.closed:
            return self._after_the_end(stated)
        kept = self._decided(stated)
        if kept is not None:
            outcome = Outcome.ON_TRACK if kept else Outcome.AT_RISK
            return self._verdict(outcome, False, Reason.ONLY_ESTIMATE, stated)
        return self._before_the_end(stated)

    def _decided(self, stated: _Stated) -> bool | None:
        return decided(self.question, stated.result, stated.value, self.still_to_come)

    def _after_the_end(self, stated: _Stated) -> Verdict:
        lacking = self.question.lacking(stated.result)
        if lacking:
            return unmeasured(NotMeasurable(Reason.MISSING_PERIODS, said_all(lacking)), stated.result)
        final = stated.result.stage is Stage.OFFICIAL
        outcome = self._outcome(self._holds(stated), stated)
        return self._verdict(outcome, final, Reason.YEAR_ENDED if final else Reason.ONLY_ESTIMATE, stated)

    def _before_the_end(self, stated: _Stated) -> Verdict:
        if self.question.target.quantity is Quantity.YES_NO:
            return self._recognition(stated)
        ahead = pace(self.question, stated.result)
        if ahead is not None and ahead.forecast is not None:
            holds = self._keeps_up(ahead, ahead.forecast)
            reason = Reason.PACE_HOLDS if holds else Reason.PACE_FAILS
            return self._verdict(_likely(holds), False, reason, stated, ahead)
        room = self._room(stated.result)
        if room is not None and _spent(room):
            return self._verdict(Outcome.AT_RISK, False, Reason.BUDGET_SPENT, stated)
        return self._verdict(_likely(self._holds(stated)), False, Reason.STANDS, stated)

    def _keeps_up(self, ahead: Pace, forecast: Fraction) -> bool:
        """On a path a figure that stands where it was planned is never at risk; else the year's end decides."""
        return self.question.limits.holds(forecast) if ahead.ahead is None else ahead.ahead >= 0

    def _recognition(self, stated: _Stated) -> Verdict:
        there = self._holds(stated) and stated.result.stage is Stage.OFFICIAL
        outcome = Outcome.MET if there else _likely(self._holds(stated))
        return self._verdict(outcome, False, Reason.STANDS, stated)

    def _room(self, result: Result) -> Budget | None:
        if not accumulates(self.question, result):
            return None
        return budget(self.question.target, result, forecast=self.forecast, method=self.method)

    def _holds(self, stated: _Stated) -> bool:
        return self.question.limits.holds(stated.value)

    def _outcome(self, kept: bool, stated: _Stated) -> Outcome:
        if not kept:
            return Outcome.NOT_MET
        return Outcome.EXCEEDED if self.question.limits.bettered_by(stated.value) else Outcome.MET

    def _verdict(
        self, outcome: Outcome, final: bool, reason: Reason, stated: _Stated, ahead: Pace | None = None
    ) -> Verdict:
        grows = ahead is not None and trend(self.question, stated.result) != 0
        part_of_a_year = grows and self.question.compares_with_a_year
        return Verdict(
            outcome=outcome,
            final=final,
            reason=reason,
            result=stated.result,
            margin=None if part_of_a_year else self.question.limits.room(stated.value),
            budget=self._room(stated.result),
            pace=ahead,
            detail=self.question.notes(stated.result),
        )


def _likely(holds: bool) -> Outcome:
    return Outcome.ON_TRACK if holds else Outcome.AT_RISK


def _spent(room: Budget) -> bool:
    """Broken for now; or the next failure breaks it and the forecast year has none left either."""
    if room.left != 0:
        return room.left < 0
    spare_in_year = room.left_of_year is not None and room.left_of_year > room.used
    return room.used > 0 and not spare_in_year
