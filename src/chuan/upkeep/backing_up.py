"""Putting the house away: a snapshot first, then the files it names, into one archive that is read back at the end."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import Error as DatabaseError

import chuan
from chuan.files.flushing import flush_folder
from chuan.upkeep import archives, keys
from chuan.upkeep.checking import Checked, check
from chuan.upkeep.house import House
from chuan.upkeep.manifest import DATABASE, FORMAT, MANIFEST, SEAL, Manifest, Seal
from chuan.upkeep.programmes import ProgrammeFailed
from chuan.upkeep.refusals import ArchiveDamaged, BackupBroken, FileStands, FolderMissing, RoomMissing
from chuan.upkeep.snapshots import Snapshot, size_of, snapshot

UNFINISHED = ".chuan-sao-luu-"
"""Begins the name of whatever a backup writes before it is whole; what a killed one left is swept by the next."""
_MEGABYTE = 1 << 20
Tell = Callable[[int, int], None]
"""Bytes done, bytes in all."""


def silent(done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Made:
    """A whole archive, read back."""

    path: Path
    size: int
    sha256: str
    manifest: Manifest
    seal: Seal

    @property
    def unwell(self) -> int:
        """Files that were missing or damaged in the house itself."""
        return len(self.seal.missing) + len(self.seal.damaged)


def make(house: House, path: Path, *, at: datetime, tell: Tell = silent) -> Made:
    """Write the archive: under another name first, flushed to the disk, read back, then named.

    ``at`` is when it was begun. Raises ``FileStands``, ``FolderMissing``, ``RoomMissing``, ``NothingToBackUp``,
    ``ProgrammeMissing``, ``BackupBroken``; nothing half-done stays.
    """
    if path.exists() or path.is_symlink():
        raise FileStands(path=str(path))
    if not path.parent.is_dir():
        raise FolderMissing(path=str(path.parent))
    try:
        with _workshop(path.parent) as folder:
            database = size_of(house)
            require_room(path.parent, 2 * database + 8 * _MEGABYTE)
            with snapshot(house, folder) as taken:
                seal = _write(house, taken, folder / "whole", at=at, tell=tell)
            checked = check(folder / "whole")
            _name(folder / "whole", path)
    except (OSError, sqlite3.Error, DatabaseError, ProgrammeFailed, ArchiveDamaged) as error:
        raise BackupBroken(why=str(getattr(error, "strerror", None) or error).splitlines()[0]) from error
    except Exception as error:
        if type(error).__module__.startswith("psycopg"):
            raise BackupBroken(why=str(error).strip().splitlines()[0]) from error
        raise
    return _made(path, checked, seal)


def require_room(folder: Path, needed: int) -> None:
    """Raises ``RoomMissing`` when the disk has less left than that many bytes."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise RoomMissing(path=str(folder), free=free // _MEGABYTE, needed=needed // _MEGABYTE + 1)


def _made(path: Path, checked: Checked, seal: Seal) -> Made:
    return Made(path, checked.size, checked.sha256, checked.manifest, seal)


@contextmanager
def _workshop(parent: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(dir=parent, prefix=UNFINISHED))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(parent: Path) -> None:
    """Remove what killed backups left; only while no other one runs."""
    for left in parent.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)


def _write(house: House, taken: Snapshot, whole: Path, *, at: datetime, tell: Tell) -> Seal:
    listed = whole.with_name("files")
    count, total = _list(taken, listed)
    packed = taken.packed.stat().st_size
    require_room(whole.parent, packed + total + (count + 8) * 2 * archives.BLOCK + 4 * _MEGABYTE)
    manifest = _describe(house, taken, at=at, files=count, files_bytes=total).as_bytes()
    moment, done = int(at.timestamp()), packed
    with whole.open("xb") as out:
        _put_bytes(out, MANIFEST, manifest, moment)
        with taken.packed.open("rb") as source:
            archives.put(out, DATABASE[house.kind], packed, source, moment=moment)
        tell(done, packed + total)
        files = _Files(house.files, out, moment)
        for digest in _lines(listed):
            done += files.put(digest)
            tell(done, packed + total)
        seal = files.seal(manifest)
        _put_bytes(out, SEAL, seal.as_bytes(), moment)
        archives.close(out)
        out.flush()
        os.fsync(out.fileno())
    return seal


