"""Filters: ``{{ value|number }}``; all the words are in formatters.py and words.py."""

from __future__ import annotations

from collections.abc import Callable

from django import template

from chuan.rules.types import Period
from chuan.ui import formatters, words

register = template.Library()

_SAID: dict[str, Callable[..., str]] = {
    "number": formatters.number,
    "signed": formatters.signed,
    "percent": formatters.percent,
    "signed_percent": formatters.signed_percent,
    "rate": formatters.rate,
    "rate_number": formatters.rate_number,
    "fraction": formatters.fraction,
    "with_unit": formatters.with_unit,
    "file_size": formatters.file_size,
    "day": formatters.day,
    "short_day": formatters.short_day,
    "weekday": formatters.weekday,
    "clock": formatters.clock,
    "moment": formatters.moment,
    "days": formatters.days,
    "period": words.period,
    "target_words": words.target,
    "grade": words.grade,
    "days_left": words.days_left,
    "days_late": words.days_late,
}
for name, said in _SAID.items():
    register.filter(name, said)


@register.filter
def calendar_days_left(left: int) -> str:
    """Days to a deadline counted in calendar days: "Còn 2 ngày lịch"."""
    return words.days_left(left, calendar=True)


@register.filter
def period_with_year(of: Period) -> str:
    """The name of a period and its year: "tháng 3 năm 2021"."""
    return words.period(of, with_year=True)


@register.filter
def cumulative_period(of: Period) -> str:
    """The name of a period counted since 1 January: "9 tháng", "3 tháng"."""
    return words.period(of, cumulative=True)
