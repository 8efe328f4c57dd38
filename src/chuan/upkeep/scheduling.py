"""The daily backup: due from its hour on until one is made: what a switched-off machine missed is caught up."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from chuan.upkeep import places
from chuan.upkeep.actions.backups import house_unit, make_now
from chuan.upkeep.backups import running
from chuan.upkeep.models import Backup

EVERY = 60
"""Seconds between two looks at the clock."""
FIRST = 120
"""Seconds after the start before the first look: whoever switched the machine on comes first."""
AGAIN = timedelta(hours=1)
"""After a failure."""


def hour_before(at: datetime) -> datetime | None:
    """The last moment, at or before this one, when a backup was due; None when none is made by the hour."""
    hour = places.hour()
    if hour is None:
        return None
    local = timezone.localtime(at)
    today = local.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0)
    return today if today <= local else today - timedelta(days=1)


def is_due(at: datetime) -> bool:
    """Whether one has to be made now."""
    since = hour_before(at)
    if since is None or house_unit() is None or running(at) is not None:
        return False
    made = Backup.objects.filter(state__in=[Backup.State.MADE, Backup.State.LET_GO], made_at__gte=since)
    failed = Backup.objects.filter(state=Backup.State.FAILED, touched_at__gt=at - AGAIN)
    return not made.exists() and not failed.exists()


def tick(at: datetime) -> Backup | None:
    """Make the backup when it is due; what was made."""
    _end_dead(at)
    return make_now(at=at) if is_due(at) else None


def _end_dead(at: datetime) -> None:
    """A backup whose process was killed is no longer running; its half file is swept by the next one."""
    from chuan.upkeep.backups import SILENT
    from chuan.upkeep.refusals import BackupBroken

    dead = Backup.objects.filter(state=Backup.State.RUNNING, touched_at__lte=at - SILENT)
    dead.update(state=Backup.State.FAILED, refusal=BackupBroken(why="máy dừng giữa chừng").sentence)
