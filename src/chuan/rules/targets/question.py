"""A promise, its year and the day of judging, together: what the ways of judging share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from chuan.rules.targets.comparing import Band
from chuan.rules.targets.paths import PlannedPath
from chuan.rules.targets.types import (
    Combine,
    NotMeasurable,
    Outcome,
    Quantity,
    Reason,
    Result,
    Target,
    Verdict,
)
from chuan.rules.targets.values import baseline_of
from chuan.rules.types import Period
from chuan.rules.wording import said

_ONES = (Quantity.K_OF_N, Quantity.YES_NO, Quantity.NONE)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the figures. ``periods`` are those in which figures are due, if that is known.

    ``path`` is where the figures are to stand month by month, if somebody planned it.
    """

    target: Target
    limits: Band
    how: Combine
    year: Period
    periods: tuple[Period, ...]
    on: date
    path: PlannedPath | None = None

    @property
    def due(self) -> tuple[Period, ...]:
        """The periods in which figures are due; the whole year when nobody said so."""
        return self.periods or (self.year,)

    @property
    def closed(self) -> bool:
        """Whether the last period in which a figure is due has ended."""
        return self.on >= max(period.end for period in self.due)

    @property
    def compares_with_a_year(self) -> bool:
        """Whether the promise is a change against a baseline of a whole year."""
        changes = self.target.quantity in (Quantity.GROWTH, Quantity.DECREASE)
        return changes and baseline_of(self.target) is not None

    def bare(self, result: Result) -> Result:
        """The result without a whole that the promise does not speak of, so that counts add up."""
        summed = self.how in (Combine.SUM, Combine.RATIO)
        drops = self.target.quantity is Quantity.COUNT or (self.target.quantity in _ONES and summed)
        return replace(result, denominator=None) if drops else result

    def early(self, why: NotMeasurable) -> NotMeasurable:
        """No figure is a matter of course while no period in which one is due has ended."""
        first = min((period.end for period in self.periods), default=self.year.start)
        if why.reason is not Reason.NO_FIGURE or first <= self.on:
            return why
        return NotMeasurable(Reason.TOO_EARLY, f"kỳ đầu tiên hết ngày {said(first - timedelta(days=1))}")

    def lacking(self, result: Result) -> list[Period]:
        """The due stretches that the year's figure does not cover; with LAST only the last one counts."""
        if not self.periods:
            return [*result.missing, *_after(result, self.year)]
        due = [max(self.periods, key=lambda part: part.end)] if self.how is Combine.LAST else self.periods
        return [part for part in due if not _covered(part, result)]

    def notes(self, result: Result) -> str:
        """What a reader of the verdict should know besides: holes in the figures, another n than promised."""
        holes = result.missing
        if self.periods:
            holes = tuple(part for part in self.lacking(result) if part.end <= self.on)
        notes = [f"còn thiếu số liệu {said_all(holes)}"] if holes else []
        n, counted = self.target.n, result.denominator
        if self.target.quantity is Quantity.K_OF_N and None not in (n, counted) and n != counted:
            notes.append(f"văn bản tính trên {n}, số liệu tính trên {counted}")
        return "; ".join(notes)


def unmeasured(why: NotMeasurable, result: Result | None = None) -> Verdict:
    """Chưa đo được, with the reason; never final, a figure may still come."""
    return Verdict(Outcome.UNMEASURED, False, why.reason, result, detail=why.detail)


def said_all(periods: Sequence[Period]) -> str:
    """Several periods in one phrase; beyond four, how many more."""
    named = ", ".join(said(period) for period in periods[:4])
    return f"{named} và {len(periods) - 4} kỳ khác" if len(periods) > 4 else named


def _covered(part: Period, result: Result) -> bool:
    return part.end <= result.period.end and not any(part.overlaps(gap) for gap in result.missing)


def _after(result: Result, year: Period) -> list[Period]:
    return [Period(result.period.end, year.end)] if result.period.end < year.end else []
