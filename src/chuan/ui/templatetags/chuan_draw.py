"""Charts in templates; what they need is made by the view, their geometry is in chuan.ui.charts."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from django import template
from django.utils.safestring import SafeString

from chuan.rules.targets.types import Budget, Quantity, Target
from chuan.ui import charts, words
from chuan.ui.charts.clock_strip import ClockStrip
from chuan.ui.charts.months import MonthChart
from chuan.ui.parts import Row

register = template.Library()


@register.simple_tag
def ruler(
    target: Target, value: Fraction | None, outcome: str, shown: str = "", pace: Fraction | None = None
) -> SafeString:
    """The ruler of a promise; ``value`` and ``pace`` in its unit, ``shown`` as the page writes it."""
    return charts.ruler(
        value,
        _end(target),
        target.comparator,
        outcome,
        low=target.low,
        pace=pace,
        is_rate=target.quantity == Quantity.SHARE,
        yes_no=target.quantity == Quantity.YES_NO,
        shown=shown,
        promised=words.target(target),
    )


@register.simple_tag
def spark(
    values: Sequence[Fraction | None],
    outcome: str,
    threshold: Fraction | None = None,
    slots: int | None = None,
    unit: str = "",
) -> SafeString:
    """The spark of a row; see chuan.ui.charts.spark."""
    return charts.spark(values, outcome, threshold=threshold, slots=slots, unit=unit)


@register.simple_tag
def month_chart(chart: MonthChart) -> SafeString:
    """The stems of a year's periods against the threshold."""
    return charts.month_chart(chart)


@register.simple_tag
def clock_strip(strip: ClockStrip) -> SafeString:
    """Every day of a case, one cell each."""
    return charts.clock_strip(strip)


@register.simple_tag
def ticks(used: int, left: int, width: int = 918, height: int = 28, hidden: bool = False) -> SafeString:
    """One cell for each allowed failure."""
    return charts.ticks(used, left, width=width, height=height, hidden=hidden)


@register.inclusion_tag("ui/parts/budget.html")
def budget_strip(
    budget: Budget, noun: str, failing: str, promised: str, good: str = "", until: str = "31/12"
) -> dict[str, Any]:
    """How much room is left: words first, then the ticks.

    ``noun`` is what is counted ("hồ sơ"), ``failing`` what may not happen to too many
    ("trễ"), ``good`` its opposite ("đúng hạn"), ``promised`` the target in words.
    """
    return {
        "budget": budget,
        "over": -budget.left,
        "breaks_at": budget.left + 1,
        "noun": noun,
        "failing": failing,
        "good": good,
        "promised": promised,
        "until": until,
    }


def _end(target: Target) -> Fraction | None:
    """The value at the tick: the upper end of a range, k of "k of n", one for yes."""
    if target.quantity == Quantity.YES_NO:
        return target.value or Fraction(1)
    if target.quantity == Quantity.K_OF_N:
        return None if target.k is None else Fraction(target.k)
    return target.high if target.high is not None else target.value


@register.inclusion_tag("ui/parts/months.html")
def month_table(
    rows: Sequence[Row], heads: Sequence[str], caption: str, corner: str, total: str
) -> dict[str, Any]:
    """The figures of the month chart, on its columns: ``corner`` and ``total`` head the outer ones."""
    return {"rows": rows, "heads": heads, "caption": caption, "corner": corner, "total": total}
