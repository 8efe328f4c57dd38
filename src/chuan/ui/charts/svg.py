"""Pieces of SVG text: geometry is written here, words from outside are always escaped."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

Length = int | float | Fraction


def px(value: Length) -> str:
    """A coordinate to a tenth of a pixel: "71.7", "72" rather than "72.0", never "-0"."""
    text = f"{float(value):.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def image(
    classes: str,
    size: tuple[int, int],
    title: str,
    parts: Iterable[SafeString],
    *,
    hidden: bool = False,
    at_left: bool = False,
) -> SafeString:
    """One drawing: an image named by ``title``, or, where words beside it say the same, hidden.

    ``at_left`` keeps a drawing smaller than its place at the left of it.
    """
    body = mark_safe("".join(parts))  # noqa: S308 - each part is a SafeString of this module  # nosec B703
    box = format_html('class="{}" viewBox="0 0 {} {}"', classes, *size)
    if at_left:
        box += mark_safe(' preserveAspectRatio="xMinYMid meet"')
    if hidden:
        return format_html('<svg {} aria-hidden="true">{}</svg>', box, body)
    return format_html('<svg {} role="img"><title>{}</title>{}</svg>', box, title, body)


def _shape(name: str, kind: str, geometry: str) -> SafeString:
    """A shape whose class and geometry the drawing code wrote itself: nothing in it comes from outside."""
    return mark_safe(f'<{name} class="{kind}" {geometry}/>')  # noqa: S308 - see above  # nosec B703


def rect(kind: str, x: Length, y: Length, width: Length, height: Length) -> SafeString:
    """A rectangle of the class ``kind``."""
    return _shape("rect", kind, f'x="{px(x)}" y="{px(y)}" width="{px(width)}" height="{px(height)}"')


def path(kind: str, d: str) -> SafeString:
    """A path of the class ``kind``."""
    return _shape("path", kind, f'd="{d}"')


def circle(kind: str, x: Length, y: Length, r: Length) -> SafeString:
    """A disc of the class ``kind``."""
    return _shape("circle", kind, f'cx="{px(x)}" cy="{px(y)}" r="{px(r)}"')


def line(kind: str, points: Iterable[tuple[Length, Length]]) -> SafeString:
    """A line through points, of the class ``kind``."""
    joined = " ".join(f"{px(x)},{px(y)}" for x, y in points)
    return _shape("polyline", kind, f'points="{joined}"')


def words(kind: str, x: Length, y: Length, said: str, *, middle: bool = False) -> SafeString:
    """Words at a point; ``kind`` "start" and "end" turn them to that side."""
    anchor = mark_safe(' text-anchor="middle"') if middle else ""
    return format_html('<text class="{}"{} x="{}" y="{}">{}</text>', kind, anchor, px(x), px(y), said)
