"""Starting, moving and settling clocks. Called inside another room's act, whose line tells of it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from chuan.clocks.models import Clock
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


def settle_all(subject_kind: str, uids: Iterable[uuid.UUID], *, on: date, kind: str = "due") -> None:
    """End the running clocks of many subjects of one kind on the day."""
    Clock.objects.running().filter(subject_kind=subject_kind, subject_uid__in=list(uids), kind=kind).update(
        state=Clock.State.ENDED, settled_on=on
    )


def hand_over_all(
    subject_kind: str, uids: Iterable[uuid.UUID], *, post: Post | None, official: Official | None,
    role: str = "", kind: str = "due",
) -> None:  # fmt: skip
    """Give the running clocks of many subjects of one kind to whoever answers now; no date moves."""
    Clock.objects.running().filter(subject_kind=subject_kind, subject_uid__in=list(uids), kind=kind).update(
        owner_post=post, owner_official=official, owner_role=role
    )
