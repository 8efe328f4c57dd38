"""Figures counted from a register: measured, frozen with their rows, and watched for late data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from chuan.objectives import expecting
from chuan.objectives.actions.recording import (
    after,
    hold,
    local_day,
    objective_of,
    put_numbers,
    refuse_worse,
    told,
)
from chuan.objectives.figures import Figure
from chuan.objectives.frozen import FrozenRow, differing, digest_of, of_register, thaw
from chuan.objectives.models import Indicator, LateNotice, Measurement
from chuan.objectives.periods import is_expected, is_to_date, last_day, stored
from chuan.objectives.permissions import require_recorder
from chuan.objectives.refusals import MeasureObstructed, NothingChanged, TooFresh
from chuan.objectives.standing import standing_figure
from chuan.offers import measures
from chuan.offers.measures import Measure, Scope
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.refusals import Refused
from chuan.rules.types import Period
from chuan.trail.actions import SYSTEM, Actor, act

SETTLING = timedelta(seconds=60)
"""A cut at least this far back can no longer be passed by an act that began before it (spine.md §2)."""

_PARTS = ("share", "k_of_n")


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of measuring one indicator: a new figure, a notice of late rows, or a sentence."""

    indicator: Indicator
    measurement: Measurement | None = None
    late: LateNotice | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class _Count:
    """A measure's answer for one scope: the totals and the rows that make them."""

    figure: Figure
    excluded: dict[str, int]


def take_measure(
    indicator: Indicator, period: Period, *, by: Actor, at: datetime, as_of: datetime | None = None,
    reason: str = "", to_date: bool = False, illustrative: bool = False,
) -> Measurement:  # fmt: skip
    """Count the period from its register as known at ``as_of`` and freeze the figure with its rows.

    With a figure standing it is a correcting measurement and needs a reason. Raises
    ``MeasureUnknown``, ``TooFresh``, ``MeasureObstructed``, ``ReasonMissing``, ``NothingChanged``,
    ``BetterFigureStands``, ``FigureInFuture``, ``PeriodNotOfIndicator``.
    """
    if isinstance(by, Viewer):
        require_recorder(by, indicator, objective_of(indicator, period.start.year))
    period, cumulative = _settled(indicator, period, to_date=to_date, at=at)
    cut = _cut(as_of, at)
    measure = measure_of(indicator)
    counted = _counted(measure, indicator, Scope(indicator.unit.uid, period, cut))
    standing = standing_figure(indicator, period)
    if standing is not None and not reason.strip():
        raise refusals.ReasonMissing(act="đo lại")
    subject = Subject("indicator", indicator.uid)
    with act("measure.take", subject, by=by, unit_uid=indicator.unit.uid, at=at) as doing:
        hold(indicator)
        fresh = _next(indicator, period, standing, measure, reason, illustrative)
        fresh.cumulative = cumulative
        put_numbers(fresh, counted.figure, counted.excluded)
        if standing is not None and _same(standing, fresh):
            raise NothingChanged(period=period)
        _sign(fresh, measure, cut, by=by, at=at)
        fresh.save()
        expecting.settle(fresh, on=local_day(at))
        doing.detail = told(fresh) | {"measurement": str(fresh.uid), "reason": fresh.reason,
                                      "measure": f"{measure.key}@{measure.version}"}  # fmt: skip
    return fresh


def check_late(measurement: Measurement, *, at: datetime) -> LateNotice | None:
    """Whether the register now holds other rows for a frozen figure; the notice of it, or None.

    A person decides on a correcting measurement; nothing is measured again by itself.
    """
    measure = measures.find(measurement.measure_key) if measurement.measure_key else None
    if measure is None or measurement.rows_blob is None:
        return None
    scope = Scope(measurement.indicator.unit.uid, measurement.period, at - SETTLING)
    now = of_register(measures.all_rows(measure, scope))
    digest = digest_of(now)
    frozen = list(thaw(measurement.rows_blob))
    if digest == digest_of(frozen):
        return None
    known = LateNotice.objects.filter(measurement=measurement, digest=digest).first()
    return known or _notice(measurement, digest, differing(frozen, now), at=at)


