"""The pack as one .zip, and back: the same files always give the same bytes; nothing is ever written beside it.

Files lie uncompressed: most are compressed themselves, and so the archive is the same on every machine and a byte
changed anywhere in it, also outside the files, can be told.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from chuan.conformity.pack.refusals import PackOversized, PackTooBig, PackUnsafe
from chuan.exchange import archives
from chuan.exchange.limits import Limits
from chuan.rules.evidence import MANIFEST, Verdict, verify

_MEGA = 1_000_000
PACK = Limits(
    file_bytes=500 * _MEGA, entries=20_000, unpacked_bytes=500 * _MEGA, part_bytes=200 * _MEGA, ratio=150,
)  # fmt: skip
"""A year of a ward is some tens of MB."""

_MOMENT = (1980, 1, 1, 0, 0, 0)
_STRANGE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|\\|(?:^|/)\.{1,2}(?:/|$)|//|[\x00-\x1f]|/$")
_LINK = 0o120000


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The archive. Raises ``PackTooBig``."""
    if sum(map(len, files.values())) > PACK.unpacked_bytes:
        raise PackTooBig(megabytes=PACK.unpacked_bytes // _MEGA)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files, key=lambda one: (one != MANIFEST, one)):
            told = zipfile.ZipInfo(path, _MOMENT)
            told.create_system, told.external_attr = 3, 0o644 << 16
            archive.writestr(told, files[path])
    return out.getvalue()


def check(data: bytes, *, name: str, printed: str = "") -> Verdict:
    """Whether a pack is what it was when it was made; ``printed``: its digest on paper.

    Raises FileUnreadable, FileEncrypted, FileBomb, ``PackOversized``, ``PackUnsafe``.
    """
    if len(data) > PACK.file_bytes:
        raise PackOversized(name=name)
    with archives.opened(data, name=name, limits=PACK) as archive:
        entries = archive.infolist()
        for entry in entries:
            if _STRANGE.search(entry.filename) or (entry.external_attr >> 16) & 0o170000 == _LINK:
                raise PackUnsafe(path=entry.filename[:80])
        names = [entry.filename for entry in entries]
        verdict = verify(names, lambda path: _read(archive, path, name), printed=printed)
        if verdict.ok and zipped({one: _read(archive, one, name) for one in names}) != data:
            told = f"Các tệp trong gói còn nguyên nhưng chính tệp “{name}” đã bị sửa hoặc đóng gói lại."
            return Verdict(verdict.manifest, (told,), verdict.digest, verdict.files, verdict.lines)
        return verdict


def _read(archive: zipfile.ZipFile, path: str, name: str) -> bytes:
    """The bytes of a file; one that cannot be read is as one changed, so that it is named."""
    entry = archive.getinfo(path)
    if entry.file_size > PACK.part_bytes:
        raise PackOversized(name=name)
    try:
        return archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError, RuntimeError):
        return b""
