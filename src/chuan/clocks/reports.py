"""What is due, for one viewer on one day, by the office's calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Q

from chuan.clocks.models import Clock, ClockQuerySet
from chuan.clocks.offices import calendar_of
from chuan.clocks.rows import task_of, unconfirmed_years
from chuan.offers.subjects import Subject, describe
from chuan.people.viewer import Viewer
from chuan.rules.working_time import Calendar
from chuan.ui import formatters
from chuan.ui.parts import Task

SOON = 3
"""How many working days of the office the third group looks ahead."""


@dataclass(frozen=True)
class DayLoad:
    """How much is due on one day of this week; ``off`` says why nobody works on it."""

    day: date
    due: int
    today: bool
    off: str = ""

    @property
    def letter(self) -> str:
        """The weekday in two letters: T2 to T7, CN."""
        return formatters.weekday_letters(self.day)


@dataclass(frozen=True)
class Group:
    """Some of the tasks that stand together, and how many there are in all."""

    tasks: Sequence[Task]
    count: int


@dataclass(frozen=True)
class Work:
    """The first screen: four groups, what comes after, this week, and the years nobody confirmed."""

    on: date
    overdue: Group
    today: Group
    soon: Group
    waiting: Group
    later_count: int
    week: Sequence[DayLoad]
    unconfirmed: Sequence[int]

    @property
    def nothing(self) -> bool:
        """Whether nothing at all waits."""
        counts = (self.overdue, self.today, self.soon, self.waiting)
        return not (any(group.count for group in counts) or self.later_count)


def my_work(viewer: Viewer, *, on: date, each: int = 12) -> Work:
    """The viewer's running clocks in groups, at most ``each`` shown per group, counted whole."""
    calendar = calendar_of(viewer.unit)
    until, mine = soon_until(calendar, on), running_of(viewer)
    wanted = {
        "overdue": DATED & Q(lawful_due_on__lt=on),
        "today": DATED & Q(lawful_due_on=on),
        "soon": DATED & Q(lawful_due_on__gt=on, lawful_due_on__lte=until),
        "waiting": ~DATED,
    }
    shown = {name: list(mine.filter(some)[:each]) for name, some in wanted.items()}
    every = [clock for group in shown.values() for clock in group]
    tasks, counts = _tasks(every, viewer, calendar, on), _counts(viewer)
    sizes = _sizes(counts, on, until)
    groups = {
        name: Group([tasks[one.pk] for one in clocks if one.pk in tasks], sizes[name])
        for name, clocks in shown.items()
    }
    return Work(
        on=on, **groups, later_count=sizes["later"], week=_week(counts, calendar, on),
        unconfirmed=unconfirmed_years(every, calendar),
    )  # fmt: skip


DATED = Q(state=Clock.State.RUNNING, lawful_due_on__isnull=False)
"""Clocks that run towards a day; the others wait for somebody else, or no day can be said yet."""


def soon_until(calendar: Calendar, on: date) -> date:
    """The third working day after ``on``; the third day where the calendar is not held so far."""
    until = on
    for _step in range(SOON):
        following = calendar.next_working(until)
        if following is None:
            return on + timedelta(days=SOON)
        until = following.day
    return until


def running_of(viewer: Viewer) -> ClockQuerySet:
    """Clocks of the viewer that are not settled, the most urgent first, those that wait last."""
    mine = Clock.objects.seen_by(viewer).running().mine(viewer)
    return mine.order_by("state", F("lawful_due_on").asc(nulls_last=True), "pk")


def due_now(viewer: Viewer, *, on: date) -> int:
    """How many clocks are overdue or due today: the number in the top bar. One statement."""
    mine = Clock.objects.seen_by(viewer).running().mine(viewer)
    return mine.filter(DATED, lawful_due_on__lte=on).count()


def tasks_of(clocks: Sequence[Clock], viewer: Viewer, *, on: date) -> list[Task]:
    """Clocks as tasks, described by the rooms that own their subjects."""
    return list(_tasks(clocks, viewer, calendar_of(viewer.unit), on).values())


def _tasks(clocks: Sequence[Clock], viewer: Viewer, calendar: Calendar, on: date) -> dict[int, Task]:
    known = describe([Subject(clock.subject_kind, clock.subject_uid) for clock in clocks], viewer)
    found = {}
    for clock in clocks:
        described = known.get(Subject(clock.subject_kind, clock.subject_uid))
        if described is not None:
            found[clock.pk] = task_of(described, clock, calendar, on)
    return found


def _counts(viewer: Viewer) -> Counter[date | None]:
    """How many clocks are due on each day; None: those that wait."""
    rows = running_of(viewer).order_by().values("lawful_due_on", dated=DATED).annotate(n=Count("pk"))
    counts: Counter[date | None] = Counter()
    for row in rows:
        counts[row["lawful_due_on"] if row["dated"] else None] += row["n"]
    return counts


def _sizes(counts: Counter[date | None], on: date, until: date) -> Counter[str]:
    sizes: Counter[str] = Counter()
    for day, n in counts.items():
        sizes[_group(day, on, until)] += n
    return sizes


def _group(day: date | None, on: date, until: date) -> str:
    if day is None:
        return "waiting"
    if day < on:
        return "overdue"
    if day == on:
        return "today"
    return "soon" if day <= until else "later"


def _week(counts: Counter[date | None], calendar: Calendar, on: date) -> list[DayLoad]:
    """Monday to Friday, and whatever else is worked this week; days off say why."""
    monday = on - timedelta(days=on.weekday())
    days = [calendar.day(monday + timedelta(days=n)) for n in range(7)]
    shown = [day for day in days if day.day.weekday() < 5 or day.counts or day.day == on or counts[day.day]]
    return [DayLoad(day.day, counts[day.day], day.day == on, "" if day.counts else day.why) for day in shown]
