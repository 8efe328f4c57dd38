"""A pack is asked for; it is made and its digest with the heads of the trail in it are kept."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

from django.utils import timezone

from chuan.conformity.models import EvidencePack
from chuan.conformity.pack.gathering import Gathered, steps
from chuan.conformity.pack.refusals import PeriodToCome, PeriodUpsideDown
from chuan.conformity.permissions import require_keep
from chuan.files import actions as files
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from chuan.trail.actions import SYSTEM, act
from chuan.trail.models import Anchor

LONGEST = 731
"""Days: two years."""
ZIP = "application/zip"


def ask_for_pack(first: date, last: date, *, by: Viewer, at: datetime) -> EvidencePack:
    """Write down that a pack of these days (both counted) is wanted; the caller starts it.

    Raises ``NotAllowed``, ``PeriodToCome``, ``PeriodUpsideDown``.
    """
    require_keep(by)
    if last < first or (last - first).days >= LONGEST:
        raise PeriodUpsideDown(first=first, last=last)
    if first > by.on:
        raise PeriodToCome(day=first)
    asked = Period(first, last + timedelta(days=1))
    wanted = EvidencePack(
        unit=by.unit, period_start=asked.start, period_end=asked.end, total=steps(), asked_by=by.official,
        asked_by_name=by.name[:120], asked_on=by.on, recorded_at=at, touched_at=at,
    )  # fmt: skip
    subject = Subject("evidence_pack", wanted.uid)
    with act("pack.ask", subject, by=by, unit_uid=by.unit.uid, at=at, first=str(first), last=str(last)):
        wanted.save()
    return wanted


def keep_pack(wanted: EvidencePack, made: Gathered, *, at: datetime) -> None:
    """Keep the file, its digest, and the trail's heads that went out with it."""
    blob = files.keep(made.data, media_type=ZIP)
    subject, digest = Subject("evidence_pack", wanted.uid), made.manifest.digest
    where = f"{made.name} · {timezone.localtime(at):%d/%m/%Y %H:%M}"[:200]
    with act("pack.made", subject, by=SYSTEM, unit_uid=_unit(wanted), at=at, digest=digest, file=made.name):
        Anchor.objects.bulk_create(
            Anchor(chain=one.chain, seq=one.seq, hash=one.hash, where=where, at=at) for one in made.heads
        )
        EvidencePack.objects.filter(pk=wanted.pk).update(
            blob=blob, file_name=made.name, digest=digest, files=len(made.manifest.files), done=wanted.total,
            touched_at=at, finished_at=at,
        )  # fmt: skip


def _unit(wanted: EvidencePack) -> uuid.UUID:
    return wanted.unit.uid
