"""``act``: the one way to change anything. The trail's line is written last, in the same transaction."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.db import transaction
from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.rules import refusals
from chuan.trail import chain as links
from chuan.trail.models import Detail, Entry, Head

LONGEST_ACT = timedelta(seconds=30)
"""spine.md §2: with as_of at least 60 s back, no act that began before the cut can commit after it unseen."""


class Actor(Protocol):
    """Whoever acts: ``people.Viewer``, or SYSTEM."""

    @property
    def trail_name(self) -> str:
        """How the trail names the actor: a uid, never a personal name."""
        ...


@dataclass(frozen=True)
class System:
    """The programme itself (imports of examples, scheduled work)."""

    trail_name: str = "system"


SYSTEM = System()


@dataclass
class Act:
    """What an act fills in while it runs; read once, when its line is written."""

    verb: str
    subject: Subject
    detail: dict[str, Any] = field(default_factory=dict)
    entry: Entry | None = None


@contextmanager
def act(
    verb: str, subject: Subject, *, by: Actor, unit_uid: uuid.UUID, at: datetime, **detail: Any
) -> Iterator[Act]:
    """Run the block in one transaction and append its line last.

    ``at`` is the moment read at the door. Raises ``ActionTooOld`` when the block took longer
    than 30 s, so that nothing is committed behind a cut that has already been counted.
    """
    with transaction.atomic():
        doing = Act(verb, subject, dict(detail))
        yield doing
        if timezone.now() - at > LONGEST_ACT:
            raise refusals.ActionTooOld()
        doing.entry = _append(doing, by=by, unit_uid=unit_uid, at=at)


def _append(doing: Act, *, by: Actor, unit_uid: uuid.UUID, at: datetime) -> Entry:
    on = timezone.localtime(at).date()
    chain = f"{unit_uid}/{on.year}"
    body = links.canonical(doing.detail) if doing.detail else ""
    salt = secrets.token_hex(16) if body else ""
    head = _locked_head(chain)
    seq = head.seq + 1
    line = links.make_line(
        chain=chain, seq=seq, at=at, actor=by.trail_name, verb=doing.verb, kind=doing.subject.kind,
        uid=doing.subject.uid, digest=links.salted_digest(salt, body), prev=head.hash,
    )  # fmt: skip
    entry = Entry.objects.create(
        chain=chain, seq=seq, at=at, on=on, actor=by.trail_name, verb=doing.verb,
        subject_kind=doing.subject.kind, subject_uid=doing.subject.uid, line=line, prev=head.hash,
        hash=links.line_hash(line),
    )  # fmt: skip
    if body:
        Detail.objects.create(entry=entry, salt=salt, body=body)
    Head.objects.filter(pk=head.pk).update(seq=seq, hash=entry.hash)
    return entry


def _locked_head(chain: str) -> Head:
    Head.objects.get_or_create(chain=chain, defaults={"hash": links.GENESIS})
    return Head.objects.select_for_update().get(chain=chain)
