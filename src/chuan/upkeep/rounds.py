"""Examinations in the background: each day after the backup, after a start, and when somebody asks."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta

from django.utils import timezone

from chuan.upkeep import beats, doctor, reports_kept
from chuan.upkeep.doctor import Report
from chuan.upkeep.models import Backup

EVERY = timedelta(hours=25)
"""Mostly a backup comes first, at an hour when nobody writes; in a large house an examination works for seconds."""
SETTLED = timedelta(minutes=1)
ROUNDS = "rounds"
"""The name of its sign of life."""


def turn(*, at: datetime, began: datetime) -> bool:
    """One look whether it is time: asked for, a backup made since, or the last report is old. True: one was made.

    ``began``: when the process started. A report from before is old, for the programme may be a newer one; but
    the first minute belongs to those who wait for its first page.
    """
    beats.beat(ROUNDS)
    if not (waiting() or _backed_up_since() or (_old(at, began) and at - began > SETTLED)):
        return False
    make(at=at)
    return True


def make(*, at: datetime) -> Report:
    """Examine now and keep the report."""
    report = doctor.examine(at=at, on=timezone.localdate(at))
    reports_kept.keep(report)
    with contextlib.suppress(OSError):
        (reports_kept.folder() / reports_kept.ASKED).unlink(missing_ok=True)
    return report


def ask(*, at: datetime) -> None:
    """Have the house examined: by the process that goes the rounds, or at once where none does."""
    beat = beats.last_beat(ROUNDS)
    if beat is None or at - beat > beats.SILENT:
        make(at=at)
        return
    with contextlib.suppress(OSError):
        (reports_kept.folder() / reports_kept.ASKED).touch()


def waiting() -> bool:
    """Whether an examination that was asked for has not been made yet."""
    asked = reports_kept.folder() / reports_kept.ASKED
    try:
        since = datetime.fromtimestamp(asked.stat().st_mtime, UTC)
    except OSError:
        return False
    report = reports_kept.last()
    return report is None or report.at < since


def _old(at: datetime, began: datetime) -> bool:
    report = reports_kept.last()
    return report is None or report.at < began or at - report.at > EVERY


def _backed_up_since() -> bool:
    """Whether a backup ended after the last report, so that what it says of backups is no longer true."""
    report = reports_kept.last()
    ended = Backup.objects.exclude(state=Backup.State.RUNNING)
    return report is not None and ended.filter(touched_at__gt=report.at).exists()
