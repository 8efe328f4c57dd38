"""What tesseract says (its table of words), put into lines as the eye reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from chuan.exchange.extracted import Block, SeenPage, SeenWord
from chuan.exchange.pdf_lines import Glyph
from chuan.exchange.pdf_pages import Page
from chuan.exchange.pdf_text import write_page
from chuan.exchange.scans.turning import size_upright, upright
from chuan.exchange.text_builder import TextBuilder
from chuan.rules.slips_of_pictures import repaired, with_set_phrases

_COLUMNS = 12
_A4 = (595.0, 842.0)
_LEAST_SURE = 10
"""Below this tesseract has seen a stamp, a signature or dirt."""

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was seen: box (left, top, right, bottom) in dots of the picture."""

    line: tuple[int, ...]
    box: Box
    sure: int
    text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One page read from its picture: text, blocks and words, counted from the page's own beginning."""

    page: SeenPage
    text: str
    blocks: tuple[Block, ...]
    words: tuple[SeenWord, ...]


def pages_seen(table: bytes, *, first: int, characters: int) -> list[Seen]:
    """The pages of a table of words; the first of them gets the number ``first``. Raises TextTooLong."""
    sizes: dict[int, tuple[int, int]] = {}
    words: dict[int, list[Word]] = {}
    for cells in _rows(table):
        level, page = int(cells[0]), int(cells[1])
        left, top, width, height = (int(cell) for cell in cells[6:10])
        if level == 1:
            sizes[page] = (width, height)
        elif level == 5 and cells[11].strip() and float(cells[10]) >= _LEAST_SURE:
            place = (page, *(int(cell) for cell in cells[2:5]))
            box = (left, top, left + width, top + height)
            words.setdefault(page, []).append(Word(place, box, int(float(cells[10])), cells[11].strip()))
    return [
        _seen(first + at, size, words.get(page, []), characters)
        for at, (page, size) in enumerate(sorted(sizes.items()))
    ]


def _rows(table: bytes) -> Iterator[list[str]]:
    for line in table.decode("utf-8", "replace").split("\n")[1:]:
        cells = line.rstrip("\r").split("\t")
        if len(cells) == _COLUMNS and cells[0].isdecimal():
            yield cells


def _seen(number: int, size: tuple[int, int], words: list[Word], characters: int) -> Seen:
    turns = _turns(words)
    page = SeenPage(number, *size, turns)
    out, watcher = TextBuilder(characters), _Places(number)
    write_page(_as_page(page, words), out, watcher)
    known = [SeenWord(number, words[at].box, start, end, words[at].sure) for at, start, end in watcher.found]
    return Seen(page, with_set_phrases(out.text), tuple(out.blocks), tuple(known))


def _turns(words: list[Word]) -> int:
    """Quarter turns with the clock that make the page upright, by which way words follow each other."""
    votes = Counter(_step(here.box, there.box) for here, there in pairwise(words) if here.line == there.line)
    return votes.most_common(1)[0][0] if votes else 0


def _step(here: Box, there: Box) -> int:
    across, down = there[0] - here[0], there[1] - here[1]
    if abs(across) >= abs(down):
        return 0 if across >= 0 else 2
    return 3 if down > 0 else 1


def _as_page(page: SeenPage, words: list[Word]) -> Page:
    """The words as letters of a page of A4, for the reader of lines and columns."""
    width, height = size_upright(page)
    scale = (_A4[0] if width <= height else _A4[1]) / width
    lines = [
        _line(list(line), page, scale, height)
        for _, line in groupby(enumerate(words), key=lambda one: one[1].line)
    ]
    return Page(page.number, width * scale, height * scale, tuple(lines), (), True, frozenset(), frozenset())


def _line(line: list[tuple[int, Word]], page: SeenPage, scale: float, height: int) -> tuple[Glyph, ...]:
    boxes = [upright(page, word.box) for _, word in line]
    low, high = max(box[3] for box in boxes), min(box[1] for box in boxes)
    base, tall = (height - low) * scale, (low - high) * scale
    glyphs: list[Glyph] = []
    for (at, word), box in zip(line, boxes, strict=True):
        if glyphs:
            glyphs.append(Glyph(" ", glyphs[-1].right, box[0] * scale, base, tall))
        glyphs.append(Glyph(repaired(word.text), box[0] * scale, box[2] * scale, base, tall, at))
    return tuple(glyphs)


class _Places:
    """Notes where each word came to stand in the text."""

    def __init__(self, number: int) -> None:
        self.found: list[tuple[int, int, int]] = []

    def page(self, page: Page, start: int) -> None:
        """Nothing to note."""

    def number(self, page: Page, line: object) -> None:
        """A page number is no part of the text."""

    def piece(self, page: Page, letters: Sequence[Glyph], start: int, text: str) -> None:
        """Words stand in the text one after the other."""
        at = 0
        for glyph in letters:
            place = text.find(glyph.text, at) if glyph.index >= 0 else -1
            if place >= 0:
                at = place + len(glyph.text)
                self.found.append((glyph.index, start + place, start + at))
