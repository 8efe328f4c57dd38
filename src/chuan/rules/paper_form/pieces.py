"""The plain text cut into lines and cells, with the way back to the sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chuan.rules.decision_text.flat import Flat
from chuan.rules.decision_text.paragraphs import Paragraph, read_mark, read_paragraphs
from chuan.rules.types import Span

RULE_LINE = re.compile(r"[\s|*\-–—_=:.…]*$")
"""A line that only draws a rule or holds blanks."""
_CELL = re.compile(r"[^\n|]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a cell of one, without blanks at its ends; offsets are of the plain text."""

    start: int
    end: int
    text: str
    low: str

    @property
    def upper(self) -> bool:
        """Whether every letter is a capital."""
        return self.text.isupper()


def pieces_of(flat: Flat, start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """The pieces between two offsets, rules and blank lines left out."""
    for found in _CELL.finditer(flat.text, start, len(flat.text) if end is None else end):
        body = found.group().strip()
        if body and not RULE_LINE.match(body):
            at = found.start() + found.group().find(body)
            yield piece_at(flat, at, at + len(body))


def piece_at(flat: Flat, start: int, end: int) -> Piece:
    """The piece between two offsets, line breaks inside read as blanks."""
    text, low = flat.text[start:end].replace("\n", " "), flat.low[start:end].replace("\n", " ")
    return Piece(start, end, text, low)


def paragraphs_of(flat: Flat, *, wrapped: bool) -> list[Paragraph]:
    """Paragraphs: joined from wrapped lines, or each line by itself where the file keeps them whole."""
    if wrapped:
        return read_paragraphs(flat)
    found, at = [], 0
    for line in flat.text.split("\n"):
        body = line.strip()
        if body:
            start = at + line.find(body)
            low = flat.low[start : start + len(body)]
            found.append(Paragraph(start, body, low, read_mark(low)))
        at += len(line) + 1
    return found


def span_of(flat: Flat, start: int, end: int) -> Span:
    """The range of the sheet's text; Markdown's marks at its ends are left out."""
    return flat.span(start, end)
