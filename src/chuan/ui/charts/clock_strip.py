"""The clock strip: each day of a case is one cell; the due day and the first promise are lines across it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as later

from chuan.ui import formatters as say
from chuan.ui.charts import svg

WIDTH = 1284
_ROW = 126
"""Height of a row of cells with its braces; each line of labels under it takes a further ``_LANE``."""
_LANE = 18
_GAP = 4
_EDGE = 3
_PER_ROW, _FEWEST = 24, 14
"""At most so many cells in a row; with fewer than ``_FEWEST`` cells they do not grow, the strip ends sooner."""
_LETTER = 6.6
"""Width of a usual letter of the labels, in the strip's own units."""

_WEEKDAYS = (later("T2"), later("T3"), later("T4"), later("T5"), later("T6"), later("T7"), later("CN"))

KINDS = frozenset({"counted", "to_come", "void", "wait", "off", "event", "over"})
"""Counted; counted but still to come; counted in a round that fell away; somebody else's time; a day off;
a day on which something happened and nothing counts; a working day after the due day."""


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day: its kind, what stands in it (a number or one short word), and the words of its brace.

    Neighbours with the same ``brace`` share one; an empty one draws none.
    """

    day: date
    kind: str
    text: str = ""
    brace: str = ""
    strong: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such kind of day: {self.kind}")


@dataclass(frozen=True, slots=True)
class Label:
    """Words under a day; ``line`` is "due" or "was" for a line across its cell's end, else empty."""

    day: date
    text: str
    line: str = ""
    strong: bool = True


@dataclass(frozen=True, slots=True)
class ClockStrip:
    """Days one after the other, the labels that hang under them, the day boxed as today, and the title."""

    days: Sequence[DayCell]
    title: str
    labels: Sequence[Label] = ()
    today: date | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of cells on the drawing: where it begins, how wide a slot is, what is written under it."""

    days: Sequence[DayCell]
    top: float
    slot: float
    lanes: Sequence[Sequence[Label]]

    def x(self, place: int) -> float:
        """The left edge of a cell."""
        return _EDGE + place * self.slot

    @property
    def cell(self) -> float:
        """How wide a cell is."""
        return self.slot - _GAP

    def middle(self, place: int) -> float:
        """The middle of a cell."""
        return self.x(place) + self.cell / 2

    def place(self, day: date) -> int:
        """Which cell is the day's."""
        return next(n for n, one in enumerate(self.days) if one.day == day)


def clock_strip(strip: ClockStrip) -> SafeString:
    """The strip as one image; long cases go on in further rows. No day draws nothing but an empty image."""
    rows = list(_rows(strip))
    height = int(sum(_ROW + _LANE * len(row.lanes) for row in rows)) or _ROW
    parts = [part for row in rows for part in _drawn(row, strip)]
    return svg.image("clock", (WIDTH, height), strip.title, parts)


