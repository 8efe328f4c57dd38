"""How a figure of an indicator is said: one place for pages, tasks, sheets and passports."""

from __future__ import annotations

from fractions import Fraction

from django.utils.translation import gettext as _

from chuan.objectives.models import Indicator, Measurement
from chuan.objectives.periods import is_to_date, stored
from chuan.offers import measures
from chuan.rules.targets import display_decimals
from chuan.rules.targets.types import Quantity, Result, Target
from chuan.rules.types import Period
from chuan.ui import formatters as say
from chuan.ui import words

_RECOGNISED = (Quantity.YES_NO, Quantity.NONE)


def figure(rule: Target, value: Fraction | None, result: Result | None, sample: str = "") -> str:
    """The year's figure beside its promise: "96,57 %", "+11,2 %", "9/10 TDP", "49,8 tạ/ha", "–".

    ``sample`` says what was checked where only a sample was: then it is no share ("đạt 29/30 hồ sơ kiểm tra").
    """
    if sample and result is not None:
        return of_sample(result.numerator, result.denominator, sample)
    if value is None:
        return say.EMPTY
    if rule.quantity in _RECOGNISED:
        return _("đã có") if value >= 1 else _("chưa có")
    if rule.quantity is Quantity.K_OF_N and result is not None and result.denominator is not None:
        return say.with_unit(say.fraction(result.numerator, result.denominator), rule.unit)
    if rule.quantity in (Quantity.GROWTH, Quantity.DECREASE):
        return say.with_unit(say.signed(value if rule.quantity is Quantity.GROWTH else -value), rule.unit)
    if rule.quantity is Quantity.SHARE and value in (0, 100):
        return say.with_unit(say.number(value, 0), rule.unit)
    shown = say.number(value, display_decimals(value, rule))
    return say.with_unit(shown, rule.unit)


def of_sample(numerator: Fraction, denominator: Fraction | None, cases: str) -> str:
    """What a checked sample gave, never called a share of all: "đạt 29/30 hồ sơ kiểm tra"."""
    if not denominator:
        return _("chưa có %(cases)s nào") % {"cases": cases}
    return _("đạt %(part)s") % {"part": say.with_unit(say.fraction(numerator, denominator), cases)}


def measured(indicator: Indicator, measurement: Measurement) -> str:
    """One period's figure by itself: "96,57 % (1.240/1.284)", "7.214,6 triệu đồng", "đã có"."""
    numerator, denominator = measurement.exact
    if measurement.measure_key and (cases := measures.sample_words(measures.find(measurement.measure_key))):
        return of_sample(numerator, denominator, cases)
    if indicator.shape == "yes_no":
        return _("đã có") if numerator >= 1 else _("chưa có")
    if indicator.shape == "k_of_n":
        return say.with_unit(say.fraction(numerator, denominator), indicator.measured_in)
    if denominator is not None:
        return _share(indicator, measurement, numerator, denominator)
    shown = say.signed(numerator) if indicator.shape == "growth" else say.number(numerator)
    return say.with_unit(shown, indicator.measured_in)


def period_of(measurement: Measurement) -> str:
    """The period's name: "tháng 3 năm 2021", "9 tháng năm 2021"."""
    to_date = measurement.cumulative or (is_to_date(measurement.period))
    return words.period(measurement.period, with_year=True, cumulative=to_date)


def period_asked(indicator: Indicator, period: Period, *, with_year: bool = False) -> str:
    """The period a figure is asked for: "quý II", but "6 tháng đầu năm" where figures run from 1 January."""
    kept, cumulative = stored(indicator, period, to_date=False)
    return words.period(kept, with_year=with_year, cumulative=cumulative)


def how(indicator: Indicator, *, counted: bool) -> str:
    """How it is measured: "hằng tháng, nhập tay", "hằng quý, máy đếm"."""
    hand = _("máy đếm") if counted else _("nhập tay")
    return f"{indicator.get_frequency_display()}, {hand}"


def _share(indicator: Indicator, measurement: Measurement, numerator: Fraction, denominator: Fraction) -> str:
    if denominator == 0:
        return _("không phát sinh")
    unit = indicator.measured_in or "%"
    rate = say.with_unit(say.rate_number(numerator * 100 / denominator), unit)
    return f"{rate} ({say.fraction(numerator, denominator)})" if measurement.counted else rate
