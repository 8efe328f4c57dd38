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
_ACROSS = "ngang"


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
        more = set(checked(areas, none_needed=True)) - set(self.areas)
        whole = checked((*self.areas, *more), none_needed=True)
        return replace(self, areas=whole, looked=self.looked - {one.page for one in more})

    def unseen(self, pages: int) -> list[int]:
        """Pages nobody said to have looked at."""
        return [page for page in range(1, pages + 1) if page not in self.looked]


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
    """An area as a form carries it: "0.1 0.2 0.5 0.25", and "ngang" after it over the whole line."""
    sides = " ".join(f"{side:.6f}".rstrip("0").rstrip(".") or "0" for side in area.box)
    return f"{sides} {_ACROSS}" if area.widened is Widened.ACROSS else sides


def area_of(value: str, page: int) -> Area:
    """The reverse. Raises ``AreaUnreadable``."""
    parts = value.split()
    try:
        sides = [float(part) for part in parts[:_SIDES]]
    except ValueError:
        raise AreaUnreadable() from None
    rest = parts[_SIDES:]
    if len(sides) != _SIDES or not all(map(math.isfinite, sides)) or rest not in ([], [_ACROSS]):
        raise AreaUnreadable()
    box = (sides[0], sides[1], sides[2], sides[3])
    return Area(page, box, Widened.ACROSS if rest else Widened.NO)


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
