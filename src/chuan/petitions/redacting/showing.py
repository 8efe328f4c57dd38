"""What the pages of covering show: how far each page is, and where its areas lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chuan.exchange.redacting import Area, Widened
from chuan.petitions.models import WorkingCopy
from chuan.petitions.redacting.marks import Marks, from_text, in_reading_order, value_of
from chuan.ui import formatters as say

_WHOLE = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class PageStands:
    """One page of the scan: how many areas are marked on it, and whether somebody looked at it."""

    number: int
    areas: int
    looked: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """An area as it is drawn: what the form carries, its edges in hundredths, the words for it."""

    value: str
    left: str
    top: str
    width: str
    height: str
    words: str


def pages_of(copy: WorkingCopy) -> list[PageStands]:
    """Every page of the scan."""
    marks = from_text(copy.marks)
    return [PageStands(page, len(marks.on(page)), page in marks.looked) for page in range(1, copy.pages + 1)]


def frames_of(areas: Sequence[Area]) -> list[Frame]:
    """The areas of a page, from its top to its bottom."""
    return [_frame(number, one) for number, one in enumerate(in_reading_order(areas), 1)]


def next_page(marks: Marks, page: int, pages: int) -> int | None:
    """The page to go to after this one: the next that nobody looked at; None when all were."""
    unseen = [one for one in marks.unseen(pages) if one != page]
    return next((one for one in unseen if one > page), unseen[0] if unseen else None)


def _frame(number: int, area: Area) -> Frame:
    left, top, right, bottom = area.box
    if area.widened is Widened.ACROSS:
        left, right = 0.0, 1.0
    if area.widened is Widened.DOWN:
        top, bottom = 0.0, 1.0
    across, down = f"{100 * (right - left):.3f}%", f"{100 * (bottom - top):.3f}%"
    words = _("Khung %(number)d: %(where)s") % {"number": number, "where": _where(area)}
    return Frame(value_of(area), f"{100 * left:.3f}%", f"{100 * top:.3f}%", across, down, words)


def _where(area: Area) -> str:
    if area.box == _WHOLE:
        return _("cả trang")
    edges = {"top": say.number(round(100 * area.box[1])), "bottom": say.number(round(100 * area.box[3]))}
    if area.widened is Widened.ACROSS or (area.box[0], area.box[2]) == (0.0, 1.0):
        return _("cả dòng, từ %(top)s đến %(bottom)s") % edges
    return _("từ %(top)s đến %(bottom)s") % edges
