"""What kind of table a file is: told by its content; a register's export often bears the wrong name."""

from __future__ import annotations

import re
from enum import StrEnum
from zipfile import ZipFile

from chuan.exchange import archives
from chuan.exchange.encodings import looks_utf16
from chuan.exchange.limits import Limits
from chuan.rules.refusals import (
    FileEmpty,
    FileEncrypted,
    FileKindUnknown,
    FileOldOffice,
    FileUnreadable,
    TableHasMacros,
    TableTooBig,
)

KINDS = ".xlsx, .xls, .ods, .csv, .docx có bảng"
_MEGABYTE = 1_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HTML = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|table|meta|style|div|center|title)\b",
    re.I | re.S,
)
# The record that begins a workbook, in BIFF8 and in BIFF5.
_WORKBOOK_BEGINS = re.compile(rb"\x09\x08(?:\x10\x00\x00\x06|\x08\x00\x00\x05)\x05\x00", re.S)
_FILEPASS = 0x2F
_SHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"


class TableKind(StrEnum):
    """The reading task for each family of formats (a key of ``worker.TASKS``)."""

    BOOK = "table_book"  # .xlsx, .xlsb, .xls (BIFF), .ods
    CSV = "table_csv"
    HTML = "table_html"  # also saved as .xls, as browsers and old report tools do
    WORD = "table_word"
    XML = "table_xml"  # "XML Spreadsheet 2003", also saved as .xls


def check_size(size: int, *, limits: Limits) -> None:
    """Refuses a file by its size in bytes alone: ask before reading it into memory. Raises TableTooBig."""
    if size > limits.file_bytes:
        raise TableTooBig(megabytes=-(-size // _MEGABYTE), limit=limits.file_bytes // _MEGABYTE)


def tell_table(data: bytes, *, name: str, limits: Limits) -> TableKind:
    """The kind of the file, after the checks that need no parser.

    Raises FileEmpty, TableTooBig, FileEncrypted, TableHasMacros, FileOldOffice, FileBomb,
    FileUnreadable, FileKindUnknown.
    """
    if not data:
        raise FileEmpty(name=name)
    check_size(len(data), limits=limits)
    if data.startswith(_ZIP):
        with archives.opened(data, name=name, limits=limits) as archive:
            return _zipped(archive, name)
    if data.startswith(_OLE):
        return _ole(data, name)
    return _plain(data, name)


def _zipped(archive: ZipFile, name: str) -> TableKind:
    names = archive.namelist()
    inside = set(names)
    if any(entry.endswith("vbaProject.bin") or _is_basic(entry) for entry in names):
        raise TableHasMacros(name=name)
    if "word/document.xml" in inside:
        return TableKind.WORD
    if {"xl/workbook.xml", "xl/workbook.bin"} & inside:
        return TableKind.BOOK
    if "content.xml" in inside and b"opendocument.spreadsheet" in _entry(archive, "mimetype"):
        if b"encryption-data" in _entry(archive, "META-INF/manifest.xml"):
            raise FileEncrypted(name=name)
        return TableKind.BOOK
    raise FileKindUnknown(name=name, kinds=KINDS)


def _entry(archive: ZipFile, path: str) -> bytes:
    try:
        with archive.open(path) as part:
            return part.read(_MEGABYTE)
    except (KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return b""


def _is_basic(entry: str) -> bool:
    """A module of LibreOffice's own macro language; the two lists beside it may be empty."""
    return entry.startswith("Basic/") and not entry.endswith(("/", "script-lc.xml", "script-lb.xml"))


def _ole(data: bytes, name: str) -> TableKind:
    """Office up to 2003; or a newer file behind a password, which Office wraps in the same container."""
    if _in_directory("EncryptedPackage") in data:
        raise FileEncrypted(name=name)
    if _in_directory("_VBA_PROJECT_CUR") in data:
        raise TableHasMacros(name=name)
    if _in_directory("Workbook") in data or _in_directory("Book") in data:
        if _has_password(data):
            raise FileEncrypted(name=name)
        return TableKind.BOOK
    if _in_directory("WordDocument") in data:
        raise FileOldOffice(name=name, newer=".docx")
    raise FileKindUnknown(name=name, kinds=KINDS)


def _has_password(data: bytes) -> bool:
    """Whether the workbook's first records hold FILEPASS: everything after it is scrambled ([MS-XLS] 2.4.117)."""
    found = _WORKBOOK_BEGINS.search(data)
    at = found.start() if found else len(data)
    for _ in range(8):
        number, length = (
            int.from_bytes(data[at : at + 2], "little"),
            int.from_bytes(data[at + 2 : at + 4], "little"),
        )
        if number == _FILEPASS:
            return True
        at += 4 + length
    return False


def _in_directory(name: str) -> bytes:
    return name.encode("utf-16-le")


def _plain(data: bytes, name: str) -> TableKind:
    head = data[:4096].lstrip(b"\xef\xbb\xbf")
    if _SHEET_XML in head and b"<Workbook" in head:
        return TableKind.XML
    if head.lstrip().lower().startswith(b"mime-version:"):
        raise FileOldOffice(name=name, newer=".xlsx")
    utf16 = looks_utf16(data)
    if _HTML.match(head.decode(utf16, "ignore").lstrip("\ufeff").encode() if utf16 else head):
        return TableKind.HTML
    if b"%PDF-" in data[:1024] or head.startswith((b"{\\rtf", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")):
        raise FileKindUnknown(name=name, kinds=KINDS)
    if b"\x00" in data and utf16 is None:
        broken = name.lower().endswith((".xlsx", ".xls", ".ods", ".docx"))
        raise FileUnreadable(name=name) if broken else FileKindUnknown(name=name, kinds=KINDS)
    return TableKind.CSV
