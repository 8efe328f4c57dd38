"""The lines around a hit, as they were written, with the words that were found marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from chuan.search.asking import Asked
from chuan.search.folding import folded

BEFORE = 70
"""Letters shown before the first marked word."""

SHOWN = 240
"""Letters shown in all."""

_TRIED = 300
"""Places looked at for the one where most of the words stand close together."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text; ``marked`` when it is what was looked for."""

    text: str
    marked: bool = False


_Spots = Sequence[tuple[int, int]]


def marked(text: str, asked: Asked) -> tuple[Piece, ...]:
    """The whole text with the words marked: those that stand together, else each of them."""
    plain = folded(text)
    return tuple(_pieces(text, _spots(plain, asked), 0, len(text)))


def around(text: str, asked: Asked) -> tuple[Piece, ...]:
    """The lines where the words stand together, else where most of them are near; empty when none is there."""
    plain = folded(text)
    spots = _spots(plain, asked)
    if not spots:
        return ()
    start, end = _window(plain, _best(plain, spots))
    within = [one for one in spots if one[0] >= start and one[1] <= end]
    pieces = list(_pieces(text, within, start, end))
    before, after = (
        Piece("… ") if start else Piece(""),
        Piece(" …") if end < len(text.rstrip()) else Piece(""),
    )
    return tuple(one for one in (before, *pieces, after) if one.text)


def _spots(plain: str, asked: Asked) -> _Spots:
    """Where the words stand: one after the other if anywhere so, else each by itself."""
    words = [_pattern(word) for word in asked.words]
    end = r"[^ ]*" if asked.open else ""
    together = _found(" +".join(words) + end, plain)
    if together or len(words) == 1:
        return together
    last = words.pop() + end
    return _found("|".join(dict.fromkeys([last, *words])), plain)


def _pattern(word: str) -> str:
    """A number also with noughts before it."""
    return f"0*{word}" if word.isdigit() else re.escape(word)


def _found(pattern: str, plain: str) -> list[tuple[int, int]]:
    whole = re.compile(rf"(?<![^ ])(?:{pattern})(?![^ ])")
    return [one.span() for one in islice(whole.finditer(plain), _TRIED)]


def _best(plain: str, spots: _Spots) -> int:
    """The spot from which on most different words are seen."""

    def seen(spot: int) -> int:
        return len(
            {plain[start:end] for start, end in spots if spot <= start and end <= spot + SHOWN - BEFORE}
        )

    return max((start for start, _end in spots), key=seen)


def _window(plain: str, spot: int) -> tuple[int, int]:
    """From a word's beginning to a word's end."""
    start, end = max(0, spot - BEFORE), min(len(plain), spot - min(spot, BEFORE) + SHOWN)
    if start:
        start = min(plain.find(" ", start, spot) + 1 or start, spot)
    if end < len(plain):
        end = max(plain.rfind(" ", spot, end), spot) if " " in plain[spot:end] else end
    return start, end


def _pieces(text: str, spots: _Spots, start: int, end: int) -> Iterator[Piece]:
    at = start
    for first, last in spots:
        yield Piece(_flat(text[at:first]))
        yield Piece(_flat(text[first:last]), marked=True)
        at = last
    yield Piece(_flat(text[at:end]))


def _flat(text: str) -> str:
    """In one line: breaks and runs of blanks are one blank."""
    return re.sub(r"\s+", " ", text)
