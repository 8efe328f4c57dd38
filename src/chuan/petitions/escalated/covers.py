"""Which days a higher body has spoken of: by a list that came in as a file, or by a statement with its paper.

A number that the ward itself types says nothing here: that nobody went past the ward is not the ward's to know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from chuan.intake.coverage import covered, merged
from chuan.people.models import Unit
from chuan.petitions.fields_escalated import ESCALATIONS
from chuan.petitions.models import Escalation, EscalationCover
from chuan.rules.types import Period
from chuan.rules.vietnamese import fold


@dataclass(frozen=True)
class Statement:
    """A statement with what is entered here of what it counts. ``missing``: told of above, not entered one by one."""

    cover: EscalationCover
    entered: int

    @property
    def missing(self) -> int:
        """How many of them nobody has entered."""
        return max(0, self.cover.count - self.entered)

    @property
    def period(self) -> Period:
        """The days it speaks of."""
        return days_of(self.cover)


def days_of(cover: EscalationCover) -> Period:
    """The days of a statement."""
    return Period(cover.first, cover.last + timedelta(days=1))


def spoken(unit: Unit, *, as_of: datetime) -> tuple[Period, ...]:
    """The days some higher body has spoken of, joined, the earliest first."""
    said = EscalationCover.objects.standing(as_of).filter(unit=unit)
    return merged((*covered(unit, ESCALATIONS, as_of=as_of), *(days_of(one) for one in said)))


def gaps(unit: Unit, period: Period, *, as_of: datetime) -> tuple[Period, ...]:
    """The days of the period that nobody above has spoken of."""
    return without(period, spoken(unit, as_of=as_of))


def by_file(unit: Unit, period: Period, *, as_of: datetime) -> bool:
    """Whether lists alone cover the whole period."""
    return not without(period, covered(unit, ESCALATIONS, as_of=as_of))


def without(period: Period, spoken_of: Iterable[Period]) -> tuple[Period, ...]:
    """What of a period lies outside of others, which are joined and in order."""
    found, start = [], period.start
    for one in spoken_of:
        if one.start >= period.end:
            break
        if one.start > start:
            found.append(Period(start, one.start))
        start = max(start, one.end)
    if start < period.end:
        found.append(Period(start, period.end))
    return tuple(found)


def statements(unit: Unit, period: Period, *, as_of: datetime | None = None) -> list[Statement]:
    """Statements that speak of days of the period, each with how many rows of that body are entered in its days."""
    rows = EscalationCover.objects.standing(as_of).filter(
        unit=unit, first__lt=period.end, last__gte=period.start
    )
    covers = list(rows.order_by("first", "uid"))
    entered = _entered(unit, covers, as_of) if covers else []
    return [Statement(one, n) for one, n in zip(covers, entered, strict=True)]


def _entered(unit: Unit, covers: Sequence[EscalationCover], as_of: datetime | None) -> list[int]:
    first, last = min(one.first for one in covers), max(one.last for one in covers)
    rows = Escalation.objects.standing(as_of).filter(unit=unit, received_on__gte=first, received_on__lte=last)
    told = Counter((fold(body), day) for body, day in rows.values_list("body", "received_on"))
    return [
        sum(n for (body, day), n in told.items() if body == fold(one.body) and one.first <= day <= one.last)
        for one in covers
    ]
