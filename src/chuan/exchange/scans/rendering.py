"""Pages of a PDF as pictures, from one process for all pages of a file (exchange/worker.py ``serve``)."""

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from chuan.exchange.limits import Limits
from chuan.rules.refusals import FileEncrypted, FileUnreadable

_POINTS = 72
_MOST_DOTS = 40_000_000
_WHITE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as a grey PNG."""

    png: bytes

    def packed(self) -> dict[str, Any]:
        """As text, for the way out of the process."""
        return {"png": base64.b64encode(self.png).decode()}


def prepare() -> None:
    """Nothing is left to load once the module is here."""


def read(data: bytes, opening: dict[str, Any], *, name: str, limits: Limits) -> Rendered:
    """The page whose number (4 bytes, from 1) stands before the PDF's bytes; ``opening`` says dots per
    inch (or dots across), and how many quarter turns with the clock make the page upright.

    Raises FileEncrypted, FileUnreadable.
    """
    number, data = int.from_bytes(data[:4], "big"), data[4:]
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise FileEncrypted(name=name) if locked else FileUnreadable(name=name)
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        raise FileUnreadable(name=name)
    try:
        return Rendered(_drawn(page, opening, name))
    finally:
        pdfium.FPDF_ClosePage(page)
        pdfium.FPDF_CloseDocument(document)


def _drawn(page: pdfium.FPDF_PAGE, opening: dict[str, Any], name: str) -> bytes:
    turns = opening.get("turns", 0) % 4
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    width, height = (height, width) if turns % 2 else (width, height)
    scale = opening["dots"] / _POINTS if "dots" in opening else opening["width"] / max(width, 1)
    scale = min(scale, (_MOST_DOTS / max(width * height, 1)) ** 0.5)
    across, down = max(1, round(width * scale)), max(1, round(height * scale))
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        raise FileUnreadable(name=name)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, turns, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        buffer = pdfium.FPDFBitmap_GetBuffer(bitmap)
        dots = bytes(
            (pdfium.c_ubyte * (stride * down)).from_address(pdfium.cast(buffer, pdfium.c_void_p).value)
        )
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    rows = b"".join(b"\x00" + dots[at : at + across] for at in range(0, stride * down, stride))
    return grey_png(rows, across, down, round(scale * _POINTS))


def grey_png(rows: bytes, width: int, height: int, dots: int) -> bytes:
    """A grey PNG of rows that each begin with a zero byte; ``dots`` per inch are written down for the reader."""
    metre = round(dots / 0.0254)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1))
        + _chunk(b"IDAT", zlib.compress(rows, 3))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