def measure_all(unit: Unit, period: Period, *, at: datetime, by: Actor = SYSTEM) -> tuple[Attempt, ...]:
    """Measure every indicator of the unit that a register counts and that is due for the period.

    Figures that stand are only checked for late rows. What cannot be measured says why.
    """
    due = [
        indicator
        for indicator in Indicator.objects.filter(unit=unit).exclude(measure_key="").order_by("code")
        if is_expected(period, indicator.frequency) and measures.find(indicator.measure_key) is not None
    ]
    return tuple(_attempt(indicator, period, by=by, at=at) for indicator in due)


def measure_of(indicator: Indicator) -> Measure:
    """The registered measure of an indicator. Raises ``MeasureUnknown``."""
    measure = measures.find(indicator.measure_key) if indicator.measure_key else None
    if measure is None:
        raise refusals.MeasureUnknown(key=indicator.measure_key or indicator.name)
    return measure


def _attempt(indicator: Indicator, period: Period, *, by: Actor, at: datetime) -> Attempt:
    kept, _ = stored(indicator, period, to_date=False)
    standing = standing_figure(indicator, kept)
    if standing is not None and standing.measure_key:
        return Attempt(indicator, standing, check_late(standing, at=at))
    return _or_sentence(indicator, lambda: take_measure(indicator, period, by=by, at=at))


def _or_sentence(indicator: Indicator, take: Callable[[], Measurement]) -> Attempt:
    try:
        return Attempt(indicator, take())
    except Refused as refused:
        return Attempt(indicator, sentence=refused.sentence)


def _notice(measurement: Measurement, digest: str, rows: int, *, at: datetime) -> LateNotice:
    subject = Subject("measurement", measurement.uid)
    with act("measure.late", subject, by=SYSTEM, unit_uid=measurement.indicator.unit.uid, at=at, rows=rows):
        found, _ = LateNotice.objects.get_or_create(
            measurement=measurement, digest=digest, defaults={"found_at": at, "rows": rows}
        )
    return found


def _settled(indicator: Indicator, period: Period, *, to_date: bool, at: datetime) -> tuple[Period, bool]:
    on = local_day(at)
    if last_day(period) >= on:
        raise refusals.FigureInFuture(period=period, until=last_day(period))
    if not (is_expected(period, indicator.frequency) or (to_date and is_to_date(period))):
        raise refusals.PeriodNotOfIndicator(frequency=indicator.get_frequency_display(), period=period)
    return stored(indicator, period, to_date=to_date)


def _cut(as_of: datetime | None, at: datetime) -> datetime:
    latest = at - SETTLING
    if as_of is not None and as_of > latest:
        raise TooFresh()
    return as_of or latest


def _counted(measure: Measure, indicator: Indicator, scope: Scope) -> _Count:
    """Ask the measure, before any transaction: rows can be many."""
    if obstacles := measure.obstacles(scope):
        raise MeasureObstructed(period=scope.period, why=" ".join(one.sentence for one in obstacles))
    counts = measure.counts(scope)
    rows = measures.all_rows(measure, scope)
    by_hand = measures.tally(rows)
    if (by_hand.numerator, by_hand.denominator) != (counts.numerator, counts.denominator):
        raise ValueError(f"{measure.key}@{measure.version}: counts differ from its rows")
    frozen: tuple[FrozenRow, ...] = tuple(of_register(rows))
    whole = counts.denominator if indicator.shape in _PARTS else None
    return _Count(Figure(counts.numerator, whole, rows=frozen), {**counts.excluded, **counts.blind})


def _next(
    indicator: Indicator,
    period: Period,
    standing: Measurement | None,
    measure: Measure,
    reason: str,
    illustrative: bool,
) -> Measurement:
    if standing is None:
        return Measurement(
            indicator=indicator, period_start=period.start, period_end=period.end, illustrative=illustrative
        )
    refuse_worse(standing, measure.grade)
    return after(standing, reason, illustrative=illustrative)


def _sign(fresh: Measurement, measure: Measure, cut: datetime, *, by: Actor, at: datetime) -> None:
    fresh.as_of, fresh.recorded_at = cut, at
    fresh.grade, fresh.stage = measure.grade, Measurement.Stage.OFFICIAL
    fresh.measure_key, fresh.measure_version = measure.key, measure.version
    fresh.law_digest = getattr(measure, "law_digest", "")
    fresh.by = by.official if isinstance(by, Viewer) else None


def _same(one: Measurement, other: Measurement) -> bool:
    compared = ("numerator", "denominator", "excluded", "rows_blob_id")
    return bool(one.measure_key) and all(getattr(one, name) == getattr(other, name) for name in compared)
