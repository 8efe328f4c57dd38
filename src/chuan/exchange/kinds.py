"""What a file is: told by its content first, by its name second."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from chuan.exchange import archives
from chuan.exchange.encodings import looks_utf16
from chuan.exchange.limits import Limits
from chuan.rules.refusals import (
    FileEmpty,
    FileEncrypted,
    FileKindUnknown,
    FileNotWhatItSays,
    FileOldOffice,
    FileTooBig,
    FileUnreadable,
)
from chuan.rules.refusals.uploads import FileHoldsAnother

_MEGABYTE = 1_000_000


class Kind(StrEnum):
    """The formats read here, by media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    PDF = "application/pdf"


PAPERS = frozenset({Kind.TEXT, Kind.MARKDOWN, Kind.HTML, Kind.DOCX, Kind.PDF})

# First bytes of formats that are not read, and the words for them.
_FOREIGN = (
    (b"\x89PNG\r\n\x1a\n", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"GIF8", "ảnh GIF"),
    (b"BM", "ảnh BMP"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"{\\rtf", "văn bản RTF"),
    (b"7z\xbc\xaf\x27\x1c", "tệp nén 7z"),
    (b"Rar!", "tệp nén RAR"),
    (b"\x1f\x8b", "tệp nén GZ"),
    (b"MZ", "chương trình máy tính"),
    (b"\x7fELF", "chương trình máy tính"),
    (b"SQLite format 3\x00", "cơ sở dữ liệu"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HTML = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
_BINARY_NAMES = frozenset({".docx", ".xlsx", ".pdf", ".doc", ".xls"})


def tell(data: bytes, *, name: str, limits: Limits) -> Kind:
    """The format of the file, after the checks that need no parser.

    Raises FileEmpty, FileTooBig, FileEncrypted, FileOldOffice, FileBomb, FileUnreadable,
    FileNotWhatItSays, FileKindUnknown, FileHoldsAnother.
    """
    if not data:
        raise FileEmpty(name=name)
    if len(data) > limits.file_bytes:
        raise FileTooBig(megabytes=-(-len(data) // _MEGABYTE), limit=limits.file_bytes // _MEGABYTE)
    if b"%PDF-" in data[:1024]:
        if archives.is_also_zip(data):
            raise FileHoldsAnother(name=name)
        return Kind.PDF
    if data.startswith(_ZIP):
        return _office(data, name, limits)
    if data.startswith(_OLE):
        raise _old_office(data, name)
    return _plain(data, name)


def ending(name: str) -> str:
    """The lower-case ending of a file name with its dot; "" when it has none."""
    return PurePath(name.replace("\\", "/")).suffix.lower()


def _office(data: bytes, name: str, limits: Limits) -> Kind:
    with archives.opened(data, name=name, limits=limits) as archive:
        names = set(archive.namelist())
    if "word/document.xml" in names:
        return Kind.DOCX
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    if "xl/workbook.bin" in names:
        raise FileOldOffice(name=name, newer=".xlsx")
    raise _foreign(name, "bài trình chiếu" if "ppt/presentation.xml" in names else "tệp nén ZIP")


def _old_office(data: bytes, name: str) -> Exception:
    """Office up to 2003, or a newer file behind a password, which Office wraps in the same container."""
    if _entry("EncryptedPackage") in data:
        return FileEncrypted(name=name)
    if _entry("WordDocument") in data:
        return FileOldOffice(name=name, newer=".docx")
    if _entry("Workbook") in data or _entry("Book") in data:
        return FileOldOffice(name=name, newer=".xlsx")
    return _foreign(name, "tệp Office kiểu cũ")


def _entry(name: str) -> bytes:
    return name.encode("utf-16-le")


def _plain(data: bytes, name: str) -> Kind:
    for first, really in _FOREIGN:
        # Two letters may begin any text ("BM-01"): those need an empty byte beside them.
        if data.startswith(first) and (len(first) > 2 or b"\x00" in data[:64]):
            raise _foreign(name, really)
    if data[4:8] == b"ftyp" or data[:4] == b"RIFF":
        raise _foreign(name, "ảnh hoặc tệp đa phương tiện")
    if _HTML.match(data[:4096].lstrip(b"\xef\xbb\xbf")):
        return Kind.HTML
    if _is_binary(data):
        raise FileUnreadable(name=name) if ending(name) in _BINARY_NAMES else FileKindUnknown(name=name)
    if ending(name) in _BINARY_NAMES:
        raise _foreign(name, "văn bản thuần")
    return {".md": Kind.MARKDOWN, ".html": Kind.HTML, ".htm": Kind.HTML}.get(ending(name), Kind.TEXT)


def _is_binary(data: bytes) -> bool:
    """NUL bytes, unless they are the empty halves of UTF-16 letters."""
    return b"\x00" in data and looks_utf16(data) is None


def _foreign(name: str, really: str) -> Exception:
    says = ending(name)
    if says in _BINARY_NAMES | {".txt", ".md", ".html", ".htm"}:
        return FileNotWhatItSays(name=name, says=says, really=really)
    return FileKindUnknown(name=name)
