"""What was marked on a scan: areas and pages looked at, as text between forms, rows and the drawing. Pure."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from chuan.exchange.redacting import Area, Widened, digest_of
from chuan.exchange.redacting.areas import checked
from chuan.petitions.refusals_redacting import NumbersWrong
from chuan.rules.refusals.redacting import AreaUnreadable

_SIDES = 4
_WORDS = {Widened.ACROSS: "ngang", Widened.DOWN: "doc"}
_WIDENED = {word: widened for widened, word in _WORDS.items()}


@dataclass(frozen=True, slots=True)
class Marks:
    """All areas of a scan in order, and the pages that a person said to have looked at."""

    areas: tuple[Area, ...] = ()
    looked: frozenset[int] = field(default_factory=frozenset)

    def on(self, page: int) -> tuple[Area, ...]:
        """The areas of one page."""
        return tuple(one for one in self.areas if one.page == page)

    def seal_of(self, page: int) -> str:
        """What a page's form carries, to notice that another window marked the page since."""
        return digest_of(self.on(page))[:16]

    def with_page(self, page: int, areas: Iterable[Area], *, looked: bool) -> Marks:
        """The same with another marking of one page. Raises the refusals of ``areas.checked``."""
        own = checked(areas, none_needed=True)
        others = tuple(one for one in self.areas if one.page != page)
        pages = self.looked | {page} if looked else self.looked - {page}
        return Marks(checked((*others, *own), none_needed=True), pages)

    def with_more(self, areas: Iterable[Area]) -> Marks:
        """The same with proposals added; a page that got some has to be looked at again."""
        more = {one for one in joined(checked(areas, none_needed=True)) if not _is_covered(one, self.areas)}
        whole = checked((*self.areas, *more), none_needed=True)
        return replace(self, areas=whole, looked=self.looked - {one.page for one in more})

    def unseen(self, pages: int) -> list[int]:
        """Pages nobody said to have looked at."""
        return [page for page in range(1, pages + 1) if page not in self.looked]


def joined(areas: Iterable[Area]) -> list[Area]:
    """Strips over the whole line that lie on the same line become one: several words of it were found."""
    found: list[Area] = []
    for one in sorted(areas, key=lambda area: (area.page, area.widened, area.box[1], area.box[3])):
        last = found[-1] if found else None
        if last and _on_one_line(last, one):
            sides = zip(last.box, one.box, strict=True)
            left, top, right, bottom = (max(pair) if at > 1 else min(pair) for at, pair in enumerate(sides))
            found[-1] = replace(last, box=(left, top, right, bottom))
        else:
            found.append(one)
    return found


def in_reading_order(areas: Iterable[Area]) -> list[Area]:
    """From the top of the page to its bottom, as they are numbered for the reader."""
    return sorted(areas, key=lambda area: (area.page, area.box[1], area.box[0]))


def _on_one_line(one: Area, other: Area) -> bool:
    if one.page != other.page or not one.widened or one.widened is not other.widened:
        return False
    if one.widened is not Widened.ACROSS:
        return False
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return shared * 2 >= min(one.box[3] - one.box[1], other.box[3] - other.box[1])


def _is_covered(area: Area, by: Iterable[Area]) -> bool:
    """Whether one of the areas covers it wholly already."""
    return any(one.page == area.page and _holds(_reach(one), _reach(area)) for one in by)


def _holds(outer: tuple[float, ...], inner: tuple[float, ...]) -> bool:
    before = all(a <= b for a, b in zip(outer[:2], inner[:2], strict=True))
    return before and all(a >= b for a, b in zip(outer[2:], inner[2:], strict=True))


def _reach(area: Area) -> tuple[float, ...]:
    left, top, right, bottom = area.box
    if area.widened is Widened.ACROSS:
        return 0.0, top, 1.0, bottom
    return (left, 0.0, right, 1.0) if area.widened is Widened.DOWN else area.box


def as_text(marks: Marks) -> str:
    """For the row."""
    told = {"areas": [_packed(one) for one in marks.areas], "looked": sorted(marks.looked)}
    return json.dumps(told, separators=(",", ":"))


def from_text(text: str) -> Marks:
    """The reverse; nothing marked for ""."""
    if not text:
        return Marks()
    told = json.loads(text)
    return Marks(tuple(_unpacked(one) for one in told["areas"]), frozenset(told["looked"]))


def areas_as_text(areas: Iterable[Area]) -> str:
    """Areas alone, for the row of a copy."""
    return json.dumps([_packed(one) for one in areas], separators=(",", ":"))


def _packed(area: Area) -> list[object]:
    return [area.page, [round(side, 6) for side in area.box], area.widened.value]


def _unpacked(told: list[Any]) -> Area:
    page, (left, top, right, bottom), widened = told
    return Area(page, (left, top, right, bottom), Widened(widened))


def value_of(area: Area) -> str:
    """An area as a form carries it: "0.1 0.2 0.5 0.25", and how far it is widened: "ngang" across, "doc" down."""
    sides = " ".join(f"{side:.6f}".rstrip("0").rstrip(".") or "0" for side in area.box)
    return f"{sides} {_WORDS[area.widened]}" if area.widened else sides


def area_of(value: str, page: int) -> Area:
    """The reverse. Raises ``AreaUnreadable``."""
    parts = value.split()
    try:
        sides = [float(part) for part in parts[:_SIDES]]
    except ValueError:
        raise AreaUnreadable() from None
    widened = _WIDENED.get(" ".join(parts[_SIDES:])) if parts[_SIDES:] else Widened.NO
    if len(sides) != _SIDES or not all(map(math.isfinite, sides)) or widened is None:
        raise AreaUnreadable()
    return Area(page, (sides[0], sides[1], sides[2], sides[3]), widened)


def strip_of(page: int, top: str, bottom: str) -> Area | None:
    """A strip over the whole width by its edges in hundredths of the height; None when neither was typed.

    Raises ``NumbersWrong``.
    """
    if not (top.strip() or bottom.strip()):
        return None
    try:
        edges = [float(one.strip().replace(",", ".")) / 100 for one in (top, bottom)]
    except ValueError:
        raise NumbersWrong() from None
    if not all(math.isfinite(one) and 0 <= one <= 1 for one in edges) or edges[0] == edges[1]:
        raise NumbersWrong()
    return Area(page, (0.0, min(edges), 1.0, max(edges)))
