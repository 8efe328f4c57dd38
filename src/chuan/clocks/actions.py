"""Starting, moving and settling clocks. Called inside another room's act, whose line tells of it."""

from __future__ import annotations

from datetime import date

from chuan.clocks.models import Clock
from chuan.offers.subjects import Subject
from chuan.people.models import Official, Post, Unit


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
            "unit": unit, "lawful_due_on": due_on, "owner_post": post, "owner_official": official,
            "owner_role": role, "state": Clock.State.RUNNING, "settled_on": None,
        },  # fmt: skip
        create_defaults={
            "unit": unit, "opened_on": opened_on, "first_promise_on": due_on, "lawful_due_on": due_on,
            "owner_post": post, "owner_official": official, "owner_role": role,
        },  # fmt: skip
    )
    return clock


def settle(subject: Subject, *, on: date, kind: str = "due") -> None:
    """End the subject's clock on the day; nothing happens when none runs."""
    Clock.objects.running().filter(subject_kind=subject.kind, subject_uid=subject.uid, kind=kind).update(
        state=Clock.State.ENDED, settled_on=on
    )
