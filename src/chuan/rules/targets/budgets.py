"""How much room a counted share leaves: whole cases, in closed form, exact.

"Còn được trễ k" has three answers for 320 solved, none late, under "trên 95 %": 15 among
these 320, 16 if the next ones are all late, 49 in a forecast year of 1.000. Chuẩn says the
second, and the third beside it when a forecast with a named method exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from chuan.rules.targets.comparing import Band, band
from chuan.rules.targets.types import Budget, NotMeasurable, Quantity, Result, Target
from chuan.rules.targets.values import per


@dataclass(frozen=True, slots=True)
class _Floor:
    """Good cases of all cases must be at least (``open``: more than) ``share``; 0 < share."""

    good: int
    cases: int
    share: Fraction
    open: bool

    def left(self) -> int:
        """Greatest j with good ≥ share · (cases + j); negative: so many failures too many."""
        most = self.good / self.share
        return (ceil(most) - 1 if self.open else floor(most)) - self.cases

    def repair(self) -> int | None:
        """Least m with good + m ≥ share · (cases + m); None when no run of successes is long enough."""
        if self.share >= 1:
            return None
        least = (self.share * self.cases - self.good) / (1 - self.share)
        return floor(least) + 1 if self.open else ceil(least)

    def in_a_year_of(self, cases: int) -> int | None:
        """Greatest number of failures among so many cases; None when not even none is enough."""
        most = cases * (1 - self.share)
        failures = ceil(most) - 1 if self.open else floor(most)
        return failures if failures >= 0 else None


def budget(target: Target, result: Result, *, forecast: int | None = None, method: str = "") -> Budget | None:
    """Room left before the promise breaks, in cases; None where no such count exists.

    Only for shares whose numerator and denominator are true counts. Under "at most" and
    "less than" the numerator counts the bad cases. ``forecast`` is the number of cases of
    the whole year, reckoned by the named ``method``; one below the cases counted is left out.
    """
    limits = band(target)
    if isinstance(limits, NotMeasurable) or target.quantity is not Quantity.SHARE:
        return None
    counts = _counts(result)
    promise = _as_floor(limits, *counts, per(target)) if counts else None
    if promise is None:
        return None
    usable = forecast if forecast is not None and forecast >= promise.cases else None
    left = promise.left()
    return Budget(
        left=left,
        used=promise.cases - promise.good,
        repair=promise.repair() if left < 0 else None,
        forecast=usable,
        method=method if usable is not None else "",
        left_of_year=None if usable is None else promise.in_a_year_of(usable),
    )


def _counts(result: Result) -> tuple[int, int] | None:
    """Numerator and denominator as whole numbers of cases, if that is what they are."""
    if not result.counted or result.denominator is None:
        return None
    whole = result.numerator.denominator == 1 and result.denominator.denominator == 1
    if not whole or not 0 <= result.numerator <= result.denominator or result.denominator == 0:
        return None
    return int(result.numerator), int(result.denominator)


def _as_floor(limits: Band, numerator: int, cases: int, scale: int) -> _Floor | None:
    """Either kind of promise as a floor under the good cases; None for a range or an unbreakable one."""
    if len(limits.ends) != 1:
        return None
    share = limits.ends[0] / scale
    if limits.low is None:
        numerator, share = cases - numerator, 1 - share
    return _Floor(numerator, cases, share, limits.open) if share > 0 else None
