"""What is decided for good before the year ends, because figures can only go one way."""

from __future__ import annotations

from fractions import Fraction

from chuan.rules.targets.comparing import Band
from chuan.rules.targets.question import Question
from chuan.rules.targets.types import Horizon, Quantity, Result
from chuan.rules.targets.values import baseline_of, per


def accumulates(question: Question, result: Result) -> bool:
    """Whether the figure holds everything done since 1 January, rather than a state."""
    return question.target.horizon is Horizon.ACCUMULATED or result.cumulative


def trend(question: Question, result: Result) -> int:
    """Which way an accumulating figure can only go as the year goes on: 1 up, −1 down, 0 either."""
    if not accumulates(question, result):
        return 0
    match question.target.quantity:
        case Quantity.COUNT | Quantity.K_OF_N | Quantity.YES_NO:
            return 1
        case Quantity.LEVEL:
            return 1 if result.denominator is None else 0
        case Quantity.GROWTH | Quantity.DECREASE as change:
            from_level = result.denominator is None and baseline_of(question.target) is not None
            return (1 if change is Quantity.GROWTH else -1) if from_level else 0
        case _:
            return 0


def decided(question: Question, result: Result, value: Fraction, still_to_come: int | None) -> bool | None:
    """True: kept for good. False: broken for good. None: still open."""
    if question.target.quantity is Quantity.SHARE and accumulates(question, result):
        if _beyond_repair(question.limits, value, per(question.target)):
            return False
        return _whatever_comes(question, result, still_to_come)
    way, limits = trend(question, result), question.limits
    if way == 0:
        return None
    far_end = limits.high if way > 0 else limits.low
    if limits.holds(value):
        return True if far_end is None else None
    passed = limits.above(value) if way > 0 else limits.below(value)
    return False if passed else None


def _beyond_repair(limits: Band, value: Fraction, whole: int) -> bool:
    """A share below "100 %" or above "0 %" never comes back, whatever follows."""
    asks_all = limits.low is not None and limits.low >= whole
    asks_none = limits.high is not None and limits.high <= 0
    return (asks_all or asks_none) and not limits.holds(value)


def _whatever_comes(question: Question, result: Result, more: int | None) -> bool | None:
    """Decided when all the cases still to come, good or bad, leave the share on the same side."""
    if more is None or result.denominator is None or not result.counted:
        return None
    whole = Fraction(per(question.target)) / (result.denominator + more)
    least, most = result.numerator * whole, (result.numerator + more) * whole
    if question.limits.holds(least) and question.limits.holds(most):
        return True
    return False if question.limits.below(most) or question.limits.above(least) else None
