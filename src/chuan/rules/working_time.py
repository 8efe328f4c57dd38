"""Which days and hours count: an office's calendar, as rows with their sources.

A calendar is built from office hours (which weekdays are worked, from when to when), rows for
single days (holidays, days off by swap, worked Saturdays, half days) and the years that are held.
A year that is not held is never guessed: its days say ``known=False``. A year that nobody in the
office has confirmed says so on every day. The atom of time is the minute, in Viet Nam's time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import NamedTuple

from chuan.rules.types import Citation, Sure

VIETNAM = timezone(timedelta(hours=7))
"""Viet Nam has kept UTC+7 without summer time for all the years a register here can reach."""

MINUTES = 24 * 60
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class Hours(NamedTuple):
    """Office hours from ``start`` to ``end``, in minutes after midnight: 07:30 to 11:30 is (450, 690)."""

    start: int
    end: int


def minute_of(at: datetime) -> int:
    """The moment as whole minutes of Viet Nam's time, counted from the day before 1 January of year 1.

    Seconds are dropped: the office counts to the minute. Raises ValueError for a moment without zone.
    """
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    local = at.astimezone(VIETNAM)
    return local.toordinal() * MINUTES + local.hour * 60 + local.minute


def moment_of(minute: int) -> datetime:
    """The reverse of `minute_of`, in Viet Nam's time."""
    day, rest = divmod(minute, MINUTES)
    return datetime.combine(date.fromordinal(day), time(*divmod(rest, 60)), VIETNAM)


def day_of(minute: int) -> date:
    """The local date of a minute."""
    return date.fromordinal(minute // MINUTES)


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The working week from a day on: ``week`` holds the hours of Monday to Sunday.

    ``working`` are the weekdays (Monday is 0) that count; a counter may also open on others. ``source``
    says which days are worked, ``hours_source`` from when to when.
    """

    valid_from: date
    week: tuple[tuple[Hours, ...], ...]
    working: frozenset[int]
    source: Citation
    sure: Sure
    hours_source: Citation
    hours_sure: Sure

    @property
    def full(self) -> tuple[Hours, ...]:
        """Hours of a full working day, for a Saturday that is worked by swap."""
        return max((self.week[day] for day in sorted(self.working)), key=worked, default=())


def worked(spans: Iterable[Hours]) -> int:
    """Minutes of work in the spans."""
    return sum(span.end - span.start for span in spans)


class DayKind(StrEnum):
    """What makes a day other than its weekday."""

    HOLIDAY = "holiday"
    IN_LIEU = "in_lieu"
    SWAPPED_OFF = "swapped_off"
    SWAPPED_ON = "swapped_on"
    OFF = "off"
    ON = "on"
    HALF = "half"
    COUNTER = "counter"
    WEEKLY = ""


@dataclass(frozen=True, slots=True)
class DayRow:
    """One row of a calendar: a day that is not what its weekday says.

    ``spans`` None means the office's usual hours on a day that counts and none on a day that does not.
    ``known_since`` is the day of the notice (None: known from the start, as by statute).
    """

    day: date
    counts: bool
    why: str
    source: Citation
    sure: Sure
    spans: tuple[Hours, ...] | None = None
    known_since: date | None = None
    confirmed_by: str = ""
    kind: DayKind = DayKind.OFF


@dataclass(frozen=True, slots=True)
class Day:
    """What a day is in an office, and who says so. ``opens``: the counter is open, counted or not."""

    day: date
    counts: bool
    opens: bool
    spans: tuple[Hours, ...]
    why: str
    source: Citation
    sure: Sure
    known: bool = True
    confirmed_by: str = ""
    kind: DayKind = DayKind.WEEKLY

    @property
    def close(self) -> int:
        """Last minute of the day as minutes of `minute_of`: end of office hours, else 23:59."""
        return self.day.toordinal() * MINUTES + (self.spans[-1].end if self.spans else MINUTES - 1)

    @property
    def start(self) -> int:
        """First minute of office hours; midnight when there are none."""
        return self.day.toordinal() * MINUTES + (self.spans[0].start if self.spans else 0)


@dataclass(frozen=True)
class Calendar:
    """The days of one office. ``years`` maps a held year to who confirmed it ("" = nobody yet)."""

    hours: tuple[OfficeHours, ...]
    rows: tuple[DayRow, ...]
    years: Mapping[int, str]
    _days: dict[date, Day] = field(default_factory=dict, init=False, compare=False, repr=False)
    _rows: dict[date, DayRow] = field(default_factory=dict, init=False, compare=False, repr=False)
    _sums: dict[int, Sequence[tuple[int, int]]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    _known: dict[date | None, Calendar] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.hours:
            raise ValueError("a calendar needs office hours")
        self._rows.update({row.day: row for row in self.rows})

    def day(self, day: date) -> Day:
        """What the day is. A later row for the same day stands before an earlier one."""
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = self._read(day)
        return found

    def _read(self, day: date) -> Day:
        hours = self.hours_on(day)
        row = self._rows.get(day)
        read = _by_week(day, hours) if row is None else _by_row(row, hours)
        confirmed = read.confirmed_by or self.years.get(day.year, "")
        return replace(read, known=row is not None or day.year in self.years, confirmed_by=confirmed)

    def hours_on(self, day: date) -> OfficeHours:
        """Office hours in force on the day; before the first ones, the first."""
        held = [hours for hours in self.hours if hours.valid_from <= day]
        return max(held or self.hours[:1], key=lambda hours: hours.valid_from)

    def next_working(self, day: date) -> Day | None:
        """The first day after ``day`` that counts; None when it lies in a year that is not held."""
        found = self.day(day + timedelta(days=1))
        while found.known and not found.counts:
            found = self.day(found.day + timedelta(days=1))
        return found if found.known else None

    def working_days(self, after: date, until: date) -> int | None:
        """How many days that count lie in (after, until]; None when one of them is in a year not held."""
        if until <= after:
            return 0
        counted = 0
        for year in range(after.year, until.year + 1):
            within = self._year(year)
            last = within[-1] if year < until.year else within[until.timetuple().tm_yday]
            first = within[after.timetuple().tm_yday] if year == after.year else within[0]
            if last[1] != first[1]:
                return None
            counted += last[0] - first[0]
        return counted

    def _year(self, year: int) -> Sequence[tuple[int, int]]:
        """How many days count, and how many nobody knows, from the year's first day up to its n-th."""
        if year not in self._sums:
            sums = [(0, 0)]
            for one in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1):
                day = self.day(date.fromordinal(one))
                sums.append((sums[-1][0] + day.counts, sums[-1][1] + (not day.known)))
            self._sums[year] = sums
        return self._sums[year]

    def known_by(self, on: date) -> Calendar:
        """The calendar as it was known on a day: without notices of later days."""
        last = max(
            (row.known_since for row in self.rows if row.known_since and row.known_since <= on), default=None
        )
        if last not in self._known:
            self._known[last] = self._without_later_than(on)
        return self._known[last]

    def learned_after(self, on: date, first: date, last: date) -> bool:
        """Whether a notice later than ``on`` changed a day from ``first`` to ``last``."""
        return any(one.known_since > on and first <= one.day <= last for one in self.rows if one.known_since)

    def _without_later_than(self, on: date) -> Calendar:
        rows = tuple(row for row in self.rows if row.known_since is None or row.known_since <= on)
        return self if rows == self.rows else Calendar(self.hours, rows, self.years)

    def with_rows(self, rows: Iterable[DayRow]) -> Calendar:
        """The calendar with an office's own rows, which stand before those already there."""
        return Calendar(self.hours, (*self.rows, *rows), self.years)

    def with_hours(self, hours: Iterable[OfficeHours]) -> Calendar:
        """The calendar with an office's own hours in place of the proposed ones."""
        return Calendar(tuple(hours), self.rows, self.years)

    def confirmed(self, year: int, by: str) -> Calendar:
        """The calendar with a year that the office confirmed, naming the notice it relies on."""
        return Calendar(self.hours, self.rows, {**self.years, year: by})


