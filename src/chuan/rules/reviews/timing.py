"""Which days a review looks back on. How many months lie between two reviews is law as dated data (``law.qms``)."""

from __future__ import annotations

from datetime import date

from chuan.rules.refusals.reviews import PeriodBackwards, PlannedBeforeStart


def check_period(first: date, last: date, planned_on: date) -> None:
    """The first and last day looked back on; the meeting may fall within them (a year is reviewed in December).

    Raises ``PeriodBackwards``, ``PlannedBeforeStart``.
    """
    if first > last:
        raise PeriodBackwards(first=first, last=last)
    if planned_on < first:
        raise PlannedBeforeStart(planned=planned_on, first=first)
