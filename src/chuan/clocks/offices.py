"""An office's calendar and law: the national proposal, with what the unit has set by naming its documents.

Everything here is read from append-only rows, so an answer is kept in the process until a row is added,
in this process or in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.db import connection

from chuan.clocks.models import CalendarDay, CalendarYear
from chuan.law.calendars import national_calendar, office_hours, proposal_digest
from chuan.law.clock_rules import CHOICES, DossierLaw, dossier_law
from chuan.people.models import Unit, UnitSetting
from chuan.rules.law import Value
from chuan.rules.types import Citation, Sure
from chuan.rules.working_time import Calendar, DayKind, DayRow, Hours, OfficeHours

HOURS = "office.hours"
"""The setting that holds the office's hours: "07:30-11:30,13:30-17:00"."""

_Version = tuple[object, ...]
_kept: dict[int, tuple[_Version, Office]] = {}


@dataclass(frozen=True)
class Office:
    """How one unit counts time: its calendar, and the law of a day with the unit's own values in it."""

    calendar: Calendar
    overrides: Mapping[str, tuple[Value, ...]]
    _laws: dict[date, DossierLaw] = field(default_factory=dict, init=False, compare=False, repr=False)

    def law(self, on: date) -> DossierLaw:
        """The law of dossiers' clocks on the day. Raises `LawNotHeld` for a day before the first act held."""
        if on not in self._laws:
            self._laws[on] = dossier_law(on, self.overrides)
        return self._laws[on]


def calendar_of(unit: Unit) -> Calendar:
    """The unit's calendar: the national proposal, its own days and hours, the years it confirmed. One statement."""
    return office_of(unit).calendar


def law_of(unit: Unit, on: date) -> DossierLaw:
    """The law of dossiers' clocks on a day, with the unit's own values over unverified ones. One statement.

    For many days take `office_of` once and ask it. Raises `LawNotHeld` for a day before the first act held.
    """
    return office_of(unit).law(on)


def office_of(unit: Unit) -> Office:
    """The unit's calendar and law, read anew only when a row was added. One statement when nothing was."""
    version = _version(unit)
    kept = _kept.get(unit.pk)
    if kept is None or kept[0] != version:
        kept = _kept[unit.pk] = (version, _read(unit))
    return kept[1]


_ASKED = """
SELECT u.uid,
       (SELECT count(*) FROM clocks_calendarday d WHERE d.unit_id = u.id),
       (SELECT d.uid FROM clocks_calendarday d WHERE d.unit_id = u.id ORDER BY d.id DESC LIMIT 1),
       (SELECT count(*) FROM clocks_calendaryear y WHERE y.unit_id = u.id),
       (SELECT y.uid FROM clocks_calendaryear y WHERE y.unit_id = u.id ORDER BY y.id DESC LIMIT 1),
       (SELECT count(*) FROM people_unitsetting s WHERE s.unit_id = u.id),
       (SELECT s.recorded_at FROM people_unitsetting s WHERE s.unit_id = u.id ORDER BY s.id DESC LIMIT 1)
  FROM people_unit u WHERE u.id = %s
"""
"""Written out because it is asked with every page: put together anew each time it costs 3 ms, so 0.1 ms."""


def _version(unit: Unit) -> _Version:
    """What changes with every row: how many rows there are, and which was added last.

    The count is needed too: of two acts at once, the one with the smaller key may commit last.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ASKED, [unit.pk])
        return tuple(cursor.fetchone() or ())


def _read(unit: Unit) -> Office:
    return Office(_calendar(unit), _overrides(unit))


def _calendar(unit: Unit) -> Calendar:
    proposed = national_calendar()
    rows = CalendarDay.objects.filter(unit=unit).select_related("confirmed_by").order_by("day", "version")
    calendar = proposed.with_hours((*proposed.hours, *_hours(unit))).with_rows(day_row(row) for row in rows)
    for year, by in _confirmed(unit).items():
        calendar = calendar.confirmed(year, by)
    return calendar


def _confirmed(unit: Unit) -> dict[int, str]:
    """Year → who confirmed it; "" where what was proposed has changed since."""
    rows = CalendarYear.objects.filter(unit=unit).select_related("confirmed_by").order_by("version")
    return {row.year: _named(row) if row.proposal == proposal_digest(row.year) else "" for row in rows}


def _named(row: CalendarYear | CalendarDay) -> str:
    return row.confirmed_by.name if row.confirmed_by else row.citation


def _hours(unit: Unit) -> list[OfficeHours]:
    rows = UnitSetting.objects.standing(unit, HOURS)
    return [office_hours(row.value, row.valid_from, Citation(number=row.citation)) for row in rows]


def day_row(row: CalendarDay) -> DayRow:
    """A stored day as the calendar takes it. Every version goes in: what was promised before a notice
    was promised by the version known then."""
    return DayRow(
        day=row.day,
        counts=row.counts,
        why=row.why,
        source=Citation(number=row.citation),
        sure=Sure.READ,
        spans=spans_of(row.spans, row.day) if row.spans else None,
        known_since=row.known_since,
        confirmed_by=_named(row),
        kind=DayKind(row.kind),
    )


def spans_of(text: str, day: date) -> tuple[Hours, ...]:
    """Hours of one day from "07:30-11:30,13:30-17:00". Raises `HoursUnreadable`."""
    return office_hours(text, day, Citation(number="")).full


def _overrides(unit: Unit) -> dict[str, tuple[Value, ...]]:
    rows = UnitSetting.objects.standing(unit, *CHOICES)
    by_key = groupby(rows, key=lambda row: row.key)
    return {key: tuple(_values(group)) for key, group in by_key}


def _values(rows: Iterable[UnitSetting]) -> Iterable[Value]:
    for row in rows:
        yield Value(row.value, "", row.valid_from, None, Citation(number=row.citation), Sure.READ)
