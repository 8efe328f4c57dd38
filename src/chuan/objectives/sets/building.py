"""The canonical lines of a plan's year as it stands on a day: read here, never by a person's hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.utils import timezone, translation

from chuan.objectives.conversion import number_text
from chuan.objectives.models import Measurement, Plan
from chuan.objectives.periods import last_day
from chuan.objectives.pictures import Promise, TargetLine, YearPicture
from chuan.objectives.reports import year_picture
from chuan.objectives.standing import Series, standing
from chuan.rules.figure_sets import FigureLines, SetFigure, SetHead, SetPromise, SetTarget
from chuan.rules.targets.types import Result


@dataclass(frozen=True, slots=True)
class Named:
    """What a person says of a set: its name, its last day, the paper it is for."""

    name: str
    on: date
    paper: str


def lines_of(plan: Plan, named: Named, *, at: datetime) -> FigureLines:
    """The set as it would be frozen now. Five statements, however many figures."""
    with translation.override("vi"):
        picture = year_picture(plan, on=named.on, today=timezone.localtime(at).date())
        series = standing(_indicators(picture), plan.period, on=named.on)
        digests = _digests(series)
        return FigureLines(
            head=_head(plan, named, picture, at),
            promises=tuple(_promise(one) for one in picture.promises),
            targets=tuple(
                _target(promise, line, series, digests)
                for promise in picture.promises
                for line in promise.lines
            ),
        )


def _indicators(picture: YearPicture) -> set[int]:
    return {line.indicator.pk for line in picture.lines if line.indicator}


Digests = Mapping[int, tuple[str, str]]
"""Of each figure by key: the digest of the rows behind it and that of the law it was counted by."""


def _digests(series: Series) -> Digests:
    keys = [figure.pk for figures in series.values() for figure in figures]
    rows = Measurement.objects.filter(pk__in=keys).values_list("pk", "rows_blob__digest", "law_digest")
    return {pk: (digest or "", law) for pk, digest, law in rows}


def _head(plan: Plan, named: Named, picture: YearPicture, at: datetime) -> SetHead:
    decision = plan.decision
    return SetHead(
        unit=str(plan.owner_unit.uid),
        unit_name=plan.owner_unit.committee,
        plan=str(plan.uid),
        year=plan.year,
        decision=f"{decision.number}/{decision.symbol}" if decision.number else decision.title,
        decided_on=decision.issued_on.isoformat() if decision.issued_on else "",
        name=named.name,
        on=named.on.isoformat(),
        paper=named.paper,
        recorded_at=moment(at),
        illustrative=picture.illustrative,
    )


def moment(at: datetime) -> str:
    """A moment as the lines write it: UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _promise(promise: Promise) -> SetPromise:
    return SetPromise(
        number=promise.number,
        name=promise.name,
        outcome=str(promise.verdict.outcome),
        final=promise.verdict.final,
        figure_words=promise.figure_words,
        reason_words=promise.reason_words,
    )


def _target(promise: Promise, line: TargetLine, series: Series, digests: Digests) -> SetTarget:
    indicator, result = line.indicator, line.result
    assert indicator is not None
    return SetTarget(
        promise=promise.number,
        label=line.label,
        name=line.name,
        indicator=str(indicator.uid),
        code=indicator.code,
        national_code=indicator.national_code,
        unit=line.rule.unit,
        combine=indicator.combine,
        target_words=line.target_words,
        outcome=str(line.verdict.outcome),
        final=line.verdict.final,
        reason=str(line.verdict.reason),
        reason_words=line.reason_words,
        figure_words=line.figure_words,
        value=number_text(line.value),
        numerator=number_text(result.numerator) if result else "",
        denominator=number_text(result.denominator) if result else "",
        stage=str(result.stage) if result else "",
        until=_until(result),
        late_rows=line.late_rows,
        figures=tuple(_figures(series.get(indicator.pk, ()), digests)),
    )


def _until(result: Result | None) -> str:
    return last_day(result.period).isoformat() if result else ""


def _figures(figures: Iterable[Measurement], digests: Digests) -> Iterable[SetFigure]:
    for figure in figures:
        rows, law = digests[figure.pk]
        yield SetFigure(
            uid=str(figure.uid),
            version=figure.version,
            start=figure.period_start.isoformat(),
            end=figure.period_end.isoformat(),
            as_of=moment(figure.as_of),
            numerator=figure.numerator,
            denominator=figure.denominator,
            value=figure.value,
            counted=figure.counted,
            grade=figure.grade,
            stage=figure.stage,
            cumulative=figure.cumulative,
            measure=f"{figure.measure_key}@{figure.measure_version}" if figure.measure_key else "",
            law=law,
            rows=rows,
            excluded=json.loads(figure.excluded),
            illustrative=figure.illustrative,
        )
