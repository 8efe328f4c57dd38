"""The letters that can be printed, and the words that must not be broken at the end of a line."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from chuan.paper.fonts import covered

LONGEST_KEPT = 32
"""Letters beyond which a word with a slash is no number any more but an address, and may be broken."""

_KEPT = re.compile(r"(?<!\S)[^\s/]+/\S+")
"""A word with a slash inside: a document's number, a date, a count out of a count."""


class Piece(NamedTuple):
    """Part of a text; ``kept`` pieces stay on one line."""

    text: str
    kept: bool


def printable(text: str) -> str:
    """The text composed (NFC); what the typeface lacks is written as "[U+1F600]", so nothing is lost."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(_printable(letter) for letter in composed)


def pieces(text: str, longest: int = LONGEST_KEPT) -> tuple[Piece, ...]:
    """The text cut so that "148/QĐ-UBND" is one unbroken piece; joined again it is the same text.

    ``longest`` is how many letters the line (or the cell) has room for.
    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3: number and symbol are one expression.
    """
    found: list[Piece] = []
    end = 0
    for match in _KEPT.finditer(text):
        if len(match[0]) > longest:
            continue
        found += [Piece(text[end : match.start()], False), Piece(match[0], True)]
        end = match.end()
    found.append(Piece(text[end:], False))
    return tuple(piece for piece in found if piece.text)


def _printable(letter: str) -> str:
    if letter in "\n\r\t\v\f\u0085\u2028\u2029":
        return " "
    if ord(letter) in covered() and unicodedata.category(letter) not in ("Cf", "Cc"):
        return letter
    return f"[U+{ord(letter):04X}]"
