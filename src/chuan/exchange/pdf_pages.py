"""One page of a PDF as letters with their places; the only file that speaks to pdfium.

Signed papers of Vietnamese offices often show number, day and month only inside signature
boxes, as nested appearance forms. pdfium decodes them when the page is flattened in memory:
the letters that appear then, and were not there before, are those of the boxes.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
# A letter may stand out of its box by this many points.
_SLACK = 2.0
_IMAGES_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter (or, for a box, all its text) and its place in points, as the page is held upright.

    ``base`` is the height of the line it stands on; ``box`` numbers the box it came from.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    index: int = -1
    box: int = -1


@dataclass(frozen=True, slots=True)
class Box:
    """A form or signature box: (left, bottom, right, top) in the page's own coordinates."""

    rect: tuple[float, float, float, float]
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows: lines in reading order, boxes apart."""

    number: int
    width: float
    height: float
    lines: tuple[tuple[Glyph, ...], ...]
    boxes: tuple[Box, ...]
    has_pictures: bool
    bold: frozenset[int]
    italic: frozenset[int]


class Paper:
    """An opened PDF. ``failure`` tells why it could not be opened: "", "password" or "broken"."""

    def __init__(self, data: bytes) -> None:
        pdfium.FPDF_InitLibrary()
        self._data = data  # pdfium reads from it as long as the document is open
        self._document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        self.failure = "" if self._document else _failure()

    def __len__(self) -> int:
        return int(pdfium.FPDF_GetPageCount(self._document))

    def page(self, at: int) -> Page | None:
        """The page at this index from 0; None when it is broken."""
        page = pdfium.FPDF_LoadPage(self._document, at)
        if not page:
            return None
        own, styles = _letters(page, self._turn(page))
        pictures = _has_pictures(page)
        rects = _box_rects(page)
        boxes: tuple[Box, ...] = ()
        if rects and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(self._document, at)
            shown, _ = _letters(page, self._turn(page))
            boxes = _boxed(_new(shown, own), rects, self._turn(page))
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        pdfium.FPDF_ClosePage(page)
        return Page(at + 1, width, height, tuple(_lines(own)), boxes, pictures, *styles)

    @staticmethod
    def _turn(page: pdfium.FPDF_PAGE) -> Turn:
        return Turn(
            int(pdfium.FPDFPage_GetRotation(page)),
            pdfium.FPDF_GetPageWidthF(page),
            pdfium.FPDF_GetPageHeightF(page),
        )


@dataclass(frozen=True, slots=True)
class Turn:
    """From the page's own coordinates to those of the page as it is shown (turned by quarters)."""

    quarters: int
    width: float
    height: float

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        """The point as shown, from the lower left corner."""
        if self.quarters == 1:
            return y, self.height - x
        if self.quarters == 2:
            return self.width - x, self.height - y
        if self.quarters == 3:
            return self.width - y, x
        return x, y


def _failure() -> str:
    return "password" if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD else "broken"


def _letters(page: pdfium.FPDF_PAGE, turn: Turn) -> tuple[list[Glyph], tuple[frozenset[int], frozenset[int]]]:
    """All letters with their places, and which of those that begin a line are bold or italic."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return [], (frozenset(), frozenset())
    try:
        glyphs = [_glyph(text, i, turn) for i in range(pdfium.FPDFText_CountChars(text))]
        fonts = {line[at].index: _font(text, line[at].index) for line in _lines(glyphs) for at in (0, -1)}
    finally:
        pdfium.FPDFText_ClosePage(text)
    bold = frozenset(i for i, font in fonts.items() if "bold" in font)
    italic = frozenset(i for i, font in fonts.items() if "italic" in font or "oblique" in font)
    return glyphs, (bold, italic)


def _glyph(text: pdfium.FPDF_TEXTPAGE, at: int, turn: Turn) -> Glyph:
    code = pdfium.FPDFText_GetUnicode(text, at)
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, at, box)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    (x0, y0), (x1, y1) = turn(box.left, box.bottom), turn(box.right, box.top)
    letter = _HYPHENS.get(code) or (chr(code) if code < 0x110000 else "\ufffd")
    return Glyph(letter, min(x0, x1), max(x0, x1), turn(x.value, y.value)[1], abs(y1 - y0), at)


def _lines(glyphs: list[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    """The lines that pdfium tells apart; blank ones are left out."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text not in "\r\n":
            line.append(glyph)
        elif glyph.text == "\n" and any(not g.text.isspace() for g in line):
            yield _trimmed(line)
            line = []
    if any(not g.text.isspace() for g in line):
        yield _trimmed(line)


