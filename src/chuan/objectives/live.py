"""What the register says right now, beside the frozen figures and never in one sum with them.

Counted from 1 January to the day asked for, or as far as the files reach; judged by the promise's own
rule. It is not a Measurement: nothing is kept, nothing is signed, the next file may change it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from fractions import Fraction

from chuan.objectives import judging, leeway, sayings, ways
from chuan.objectives.models import Indicator, Measurement, Plan
from chuan.objectives.periods import adds_up, last_day, periods_of, stored
from chuan.objectives.pictures import TargetLine
from chuan.offers import measures
from chuan.offers.measures import CaseWords, Counts, Measure, Obstacle, Scope, grade_of
from chuan.rules.targets.types import Result, Verdict
from chuan.rules.types import Period

_PARTS = ("share", "k_of_n")


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer of a measure: how far it reaches, and the totals or why there are none."""

    measure: Measure
    scope: Scope
    asked: Period
    obstacles: tuple[str, ...] = ()
    counts: Counts | None = None
    mend: tuple[str, str] | None = None
    """What is done about the first obstacle that says so itself."""

    @property
    def until(self) -> date:
        """The last day that was counted."""
        return last_day(self.scope.period)

    @property
    def lags(self) -> bool:
        """Whether the register stops before the day asked for; yesterday's rows are all that a file can hold."""
        return self.scope.period.end < self.asked.end - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Live:
    """A reading held against one promise."""

    reading: Reading
    names: CaseWords
    verdict: Verdict | None = None
    value: Fraction | None = None
    figure_words: str = ""
    left_words: str = ""
    notes: tuple[str, ...] = ()


def read(indicator: Indicator, plan: Plan, *, on: date, at: datetime) -> Reading | None:
    """Ask the indicator's measure for the plan's year up to ``on``; None where nothing counts it, or too early.

    At most one statement each for the reach, the obstacles and the totals.
    """
    measure, asked = ways.measure_of(indicator), days_asked(indicator, plan, on)
    if measure is None or asked is None:
        return None
    scope = Scope(indicator.unit.uid, asked, at)
    scope = replace(scope, period=measures.reach(measure, scope) or asked)
    if obstacles := measures.obstacles_of(measure, scope, indicator.unit):
        return _silent(measure, scope, asked, obstacles)
    return Reading(measure, scope, asked, counts=measure.counts(scope))


def of_period(measure: Measure, indicator: Indicator, period: Period, *, as_of: datetime) -> Reading:
    """What the register says of one period of the indicator's rhythm: the days that its figure is kept for."""
    kept, _cumulative = stored(indicator, period, to_date=False)
    scope = Scope(indicator.unit.uid, kept, as_of)
    if obstacles := measures.obstacles_of(measure, scope, indicator.unit):
        return _silent(measure, scope, kept, obstacles)
    return Reading(measure, scope, kept, counts=measure.counts(scope))


def _silent(measure: Measure, scope: Scope, asked: Period, obstacles: Sequence[Obstacle]) -> Reading:
    """A measure that cannot speak, why, and what is done about it."""
    mend = next((one.mend for one in obstacles if one.mend), None)
    return Reading(measure, scope, asked, tuple(one.sentence for one in obstacles), mend=mend)


def judge(reading: Reading, line: TargetLine, plan: Plan, *, on: date) -> Live:
    """Hold a reading against the promise of a line; no statement."""
    names = measures.words_of(reading.measure)
    if reading.counts is None or line.indicator is None:
        return Live(reading, names)
    result = _result(reading, line.indicator)
    judged = judging.judged(line.rule, line.indicator, [result], plan.period, on, line.path)
    verdict = replace(judged, final=False)
    value = judging.value(judging.as_measured(line.rule, line.indicator), verdict.result)
    seen = replace(line, verdict=verdict, result=verdict.result, value=value)
    return Live(reading, names, verdict, value, _figure(reading, seen), leeway.words(seen))


def of_line(line: TargetLine, plan: Plan, *, on: date, at: datetime) -> Live | None:
    """The live line of one promise with the measure's own notes; None where nothing counts it."""
    reading = read(line.indicator, plan, on=on, at=at) if line.indicator else None
    if reading is None:
        return None
    return replace(judge(reading, line, plan, on=on), notes=measures.notes(reading.measure, reading.scope))


def of_lines(lines: Iterable[TargetLine], plan: Plan, *, on: date, at: datetime) -> dict[int, Live]:
    """Live lines by target, each indicator asked once, without notes: for a table."""
    readings: dict[int, Reading | None] = {}
    found = {}
    for line in lines:
        if line.indicator is None or ways.measure_of(line.indicator) is None:
            continue
        if line.indicator.pk not in readings:
            line.indicator.unit = plan.owner_unit
            readings[line.indicator.pk] = read(line.indicator, plan, on=on, at=at)
        if (reading := readings[line.indicator.pk]) is not None:
            found[line.target.pk] = judge(reading, line, plan, on=on)
    return found


def days_asked(indicator: Indicator, plan: Plan, on: date) -> Period | None:
    """From 1 January to ``on`` or the year's end; of a state at a period's end only the period that holds ``on``."""
    if on < plan.period.start:
        return None
    reached = min(on + timedelta(days=1), plan.period.end)
    if adds_up(indicator):
        return Period(plan.period.start, reached)
    last = last_day(Period(plan.period.start, reached))
    begun = next(one for one in periods_of(indicator.frequency, plan.year) if last in one)
    return Period(begun.start, reached)


def as_figure(reading: Reading, indicator: Indicator) -> Measurement:
    """The reading as an unsaved figure, so that it is said as figures are."""
    assert reading.counts is not None
    whole = reading.counts.denominator if indicator.shape in _PARTS else None
    return Measurement(
        indicator=indicator, period_start=reading.scope.period.start, period_end=reading.scope.period.end,
        as_of=reading.scope.as_of, grade=grade_of(reading.measure, reading.scope), measure_key=reading.measure.key,
        numerator=str(reading.counts.numerator), denominator="" if whole is None else str(whole),
        excluded=json.dumps(dict(reading.counts.excluded), ensure_ascii=False),
    )  # fmt: skip


def _result(reading: Reading, indicator: Indicator) -> Result:
    numerator, denominator = as_figure(reading, indicator).exact
    return Result(reading.scope.period, numerator, denominator, cumulative=adds_up(indicator), counted=True)


def _figure(reading: Reading, line: TargetLine) -> str:
    return sayings.figure(line.rule, line.value, line.result, measures.sample_words(reading.measure))