def _rows(strip: ClockStrip) -> Iterator[_Row]:
    total = len(strip.days)
    if not total:
        return
    count = -(-total // _PER_ROW)
    each = -(-total // count)
    slot, top = (WIDTH - 2 * _EDGE) / max(each, _FEWEST), 0.0
    for first in range(0, total, each):
        days = strip.days[first : first + each]
        lanes = _lanes(days, strip.labels, slot)
        yield _Row(days, top, slot, lanes)
        top += _ROW + _LANE * len(lanes)


def _lanes(days: Sequence[DayCell], labels: Sequence[Label], slot: float) -> list[list[Label]]:
    """Labels of a row put line under line, so that no two stand over each other."""
    places = {one.day: n for n, one in enumerate(days)}
    lanes: list[list[Label]] = []
    for label in (one for one in labels if one.day in places):
        span = _span(label, places[label.day], slot)
        for lane in lanes:
            if all(_apart(span, _span(other, places[other.day], slot)) for other in lane):
                lane.append(label)
                break
        else:
            lanes.append([label])
    return lanes


def _span(label: Label, place: int, slot: float) -> tuple[float, float]:
    """From where to where a label's words stand: before its line, or after it when there is no room."""
    width = len(label.text) * _LETTER + 12
    end = _EDGE + place * slot + slot - _GAP
    if not label.line:
        middle = max(width / 2, min(end - (slot - _GAP) / 2, WIDTH - width / 2))
        return middle - width / 2, middle + width / 2
    return (end - width, end) if end >= width else (end, end + width)


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


# Drawing


def _drawn(row: _Row, strip: ClockStrip) -> Iterator[SafeString]:
    for place, cell in enumerate(row.days):
        yield from _cell(row, place, cell)
    yield from _braces(row, strip.labels)
    if any(cell.day == strip.today for cell in row.days):
        place = row.place(strip.today) if strip.today else 0
        yield svg.rect("today", row.x(place) - 2, row.top + 4, row.cell + _GAP, 84)
    for depth, lane in enumerate(row.lanes):
        for label in lane:
            yield from _label(row, label, row.top + _ROW + _LANE * depth + 14)


_SHAPES = {
    "counted": "on",
    "to_come": "next",
    "void": "void",
    "wait": "wait",
    "off": "off",
    "event": "void",
    "over": "void",
}
_LETTERS = {"counted": "n", "to_come": "n-next", "void": "n-old"}


def _cell(row: _Row, place: int, cell: DayCell) -> Iterator[SafeString]:
    middle, top = row.middle(place), row.top
    strong = "strong" if cell.strong or cell.kind in ("counted", "to_come") else "plain-day"
    yield svg.words("wd", middle, top + 22, str(_WEEKDAYS[cell.day.weekday()]))
    yield svg.words(strong, middle, top + 38, say.short_day(cell.day))
    inset = 1 if cell.kind == "to_come" else 0
    yield svg.rect(
        _SHAPES[cell.kind],
        row.x(place) + inset,
        top + 44 + inset,
        row.cell - 2 * inset,
        40 - 2 * inset,
    )
    if cell.text:
        letters = _LETTERS.get(cell.kind, "plain-day")
        yield svg.words(letters, middle, top + (70 if cell.kind in _LETTERS else 69), cell.text)
    if cell.kind == "void":
        yield svg.path("strike", f"M{svg.px(middle - 9)} {svg.px(top + 70)}l18 -11")


def _braces(row: _Row, labels: Sequence[Label]) -> Iterator[SafeString]:
    """A brace under each run of days that belong together, with its words where they fit beside every line."""
    lines = [row.x(n) + row.cell + 1 for n, one in enumerate(row.days) if _has_line(one.day, labels)]
    for words, run in groupby(enumerate(row.days), key=lambda one: one[1].brace):
        places = [place for place, _cell_ in run]
        start, end = row.x(places[0]) + 2, row.x(places[-1]) + row.cell - 2
        middle = _clear(start, end, len(words) * _LETTER, lines) if words else None
        if middle is None:
            continue
        strong = "strong" if row.days[places[0]].strong else "plain-day"
        yield svg.path("brace", f"M{svg.px(start)} {svg.px(row.top + 92)}v5h{svg.px(end - start)}v-5")
        yield svg.words(strong, middle, row.top + 113, words)


def _has_line(day: date, labels: Sequence[Label]) -> bool:
    return any(one.line and one.day == day for one in labels)


def _clear(start: float, end: float, width: float, lines: Sequence[float]) -> float | None:
    """The middle of words that stand between two ends and cross no line; None when they fit nowhere."""
    edges = [start - _GAP, *(x for x in lines if start < x < end), end + _GAP]
    rooms = [(one, two) for one, two in pairwise(edges) if two - one >= width]
    if not rooms:
        return None
    one, two = max(rooms, key=lambda room: room[1] - room[0])
    return (one + two) / 2


def _label(row: _Row, label: Label, y: float) -> Iterator[SafeString]:
    place = row.place(label.day)
    start, end = _span(label, place, row.slot)
    kind = "strong" if label.strong else "plain-day"
    if not label.line:
        yield svg.words("today-text" if label.strong else kind, (start + end) / 2, y, label.text)
        return
    x = row.x(place) + row.cell + 1
    yield svg.path(label.line, f"M{svg.px(x)} {svg.px(row.top + 40)}V{svg.px(y - 12)}")
    before = end <= x
    yield svg.words(
        f"{kind} {'end' if before else 'start'}",
        x - (5 if label.line == "was" else 0) if before else x + 4,
        y,
        label.text,
    )
