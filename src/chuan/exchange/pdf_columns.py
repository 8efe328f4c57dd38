"""Which gaps in a line of a PDF are the space between two columns, and which are just blanks.

A blank for a number ("Số:        /QĐ-UBND") is as wide as the gap between the two halves of a
letterhead. The white strip of a column goes on in the line above or below; that of a blank does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from chuan.exchange.pdf_lines import Glyph
from chuan.exchange.pdf_pages import Page

# In points: a gap narrower than this is a space; a strip must stay this wide beside its neighbour.
_GAP = 14.0
_STRIP = 8.0
# Lines further away than this many letter heights are no neighbours.
_NEAR = 3.0
_SAME_LEVEL = 3.0

Interval = tuple[float, float]


def columns(line: list[Glyph], page: Page) -> Iterator[tuple[list[Glyph], bool]]:
    """The line cut at its column gaps: each piece, and whether it ends its line of text.

    Two pieces are the halves of a letterhead or of the signature: each is a line of its own.
    Three and more are cells of a table: they stay beside each other.
    """
    pieces = list(_cut(line, page))
    for at, piece in enumerate(pieces):
        yield piece, len(pieces) == 2 or at == len(pieces) - 1


def _cut(line: list[Glyph], page: Page) -> Iterator[list[Glyph]]:
    inked = [at for at, glyph in enumerate(line) if not glyph.text.isspace()]
    start = inked[0]
    for here, there in pairwise(inked):
        gap = (line[here].right, line[there].left)
        if gap[1] - gap[0] >= _GAP and _goes_on(gap, line[here], page):
            yield line[start : here + 1]
            start = there
    yield line[start:]


def _goes_on(gap: Interval, beside: Glyph, page: Page) -> bool:
    return any(_has_strip(gap, row) for row in _neighbours(beside, page))


def _neighbours(glyph: Glyph, page: Page) -> Iterator[list[Glyph]]:
    """The rows of letters next above and next below."""
    for sign in (1, -1):
        rows = [
            (sign * (g.base - glyph.base), g) for line in page.lines for g in line if not g.text.isspace()
        ]
        away = [d for d, _ in rows if _SAME_LEVEL < d <= _NEAR * glyph.height]
        if away:
            yield [g for d, g in rows if abs(d - min(away)) <= _SAME_LEVEL]


def _has_strip(gap: Interval, row: list[Glyph]) -> bool:
    """Whether a white strip inside the gap parts this row too, with letters at both sides."""
    left = [g.right for g in row if g.left < gap[0]]
    right = [g.left for g in row if g.right > gap[1]]
    if not left or not right:
        return False
    edges = sorted([(gap[0], gap[0]), *((g.left, g.right) for g in row), (gap[1], gap[1])])
    free, reached = 0.0, gap[0]
    for start, end in edges:
        free = max(free, min(start, gap[1]) - reached)
        reached = max(reached, end)
    return free >= _STRIP
