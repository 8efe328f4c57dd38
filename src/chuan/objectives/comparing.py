"""Figures that stand beside what the register would say of the same days: what a person may replace, and why not.

Two statements for each period of each indicator that a register counts (obstacles, totals); rows are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from django.utils.translation import gettext as _

from chuan.objectives import sayings, ways
from chuan.objectives.expecting import holders_of
from chuan.objectives.live import Reading, as_figure, of_period
from chuan.objectives.models import FigureDue, Indicator, LateNotice, Measurement, Plan
from chuan.objectives.periods import covers, key
from chuan.objectives.permissions import may_record
from chuan.objectives.ready import SETTLING
from chuan.offers import measures
from chuan.offers.measures import Measure, grade_of
from chuan.people.viewer import Viewer
from chuan.rules.targets.types import Combine
from chuan.ui import formatters as say

_BEST_FIRST = "ABCD"


class Waits(StrEnum):
    """What a period waits for."""

    REPLACE = "replace"  # put in by hand, and the register can count it
    OTHER = "other"  # counted by another measure than the one the indicator names now
    LATE = "late"  # rows came late, or the register counts otherwise by now
    BACK = "back"  # the register no longer holds the days (an import was withdrawn); a typed figure is there
    MISSING = "missing"  # no figure yet; it will be measured by itself
    CANNOT = "cannot"  # the register cannot speak of the days
    NOTHING = "nothing"  # counted, and the register still says the same


DECIDED_BY_A_PERSON = (Waits.REPLACE, Waits.OTHER, Waits.LATE, Waits.BACK)
MAY_BE_TICKED = (*DECIDED_BY_A_PERSON, Waits.MISSING)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One expected period that is over: the figure that stands, and the register's answer."""

    due: FigureDue
    indicator: Indicator
    measure: Measure
    waits: Waits
    standing: Measurement | None
    reading: Reading
    late: int = 0
    earlier: Measurement | None = None
    """The last figure put in by hand, which a withdrawn count may give way to."""
    may: bool = False

    @property
    def period_words(self) -> str:
        """ "tháng 3"."""
        return sayings.period_asked(self.indicator, self.due.period)

    @property
    def key(self) -> str:
        """How the rows behind the counted figure are asked for."""
        return key(self.due.period)

    @property
    def standing_words(self) -> str:
        """The figure that stands; "" without one."""
        return sayings.measured(self.indicator, self.standing) if self.standing else ""

    @property
    def counted_words(self) -> str:
        """What the register counts; "" where it cannot speak."""
        return "" if self.reading.counts is None else sayings.measured(self.indicator, self._counted)

    @property
    def earlier_words(self) -> str:
        """The typed figure of before."""
        return sayings.measured(self.indicator, self.earlier) if self.earlier else ""

    @property
    def why(self) -> str:
        """Why the register cannot speak."""
        return " ".join(self.reading.obstacles)

    @property
    def difference(self) -> str:
        """The counted figure less the standing one: "−4,25 điểm phần trăm (tổng số +2)"."""
        if self.standing is None or self.reading.counts is None or not self.standing.counted:
            return ""
        return _difference(self.standing.exact, self._counted.exact)

    @property
    def replaced(self) -> Measurement | None:
        """The figure that would stand if the period were ticked; the standing one where nothing waits."""
        if self.waits is Waits.BACK:
            return self.earlier
        return self._counted if self.waits in MAY_BE_TICKED else self.standing

    @property
    def _counted(self) -> Measurement:
        return as_figure(self.reading, self.indicator)


@dataclass(frozen=True, slots=True)
class Whole:
    """What the periods that are over make together, as they stand and with everything replaced."""

    before: str
    after: str


def whole_year(rows: Sequence[Comparison]) -> Whole | None:
    """The sum of an indicator's periods before and after; None where they do not add up to a share."""
    first = rows[0]
    if first.indicator.combine != Combine.RATIO or measures.sample_words(first.measure):
        return None
    before, after = _summed([one.standing for one in rows]), _summed([one.replaced for one in rows])
    return Whole(before, after) if before and after and before != after else None


def _summed(figures: Sequence[Measurement | None]) -> str:
    known = [one for one in figures if one is not None]
    pairs = [one.exact for one in known if one.counted]
    if not pairs or len(pairs) < len(known):
        return ""
    part = sum((part for part, _whole in pairs), Fraction(0))
    whole = sum((whole or Fraction(0) for _part, whole in pairs), Fraction(0))
    return f"{say.percent(part * 100 / whole)} ({say.fraction(part, whole)})" if whole else ""


