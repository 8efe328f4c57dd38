"""PDF with a text layer: lines as on the page, signature boxes' texts put where the eye reads them.

Lines are kept, never wrapped anew; a word broken over two lines stays broken. Page numbers in
the margin are left out. A page of pictures has no letters: a paper of only such pages is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from chuan.exchange.extracted import Align, Extracted, Widget
from chuan.exchange.kinds import Kind
from chuan.exchange.legacy import capitals_of_font
from chuan.exchange.limits import Limits
from chuan.exchange.pdf_columns import columns
from chuan.exchange.pdf_lines import Glyph, lines_of
from chuan.exchange.pdf_pages import Box, Page, Paper
from chuan.exchange.text_builder import TextBuilder
from chuan.rules.refusals import FileEmpty, FileEncrypted, FileIsScan, FileUnreadable

# A box that tells who signed is about the signature, not a part of the paper.
_SIGNER = re.compile(
    r"(người ký|ký bởi|ký số bởi|thời gian ký|ngày ký|cơ quan|e-?mail)\s*:|"
    r"signed by|digitally signed|signature (valid|not verified)|\bdate:|\bdn:",
    re.I,
)
_PAGE_NUMBER = re.compile(r"[-–—]?\s*\d{1,3}\s*[-–—]?$")
_CLOSING = frozenset("/,.;:)]}%”’")
# Fewer letters than this beside pictures are a stamp or a scanner's mark.
_FEW_LETTERS = 50
_MARGIN = 0.08
# Letters that a font without a table of letters gives.
_MEANINGLESS = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")


def read_pdf(data: bytes, *, name: str, limits: Limits) -> Extracted:
    """Text, box texts and looks of a PDF.

    Raises FileEncrypted, FileUnreadable, FileIsScan, FileEmpty, TextTooLong. A PDF that only
    forbids printing or copying opens without a password and is read.
    """
    return read_watched(data, None, name=name, limits=limits)


class Watcher(Protocol):
    """Who wants to know where each piece of a line came from."""

    def page(self, page: Page, start: int) -> None:
        """A page begins at this offset of the text."""

    def number(self, page: Page, line: Sequence[Glyph]) -> None:
        """A page number that was left out of the text."""

    def piece(self, page: Page, letters: Sequence[Glyph], start: int, text: str) -> None:
        """Letters of a line that stand in the text from this offset as ``text``."""


def read_watched(data: bytes, watcher: Watcher | None, *, name: str, limits: Limits) -> Extracted:
    """What ``read_pdf`` reads; the watcher is told of every piece."""
    paper = Paper(data, faces=watcher is not None)
    check_opened(paper, name)
    out, widgets = TextBuilder(limits.characters), []
    letters, pictures = 0, 0
    for at in range(len(paper)):
        page = page_of(paper, at, name)
        letters += sum(len(line) for line in page.lines)
        pictures += is_picture(page)
        widgets += write_page(page, out, watcher)
    check_read(letters, pictures, out.text, name)
    notes = ("pictures",) if pictures else ()
    return Extracted(out.text, Kind.PDF.value, len(paper), tuple(widgets), tuple(out.blocks), notes)


def check_opened(paper: Paper, name: str) -> None:
    """Raises FileEncrypted, FileUnreadable for a PDF that did not open or has no page."""
    if paper.failure == "password":
        raise FileEncrypted(name=name)
    if paper.failure or not len(paper):
        raise FileUnreadable(name=name)


def page_of(paper: Paper, at: int, name: str) -> Page:
    """The page at this index from 0. Raises FileUnreadable when it is broken."""
    page = paper.page(at)
    if page is None:
        raise FileUnreadable(name=name)
    return page


def is_picture(page: Page) -> bool:
    """Whether a page is a picture with hardly a letter of its own."""
    return page.has_pictures and sum(len(line) for line in page.lines) < _FEW_LETTERS


def check_read(letters: int, pictures: int, text: str, name: str) -> None:
    """Raises FileIsScan, FileEmpty, FileUnreadable for text that is none."""
    if letters < _FEW_LETTERS and pictures:
        raise FileIsScan(name=name)
    if not text.strip():
        raise FileEmpty(name=name)
    if len(_MEANINGLESS.findall(text)) > len(text) / 5:
        raise FileUnreadable(name=name)


def write_page(page: Page, out: TextBuilder, watcher: Watcher | None) -> list[Widget]:
    """Adds the lines of a page; what the boxes gave, with its place in the text."""
    if watcher:
        watcher.page(page, out.length)
    boxes = [box for box in page.boxes if _text(box) and not _SIGNER.search(_text(box))]
    widgets = []
    for line in _with_boxes([list(line) for line in page.lines], boxes):
        if _is_page_number(line, page):
            if watcher:
                watcher.number(page, line)
            continue
        for segment, last in columns(line, page):
            start = out.length
            text, places = _composed(segment)
            if _all_in(segment, page.old_capitals):
                text = capitals_of_font(text)
            kept = out.add(
                text,
                align=_align(segment, page),
                bold=_all_in(segment, page.bold),
                italic=_all_in(segment, page.italic),
            )
            if watcher:
                watcher.piece(page, segment, start, kept)
            if not last:
                out.next_cell()
            widgets += [
                Widget(page.number, boxes[box].rect, text[a:b], start + a, start + b) for box, a, b in places
            ]
    out.end_row()
    return widgets


def _text(box: Box) -> str:
    return " ".join("".join(glyph.text for glyph in line) for line in lines_of(box.glyphs))


def _with_boxes(lines: list[list[Glyph]], boxes: list[Box]) -> list[list[Glyph]]:
    """The lines with each box's text as one more letter, in the line and at the place where it stands."""
    for number, box in enumerate(boxes):
        letter = _as_letter(box, number)
        line = _line_of(letter, lines)
        if line is None:
            lines.insert(_place_between(letter, lines), [letter])
        else:
            after = (at for at, g in enumerate(line) if not g.text.isspace() and _middle(g) > _middle(letter))
            line.insert(next(after, len(line)), letter)
    return lines


