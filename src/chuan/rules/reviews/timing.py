"""Which days a review looks back on. How many months lie between two reviews is law as dated data (``law.qms``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.reviews import MovedToPast, NothingMoved, PeriodBackwards, PlannedBeforeStart


def check_period(first: date, last: date, planned_on: date) -> None:
    """The first and last day looked back on; the meeting may fall within them (a year is reviewed in December).

    Raises ``PeriodBackwards``, ``PlannedBeforeStart``.
    """
    if first > last:
        raise PeriodBackwards(first=first, last=last)
    if planned_on < first:
        raise PlannedBeforeStart(planned=planned_on, first=first)


@dataclass(frozen=True, slots=True)
class Appointed:
    """When and where a review meets, and the first and last day it looks back on."""

    planned_on: date
    place: str
    first: date
    last: date


def check_moved(before: Appointed, after: Appointed, *, today: date) -> None:
    """A call that is moved says something else, and no day that is over.

    Raises ``NothingMoved``, ``MovedToPast``, ``PeriodBackwards``, ``PlannedBeforeStart``.
    """
    if after == before:
        raise NothingMoved()
    if after.planned_on != before.planned_on and after.planned_on < today:
        raise MovedToPast(planned=after.planned_on)
    check_period(after.first, after.last, after.planned_on)
