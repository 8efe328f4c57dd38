"""The days on which the Chairman receives citizens in person, held against what the law asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from chuan.rules.law import Value
from chuan.rules.types import Period


@dataclass(frozen=True, slots=True)
class ReceptionTerm:
    """A week or a month: on how many days the Chairman received, and how many are the least."""

    period: Period
    days: int
    value: Value

    @property
    def met(self) -> bool:
        """Whether there were enough days."""
        return self.days >= self.value.whole


def reception_terms(value: Value, period: Period, received_on: Iterable[date]) -> tuple[ReceptionTerm, ...]:
    """The whole weeks (Monday to Sunday) or months of a period in which the value was in force, each judged.

    One day a week before 01/07/2026 (Luật Tiếp công dân, Điều 15.2 d), two days a month since (Luật
    136/2025/QH15). A term that the period or the value cuts is left out: nothing is asked of half a week.
    Only receptions in person count; two on one day are one day. Raises ValueError for another unit.
    """
    days = set(received_on)
    whole = [one for one in _terms(value.unit, period) if period.holds(one) and _holds(value, one)]
    return tuple(ReceptionTerm(one, sum(day in one for day in days), value) for one in whole)


def _holds(value: Value, term: Period) -> bool:
    return value.holds_on(term.start) and value.holds_on(term.end - timedelta(days=1))


def _terms(unit: str, period: Period) -> Iterator[Period]:
    if unit == "day_per_week":
        start = period.start - timedelta(days=period.start.weekday())
        while start < period.end:
            yield Period(start, start + timedelta(days=7))
            start += timedelta(days=7)
    elif unit == "day_per_month":
        month = Period.month(period.start.year, period.start.month)
        while month.start < period.end:
            yield month
            month = Period.month(month.end.year, month.end.month)
    else:
        raise ValueError(f"not a measure of reception days: {unit}")
