"""What is due, for one viewer on one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count
from django.utils.translation import gettext as _

from chuan.clocks.models import Clock, ClockQuerySet
from chuan.offers.subjects import Described, Subject, describe
from chuan.people.viewer import Viewer
from chuan.ui import formatters, words
from chuan.ui.parts import Task

SOON = timedelta(days=3)
"""How far ahead the third group looks, in calendar days (working days come with the office's calendar)."""


_SAME_YEAR = 150
"""Days beyond which a due day is written with its year."""


@dataclass(frozen=True)
class DayLoad:
    """How much is due on one day of this week."""

    day: date
    due: int
    today: bool


@dataclass(frozen=True)
class Work:
    """The first screen: three groups, what comes after, and this week."""

    on: date
    overdue: Sequence[Task]
    today: Sequence[Task]
    soon: Sequence[Task]
    overdue_count: int
    today_count: int
    soon_count: int
    later_count: int
    week: Sequence[DayLoad]

    @property
    def nothing(self) -> bool:
        """Whether nothing at all waits."""
        return not (self.overdue_count or self.today_count or self.soon_count or self.later_count)


def my_work(viewer: Viewer, *, on: date, each: int = 12) -> Work:
    """The viewer's running clocks in groups, at most ``each`` shown per group, counted whole."""
    mine = running_of(viewer)
    overdue = mine.filter(lawful_due_on__lt=on)
    today = mine.filter(lawful_due_on=on)
    soon = mine.filter(lawful_due_on__gt=on, lawful_due_on__lte=on + SOON)
    shown = [list(group[:each]) for group in (overdue, today, soon)]
    tasks = _tasks([clock for group in shown for clock in group], viewer, on)
    counts = _counts(viewer)
    return Work(
        on=on,
        overdue=_of(tasks, shown[0]),
        today=_of(tasks, shown[1]),
        soon=_of(tasks, shown[2]),
        overdue_count=sum(n for day, n in counts.items() if day < on),
        today_count=counts[on],
        soon_count=sum(n for day, n in counts.items() if on < day <= on + SOON),
        later_count=sum(n for day, n in counts.items() if day > on + SOON),
        week=_week(counts, on),
    )


def running_of(viewer: Viewer) -> ClockQuerySet:
    """Running clocks of the viewer, the most urgent first."""
    return Clock.objects.seen_by(viewer).running().mine(viewer).order_by("lawful_due_on", "pk")


def due_now(viewer: Viewer, *, on: date) -> int:
    """How many clocks are overdue or due today: the number in the top bar. One statement."""
    return Clock.objects.seen_by(viewer).running().mine(viewer).filter(lawful_due_on__lte=on).count()


def tasks_of(clocks: Sequence[Clock], viewer: Viewer, *, on: date) -> list[Task]:
    """Clocks as tasks, described by the rooms that own their subjects."""
    return list(_tasks(clocks, viewer, on).values())


def _tasks(clocks: Sequence[Clock], viewer: Viewer, on: date) -> dict[int, Task]:
    known = describe([Subject(clock.subject_kind, clock.subject_uid) for clock in clocks], viewer)
    found = {}
    for clock in clocks:
        described = known.get(Subject(clock.subject_kind, clock.subject_uid))
        if described is not None:
            found[clock.pk] = _task(described, clock, (clock.lawful_due_on - on).days)
    return found


def _task(described: Described, clock: Clock, days: int) -> Task:
    soon = "due_soon" if days <= 1 else ""
    return Task(
        icon=described.icon,
        what=described.label,
        url=described.address,
        why=described.note,
        due=_("Hôm nay") if days == 0 else words.days_left(days, calendar=True),
        state="overdue" if days < 0 else soon,
        when=_("hạn %(day)s")
        % {"day": formatters.weekday(clock.lawful_due_on, with_year=abs(days) > _SAME_YEAR)},
        button=described.verb,
        primary=days < 0,
    )


def _of(tasks: dict[int, Task], clocks: Sequence[Clock]) -> list[Task]:
    return [tasks[clock.pk] for clock in clocks if clock.pk in tasks]


def _counts(viewer: Viewer) -> Counter[date]:
    rows = running_of(viewer).order_by().values("lawful_due_on").annotate(n=Count("pk"))
    return Counter({row["lawful_due_on"]: row["n"] for row in rows})


def _week(counts: Counter[date], on: date) -> list[DayLoad]:
    monday = on - timedelta(days=on.weekday())
    days = [monday + timedelta(days=n) for n in range(5)]
    return [DayLoad(day, counts[day], day == on) for day in days]
