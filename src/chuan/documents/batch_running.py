"""Folders of signed files checked in the background: some at a time, each piece written in one act.

A process may die half way: what was written stands, what waits is taken up again by the next sign of life. A file
that kills its checking process twice is written down as unreadable and stops no other.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import task

from chuan.documents import searching
from chuan.documents.actions.matching import give
from chuan.documents.checking import record_check, trust_of
from chuan.documents.headings import Heading, heading_of
from chuan.documents.matching import Book, book_of
from chuan.documents.models import Document, FileBatch, SignedFile
from chuan.documents.secrecy import is_marked_secret
from chuan.exchange.papers import extract_pdfs
from chuan.exchange.signatures import SignatureReport, Trust, check_many
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.offers import registers
from chuan.offers.subjects import Subject
from chuan.people.models import heir_of
from chuan.rules.lifecycles import SIGNED_FILE
from chuan.rules.refusals import FileUnreadable, Refused
from chuan.trail.actions import System, act

logger = logging.getLogger(__name__)

CHECKER = System("system/signed-files")
"""Who the trail names for a check that ran in the background; who dropped the folder stands on the folder."""
PIECE = 20
SILENT = timedelta(minutes=3)
WITHHELD = "tệp có dấu mật: không giữ tệp, không giữ số và trích yếu"
UNNAMED = "(tệp mật)"


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found of one file, before anything is written."""

    file: SignedFile
    report: SignatureReport | Refused
    heading: Heading
    secret: bool = False


def start(batch: FileBatch) -> None:
    """Put the folder in line for checking."""
    check_later.enqueue(str(batch.uid))


def pick_up_stale(at: datetime) -> int:
    """Take up again folders whose checking process died; how many. Called at start and before their pages."""
    silent = FileBatch.objects.filter(finished_at__isnull=True, touched_at__lt=at - SILENT)
    found = list(silent)
    for one in found:
        FileBatch.objects.filter(pk=one.pk).update(touched_at=at)
        start(one)
    return len(found)


@task()
def check_later(uid: str) -> None:
    """Background: check what waits in a folder."""
    batch = FileBatch.objects.select_related("unit").filter(uid=uuid.UUID(uid)).first()
    if batch is not None and batch.finished_at is None:
        check_batch(batch, clock=timezone.now)


def check_batch(batch: FileBatch, *, clock: Callable[[], datetime]) -> FileBatch:
    """Check every file that waits; safe to call again after a death half way.

    ``clock`` is read for each piece: an act may last half a minute, a folder lasts longer.
    """
    trust = trust_of(batch.unit)
    while some := _next(batch):
        looked = _look(some, trust, at=clock())
        _write(batch, looked, at=clock())
    at = clock()
    FileBatch.objects.filter(pk=batch.pk, finished_at__isnull=True).update(finished_at=at, touched_at=at)
    batch.refresh_from_db()
    registers.imported(batch.unit, "documents_out", None, at)
    return batch


def _next(batch: FileBatch) -> list[SignedFile]:
    waiting = batch.files.filter(status="waiting").select_related("blob").order_by("pk")
    return list(waiting[:PIECE])


def _look(some: Sequence[SignedFile], trust: Trust, *, at: datetime) -> list[Looked]:
    """Read, check, and read the heads: slow, outside every transaction."""
    held = [(one, data) for one in some if (data := _bytes(one)) is not None]
    named = [(one.file_name, data) for one, data in held]
    reports = [found for _name, found in check_many(named, trust=trust, at=at)]
    texts = [found for _name, found in extract_pdfs(named)]
    looked = [
        _looked(one, report, "" if isinstance(text, Refused) else text.text)
        for (one, _data), report, text in zip(held, reports, texts, strict=True)
    ]
    there = {one.pk for one, _data in held}
    lost = [Looked(one, FileUnreadable(name=one.file_name), Heading()) for one in some if one.pk not in there]
    return [*looked, *lost]


def _looked(file: SignedFile, report: SignatureReport | Refused, text: str) -> Looked:
    if is_marked_secret(text):
        return Looked(file, report, Heading(), secret=True)
    return Looked(file, report, heading_of(text) if text else Heading())


def _bytes(file: SignedFile) -> bytes | None:
    try:
        return files.read(file.blob) if file.blob else None
    except OSError:
        return None


def _write(batch: FileBatch, looked: Sequence[Looked], *, at: datetime) -> None:
    """One piece in one act: checks, matches, states, and the folder's progress."""
    book = book_of(batch.unit, [one.heading.number for one in looked])
    subject = Subject("file_batch", batch.uid)
    secret: list[Blob] = []
    with act("file_batch.check", subject, by=CHECKER, unit_uid=heir_of(batch.unit).uid, at=at) as doing:
        now = {
            one.pk: one
            for one in batch.files.select_for_update().filter(pk__in=[one.file.pk for one in looked])
        }
        counts: dict[str, int] = {}
        for one in looked:
            if now[one.file.pk].status != "waiting":
                continue  # another process was quicker
            if one.secret and one.file.blob is not None:
                secret.append(one.file.blob)
            status = _settle(batch, one, book, at=at)
            counts[status] = counts.get(status, 0) + 1
        done = batch.files.exclude(status="waiting").count()
        FileBatch.objects.filter(pk=batch.pk).update(done=done, touched_at=at)
        doing.detail = {"files": sum(counts.values()), **counts}
    for blob in secret:
        files.let_go(blob, at=at, besides=SignedFile)


def _settle(batch: FileBatch, one: Looked, book: Book, *, at: datetime) -> str:
    file, heading = one.file, one.heading
    if one.secret:
        file.blob, file.file_name, file.said = None, UNNAMED, WITHHELD
        file.status = SIGNED_FILE.next("unmatched", "drop")
    elif isinstance(one.report, Refused):
        file.status, file.said = SIGNED_FILE.next(file.status, "give_up"), one.report.sentence
    else:
        file.number, file.symbol = heading.number, heading.symbol
        file.issued_on, file.subject = heading.issued_on, heading.subject
        file.picture_only = not one.report.signatures
        _match(batch, file, one.report, book, at=at)
    file.save()
    return file.status


def _match(batch: FileBatch, file: SignedFile, report: SignatureReport, book: Book, *, at: datetime) -> None:
    assert file.blob is not None
    said = Heading(file.number, file.symbol, file.issued_on)
    found = book.find(said, file.blob_id)
    document = (
        Document.objects.select_related("owner_unit").get(pk=found.document) if found.document else None
    )
    file.status, file.said = SIGNED_FILE.next(file.status, "match" if document else "leave"), found.why
    if document is not None:
        give(file, document)
        book.taken(document.pk, file.blob_id or 0)
    file.checked = record_check(
        document, file.blob, report, by=None, at=at, file_name=file.file_name, unit=batch.unit
    )
    if document is not None:
        searching.put([document])
