"""Figures put in by hand: recorded once, corrected beside, never over."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from chuan.files.models import Blob
from chuan.objectives import expecting, sayings
from chuan.objectives.conversion import number_text
from chuan.objectives.figures import Evidence, Figure, Typed, checked
from chuan.objectives.frozen import freeze
from chuan.objectives.models import Indicator, Measurement, Objective, Plan
from chuan.objectives.periods import is_expected, is_to_date, key, last_day, stored
from chuan.objectives.permissions import require_recorder
from chuan.objectives.refusals import BetterFigureStands, GradeNotByHand, NothingChanged, NothingToCorrect
from chuan.objectives.standing import standing_figure
from chuan.offers import measures
from chuan.offers.measures import Measure
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.types import Period
from chuan.trail.actions import act

BY_HAND = (Measurement.Grade.C, Measurement.Grade.D)
_BEST_FIRST = "ABCD"


@dataclass(frozen=True, slots=True)
class Given:
    """A figure put in by hand, with what it is worth and what it was taken from."""

    typed: Typed
    grade: str
    evidence: Evidence
    stage: str = Measurement.Stage.OFFICIAL
    as_of: datetime | None = None


def record_figure(
    indicator: Indicator, period: Period, given: Given, *, by: Viewer, at: datetime, to_date: bool = False,
    illustrative: bool = False,
) -> Measurement:  # fmt: skip
    """Record the first figure of a period; ``to_date`` says that it holds everything since 1 January.

    Raises ``FigureInFuture``, ``PeriodNotOfIndicator``, ``FigureStands``, ``RegisterMeasured``, ``NeverTyped``,
    ``EvidenceMissing``, ``GradeNotByHand``, what ``figures.checked`` raises, and who may not.
    """
    require_recorder(by, indicator, objective_of(indicator, period.start.year))
    period, cumulative = _settled(indicator, period, to_date=to_date, on=local_day(at))
    refuse_counted(indicator, period, at=at)
    figure = checked(indicator, given.typed)
    _check(given, period, at=at)
    measurement = Measurement(
        indicator=indicator, period_start=period.start, period_end=period.end, cumulative=cumulative,
        illustrative=illustrative,
    )  # fmt: skip
    subject = Subject("measurement", measurement.uid)
    with act("figure.record", subject, by=by, unit_uid=indicator.unit.uid, at=at) as doing:
        hold(indicator)
        if (stands := standing_figure(indicator, period)) is not None:
            raise refusals.FigureStands(period=period, figure=sayings.measured(indicator, stands))
        _fill(measurement, figure, given, by=by, at=at)
        measurement.save()
        expecting.settle(measurement, on=local_day(at))
        doing.detail = told(measurement)
    return measurement


def correct_figure(
    measurement: Measurement,
    given: Given,
    *,
    reason: str,
    by: Viewer,
    at: datetime,
    illustrative: bool = False,
) -> Measurement:
    """Put a corrected figure beside the standing one; both stay, the new one stands.

    Raises ``ReasonMissing``, ``NothingToCorrect``, ``BetterFigureStands``, ``NothingChanged`` and
    what ``record_figure`` raises.
    """
    indicator, period = measurement.indicator, measurement.period
    require_recorder(by, indicator, objective_of(indicator, period.start.year))
    if not reason.strip():
        raise refusals.ReasonMissing(act="sửa số liệu")
    figure = checked(indicator, given.typed)
    _check(given, period, at=at)
    with act("figure.correct", Subject("measurement", measurement.uid), by=by, unit_uid=indicator.unit.uid,
             at=at) as doing:  # fmt: skip
        hold(indicator)
        fresh = after(measurement, reason, illustrative=illustrative)
        refuse_worse(measurement, given.grade, at=at)
        _fill(fresh, figure, given, by=by, at=at)
        if _same(measurement, fresh):
            raise NothingChanged(period=period)
        fresh.save()
        expecting.settle(fresh, on=local_day(at))
        doing.detail = told(fresh) | {"before": told(measurement), "reason": fresh.reason}
    return fresh


def after(measurement: Measurement, reason: str, *, illustrative: bool = False) -> Measurement:
    """The next version of a standing figure, still without numbers. Raises ``NothingToCorrect``."""
    standing = standing_figure(measurement.indicator, measurement.period)
    if standing is None or standing.pk != measurement.pk:
        raise NothingToCorrect()
    return Measurement(
        indicator=measurement.indicator, period_start=measurement.period_start,
        period_end=measurement.period_end, cumulative=measurement.cumulative,
        version=measurement.version + 1, corrects=measurement,
        reason=reason.strip(), illustrative=illustrative,
    )  # fmt: skip


def refuse_worse(measurement: Measurement, grade: str, *, at: datetime) -> None:
    """A better grade replaces a worse one, never the reverse.

    Unless the register no longer holds the days that the better one was counted from (an import was
    withdrawn): then a paper may speak again.
    """
    worse = _BEST_FIRST.index(grade) > _BEST_FIRST.index(measurement.grade)
    if worse and not _ground_gone(measurement, at):
        raise BetterFigureStands(period=measurement.period, standing=measurement.grade, offered=grade)


def _ground_gone(measurement: Measurement, at: datetime) -> bool:
    measure = measures.find(measurement.measure_key) if measurement.measure_key else None
    scope = measures.Scope(measurement.indicator.unit.uid, measurement.period, at)
    return measure is not None and bool(measures.obstacles_of(measure, scope, measurement.indicator.unit))


def refuse_counted(indicator: Indicator, period: Period, *, at: datetime) -> None:
    """A figure is counted, never typed, where a register holds its rows for the period, or others must say it.

    Raises ``RegisterMeasured``, ``NeverTyped``.
    """
    measure = measures.find(indicator.measure_key) if indicator.measure_key else None
    if measure is None:
        return
    scope = measures.Scope(indicator.unit.uid, period, at)
    if not measures.obstacles_of(measure, scope, indicator.unit):
        raise refusals.RegisterMeasured(register=measure.title)
    if told := never_typed(measure):
        raise told


def never_typed(measure: Measure | None) -> refusals.NeverTyped | None:
    """The refusal of a typed figure where others must have said it; None where one may be typed."""
    why = measures.never_typed(measure)
    if measure is None or not why:
        return None
    way, address = measures.mended_by(measure) or (measure.title, "")
    return refusals.NeverTyped(why=why, way=str(way), address=address)


def objective_of(indicator: Indicator, year: int) -> Objective | None:
    """The objective that promises the indicator in the standing plan of the year."""
    return (
        Objective.objects.filter(
            targets__indicator=indicator, plan__status=Plan.Status.STANDING, plan__year=year,
            plan__owner_unit=indicator.unit,
        )
        .select_related("owner_post", "owner_official", "parent__owner_post", "parent__owner_official")
        .first()
    )  # fmt: skip


def hold(indicator: Indicator) -> None:
    """Keep two people from recording the same period at once."""
    Indicator.objects.select_for_update().get(pk=indicator.pk)


def local_day(at: datetime) -> date:
    """The day in Viet Nam."""
    return timezone.localtime(at).date()


def told(measurement: Measurement) -> dict[str, object]:
    """What the trail keeps of a figure."""
    return {
        "indicator": measurement.indicator.code, "period": key(measurement.period),
        "version": measurement.version, "numerator": measurement.numerator,
        "denominator": measurement.denominator, "stage": measurement.stage,
        "grade": measurement.grade, "cumulative": measurement.cumulative,
        "evidence": measurement.evidence_name or measurement.evidence_note,
    }  # fmt: skip


def put_numbers(measurement: Measurement, figure: Figure, excluded: Mapping[str, int] | None = None) -> None:
    """Write a checked figure and its frozen rows into an unsaved measurement."""
    measurement.numerator = number_text(figure.numerator)
    measurement.denominator = number_text(figure.denominator)
    measurement.value = number_text(figure.value)[:60]
    measurement.counted = figure.counted
    measurement.excluded = json.dumps(dict(excluded or {}), ensure_ascii=False, sort_keys=True)
    measurement.rows_blob = _frozen(figure)


def _frozen(figure: Figure) -> Blob | None:
    return freeze(figure.rows) if figure.rows else None


def _settled(indicator: Indicator, period: Period, *, to_date: bool, on: date) -> tuple[Period, bool]:
    """The days that the figure will be kept for; refuses days to come and periods of another frequency."""
    if period.end > on and last_day(period) > on:
        raise refusals.FigureInFuture(period=period, until=last_day(period))
    expected = is_expected(period, indicator.frequency)
    reaching = is_to_date(period) and (to_date or indicator.cumulative)
    if not (expected or reaching):
        raise refusals.PeriodNotOfIndicator(frequency=indicator.get_frequency_display(), period=period)
    return stored(indicator, period, to_date=to_date)


def _check(given: Given, period: Period, *, at: datetime) -> None:
    if given.grade not in BY_HAND:
        raise GradeNotByHand(grade=given.grade)
    if not given.evidence.is_there:
        raise refusals.EvidenceMissing()
    if given.as_of is not None and given.as_of > at:
        raise refusals.FigureInFuture(period=period, until=local_day(given.as_of))


def _fill(measurement: Measurement, figure: Figure, given: Given, *, by: Viewer, at: datetime) -> None:
    put_numbers(measurement, figure)
    measurement.as_of = given.as_of or at
    measurement.grade, measurement.stage = given.grade, given.stage
    measurement.evidence_blob = given.evidence.blob
    measurement.evidence_name = given.evidence.name[:255]
    measurement.evidence_note = given.evidence.note.strip()[:300]
    measurement.by, measurement.recorded_at = by.official, at


def _same(one: Measurement, other: Measurement) -> bool:
    compared = (
        "numerator",
        "denominator",
        "stage",
        "grade",
        "evidence_blob_id",
        "evidence_note",
        "rows_blob_id",
    )
    return all(getattr(one, name) == getattr(other, name) for name in compared)
