"""One trial: the promise at another level today, the year ended as supposed, the promise above, the years before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from chuan.objectives import judging
from chuan.objectives.pictures import TargetLine
from chuan.objectives.trying.ground import Ground
from chuan.rules.targets import trying
from chuan.rules.targets.trying import Needed
from chuan.rules.targets.types import Comparator, Target, Verdict


@dataclass(frozen=True, slots=True)
class Meant:
    """What a person wants to try; None and "" leave things as they are."""

    comparator: Comparator | None = None
    level: Fraction | None = None
    upper: Fraction | None = None
    rest: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """What comes of it. ``supposed`` is the year at its end, None where nothing was supposed."""

    before: TargetLine
    after: TargetLine
    moved: bool
    needed: Needed | None
    supposed: TargetLine | None
    above_before: Verdict | None
    above_after: Verdict | None


def tried(ground: Ground, meant: Meant) -> Trial:
    """The trial; nothing is read from the database and nothing is written."""
    rule = trying.moved(ground.line.rule, meant.comparator, meant.level, meant.upper)
    after = _today(ground, rule)
    supposed = _at_the_end(ground, rule, meant.rest)
    before, above = _above(ground, supposed or after)
    question = ground.question(rule)
    result = ground.line.result
    known = question is not None and result is not None
    return Trial(
        before=ground.line,
        after=after,
        moved=rule != ground.line.rule,
        needed=trying.needed(question, result, ground.rest) if known and question and result else None,
        supposed=supposed,
        above_before=before,
        above_after=above,
    )


def _today(ground: Ground, rule: Target) -> TargetLine:
    if rule == ground.line.rule:
        return ground.line
    indicator = ground.line.indicator
    if indicator is None:
        return ground.line_of(rule, judging.together(ground.promise.objective, ground.promise.lines, rule))
    verdict = judging.of_figures(rule, indicator, ground.figures, ground.plan.period, ground.on)
    return ground.line_of(rule, verdict)


def _at_the_end(ground: Ground, rule: Target, given: Fraction | None) -> TargetLine | None:
    """The year as it would end, judged by the same rules on the day after its last."""
    question, result, indicator = ground.question(rule), ground.line.result, ground.line.indicator
    if given is None or question is None or result is None or indicator is None:
        return None
    ended = trying.year_end(question, result, ground.rest, given)
    year = ground.plan.period
    return ground.line_of(rule, judging.judged(rule, indicator, [ended], year, year.end))


def _above(ground: Ground, tried_line: TargetLine) -> tuple[Verdict | None, Verdict | None]:
    """The promise that this one is a part of, before and with this one changed; None where it stands alone."""
    if ground.sums_up or len(ground.promise.lines) < 2:
        return None, None
    lines: Sequence[TargetLine] = [
        tried_line if one.target.pk == ground.line.target.pk else one for one in ground.promise.lines
    ]
    own = ground.promise.own.rule if ground.promise.own else None
    return ground.promise.verdict, judging.together(ground.promise.objective, lines, own)
