"""A copy of each archive on another disk, read back there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from chuan.files.flushing import flush_folder
from chuan.upkeep.backing_up import Made, require_room
from chuan.upkeep.checking import check
from chuan.upkeep.refusals import ArchiveDamaged, SecondPlaceAway

_HALF = ".chuan-ban-thu-hai"


def copy(made: Made, place: Path) -> Path:
    """Copy the archive there: another name first, flushed, read back, then named.

    Raises ``SecondPlaceAway``, ``RoomMissing``, ``ArchiveDamaged``, OSError. The folder is never made: a missing one
    is a stick that is not plugged in.
    """
    if not place.is_dir():
        raise SecondPlaceAway(path=str(place))
    target, half = place / made.path.name, place / _HALF
    if target.exists():
        return target
    require_room(place, made.size)
    try:
        _copy(made.path, half)
        if check(half).sha256 != made.sha256:
            raise ArchiveDamaged(path=str(target), why="bản chép khác bản gốc")
        os.replace(half, target)
    finally:
        half.unlink(missing_ok=True)
    flush_folder(place)
    return target


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as read, target.open("wb") as written:
        shutil.copyfileobj(read, written, 1 << 20)
        written.flush()
        os.fsync(written.fileno())
