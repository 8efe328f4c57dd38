"""Writing what was judged: the petition's columns, the state that begins, the state that ends, its clock."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from django.db.models import Q, QuerySet
from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.offers.calendars import Moved
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.roles import Role
from chuan.petitions import keeping, searching
from chuan.petitions.events import standing
from chuan.petitions.judging import COLUMNS, Judged, Told, judge
from chuan.petitions.lawful import Bench, bench_of
from chuan.petitions.models import Petition, PetitionEvent, PetitionState
from chuan.petitions.steps import LIFECYCLES, STEP_OF
from chuan.petitions.stories import told_of
from chuan.rules.petitions.clocks import CLOCKS
from chuan.rules.working_time import Calendar

KIND = "petition"
BATCH = 500
_standing = attrgetter(*COLUMNS)


@dataclass(frozen=True, slots=True)
class Stands:
    """A petition and how it stands now that it was judged again."""

    petition: Petition
    now: Judged
    starts: frozenset[date] = frozenset()
    """Days of steps that a clock may start on, beside those that are columns."""

    @property
    def changed(self) -> bool:
        """Whether a new state begins."""
        return not self.petition.states or _standing(self.petition) != _standing(self.now)

    @property
    def due_moved(self) -> bool:
        """Whether another day is due next."""
        was, now = self.petition, self.now
        return (was.due_on, was.next_due_on) != (now.due_on, now.next_due_on)


def project(petition: Petition, *, at: datetime, why: str, bench: Bench | None = None) -> bool:
    """Judge one petition again and write it, inside an act. Whether anything changed."""
    found = judged([petition], bench or bench_of(petition.owner_unit), at=at)
    write(found, petition.owner_unit, at=at, why=why)
    searching.put([petition])  # also where only the handler changed: he may find it now
    return found[0].changed


def judged(petitions: Sequence[Petition], bench: Bench, *, at: datetime) -> list[Stands]:
    """Judge petitions by their standing lines. Reads the database, writes nothing."""
    lines: dict[int, list[PetitionEvent]] = defaultdict(list)
    keys = [one.pk for one in petitions if one.pk]
    for start in range(0, len(keys), BATCH):
        some = PetitionEvent.objects.filter(petition_id__in=keys[start : start + BATCH])
        for event in standing(some):
            lines[event.petition_id].append(event)
    return [_stands(one, told_of(one, lines[one.pk]), bench, at) for one in petitions]


def _stands(petition: Petition, told: Told, bench: Bench, at: datetime) -> Stands:
    starts = frozenset(line.on for line in told.lines if STEP_OF.get(line.verb) in _STARTING)
    return Stands(petition, judge(told, bench, at=at), starts)


_STARTING = frozenset(step for clock in CLOCKS for step in clock.starts)


def write(
    found: Iterable[Stands], unit: Unit, *, at: datetime, why: str, import_uid: uuid.UUID | None = None
) -> None:
    """Write those that changed, their states and clocks; a few statements for hundreds. Inside an act."""
    told = list(found)
    keep_law(told, at)
    changed = [one for one in told if one.changed]
    for start in range(0, len(changed), BATCH):
        _write(changed[start : start + BATCH], at=at, why=why, import_uid=import_uid)
    on = timezone.localtime(at).date()
    clocks.keep_all((clock_of(one.petition, on) for one in told), unit=unit)


def keep_law(told: Sequence[Stands], at: datetime) -> None:
    """What each takes with it of the law its clocks started under. Inside an act.

    Those that change are saved by the caller with their other columns, the others here.
    """
    on = timezone.localtime(at).date()
    texts, only = dict[str, str](), []
    for one in told:
        starts = {one.now.received_on, one.now.accepted_on, one.now.settled_on, *one.starts} - {None}
        took = keeping.keep(one.petition, (day for day in starts if day), on=on)
        texts |= took
        if took and not one.changed:
            only.append(one.petition)
    keeping.save(texts, at=at)
    Petition.objects.bulk_update(only, ["law_kept"], batch_size=100)


def _write(some: Sequence[Stands], *, at: datetime, why: str, import_uid: uuid.UUID | None) -> None:
    for one in some:
        for name in COLUMNS:
            setattr(one.petition, name, getattr(one.now, name))
        one.petition.states += 1
    rows = [one.petition for one in some]
    put(rows, [*COLUMNS, "states", "law_kept"])
    ended = PetitionState.objects.filter(until_at__isnull=True, petition_id__in=[one.pk for one in rows])
    ended.update(until_at=at)
    PetitionState.objects.bulk_create(
        (
            PetitionState(
                petition=one, owner_unit_id=one.owner_unit_id, seq=one.states, recorded_at=at, why=why[:20],
                import_uid=import_uid, **{name: getattr(one, name) for name in COLUMNS},
            )
            for one in rows
        ),
        batch_size=100,
    )  # fmt: skip


def put(rows: Sequence[Petition], names: Sequence[str]) -> None:
    """Write some columns of petitions that are kept already; a fraction of the time of ``bulk_update``."""
    Petition.objects.bulk_create(
        rows, batch_size=BATCH, update_conflicts=True, unique_fields=["uid"], update_fields=list(names)
    )


def clock_of(petition: Petition, on: date) -> clocks.Reckoned:
    """The one clock that stands in Việc của tôi: of the running ones the one due first.

    Whose it is: who was given the petition, else whoever keeps the register.
    """
    running = waits_for_us(petition)
    suspended = petition.status == "suspended"
    return clocks.Reckoned(
        Subject(KIND, petition.uid),
        opened_on=petition.received_on or on,
        due_on=None if suspended else petition.next_due_on,
        first_promise_on=petition.next_due_on,
        holder="suspended" if suspended else "office",
        waiting=suspended,
        settled_on=None if running else (petition.settled_on or on),
        official=petition.handler,
        role="" if petition.handler_id else Role.PETITION_CLERK,
    )


def waits_for_us(petition: Petition) -> bool:
    """Whether anything of the petition is still to be done here by a day, or at all."""
    if not petition.present or petition.repeat or petition.status == "divided":
        return False
    unsolved = petition.settled_on is None and petition.decided in ("", "accept")
    return unsolved or petition.next_due_on is not None


def recompute(unit: Unit, at: datetime) -> int:
    """For ``offers.calendars``: judge what is in work by the calendar as it is now; how many due days moved."""
    found = judged(list(running_of(unit)), bench_of(unit), at=at)
    moved = [one for one in found if one.due_moved]
    write(moved, unit, at=at, why="calendar")
    return len(moved)


def would_move(unit: Unit, calendar: Calendar, at: datetime) -> Sequence[Moved]:
    """For ``offers.calendars``: petitions in work that another calendar gives another due day; nothing is written."""
    found = judged(list(running_of(unit)), bench_of(unit, calendar), at=at)
    return [
        Moved(Subject(KIND, one.petition.uid), one.petition.code, *_days(one))
        for one in found
        if one.due_moved
    ]


def _days(one: Stands) -> tuple[date | None, date | None]:
    """The deadline that is next, before and after; where that one stays, the day of solving."""
    was, now = one.petition, one.now
    if was.next_due_on != now.next_due_on:
        return was.next_due_on, now.next_due_on
    return was.due_on, now.due_on


def unfinished() -> Q:
    """Petitions of which something is left to do: their kind's table leads on from where they are, or a clock runs."""
    over = Q()
    for kind, table in LIFECYCLES.items():
        over |= Q(kind=kind, status__in=sorted(table.ends))
    return ~over | Q(next_due_on__isnull=False)


def running_of(unit: Unit, keys: Collection[int] | None = None) -> QuerySet[Petition]:
    """The unit's petitions of which some clock runs, all or some."""
    rows = Petition.objects.running().filter(owner_unit=unit).select_related("handler", "owner_unit")
    return (rows if keys is None else rows.filter(pk__in=keys)).order_by("pk")
