"""The paper as sheets of paragraphs of runs. Pure.

Marks may lie inside one another (a question about a line that holds a target): a run
belongs to the innermost, and the number of every mark stands where the mark ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from chuan.documents.layout import Layout
from chuan.documents.showing.emphasis import Emphasis, emphasis_of
from chuan.documents.showing.marks import Mark
from chuan.exchange.extracted import Align, Block, BlockKind
from chuan.rules.types import Span
from chuan.rules.vietnamese import fold

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BULLET = re.compile(r"[ \t]*[-+*•–][ \t]+")
_NUMBERED = re.compile(r"\s*(\d|\w[.)])")
_LEFT_WHEN_BOLD = ("dieu ", "noi nhan")

Stretch = tuple[int, int]


class Closing(NamedTuple):
    """A mark that ends after a run: ``own`` when the run is its own, ``opened`` when it has shown words."""

    mark: Mark
    own: bool
    opened: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words, in at most one mark; ``anchors`` are ids that begin here."""

    text: str
    mark: Mark | None = None
    scope: bool = False
    bold: bool = False
    italic: bool = False
    opens: bool = False
    closes: tuple[Closing, ...] = ()
    anchors: tuple[str, ...] = ()

    @property
    def sup(self) -> int:
        """The number that stands at the end of the run's own mark; 0 before the end."""
        return next((one.mark.number for one in self.closes if one.own), 0)

    @property
    def others(self) -> list[Closing]:
        """Marks that end here too and are shown by their number alone."""
        return [one for one in self.closes if not one.own]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``look`` is p, mid, end, item or row (several cells side by side)."""

    look: str
    cells: tuple[tuple[Run, ...], ...]


class Stretches:
    """Stretches of a text, asked in logarithmic time; those that touch or overlap count as one."""

    def __init__(self, pairs: Iterable[Stretch]) -> None:
        merged: list[list[int]] = []
        for start, end in sorted(pairs):
            if merged and start < merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], end)
            else:
                merged.append([start, end])
        self._starts = [start for start, _end in merged]
        self._ends = [end for _start, end in merged]

    def hold(self, left: int, right: int) -> bool:
        """Whether one stretch holds all of [left, right)."""
        place = bisect_right(self._starts, left) - 1
        return place >= 0 and right <= self._ends[place]


class Sheet:
    """Cuts a text into runs: built once per page, then asked block by block."""

    def __init__(
        self,
        text: str,
        marks: Sequence[Mark],
        emphasis: Emphasis,
        scopes: Sequence[Span],
        anchors: Iterable[tuple[int, str]],
    ) -> None:
        self.text, self.emphasis = text, emphasis
        self._scopes = Stretches((one.start, one.end) for one in scopes)
        self._hidden, self._bold, self._italic = map(
            Stretches, (emphasis.hidden, emphasis.bold, emphasis.italic)
        )
        self._anchors = sorted(anchors)
        self._opened: set[int] = set()
        self._coming = deque(sorted(marks, key=lambda one: (one.start, one.end)))
        self._open: list[Mark] = []
        stretches = [(one.start, one.end) for one in marks] + [(one.start, one.end) for one in scopes]
        stretches += [*emphasis.hidden, *emphasis.bold, *emphasis.italic]
        self._edges = sorted({at for pair in stretches for at in pair})

    def runs(self, start: int, end: int, *, bold: bool, italic: bool) -> Iterator[Run]:
        """The runs of text[start:end], cut wherever a mark or a weight begins or ends."""
        inside = self._edges[bisect_right(self._edges, start) : bisect_left(self._edges, end)]
        cuts = [start, *inside, end]
        for left, right in pairwise(cuts):
            run = self._run(left, right, bold, italic)
            if run.text or run.closes or run.anchors:
                yield run

    def is_bold(self, start: int, end: int) -> bool:
        """Whether text[start:end] is bold from end to end, up to the marks around it."""
        left = min(start + 3, end)
        return self._bold.hold(left, max(end - 3, left))

    def rest(self) -> Run | None:
        """Marks that end behind the last paragraph: shown there, so that none is lost."""
        left = [*self._open, *self._coming]
        self._open, self._coming = [], deque()
        closes = tuple(Closing(one, False, one.number in self._opened) for one in left)
        return Run("", closes=closes) if closes else None

    def _run(self, left: int, right: int, bold: bool, italic: bool) -> Run:
        anchors = self._anchors_before(right)
        while self._coming and (self._coming[0].start < right or self._coming[0].end <= right):
            self._open.append(self._coming.popleft())
        if self._hidden.hold(left, right):
            return Run("", closes=self._closing(right, None), anchors=anchors)
        around = [one for one in self._open if one.start <= left and right <= one.end]
        inner = min(around, key=lambda one: (one.end - one.start, one.kind != "ask"), default=None)
        opens = inner is not None and inner.number not in self._opened
        if inner is not None:
            self._opened.add(inner.number)
        return Run(
            self.text[left:right].replace("\n", " "),
            inner,
            inner is None and self._scopes.hold(left, right),
            bold or self._bold.hold(left, right),
            italic or self._italic.hold(left, right),
            opens,
            self._closing(right, inner),
            anchors,
        )

    def _closing(self, right: int, inner: Mark | None) -> tuple[Closing, ...]:
        ends = [one for one in self._open if one.end <= right]
        if ends:
            self._open = [one for one in self._open if one.end > right]
        ends.sort(key=lambda one: (one is not inner, one.end - one.start))
        return tuple(Closing(one, one is inner, one.number in self._opened) for one in ends)

    def _anchors_before(self, right: int) -> tuple[str, ...]:
        here = bisect_left(self._anchors, (right, ""))
        names = tuple(name for _at, name in self._anchors[:here])
        self._anchors = self._anchors[here:] if here else self._anchors
        return names


def pages_of(
    text: str,
    layout: Layout,
    marks: Sequence[Mark],
    *,
    scopes: Sequence[Span] = (),
    anchors: Iterable[tuple[int, str]] = (),
    breaks: Iterable[int] = (),
) -> list[list[Paragraph]]:
    """The paper in sheets. ``anchors`` are (place, id); a sheet begins at each break."""
    blocks = list(layout.blocks) or [Block(line.start(), line.end()) for line in _LINE.finditer(text)]
    emphasis = emphasis_of(text) if layout.is_markdown else Emphasis()
    sheet = Sheet(text, marks, emphasis, scopes, anchors)
    shown = [(line[0].start, _paragraph(line, sheet)) for line in _lines(blocks, text)]
    if (rest := sheet.rest()) is not None:
        shown.append((len(text), Paragraph("p", ((rest,),))))
    return _in_sheets(shown, sorted(breaks))


def heading_before(layout: Layout, place: int) -> int:
    """Where the block before ``place`` that looks like a heading begins; ``place`` when none is near."""
    before = [block for block in layout.blocks if block.end <= place][-2:]
    headings = [one for one in before if one.kind is BlockKind.HEADING or one.align is Align.CENTER]
    return headings[0].start if headings else place


def _lines(blocks: Sequence[Block], text: str) -> list[list[Block]]:
    """Cells that stand on one line of the text together; every other block alone."""
    lines: list[list[Block]] = []
    for block in blocks:
        if block.kind is BlockKind.CELL and lines and "\n" not in text[lines[-1][-1].end : block.start]:
            lines[-1].append(block)
        else:
            lines.append([block])
    return lines


def _paragraph(line: Sequence[Block], sheet: Sheet) -> Paragraph:
    look = _look(line, sheet)
    cells = []
    for block in line:
        bullet = _BULLET.match(sheet.text, block.start, block.end) if look == "item" else None
        start = bullet.end() if bullet else block.start
        cells.append(tuple(sheet.runs(start, block.end, bold=block.bold, italic=block.italic)))
    return Paragraph(look, tuple(cells))


def _look(line: Sequence[Block], sheet: Sheet) -> str:
    block = line[0]
    words = sheet.text[block.start : block.end]
    if len(line) > 1:
        return "row"
    if _BULLET.match(words) or (block.kind is BlockKind.LIST_ITEM and not _NUMBERED.match(words)):
        return "item"
    if block.align is Align.CENTER or block.kind is BlockKind.HEADING:
        return "mid"
    if block.align is Align.END:
        return "end"
    # Markdown knows no centre: a line that is bold from end to end is a title or a signature.
    titled = bool(sheet.emphasis.hidden) and (block.bold or sheet.is_bold(block.start, block.end))
    return "mid" if titled and not fold(words.strip(" *")).startswith(_LEFT_WHEN_BOLD) else "p"


def _in_sheets(shown: Sequence[tuple[int, Paragraph]], breaks: Sequence[int]) -> list[list[Paragraph]]:
    sheets: list[list[Paragraph]] = [[]]
    left = list(breaks)
    for start, paragraph in shown:
        if left and start >= left[0]:
            sheets.append([])
            left.pop(0)
        sheets[-1].append(paragraph)
    return [sheet for sheet in sheets if sheet]


def with_head_in_one_line(sheets: list[list[Paragraph]]) -> list[list[Paragraph]]:
    """Number and date side by side where the text has them one under the other, as papers print them."""
    first = sheets[0] if sheets else []
    for place, (one, two) in enumerate(pairwise(first)):
        if _holds(one, "f-symbol") and not _holds(one, "f-date") and _holds(two, "f-date"):
            italic = tuple(replace(run, italic=True) for cell in two.cells for run in cell)
            head = Paragraph("row", (tuple(run for cell in one.cells for run in cell), italic))
            return [[*first[:place], head, *first[place + 2 :]], *sheets[1:]]
    return sheets


def _holds(paragraph: Paragraph, key: str) -> bool:
    return any(run.mark is not None and run.mark.key == key for cell in paragraph.cells for run in cell)