def comparisons(plan: Plan, viewer: Viewer, *, on: date, at: datetime) -> list[Comparison]:
    """Every period of the plan that is over and whose indicator a register counts, by indicator and period."""
    held = holders_of(plan)
    return _compared(dues_over(plan, on), plan, at, {pk: may_record(viewer, one) for pk, one in held.items()})


def waiting(dues: Iterable[FigureDue], plan: Plan, *, at: datetime) -> list[Comparison]:
    """Those of the dues that a person is to decide about."""
    return [one for one in _compared(list(dues), plan, at, {}) if one.waits in DECIDED_BY_A_PERSON]


def dues_over(plan: Plan, on: date) -> list[FigureDue]:
    """The plan's expected periods that ended before the day, of indicators that a register counts."""
    rows = plan.figures_due.filter(period_end__lte=on).exclude(indicator__measure_key="")
    dues = list(rows.select_related("indicator").order_by("indicator__code", "period_start"))
    for due in dues:
        due.indicator.unit = plan.owner_unit
    return [due for due in dues if ways.measure_of(due.indicator) is not None]


def _compared(dues: Sequence[FigureDue], plan: Plan, at: datetime, may: dict[int, bool]) -> list[Comparison]:
    pks = {due.indicator_id for due in dues}
    figures = Measurement.objects.filter(
        indicator__in=pks, period_start__gte=plan.period.start, period_end__lte=plan.period.end
    ).select_related("by")
    versions = list(figures.order_by("period_end", "version"))
    late = dict(
        LateNotice.objects.up().filter(measurement__in=versions).values_list("measurement_id", "rows")
    )
    return [_one(due, versions, late, at, may.get(due.indicator_id, False)) for due in dues]


def _one(
    due: FigureDue, versions: Sequence[Measurement], late: dict[int, int], at: datetime, may: bool
) -> Comparison:
    own = [one for one in versions if one.indicator_id == due.indicator_id and covers(one, due.period)]
    standing = max(own, key=lambda one: one.version, default=None)
    earlier = max((one for one in own if not one.measure_key), key=lambda one: one.version, default=None)
    measure = measures.find(due.indicator.measure_key)
    assert measure is not None
    reading = of_period(measure, due.indicator, due.period, as_of=at - SETTLING)
    rows = late.get(standing.pk, 0) if standing else 0
    waits = _waits(standing, earlier, reading, rows)
    return Comparison(due, due.indicator, measure, waits, standing, reading, rows, earlier, may)


def _waits(standing: Measurement | None, earlier: Measurement | None, reading: Reading, late: int) -> Waits:
    if reading.counts is None:
        counted = standing is not None and bool(standing.measure_key)
        return Waits.BACK if counted and earlier is not None else Waits.CANNOT
    if standing is None:
        return Waits.MISSING
    if not standing.measure_key:
        grade = grade_of(reading.measure, reading.scope)
        better = _BEST_FIRST.index(grade) <= _BEST_FIRST.index(standing.grade)
        return Waits.REPLACE if better else Waits.NOTHING
    if standing.measure_key != reading.measure.key:
        return Waits.OTHER
    return Waits.LATE if late or _moved(standing, reading) else Waits.NOTHING


def _moved(standing: Measurement, reading: Reading) -> bool:
    """Whether the register now gives other totals, noticed yet or not (a sample checked further)."""
    part, whole = standing.exact
    assert reading.counts is not None
    return part != reading.counts.numerator or whole not in (None, reading.counts.denominator)


def _difference(before: tuple[Fraction, Fraction | None], now: tuple[Fraction, Fraction | None]) -> str:
    (part, whole), (counted, all_counted) = before, now
    if (part, whole) == (counted, all_counted):
        return _("không khác")
    if not whole or not all_counted:
        return say.signed(counted - part)
    points = say.signed(counted * 100 / all_counted - part * 100 / whole, 2)
    facts = {"points": points, "whole": say.signed(all_counted - whole)}
    if all_counted == whole:
        return _("%(points)s điểm phần trăm") % facts
    return _("%(points)s điểm phần trăm (tổng số %(whole)s)") % facts