def _trimmed(line: list[Glyph]) -> tuple[Glyph, ...]:
    inked = [at for at, glyph in enumerate(line) if not glyph.text.isspace()]
    return tuple(line[inked[0] : inked[-1] + 1])


def _font(text: pdfium.FPDF_TEXTPAGE, at: int) -> str:
    """The lower-case name of the font of a letter."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, 128, flags)
    return name.value.decode("utf-8", "replace").lower()


def _has_pictures(page: pdfium.FPDF_PAGE) -> bool:
    objects = [pdfium.FPDFPage_GetObject(page, i) for i in range(pdfium.FPDFPage_CountObjects(page))]
    return any(_is_picture(each, 0) for each in objects)


def _is_picture(each: pdfium.FPDF_PAGEOBJECT, depth: int) -> bool:
    kind = pdfium.FPDFPageObj_GetType(each)
    if kind != pdfium.FPDF_PAGEOBJ_FORM or depth > _IMAGES_DEEPEST:
        return bool(kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    count = pdfium.FPDFFormObj_CountObjects(each)
    return any(_is_picture(pdfium.FPDFFormObj_GetObject(each, i), depth + 1) for i in range(count))


def _box_rects(page: pdfium.FPDF_PAGE) -> list[tuple[float, float, float, float]]:
    """Places of the visible form boxes; everything else laid over the page (comments) is taken off."""
    rects = []
    for at in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        rect = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(annotation, rect)
        is_box = pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET
        visible = not pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN
        pdfium.FPDFPage_CloseAnnot(annotation)
        if is_box and visible:
            rects.append((rect.left, rect.bottom, rect.right, rect.top))
        else:
            pdfium.FPDFPage_RemoveAnnot(page, at)
    return rects[::-1]


def _new(shown: list[Glyph], own: list[Glyph]) -> list[Glyph]:
    """Letters that the flattened page shows beyond its own."""
    known = Counter((g.text, round(g.left), round(g.base)) for g in own)
    fresh = []
    for glyph in shown:
        key = (glyph.text, round(glyph.left), round(glyph.base))
        if known[key] > 0:
            known[key] -= 1
        else:
            fresh.append(glyph)
    return fresh


def _boxed(
    glyphs: list[Glyph], rects: list[tuple[float, float, float, float]], turn: Turn
) -> tuple[Box, ...]:
    """The letters handed out to the boxes they stand in, the smallest box first."""
    held: dict[int, list[Glyph]] = {}
    smallest = sorted(range(len(rects)), key=lambda i: _area(rects[i]))
    for glyph in glyphs:
        home = next((i for i in smallest if _stands_in(glyph, rects[i], turn)), None)
        if home is not None:
            held.setdefault(home, []).append(glyph)
    return tuple(Box(rects[i], tuple(held[i])) for i in sorted(held))


def _area(rect: tuple[float, float, float, float]) -> float:
    return (rect[2] - rect[0]) * (rect[3] - rect[1])


def _stands_in(glyph: Glyph, rect: tuple[float, float, float, float], turn: Turn) -> bool:
    (x0, y0), (x1, y1) = turn(rect[0], rect[1]), turn(rect[2], rect[3])
    middle = (glyph.left + glyph.right) / 2
    return (
        min(x0, x1) - _SLACK <= middle <= max(x0, x1) + _SLACK
        and min(y0, y1) - _SLACK <= glyph.base <= max(y0, y1) + _SLACK
    )
