"""The letters that can be printed, and the words that must not be broken at the end of a line."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from chuan.paper.fonts import covered

LONGEST_KEPT = 32
"""Letters beyond which a word with a slash is no number any more but an address, and may be broken."""

_KEPT = re.compile(r"[^\s/]+/\S+")
"""A word with a slash inside: a document's number, a date, a count out of a count."""


LONGEST_WORD = 56
"""Letters of the largest size that one line of a page surely has room for."""

_JOINTS = re.compile(r"(?<=[-/_;:@#?&=+])(?=.)|(?<=[.,])(?=\D)")
"""Where a long word may end a line: never inside a number such as 1.240.000."""


class Piece(NamedTuple):
    """Part of a text; a ``kept`` piece stays on one line, after a ``cut`` one the line may end.

    ``blank`` names the room that the piece leaves: "number", "day", "month", "year".
    """

    text: str
    kept: bool = False
    cut: bool = False
    blank: str = ""


def printable(text: str) -> str:
    """The text composed (NFC); what the typeface lacks is written as "[U+1F600]", so nothing is lost."""
    composed = unicodedata.normalize("NFC", text)
    if _plain().issuperset(composed):
        return composed
    return "".join(_printable(letter) for letter in composed)


def pieces(text: str, longest: int | None = None) -> tuple[Piece, ...]:
    """The text cut so that "148/QĐ-UBND" is one unbroken piece; joined again it is the same text.

    ``longest`` is how many letters the cell has room for: words with more are given places to
    break, at their joints where they have some.
    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3: number and symbol are one expression.
    """
    found: list[Piece] = []
    for word in re.findall(r"\s+|\S+", text):
        if len(word) > (longest or LONGEST_WORD):
            found += _cut(word, longest or LONGEST_WORD)
        elif len(word) <= (longest or LONGEST_KEPT) and _KEPT.fullmatch(word):
            found.append(Piece(word, kept=True))
        elif found and not (found[-1].kept or found[-1].cut):
            found[-1] = Piece(found[-1].text + word)
        else:
            found.append(Piece(word))
    return tuple(found)


@cache
def _plain() -> frozenset[str]:
    """Letters that are printed as they are: nearly every text has no others."""
    return frozenset(letter for letter in map(chr, covered()) if _printable(letter) == letter)


def _cut(word: str, longest: int) -> list[Piece]:
    parts = [
        part[start : start + longest]
        for part in _JOINTS.split(word)
        for start in range(0, len(part), longest)
    ]
    return [*(Piece(part, cut=True) for part in parts[:-1]), Piece(parts[-1])]


def _printable(letter: str) -> str:
    if letter in "\n\r\t\v\f\u0085\u2028\u2029":
        return " "
    if ord(letter) in covered() and unicodedata.category(letter) not in ("Cf", "Cc"):
        return letter
    return f"[U+{ord(letter):04X}]"
