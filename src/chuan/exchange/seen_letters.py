"""From letters with looks to stretches of a cleaned line: blanks may have been dropped or joined on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chuan.rules.seen_paper import Look, Stretch

_TOLD = 0.05
"""Sizes closer than this many points are the same."""


def stretches_of(start: int, text: str, letters: Iterable[tuple[str, Look]]) -> Iterator[Stretch]:
    """Stretches of ``text``, which begins at offset ``start`` of the paper, from the letters it was made of.

    Letters are matched one by one without their blanks; what the text has beyond them (the mark of a
    list) looks like nothing.
    """
    inked = [(at, letter) for at, letter in enumerate(text) if not letter.isspace()]
    given = [(letter, look) for word, look in letters for letter in word if not letter.isspace()]
    offset = max(0, len(inked) - len(given))
    begin, look, end = 0, None, 0
    for (at, _), (_, seen) in zip(inked[offset:], given, strict=False):
        if look is not None and look == seen:
            end = at + 1
            continue
        if look is not None:
            yield Stretch(start + begin, start + end, look)
        begin, look, end = at, seen, at + 1
    if look is not None:
        yield Stretch(start + begin, start + end, look)


def size_told(size: float) -> float:
    """The size to a tenth of a point."""
    return round(size + _TOLD / 10, 1)
