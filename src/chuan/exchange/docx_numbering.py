"""The numbers and dashes that Word shows before list paragraphs but does not store in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from chuan.exchange.docx_styles import W, number, value

_PLACE = re.compile(r"%([1-9])")
# Bullets of the Symbol and Wingdings fonts live in the private area: the sign the eye sees.
_BULLETS = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0A8: "▪",
    0xF02D: "-",
    0xF0BE: "-",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF076: "❖",
    0xF02B: "+",
    0xF02A: "*",
}
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it shows."""

    counts: str = "decimal"
    shows: str = ""
    start: int = 1
    legal: bool = False


class Numbering:
    """Keeps count through a document, as Word does when it draws the page."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._restarts: dict[str, set[int]] = {}
        if root is not None:
            self._read(root)

    def marker(self, list_id: str | None, level: int | None) -> str:
        """The next visible mark of this list at this level ("1.", "a)", "-"); "" when there is none."""
        key, levels = self._lists.get(list_id or "", ("", {}))
        at = level or 0
        shape = levels.get(at)
        if shape is None or list_id is None:
            return ""
        counts = self._step(key, list_id, at, levels)
        if shape.counts == "bullet":
            return "".join(_BULLETS.get(ord(sign), _visible(sign)) for sign in shape.shows)
        if shape.counts == "none":
            return _PLACE.sub("", shape.shows)
        return _PLACE.sub(lambda m: _shown(int(m[1]) - 1, counts, levels, legal=shape.legal), shape.shows)

    def _step(self, key: str, list_id: str, at: int, levels: dict[int, Level]) -> dict[int, int]:
        """Counts one more at this level and forgets what was counted below it."""
        counts = self._counts.setdefault(key, {})
        # A list that overrides its start begins again where it is first used.
        if at in self._restarts.get(list_id, ()) and (list_id, at) not in self._begun:
            counts.pop(at, None)
        self._begun.add((list_id, at))
        counts[at] = counts[at] + 1 if at in counts else levels[at].start
        for lower in [n for n in counts if n > at]:
            del counts[lower]
        return counts

    def _read(self, root: etree._Element) -> None:
        shapes = {a.get(f"{W}abstractNumId", ""): _levels(a) for a in root.iter(f"{W}abstractNum")}
        for each in root.iter(f"{W}num"):
            list_id, key = each.get(f"{W}numId", ""), value(each, "abstractNumId") or ""
            levels = dict(shapes.get(key, {}))
            for change in each.iter(f"{W}lvlOverride"):
                self._override(list_id, change, levels)
            self._lists[list_id] = (key, levels)

    def _override(self, list_id: str, change: etree._Element, levels: dict[int, Level]) -> None:
        at = number(change.get(f"{W}ilvl")) or 0
        own = change.find(f"{W}lvl")
        if own is not None:
            levels[at] = _level(own)
        start = number(value(change, "startOverride"))
        if start is not None:
            old = levels.get(at, Level())
            levels[at] = Level(old.counts, old.shows, start, old.legal)
            self._restarts.setdefault(list_id, set()).add(at)


def _levels(shape: etree._Element) -> dict[int, Level]:
    return {number(each.get(f"{W}ilvl")) or 0: _level(each) for each in shape.findall(f"{W}lvl")}


def _level(each: etree._Element) -> Level:
    start = number(value(each, "start"))
    return Level(
        counts=value(each, "numFmt") or "decimal",
        shows=value(each, "lvlText") or "",
        start=1 if start is None else start,
        legal=each.find(f"{W}isLgl") is not None,
    )


def _shown(at: int, counts: dict[int, int], levels: dict[int, Level], *, legal: bool) -> str:
    shape = levels.get(at, Level())
    count = counts.get(at, shape.start)
    return _FORMS["decimal" if legal else shape.counts](count) if shape.counts in _FORMS else str(count)


def _visible(sign: str) -> str:
    """A bullet of an unknown symbol font is still a bullet."""
    return "•" if 0xE000 <= ord(sign) <= 0xF8FF else sign


def _letters(count: int) -> str:
    """a … z, then aa, bb: Word repeats the letter."""
    repeats, index = divmod(count - 1, 26)
    return chr(ord("a") + index) * (min(repeats, 20) + 1)


def _roman(count: int) -> str:
    out, left = "", min(count, 3999)
    for worth, sign in _ROMAN:
        out += sign * (left // worth)
        left %= worth
    return out


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}
