"""Scans of many pages: kept, read in the background, taken in when a person comes back to them."""

from __future__ import annotations

import json
from datetime import datetime

from django.db import transaction

from chuan.documents.actions.receiving import Read, read_again, read_paper, receive_read, refuse_same_bytes
from chuan.documents.models import Document, Reading, Scan
from chuan.documents.permissions import check_owner, check_reads_in
from chuan.exchange import scans
from chuan.exchange.extracted import Extracted
from chuan.exchange.kinds import Kind
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.offers.subjects import Subject
from chuan.people.models import heir_of
from chuan.people.viewer import Viewer
from chuan.rules.refusals import FileUnreadable, NotFound
from chuan.trail.actions import System, act

READER = System("system/scans")
"""Who the trail names for a scan read in the background; who brought it in stands on the scan."""


def receive_scan(
    data: bytes, name: str, pages: int, *, by: Viewer, at: datetime,
    document: Document | None = None, reason: str = "",
) -> Scan:  # fmt: skip
    """Keep a scan of so many pages; ``scan_running.start`` reads it afterwards.

    With ``document`` it will be a further version of that. Raises ``DuplicateDocument``, ``NotAllowed``.
    """
    check_reads_in(by)
    if document is not None:
        check_owner(by, document)
    else:
        refuse_same_bytes(data, unit=by.unit)
    media_type = scans.picture_type(data, name=name) or Kind.PDF.value
    scan = Scan(
        unit=by.unit, by=by.official, blob=files.keep(data, media_type=media_type), file_name=name[:255],
        document=document, reason=reason, pages=pages, recorded_at=at, touched_at=at,
    )  # fmt: skip
    with act("scan.receive", Subject("scan", scan.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        scan.save()
        doing.detail = {
            "file": scan.file_name,
            "pages": pages,
            "sha256": scan.blob.digest if scan.blob else "",
        }
    return scan


def settle_scan(
    scan: Scan, paper: Extracted | None, said: str, *, at: datetime, secret: bool = False
) -> None:
    """What became of reading it: its text, or the sentence of a refusal. A secret paper's bytes are thrown away."""
    let_go: Blob | None = None
    with act(
        "scan.read", Subject("scan", scan.uid), by=READER, unit_uid=heir_of(scan.unit).uid, at=at
    ) as doing:
        held = Scan.objects.select_for_update().get(pk=scan.pk)
        if held.finished_at is not None:
            return
        held.paper = json.dumps(paper.packed(), ensure_ascii=False) if paper else ""
        held.said, held.finished_at, held.touched_at = said, at, at
        if secret:
            let_go, held.blob, held.file_name = _blob(held), None, "(tệp mật)"
        held.save()
        doing.detail = {"read": paper is not None, "pages": held.pages}
    if let_go is not None:
        files.let_go(let_go, at=at, besides=Scan)


def take_scan(scan: Scan, *, by: Viewer, at: datetime) -> Reading:
    """Take in a scan that was read: a document with its reading, or a further version. Twice gives the same reading.

    Raises as ``receive`` and ``read_again``; ``NotFound`` while it is not read.
    """
    check_reads_in(by)
    if scan.reading is not None:
        return scan.reading
    if not scan.paper:
        raise NotFound(thing="bản quét đã đọc")
    read = _read(scan)
    # In one: a reading whose scan does not know it would be taken for a double the next time.
    with transaction.atomic():
        if scan.document is not None:
            reading = read_again(scan.document, by=by, at=at, reason=scan.reason, read=read)
        else:
            reading = receive_read(read, by=by, at=at)
        Scan.objects.filter(pk=scan.pk).update(reading=reading, paper="", touched_at=at)
    return reading


def _read(scan: Scan) -> Read:
    try:
        data = files.read(_blob(scan))
    except OSError:
        raise FileUnreadable(name=scan.file_name) from None
    return read_paper(data, scan.file_name, Extracted.unpacked(json.loads(scan.paper)))


def _blob(scan: Scan) -> Blob:
    if scan.blob is None:
        raise NotFound(thing="tệp gốc")
    return scan.blob
