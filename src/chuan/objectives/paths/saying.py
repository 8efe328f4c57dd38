"""A planned path in words: ahead or behind, what a month was to bring, its versions."""

from __future__ import annotations

from fractions import Fraction

from django.utils.translation import gettext as _

from chuan.objectives.conversion import rule_of
from chuan.objectives.judging import as_measured
from chuan.objectives.models import FigureDue, Target, TargetPath
from chuan.objectives.paths.shapes import adds_up, unit_of
from chuan.objectives.pictures import TargetLine
from chuan.rules.targets import PlannedPath
from chuan.rules.targets.types import Comparator
from chuan.ui import formatters as say

_CEILINGS = (Comparator.AT_MOST, Comparator.LESS_THAN)


def ahead_words(line: TargetLine) -> str:
    """ "nhanh hơn lộ trình 50 triệu đồng", "vượt lộ trình 2 vụ"; "" where no path judges the line."""
    pace = line.verdict.pace
    if pace is None or pace.set_on is None or pace.ahead is None or line.indicator is None:
        return ""
    if pace.ahead == 0:
        return _("đúng lộ trình")
    amount = figure_words(abs(pace.ahead), unit_of(line.rule, line.indicator), points=True)
    if line.rule.comparator in _CEILINGS:
        return (_("dưới lộ trình %s") if pace.ahead > 0 else _("vượt lộ trình %s")) % amount
    if adds_up(line.rule, line.indicator):
        return (_("nhanh hơn lộ trình %s") if pace.ahead > 0 else _("chậm hơn lộ trình %s")) % amount
    return (_("hơn lộ trình %s") if pace.ahead > 0 else _("kém lộ trình %s")) % amount


def needed_words(line: TargetLine) -> str:
    """ "Lộ trình đến nay: 900 triệu đồng, nhanh hơn lộ trình 50 triệu đồng."; "" where no path judges the line."""
    pace = line.verdict.pace
    if pace is None or pace.set_on is None or line.indicator is None:
        return ""
    needed = figure_words(pace.needed, unit_of(line.rule, line.indicator))
    said = ", ".join(filter(None, (needed, ahead_words(line))))
    return _("Lộ trình đến nay: %(said)s.") % {"said": said}


def planned_for(due: FigureDue, target: Target, stands: TargetPath | None) -> str:
    """What the path plans by the end of a period that is waited for: "4.275 triệu đồng, cộng dồn từ đầu năm"."""
    if stands is None or not stands.values:
        return ""
    rule, indicator = as_measured(rule_of(target), due.indicator), due.indicator
    planned = PlannedPath(due.plan.year, stands.values, stands.set_on).at(due.period_end)
    if planned is None:
        return ""
    said = figure_words(planned, unit_of(rule, indicator))
    return _("%(value)s, cộng dồn từ đầu năm") % {"value": said} if adds_up(rule, indicator) else said


def figure_words(value: Fraction, unit: str, *, points: bool = False) -> str:
    """A planned value with its unit; two decimals at most. ``points``: a difference of percentages is said so."""
    places = None if (value * 100).denominator == 1 else 2
    return say.with_unit(say.number(value, places), _("điểm phần trăm") if points and unit == "%" else unit)
