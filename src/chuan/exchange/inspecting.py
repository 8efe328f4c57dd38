"""Files that are kept and never read here: looked at in the reading process, whether they are what they say.

A file that is two things at once (a PDF that is a ZIP too, a picture with a page of HTML behind it), programmes
inside Office files, archives inside archives: none of these is proof of anything.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from chuan.exchange import archives
from chuan.exchange.kinds import Kind, tell
from chuan.exchange.limits import Limits
from chuan.exchange.scans.heads import picture_of
from chuan.rules.refusals import FileEncrypted, FileKindUnknown, FileUnreadable
from chuan.rules.refusals.uploads import FileHasProgramme, FileHoldsAnother

_ONE_PAGE = 1
_PROGRAMMES = ("vbaproject.bin", "vbadata.xml", ".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".jar")
_PACKED = (".zip", ".rar", ".7z", ".gz", ".docm", ".xlsm")
_STRANGE = (b"<html", b"<script", b"<svg", b"<!doctype", b"%pdf-", b"pk\x03\x04", b"<?php", b"mz\x90\x00")
"""Beginnings of other files; none of them stands behind the end of a picture that a camera or a scanner made."""
_PNG_END, _JPEG_END = b"IEND\xaeB`\x82", b"\xff\xd9"


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the bytes are."""

    media_type: str

    def packed(self) -> dict[str, Any]:
        """As plain values."""
        return {"media_type": self.media_type}


def inspect(data: bytes, *, name: str, limits: Limits) -> Inspected:
    """The kind of a PDF, .docx, .xlsx, PNG or JPEG that is that and nothing else.

    Raises the refusals of ``kinds.tell`` and ``heads.picture_of``, FileHoldsAnother, FileHasProgramme.
    """
    picture = picture_of(data, name=name, most_pages=_ONE_PAGE)
    if picture is not None:
        _only_picture(data, picture.media_type, name)
        return Inspected(picture.media_type)
    kind = tell(data, name=name, limits=limits)
    if kind is Kind.PDF:
        _only_pdf(data, name)
    elif kind in (Kind.DOCX, Kind.XLSX):
        _only_office(data, name, limits)
    else:
        raise FileKindUnknown(name=name)
    return Inspected(kind.value)


def _only_picture(data: bytes, media_type: str, name: str) -> None:
    end = data.find(_PNG_END) if media_type == "image/png" else data.rfind(_JPEG_END)
    if media_type in ("image/png", "image/jpeg") and end < 0:
        raise FileUnreadable(name=name)
    behind = data[end:].lower()
    if any(start in behind for start in _STRANGE) or archives.is_also_zip(data):
        raise FileHoldsAnother(name=name)


def _only_pdf(data: bytes, name: str) -> None:
    import pypdfium2.raw as pdfium

    if not data.startswith(b"%PDF-") or archives.is_also_zip(data):
        raise FileHoldsAnother(name=name)
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise FileEncrypted(name=name) if locked else FileUnreadable(name=name)
    pages = pdfium.FPDF_GetPageCount(document)
    pdfium.FPDF_CloseDocument(document)
    if not pages:
        raise FileUnreadable(name=name)


def _only_office(data: bytes, name: str, limits: Limits) -> None:
    with archives.opened(data, name=name, limits=limits) as archive:
        names = [entry.filename.lower() for entry in archive.infolist()]
        if _any_ends(names, _PROGRAMMES):
            raise FileHasProgramme(name=name)
        if _any_ends(names, _PACKED) or not data.startswith(b"PK\x03\x04"):
            raise FileHoldsAnother(name=name)
        _whole(archive, name)


def _whole(archive: zipfile.ZipFile, name: str) -> None:
    """Every part is there and inflates to what it says; bounds were checked before."""
    try:
        broken = archive.testzip()
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, RuntimeError):
        broken = "part"
    if broken:
        raise FileUnreadable(name=name)


def _any_ends(names: Iterable[str], ends: tuple[str, ...]) -> bool:
    return any(one.endswith(ends) for one in names)
