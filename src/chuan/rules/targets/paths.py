"""A planned path: where the figure of the year is to stand at the end of each month, as a person set it.

Values are in the unit that figures are put in with: a share in per cent, else the level itself (a growth from a known
mark is planned as the level). Where the figure builds up ("từ đầu năm") a value holds everything since 1 January;
otherwise it is the state, or the share so far, at the month's end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from chuan.rules.targets.comparing import band
from chuan.rules.targets.types import Combine, Horizon, NotMeasurable, Quantity, Reason, Result, Target
from chuan.rules.targets.values import baseline_of, level_at, per, value_of
from chuan.rules.types import Period

MONTHS = 12
_CHANGES = (Quantity.GROWTH, Quantity.DECREASE)
_RATED = (Quantity.SHARE, Quantity.LEVEL, *_CHANGES)
_NO_PATH = {
    Quantity.YES_NO: "Chỉ có được hay chưa được, không có mức cho từng tháng.",
    Quantity.NONE: "Là việc thường xuyên, không có số để đặt cho từng tháng.",
}


@dataclass(frozen=True, slots=True)
class PlannedPath:
    """Twelve values, January first, and the day on which they were set."""

    year: int
    values: tuple[Fraction, ...]
    set_on: date

    @property
    def last(self) -> Fraction:
        """What is planned for the end of the year."""
        return self.values[-1]

    def at(self, day: date) -> Fraction | None:
        """The value of the last month that is over by the day (the end of a period, exclusive); None before any."""
        over = [value for month, value in self._months() if month.end <= day]
        return over[-1] if over else None

    def built_up(self, result: Result) -> Fraction | None:
        """What an accumulating figure ought to hold: the steps of the days it covers, part months by days."""
        stated = Period(date(self.year, 1, 1), result.period.end)
        days, needed, before = 0, Fraction(0), Fraction(0)
        for month, value in self._months():
            covered = _shared(month, stated) - sum(_shared(month, gap) for gap in result.missing)
            needed += (value - before) * Fraction(covered, month.days)
            days, before = days + covered, value
        return needed if days else None

    def _months(self) -> list[tuple[Period, Fraction]]:
        return [(Period.month(self.year, at), value) for at, value in enumerate(self.values, start=1)]


def no_path(target: Target, how: Combine) -> str:
    """Why no path can be set for the promise, in a sentence; "" where one can."""
    if target.quantity in _NO_PATH:
        return _NO_PATH[target.quantity]
    if how is Combine.EACH or target.horizon is Horizon.EVERY_PERIOD:
        return "Xét từng kỳ: mức phải đạt áp cho mọi tháng, không cần lộ trình."
    limits = band(target)
    if isinstance(limits, NotMeasurable):
        return {
            Reason.NO_BASELINE: "Chưa có mốc để so sánh nên chưa biết cuối năm phải tới đâu.",
            Reason.NO_VALUE: "Văn bản chưa nêu mức phải đạt.",
        }[limits.reason]
    return ""


def stated(target: Target, value: Fraction, *, share: bool) -> Fraction | None:
    """A planned value in the target's unit: the growth that a level states; None where it states none."""
    whole = Fraction(per(target)) if share else None
    found = value_of(target, Result(Period.year(2000), value, whole))
    return None if isinstance(found, NotMeasurable) else found


def planned_unit(target: Target, result: Result) -> tuple[Fraction, bool]:
    """A figure in the unit of a path, and whether that is a share."""
    share = bool(result.denominator) and target.quantity in _RATED
    if not share or result.denominator is None:
        return result.numerator, False
    return result.numerator * per(target) / result.denominator, True


def goal(target: Target, *, share: bool) -> Fraction:
    """The value at the end of the year that just keeps the promise; a little inside where the end is left out."""
    limits = band(target)
    assert not isinstance(limits, NotMeasurable), "asked only of a promise that may have a path"
    end = limits.ends[0]
    if limits.open:
        end += _step(target, end, up=True) if limits.low is not None else -_step(target, end, up=False)
    return _planned(target, end, share=share)


def whole_of(target: Target, *, share: bool) -> Fraction | None:
    """The most that a value can be: 100 per cent, all n; None where there is no such bound."""
    if target.quantity is Quantity.K_OF_N:
        return None if target.n is None else Fraction(target.n)
    return Fraction(per(target)) if share and target.quantity is not Quantity.LEVEL else None


def _planned(target: Target, value: Fraction, *, share: bool) -> Fraction:
    base = baseline_of(target)
    if share and base is not None and target.quantity in _CHANGES:
        return level_at(replace(target, unit=""), value)
    return level_at(target, value)


def _step(target: Target, end: Fraction, *, up: bool) -> Fraction:
    """One of what is counted; else a tenth, or half the room that is left where there is less."""
    if target.quantity in (Quantity.COUNT, Quantity.K_OF_N):
        return Fraction(1)
    room = Fraction(1)
    if target.quantity is Quantity.SHARE:
        room = per(target) - end if up else end
    return min(Fraction(1, 10), room / 2)


def _shared(one: Period, other: Period) -> int:
    return max(0, (min(one.end, other.end) - max(one.start, other.start)).days)
