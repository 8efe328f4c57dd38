"""The ticks of a budget: one cell for each allowed case, and the line after the last."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chuan.ui import formatters as say
from chuan.ui.charts import svg

MOST_CELLS = 120
"""Above this many cells there is a bar: single cells could no longer be counted."""
_WIDEST = 28
_GAP = 3
_TOP = 4.5


def ticks(
    used: int, left: int, *, width: int = 918, height: int = 28, title: str = "", hidden: bool = False
) -> SafeString:
    """``used`` of ``used + left`` allowed failures; a negative ``left`` is past the line."""
    allowed, over = max(used + left, 0), max(-left, 0)
    cells = allowed + over
    draw = _cells if cells <= MOST_CELLS else _bar
    parts = draw(min(used, allowed), max(left, 0), over, width, height)
    title = title or _title(used, left)
    return svg.image("ticks", (width, height), title, parts, hidden=hidden, at_left=True)


def _cells(used: int, left: int, over: int, width: int, height: int) -> Iterator[SafeString]:
    step = min(Fraction(width, used + left + over + 1), Fraction(_WIDEST))
    kinds = ["used"] * used + ["left"] * left + ["over"] * over
    for place, kind in enumerate(kinds):
        # cells past the line stand one line's width further right
        x = place * step + Fraction(1, 2) + (2 * _GAP if kind == "over" else 0)
        yield svg.rect(kind, x, _TOP, max(step - _GAP, Fraction(2)), height - 2 * _TOP)
    yield svg.rect("lim", (used + left) * step, 0, 3, height)


def _bar(used: int, left: int, over: int, width: int, height: int) -> Iterator[SafeString]:
    room = width - 14
    step = Fraction(room, used + left + over)
    for kind, start, length in (("used", 0, used), ("left", used, left), ("over", used + left, over)):
        if length:
            past = 2 * _GAP if kind == "over" else 0
            yield svg.rect(kind, start * step + past, _TOP, length * step, height - 2 * _TOP)
    yield svg.rect("lim", (used + left) * step, 0, 3, height)


def _title(used: int, left: int) -> str:
    if left < 0:
        return _("Đã %(used)s, vượt mức cho phép %(over)s") % {
            "used": say.number(used),
            "over": say.number(-left),
        }
    return _("Đã %(used)s trong %(allowed)s được phép; còn %(left)s") % {
        "used": say.number(used),
        "allowed": say.number(used + left),
        "left": say.number(left),
    }
