"""Reading an archive through, byte by byte, before anything is believed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from chuan.upkeep import archives
from chuan.upkeep.archives import Damaged, Member, NotOurs
from chuan.upkeep.manifest import DATABASE, FORMAT, MANIFEST, MOST, SEAL, Manifest, Seal
from chuan.upkeep.refusals import ArchiveDamaged, ArchiveNewer, NoArchive


@dataclass(frozen=True)
class Checked:
    """An archive that is whole."""

    manifest: Manifest
    seal: Seal
    size: int
    sha256: str


Take = Callable[[Member], Iterator[bytes]]
"""Is given each member and passes its pieces on; a restore writes them to the disk on the way."""


def only_read(member: Member) -> Iterator[bytes]:
    """Keep nothing."""
    return member.pieces


def look(path: Path) -> Manifest:
    """What the archive says of itself, without reading it through.

    Raises ``NoArchive``, ``ArchiveDamaged``, ``ArchiveNewer``, OSError.
    """
    with _sentences(path), path.open("rb") as source:
        return _manifest(archives.members(source))[0]


def check(path: Path, *, take: Take = only_read) -> Checked:
    """Read all of it and hold every byte against its digest.

    Raises ``NoArchive``, ``ArchiveDamaged``, ``ArchiveNewer``, OSError.
    """
    with _sentences(path), path.open("rb") as raw:
        whole = _Hashing(raw)
        walk = archives.members(whole)
        manifest, digest = _manifest(walk)
        _database(walk, manifest, take)
        seal = _files(walk, take, digest)
        if next(walk, None) is not None:
            raise Damaged("có mục lạ sau dấu niêm")
        if seal.files + len(seal.missing) + len(seal.let_go) != manifest.files:
            raise Damaged("số tệp bên trong không khớp bản kê")
        return Checked(manifest, seal, whole.size, whole.sha256)


def _manifest(walk: Iterator[Member]) -> tuple[Manifest, str]:
    first = next(walk)
    if first.name != MANIFEST:
        raise NotOurs("mục đầu là của tệp khác")
    data = first.read(MOST)
    manifest = Manifest.read(data)
    if manifest.format > FORMAT:
        raise ArchiveNewer(version=manifest.version)
    return manifest, hashlib.sha256(data).hexdigest()


def _database(walk: Iterator[Member], manifest: Manifest, take: Take) -> None:
    member = next(walk, None)
    if member is None or member.name != DATABASE.get(manifest.kind):
        raise Damaged("thiếu cơ sở dữ liệu")
    if _digest(take(member)) != manifest.database_sha256:
        raise Damaged("cơ sở dữ liệu bên trong bị đổi")


def _files(walk: Iterator[Member], take: Take, manifest_digest: str) -> Seal:
    names = hashlib.sha256()
    differing: dict[str, str] = {}
    last = ""
    for count, member in enumerate(walk):
        if member.name == SEAL:
            seal = Seal.read(member.read(MOST))
            told = (seal.manifest_sha256, seal.names_sha256, seal.files, dict(seal.damaged))
            if told != (manifest_digest, names.hexdigest(), count, differing):
                raise Damaged("các tệp bên trong không khớp dấu niêm")
            return seal
        if member.name <= last or not member.name.startswith("files/"):
            raise Damaged("có mục lạ, mục trùng hoặc sai thứ tự bên trong")
        last = member.name
        digest, found = member.name.rpartition("/")[2], _digest(take(member))
        if member.name != f"files/{digest[:2]}/{digest[2:4]}/{digest}":
            raise Damaged("có mục lạ bên trong")
        if found != digest:
            differing[digest] = found
        names.update(f"{member.name}\n".encode())
    raise Damaged("thiếu phần cuối")


def _digest(pieces: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


class _Hashing:
    """Passes reads on and digests the file as a whole."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw, self._digest, self.size = raw, hashlib.sha256(), 0

    def read(self, size: int, /) -> bytes:
        """Pass on."""
        data = self._raw.read(size)
        self._digest.update(data)
        self.size += len(data)
        return data

    @property
    def sha256(self) -> str:
        """Of all that was read."""
        return self._digest.hexdigest()


class _sentences:  # noqa: N801 - used as a block
    """Turns what the reader finds into a refusal that names the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, NotOurs):
            raise NoArchive(path=str(self._path)) from error
        if isinstance(error, Damaged):
            raise ArchiveDamaged(path=str(self._path), why=str(error)) from error
