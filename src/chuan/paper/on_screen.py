"""A picture that a telephone reads (QR, ISO/IEC 18004) in letters of a terminal."""

from __future__ import annotations

from chuan.paper.posters import squares

_QUIET = 4
_HALVES = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
"""Light squares are drawn, as terminals are dark: two rows of squares in a line of letters."""


def in_letters(text: str) -> str:
    """The picture of a text, some twenty lines."""
    rows = squares(text)
    width = len(rows) + 2 * _QUIET
    edge = [[False] * width for _ in range(_QUIET)]
    wide = [[False] * _QUIET + row + [False] * _QUIET for row in rows]
    every = [*edge, *wide, *edge]
    if len(every) % 2:
        every.append([False] * width)
    pairs = zip(every[::2], every[1::2], strict=True)
    return "\n".join(
        "".join(_HALVES[upper, lower] for upper, lower in zip(*pair, strict=True)) for pair in pairs
    )
