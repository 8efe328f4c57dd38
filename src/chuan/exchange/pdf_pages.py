"""One page of a PDF as letters with their places; this file and pdf_rules alone speak to pdfium.

Signed papers of Vietnamese offices often show number, day and month only inside signature
boxes, as nested appearance forms. pdfium decodes them when the page is flattened in memory:
the letters that appear then, and were not there before, are those of the boxes.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2.raw as pdfium

from chuan.exchange.pdf_lines import Glyph, lines_of
from chuan.exchange.pdf_rules import Rule, rules_of
from chuan.rules.legacy_letters import code_of_font

_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
# A letter may stand out of its box by this many points.
_SLACK = 2.0
_IMAGES_DEEPEST = 3
# So many letters tell which way a page is written.
_VOTERS = 500


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A form or signature box: (left, bottom, right, top) in the page's own coordinates."""

    rect: tuple[float, float, float, float]
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Face:
    """How a letter is printed: the font's own name, size in points, colour as six hexadecimal digits."""

    font: str
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows: lines in reading order, boxes apart; ``faces`` by letter where they were asked for."""

    number: int
    width: float
    height: float
    lines: tuple[tuple[Glyph, ...], ...]
    boxes: tuple[Box, ...]
    has_pictures: bool
    bold: frozenset[int]
    italic: frozenset[int]
    faces: Mapping[int, Face] = field(default_factory=dict)
    old_capitals: frozenset[int] = frozenset()
    """Letters in a font in which small letters of TCVN3 look like capitals."""
    rules: tuple[Rule, ...] = ()
    """Lines drawn on the page, where they were asked for."""


class Paper:
    """An opened PDF. ``failure`` tells why it could not be opened: "", "password" or "broken".

    ``faces`` asks how letters at the ends of words are printed: sizes and colours cost time. ``rules`` asks for the
    lines drawn on the page.
    """

    def __init__(self, data: bytes, *, faces: bool = False, rules: bool = False) -> None:
        self._asks_faces, self._asks_rules = faces, rules
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
        raw, fonts = _letters(page)
        turn = _turn(page, raw)
        if turn.quarters != pdfium.FPDFPage_GetRotation(page):
            # pdfium loses letters of a page whose writing does not run from left to right as shown.
            pdfium.FPDFPage_SetRotation(page, turn.quarters)
            page = self._again(page, at)
            raw, fonts = _letters(page)
        own = [turn.glyph(each) for each in raw]
        faces = _faces(page, fonts) if self._asks_faces else {}
        rules = rules_of(page, turn.point) if self._asks_rules else ()
        pictures, rects = _has_pictures(page), _box_rects(page)
        boxes: tuple[Box, ...] = ()
        if rects and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
            page = self._again(page, at)
            shown = [turn.glyph(each) for each in _letters(page)[0]]
            boxes = _boxed(_new(shown, own), rects, turn)
        pdfium.FPDF_ClosePage(page)
        return Page(
            at + 1,
            *turn.size,
            tuple(lines_of(own)),
            boxes,
            pictures,
            *_styles(fonts),
            faces,
            _capitals(fonts),
            rules,
        )

    def _again(self, page: pdfium.FPDF_PAGE, at: int) -> pdfium.FPDF_PAGE:
        """The page after a change: pdfium parses it anew only when it is loaded anew."""
        pdfium.FPDF_ClosePage(page)
        return pdfium.FPDF_LoadPage(self._document, at)


@dataclass(frozen=True, slots=True)
class _Raw:
    """A letter in the page's own coordinates."""

    text: str
    index: int
    origin: Point
    low: Point
    high: Point


