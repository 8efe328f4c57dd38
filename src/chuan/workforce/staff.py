"""Who was in post in a unit during a period, and on which of its days: the base of every share of officials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Q

from chuan.people.models import Appointment, Official, Unit
from chuan.rules.types import Period
from chuan.workforce.models import Absence


@dataclass(frozen=True, slots=True)
class InPost:
    """An official with the parts of a period in which he held a post of the unit, and those he was away in."""

    official: Official
    held: tuple[Period, ...]
    away: tuple[Period, ...] = ()
    posts: tuple[str, ...] = field(default=(), compare=False)

    @property
    def days(self) -> int:
        """Calendar days in post."""
        return sum(one.days for one in self.held)

    @property
    def days_there(self) -> int:
        """Calendar days in post and not away."""
        return self.days - sum(_shared(one, other) for one in self.held for other in self.away)

    def on(self, day: date) -> bool:
        """Whether he held a post on the day."""
        return any(day in one for one in self.held)

    def away_on(self, day: date) -> bool:
        """Whether he was away on the day."""
        return any(day in one for one in self.away)


def in_post(unit: Unit, period: Period, *, as_of: datetime | None = None) -> tuple[InPost, ...]:
    """Officials who held a post of the unit on at least one day of the period, by name; two statements.

    Appointments are taken as they stand now: they carry days of their own, not moments of recording. Absences are
    those known at ``as_of`` (None: now).
    """
    held: dict[int, list[Period]] = defaultdict(list)
    posts: dict[int, list[str]] = defaultdict(list)
    officials: dict[int, Official] = {}
    for one in _appointments(unit, period):
        officials[one.official_id] = one.official
        held[one.official_id].append(_cut(one.valid_from, one.valid_to, period))
        if one.post.title not in posts[one.official_id]:
            posts[one.official_id].append(one.post.title)
    away = absences(unit, period, as_of=as_of)
    found = (
        InPost(person, joined(held[pk]), away.get(pk, ()), tuple(posts[pk]))
        for pk, person in officials.items()
    )
    return tuple(sorted(found, key=lambda one: (one.official.name, one.official.pk)))


def absences(
    unit: Unit, period: Period, *, as_of: datetime | None = None
) -> Mapping[int, tuple[Period, ...]]:
    """Parts of the period in which officials of the unit were away, by the official's key; one statement."""
    rows = Absence.objects.known_at(as_of).filter(
        unit=unit, valid_from__lt=period.end, valid_to__gt=period.start
    )
    found: dict[int, list[Period]] = defaultdict(list)
    for official, start, end in rows.values_list("official_id", "valid_from", "valid_to"):
        found[official].append(_cut(start, end, period))
    return {official: joined(parts) for official, parts in found.items()}


def joined(parts: Iterable[Period]) -> tuple[Period, ...]:
    """The same days as periods that neither overlap nor touch, in order: two posts held at once count once."""
    merged: list[Period] = []
    for one in sorted(parts):
        if merged and one.start <= merged[-1].end:
            merged[-1] = Period(merged[-1].start, max(merged[-1].end, one.end))
        else:
            merged.append(one)
    return tuple(merged)


def months_of(period: Period) -> tuple[Period, ...]:
    """The calendar months that begin in the period, in order."""
    months, first = [], period.start.replace(day=1)
    while first < period.end:
        month = Period.month(first.year, first.month)
        if first >= period.start:
            months.append(month)
        first = month.end
    return tuple(months)


def last_day(period: Period) -> date:
    """The period's last day."""
    return period.end - timedelta(days=1)


def _appointments(unit: Unit, period: Period) -> Iterable[Appointment]:
    ends_later = Q(valid_to__isnull=True) | Q(valid_to__gt=period.start)
    rows = Appointment.objects.filter(ends_later, post__unit=unit, valid_from__lt=period.end)
    return rows.select_related("official", "post").order_by("valid_from", "pk")


def _cut(start: date, end: date | None, period: Period) -> Period:
    return Period(max(start, period.start), min(end or period.end, period.end))


def _shared(one: Period, other: Period) -> int:
    return max(0, (min(one.end, other.end) - max(one.start, other.start)).days)
