"""A page as a grey bitmap: the one drawing that is marked, read and covered. Runs in the drawing process.

Only what a page shows when it is opened is drawn: layers that are off, hidden notes and what lies outside the
page's frame are not. Fields of a form, signature boxes and notes are laid into the page before it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from chuan.exchange.limits import Limits
from chuan.exchange.redacting.areas import Dots
from chuan.exchange.redacting.pictures import as_paper
from chuan.exchange.scans.heads import MOST_DOTS, picture_of
from chuan.rules.refusals import FileEncrypted, FileUnreadable
from chuan.rules.refusals.redacting import PictureNotDrawn, TooLongToCover
from chuan.rules.refusals.scans import PictureTooLarge, ScanTooLong

MOST_PAGES = 30
DOTS = 200
"""Dots per inch: handwriting and letters of 8 points stay readable, a page weighs some 100 KB."""
_MOST_DRAWN = 8_000_000
"""Dots of one drawn page: A3 at 200 an inch. A larger page is drawn coarser."""
_POINTS = 72
_WHITE = 0xFFFFFFFF
_DEEPEST = 8
_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_ENDS = {"image/png": b"IEND\xaeB`\x82", "image/jpeg": b"\xff\xd9"}
"""Half a picture would be drawn half, and the rest be missed by nobody."""
_MOST_OBJECTS = 200_000


@dataclass(slots=True)
class Drawn:
    """A page: size in dots (the width a multiple of four) and in points, one byte a dot from the upper left."""

    across: int
    down: int
    width: float
    height: float
    dots: bytearray

    def cover(self, box: Dots) -> None:
        """Black, in the dots themselves; what stood there is gone."""
        left, top, right, bottom = box
        black = bytes(right - left)
        for row in range(top * self.across, bottom * self.across, self.across):
            self.dots[row + left : row + right] = black


@dataclass(frozen=True, slots=True)
class Opened:
    """A PDF, or a picture wrapped as one, open for drawing."""

    document: pdfium.FPDF_DOCUMENT
    form: pdfium.FPDF_FORMHANDLE
    pages: int
    name: str
    was_picture: bool

    def draw(self, number: int) -> Drawn:
        """The page (from 1). Raises FileUnreadable, PictureTooLarge, PictureNotDrawn."""
        page = self._flat(number - 1)
        try:
            _bounded(page, self.name)
            drawn = _drawn(page, self.name)
        finally:
            pdfium.FPDF_ClosePage(page)
        if self.was_picture and drawn.dots.count(255) == len(drawn.dots):
            raise PictureNotDrawn(name=self.name)  # pdfium draws nothing where it cannot unpack
        return drawn

    def _flat(self, at: int) -> pdfium.FPDF_PAGE:
        """The page with its boxes laid into it; pdfium sees a change only when it loads the page anew."""
        page = self._loaded(at)
        pdfium.FORM_OnAfterLoadPage(page, self.form)  # draws fields of which only the value is there
        for index in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
            if _is_hidden(page, index):
                pdfium.FPDFPage_RemoveAnnot(page, index)
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        pdfium.FORM_OnBeforeClosePage(page, self.form)
        pdfium.FPDF_ClosePage(page)
        return self._loaded(at)

    def _loaded(self, at: int) -> pdfium.FPDF_PAGE:
        page = pdfium.FPDF_LoadPage(self.document, at)
        if not page:
            raise FileUnreadable(name=self.name)
        return page


@contextmanager
def opened(data: bytes, *, name: str, limits: Limits) -> Iterator[Opened]:
    """The file, open. Raises FileEncrypted, FileUnreadable, TooLongToCover, PictureTooLarge, PictureNotDrawn."""
    try:
        picture = picture_of(data, name=name, most_pages=MOST_PAGES)
    except ScanTooLong as long:
        raise TooLongToCover(pages=long.pages, limit=MOST_PAGES) from None
    if picture and not data.rfind(_ENDS.get(picture.media_type, b"")) > 0:
        raise FileUnreadable(name=name)
    paper = as_paper(data, picture, name=name) if picture else data
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(paper, len(paper), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise FileEncrypted(name=name) if locked else FileUnreadable(name=name)
    calls = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, calls)
    try:
        pages = pdfium.FPDF_GetPageCount(document)
        if not pages:
            raise FileUnreadable(name=name)
        if pages > MOST_PAGES:
            raise TooLongToCover(pages=pages, limit=MOST_PAGES)
        yield Opened(document, form, pages, name, picture is not None)
    finally:
        pdfium.FPDFDOC_ExitFormFillEnvironment(form)
        pdfium.FPDF_CloseDocument(document)


def _is_hidden(page: pdfium.FPDF_PAGE, index: int) -> bool:
    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    flags = pdfium.FPDFAnnot_GetFlags(annotation)
    pdfium.FPDFPage_CloseAnnot(annotation)
    return bool(flags & _HIDDEN)


def _drawn(page: pdfium.FPDF_PAGE, name: str) -> Drawn:
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if not (width > 0 and height > 0):
        raise FileUnreadable(name=name)
    scale = min(DOTS / _POINTS, (_MOST_DRAWN / (width * height)) ** 0.5)
    across, down = max(4, round(width * scale / 4) * 4), max(1, round(height * scale))
    if across * down > 2 * _MOST_DRAWN:
        raise FileUnreadable(name=name)  # a page of a hair's breadth and miles long
    buffer = (pdfium.c_ubyte * (across * down))()
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_Gray, buffer, across)
    if not bitmap:
        raise FileUnreadable(name=name)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, pdfium.FPDF_ANNOT)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Drawn(across, down, width, height, bytearray(buffer))


def _bounded(page: pdfium.FPDF_PAGE, name: str) -> None:
    """Pictures on the page are judged by what they say of themselves, before one dot is unpacked."""
    objects = (pdfium.FPDFPage_GetObject(page, at) for at in range(pdfium.FPDFPage_CountObjects(page)))
    for count, picture in enumerate(_pictures(objects, 0)):
        width, height = pdfium.c_uint(), pdfium.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(picture, width, height)
        if width.value * height.value > MOST_DOTS:
            raise PictureTooLarge(
                name=name, width=width.value, height=height.value, millions=MOST_DOTS // 1_000_000
            )
        if count > _MOST_OBJECTS:
            raise FileUnreadable(name=name)


def _pictures(objects: Iterable[pdfium.FPDF_PAGEOBJECT], depth: int) -> Iterator[pdfium.FPDF_PAGEOBJECT]:
    for each in objects:
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield each
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = range(pdfium.FPDFFormObj_CountObjects(each))
            yield from _pictures((pdfium.FPDFFormObj_GetObject(each, at) for at in inner), depth + 1)
