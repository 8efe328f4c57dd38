"""Bringing a house back: read through and laid out beside first, changed over at the very end.

Nothing is deleted: what stood there before is set aside and named. Until the last rename the house is as it was.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import Error as DatabaseError
from django.utils import timezone

from chuan.upkeep import keys, locks, restored
from chuan.upkeep.archives import Member
from chuan.upkeep.backing_up import require_room
from chuan.upkeep.checking import Checked, check, look
from chuan.upkeep.house import KINDS, House
from chuan.upkeep.manifest import Manifest
from chuan.upkeep.programmes import ProgrammeFailed
from chuan.upkeep.refusals import HouseNotEmpty, HouseRunning, OtherDatabase, RestoreBroken
from chuan.upkeep.targets import Target, target_of

STAGING = ".chuan-phuc-hoi-"
"""Begins the name of the folder where a house is laid out before it is changed over."""
ASIDE = "truoc-khi-phuc-hoi-"
"""Begins the name of what is set aside; the moment follows."""
_SPARE = 64 << 20


@dataclass(frozen=True)
class Restored:
    """What came back, and where that is which stood there before ("" when there was nothing)."""

    checked: Checked
    chains: int
    aside: str
    keys_differ: bool
    """The secret key here is another: people sign in anew, and set their second factors up anew."""


def restore(
    path: Path, house: House, *, at: datetime, replace: bool = False, key_file: Path | None = None
) -> Restored:
    """Bring the archive into the house.

    Raises ``NoArchive``, ``ArchiveDamaged``, ``ArchiveNewer``, ``OtherDatabase``, ``HouseNotEmpty``,
    ``HouseRunning``, ``RoomMissing``, ``KeysUnreadable``, ``ProgrammeMissing``, ``RestoredDiffers``,
    ``RestoreBroken``; the house is then as before. OSError when the archive cannot be opened.
    """
    manifest = look(path)
    told = keys.read(key_file) if key_file else None
    target = target_of(house)
    with _alone(house):
        _require_fit(manifest, house, target, replace=replace)
        require_room(_there(house), manifest.database_bytes + manifest.files_bytes + _SPARE)
        try:
            return _restore(path, house, target, told, at)
        except (OSError, sqlite3.Error, DatabaseError, ProgrammeFailed) as error:
            raise RestoreBroken(why=_why(error)) from error
        except Exception as error:
            if type(error).__module__.startswith("psycopg"):
                raise RestoreBroken(why=_why(error)) from error
            raise


def _why(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error).strip().splitlines()[0]


@contextmanager
def _alone(house: House) -> Iterator[None]:
    with locks.alone(house.lock) as is_alone:
        if not is_alone:
            raise HouseRunning()
        yield


def _there(house: House) -> Path:
    house.data.mkdir(parents=True, exist_ok=True)
    return house.data


def _require_fit(manifest: Manifest, house: House, target: Target, *, replace: bool) -> None:
    if manifest.kind != house.kind:
        raise OtherDatabase(theirs=KINDS.get(manifest.kind, manifest.kind), ours=KINDS[house.kind])
    restored.require_known(manifest)
    standing = target.standing()
    has_files = house.files.is_dir() and any(house.files.iterdir())
    if (standing is not None or has_files) and not replace:
        raise HouseNotEmpty(unit=standing or "các tệp đã lưu")


def _restore(path: Path, house: House, target: Target, told: dict[str, str] | None, at: datetime) -> Restored:
    with _staging(house.data) as staging:
        (staging / "files").mkdir()
        checked = check(path, take=_Laying(staging).take)
        aside = house.data / f"{ASIDE}{timezone.localtime(at):%Y%m%d-%H%M%S}"
        chains = target.bring(staging, checked.manifest, aside)
        if told:
            keys.put_back(told, house.data, aside=aside)
        has_key = checked.manifest.key_mark == keys.mark(keys.in_use(told))
        return Restored(checked, chains, target.aside_told(aside), keys_differ=not has_key)


@contextmanager
def _staging(data: Path) -> Iterator[Path]:
    for left in data.glob(f"{STAGING}*"):  # of one that was killed; we are alone
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(dir=data, prefix=STAGING))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True)
class _Laying:
    """Writes the members to the disk while they are read through."""

    staging: Path

    def take(self, member: Member) -> Iterator[bytes]:
        """Pass the pieces on, writing each. The name was held against the shape of ours by the reader."""
        path = self.staging / (member.name if member.name.startswith("files/") else "packed")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as out:
            for piece in member.pieces:
                out.write(piece)
                yield piece
            out.flush()
            os.fsync(out.fileno())
