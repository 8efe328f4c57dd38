"""Judging dossiers anew when not the file but what they are judged by has changed: calendar, time limit, law, names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from chuan.dossiers.models import IN_WORK, Dossier
from chuan.dossiers.working import Change, Desk, desk_of, work
from chuan.dossiers.writing import KIND, Writing, in_work
from chuan.offers.calendars import Moved
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.rules.working_time import Calendar

ONLY_RUNNING = ("calendar", "law")
"""Reasons that touch only what is still in work."""
BATCH = 500


def rebuild(unit: Unit, dossier_ids: Collection[int] | None, *, why: str, at: datetime) -> Writing:
    """What has to be written when these dossiers (None: all of the unit) are judged anew; call it inside an act.

    ``why``: "calendar", "law" (the values of today in place of those kept at acceptance), "procedure", "handler",
    "import". With a new calendar or law only dossiers in work are judged anew: a settled one was early, on time or
    late by what was known when it was settled, and a later notice must not make somebody late, or excuse him. A
    confirmed time limit is different: the limit was in force all along, only Chuẩn did not know it; so every
    dossier of the procedure is judged by it. The first promise stays in either case, and the former due day
    stays in the former state. Reads the database, writes nothing; ``moved`` says how many due days move.
    """
    desk = desk_of(unit, rebase=why == "law")
    changes = _changes(desk, _codes(unit, dossier_ids, running=why in ONLY_RUNNING))
    return Writing(unit, why, at, None, changes, desk.new_names)


def recompute(unit: Unit, at: datetime) -> int:
    """For ``offers.calendars``: judge what is in work by the calendar as it is now; how many due days moved."""
    writing = rebuild(unit, None, why="calendar", at=at)
    writing()
    return writing.moved


def would_move(unit: Unit, calendar: Calendar, at: datetime) -> Sequence[Moved]:
    """For ``offers.calendars``: the dossiers in work that another calendar would give another due day."""
    desk = desk_of(unit, calendar=calendar)
    changes = _changes(desk, _codes(unit, None, running=True))
    return [moved for one in changes if (moved := _moved(one)) is not None]


def _moved(one: Change) -> Moved | None:
    if one.known is None or not one.due_moved or not in_work(one):
        return None
    before: date | None = one.known.standing.judged_due_on
    return Moved(Subject(KIND, one.known.uid), one.code, before, one.standing.judged_due_on)


def _changes(desk: Desk, codes: Sequence[str]) -> list[Change]:
    return list(work(desk, codes, {}))


def _codes(unit: Unit, ids: Collection[int] | None, *, running: bool) -> list[str]:
    """Codes of the dossiers, in the order of receipt."""
    rows = Dossier.objects.filter(owner_unit=unit, present=True)
    if running:
        rows = rows.filter(settled_on__isnull=True, status__in=IN_WORK)
    if ids is None:
        return list(rows.order_by("received_on", "pk").values_list("code", flat=True))
    wanted, found = list(ids), list[str]()
    for start in range(0, len(wanted), BATCH):
        some = rows.filter(pk__in=wanted[start : start + BATCH])
        found += some.order_by("received_on", "pk").values_list("code", flat=True)
    return found
