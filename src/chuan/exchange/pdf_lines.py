"""Letters of a page put into lines by where they stand.

pdfium breaks lines itself, but on a page with few letters it may take the writing for vertical,
and it joins a line that ends in a hyphen with the next: its order of letters is kept, its breaks are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

# Shares of the height of a letter: a step up or down that begins a line (a raised 2 in "m2" does
# not), a step back that does, a gap that is a space.
_STEP = 0.4
_BACK = 1.0
_SPACE = 0.2
# Some fonts tell no height.
_LEAST_HEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter (or, for a box, all its text) and its place in points, as the page is held upright.

    ``base`` is the height of the line it stands on; ``box`` numbers the box it came from.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    index: int = -1
    box: int = -1


def lines_of(glyphs: Iterable[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    """The lines, in the order of the file; between words one space, none at the ends."""
    line: list[Glyph] = []
    between = ""
    for glyph in glyphs:
        if glyph.text.isspace():
            between += glyph.text
            continue
        if line and _begins_line(glyph, line[-1]):
            yield tuple(line)
            line = []
        if line and _parts_words(between, glyph, line[-1]):
            line.append(replace(line[-1], text=" ", left=line[-1].right, right=glyph.left))
        line.append(glyph)
        between = ""
    if line:
        yield tuple(line)


def _begins_line(glyph: Glyph, last: Glyph) -> bool:
    height = max(glyph.height, last.height, _LEAST_HEIGHT)
    return abs(glyph.base - last.base) > _STEP * height or glyph.left < last.left - _BACK * height


def _parts_words(between: str, glyph: Glyph, last: Glyph) -> bool:
    """Whether a space stands here: one that was typed, or a gap where pdfium saw the end of a line."""
    if between.strip("\r\n"):
        return True
    return bool(between) and glyph.left - last.right > _SPACE * max(glyph.height, _LEAST_HEIGHT)
