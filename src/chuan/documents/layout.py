"""How the paper looked, kept beside its text: blocks, boxes of widgets, kind of file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from chuan.exchange.extracted import (
    Align,
    Block,
    BlockKind,
    Extracted,
    OldLetters,
    SeenPage,
    SeenWord,
    Widget,
    old_letters_of,
    seen_pages_of,
    seen_words_of,
)
from chuan.rules.decision_text.types import Box, DecisionReading, Found


@dataclass(frozen=True, slots=True)
class Layout:
    """What is known of the paper's looks; without blocks every line is a paragraph."""

    media_type: str = ""
    pages: int = 0
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    old_letters: OldLetters | None = None
    seen_pages: tuple[SeenPage, ...] = ()
    seen_words: tuple[SeenWord, ...] = ()

    @property
    def is_markdown(self) -> bool:
        """Whether stars and number signs in the text are marks, not words."""
        return self.media_type == "text/markdown"


def packed(paper: Extracted) -> str:
    """The looks of a paper as text to store."""
    whole = paper.packed()
    looks = {name: whole[name] for name in ("media_type", "pages", "blocks", "notes")}
    return json.dumps(looks | paper.packed_beside(), ensure_ascii=False, separators=(",", ":"))


def unpacked(stored: str) -> Layout:
    """The reverse of ``packed``; nothing stored is an empty layout."""
    if not stored:
        return Layout()
    told = json.loads(stored)
    blocks = tuple(
        Block(start, end, BlockKind(kind), Align(align), bold, italic)
        for start, end, kind, align, bold, italic in told["blocks"]
    )
    return Layout(
        told["media_type"],
        told["pages"],
        blocks,
        tuple(told["notes"]),
        old_letters_of(told),
        seen_pages_of(told),
        seen_words_of(told),
    )


def with_boxes(reading: DecisionReading, paper: Extracted) -> DecisionReading:
    """The reading where each value that stands in a signature or form box says so (page and rectangle).

    In signed PDFs number, day and month live only there.
    """
    if not paper.widgets:
        return reading
    boxed = {
        one.name: _boxed(getattr(reading, one.name), paper.widgets)
        for one in fields(reading)
        if one.name not in ("objectives", "questions", "remarks", "articles")
    }
    return replace(reading, **boxed)


def _boxed(value: Any, widgets: Sequence[Widget]) -> Any:
    if isinstance(value, Found):
        inside = next(
            (one for one in widgets if one.start < value.span.end and value.span.start < one.end), None
        )
        return replace(value, how="widget", box=Box(inside.page, inside.rect)) if inside else value
    if isinstance(value, tuple):
        return tuple(_boxed(one, widgets) for one in value)
    if is_dataclass(value) and not isinstance(value, type) and type(value).__name__ == "Signer":
        return replace(
            value, **{one.name: _boxed(getattr(value, one.name), widgets) for one in fields(value)}
        )
    return value
