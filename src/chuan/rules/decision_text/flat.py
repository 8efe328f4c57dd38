"""The text made plain for reading, with the way back to every original offset.

Marks of Markdown, invisible characters, decomposed letters and (for matching) the two
spellings of a tone are settled here once, so that the patterns of the reader stay simple; a span found
in the plain text is always reported in code points of the original.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

from chuan.rules.types import Span
from chuan.rules.vietnamese import settle_tones

_ODD = re.compile(
    r"(?P<marks>(?:(?<=\n)|\A)\*{1,3}[ \t]*(?:\n|\Z))"  # a line of nothing but the end of a bold run
    r"|(?P<bullet>(?:(?<=\n)|\A)[ \t]*\*(?=[ \t]+[^\s*]))"
    r"|(?P<heading>(?:(?<=\n)|\A)[ \t]*#{1,6}(?![^\s#])[ \t]*)"
    r"|(?P<letter>[^\W\d_][\u0300-\u036f]+)"
    r"|(?P<newline>\r\n?|[\u000b\u000c\u0085\u2028\u2029]|[ \t]*\\(?=\r?\n))"
    r"|(?P<drop>\*+|\\(?=[!-/:-@\[-`{-~])|[\u200b-\u200f\u2060\ufeff\u00ad\u0300-\u036f]+)"
    r"|(?P<cell>(?<=\S)[ ]*\t[ \t]*(?=\S))"
    r"|(?P<space>[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}|[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    r"|(?P<eth>[\u00d0\u00f0])"
)
_MARK = re.compile(
    r"(?:điều\s+)?[\d.]{1,8}[.):/]|\(?\w{1,4}[.)]|[-–—+•●▪◦·○■□➢✓*o]|[ivx]+[.)]|số\s*:|kính\s+gửi\s*:"
)
_ETH = {"\u00d0": "Đ", "\u00f0": "đ"}


@dataclass(frozen=True, slots=True)
class Flat:
    """The plain text and, for matching, ``low``: lower case with one spelling of the tones, of the
    same length; ``starts[i]`` and ``ends[i]`` bound the original of letter ``i``."""

    text: str
    low: str
    starts: array[int]
    ends: array[int]
    source: str = ""

    def span(self, start: int, end: int) -> Span:
        """The original range of the plain range [start, end)."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return Span(at, at)
        one, two = self.starts[start], self.ends[end - 1]
        return Span(min(one, two), max(one, two))


def joined(flat: Flat, ranges: list[tuple[int, int]]) -> Flat:
    """Pieces of a plain text (the cells of a table row) put side by side, a blank between them."""
    words = " ".join(flat.text[a:b] for a, b in ranges).replace("\n", " ")
    starts: array[int] = array("L")
    ends: array[int] = array("L")
    for i, (a, b) in enumerate(ranges):
        if i:
            starts.append(flat.starts[a] if a < b else starts[-1] if starts else 0)
            ends.append(flat.starts[a] if a < b else ends[-1] if ends else 0)
        starts.extend(flat.starts[a:b])
        ends.extend(flat.ends[a:b])
    return Flat(words, lower(settle_tones(words)), starts, ends)


def flatten(text: str) -> Flat:
    """Make the text plain; linear in its length."""
    pieces: list[str] = []
    starts: array[int] = array("L")
    ends: array[int] = array("L")
    done = 0

    def keep(start: int, end: int) -> None:
        pieces.append(text[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    for odd in _ODD.finditer(text):
        keep(done, odd.start())
        stands = _plain(odd)
        pieces.append(stands)
        starts.extend([odd.start()] * len(stands))
        ends.extend([odd.end()] * len(stands))
        done = odd.end()
    keep(done, len(text))
    plain = "".join(pieces)
    return Flat(plain, lower(settle_tones(plain)), starts, ends, text)


def lower(text: str) -> str:
    """Lower case of the same length (a few capitals would otherwise grow)."""
    small = text.lower()
    return (
        small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def _plain(odd: re.Match[str]) -> str:
    """What stands in the plain text for one oddity."""
    match odd.lastgroup:
        case "letter":
            return unicodedata.normalize("NFC", odd.group())
        case "newline":
            return "\n"
        case "space":
            return " "
        case "bullet":
            return "-"
        case "cell":
            return " " if _after_mark(odd) else "|"
        case "eth":
            return _ETH[odd.group()]
        case _:
            return ""


def _after_mark(odd: re.Match[str]) -> bool:
    """Whether a tab only sets a list mark apart ("1.<tab>…"); between words it parts two cells."""
    line = odd.string.rfind("\n", max(0, odd.start() - 16), odd.start())
    if line < 0 and odd.start() > 16:
        return False
    return bool(_MARK.fullmatch(odd.string[line + 1 : odd.start()].strip(" *").lower()))