def _as_letter(box: Box, number: int) -> Glyph:
    inked = [glyph for glyph in box.glyphs if not glyph.text.isspace()]
    left, right = min(g.left for g in inked), max(g.right for g in inked)
    return replace(inked[0], text=_text(box), left=left, right=right, box=number)


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _line_of(letter: Glyph, lines: list[list[Glyph]]) -> list[Glyph] | None:
    """The nearest line at the same height; a box is drawn by hand, so half a letter off is the same."""

    def apart(line: list[Glyph]) -> tuple[float, float]:
        gap = max(0.0, min(g.left for g in line) - letter.right, letter.left - max(g.right for g in line))
        return gap, abs(_base(line) - letter.base)

    level = [line for line in lines if abs(_base(line) - letter.base) <= letter.height / 2]
    return min(level, key=apart, default=None)


def _base(line: list[Glyph]) -> float:
    return line[len(line) // 2].base


def _place_between(letter: Glyph, lines: list[list[Glyph]]) -> int:
    """Where a line of its own belongs: before the first line that stands lower."""
    return next((at for at, line in enumerate(lines) if _base(line) < letter.base), len(lines))


def _composed(line: list[Glyph]) -> tuple[str, list[tuple[int, int, int]]]:
    """The text of a line with clean spaces, and (box, start, end) of each box's text in it."""
    text, places = "", []
    for glyph in line:
        if glyph.text.isspace():
            text += "" if text.endswith(" ") or not text else " "
            continue
        if glyph.box >= 0:
            text += "" if text.endswith(" ") or not text else " "
            places.append((glyph.box, len(text), len(text) + len(glyph.text)))
        elif places and places[-1][2] == len(text.rstrip()):
            # "Số:      /QĐ-UBND": what follows the number joins it, a word stands apart.
            text = text.rstrip() + ("" if glyph.text in _CLOSING else " ")
        text += glyph.text
    return text.rstrip(), places


def _is_page_number(line: list[Glyph], page: Page) -> bool:
    middle = (line[0].left + line[-1].right) / 2
    in_margin = not _MARGIN < line[0].base / page.height < 1 - _MARGIN
    text = "".join(g.text for g in line)
    return in_margin and abs(middle - page.width / 2) < page.width / 8 and bool(_PAGE_NUMBER.match(text))


def _align(line: list[Glyph], page: Page) -> Align:
    """Centred when it stands in the middle and leaves room at both sides."""
    left, right = line[0].left, page.width - line[-1].right
    centred = abs(left - right) < page.width / 12 and min(left, right) > page.width / 5
    return Align.CENTER if centred else Align.START


def _all_in(line: list[Glyph], marked: frozenset[int]) -> bool:
    ends = [glyph.index for glyph in (line[0], line[-1]) if glyph.box < 0]
    return bool(ends) and all(index in marked for index in ends)
