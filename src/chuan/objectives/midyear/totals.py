"""Which indicators ask for one total of the months before the start, and which months it stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.objectives import sayings
from chuan.objectives.models import FigureDue, Indicator, Measurement, Plan, Target
from chuan.objectives.periods import adds_up, last_day, since_january, stored
from chuan.objectives.ways import measure_of
from chuan.offers import measures
from chuan.offers.measures import Scope
from chuan.rules.types import Period
from chuan.ui import formatters as say

APART = (Indicator.Combine.EACH,)
"""Every period is judged by itself: a total would say nothing about any of them."""


@dataclass(frozen=True, slots=True)
class Total:
    """One indicator: ``dues`` are the periods that wait and are over before the start, in order.

    ``period``: 1 January to the end of the indicator's last own period before the start. ``stands``: a figure of
    those days is there already, so that only the single periods are let go.
    """

    indicator: Indicator
    label: str
    period: Period
    dues: tuple[FigureDue, ...]
    stands: Measurement | None = None

    @property
    def prefix(self) -> str:
        """How its card names its boxes."""
        return str(self.indicator.uid.hex)

    @property
    def until(self) -> date:
        """The last day the total speaks of."""
        return last_day(self.period)

    @property
    def dropped(self) -> tuple[FigureDue, ...]:
        """Single periods that are no longer waited for once the total stands."""
        return tuple(one for one in self.dues if one.period_end < self.period.end)

    @property
    def dropped_words(self) -> str:
        """Those periods said: "tháng 1, tháng 3", and "tháng 1 đến tháng 5" where none is missing between."""
        said = [sayings.period_asked(self.indicator, one.period) for one in self.dropped]
        unbroken = all(one.period_end == two.period_start for one, two in pairwise(self.dropped))
        if len(said) > 2 and unbroken:
            return _("%(first)s đến %(last)s") % {"first": said[0], "last": said[-1]}
        return ", ".join(said)

    @property
    def asked(self) -> str:
        """What is asked for: a sum since January, or a state on a day."""
        if adds_up(self.indicator):
            return _("cộng dồn từ đầu năm đến hết %(day)s") % {"day": say.day(self.until)}
        return _("tại ngày %(day)s") % {"day": say.day(self.until)}

    @property
    def standing_words(self) -> str:
        """The figure that is there already; "" when none is."""
        return sayings.measured(self.indicator, self.stands) if self.stands else ""


def starts_of(plan: Plan, on: date) -> list[date]:
    """The days from which single months may begin, the first of February up to the day (or the year's end)."""
    firsts = [date(plan.year, month, 1) for month in range(2, 13)] + [date(plan.year + 1, 1, 1)]
    return [one for one in firsts if one <= on]


def start_of(plan: Plan, on: date) -> date | None:
    """The month in which the plan came into Chuẩn; None in January, when no month is over."""
    began = timezone.localtime(plan.recorded_at).date()
    return max((one for one in starts_of(plan, on) if one <= began), default=None)


def totals(plan: Plan, start: date, *, at: datetime) -> list[Total]:
    """What waits of the periods before ``start``, an indicator each, in the order of the plan.

    Left out: harvests, what is judged period by period, what a register counts. Three statements and what measures ask.
    """
    dues = _dues(plan, start)
    figures = _standing(dues, plan)
    found = []
    for target in _targets(plan, dues):
        total = _total(target, dues, figures, start)
        if total is not None and not _is_counted(total, at):
            found.append(total)
    return found


def total_of(plan: Plan, indicator: Indicator, start: date, *, at: datetime) -> Total | None:
    """The total that one indicator asks for."""
    return next((one for one in totals(plan, start, at=at) if one.indicator.pk == indicator.pk), None)


def _dues(plan: Plan, start: date) -> dict[int, list[FigureDue]]:
    found: dict[int, list[FigureDue]] = defaultdict(list)
    rows = plan.figures_due.filter(settled_by=None, period_end__lte=start).exclude(
        indicator__frequency=Indicator.Frequency.PER_CROP
    )
    for due in rows.exclude(indicator__combine__in=APART).order_by("period_end", "pk"):
        found[due.indicator_id].append(due)
    return found


def _targets(plan: Plan, dues: dict[int, list[FigureDue]]) -> Iterable[Target]:
    rows = Target.objects.filter(objective__plan=plan, indicator__in=list(dues))
    return rows.select_related("indicator__unit").order_by("objective__position", "position")


def _standing(dues: dict[int, list[FigureDue]], plan: Plan) -> dict[int, list[Measurement]]:
    found: dict[int, list[Measurement]] = defaultdict(list)
    rows = Measurement.objects.standing().filter(
        indicator__in=list(dues), period_end__gt=plan.period.start, period_end__lte=plan.period.end
    )
    for row in rows:
        found[row.indicator_id].append(row)
    return found


def _total(
    target: Target, dues: dict[int, list[FigureDue]], figures: dict[int, list[Measurement]], start: date
) -> Total | None:
    indicator = target.indicator
    if indicator is None:
        return None
    waiting = dues.pop(indicator.pk, [])
    if not waiting:
        return None
    own = figures[indicator.pk]
    end = max([waiting[-1].period_end, *(row.period_end for row in own if row.period_end <= start)])
    period = since_january(Period(waiting[-1].period_start, end))
    total = Total(indicator, target.label, period, tuple(waiting), _stands(indicator, period, own))
    return None if total.stands and not total.dropped else total


def _stands(indicator: Indicator, period: Period, figures: Sequence[Measurement]) -> Measurement | None:
    kept, _cumulative = stored(indicator, period, to_date=True)
    return next((row for row in figures if row.period == kept), None)


def _is_counted(total: Total, at: datetime) -> bool:
    measure = measure_of(total.indicator)
    if measure is None:
        return False
    if measures.never_typed(measure):
        return True
    unit = total.indicator.unit
    return not measures.obstacles_of(measure, Scope(unit.uid, total.period, at), unit)
