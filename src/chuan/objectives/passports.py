"""Where one figure comes from."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.objectives import sayings, ways
from chuan.objectives.bases import kept
from chuan.objectives.models import Indicator, Measurement, Plan, Target
from chuan.objectives.pictures import Passport
from chuan.offers import measures
from chuan.rules.types import Span
from chuan.ui import words


def passport(measurement: Measurement) -> Passport:
    """The passport of a figure: four statements, the frozen rows are not opened."""
    related = ("indicator", "by", "rows_blob", "evidence_blob", "corrects", "indicator__unit")
    figure = Measurement.objects.select_related(*related).get(pk=measurement.pk)
    target = _promised(figure)
    versions = tuple(
        Measurement.objects.filter(
            indicator=figure.indicator, period_start=figure.period_start, period_end=figure.period_end
        ).order_by("version")
    )
    return Passport(
        measurement=figure,
        figure_words=sayings.measured(figure.indicator, figure),
        grade_words=words.grade(figure.grade),
        who=figure.by.name if figure.by else _("máy"),
        recorded_at=figure.recorded_at,
        as_of=figure.as_of,
        period_words=sayings.period_of(figure),
        stage_words=figure.get_stage_display(),
        quotation=target.text if target else "",
        span=_span(target) if target else None,
        document=target.objective.plan.decision if target else None,
        source=_source(figure.indicator, figure),
        measure=f"{figure.measure_key}@{figure.measure_version}" if figure.measure_key else "",
        formula=ways.formula_of(figure),
        digest=figure.rows_blob.digest if figure.rows_blob else "",
        evidence=_evidence(figure),
        excluded=ways.excluded_of(figure),
        corrects=figure.corrects,
        corrected_by=next((one for one in versions if one.corrects_id == figure.pk), None),
        versions=versions,
        bases=tuple(one.words for one in kept.of_target(target)) if target else (),
    )


def _promised(figure: Measurement) -> Target | None:
    """The promise of the figure's year: of the standing plan, else of the last one that was replaced."""
    targets = Target.objects.filter(
        indicator=figure.indicator, objective__plan__year=figure.period_start.year
    )
    rows = list(targets.select_related("objective__plan__decision").order_by("-objective__plan__pk"))
    rows.sort(key=lambda one: one.objective.plan.status != Plan.Status.STANDING)
    return rows[0] if rows else None


def _span(target: Target) -> Span | None:
    if target.span_start is None or target.span_end is None:
        return None
    return Span(target.span_start, target.span_end)


def _source(indicator: Indicator, figure: Measurement) -> str:
    """The register that counted it, else where the indicator's figures come from."""
    measure = measures.find(figure.measure_key) if figure.measure_key else None
    return measure.title if measure else indicator.source


def _evidence(figure: Measurement) -> str:
    return " · ".join(part for part in (figure.evidence_name, figure.evidence_note) if part)
