"""The days that a report speaks of, brought to a period in which the indicator is measured."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from chuan.objectives import sayings
from chuan.objectives.models import Indicator
from chuan.objectives.periods import (
    adds_up,
    from_key,
    is_expected,
    is_to_date,
    key,
    last_day,
    periods_of,
    since_january,
)
from chuan.rules.report_figures import Said
from chuan.rules.types import Period
from chuan.ui import words

_TO_DATE = "-luy-ke"


def fitted(indicator: Indicator, said: Said | None) -> tuple[Period, bool] | None:
    """(period, to date) for ``record_figure``; None where the words name no period of this indicator.

    A state ("tỷ lệ hộ nghèo") belongs to the expected period that ends on the same day, however the report calls it.
    What accumulates is never taken from a single month.
    """
    if said is None:
        return None
    period = said.period
    if indicator.cumulative:
        return _since(indicator, said)
    if adds_up(indicator):
        if is_expected(period, indicator.frequency) and (
            not said.to_date or period == Period.month(period.start.year, 1)
        ):
            return period, False
        return (since_january(period), True) if said.to_date and is_to_date(since_january(period)) else None
    return _ending(indicator, period) or (
        (since_january(period), True) if is_to_date(since_january(period)) else None
    )


def options(
    indicator: Indicator, year: int, on: date, also: tuple[Period, bool] | None
) -> list[tuple[str, str]]:
    """Periods that are over, the latest first, as (value, words); ``also`` is one that stands besides them."""
    found = [(one, False) for one in reversed(periods_of(indicator.frequency, year)) if last_day(one) <= on]
    if also is not None and also not in found:
        found.insert(0, also)
    return [(value_of(*one), said_of(indicator, *one)) for one in found]


def value_of(period: Period, to_date: bool) -> str:
    """How a form names a period."""
    return key(period) + (_TO_DATE if to_date else "")


def from_value(text: str) -> tuple[Period, bool] | None:
    """The reverse of ``value_of``; None for what is none."""
    period = from_key(text.removesuffix(_TO_DATE))
    return (period, text.endswith(_TO_DATE)) if period else None


def said_of(indicator: Indicator, period: Period, to_date: bool) -> str:
    """The period in words: "tháng 9 năm 2021", "9 tháng năm 2021, lũy kế"."""
    if not to_date:
        return sayings.period_asked(indicator, period, with_year=True)
    named = words.period(period, with_year=True, cumulative=True)
    return _("%(period)s, lũy kế") % {"period": named} if adds_up(indicator) else named


def _since(indicator: Indicator, said: Said) -> tuple[Period, bool] | None:
    period = said.period
    begins = (period.start.month, period.start.day) == (1, 1)
    if not (said.to_date or begins):
        return None
    return _ending(indicator, period) or (
        (since_january(period), True) if is_to_date(since_january(period)) else None
    )


def _ending(indicator: Indicator, period: Period) -> tuple[Period, bool] | None:
    """The expected period that ends on the same day."""
    due = next(
        (one for one in periods_of(indicator.frequency, period.start.year) if one.end == period.end), None
    )
    return (due, False) if due else None
