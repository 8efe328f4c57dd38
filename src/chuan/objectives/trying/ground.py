"""What a trial stands on: one promise of a plan, its figures on a day, the promise above it, the rest of the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chuan.objectives import judging
from chuan.objectives.models import Measurement, Plan, Target
from chuan.objectives.periods import periods_of
from chuan.objectives.pictures import Promise, TargetLine, YearPicture
from chuan.objectives.standing import standing
from chuan.objectives.years_read import LineReader, year_picture
from chuan.rules.targets.comparing import band
from chuan.rules.targets.question import Question
from chuan.rules.targets.trying import Going, Rest, rest_of
from chuan.rules.targets.types import Combine, NotMeasurable, Verdict
from chuan.rules.targets.types import Target as Rule


@dataclass(frozen=True)
class Ground:
    """One promise as it stands on the day, with everything a trial changes."""

    picture: YearPicture
    promise: Promise
    line: TargetLine
    figures: Sequence[Measurement]
    rest: Rest

    @property
    def plan(self) -> Plan:
        """The plan that promises it."""
        return self.picture.plan

    @property
    def on(self) -> date:
        """The day it is judged on."""
        return self.picture.on

    @property
    def sums_up(self) -> bool:
        """Whether the promise counts others ("21/21 chỉ tiêu") and has no figures of its own."""
        return self.line.indicator is None

    def question(self, rule: Rule) -> Question | None:
        """The promise asked of the year; None where nothing can be held against it."""
        indicator = self.line.indicator
        if indicator is None:
            return None
        measured = judging.as_measured(rule, indicator)
        limits = band(measured)
        if isinstance(limits, NotMeasurable):
            return None
        periods = periods_of(indicator.frequency, self.plan.year)
        return Question(measured, limits, Combine(indicator.combine), self.plan.period, periods, self.on)

    def line_of(self, rule: Rule, verdict: Verdict) -> TargetLine:
        """The line as it would read."""
        reader = LineReader(self.plan, self.on, {}, {}, {})
        return reader.line_of(self.line.target, self.line.objective, rule, verdict, self.figures)


def ground_of(target: Target, on: date) -> Ground | None:
    """The ground of one target; None where its plan no longer shows it. A constant number of statements."""
    picture = year_picture(target.objective.plan, on=on)
    for promise in picture.promises:
        for line in (*((promise.own,) if promise.own else ()), *promise.lines):
            if line.target.pk == target.pk:
                return _ground(picture, promise, line)
    return None


def _ground(picture: YearPicture, promise: Promise, line: TargetLine) -> Ground:
    pk = line.indicator.pk if line.indicator else None
    figures = standing([pk], picture.plan.period, on=picture.on).get(pk, []) if pk else []
    bare = Ground(picture, promise, line, figures, Rest(Going.NONE))
    question = bare.question(line.rule)
    rest = rest_of(question, line.result) if question is not None else bare.rest
    return Ground(picture, promise, line, figures, rest)
