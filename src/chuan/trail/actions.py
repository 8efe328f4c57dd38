"""``act``: the one way to change anything. The trail's line is written last, in the same transaction."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from django.db import transaction
from django.db.models import Subquery
from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.rules import refusals
from chuan.trail import chain as links
from chuan.trail.models import Detail, Entry, Head

LONGEST_ACT = timedelta(seconds=30)
"""spine.md §2: with as_of at least 60 s back, no act that began before the cut can commit after it unseen."""


CLOCK_TOLERANCE = timedelta(minutes=2)
"""How far the machine's clock may go back: a correction over the network, not a dead battery."""


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
    than 30 s, so that nothing is committed behind a cut that has already been counted, and ``ClockSetBack``
    when the machine's clock is earlier than the house has written before.
    """
    with transaction.atomic():
        doing = Act(verb, subject, dict(detail))
        yield doing
        if timezone.now() - at > LONGEST_ACT:
            raise refusals.ActionTooOld()
        doing.entry = _append(doing, by=by, unit_uid=unit_uid, at=at)


def _append(
    doing: Act, *, by: Actor, unit_uid: uuid.UUID, at: datetime, is_clock_accepted: bool = False
) -> Entry:
    on = timezone.localtime(at).date()
    chain = f"{unit_uid}/{on.year}"
    body = links.canonical(doing.detail) if doing.detail else ""
    salt = secrets.token_hex(16) if body else ""
    head, last_written = _locked_head(chain)
    now = wall_clock()
    if last_written and now < last_written - CLOCK_TOLERANCE and not is_clock_accepted:
        raise refusals.ClockSetBack(now=now, last=last_written)
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
    Head.objects.filter(pk=head.pk).update(seq=seq, hash=entry.hash, written_at=now)
    return entry


def _locked_head(chain: str) -> tuple[Head, datetime | None]:
    """The chain's head, locked; and the latest moment any chain was written, asked in the same statement."""
    Head.objects.get_or_create(chain=chain, defaults={"hash": links.GENESIS})
    latest = Head.objects.filter(written_at__isnull=False).order_by("-written_at").values("written_at")[:1]
    head = Head.objects.select_for_update().annotate(latest=Subquery(latest)).get(chain=chain)
    return head, head.latest


def wall_clock() -> datetime:
    """The machine's clock now; read here and not at the door, because it is the clock itself that is judged."""
    return datetime.now(UTC)


def last_written() -> datetime | None:
    """The latest moment, by the machine's clock, at which a line was written; None in an empty house."""
    found = Head.objects.filter(written_at__isnull=False).order_by("-written_at").first()
    return found.written_at if found else None


def accept_clock(*, reason: str, at: datetime) -> int:
    """Take the machine's clock for right although the house has written later moments; the units it concerned.

    The way out when a clock had run ahead for a while and was put right. A line in the chain of each unit that was
    written ahead says so, with both moments and the reason. Raises ``ReasonMissing``.
    """
    if not reason.strip():
        raise refusals.ReasonMissing()
    with transaction.atomic():
        now = wall_clock()
        ahead = list(Head.objects.select_for_update().filter(written_at__gt=now).order_by("chain"))
        units = {uuid.UUID(head.chain.partition("/")[0]): head.written_at for head in ahead}
        for unit_uid, written_at in units.items():
            detail = {"before": written_at.isoformat() if written_at else "", "reason": reason.strip()}
            doing = Act("clock.accept", Subject("unit", unit_uid), detail)
            _append(doing, by=SYSTEM, unit_uid=unit_uid, at=at, is_clock_accepted=True)
        Head.objects.filter(pk__in=[head.pk for head in ahead]).update(written_at=now)
    return len(units)
