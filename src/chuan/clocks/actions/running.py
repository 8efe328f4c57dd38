"""Starting, moving and settling clocks. Called inside another room's act, whose line tells of it."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from chuan.clocks.models import Clock, ClockQuerySet
from chuan.offers.subjects import Subject
from chuan.people.models import Official, Post, Unit


@dataclass(frozen=True, slots=True)
class Wanted:
    """A clock to start for a subject that has none yet."""

    subject: Subject
    opened_on: date
    due_on: date
    post: Post | None = None
    official: Official | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A clock as its room has reckoned it by law, all dates beside one another.

    ``due_on`` is the day lateness is judged by; None while somebody else holds the case (``waiting``,
    ``holder``) or when it cannot be said. ``settled_on`` ends it.
    """

    subject: Subject
    opened_on: date
    due_on: date | None
    first_promise_on: date | None = None
    appointment_on: date | None = None
    holder: str = ""
    waiting: bool = False
    settled_on: date | None = None
    post: Post | None = None
    official: Official | None = None
    role: str = ""


def start(
    subject: Subject, *, unit: Unit, opened_on: date, due_on: date, kind: str = "due", post: Post | None = None,
    official: Official | None = None, role: str = "",
) -> Clock:  # fmt: skip
    """Start the subject's clock, or move it when it already runs; the first promise is kept."""
    clock, _ = Clock.objects.update_or_create(
        subject_kind=subject.kind,
        subject_uid=subject.uid,
        kind=kind,
        defaults={
            "unit": unit,
            "lawful_due_on": due_on,
            "owner_post": post,
            "owner_official": official,
            "owner_role": role,
            "state": Clock.State.RUNNING,
            "settled_on": None,
        },
        create_defaults={
            "unit": unit,
            "opened_on": opened_on,
            "first_promise_on": due_on,
            "lawful_due_on": due_on,
            "owner_post": post,
            "owner_official": official,
            "owner_role": role,
        },
    )
    return clock


def settle(subject: Subject, *, on: date, kind: str = "due") -> None:
    """End the subject's clock on the day; nothing happens when none runs."""
    Clock.objects.running().filter(subject_kind=subject.kind, subject_uid=subject.uid, kind=kind).update(
        state=Clock.State.ENDED, settled_on=on
    )


def reappoint(subject: Subject, *, on: date | None, kind: str = "due") -> None:
    """Keep the day newly promised with an apology (None: taken back); it moves no other date of the clock."""
    Clock.objects.running().filter(subject_kind=subject.kind, subject_uid=subject.uid, kind=kind).update(
        appointment_on=on
    )


def start_all(wanted: Iterable[Wanted], *, unit: Unit, kind: str = "due") -> None:
    """Start many clocks at once, each for a subject that has none; one statement for all."""
    Clock.objects.bulk_create(
        Clock(
            subject_kind=one.subject.kind, subject_uid=one.subject.uid, kind=kind, unit=unit,
            opened_on=one.opened_on, first_promise_on=one.due_on, lawful_due_on=one.due_on,
            owner_post=one.post, owner_official=one.official, owner_role=one.role,
        )
        for one in wanted
    )  # fmt: skip


def keep_all(reckoned: Iterable[Reckoned], *, unit: Unit, kind: str = "due") -> None:
    """Bring many lawful clocks to what was reckoned, a few statements for thousands.

    Those that run or wait are started or moved; those that are settled end if they run, and no clock is
    made for a case that was over before anybody had to look at it.
    """
    over: dict[tuple[str, date], list[uuid.UUID]] = defaultdict(list)
    live = []
    for one in reckoned:
        if one.settled_on is None:
            live.append(_row(one, unit, kind))
        else:
            over[one.subject.kind, one.settled_on].append(one.subject.uid)
    Clock.objects.bulk_create(
        live, batch_size=BATCH, update_conflicts=True,
        unique_fields=["subject_kind", "subject_uid", "kind"], update_fields=_MOVED,
    )  # fmt: skip
    for (subject_kind, on), uids in _running(over, kind):
        settle_all(subject_kind, uids, on=on, kind=kind)


_MOVED = (
    "unit", "legal", "owner_post", "owner_official", "owner_role", "opened_on", "first_promise_on",
    "lawful_due_on", "appointment_on", "holder", "state", "settled_on",
)  # fmt: skip
BATCH = 1000
"""How many rows, or keys in a list, go into one statement."""


def _row(one: Reckoned, unit: Unit, kind: str) -> Clock:
    return Clock(
        subject_kind=one.subject.kind, subject_uid=one.subject.uid, kind=kind, unit=unit, legal=True,
        owner_post=one.post, owner_official=one.official, owner_role=one.role, opened_on=one.opened_on,
        first_promise_on=one.first_promise_on, lawful_due_on=one.due_on, appointment_on=one.appointment_on,
        holder=one.holder, state=Clock.State.WAITING if one.waiting else Clock.State.RUNNING,
    )  # fmt: skip


def _running(
    over: dict[tuple[str, date], list[uuid.UUID]], kind: str
) -> Iterator[tuple[tuple[str, date], list[uuid.UUID]]]:
    """Of the settled ones, those whose clock still runs: after a first import hardly any."""
    by_kind: dict[str, list[uuid.UUID]] = defaultdict(list)
    for (subject_kind, _on), uids in over.items():
        by_kind[subject_kind] += uids
    running = {
        uid
        for subject_kind, uids in by_kind.items()
        for some in _in_batches(uids)
        for uid in _of(subject_kind, some, kind).values_list("subject_uid", flat=True)
    }
    found = ((key, [uid for uid in uids if uid in running]) for key, uids in over.items())
    return ((key, uids) for key, uids in found if uids)


def _of(subject_kind: str, uids: list[uuid.UUID], kind: str) -> ClockQuerySet:
    return Clock.objects.running().filter(subject_kind=subject_kind, subject_uid__in=uids, kind=kind)


def _in_batches(uids: Iterable[uuid.UUID]) -> Iterator[list[uuid.UUID]]:
    rest = iter(uids)
    while some := list(islice(rest, BATCH)):
        yield some


def settle_all(subject_kind: str, uids: Iterable[uuid.UUID], *, on: date, kind: str = "due") -> None:
    """End the running clocks of many subjects of one kind on the day."""
    for some in _in_batches(uids):
        _of(subject_kind, some, kind).update(state=Clock.State.ENDED, settled_on=on)


def hand_over_all(
    subject_kind: str, uids: Iterable[uuid.UUID], *, post: Post | None, official: Official | None,
    role: str = "", kind: str = "due",
) -> None:  # fmt: skip
    """Give the running clocks of many subjects of one kind to whoever answers now; no date moves."""
    for some in _in_batches(uids):
        _of(subject_kind, some, kind).update(owner_post=post, owner_official=official, owner_role=role)