@dataclass(frozen=True, slots=True)
class _Turn:
    """From the page's own coordinates to those in which its writing runs from left to right.

    ``quarters`` counts the turns of the writing against the clock; ``width`` and ``height`` are
    the page's own. A landscape annex is often an upright page with its writing turned.
    """

    quarters: int
    width: float
    height: float

    @property
    def size(self) -> Point:
        """Width and height as the reader holds the page."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def point(self, at: Point) -> Point:
        """The point as the reader holds the page, from its lower left corner."""
        x, y = at
        turned = {1: (y, self.width - x), 2: (self.width - x, self.height - y), 3: (self.height - y, x)}
        return turned.get(self.quarters, at)

    def glyph(self, raw: _Raw) -> Glyph:
        """The letter as the reader holds the page."""
        if not self.quarters:
            (left, low), (right, high) = raw.low, raw.high
            return Glyph(raw.text, left, right, raw.origin[1], high - low, raw.index)
        (x0, y0), (x1, y1) = self.point(raw.low), self.point(raw.high)
        base = self.point(raw.origin)[1]
        return Glyph(raw.text, min(x0, x1), max(x0, x1), base, abs(y1 - y0), raw.index)


def _turn(page: pdfium.FPDF_PAGE, letters: list[_Raw]) -> _Turn:
    votes = Counter(_direction(a, b) for a, b in pairwise(letters[:_VOTERS]) if a.origin != b.origin)
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if pdfium.FPDFPage_GetRotation(page) % 2:
        width, height = height, width
    return _Turn(votes.most_common(1)[0][0] if votes else 0, width, height)


def _direction(here: _Raw, there: _Raw) -> int:
    """Which way the writing steps from one letter to the next, in quarter turns."""
    across, up = there.origin[0] - here.origin[0], there.origin[1] - here.origin[1]
    if abs(across) >= abs(up):
        return 0 if across > 0 else 2
    return 1 if up > 0 else 3


def _failure() -> str:
    return "password" if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD else "broken"


def _letters(page: pdfium.FPDF_PAGE) -> tuple[list[_Raw], dict[int, str]]:
    """All letters with their places, and the fonts of every change of letters' height or direction."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return [], {}
    try:
        raw = [_letter(text, i) for i in range(pdfium.FPDFText_CountChars(text))]
        fonts = {i: _font(text, i) for i in _ends_of_words(raw)}
    finally:
        pdfium.FPDFText_ClosePage(text)
    return raw, fonts


def _ends_of_words(letters: list[_Raw]) -> Iterator[int]:
    """Letters beside a space or an end: a line begins and ends with one of them."""
    blank = [True, *(each.text.isspace() or each.text == "-" for each in letters), True]
    for at, each in enumerate(letters):
        if blank[at] or blank[at + 2]:
            yield each.index


def _letter(text: pdfium.FPDF_TEXTPAGE, at: int) -> _Raw:
    code = pdfium.FPDFText_GetUnicode(text, at)
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetLooseCharBox(text, at, box)
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    return _Raw(letter_of(code), at, (x.value, y.value), (box.left, box.bottom), (box.right, box.top))


def letter_of(code: int) -> str:
    """The letter of a code; U+FFFD for control codes and halves of pairs, which no database keeps."""
    if code in _HYPHENS:
        return _HYPHENS[code]
    is_letter = code in (0x09, 0x0A, 0x0D) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000
    return chr(code) if is_letter else "\ufffd"


def _styles(fonts: dict[int, str]) -> tuple[frozenset[int], frozenset[int]]:
    bold = frozenset(i for i, font in fonts.items() if "bold" in font)
    return bold, frozenset(i for i, font in fonts.items() if "italic" in font or "oblique" in font)


def _capitals(fonts: dict[int, str]) -> frozenset[int]:
    return frozenset(i for i, font in fonts.items() if ".vn" in font and (code_of_font(font) or ("", 0))[1])


def _font(text: pdfium.FPDF_TEXTPAGE, at: int) -> str:
    """The lower-case name of the font of a letter."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, 128, flags)
    return name.value.decode("utf-8", "replace").lower()


def _faces(page: pdfium.FPDF_PAGE, letters: Iterable[int]) -> dict[int, Face]:
    """How these letters are printed, before anything is laid over the page."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return {}
    try:
        return {at: _face(text, at) for at in letters}
    finally:
        pdfium.FPDFText_ClosePage(text)


def _face(text: pdfium.FPDF_TEXTPAGE, at: int) -> Face:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, 128, flags)
    matrix = pdfium.FS_MATRIX()
    known = pdfium.FPDFText_GetMatrix(text, at, matrix)
    scale = math.hypot(matrix.c, matrix.d) if known else 1.0
    channels = [ctypes.c_uint() for _ in range(4)]
    told = pdfium.FPDFText_GetFillColor(text, at, *channels)
    colour = "".join(f"{channel.value & 0xFF:02x}" for channel in channels[:3]) if told else "000000"
    return Face(
        name.value.decode("utf-8", "replace"), pdfium.FPDFText_GetFontSize(text, at) * (scale or 1.0), colour
    )


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
    glyphs: list[Glyph], rects: list[tuple[float, float, float, float]], turn: _Turn
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


def _stands_in(glyph: Glyph, rect: tuple[float, float, float, float], turn: _Turn) -> bool:
    (x0, y0), (x1, y1) = turn.point(rect[:2]), turn.point(rect[2:])
    middle = (glyph.left + glyph.right) / 2
    return (
        min(x0, x1) - _SLACK <= middle <= max(x0, x1) + _SLACK
        and min(y0, y1) - _SLACK <= glyph.base <= max(y0, y1) + _SLACK
    )
