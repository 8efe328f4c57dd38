"""Grows the text of a paper line by line and remembers the blocks."""

from __future__ import annotations

import re

from chuan.exchange.extracted import Align, Block, BlockKind
from chuan.rules.refusals import TextTooLong

# Spaces that a line may end or begin with; a no-break space inside a line is left as typed.
_BLANKS = " \t\u00a0"
_RUN_OF_SPACES = re.compile(r"[ \u00a0]{2,}")


def clean_line(text: str) -> str:
    """One line without the spaces that only moved letters about on the paper."""
    return _RUN_OF_SPACES.sub(" ", text).strip(_BLANKS)


class TextBuilder:
    """Collects lines; ``text`` and ``blocks`` agree at every moment.

    Stops with TextTooLong as soon as the paper passes ``most`` characters, so that a
    novel costs no more than its first chapter.
    """

    def __init__(self, most: int) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._most = most
        self.blocks: list[Block] = []

    @property
    def length(self) -> int:
        """Characters so far: the offset of what is added next."""
        return self._length

    @property
    def text(self) -> str:
        """All that was added; the last line end is left out."""
        return "".join(self._parts).rstrip("\n\t")

    def add(
        self,
        text: str,
        *,
        kind: BlockKind = BlockKind.PARAGRAPH,
        align: Align = Align.START,
        bold: bool = False,
        italic: bool = False,
    ) -> str:
        """One paragraph (it may hold several lines) and a line end; what was kept, "" for a blank one."""
        lines = [clean_line(line) for line in text.split("\n")]
        kept = "\n".join(line for line in lines if line)
        if not kept:
            return ""
        start = self._length
        self._put(kept)
        self.blocks.append(Block(start, self._length, kind, align, bold, italic))
        self._put("\n")
        return kept

    def next_cell(self) -> None:
        """The paragraph just added was a cell: what follows stands beside it, after a tab."""
        if self._parts and self._parts[-1] == "\n":
            self._parts[-1] = "\t"

    def end_row(self) -> None:
        """What follows begins on a line of its own."""
        if self._parts and self._parts[-1] == "\t":
            self._parts[-1] = "\n"

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        if self._length > self._most + 1:
            raise TextTooLong(characters=self._length, limit=self._most)
