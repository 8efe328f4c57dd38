"""The spark: up to twelve points beside the row they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from chuan.ui import formatters as say
from chuan.ui.charts import svg
from chuan.ui.words import sign

WIDTH, HEIGHT = 76, 22
_LEFT, _RIGHT, _TOP, _BOTTOM = 3, 73, 3, 19
_DOTS = 3
"""As many points or fewer stay dots: a line through two claims a way between them."""

Point = tuple[float, float]
"""A place on the drawing. Pixels are tenths, so geometry is reckoned in floats; figures never are."""


def spark(
    values: Sequence[Fraction | None],
    outcome: str,
    *,
    threshold: Fraction | None = None,
    slots: int | None = None,
    unit: str = "",
) -> SafeString:
    """One value per period of the year (None is a gap), the dotted threshold, the last one in its colour.

    ``slots`` is how many periods the year has (12, 4, 2); nothing measured draws nothing.
    """
    if all(value is None for value in values):
        return mark_safe("")
    within = _range([*values, threshold])
    places = _places(values, within, max(slots or 0, len(values)))
    parts: list[SafeString] = []
    if threshold is not None:
        parts.append(svg.path("thr", f"M0 {svg.px(_y(float(threshold), within))}h{WIDTH}"))
    parts += _drawn(places)
    x, y = [place for place in places if place][-1] or (0, 0)
    parts.append(svg.circle(f"f-{sign(outcome).shape}", x, y, 3))
    return svg.image("spark", (WIDTH, HEIGHT), _title(values, unit), parts)


def _drawn(places: Sequence[Point | None]) -> Iterator[SafeString]:
    """Lines between neighbours, broken where a period is missing; few points as dots."""
    known = [place for place in places if place]
    if len(known) <= _DOTS:
        yield from (svg.circle("pt", x, y, 2) for x, y in known[:-1])
        return
    for there, group in groupby(places, key=bool):
        run = [place for place in group if place]
        if there and len(run) > 1:
            yield svg.line("run", run)
        elif there and run[0] != known[-1]:
            yield svg.circle("pt", *run[0], 2)


def _places(values: Sequence[Fraction | None], within: tuple[float, float], slots: int) -> list[Point | None]:
    step = (_RIGHT - _LEFT) / max(slots - 1, 1)
    return [
        None if value is None else (_LEFT + step * slot, _y(float(value), within))
        for slot, value in enumerate(values)
    ]


def _range(values: Sequence[Fraction | None]) -> tuple[float, float]:
    """Lowest and highest value drawn: from nought where the figures grow from it, else a little below."""
    known = [float(value) for value in values if value is not None]
    low, high = min(known), max(known)
    if 0 <= low < high / 2:
        return 0.0, high
    return low - (high - low) / 4, high


def _y(value: float, within: tuple[float, float]) -> float:
    low, high = within
    if high == low:
        return (_TOP + _BOTTOM) / 2
    return _TOP + (high - value) * (_BOTTOM - _TOP) / (high - low)


def _title(values: Sequence[Fraction | None], unit: str) -> str:
    known = [value for value in values if value is not None]
    last = say.with_unit(_figure(known[-1]), unit)
    if len(known) == 1:
        return _("1 kỳ: %(last)s") % {"last": last}
    return _("%(n)s kỳ: từ %(first)s đến %(last)s") % {
        "n": len(known),
        "first": say.with_unit(_figure(known[0]), unit),
        "last": last,
    }


def _figure(value: Fraction) -> str:
    """Whole figures whole, others to two places."""
    return say.number(value, None if value.denominator == 1 else 2)
