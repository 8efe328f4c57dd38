"""What there is of backups: looked up in their folder, with what the rows remember of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from chuan.rules.refusals import Refused
from chuan.upkeep import places
from chuan.upkeep.checking import look
from chuan.upkeep.manifest import Manifest
from chuan.upkeep.models import Backup

SILENT = timedelta(minutes=15)
"""A backup that gave no sign for so long has died; one file of the largest size takes less."""
LATE = timedelta(hours=26)
"""Older than this is late where one is made each day."""


@dataclass(frozen=True)
class Kept:
    """One archive that lies in the folder. ``verified_at``: when it was last read through; None when never here."""

    path: Path
    made_at: datetime
    size: int
    units: str
    verified_at: datetime | None
    second: str
    """Path of the copy in the second place, "" when there is none."""
    unwell: int
    """Files that were missing or damaged in the house when it was made."""

    def age(self, at: datetime) -> timedelta:
        """How old at the moment."""
        return at - self.made_at


def kept() -> list[Kept]:
    """The archives that are there, the newest first; each file's head is read, not the whole."""
    rows = {row.path: row for row in Backup.objects.filter(state=Backup.State.MADE)}
    found = [
        Kept(
            path, manifest.moment, path.stat().st_size, manifest.unit_names,
            row.made_at if (row := rows.get(str(path))) else None,
            row.second if row else "", row.unwell if row else 0,
        )
        for path, manifest in _archives(rows)
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.made_at, reverse=True)


def _archives(named: Iterable[str]) -> Iterator[tuple[Path, Manifest]]:
    """Those in the folder, and those that a command wrote elsewhere and that are still there."""
    place = places.folder()
    if place.is_dir():
        yield from places.archives(place)
    for path in map(Path, named):
        if path.parent != place and path.is_file():
            try:
                yield path, look(path)
            except (Refused, OSError):
                continue


def latest() -> Kept | None:
    """The newest archive in the folder."""
    return next(iter(kept()), None)


def running(at: datetime) -> Backup | None:
    """The backup that is being made now and still gives signs of life."""
    alive = Backup.objects.filter(state=Backup.State.RUNNING, touched_at__gt=at - SILENT)
    return alive.order_by("-begun_at").first()


def last_failure() -> Backup | None:
    """The failed backup after which none was made; None when the last one went well."""
    ended = Backup.objects.exclude(state=Backup.State.RUNNING).order_by("-begun_at").first()
    return ended if ended is not None and ended.state == Backup.State.FAILED else None


def second_missing() -> str:
    """Why the last archive has no copy in the second place; "" when it has one or no such place was named."""
    last = Backup.objects.filter(state=Backup.State.MADE).order_by("-made_at").first()
    return last.refusal if last is not None and places.second() is not None and not last.second else ""


def recent(limit: int = 20) -> list[Backup]:
    """The last backups asked for, whatever became of them."""
    return list(Backup.objects.order_by("-begun_at")[:limit])
