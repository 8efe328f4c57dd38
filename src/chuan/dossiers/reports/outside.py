"""Late because of others: a rule over the causes that officials recorded.

In words: of a dossier solved late, count the working days after receipt, up to the day it was solved, that lie
in a recorded wait for somebody outside (the citizen, the tax office, the land office); days in two waits count
once. When they are at least as many as the working days it was late, the lateness was caused outside: without
those waits it would not have been late. A cause without an end lasts until the dossier was solved; one voided
as a mistake does not count. Such a dossier stays late in every rate; it is only shown apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case, Q, Value, When

from chuan.clocks.offices import calendar_of
from chuan.dossiers.models import CaseEvent
from chuan.dossiers.reports.asked import Asked, Rows, dossier_key
from chuan.dossiers.reports.figures import FIGURES
from chuan.people.viewer import Viewer
from chuan.rules.working_time import Calendar

OUTSIDE = (CaseEvent.Cause.CITIZEN, CaseEvent.Cause.TAX, CaseEvent.Cause.LAND)
_AT_ONCE = 5_000
"""Keys in one statement: causes are typed by people, so there are seldom more."""

Wait = tuple[date, date | None]
"""First and last day of a wait, both included; None while it lasts."""


@dataclass(frozen=True)
class Lateness:
    """The days of one late dossier."""

    received_on: date
    due_on: date
    settled_on: date


def outside_ids(rows: Rows, asked: Asked, viewer: Viewer) -> frozenset[int]:
    """Keys of the dossiers solved late because of others. One statement, a few more when causes are recorded."""
    waits = _waits(viewer, asked.as_of)
    if not waits:
        return frozenset()
    calendar = calendar_of(viewer.unit)
    return frozenset(
        pk for pk, late in _late(rows, asked, list(waits)) if caused_outside(late, waits[pk], calendar)
    )


def _late(rows: Rows, asked: Asked, keys: Sequence[int]) -> Iterator[tuple[int, Lateness]]:
    """Those of the dossiers that were solved late. Lateness is selected, not filtered by: the keys are the way in."""
    name = dossier_key(rows)
    is_late = Case(When(FIGURES["late"].where(asked), then=Value(True)), default=Value(False))
    for some in (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE)):
        found = rows.filter(**{f"{name}__in": some}).annotate(is_late=is_late)
        for pk, late, *days in found.values_list(name, "is_late", "received_on", asked.due, "settled_on"):
            if late:
                yield pk, Lateness(*days)


def caused_outside(late: Lateness, waits: Iterable[Wait], calendar: Calendar) -> bool:
    """Whether working days spent waiting for others are at least those it was late (see above).

    False where the calendar does not hold a year of it: nothing is said that cannot be counted.
    """
    late_days = calendar.working_days(late.due_on, late.settled_on)
    waited = [calendar.working_days(after, until) for after, until in merged(late, waits)]
    known = [count for count in waited if count is not None]
    return late_days is not None and bool(known) and len(known) == len(waited) and sum(known) >= late_days


def merged(late: Lateness, waits: Iterable[Wait]) -> list[tuple[date, date]]:
    """Waits as ranges (after, until] inside the dossier's life, none overlapping another."""
    inside = sorted(
        (max(first - timedelta(days=1), late.received_on), min(last or late.settled_on, late.settled_on))
        for first, last in waits
    )
    found: list[tuple[date, date]] = []
    for after, until in inside:
        if found and after <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], until))
        elif after < until:
            found.append((after, until))
    return found


def _waits(viewer: Viewer, as_of: datetime | None) -> Mapping[int, Sequence[Wait]]:
    stands = Q(voided_by__isnull=True)
    if as_of is not None:
        stands = Q(recorded_at__lte=as_of) & (stands | Q(voided_by__recorded_at__gt=as_of))
    events = CaseEvent.objects.filter(
        stands, verb=CaseEvent.Verb.CAUSE, cause__in=OUTSIDE, dossier__owner_unit_id__in=viewer.unit_ids
    )
    found: dict[int, list[Wait]] = defaultdict(list)
    for pk, first, last in events.values_list("dossier_id", "occurred_on", "until_on"):
        found[pk].append((first, last))
    return found
