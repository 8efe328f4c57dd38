"""Scans of many pages read in the background, a page at a time; one whose process died is read again."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import task

from chuan.documents.actions.scans import settle_scan
from chuan.documents.models import Scan
from chuan.documents.secrecy import is_marked_secret
from chuan.exchange import scans
from chuan.files import actions as files
from chuan.rules.refusals import FileUnreadable, Refused, StateSecret

SILENT = timedelta(minutes=5)


def start(scan: Scan) -> None:
    """Put the scan in line."""
    read_later.enqueue(str(scan.uid))


def pick_up_stale(at: datetime) -> int:
    """Read again scans whose process died; how many. Called before their pages."""
    found = list(Scan.objects.filter(finished_at__isnull=True, touched_at__lt=at - SILENT))
    for one in found:
        Scan.objects.filter(pk=one.pk).update(touched_at=at, done=0)
        start(one)
    return len(found)


@task()
def read_later(uid: str) -> None:
    """Background: read a scan."""
    scan = Scan.objects.select_related("unit", "blob").filter(uid=uuid.UUID(uid)).first()
    if scan is not None and scan.finished_at is None:
        read_scan(scan, clock=timezone.now)


def read_scan(scan: Scan, *, clock: Callable[[], datetime]) -> None:
    """Read every page and write down what became of it; ``clock`` is read after each page."""

    def told(done: int, pages: int) -> None:
        Scan.objects.filter(pk=scan.pk).update(done=done, touched_at=clock())

    try:
        paper = scans.extract(_bytes(scan), name=scan.file_name, told=told)
    except Refused as refused:
        settle_scan(scan, None, refused.sentence, at=clock())
        return
    if is_marked_secret(paper.text):
        settle_scan(scan, None, StateSecret().sentence, at=clock(), secret=True)
        return
    settle_scan(scan, paper, "", at=clock())


def _bytes(scan: Scan) -> bytes:
    try:
        return files.read(scan.blob) if scan.blob else b""
    except OSError:
        raise FileUnreadable(name=scan.file_name) from None