def _by_week(day: date, hours: OfficeHours) -> Day:
    weekday = day.weekday()
    counts, spans = weekday in hours.working, hours.week[weekday]
    why = "ngày làm việc" if counts else f"{WEEKDAYS[weekday]}, nghỉ hằng tuần"
    return Day(day, counts, counts or bool(spans), spans, why, hours.source, hours.sure)


def _by_row(row: DayRow, hours: OfficeHours) -> Day:
    usual = hours.full if row.counts else ()
    spans = usual if row.spans is None else row.spans
    return Day(
        row.day, row.counts, row.counts or bool(spans), spans, row.why, row.source, row.sure,
        confirmed_by=row.confirmed_by, kind=row.kind,
    )  # fmt: skip


def compensations(holidays: Iterable[date], rests: Callable[[date], bool]) -> dict[date, date]:
    """Days off in lieu: day off → the holiday it makes up for.

    A holiday on a weekly rest day is made up on the next working day, each in its turn: Bộ luật Lao động
    45/2019/QH14, Điều 111 khoản 3. ``rests`` says whether a day is a rest day already (weekly or holiday).
    """
    named = sorted(set(holidays))
    made_up: dict[date, date] = {}
    for holiday in (day for day in named if rests(day)):
        made_up[_free_after(holiday, {*named, *made_up}, rests)] = holiday
    return made_up


def _free_after(day: date, taken: set[date], rests: Callable[[date], bool]) -> date:
    following = day + timedelta(days=1)
    while following in taken or rests(following):
        following += timedelta(days=1)
    return following
