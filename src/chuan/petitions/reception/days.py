"""The Chairman's days in words, who keeps the schedule, when the line of an online sitting is tried."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions.lawful import Bench
from chuan.petitions.models import ReceptionDay, ReceptionEntry
from chuan.petitions.permissions import KEEPERS, LEADERS
from chuan.ui import formatters as say

DAY, ENTRY, LINE = "reception_day", "reception_entry", "line_test"
"""Kinds of subject, and of the clock of a line to be tried."""

ONLINE, DELEGATE = "reception.online", "reception.chairman.delegate"
"""Values of the law: whether a screen is a form of reception, whether a deputy may receive in his place."""

SCHEDULERS = (*KEEPERS, *LEADERS, Role.OFFICE_CLERK)
"""They plan the Chairman's days and say which were held."""


def may_schedule(viewer: Viewer) -> bool:
    """Planning the Chairman's days."""
    return viewer.has(*SCHEDULERS)


def require_schedule(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_schedule``."""
    require_role(viewer, *SCHEDULERS)


def clock_words(at: time) -> str:
    """An hour as a notice says it: "7 giờ 30", "14 giờ"."""
    return _("%(h)s giờ %(m)02d") % {"h": at.hour, "m": at.minute} if at.minute else _("%s giờ") % at.hour


def hours_words(row: ReceptionDay) -> str:
    """ "07:30 – 11:30"."""
    return f"{row.starts:%H:%M} – {row.ends:%H:%M}"


def words_of(row: ReceptionDay) -> str:
    """One day in a line: day, hours, place or screen, who receives."""
    where = _("trực tuyến, %s") % row.place if row.online else row.place
    told = f"{say.weekday(row.day, with_year=True)}, {hours_words(row)}, {where}, {row.receiver.name}"
    return told[:400]


def last_test_day(row: ReceptionDay, bench: Bench) -> date:
    """The last working day on which the line may be tried in time; the day itself where the law sets none."""
    value = bench.values(row.day).get("reception.online.test")
    day, left = row.day, value.whole if value else 0
    while left:
        day -= timedelta(days=1)
        left -= bench.calendar.day(day).counts
    return day


def register() -> None:
    """Offer the kinds of this part; called when the programme starts."""
    subjects.register(DAY, days)
    subjects.register(ENTRY, entries)


def days(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Days of the viewer's units."""
    rows = ReceptionDay.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {row.uid: _day(row) for row in rows}


def _day(row: ReceptionDay) -> Described:
    untried = row.online and row.tested_on is None
    return Described(
        Subject(DAY, row.uid),
        _("Tiếp công dân %(day)s") % {"day": say.weekday(row.day, with_year=True)},
        reverse("petitions:reception_day", args=[row.uid]),
        note=f"{hours_words(row)}, {_('trực tuyến, chưa thử đường truyền') if untried else row.place}",
        verb=_("Mở buổi tiếp"),
        icon="person",
        settled=row.state != ReceptionDay.State.PLANNED,
    )


def entries(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Rows of the register that the viewer may see: by number and day, never by who came or with what."""
    rows = ReceptionEntry.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {row.uid: _entry(row) for row in rows}


def _entry(row: ReceptionEntry) -> Described:
    told = {"number": row.number, "day": say.day(row.day)}
    return Described(
        Subject(ENTRY, row.uid),
        _("Sổ tiếp công dân số %(number)s, ngày %(day)s") % told,
        reverse("petitions:reception_entry", args=[row.uid]),
        verb=_("Mở dòng"),
        icon="person",
        settled=True,
    )
