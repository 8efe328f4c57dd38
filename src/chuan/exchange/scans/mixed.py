"""A PDF's text with the places where pages that are pictures belong; runs in the reading process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from chuan.exchange import pdf_text
from chuan.exchange.extracted import Extracted
from chuan.exchange.kinds import Kind
from chuan.exchange.limits import Limits
from chuan.exchange.pdf_pages import Paper
from chuan.exchange.text_builder import TextBuilder


@dataclass(frozen=True, slots=True)
class Mixed:
    """The text of the pages that have letters; ``pictures`` are (page from 1, offset where its text belongs)."""

    paper: Extracted
    pictures: tuple[tuple[int, int], ...]

    def packed(self) -> dict[str, Any]:
        """As plain lists."""
        return {"paper": self.paper.packed(), "pictures": [list(one) for one in self.pictures]}

    @classmethod
    def unpacked(cls, packed: dict[str, Any]) -> Mixed:
        """The reverse of ``packed``."""
        pictures = tuple((number, at) for number, at in packed["pictures"])
        return cls(Extracted.unpacked(packed["paper"]), pictures)


def read_mixed(data: bytes, *, name: str, limits: Limits) -> Mixed:
    """Text and boxes of pages with letters. Raises FileEncrypted, FileUnreadable, TextTooLong.

    The few letters of a page that is a picture are left out: they are in the picture too. Boxes stay.
    """
    paper, out = Paper(data), TextBuilder(limits.characters)
    pdf_text.check_opened(paper, name)
    pictures, widgets = [], []
    for at in range(len(paper)):
        page = pdf_text.page_of(paper, at, name)
        if pdf_text.is_picture(page):
            pictures.append((page.number, out.length))
            page = replace(page, lines=())
        widgets += pdf_text.write_page(page, out, None)
    text, blocks = out.text, tuple(out.blocks)
    return Mixed(Extracted(text, Kind.PDF.value, len(paper), tuple(widgets), blocks), tuple(pictures))
