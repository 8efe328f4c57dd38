"""Marked areas: checked, put in one order, told by a digest, and laid on dots. Pure."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from chuan.rules.refusals.redacting import AreaEmpty, AreaOutside, AreasTooMany, AreaUnreadable, NoAreas

MARGIN = 5.0
"""Points (1.8 mm) covered around every area. In letters of 14 points the marks of Ễ or Ỗ stand 4 points above a
capital, and the tails of g and y 3 below the line: an area drawn along the letters covers them too."""
MOST_AREAS = 500
_PLACES = 6


class Widened(StrEnum):
    """How far an area reaches: as marked, or over the whole line, so that its length tells no name."""

    NO = ""
    ACROSS = "across"
    """From the left edge of the page to its right edge."""
    DOWN = "down"
    """From the upper edge to the lower: a line of a page that lies on its side."""


Box = tuple[float, float, float, float]
Dots = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """Page from 1; (left, top, right, bottom) as fractions of the page as it is drawn, from its upper left corner."""

    page: int
    box: Box
    widened: Widened = Widened.NO

    @classmethod
    def whole_page(cls, page: int) -> Area:
        """All of a page: a page written by hand, whose writing tells who wrote it."""
        return cls(page, (0.0, 0.0, 1.0, 1.0))


def checked(areas: Iterable[Area], *, none_needed: bool = False) -> tuple[Area, ...]:
    """The areas in one order, cut at the edges of their page, each once; corners may come in any order.

    Raises NoAreas (unless ``none_needed``), AreasTooMany, AreaUnreadable, AreaEmpty, AreaOutside.
    """
    whole = tuple(sorted({_checked(each) for each in areas}))
    if not whole and not none_needed:
        raise NoAreas()
    if len(whole) > MOST_AREAS:
        raise AreasTooMany(limit=MOST_AREAS)
    return whole


def digest_of(areas: Iterable[Area]) -> str:
    """SHA-256 of pages and boxes, in their order, rounded to a millionth of a page."""
    return hashlib.sha256(json.dumps(packed(sorted(areas))).encode()).hexdigest()


def packed(areas: Iterable[Area]) -> list[list[Any]]:
    """As plain lists, for the way into the drawing process."""
    return [[each.page, [round(side, _PLACES) for side in each.box], each.widened.value] for each in areas]


def unpacked(lists: list[list[Any]]) -> tuple[Area, ...]:
    """The reverse of ``packed``."""
    return tuple(Area(page, (box[0], box[1], box[2], box[3]), Widened(wide)) for page, box, wide in lists)


def on_dots(area: Area, dots: tuple[int, int], points: tuple[float, float]) -> Dots:
    """(left, top, right, bottom) in dots, ends excluded: with the margin, and never less than was marked."""
    left, top, right, bottom = _widened(area)
    (across, down), (width, height) = dots, points
    beside, above = MARGIN / width, MARGIN / height
    return (
        max(0, math.floor((left - beside) * across)),
        max(0, math.floor((top - above) * down)),
        min(across, math.ceil((right + beside) * across)),
        min(down, math.ceil((bottom + above) * down)),
    )


def _widened(area: Area) -> Box:
    left, top, right, bottom = area.box
    if area.widened is Widened.ACROSS:
        return 0.0, top, 1.0, bottom
    if area.widened is Widened.DOWN:
        return left, 0.0, right, 1.0
    return area.box


def _checked(area: Area) -> Area:
    if area.page < 1 or not all(math.isfinite(side) for side in area.box):
        raise AreaUnreadable()
    (left, right), (top, bottom) = sorted(area.box[::2]), sorted(area.box[1::2])
    if left == right or top == bottom:
        raise AreaEmpty(page=area.page)
    if right <= 0 or left >= 1 or bottom <= 0 or top >= 1:
        raise AreaOutside(page=area.page)
    inside = (max(left, 0.0), max(top, 0.0), min(right, 1.0), min(bottom, 1.0))
    return Area(area.page, (inside[0], inside[1], inside[2], inside[3]), area.widened)
