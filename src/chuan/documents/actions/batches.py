"""A folder of signed files: received whole, checked in pieces, each file matched or left to a person."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import PurePath

from chuan.documents.models import FileBatch, SignedFile
from chuan.documents.permissions import check_files
from chuan.documents.refusals_signatures import FolderTooBig, NoFiles, TooManyFiles
from chuan.exchange.archives import opened
from chuan.exchange.limits import Limits
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

MOST_FILES = 600
MOST_BYTES = 800_000_000
ZIPPED = Limits(
    file_bytes=MOST_BYTES, entries=MOST_FILES * 2, unpacked_bytes=MOST_BYTES, part_bytes=60_000_000
)
_PDF = b"%PDF-"
_LOOKED_AT = 1024
Files = Sequence[tuple[str, bytes]]


def receive_batch(given: Iterable[tuple[str, bytes]], *, by: Viewer, at: datetime) -> FileBatch:
    """Keep the files and put them in line; the check runs afterwards (``batch_running.start``).

    Whatever is no PDF and no zip is left aside by name, in the trail. Raises ``NotAllowed``, ``NoFiles``,
    ``TooManyFiles``, ``FolderTooBig``, and what a zip is refused for.
    """
    check_files(by)
    found = list(unpacked(given))
    pdfs = [(name, data) for name, data in found if _PDF in data[:_LOOKED_AT]]
    _require_bounds(pdfs)
    kept = [(name, files.keep(data, media_type="application/pdf")) for name, data in pdfs]
    batch = FileBatch(unit=by.unit, by=by.official, arrived_at=at, total=len(kept), touched_at=at)
    subject = Subject("file_batch", batch.uid)
    with act("file_batch.receive", subject, by=by, unit_uid=by.unit.uid, at=at) as doing:
        batch.save()
        SignedFile.objects.bulk_create(_waiting(batch, kept), batch_size=50)
        doing.detail = {
            "count": len(kept),
            "left_out": [name for name, data in found if _PDF not in data[:_LOOKED_AT]][:50],
        }
    return batch


def unpacked(given: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The files, those within a zip one by one. Raises FileBomb, FileUnreadable, FileEncrypted."""
    for name, data in given:
        if data[:4] == b"PK\x03\x04" and PurePath(name).suffix.lower() == ".zip":
            yield from _entries(data, name)
        else:
            yield plain(name), data


def _entries(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    archive = opened(data, name=name, limits=ZIPPED)
    for entry in archive.infolist():
        if entry.is_dir() or "__MACOSX" in entry.filename:
            continue
        try:
            yield plain(entry.filename), archive.read(entry)
        except (
            zipfile.BadZipFile,
            NotImplementedError,
            EOFError,
            ValueError,
            OSError,
            io.UnsupportedOperation,
        ):
            yield plain(entry.filename), b""


def plain(name: str) -> str:
    """The name alone, without a folder and control letters."""
    bare = "".join(letter for letter in PurePath(name.replace("\\", "/")).name if letter.isprintable())
    return bare if len(bare) <= 255 else bare[:200] + bare[-55:]


def _require_bounds(pdfs: Files) -> None:
    if not pdfs:
        raise NoFiles()
    if len(pdfs) > MOST_FILES:
        raise TooManyFiles(count=len(pdfs), limit=MOST_FILES)
    total = sum(len(data) for _name, data in pdfs)
    if total > MOST_BYTES:
        raise FolderTooBig(megabytes=-(-total // 1_000_000), limit=MOST_BYTES // 1_000_000)


def _waiting(batch: FileBatch, kept: Sequence[tuple[str, Blob]]) -> Iterator[SignedFile]:
    return (SignedFile(batch=batch, blob=blob, file_name=name) for name, blob in kept)
