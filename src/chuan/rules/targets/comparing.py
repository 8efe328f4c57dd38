"""How a figure stands to a promise: exact comparison, room to spare, decimals to show."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from chuan.rules.targets.types import Comparator, Direction, NotMeasurable, Quantity, Reason, Target

_CHANGES = (Quantity.GROWTH, Quantity.DECREASE)
_WHOLE = (Quantity.COUNT, Quantity.K_OF_N, Quantity.YES_NO, Quantity.NONE)
_RATES = (Quantity.SHARE, *_CHANGES)


@dataclass(frozen=True, slots=True)
class Band:
    """The figures that keep a promise: from ``low`` to ``high``; ``open`` leaves the ends out."""

    low: Fraction | None = None
    high: Fraction | None = None
    open: bool = False

    def holds(self, value: Fraction) -> bool:
        """Whether the figure keeps the promise; "trên 95" does not hold 95."""
        return not self.below(value) and not self.above(value)

    def below(self, value: Fraction) -> bool:
        """Whether the figure falls short of the lower end."""
        return self.low is not None and (value <= self.low if self.open else value < self.low)

    def above(self, value: Fraction) -> bool:
        """Whether the figure passes the upper end."""
        return self.high is not None and (value >= self.high if self.open else value > self.high)

    def room(self, value: Fraction) -> Fraction:
        """Distance to the nearer end: positive inside, negative outside."""
        return min(
            distance
            for distance in (
                None if self.low is None else value - self.low,
                None if self.high is None else self.high - value,
            )
            if distance is not None
        )

    def bettered_by(self, value: Fraction) -> bool:
        """Whether more was done than promised: only "at least" and "at most" can be bettered."""
        one_ended = (self.low is None) != (self.high is None)
        return one_ended and not self.open and self.room(value) > 0

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """The ends that exist."""
        return tuple(end for end in (self.low, self.high) if end is not None)


def band(target: Target) -> Band | NotMeasurable:
    """The figures that keep the promise, in the target's unit; or why nothing can be held against it."""
    if target.quantity in (Quantity.YES_NO, Quantity.NONE):
        return Band(low=Fraction(1))
    if target.quantity in _CHANGES and target.value is None:
        return _band_of_bare_change(target)
    if target.comparator is Comparator.BETWEEN:
        if target.low is None or target.high is None:
            return NotMeasurable(Reason.NO_VALUE)
        return Band(target.low, target.high)
    threshold = _threshold(target)
    return NotMeasurable(Reason.NO_VALUE) if threshold is None else _band_beside(target, threshold)


def satisfies(target: Target, value: Fraction) -> bool:
    """Whether a figure in the target's unit keeps the promise. Raises ValueError when none is promised."""
    return _sure_band(target).holds(value)


def margin(target: Target, value: Fraction) -> Fraction:
    """Room to spare in the target's unit, negative when short. Raises ValueError as `satisfies`."""
    return _sure_band(target).room(value)


def display_decimals(value: Fraction, target: Target) -> int:
    """How many decimals to show, so that rounding never touches the target (94,996 %, not 95,00 %).

    Rates show two, counts none, levels as many as they have up to two; always at least as
    many as the target itself is written with.
    """
    limits = band(target)
    ends = () if isinstance(limits, NotMeasurable) else limits.ends
    decimals = max([_usual_decimals(value, target), *(_exact_decimals(end) for end in ends)])
    while any(value != end and abs(value - end) * 10**decimals * 2 <= 1 for end in ends):
        decimals += 1
    return decimals


def _threshold(target: Target) -> Fraction | None:
    if target.quantity is Quantity.K_OF_N:
        return None if target.k is None else Fraction(target.k)
    return target.value


def _band_of_bare_change(target: Target) -> Band | NotMeasurable:
    """ "Giảm tỷ lệ …" without a figure: any change the right way, once there is something to compare with."""
    if target.baseline is None or target.baseline.value is None:
        return NotMeasurable(Reason.NO_BASELINE)
    return Band(low=Fraction(0), open=True)


def _band_beside(target: Target, threshold: Fraction) -> Band:
    comparator = target.comparator or _usual_comparator(target)
    strict = comparator in (Comparator.MORE_THAN, Comparator.LESS_THAN)
    if comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN):
        return Band(low=threshold, open=strict)
    return Band(high=threshold, open=strict)


def _usual_comparator(target: Target) -> Comparator:
    """A figure promised without a word of comparison must be reached, from the side that is worse."""
    lower = target.direction is Direction.LOWER and target.quantity not in _CHANGES
    return Comparator.AT_MOST if lower else Comparator.AT_LEAST


def _sure_band(target: Target) -> Band:
    limits = band(target)
    if isinstance(limits, NotMeasurable):
        raise ValueError(f"nothing to compare with: {limits.reason}")
    return limits


def _usual_decimals(value: Fraction, target: Target) -> int:
    if target.quantity in _RATES:
        return 2
    return 0 if target.quantity in _WHOLE else min(2, _exact_decimals(value))


def _exact_decimals(value: Fraction) -> int:
    """0 to 6 where that says the number exactly; 2 for a number that decimals cannot say."""
    return next((places for places in range(7) if (value * 10**places).denominator == 1), 2)
