"""Scans of many pages read in the background, a page at a time; one whose process died is read again."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import task

from chuan.files import actions as files
from chuan.objectives.actions import reporting
from chuan.objectives.models import ReportRead
from chuan.objectives.reported.texts import bring
from chuan.people.viewer import Viewer, viewer_of
from chuan.rules.refusals import FileUnreadable, Refused

PATIENCE = timedelta(minutes=10)


def start(report: ReportRead) -> None:
    """Put the scan in line."""
    read_later.enqueue(str(report.uid))


def pick_up_stale(at: datetime) -> int:
    """Read again scans that take too long, because their process died; how many."""
    waiting = ReportRead.objects.filter(state=ReportRead.State.READING, recorded_at__lt=at - PATIENCE)
    stale = list(waiting.filter(said=""))
    for one in stale:
        ReportRead.objects.filter(pk=one.pk).update(said="again", done=0)
        start(one)
    return len(stale)


@task()
def read_later(uid: str) -> None:
    """Background: read a report that is a scan."""
    report = (
        ReportRead.objects.select_related("unit", "blob", "by__account").filter(uid=uuid.UUID(uid)).first()
    )
    if report is not None and report.state == ReportRead.State.READING:
        read_scan(report, clock=timezone.now)


def read_scan(report: ReportRead, *, clock: Callable[[], datetime]) -> None:
    """Read every page and write down what became of it; the clock is read when that is done."""

    def told(done: int, _pages: int) -> None:
        ReportRead.objects.filter(pk=report.pk).update(done=done)

    by = _viewer(report, clock())
    try:
        brought = bring(_bytes(report), name=report.file_name, told=told)
        reporting.settle_scan(report, brought, "", by=by, at=clock())
    except Refused as refused:
        reporting.settle_scan(report, None, refused.sentence, by=by, at=clock())


def _viewer(report: ReportRead, at: datetime) -> Viewer | None:
    account = report.by.account if report.by else None
    return viewer_of(account, on=timezone.localtime(at).date()) if account else None


def _bytes(report: ReportRead) -> bytes:
    try:
        return files.read(report.blob)
    except OSError:
        raise FileUnreadable(name=report.file_name) from None
