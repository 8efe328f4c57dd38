"""What the pages of notices show: rows of the list, and what a choice would bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import Count, Max
from django.utils.translation import gettext as _

from chuan.clocks.models import Clock, NoticeTold
from chuan.clocks.notices.gathering import SPEAKS_ITSELF
from chuan.clocks.notices.saying import counted, group_of, stage_words
from chuan.clocks.offices import calendar_of
from chuan.clocks.reports import DATED, running_of
from chuan.law.notices import practice
from chuan.offers import rooms
from chuan.offers.subjects import Described, Subject, describe
from chuan.people.verbs import KINDS
from chuan.people.verbs import say as say_kind
from chuan.people.viewer import Viewer
from chuan.rules.notices import (
    LATE,
    SOON,
    Bundle,
    Channel,
    Choice,
    Due,
    Told,
    Way,
    bundle_on,
    disturbs,
    next_turn,
)
from chuan.rules.vietnamese import fold
from chuan.rules.working_time import VIETNAM, Calendar

SIGNS = {LATE: "overdue", SOON: "due_soon"}
NAMED = 5
"""Things of a bundle that are named in its preview."""


@dataclass(frozen=True, slots=True)
class Row:
    """One notice: what, where (empty: not his to open any more), at which stage; ``over``: it is settled."""

    key: int
    what: str
    address: str
    icon: str
    words: str
    sign: str
    due: date
    told_at: datetime
    unread: bool
    over: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """The next letter: when, how many of each, the first by name, how many more. ``at_once``: as things come."""

    at: datetime | None
    counts: str
    named: Sequence[str]
    more: int
    at_once: bool = False
    instead: bool = False
    """Whether it shows a letter every morning, to somebody who wants none."""


@dataclass(frozen=True, slots=True)
class Unread:
    """How many notices of things still to be done are not read, and the newest of them."""

    count: int
    newest: int


def unread_of(viewer: Viewer) -> Unread:
    """What the viewer has not read; one statement."""
    found = NoticeTold.objects.seen_by(viewer).unread().aggregate(n=Count("pk"), newest=Max("pk"))
    return Unread(found["n"] or 0, found["newest"] or 0)


def rows_of(told: Sequence[NoticeTold], viewer: Viewer) -> list[Row]:
    """Notices as rows, described by the rooms that own their things."""
    known = describe({_subject(one.clock) for one in told}, viewer)
    return [_row(one, known.get(_subject(one.clock))) for one in told]


def kinds_of(viewer: Viewer, choice: Choice) -> list[tuple[str, str]]:
    """Kinds that have ever waited for him or that he left out, by their words; one statement."""
    mine = Clock.objects.seen_by(viewer).mine(viewer).order_by().values_list("subject_kind", flat=True)
    silent = SPEAKS_ITSELF | rooms.off_kinds(viewer.unit, viewer.on)
    found = (set(mine.distinct()) | choice.without) - silent
    return sorted(((kind, say_kind(KINDS, kind)) for kind in found), key=lambda one: fold(one[1]))


def preview(viewer: Viewer, choice: Choice, *, at: datetime) -> Preview:
    """The letter that would come next if the choice stood from now on, as things are now."""
    calendar, instead = calendar_of(viewer.unit), choice.letter is Way.NONE
    wanted = replace(choice, letter=Way.DAILY) if instead else choice
    moment = _next(wanted, calendar, at)
    if moment is None:
        return Preview(None, "", (), 0, instead=instead)
    bundle = _bundle(viewer, wanted, calendar, at=at, on=moment.astimezone(VIETNAM).date())
    named = _named(bundle, viewer)
    return Preview(
        moment, counted(one.stage for one in bundle.lines), named, len(bundle.lines) - len(named),
        at_once=wanted.letter is Way.AT_ONCE, instead=instead,
    )  # fmt: skip


def _next(choice: Choice, calendar: Calendar, at: datetime) -> datetime | None:
    if choice.letter is not Way.AT_ONCE:
        return next_turn(choice.letter, choice, calendar, at)
    quarters = (at + timedelta(minutes=15 * n) for n in range(40 * 96))
    return next((one for one in quarters if not disturbs(choice, calendar, one)), None)


def _bundle(viewer: Viewer, choice: Choice, calendar: Calendar, *, at: datetime, on: date) -> Bundle:
    silent = SPEAKS_ITSELF | rooms.off_kinds(viewer.unit, viewer.on)
    mine = running_of(viewer).filter(DATED).exclude(subject_kind__in=silent)
    rows = mine.values_list("pk", "subject_kind", "lawful_due_on", "opened_on")
    dues = [Due(pk, kind, due, since) for pk, kind, due, since in rows if due]
    letters = NoticeTold.objects.filter(official=viewer.official, channel=Channel.LETTER.value)
    told = [Told(*row) for row in letters.values_list("clock_id", "stage", "due_on")]
    practised = practice(on)
    known_before = at.astimezone(VIETNAM).date() - practised.fresh
    return bundle_on(
        dues, told, choice, on=on, calendar=calendar, practice=practised, known_before=known_before
    )


def _named(bundle: Bundle, viewer: Viewer) -> list[str]:
    first = bundle.lines[:NAMED]
    clocks = Clock.objects.in_bulk([one.thing.key for one in first])
    known = describe([_subject(one) for one in clocks.values()], viewer)
    rows = []
    for one in first:
        clock = clocks[one.thing.key]
        found = known.get(_subject(clock))
        rows.append(f"{stage_words(one.stage)}: {found.label if found else _kind(clock)}")
    return rows


def _row(one: NoticeTold, known: Described | None) -> Row:
    over = one.clock.settled_on is not None
    return Row(
        key=one.pk,
        what=known.label if known else _kind(one.clock),
        address=known.address if known else "",
        icon=known.icon if known else "file-earmark-text",
        words=_("Đã xong") if over else stage_words(one.stage),
        sign="met" if over else SIGNS.get(group_of(one.stage), "running"),
        due=one.due_on,
        told_at=one.told_at,
        unread=one.read_at is None and not over,
        over=over,
    )


def _kind(clock: Clock) -> str:
    return say_kind(KINDS, clock.subject_kind)


def _subject(clock: Clock) -> Subject:
    return Subject(clock.subject_kind, clock.subject_uid)
