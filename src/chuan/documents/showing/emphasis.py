"""Markdown's marks in a text: letters to leave out, stretches that are bold or italic. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_STARRED = re.compile(r"(?P<mark>\*{1,3})(?=\S)(?P<inner>.+?)(?<=\S)(?P=mark)(?!\*)", re.DOTALL)
_LEAD = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?)", re.MULTILINE)
_ESCAPED = re.compile(r"\\(?=[*_#.\-+()\[\]])")


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stretches [start, end) of a text: ``hidden`` are marks, ``bold`` and ``italic`` words."""

    hidden: tuple[tuple[int, int], ...] = ()
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()


def emphasis_of(text: str) -> Emphasis:
    """Read stars, heading signs and backslashes; stars may span the lines of one paragraph."""
    hidden = [lead.span() for lead in _LEAD.finditer(text)]
    hidden += [escape.span() for escape in _ESCAPED.finditer(text)]
    bold: list[tuple[int, int]] = []
    italic: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        for starred in _STARRED.finditer(paragraph.group()):
            start, end = (paragraph.start() + at for at in starred.span())
            weight = len(starred["mark"])
            hidden += [(start, start + weight), (end - weight, end)]
            if weight > 1:
                bold.append((start + weight, end - weight))
            if weight != 2:
                italic.append((start + weight, end - weight))
    return Emphasis(tuple(sorted(hidden)), tuple(bold), tuple(italic))
