"""What a promise is: quantity × comparator × horizon, and what is held against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from chuan.rules.types import Period, Span


class Quantity(StrEnum):
    """What kind of number is promised."""

    LEVEL = "level"  # 65 triệu đồng/người/năm; 49 ha
    SHARE = "share"  # 95 % hồ sơ: a part of a whole, in per cent
    COUNT = "count"  # 04 tuyến phố; 0 vụ vượt cấp
    K_OF_N = "k_of_n"  # 9/10 tổ dân phố
    GROWTH = "growth"  # tăng 15 % so với năm trước
    DECREASE = "decrease"  # giảm 2 % so với năm trước; a decrease with no figure has value None
    YES_NO = "yes_no"  # phường đạt chuẩn đô thị văn minh
    NONE = "none"  # a continuing duty without a figure


class Comparator(StrEnum):
    """How the result must stand to the value."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"  # both ends count


class Horizon(StrEnum):
    """When the promise is looked at."""

    AT_END = "at_end"  # the state at the end of the year
    ACCUMULATED = "accumulated"  # everything done since 1 January, together
    EVERY_PERIOD = "every_period"  # each month (quarter, …) by itself


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Baseline:
    """What growth or decrease is counted from: "ước thực hiện năm trước", "năm 2020".

    ``value`` is None until somebody names it.
    """

    label: str
    value: Fraction | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One promise that can be judged.

    ``value`` is in the unit written (95 for "95 %"); ``low`` and ``high`` only with
    BETWEEN; ``n`` and ``k`` only with K_OF_N.
    """

    quantity: Quantity
    comparator: Comparator | None
    horizon: Horizon
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    n: int | None = None
    k: int | None = None
    unit: str = ""
    direction: Direction = Direction.HIGHER
    baseline: Baseline | None = None
    scope: str = ""
    excludes: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    span: Span | None = None


class Stage(StrEnum):
    """Whether a figure is an estimate (ước) or official (chính thức)."""

    ESTIMATE = "estimate"
    OFFICIAL = "official"


class Combine(StrEnum):
    """How the periods of a year make the year's result."""

    SUM = "sum"  # add the periods up
    LAST = "last"  # the latest one stands for the year
    RATIO = "ratio"  # sum of numerators over sum of denominators
    EACH = "each"  # every period stands by itself; the worst decides


@dataclass(frozen=True, slots=True)
class Result:
    """A figure of one period. With a denominator it is a share (num/den), without it a level.

    A share is kept as counts (1240 of 1284), never as a rounded percentage, where the
    counts are known; a share known only as a percentage is numerator=pct, denominator=100.
    ``cumulative`` says that the figure already holds everything since 1 January.
    """

    period: Period
    numerator: Fraction
    denominator: Fraction | None = None
    stage: Stage = Stage.OFFICIAL
    cumulative: bool = False
    counted: bool = True
    """Whether numerator and denominator are true counts of cases (a budget needs that)."""
    missing: tuple[Period, ...] = ()
    """Stretches inside the period that no figure covers; filled in by ``combine``."""


class Reason(StrEnum):
    """Why a result cannot be stated or a verdict not be given; each has a Vietnamese sentence."""

    NO_FIGURE = "no_figure"
    NO_DENOMINATOR = "no_denominator"
    NO_BASELINE = "no_baseline"
    NO_VALUE = "no_value"
    MISSING_PERIODS = "missing_periods"
    MIXED = "mixed"
    ONLY_ESTIMATE = "only_estimate"
    OPEN_QUESTION = "open_question"
    CHILD_UNMEASURED = "child_unmeasured"
    NOTHING_TO_MEASURE = "nothing_to_measure"
    TOO_EARLY = "too_early"
    DECIDED = "decided"
    YEAR_ENDED = "year_ended"
    PACE_HOLDS = "pace_holds"
    PACE_FAILS = "pace_fails"
    BUDGET_SPENT = "budget_spent"
    STANDS = "stands"


@dataclass(frozen=True, slots=True)
class NotMeasurable:
    """No result can be stated, and why."""

    reason: Reason
    detail: str = ""


class Outcome(StrEnum):
    """What a verdict says."""

    MET = "met"
    EXCEEDED = "exceeded"
    NOT_MET = "not_met"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    UNMEASURED = "unmeasured"


@dataclass(frozen=True, slots=True)
class Budget:
    """How much room is left before the promise breaks, for counted shares.

    ``left`` is the greatest j such that the target still holds if the next j cases all
    fail; negative means it is already broken and ``repair`` is the least number of cases
    in a row that must all succeed to mend it (None if nothing can).
    ``left_of_year`` is the greatest number of failures in the whole year when the
    forecast of ``forecast`` cases (by the named ``method``) holds.
    """

    left: int
    used: int
    repair: int | None = None
    forecast: int | None = None
    method: str = ""
    left_of_year: int | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """Where the figure ought to be by now, and how that was reckoned (``method`` names it).

    ``set_on`` is the day of the path that a person set, None for the linear one; ``ahead`` is then how far the figure
    is past it to the good side (negative: behind), in the figure's own unit; None for a range.
    """

    needed: Fraction
    forecast: Fraction | None
    method: str
    set_on: date | None = None
    ahead: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement with its reason inside; never a bare true or false.

    ``margin`` is in the target's unit, positive when there is room to spare.
    """

    outcome: Outcome
    final: bool
    reason: Reason
    result: Result | None = None
    margin: Fraction | None = None
    budget: Budget | None = None
    pace: Pace | None = None
    children: Sequence[Outcome] = ()
    detail: str = ""
