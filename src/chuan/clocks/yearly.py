"""A year of the office's calendar as a page shows it: twelve months, the days that differ, hours."""

from __future__ import annotations

import calendar as weeks
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.clocks.models import CalendarYear
from chuan.clocks.saying import kind_words, source_words, spans_words, sure_words
from chuan.people.models import Unit
from chuan.rules.working_time import Calendar, Day, DayKind, DayRow

_WORDS: dict[DayKind, str | Promise] = {
    DayKind.HOLIDAY: gettext_lazy("lễ"),
    DayKind.IN_LIEU: gettext_lazy("bù"),
    DayKind.SWAPPED_OFF: gettext_lazy("đổi"),
    DayKind.SWAPPED_ON: gettext_lazy("làm"),
    DayKind.OFF: gettext_lazy("nghỉ"),
    DayKind.ON: gettext_lazy("làm"),
    DayKind.HALF: gettext_lazy("nửa"),
    DayKind.COUNTER: gettext_lazy("quầy"),
}
"""The word in a cell: short enough for a column of seven."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in its month: the word in it, and how it looks. ``anchor`` leads to its line in the table."""

    day: date
    word: str
    look: str
    today: bool
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """A month in weeks of seven; None where the week reaches into another month."""

    first: date
    weeks: Sequence[Sequence[Cell | None]]
    working: int


@dataclass(frozen=True, slots=True)
class Line:
    """A day that is not what its weekday says: what it is, why, by which paper, how sure that is."""

    day: date
    kind: str
    why: str
    hours: str
    source: str
    sure: str
    known_since: date | None
    own: bool
    by: str

    @property
    def anchor(self) -> str:
        """The id of its row."""
        return f"ngay-{self.day.isoformat()}"


@dataclass(frozen=True, slots=True)
class HoursLine:
    """Office hours in force during the year."""

    since: date
    hours: str
    source: str
    sure: str
    proposed: bool


@dataclass(frozen=True, slots=True)
class YearPicture:
    """Everything a page tells of one year."""

    year: int
    months: Sequence[Month]
    lines: Sequence[Line]
    hours: Sequence[HoursLine]
    held: bool
    confirmed_by: str
    confirmation: CalendarYear | None
    stale: bool
    working: int


def picture(unit: Unit, calendar: Calendar, year: int, *, on: date) -> YearPicture:
    """The year as it stands on a day. Two statements: the last confirmation, and who gave it."""
    last = _last_confirmation(unit, year)
    by = calendar.years.get(year, "")
    lines = list(_lines(calendar, year))
    marked = {line.day: line.anchor for line in lines}
    months = [_month(calendar, year, month, marked, on) for month in range(1, 13)]
    return YearPicture(
        year=year, months=months, lines=lines, hours=list(_hours(calendar, year)),
        held=year in calendar.years, confirmed_by=by, confirmation=last, stale=bool(last and not by),
        working=sum(month.working for month in months),
    )  # fmt: skip


def _last_confirmation(unit: Unit, year: int) -> CalendarYear | None:
    rows = CalendarYear.objects.filter(unit=unit, year=year).select_related("confirmed_by")
    return rows.order_by("-version").first()


def _month(calendar: Calendar, year: int, month: int, marked: dict[date, str], on: date) -> Month:
    grid = weeks.Calendar(firstweekday=0).monthdatescalendar(year, month)
    cells = [
        [_cell(calendar.day(day), marked, on) if day.month == month else None for day in week]
        for week in grid
    ]
    last = weeks.monthrange(year, month)[1]
    days = [calendar.day(date(year, month, n)) for n in range(1, last + 1)]
    return Month(date(year, month, 1), cells, sum(day.counts and day.known for day in days))


def _cell(day: Day, marked: dict[date, str], on: date) -> Cell:
    return Cell(day.day, _word(day), _look(day), day.day == on, marked.get(day.day, ""))


def _word(day: Day) -> str:
    if not day.known:
        return "?"
    if day.kind is DayKind.ON and day.day.weekday() < 5:
        return ""
    if day.kind is DayKind.WEEKLY:
        return "" if day.counts else _("nghỉ")
    return str(_WORDS[day.kind])


def _look(day: Day) -> str:
    if not day.known:
        return "unknown"
    if day.kind is DayKind.WEEKLY:
        return "work" if day.counts else "weekly"
    return day.kind.value.replace("_", "-")


def _lines(calendar: Calendar, year: int) -> Iterator[Line]:
    """The days of the year that a row speaks of, in order; the row that stands last is the one told."""
    rows = {row.day: row for row in calendar.rows if row.day.year == year}
    for day in sorted(rows):
        yield _line(calendar.day(day), rows[day])


def _line(day: Day, row: DayRow) -> Line:
    return Line(
        day=day.day, kind=kind_words(day.kind), why=day.why, hours=spans_words(row.spans or ()),
        source=source_words(day.source), sure=sure_words(day.sure), known_since=row.known_since,
        own=bool(row.confirmed_by), by=row.confirmed_by,
    )  # fmt: skip


def _hours(calendar: Calendar, year: int) -> Iterator[HoursLine]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    begun = calendar.hours_on(first)
    later = [one for one in calendar.hours if first < one.valid_from <= last]
    for one in (begun, *later):
        yield HoursLine(
            since=one.valid_from, hours=spans_words(one.full), source=source_words(one.hours_source),
            sure=sure_words(one.hours_sure), proposed=one == calendar.hours[0],
        )  # fmt: skip


def shown_years(calendar: Calendar, on: date) -> range:
    """The years that the page leads to: those proposed, up to the one after, and next year always."""
    known = [*calendar.years, on.year + 1]
    return range(min(known), max(known) + 2)


def days_between(first: date, last: date) -> list[date]:
    """Every day from the first to the last, both included; empty when they run backwards."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
