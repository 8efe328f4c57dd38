"""A PDF as a sheet to be checked: letters, lines, page numbers and the white edges of its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from chuan.exchange.limits import Limits
from chuan.exchange.pdf_lines import Glyph
from chuan.exchange.pdf_pages import Face, Page
from chuan.exchange.pdf_text import read_watched
from chuan.exchange.seen_letters import size_told, stretches_of
from chuan.exchange.sheet_packing import PackedSheet
from chuan.rules.seen_paper import Look, PageNumber, PageSeen, Row, Sheet, Stretch

_MM = 25.4 / 72
_NUMBER = re.compile(r"[-–—]?\s*\d{1,3}\s*[-–—]?$")
_ZONE = 20 / _MM
"""Points from the edge in which a line that stands apart is no running text."""
_APART = 2.0
"""Heights of a letter that part such a line from the text."""
_LEAST_EDGES = 3
"""So many lines must begin (or end) at the same place to tell a margin."""
_ABOVE = 0.72
"""How far letters reach above their line, as a part of their height."""


def read_pdf_sheet(data: bytes, *, name: str, limits: Limits) -> PackedSheet:
    """The sheet of a PDF; its text is that of ``read_pdf``. Raises what ``read_pdf`` raises."""
    seen = _Seen()
    text = read_watched(data, seen, name=name, limits=limits).text
    return PackedSheet(seen.sheet(text))


class _Seen:
    """What the reader of the text told: pages, numbers left out, pieces of lines."""

    def __init__(self) -> None:
        self._pages: list[tuple[Page, int]] = []
        self._numbers: dict[int, PageNumber] = {}
        self._rows: list[Row] = []
        self._stretches: list[Stretch] = []
        self._looks: dict[Face, Look] = {}

    def page(self, page: Page, start: int) -> None:
        """A page begins at this offset of the text."""
        self._pages.append((page, start))

    def number(self, page: Page, line: Sequence[Glyph]) -> None:
        """A page number that was left out of the text."""
        self._numbers[page.number] = _number(page, line, centred=True)

    def piece(self, page: Page, letters: Sequence[Glyph], start: int, text: str) -> None:
        """Letters of a line that stand in the text."""
        if not text:
            return
        margin = letters[0].box < 0 and not _is_running(page, letters)
        self._rows.append(Row(start, start + len(text), page.number, margin=margin))
        self._stretches += stretches_of(start, text, self._looked(page, letters))
        if _NUMBER.match(text) and _in_margin(page, letters[0]):
            self._numbers.setdefault(page.number, _number(page, letters, centred=False))

    def sheet(self, text: str) -> Sheet:
        """All of it put together."""
        return Sheet(text, tuple(self._rows), tuple(self._stretches), tuple(self._each_page()))

    def _looked(self, page: Page, letters: Sequence[Glyph]) -> Iterator[tuple[str, Look]]:
        """Each letter with its look: known at the ends of words, the same inside one."""
        look = Look()
        for letter in letters:
            face = page.faces.get(letter.index)
            if letter.box >= 0:
                yield letter.text, Look()
                continue
            if face is not None:
                look = self._looks.setdefault(face, _look(face))
            yield letter.text, look

    def _each_page(self) -> Iterator[PageSeen]:
        for page, start in self._pages:
            left, right, top, bottom = _edges(page)
            yield PageSeen(
                start,
                width=page.width * _MM,
                height=page.height * _MM,
                top=top,
                bottom=bottom,
                left=left,
                right=right,
                number=self._numbers.get(page.number),
                page=page.number,
                measured=True,
            )


def _look(face: Face) -> Look:
    low = face.font.lower()
    italic = "italic" in low or "oblique" in low
    return Look(face.font, size_told(face.size), "bold" in low, italic, face.colour)


def _in_margin(page: Page, letter: Glyph) -> bool:
    return letter.base < _ZONE or letter.base > page.height - _ZONE


def _number(page: Page, line: Sequence[Glyph], *, centred: bool) -> PageNumber:
    face = page.faces.get(line[0].index)
    top = line[0].base > page.height / 2
    return PageNumber(top, centred, page.number == 1, size_told(face.size) if face else None)


def _edges(page: Page) -> tuple[float | None, float | None, float | None, float | None]:
    """White at the left, right, top and bottom of the text in millimetres; None where too little tells it."""
    lines = [line for line in _running(page) if line]
    if not lines:
        return None, None, None, None
    left = _common(line[0].left for line in lines)
    right = _common(page.width - line[-1].right for line in lines)
    top = page.height - max(line[0].base + _ABOVE * line[0].height for line in lines)
    bottom = min(line[0].base for line in lines)
    return left, right, top * _MM, bottom * _MM


def _running(page: Page) -> Iterator[tuple[Glyph, ...]]:
    """Lines of the text: without those that stand apart in the margins."""
    for line in page.lines:
        if line and _is_running(page, line):
            yield line


def _is_running(page: Page, line: Sequence[Glyph]) -> bool:
    """Whether a line is of the text: not in a margin, or close to a line that is not."""
    first = line[0]
    if not _in_margin(page, first):
        return True
    if _NUMBER.match("".join(letter.text for letter in line)):
        return False
    inward = -1 if first.base > page.height / 2 else 1
    nearest = min(
        (
            inward * (other[0].base - first.base)
            for other in page.lines
            if other and inward * (other[0].base - first.base) > 1
        ),
        default=None,
    )
    return nearest is not None and nearest < _APART * first.height


def _common(edges: Iterator[float]) -> float | None:
    """The narrowest edge, in millimetres, that several lines share."""
    counts = Counter(round(edge * _MM * 2) / 2 for edge in edges)
    shared = [edge for edge in counts if counts[edge] + counts.get(edge + 0.5, 0) >= _LEAST_EDGES]
    return min(shared, default=None)
