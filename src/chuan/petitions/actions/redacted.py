"""Covered copies: made of a marked scan, looked at a second time, given to verifiers, withdrawn."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

from chuan.exchange.redacting import Redacted, digest_of
from chuan.files import actions as files
from chuan.files import sealing
from chuan.files.models import Attachment, Blob
from chuan.files.sealing import Sealed
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_redacting as refusals
from chuan.petitions.actions.redacting import begin_marking, doing, held_by, let_go, official_of
from chuan.petitions.events import lock
from chuan.petitions.models import Redaction, WorkingCopy
from chuan.petitions.permissions import require_record
from chuan.petitions.projecting import KIND
from chuan.petitions.redacting import second_looks
from chuan.petitions.redacting.marks import areas_as_text, from_text
from chuan.petitions.redacting.second_looks import require_second_look
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act

SUBJECT = "redaction"
"""Kind of thing that a copy's file hangs on."""
PDF = "application/pdf"


def make(copy: WorkingCopy, made: Redacted, sealed: Sealed, *, by: Viewer, at: datetime) -> Redaction:
    """Keep the copy that was drawn, under a seal until somebody has looked at it; destroy the scan.

    ``sealed``: the bytes of ``made``. Raises ``ScanGone``, ``MarkedMeanwhile``.
    """
    with doing("petition.redact", copy.petition, by=by, at=at) as line:
        petition = lock(copy.petition)
        held = held_by(copy, by, at)
        areas = from_text(held.marks).areas
        if digest_of(areas) != made.areas_digest:
            raise refusals.MarkedMeanwhile()
        row = Redaction.objects.create(
            petition=petition, number=petition.redactions.count() + 1, source=held.sealed.uid,
            areas=areas_as_text(areas), areas_digest=made.areas_digest, pages=made.pages,
            sealed=sealing.keep(sealed), by=official_of(by), made_at=at,
        )  # fmt: skip
        second_looks.begin(row, timezone.localtime(at).date())
        let_go(held, at=at)
        line.detail = {"number": row.number, "count": made.pages, "sha256": made.areas_digest}
    return row


def confirm(copy: Redaction, blob: Blob, *, by: Viewer, at: datetime) -> None:
    """Somebody looked at every page: from now on verifiers may take it. ``blob``: its bytes, kept without a seal.

    ``kind`` "own" in the trail: who made it confirmed it, since nobody else could. Raises ``CopySettled``, ``OwnCopy``,
    ``NotFound``, ``NotAllowed``.
    """
    on = timezone.localtime(at).date()
    told = {"kind": "own"} if require_second_look(copy, by, on) else {}
    subject = Subject(KIND, copy.petition.uid)
    with act(
        "petition.redact_confirm", subject, by=by, unit_uid=by.unit_uid, at=at, number=copy.number, **told
    ):
        held = _locked(copy)
        if not held.waits or held.sealed is None:
            raise refusals.CopySettled()
        sealed, held.sealed = held.sealed, None
        held.blob = blob
        held.confirmed_by, held.confirmed_at = by.official, at
        held.save(update_fields=["sealed", "blob", "confirmed_by", "confirmed_at"])
        Attachment.objects.create(
            blob=blob, unit_uid=by.unit_uid, subject_kind=SUBJECT, subject_uid=held.uid,
            name=held.file_name,
        )  # fmt: skip
        sealing.destroy(sealed, at=at)
        second_looks.end(held, on)


def withdraw(copy: Redaction, why: str, *, by: Viewer, at: datetime) -> None:
    """Take a copy back and destroy its bytes. Raises ``CopySettled`` for one that was withdrawn."""
    with doing("petition.redact_withdraw", copy.petition, by=by, at=at, number=copy.number, kind=why):
        _withdrawn(copy, why, by, at)


def mark_more(copy: Redaction, sealed: Sealed, *, by: Viewer, at: datetime) -> WorkingCopy:
    """Withdraw a copy that still tells something, and mark more on it. ``sealed``: the bytes of the copy.

    Raises ``CopySettled``, ``ScanOfAnother``.
    """
    with doing("petition.redact_more", copy.petition, by=by, at=at, number=copy.number):
        petition = lock(copy.petition)
        standing = WorkingCopy.objects.select_related("by").filter(petition=petition).first()
        if standing is not None:
            raise refusals.ScanOfAnother(name=standing.by.name, until=standing.expires_at)
        _withdrawn(copy, Redaction.Why.MORE, by, at)
        return begin_marking(petition, sealed, copy.pages, by=by, at=at)


def take(copy: Redaction, *, by: Viewer, at: datetime) -> bytes:
    """The copy's bytes for somebody who works on the petition; every taking is a line of the trail.

    Raises ``NotFound`` for what the viewer may not see and for a copy that is not confirmed, ``CopyDamaged``.
    """
    require_record(by, copy.petition)
    if not copy.stands or copy.blob is None:
        raise NotFound(thing="bản đã che này")
    try:
        data = files.read(copy.blob)
    except OSError:
        raise refusals.CopyDamaged() from None
    subject = Subject(KIND, copy.petition.uid)
    with act("petition.redact_take", subject, by=by, unit_uid=by.unit_uid, at=at, number=copy.number):
        pass
    return data


def let_go_of_withdrawn(*, at: datetime) -> int:
    """Throw away bytes of withdrawn copies that are still there: a process was killed in between. How many."""
    rows = Redaction.objects.filter(
        withdrawn_at__isnull=False, blob__let_go_at__isnull=True, blob__isnull=False
    )
    found = [row.blob for row in rows.select_related("blob") if row.blob is not None]
    return sum(throw_away(blob, at=at) for blob in found)


def _withdrawn(copy: Redaction, why: str, by: Viewer, at: datetime) -> None:
    held = _locked(copy)
    if held.withdrawn_at is not None:
        raise refusals.CopySettled()
    sealed, held.sealed = held.sealed, None
    held.withdrawn_by, held.withdrawn_at, held.why = by.official, at, why
    held.save(update_fields=["sealed", "withdrawn_by", "withdrawn_at", "why"])
    second_looks.end(held, timezone.localtime(at).date())
    if sealed is not None:
        sealing.destroy(sealed, at=at)
    if held.blob is not None:
        Attachment.objects.filter(subject_kind=SUBJECT, subject_uid=held.uid).delete()
        transaction.on_commit(partial(throw_away, held.blob, at=at))


def throw_away(blob: Blob, *, at: datetime) -> bool:
    """Let the bytes of a copy go, unless they are those of another copy that stands. Whether they went."""
    if Redaction.objects.filter(blob=blob, withdrawn_at__isnull=True).exists():
        return False
    return files.let_go(blob, at=at, besides=Redaction)


def _locked(copy: Redaction) -> Redaction:
    rows = Redaction.objects.select_for_update(of=("self",)).select_related(
        "sealed__blob", "blob", "petition"
    )
    return rows.get(pk=copy.pk)
