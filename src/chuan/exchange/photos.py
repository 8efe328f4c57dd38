"""Photos that strangers send: drawn anew, dot by dot, so that no byte of the file they came in is kept.

Place, moment, telephone, thumbnail and whatever else a camera writes beside the picture (Exif 2.32, XMP, comments) go
with the file. Only JPEG and PNG come in; both come out as PNG in thirty-two steps a colour, which halves the weight.
"""

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

from chuan.exchange.apart import run_apart
from chuan.exchange.limits import DEFAULT, Limits
from chuan.exchange.redacting.copying import weighed
from chuan.exchange.redacting.drawing import opened
from chuan.exchange.scans.heads import picture_of
from chuan.rules.refusals import FileKindUnknown, FileUnreadable
from chuan.rules.refusals.redacting import PictureNotDrawn

LIMITS = replace(DEFAULT, file_bytes=10_000_000, seconds=15)
LONG_SIDE, SMALL_SIDE = 1280, 240
"""Dots of the longer side: readable on a screen, and in a list."""
KINDS = "JPEG, PNG"
_TAKEN = ("image/jpeg", "image/png")
_WHITE = 0xFFFFFFFF
_COLOURS = 3
_UP = b"\x02"
_STEPS = bytes(value & 0xF8 | value >> 5 for value in range(256))


@dataclass(frozen=True, slots=True)
class Photo:
    """The picture as it is read, and as it stands in a list; both PNG."""

    large: bytes
    small: bytes

    def packed(self) -> dict[str, Any]:
        """As text, for the way out of the process."""
        return {
            "large": base64.b64encode(self.large).decode(),
            "small": base64.b64encode(self.small).decode(),
        }


def redraw(data: bytes, *, name: str, limits: Limits = LIMITS) -> Photo:
    """The photo drawn anew in a process of its own; nothing is written to a disk.

    Raises FileEmpty, FileTooBig, FileTooSlow, FileKindUnknown, FileUnreadable, PictureTooLarge, PictureNotDrawn.
    """
    weighed(data, name, limits)
    said = run_apart("photo", data, name=name, limits=limits)
    return Photo(base64.b64decode(said["large"]), base64.b64decode(said["small"]))


def redraw_here(data: bytes, *, name: str, limits: Limits) -> Photo:
    """The same in this process: what the drawing process runs."""
    picture = picture_of(data, name=name, most_pages=1)
    if picture is None or picture.media_type not in _TAKEN:
        raise FileKindUnknown(name=name, kinds=KINDS)
    with opened(data, name=name, limits=limits) as paper:
        page = pdfium.FPDF_LoadPage(paper.document, 0)
        if not page:
            raise FileUnreadable(name=name)
        try:
            most = max(picture.pages[0])
            return Photo(_drawn(page, min(LONG_SIDE, most), name), _drawn(page, min(SMALL_SIDE, most), name))
        finally:
            pdfium.FPDF_ClosePage(page)


def _drawn(page: pdfium.FPDF_PAGE, side: int, name: str) -> bytes:
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = side / max(width, height)
    across, down = max(4, round(width * scale / 4) * 4), max(1, round(height * scale))
    buffer = (pdfium.c_ubyte * (across * down * _COLOURS))()
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_BGR, buffer, across * _COLOURS)
    if not bitmap:
        raise FileUnreadable(name=name)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, pdfium.FPDF_REVERSE_BYTE_ORDER)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    dots = bytes(buffer)
    if dots.count(255) == len(dots):
        raise PictureNotDrawn(name=name)  # pdfium draws nothing where it cannot unpack
    return _png(dots.translate(_STEPS), across, down)


def _png(dots: bytes, across: int, down: int) -> bytes:
    """A PNG of these dots and not a word beside them (W3C Portable Network Graphics, third edition, §9.2, §11)."""
    row = across * _COLOURS
    less = _less_the_row_above(dots, row)
    rows = b"".join(_UP + less[at : at + row] for at in range(0, len(less), row))
    head = struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)
    body = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def _less_the_row_above(dots: bytes, row: int) -> bytes:
    """Each byte less the one a row above it, modulo 256: all of them in one subtraction, borrows kept apart."""
    here = int.from_bytes(dots, "big")
    above = int.from_bytes(bytes(row) + dots[:-row], "big")
    tops = int.from_bytes(b"\x80" * len(dots), "big")
    differs = (here ^ above ^ tops) & tops
    return (((here | tops) - (above & ~tops)) ^ differs).to_bytes(len(dots), "big")


def _chunk(kind: bytes, body: bytes) -> bytes:
    told = kind + body
    return struct.pack(">I", len(body)) + told + struct.pack(">I", zlib.crc32(told))
