"""Whether corrective actions worked: the same measure over the next whole periods, against what was set at planning.

It worked only when every period is known and meets the target. One period that misses is enough to say that it did
not; a period nobody could count is neither: "chưa đo được" is never good (TCVN ISO 9001:2015, 10.2.1 d).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from chuan.rules.refusals.corrections import EffectPeriodsWrong
from chuan.rules.targets.types import Comparator
from chuan.rules.types import Period

MOST_PERIODS = 12


class Rhythm(StrEnum):
    """How long one period is."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Shape(StrEnum):
    """What is compared: a share in per cent, or how many cases."""

    SHARE = "share"
    COUNT = "count"


class Verdict(StrEnum):
    """What a check comes to."""

    GOOD = "good"
    BAD = "bad"
    TOO_EARLY = "too_early"
    UNMEASURED = "unmeasured"


COMPARATOR_WORDS = {
    Comparator.AT_LEAST: "từ {value} trở lên",
    Comparator.MORE_THAN: "trên {value}",
    Comparator.AT_MOST: "không quá {value}",
    Comparator.LESS_THAN: "dưới {value}",
}
"""How a target is said; ``value`` already carries its unit."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What every period has to come to: compared exactly, in per cent for a share."""

    comparator: Comparator
    value: Fraction

    def holds(self, figure: Fraction) -> bool:
        """Whether a figure meets it; "trên 95" does not hold 95."""
        if self.comparator is Comparator.AT_LEAST:
            return figure >= self.value
        if self.comparator is Comparator.MORE_THAN:
            return figure > self.value
        return figure <= self.value if self.comparator is Comparator.AT_MOST else figure < self.value


@dataclass(frozen=True, slots=True)
class Figure:
    """One period as it was counted: ``value`` None where it cannot be said, and ``why``."""

    period: Period
    value: Fraction | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with the periods it rests on."""

    verdict: Verdict
    missed: tuple[Period, ...] = ()
    unknown: tuple[Period, ...] = ()
    to_come: tuple[Period, ...] = ()


def periods_after(day: date, rhythm: Rhythm, count: int) -> tuple[Period, ...]:
    """The next ``count`` whole months or quarters that begin after the day. Raises ``EffectPeriodsWrong``."""
    if not 1 <= count <= MOST_PERIODS:
        raise EffectPeriodsWrong(most=MOST_PERIODS)
    months = 1 if rhythm is Rhythm.MONTHLY else 3
    first = (day.year * 12 + day.month - 1) // months * months + months
    return tuple(Period(_month(first + n * months), _month(first + (n + 1) * months)) for n in range(count))


def judge_effect(wanted: Wanted, figures: Sequence[Figure], on: date) -> Judged:
    """What the periods come to on a day. A period that is not over is not looked at, whatever its figure says."""
    over = [one for one in figures if one.period.end <= on]
    to_come = tuple(one.period for one in figures if one.period.end > on)
    missed = tuple(one.period for one in over if one.value is not None and not wanted.holds(one.value))
    unknown = tuple(one.period for one in over if one.value is None)
    if missed:
        return Judged(Verdict.BAD, missed, unknown, to_come)
    if to_come:
        return Judged(Verdict.TOO_EARLY, missed, unknown, to_come)
    return Judged(Verdict.UNMEASURED if unknown or not over else Verdict.GOOD, missed, unknown)


def _month(number: int) -> date:
    year, month = divmod(number, 12)
    return date(year, month + 1, 1)
