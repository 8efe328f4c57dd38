"""A frozen set as the picture that pages and papers are made of: its figures, its verdicts, nothing newer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils import timezone

from chuan.objectives.conversion import number
from chuan.objectives.models import FigureSet, Measurement
from chuan.objectives.pictures import Promise, TargetLine, YearPicture
from chuan.objectives.reports import year_picture
from chuan.objectives.standing import NEEDED, Series
from chuan.rules.figure_sets import FigureLines, SetPromise, SetTarget, read_lines
from chuan.rules.targets.types import Outcome, Reason, Result, Stage, Verdict


@dataclass(frozen=True, slots=True)
class FrozenYear:
    """A set read back: its lines, and the year's picture made of its figures alone."""

    figure_set: FigureSet
    lines: FigureLines
    picture: YearPicture
    figures: Series


def read_set(found: FigureSet) -> FrozenYear:
    """The year as the set froze it; six statements, however many figures.

    The picture is drawn from the set's own figures; where today's rules or answers would judge otherwise than on the
    day of freezing, what was frozen stands.
    """
    lines = read_lines(found.lines)
    figures = _series(lines)
    picture = year_picture(
        found.plan, on=found.on, today=timezone.localtime(found.recorded_at).date(), figures=figures
    )
    return FrozenYear(found, lines, _as_frozen(picture, lines), figures)


def _series(lines: FigureLines) -> Series:
    uids = [figure.uid for target in lines.targets for figure in target.figures]
    rows = Measurement.objects.filter(uid__in=uids).only(*NEEDED)
    series: Series = defaultdict(list)
    for row in rows.order_by("indicator_id", "period_end", "period_start"):
        series[row.indicator_id].append(row)
    return series


def _as_frozen(picture: YearPicture, lines: FigureLines) -> YearPicture:
    promises = {one.number: one for one in lines.promises}
    targets = {one.key: one for one in lines.targets}
    drawn = tuple(_promise(one, promises.get(one.number), targets) for one in picture.promises)
    tally = Counter(line.verdict.outcome for promise in drawn for line in promise.lines)
    return replace(picture, promises=drawn, tally=tally, illustrative=lines.head.illustrative)


def _promise(promise: Promise, held: SetPromise | None, targets: Mapping[str, SetTarget]) -> Promise:
    lines = tuple(_line(line, targets) for line in promise.lines)
    if held is None:
        return replace(promise, lines=lines)
    verdict = _verdict(promise.verdict, held.outcome, held.final)
    own = replace(promise.own, verdict=verdict) if promise.own else None
    return replace(
        promise, lines=lines, own=own, verdict=verdict, figure_words=held.figure_words,
        reason_words=held.reason_words,
    )  # fmt: skip


def _line(line: TargetLine, targets: Mapping[str, SetTarget]) -> TargetLine:
    held = targets.get(str(line.indicator.uid) if line.indicator else line.label)
    if held is None:
        return line
    verdict = replace(_verdict(line.verdict, held.outcome, held.final), reason=Reason(held.reason))
    return replace(
        line, verdict=verdict, result=_result(line.result, held), value=number(held.value),
        target_words=held.target_words, figure_words=held.figure_words, reason_words=held.reason_words,
        late_rows=held.late_rows,
    )  # fmt: skip


def _verdict(verdict: Verdict, outcome: str, final: bool) -> Verdict:
    return replace(verdict, outcome=Outcome(outcome), final=final)


def _result(result: Result | None, held: SetTarget) -> Result | None:
    numerator = number(held.numerator)
    if result is None or numerator is None:
        return None
    return replace(result, numerator=numerator, denominator=number(held.denominator), stage=Stage(held.stage))
