"""What comes out of a paper: its text, and where the eye saw it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

UNSURE = 70
"""Words read from a picture less surely than this are marked."""


LOOSE = "loose_tables"
"""The note of a paper with a table whose rows and columns cannot be told for sure."""


class BlockKind(StrEnum):
    """What a stretch of text is on the paper."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CELL = "cell"
    LIST_ITEM = "list_item"


class Align(StrEnum):
    """How a block stands between the margins; START when nothing is known."""

    START = "start"
    CENTER = "center"
    END = "end"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Block:
    """A hint for showing the paper: text[start:end] looked like this.

    Blocks do not overlap and stand in order; text outside all blocks is separators and
    marks (line ends, tabs between cells, Markdown's stars). ``bold`` and ``italic`` are
    set only when the whole block is.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    align: Align = Align.START
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Widget:
    """Text that the page shows only inside a form or signature box.

    ``page`` counts from 1; ``rect`` is the box (left, bottom, right, top) in points of the
    page; text[start:end] of the paper is ``text``, put where the eye reads it.
    """

    page: int
    rect: tuple[float, float, float, float]
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OldLetters:
    """The paper came in letters of the time before Unicode (``code``: tcvn3, vni) and was converted.

    ``by`` tells how that was known: "fonts" of Word, or "letters", of which ``percent`` became Vietnamese syllables.
    ``pairs`` are (as it was, as it is) for the first lines that were changed.
    """

    code: str
    by: str
    percent: int
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page that was read from its picture: size in dots, and quarter turns that make it upright."""

    number: int
    width: int
    height: int
    turns: int = 0


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word read from a picture: text[start:end] stands in the box (left, top, right, bottom) in dots of its page.

    ``sure`` is the reader's own confidence, 0 to 100.
    """

    page: int
    box: tuple[int, int, int, int]
    start: int
    end: int
    sure: int


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a paper, un-normalised, with line ends as "\\n".

    Every span of a reading counts code points of ``text``. ``pages`` is 0 for formats
    without pages. ``notes`` are codes of what could not be brought out: ``pictures`` (some
    pages are pictures only), ``footnotes`` (left out). ``seen_pages`` and ``seen_words`` are filled for
    pages read from their picture.
    """

    text: str
    media_type: str
    pages: int
    widgets: tuple[Widget, ...]
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    old_letters: OldLetters | None = None
    seen_pages: tuple[SeenPage, ...] = ()
    seen_words: tuple[SeenWord, ...] = ()

    def packed(self) -> dict[str, Any]:
        """As plain lists, for the way out of the reading process."""
        return {
            "text": self.text,
            "media_type": self.media_type,
            "pages": self.pages,
            "widgets": [[w.page, list(w.rect), w.text, w.start, w.end] for w in self.widgets],
            "blocks": [[b.start, b.end, b.kind, b.align, b.bold, b.italic] for b in self.blocks],
            "notes": list(self.notes),
            **self.packed_beside(),
        }

    def packed_beside(self) -> dict[str, Any]:
        """What is known besides: old letters, pages and words seen in pictures; nothing where there are none."""
        old = self.old_letters
        known = {
            "old_letters": [old.code, old.by, old.percent, [list(pair) for pair in old.pairs]]
            if old
            else None,
            "seen_pages": [[p.number, p.width, p.height, p.turns] for p in self.seen_pages],
            "seen_words": [[w.page, list(w.box), w.start, w.end, w.sure] for w in self.seen_words],
        }
        return {name: value for name, value in known.items() if value}

    @classmethod
    def unpacked(cls, packed: dict[str, Any]) -> Extracted:
        """The reverse of ``packed``."""
        return cls(
            text=packed["text"],
            media_type=packed["media_type"],
            pages=packed["pages"],
            widgets=tuple(_widget(*w) for w in packed["widgets"]),
            blocks=tuple(_block(*b) for b in packed["blocks"]),
            notes=tuple(packed["notes"]),
            old_letters=old_letters_of(packed),
            seen_pages=seen_pages_of(packed),
            seen_words=seen_words_of(packed),
        )


def old_letters_of(packed: dict[str, Any]) -> OldLetters | None:
    """The old letters in what ``packed_beside`` wrote."""
    if not packed.get("old_letters"):
        return None
    code, by, percent, pairs = packed["old_letters"]
    return OldLetters(code, by, percent, tuple((before, after) for before, after in pairs))


def seen_pages_of(packed: dict[str, Any]) -> tuple[SeenPage, ...]:
    """The pages read from pictures in what ``packed_beside`` wrote."""
    return tuple(SeenPage(*page) for page in packed.get("seen_pages", ()))


def seen_words_of(packed: dict[str, Any]) -> tuple[SeenWord, ...]:
    """The words read from pictures in what ``packed_beside`` wrote."""
    return tuple(
        SeenWord(page, (box[0], box[1], box[2], box[3]), start, end, sure)
        for page, box, start, end, sure in packed.get("seen_words", ())
    )


def _widget(page: int, rect: list[float], text: str, start: int, end: int) -> Widget:
    left, bottom, right, top = rect
    return Widget(page, (left, bottom, right, top), text, start, end)


def _block(start: int, end: int, kind: str, align: str, bold: bool, italic: bool) -> Block:
    return Block(start, end, BlockKind(kind), Align(align), bold, italic)
