"""Office files are zip archives: looked at before they are inflated, read with a bound."""

from __future__ import annotations

import io
import zipfile
import zlib

from chuan.exchange.limits import Limits
from chuan.rules.refusals import FileBomb, FileEncrypted, FileUnreadable

_ENCRYPTED_ENTRY = 0x1
_DIRECTORY_END, _DIRECTORY_BYTES = b"PK\x05\x06", 22


def opened(data: bytes, *, name: str, limits: Limits) -> zipfile.ZipFile:
    """The archive, if its own directory promises nothing outrageous.

    Raises FileUnreadable, FileEncrypted, FileBomb. Python inflates an entry no further than
    the size declared here, so a directory that lies is caught by the checksum, not by memory.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        raise FileUnreadable(name=name) from None
    entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED_ENTRY for entry in entries):
        raise FileEncrypted(name=name)
    if len(entries) > limits.entries or _is_bomb(entries, len(data), limits):
        raise FileBomb(name=name)
    return archive


def is_also_zip(data: bytes) -> bool:
    """Whether the file, whatever it is, ends in the directory of a zip archive as well: one file that is two.

    An archive carried inside a PDF is followed by the PDF's own end and does not count (PKWARE APPNOTE 4.3.16).
    """
    at = data.rfind(_DIRECTORY_END, max(0, len(data) - _DIRECTORY_BYTES - 0xFFFF))
    if at < 0 or len(data) < at + _DIRECTORY_BYTES:
        return False
    comment = int.from_bytes(data[at + _DIRECTORY_BYTES - 2 : at + _DIRECTORY_BYTES], "little")
    return at + _DIRECTORY_BYTES + comment == len(data)


def _is_bomb(entries: list[zipfile.ZipInfo], packed: int, limits: Limits) -> bool:
    total = sum(entry.file_size for entry in entries)
    if total > limits.unpacked_bytes:
        return True
    # Overlapping entries each look modest; only the sum against the file itself tells.
    return total > limits.ratio_from_bytes and total > packed * limits.ratio


def part(archive: zipfile.ZipFile, path: str, *, name: str, limits: Limits) -> bytes | None:
    """The bytes of one entry; None when the archive has no such entry.

    Raises FileBomb when it is larger than one part may be, FileUnreadable when it is broken.
    """
    try:
        entry = archive.getinfo(path)
    except KeyError:
        return None
    if entry.file_size > limits.part_bytes:
        raise FileBomb(name=name)
    try:
        return archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError):
        raise FileUnreadable(name=name) from None
