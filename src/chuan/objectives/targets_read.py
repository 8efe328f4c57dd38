"""One promise with its chart, every version of every figure, its years and its questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chuan.documents.models import Question
from chuan.objectives import judging, sayings, ways
from chuan.objectives.conversion import result_of, rule_of
from chuan.objectives.models import FigureDue, Indicator, LateNotice, Measurement, Plan, Target
from chuan.objectives.paths.reading import path_of, with_paths
from chuan.objectives.periods import covers, judged_on, periods_of
from chuan.objectives.pictures import MonthFigure, TargetLine, TargetPicture, YearLine
from chuan.objectives.standing import late_rows
from chuan.objectives.years_read import LineReader, objectives_of, year_picture
from chuan.people.models import family_ids
from chuan.rules.targets import combine
from chuan.rules.targets.types import Combine, NotMeasurable, Result
from chuan.rules.types import Period
from chuan.ui import words


def target_picture(target: Target, *, on: date, today: date | None = None) -> TargetPicture:
    """Everything that a page about one promise shows, judged on a day. A constant number of statements."""
    related = ("indicator", "objective__plan__decision", "objective__plan__reading")
    target = with_paths(Target.objects.select_related(*related), on).get(pk=target.pk)
    plan = target.objective.plan
    if target.indicator is None:
        return _summing(target, plan, on, today)
    versions = _versions(target.indicator, plan)
    standing = [row for row in _highest(versions) if row.period_end <= plan.period.end and _over(row, on)]
    series = {target.indicator.pk: standing}
    objectives = {one.pk: one for one in objectives_of(plan)}
    reader = LineReader(plan, judged_on(on, today), objectives, series, late_rows(series))
    line = reader.line(target)
    return TargetPicture(
        line=line,
        months=_months(line, target.indicator, plan, standing),
        measurements=tuple(versions),
        years=_years(target.indicator, plan, on),
        questions=_questions(line),
        late_notices=tuple(
            LateNotice.objects.up().filter(measurement__in=versions).select_related("measurement")
        ),
    )


def _summing(target: Target, plan: Plan, on: date, today: date | None) -> TargetPicture:
    """A promise that counts others has no figures of its own."""
    picture = year_picture(plan, on=on, today=today)
    line = next(one.own for one in picture.promises if one.own is not None and one.own.target.pk == target.pk)
    return TargetPicture(line, (), (), (), _questions(line), ())


def _versions(indicator: Indicator, plan: Plan) -> list[Measurement]:
    rows = Measurement.objects.filter(
        indicator=indicator, period_start__gte=plan.period.start, period_end__lte=plan.period.end
    )
    related = ("by", "rows_blob", "evidence_blob", "corrects", "indicator")
    return list(rows.select_related(*related).order_by("period_end", "period_start", "version"))


def _highest(versions: Sequence[Measurement]) -> list[Measurement]:
    return list({(row.period_start, row.period_end): row for row in versions}.values())


def _over(row: Measurement, on: date) -> bool:
    return (row.period_end - on).days <= 1


def _months(
    line: TargetLine, indicator: Indicator, plan: Plan, standing: Sequence[Measurement]
) -> tuple[MonthFigure, ...]:
    dues = {
        (due.period_start, due.period_end): due.due_on
        for due in FigureDue.objects.filter(plan=plan, indicator=indicator)
    }
    return tuple(
        _month(line, indicator, plan, standing, period, dues.get((period.start, period.end)))
        for period in periods_of(indicator.frequency, plan.year)
    )


def _month(
    line: TargetLine, indicator: Indicator, plan: Plan, standing: Sequence[Measurement], period: Period,
    due_on: date | None,
) -> MonthFigure:  # fmt: skip
    figure = next((row for row in standing if row.period == period), None)
    figure = figure or next((row for row in standing if covers(row, period)), None)
    rule = judging.as_measured(line.rule, indicator)
    apart = ways.clash(indicator, standing)
    results = [] if apart else [result_of(row) for row in standing]
    so_far = _so_far(results, Combine(indicator.combine), plan.period, period)
    return MonthFigure(
        period=period,
        measurement=figure,
        value=judging.value(rule, result_of(figure)) if figure else None,
        cumulative_value=judging.value(rule, so_far) if figure else None,
        due_on=due_on,
    )


def _so_far(results: Sequence[Result], how: Combine, year: Period, period: Period) -> Result | None:
    known = [result for result in results if result.period.end <= period.end]
    found = combine(known, how, year, period.end)
    return None if isinstance(found, NotMeasurable) else found


def _years(indicator: Indicator, plan: Plan, on: date) -> tuple[YearLine, ...]:
    """What was promised under the same code in every plan of the unit and of those it followed."""
    rows = Target.objects.filter(
        indicator__code=indicator.code, objective__plan__owner_unit__in=family_ids(plan.owner_unit)
    ).select_related("indicator", "objective__plan__decision")
    order = ("-objective__plan__year", "-objective__plan__effective_from", "-objective__plan__pk")
    targets = list(with_paths(rows, on).order_by(*order))
    figures = _highest(
        list(
            Measurement.objects.filter(indicator__in={one.indicator_id for one in targets}).order_by(
                "period_end", "period_start", "version"
            )
        )
    )
    return tuple(_year_line(one, figures, on) for one in targets)


def _year_line(target: Target, figures: Sequence[Measurement], on: date) -> YearLine:
    plan, indicator = target.objective.plan, target.indicator
    assert indicator is not None
    day = on if plan.closed_on is None else min(on, plan.closed_on)
    own = [
        row
        for row in figures
        if row.indicator_id == indicator.pk and plan.period.holds(row.period) and _over(row, day)
    ]
    rule = rule_of(target)
    verdict = judging.of_figures(rule, indicator, own, plan.period, day, path_of(target, plan.year))
    value = judging.value(judging.as_measured(rule, indicator), verdict.result)
    return YearLine(
        year=plan.year,
        plan=plan,
        target_words=words.target(rule),
        result=verdict.result,
        value=value,
        figure_words=sayings.figure(rule, value, verdict.result, ways.sample_of(own)),
        verdict=verdict,
    )


def _questions(line: TargetLine) -> tuple[Question, ...]:
    """What the reader asked about this line of the decision, with the answers."""
    return tuple(line.objective.plan.reading.questions.filter(about=line.objective.ordinal))
