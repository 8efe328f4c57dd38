"""A register asked for one period, outside any transaction: the totals and the rows that make them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from chuan.objectives.actions.recording import local_day, objective_of
from chuan.objectives.figures import Figure
from chuan.objectives.frozen import FrozenRow, of_register
from chuan.objectives.models import Indicator
from chuan.objectives.periods import is_expected, is_to_date, last_day, stored
from chuan.objectives.permissions import require_recorder
from chuan.objectives.refusals import MeasureObstructed, TooFresh
from chuan.objectives.ways import measure_of
from chuan.offers import measures
from chuan.offers.measures import Measure, Scope, grade_of, law_digest_of
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.types import Period
from chuan.trail.actions import Actor

SETTLING = timedelta(seconds=60)
"""A cut at least this far back can no longer be passed by an act that began before it (spine.md §2)."""

_PARTS = ("share", "k_of_n")


@dataclass(frozen=True, slots=True)
class Ready:
    """A measure's answer for one period, still to be written beside or instead of nothing."""

    indicator: Indicator
    period: Period
    cumulative: bool
    measure: Measure
    cut: datetime
    figure: Figure
    excluded: dict[str, int]

    @property
    def grade(self) -> str:
        """How sure it is."""
        return grade_of(self.measure, self._scope)

    @property
    def law_digest(self) -> str:
        """Which law values it was counted by."""
        return law_digest_of(self.measure, self._scope)

    @property
    def _scope(self) -> Scope:
        return Scope(self.indicator.unit.uid, self.period, self.cut)


def count(
    indicator: Indicator, period: Period, *, by: Actor, at: datetime, as_of: datetime | None = None,
    to_date: bool = False,
) -> Ready:  # fmt: skip
    """Count a period from its register as known at ``as_of``; the database is only read.

    Raises ``MeasureUnknown``, ``TooFresh``, ``MeasureObstructed``, ``FigureInFuture``,
    ``PeriodNotOfIndicator`` and who may not.
    """
    if isinstance(by, Viewer):
        require_recorder(by, indicator, objective_of(indicator, period.start.year))
    kept, cumulative = _settled(indicator, period, to_date=to_date, at=at)
    measure = registered(indicator)
    cut = _cut(as_of, at)
    figure, excluded = _counted(measure, indicator, Scope(indicator.unit.uid, kept, cut))
    return Ready(indicator, kept, cumulative, measure, cut, figure, excluded)


def registered(indicator: Indicator) -> Measure:
    """The registered measure of an indicator. Raises ``MeasureUnknown``."""
    measure = measure_of(indicator)
    if measure is None:
        raise refusals.MeasureUnknown(key=indicator.measure_key or indicator.name)
    return measure


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


def _counted(measure: Measure, indicator: Indicator, scope: Scope) -> tuple[Figure, dict[str, int]]:
    """Ask the measure, before any transaction: rows can be many."""
    if obstacles := measures.obstacles_of(measure, scope, indicator.unit):
        raise MeasureObstructed(period=scope.period, why=" ".join(one.sentence for one in obstacles))
    counts = measure.counts(scope)
    rows = measures.all_rows(measure, scope)
    by_hand = measures.tally(rows)
    if (by_hand.numerator, by_hand.denominator) != (counts.numerator, counts.denominator):
        raise ValueError(f"{measure.key}@{measure.version}: counts differ from its rows")
    frozen: tuple[FrozenRow, ...] = tuple(of_register(rows))
    whole = counts.denominator if indicator.shape in _PARTS else None
    return Figure(counts.numerator, whole, rows=frozen), {**counts.excluded, **counts.blind}
