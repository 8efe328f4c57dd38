"""Where backups lie, when they are made and how many are kept: choices of whoever runs the machine.

No law that we know of says how often a ward keeps a copy of such a system; what stands here without a choice of the
office's own is our proposal (docs/decisions/backups.md). In the environment, because a machine that lost its
database must still know where its backups are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from chuan.rules.refusals import Refused
from chuan.upkeep.checking import look
from chuan.upkeep.manifest import Manifest

NAME = re.compile(r"chuan-\d{8}-\d{6}\.tar")


@dataclass(frozen=True)
class Rule:
    """How many are kept: the last of each of so many days, weeks and months that have one."""

    daily: int = 7
    weekly: int = 4
    monthly: int = 6


def folder() -> Path:
    """The folder of backups (CHUAN_BACKUPS, or beside the data)."""
    return Path(settings.BACKUPS_DIR)


def second() -> Path | None:
    """A second place, on another disk (CHUAN_BACKUPS_SECOND); None when none was named."""
    return Path(settings.BACKUPS_SECOND) if settings.BACKUPS_SECOND else None


def hour() -> time | None:
    """When a backup is made each day, by the clock on the wall (CHUAN_BACKUPS_AT, "off" for never)."""
    told = re.fullmatch(r"([01]?\d|2[0-3])[:h]([0-5]\d)", str(settings.BACKUPS_AT).strip())
    return time(int(told[1]), int(told[2])) if told else None


def rule() -> Rule:
    """How many are kept (CHUAN_BACKUPS_KEEP, as "7,4,6"); what cannot be read is our proposal."""
    told = re.fullmatch(r"\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*", str(settings.BACKUPS_KEEP))
    return Rule(*map(int, told.groups())) if told else Rule()


def name_at(at: datetime) -> str:
    """The name of an archive begun then."""
    return f"chuan-{timezone.localtime(at):%Y%m%d-%H%M%S}.tar"


def archives(place: Path) -> Iterator[tuple[Path, Manifest]]:
    """Every file in the place that has our name and says of itself that it is an archive; not read through."""
    for path in sorted(place.glob("chuan-*.tar")):
        if not NAME.fullmatch(path.name) or path.is_symlink() or not path.is_file():
            continue
        try:
            yield path, look(path)
        except (Refused, OSError):
            continue
