"""The ruler: a bar against the tick of the target, always at the same place in a column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chuan.rules.targets.types import Comparator
from chuan.ui.charts import svg
from chuan.ui.words import sign

WIDTH, HEIGHT, TICK = 128, 20, 96
ZOOM_FROM = 80
"""Rates promised at or above this share are drawn on the last 15 points before the target."""
ZOOMED_POINTS = 15

_CEILINGS = (Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.BETWEEN)
_STRICT = (Comparator.MORE_THAN, Comparator.LESS_THAN)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a value stands: ``zero`` is the value at the left end, ``unit`` pixels to one."""

    zero: Fraction
    unit: Fraction

    def x(self, value: Fraction) -> Fraction:
        """Pixels from the left, kept on the ruler."""
        return min(max((value - self.zero) * self.unit, Fraction(0)), Fraction(WIDTH))


def scale(target: Fraction, *, zoomed: bool = False) -> Scale:
    """The scale that puts ``target`` (above zero) at the tick."""
    if zoomed:
        return Scale(target - ZOOMED_POINTS, Fraction(TICK, ZOOMED_POINTS))
    return Scale(Fraction(0), Fraction(TICK) / target)


def ruler(
    value: Fraction | None,
    target: Fraction | None,
    comparator: Comparator | None,
    outcome: str,
    *,
    low: Fraction | None = None,
    pace: Fraction | None = None,
    is_rate: bool = False,
    yes_no: bool = False,
    shown: str = "",
    promised: str = "",
) -> SafeString:
    """A figure against its target, both in the target's unit.

    ``target`` is the upper end of a BETWEEN and ``low`` its lower one; ``pace`` is where the
    figure ought to be by now; ``is_rate`` zooms from 80 %; ``shown`` and ``promised`` are the
    words of the title. No value, or nothing to hold it against, is a dashed outline; yes or
    no, and "không để phát sinh", are a point on the tick or past it.
    """
    comparator = comparator or Comparator.AT_LEAST
    parts = [*_body(value, target, comparator, outcome, low, pace, is_rate, yes_no), *_tick(comparator)]
    title = _("%(shown)s so với mức %(promised)s: %(word)s") % {
        "shown": shown or "–",
        "promised": promised or "–",
        "word": str(sign(outcome).word).lower(),
    }
    return svg.image("ruler", (WIDTH, HEIGHT), title, parts)


def _body(
    value: Fraction | None,
    target: Fraction | None,
    comparator: Comparator,
    outcome: str,
    low: Fraction | None,
    pace: Fraction | None,
    is_rate: bool,
    yes_no: bool,
) -> Iterator[SafeString]:
    if value is None or outcome == "unmeasured":
        yield svg.rect("none", 0.5, 7.5, WIDTH - 1, 5)
    elif yes_no or target == 0:
        yield from _point(value, target, comparator, outcome, yes_no)
    elif target is None or target < 0:
        yield svg.rect("none", 0.5, 7.5, WIDTH - 1, 5)
    else:
        zoomed = is_rate and target >= ZOOM_FROM
        yield from _bar(value, scale(target, zoomed=zoomed), comparator, outcome, low)
        if zoomed:
            yield svg.path("break", "M9 15l4-10M13 15l4-10")
        if pace is not None:
            x = svg.px(scale(target, zoomed=zoomed).x(pace))
            yield svg.path("pace", f"M{x} 14.5l-3.5 5h7z")


def _bar(
    value: Fraction, on: Scale, comparator: Comparator, outcome: str, low: Fraction | None
) -> Iterator[SafeString]:
    yield svg.rect("track", 0, 7, WIDTH, 6)
    if comparator in _CEILINGS:
        yield _beyond()
    yield svg.rect(f"f-{sign(outcome).shape}", 0, 7, on.x(value), 6)
    if comparator == Comparator.BETWEEN and low is not None:
        x = on.x(low)
        yield svg.path("mark", f"M{svg.px(x)} 3v14")
        yield svg.circle("end-in", x, 2.6, 2.6)


def _point(
    value: Fraction, target: Fraction | None, comparator: Comparator, outcome: str, yes_no: bool
) -> Iterator[SafeString]:
    """A disc: on the tick when it holds, before it when it does not yet, past it when nought is broken."""
    yield svg.rect("track", 0, 8, WIDTH, 4)
    x = TICK
    if yes_no:
        x = TICK if value >= (target or 1) else TICK // 2
    elif comparator in _CEILINGS:
        yield _beyond(y=8, height=4)
        x = TICK if value <= 0 else TICK + 18
    yield svg.circle(f"f-{sign(outcome).shape}", x, 10, 5)


def _beyond(y: int = 7, height: int = 6) -> SafeString:
    """The forbidden side of a ceiling."""
    return svg.rect("beyond", TICK + 1, y, WIDTH - TICK - 1, height)


def _tick(comparator: Comparator) -> Iterator[SafeString]:
    """The target itself; a filled end counts, a hollow one does not."""
    yield svg.path("mark", f"M{TICK} 3v14")
    strict = comparator in _STRICT
    yield svg.circle("end-out" if strict else "end-in", TICK, 2.6, 2.3 if strict else 2.6)
