"""What the figures of an indicator are like, as the rules of planned paths ask."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.objectives.models import Indicator
from chuan.rules.targets import Shape
from chuan.rules.targets.trend_ahead import builds_up
from chuan.rules.targets.types import Combine, Quantity, Target

_RATED = (Quantity.LEVEL, Quantity.GROWTH, Quantity.DECREASE)


def shape_of(rule: Target, indicator: Indicator) -> Shape:
    """How its periods make a year, whether it is kept since January, whether it is a share."""
    share = rule.quantity is Quantity.SHARE or (rule.quantity in _RATED and indicator.shape == "share")
    return Shape(Combine(indicator.combine), indicator.cumulative, share)


def adds_up(rule: Target, indicator: Indicator) -> bool:
    """Whether what is planned for a month holds everything since January."""
    shape = shape_of(rule, indicator)
    return builds_up(rule, shape.how, cumulative=shape.cumulative, share=shape.share)


def unit_of(rule: Target, indicator: Indicator) -> str:
    """The unit that a path is planned in: per cent of a share, else what figures are put in with."""
    if shape_of(rule, indicator).share:
        return rule.unit or "%"
    return indicator.measured_in or rule.unit


def kind_words(rule: Target, indicator: Indicator) -> str:
    """What each box asks for: a sum since January, a share of the cases so far, or a state."""
    if adds_up(rule, indicator):
        return _("cộng dồn đến hết tháng")
    if indicator.combine == Combine.RATIO:
        return _("tỷ lệ từ đầu năm")
    return _("mức tại cuối tháng")
