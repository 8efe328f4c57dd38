"""What comes out of a paper: its text, and where the eye saw it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


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
class Extracted:
    """The text of a paper, un-normalised, with line ends as "\\n".

    Every span of a reading counts code points of ``text``. ``pages`` is 0 for formats
    without pages. ``notes`` are codes of what could not be brought out: ``pictures`` (some
    pages are pictures only), ``footnotes`` (left out).
    """

    text: str
    media_type: str
    pages: int
    widgets: tuple[Widget, ...]
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()

    def packed(self) -> dict[str, Any]:
        """As plain lists, for the way out of the reading process."""
        return {
            "text": self.text,
            "media_type": self.media_type,
            "pages": self.pages,
            "widgets": [[w.page, list(w.rect), w.text, w.start, w.end] for w in self.widgets],
            "blocks": [[b.start, b.end, b.kind, b.align, b.bold, b.italic] for b in self.blocks],
            "notes": list(self.notes),
        }

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
        )


def _widget(page: int, rect: list[float], text: str, start: int, end: int) -> Widget:
    left, bottom, right, top = rect
    return Widget(page, (left, bottom, right, top), text, start, end)


def _block(start: int, end: int, kind: str, align: str, bold: bool, italic: bool) -> Block:
    return Block(start, end, BlockKind(kind), Align(align), bold, italic)
