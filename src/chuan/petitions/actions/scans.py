"""Scans of ordinary letters: hung on the petition under its code, taken off for good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath

from chuan.files import actions as files
from chuan.files.models import Attachment, Blob
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.actions.reception_names import forget_who_came
from chuan.petitions.actions.recording import step
from chuan.petitions.events import data_of
from chuan.petitions.models import BlindKey, Petition, Sender
from chuan.petitions.permissions import require_keep, require_record, require_seen
from chuan.petitions.projecting import KIND
from chuan.petitions.receiving.whole_letters import may_hold_sender, whole_letter
from chuan.petitions.sealed.typed_before import files_of

MOST = 10
"""Scans of one letter."""


def scans_of(petition: Petition) -> list[Attachment]:
    """The scans that hang on the petition, oldest first."""
    rows = Attachment.objects.filter(subject_kind=KIND, subject_uid=petition.uid, unit_uid=petition.unit.uid)
    return list(rows.select_related("blob").order_by("pk"))


def require_scannable(petition: Petition, by: Viewer) -> None:
    """Raises ``NotFound``, ``NotAllowed``, ``SenderNotKept``: asked before a file is looked at."""
    require_record(by, petition)
    if not may_hold_sender(petition):
        raise refusals.SenderNotKept()


def attach(petition: Petition, kept: Sequence[tuple[Blob, str]], *, by: Viewer, at: datetime) -> None:
    """Hang checked files (``exchange.proofs.keep_proof``) on the petition; each is named by code and number.

    Raises as ``require_scannable``, and ``ScansTooMany``.
    """
    require_scannable(petition, by)
    with step(petition, "attach", by=by, at=at) as doing:
        if not may_hold_sender(doing.petition):
            raise refusals.SenderNotKept()
        there = scans_of(doing.petition)
        if len(there) + len(kept) > MOST:
            raise refusals.ScansTooMany(most=MOST)
        first = 1 + max((_number(one.name) for one in there), default=0)
        Attachment.objects.bulk_create(
            [
                Attachment(
                    blob=blob, unit_uid=doing.petition.unit.uid, subject_kind=KIND, subject_uid=doing.petition.uid,
                    name=f"{doing.petition.code}-{n}{PurePath(name).suffix.lower()}",
                )
                for n, (blob, name) in enumerate(kept, start=first)
            ],
            batch_size=100,
        )  # fmt: skip
        doing.detail = {"count": len(kept)}


def detach(petition: Petition, scan: Attachment, *, by: Viewer, at: datetime) -> bool:
    """Take a scan off and destroy its bytes; False where the same bytes hang on something else as well."""
    require_keep(by)
    require_seen(by, petition)
    with step(petition, "detach", by=by, at=at) as doing:
        blobs = drop(petition, [scan])
        doing.detail = {"count": 1}
    return destroy(blobs, at=at)


def drop(petition: Petition, scans: Sequence[Attachment]) -> list[Blob]:
    """Take scans off a petition, inside an act; the bytes go once it has ended (``destroy``)."""
    Attachment.objects.filter(
        pk__in=[one.pk for one in scans], subject_kind=KIND, subject_uid=petition.uid
    ).delete()
    return [one.blob for one in scans]


def forget_senders(petition: Petition) -> list[Blob]:
    """Take senders, their keys and the scans off a petition, the letter it is a part of and its other parts.

    What the register of reception says of who came goes too, and files of lines that nobody declared free of what
    tells the denouncer, as none may be hung on a denunciation (``actions.solving.working.require_file``). Inside an
    act; the bytes go once it has ended (``destroy``).
    """
    whole = whole_letter(petition)
    Sender.objects.filter(petition__in=whole).delete()
    forget_who_came(whole)
    BlindKey.objects.filter(petition__in=whole, kind=BlindKey.Kind.SENDER).delete()
    return [blob for one in whole for blob in (*drop(one, scans_of(one)), *_drop_undeclared(one))]


def _drop_undeclared(petition: Petition) -> list[Blob]:
    """Files of its lines, less those that a keeper looked through for the sake of a denouncer."""
    declared = {one.seq for one in petition.events.all() if data_of(one).get("declared") == "yes"}
    gone = [one for seq, one in files_of(petition) if seq not in declared]
    Attachment.objects.filter(pk__in=[one.pk for one in gone]).delete()
    return [one.blob for one in gone]


def pass_on(petition: Petition, parts: Sequence[Petition]) -> None:
    """Hang a letter's scans on each of its parts instead, by the part's code: the letter itself is nobody's work."""
    scans = scans_of(petition)
    Attachment.objects.bulk_create(
        [
            Attachment(
                blob=scan.blob, unit_uid=part.unit.uid, subject_kind=KIND, subject_uid=part.uid,
                name=f"{part.code}-{n}{PurePath(scan.name).suffix.lower()}",
            )
            for part in parts
            for n, scan in enumerate(scans, start=1)
        ],
        batch_size=100,
    )  # fmt: skip
    drop(petition, scans)


def destroy(blobs: Sequence[Blob], *, at: datetime) -> bool:
    """Throw away the bytes of what hung nowhere else. Whether all of them are gone."""
    gone = [
        files.let_go(one, at=at, besides=Attachment)
        for one in blobs
        if not Attachment.objects.filter(blob=one).exists()
    ]
    return len(gone) == len(blobs) and all(gone)


def _number(name: str) -> int:
    tail = PurePath(name).stem.rpartition("-")[2]
    return int(tail) if tail.isdigit() else 0
