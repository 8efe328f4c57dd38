"""The chart of one promise's periods and the table under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from chuan.objectives.models import Indicator
from chuan.objectives.pictures import MonthFigure, TargetPicture
from chuan.rules.targets.types import Comparator, Quantity, Target
from chuan.ui import formatters as say
from chuan.ui import words
from chuan.ui.charts.months import MonthChart
from chuan.ui.parts import Cell, Row

_DRAWN = (Quantity.SHARE, Quantity.LEVEL, Quantity.COUNT, Quantity.GROWTH)


@dataclass(frozen=True)
class Months:
    """What the months section shows; ``chart`` is None where stems against the year's mark would mislead."""

    chart: MonthChart | None
    heads: list[str]
    rows: list[Row]
    corner: str
    total: str
    below: int


def months_of(picture: TargetPicture) -> Months | None:
    """The periods of a promise that is measured more than once a year; None otherwise."""
    if len(picture.months) < 2 or picture.line.indicator is None:
        return None
    chart = _chart(picture)
    bad = [chart is not None and one.value is not None and chart.fails(one.value) for one in picture.months]
    rows = (
        _share_rows(picture, bad)
        if picture.line.rule.quantity is Quantity.SHARE
        else _plain_rows(picture, bad)
    )
    rows += _path_rows(picture)
    heads = [head(one) for one in picture.months]
    monthly = len(picture.months) == 12
    return Months(chart, heads, rows, _("Tháng") if monthly else _("Kỳ"), _("Cả năm"), sum(bad))


def head(month: MonthFigure) -> str:
    """The column's name: the bare number of a month, else the period's name."""
    return str(month.period.start.month) if month.period.days <= 31 else words.period(month.period)


def _chart(picture: TargetPicture) -> MonthChart | None:
    """Adding months towards a yearly sum cannot be held against it one by one."""
    rule, line = picture.line.rule, picture.line
    sums = line.indicator is not None and line.indicator.combine == Indicator.Combine.SUM
    if rule.value is None or rule.quantity not in _DRAWN or (sums and rule.value != 0) or line.sample:
        return None
    values = [one.value for one in picture.months]
    if not any(value is not None for value in values):
        return None
    return MonthChart(
        values=values,
        threshold=rule.value,
        comparator=rule.comparator or Comparator.AT_LEAST,
        promised=line.target_words,
        subject=line.name,
        cumulative=_cumulative(picture),
        planned=_planned(picture),
        figure=_writer(rule),
        slots=[words.period(one.period) for one in picture.months],
        top=Fraction(100) if rule.quantity is Quantity.SHARE else None,
    )


def _cumulative(picture: TargetPicture) -> list[Fraction | None]:
    indicator = picture.line.indicator
    if indicator is None or indicator.combine != Indicator.Combine.RATIO:
        return []
    return [one.cumulative_value for one in picture.months]


def _planned(picture: TargetPicture) -> list[Fraction | None]:
    """What was planned for each period's end, where somebody planned it."""
    path = picture.line.path
    return [] if path is None else [path.at(one.period.end) for one in picture.months]


def _path_rows(picture: TargetPicture) -> list[Row]:
    path = picture.line.path
    if path is None:
        return []
    cells = [Cell(say.number(value) if value is not None else say.EMPTY) for value in _planned(picture)]
    return [Row(_("Lộ trình"), cells, say.number(path.last))]


def _writer(rule: Target) -> Callable[[Fraction], str]:
    if rule.quantity is Quantity.SHARE:
        return lambda value: say.with_unit(
            say.number(value, None if value.denominator == 1 else 2), rule.unit
        )
    return lambda value: say.with_unit(say.number(value), rule.unit)


def _share_rows(picture: TargetPicture, bad: list[bool]) -> list[Row]:
    pairs = [
        one.measurement.exact if one.measurement and one.measurement.counted else None
        for one in picture.months
    ]
    result = picture.line.result
    counted = any(pairs)
    rows = []
    if counted:
        whole = [Cell(say.number(pair[1]) if pair else say.EMPTY) for pair in pairs]
        part = [
            Cell(say.number(pair[0]) if pair else say.EMPTY, wrong)
            for pair, wrong in zip(pairs, bad, strict=True)
        ]
        rows = [
            Row(
                _("Tổng số"),
                whole,
                say.number(result.denominator) if result and result.denominator else say.EMPTY,
            ),
            Row(_("Phần đếm được"), part, say.number(result.numerator) if result else say.EMPTY),
        ]
    if picture.line.sample:
        return rows
    target = picture.line.rule.value
    rates = [
        Cell(say.rate_number(one.value, target), wrong)
        for one, wrong in zip(picture.months, bad, strict=True)
    ]
    total = say.rate_number(picture.line.value, target) if picture.line.value is not None else say.EMPTY
    return [*rows, Row(_("Tỷ lệ, %(unit)s") % {"unit": picture.line.rule.unit or "%"}, rates, total)]


def _plain_rows(picture: TargetPicture, bad: list[bool]) -> list[Row]:
    unit = picture.line.rule.unit
    name = _("Kết quả, %(unit)s") % {"unit": unit} if unit else _("Kết quả")
    cells = [Cell(_said(one, picture), wrong) for one, wrong in zip(picture.months, bad, strict=True)]
    total = say.number(picture.line.value) if picture.line.value is not None else say.EMPTY
    rows = [Row(name, cells, total)]
    if picture.line.indicator and picture.line.indicator.combine == Indicator.Combine.SUM:
        so_far = [Cell(say.number(one.cumulative_value)) for one in picture.months]
        rows.append(Row(_("Cộng dồn"), so_far, total))
    return rows


def _said(month: MonthFigure, picture: TargetPicture) -> str:
    """The period's own figure; a sum to date is not what came in that period."""
    measured = month.measurement
    if measured is None:
        return say.EMPTY
    return say.number(measured.exact[0] if month.value is None else month.value)
