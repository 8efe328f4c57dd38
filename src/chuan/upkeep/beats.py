"""Signs of life of what runs in the background: a file touched now and then, so that any process can look.

Touched in the data folder and not in the database: a sign every few seconds must not write there.
"""

from __future__ import annotations

import contextlib
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from chuan.upkeep.reports_kept import folder

WORKER = "worker"
EVERY = 20.0
"""Seconds between two signs."""
SILENT = timedelta(minutes=3)
"""After so long without a sign it is taken for dead, unless a task is running."""

_last: dict[str, float] = {}


def beat(name: str) -> None:
    """Give a sign of life, at most every ``EVERY`` seconds; a disk that refuses is not this one's business."""
    now = time.monotonic()
    if now - _last.get(name, -EVERY) < EVERY:
        return
    _last[name] = now
    with contextlib.suppress(OSError):
        _file(name).touch()


def last_beat(name: str) -> datetime | None:
    """When it last gave a sign; None: never."""
    try:
        return datetime.fromtimestamp(_file(name).stat().st_mtime, UTC)
    except OSError:
        return None


def _file(name: str) -> Path:
    return folder() / f"{name}.beat"