def _list(taken: Snapshot, listed: Path) -> tuple[int, int]:
    """Write the digests of the files to a list of its own: a ward may have a hundred thousand."""
    count = total = 0
    with listed.open("x", encoding="ascii") as out:
        for digest, size in taken.blobs():
            out.write(f"{digest}\n")
            count, total = count + 1, total + size
    return count, total


def _lines(listed: Path) -> Iterator[str]:
    with listed.open(encoding="ascii") as lines:
        for line in lines:
            yield line.rstrip("\n")


def _describe(house: House, taken: Snapshot, *, at: datetime, files: int, files_bytes: int) -> Manifest:
    with taken.packed.open("rb") as packed:
        digest = hashlib.file_digest(packed, "sha256").hexdigest()
    return Manifest(
        format=FORMAT, version=chuan.__version__, made_at=at.isoformat(), kind=house.kind, server=taken.server,
        units=taken.units(), migrations=taken.migrations(), counts=taken.counts(), heads=taken.heads(),
        database_sha256=digest, database_bytes=taken.unpacked_bytes, files=files, files_bytes=files_bytes,
        key_mark=keys.mark(settings.SECRET_KEY),
    )  # fmt: skip


def _put_bytes(out: BinaryIO, name: str, data: bytes, moment: int) -> None:
    archives.put(out, name, len(data), io.BytesIO(data), moment=moment)


@dataclass
class _Files:
    """Copies kept files one by one, and remembers what was wrong with them."""

    folder: Path
    out: BinaryIO
    moment: int
    missing: list[str] = field(default_factory=list)
    damaged: dict[str, str] = field(default_factory=dict)
    names: hashlib._Hash = field(default_factory=hashlib.sha256)
    count: int = 0

    def put(self, digest: str) -> int:
        """Copy one; the bytes copied. A missing file is remembered and stops nothing."""
        try:
            source = (self.folder / digest[:2] / digest[2:4] / digest).open("rb")
        except FileNotFoundError:
            self.missing.append(digest)
            return 0
        with source:
            size = os.fstat(source.fileno()).st_size
            name = f"files/{digest[:2]}/{digest[2:4]}/{digest}"
            found = archives.put(self.out, name, size, source, moment=self.moment)
        if found != digest:
            self.damaged[digest] = found
        self.names.update(f"{name}\n".encode())
        self.count += 1
        return size

    def seal(self, manifest: bytes) -> Seal:
        """What the archive ends with."""
        let_go = _let_go(self.missing)
        return Seal(
            manifest_sha256=hashlib.sha256(manifest).hexdigest(), names_sha256=self.names.hexdigest(),
            files=self.count, missing=tuple(one for one in self.missing if one not in let_go),
            let_go=tuple(sorted(let_go)), damaged=self.damaged,
        )  # fmt: skip


def _let_go(missing: list[str]) -> set[str]:
    """Of the missing ones, those that somebody threw away on purpose while the backup ran."""
    from chuan.files.models import Blob

    if not missing:
        return set()
    gone = Blob.objects.filter(let_go_at__isnull=False)
    return {digest for digest in missing if gone.filter(digest=digest).exists()}


def _name(whole: Path, path: Path) -> None:
    """Give the archive its name; a file that got there meanwhile is not written over."""
    try:
        os.link(whole, path)
    except FileExistsError:
        raise FileStands(path=str(path)) from None
    except OSError:  # no hard links here (FAT, some shares)
        if path.exists():
            raise FileStands(path=str(path)) from None
        os.rename(whole, path)
    flush_folder(path.parent)
