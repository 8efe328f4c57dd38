"""The figure that a result states, in the unit of the target it is held against.

Growth and decrease are told apart by what is known:
- the baseline's value is known and the result is a level: the change is reckoned, in per
  cent of the baseline when the target's unit is "%" (or "‰"), otherwise as a difference;
- the baseline's value is known and the result is a share: the change in points;
- no baseline's value: the result states the change itself (11,2 for "tăng 11,2 %"; for a
  decrease, 2 means "giảm 2").
A decrease is positive when the figure went down.
"""

from __future__ import annotations

from fractions import Fraction

from chuan.rules.targets.types import NotMeasurable, Quantity, Reason, Result, Target

_PER = {"%": 100, "‰": 1000}


def value_of(target: Target, result: Result) -> Fraction | NotMeasurable:
    """The figure in the target's unit: 96,57… for 1240 of 1284 under a target in per cent."""
    match target.quantity:
        case Quantity.COUNT | Quantity.K_OF_N:
            return result.numerator
        case Quantity.YES_NO | Quantity.NONE:
            return Fraction(result.numerator >= 1)
        case Quantity.GROWTH | Quantity.DECREASE:
            return _change(target, result)
        case _:
            return _plain(target, result)


def level_at(target: Target, value: Fraction) -> Fraction:
    """The level that states ``value``: 115 for a growth of 15 % on a baseline of 100."""
    base = baseline_of(target)
    if base is None or target.quantity not in (Quantity.GROWTH, Quantity.DECREASE):
        return value
    change = value * base / _PER[target.unit] if target.unit in _PER else value
    return base + change if target.quantity is Quantity.GROWTH else base - change


def baseline_of(target: Target) -> Fraction | None:
    """The baseline's value, if somebody named it."""
    return target.baseline.value if target.baseline else None


def per(target: Target) -> int:
    """What a whole is in the target's unit: 100 per cent, 1000 per mille; 1 for other units."""
    usual = 1 if target.quantity is Quantity.LEVEL else 100
    return _PER.get(target.unit, usual)


def _plain(target: Target, result: Result) -> Fraction | NotMeasurable:
    if result.denominator is None:
        wrong = target.quantity is Quantity.SHARE
        return NotMeasurable(Reason.NO_DENOMINATOR) if wrong else result.numerator
    if result.denominator <= 0:
        return NotMeasurable(Reason.NO_DENOMINATOR)
    return result.numerator * per(target) / result.denominator


def _change(target: Target, result: Result) -> Fraction | NotMeasurable:
    now = _plain(target, result)
    base = baseline_of(target)
    if isinstance(now, NotMeasurable) or base is None:
        return now
    change = now - base
    if result.denominator is None and target.unit in _PER:
        if base <= 0:
            return NotMeasurable(Reason.NO_BASELINE, "mốc so sánh phải lớn hơn 0")
        change = change * _PER[target.unit] / base
    return change if target.quantity is Quantity.GROWTH else -change
