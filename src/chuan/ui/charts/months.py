"""The month chart: stems from the threshold, so that each period says by how much it passed or fell short."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chuan.rules.targets.types import Comparator
from chuan.ui import formatters as say
from chuan.ui.charts import svg

WIDTH, HEIGHT = 918, 210
LEFT, RIGHT, TOP, BOTTOM = 126, 830, 24, 184
_ROOM_AFTER = 11
"""Characters that fit right of the plot; longer target words go on in the next line."""
_LINE = 16

_FLOORS = (Comparator.AT_LEAST, Comparator.MORE_THAN)


@dataclass(frozen=True, slots=True)
class MonthChart:
    """What is drawn: one value per period (None is a gap) against a threshold.

    ``cumulative`` is the figure since 1 January after each period; ``figure`` writes a value
    with its unit; ``planned`` is where a path was to stand after each period; ``slots`` names the
    periods; ``top`` is a bound no value passes (100 for rates).
    """

    values: Sequence[Fraction | None]
    threshold: Fraction
    comparator: Comparator
    promised: str
    subject: str = ""
    cumulative: Sequence[Fraction | None] = ()
    planned: Sequence[Fraction | None] = ()
    figure: Callable[[Fraction], str] = say.number
    slots: Sequence[str] = field(default_factory=lambda: [_("tháng %(n)s") % {"n": n} for n in range(1, 13)])
    top: Fraction | None = None

    def fails(self, value: Fraction) -> bool:
        """Whether a period by itself does not hold the target."""
        match self.comparator:
            case Comparator.MORE_THAN:
                return value <= self.threshold
            case Comparator.LESS_THAN:
                return value >= self.threshold
            case Comparator.AT_MOST:
                return value > self.threshold
        return value < self.threshold

    def x(self, slot: int) -> Fraction:
        """The middle of a period's column."""
        return LEFT + Fraction(RIGHT - LEFT, len(self.slots)) * (slot + Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class Axis:
    """Grid values from low to high, evenly stepped."""

    low: Fraction
    high: Fraction
    step: Fraction

    def y(self, value: Fraction) -> Fraction:
        """Pixels from the top."""
        return TOP + (self.high - value) * (BOTTOM - TOP) / (self.high - self.low)

    def grid(self) -> list[Fraction]:
        """The values at which a line is drawn."""
        return [self.low + self.step * n for n in range(int((self.high - self.low) / self.step) + 1)]


def axis(values: Sequence[Fraction], top: Fraction | None = None) -> Axis:
    """Round values (steps of 1, 2, 5 × 10^n) around all of ``values``, never past ``top``."""
    low, high = min(values), max(values)
    step = _step((high - low) or abs(high) or Fraction(1))
    first = (low / step).__floor__() * step
    last = -(-high / step).__floor__() * step
    if first == low and (low > 0 or last == first):
        first -= step
    if last == high and last != top:
        last += step
    return Axis(first, last if top is None else max(min(last, top), high), step)


def month_chart(chart: MonthChart) -> SafeString:
    """The drawing; its figures belong in the table under it, on the same columns."""
    known = [value for value in (*chart.values, *chart.cumulative, *chart.planned) if value is not None]
    scale = axis([*known, chart.threshold], chart.top)
    parts = [
        *_ground(chart, scale),
        *_threshold(chart, scale),
        *_planned(chart, scale),
        *_cumulative(chart, scale),
    ]
    parts += _stems(chart, scale)
    return svg.image("chart", (WIDTH, HEIGHT), finding(chart), parts)


def finding(chart: MonthChart) -> str:
    """What the chart shows, in a sentence: which periods do not hold the target."""
    bad = [
        f"{name} ({chart.figure(value)})"
        for name, value in zip(chart.slots, chart.values, strict=False)
        if value is not None and chart.fails(value)
    ]
    about = _("%(subject)s từng kỳ so với mức %(promised)s.") % {
        "subject": chart.subject or _("Kết quả"),
        "promised": chart.promised,
    }
    if bad:
        what = _("Không giữ được mức: %(periods)s.") % {"periods": ", ".join(bad)}
    elif any(value is not None for value in chart.values):
        what = _("Kỳ nào cũng giữ được mức.")
    else:
        what = _("Chưa có kỳ nào có số liệu.")
    return f"{about} {what} {_('Số liệu đầy đủ ở bảng dưới.')}"


def broken(promised: str) -> list[str]:
    """Target words in lines that fit right of the plot, broken at blanks and after a stroke."""
    lines = [""]
    for part in re.findall(r"[^ /]+(?:/| |$)", promised):
        if lines[-1] and len((lines[-1] + part).rstrip()) > _ROOM_AFTER:
            lines.append("")
        lines[-1] += part
    return [line.rstrip() for line in lines]


def _step(reach: Fraction) -> Fraction:
    """The round step that cuts ``reach`` into no more than four."""
    step = Fraction(1)
    while step * 4 < reach:
        step *= 10
    while step > reach:
        step /= 10
    return next(step * n for n in (Fraction(1, 5), Fraction(1, 2), 1, 2, 5, 10) if step * n * 4 >= reach)


def _ground(chart: MonthChart, scale: Axis) -> Iterator[SafeString]:
    y = scale.y(chart.threshold)
    start, end = (y, Fraction(BOTTOM)) if chart.comparator in _FLOORS else (Fraction(TOP), y)
    yield svg.rect("forbid", LEFT, start, RIGHT - LEFT, end - start)
    for value in scale.grid():
        line = scale.y(value)
        yield svg.path("grid", f"M{LEFT} {svg.px(line)}H{RIGHT}")
        yield svg.words("end", LEFT - 10, line + Fraction(9, 2), chart.figure(value))


def _threshold(chart: MonthChart, scale: Axis) -> Iterator[SafeString]:
    y = scale.y(chart.threshold)
    strict = chart.comparator in (Comparator.MORE_THAN, Comparator.LESS_THAN)
    yield svg.path("thr", f"M{LEFT} {svg.px(y)}H{RIGHT + 6}")
    yield svg.circle("thr-end" if strict else "thr-end thr-in", RIGHT + 10, y, 4)
    lines = broken(chart.promised)
    first = y + Fraction(9, 2) - Fraction(_LINE * (len(lines) - 1), 2)
    for place, line in enumerate(lines):
        yield svg.words("thr-text start", RIGHT + 20, first + _LINE * place, line)


def _planned(chart: MonthChart, scale: Axis) -> Iterator[SafeString]:
    """The planned path as a dotted line; the row under the drawing names it and gives its figures."""
    points = [
        (chart.x(slot), scale.y(value)) for slot, value in enumerate(chart.planned) if value is not None
    ]
    if len(points) > 1:
        yield svg.line("plan", points)


def _cumulative(chart: MonthChart, scale: Axis) -> Iterator[SafeString]:
    points = [
        (chart.x(slot), scale.y(value)) for slot, value in enumerate(chart.cumulative) if value is not None
    ]
    if len(points) < 2:
        return
    yield svg.line("cum", points)
    last = [value for value in chart.cumulative if value is not None][-1]
    x, y = points[-1]
    label = _("cộng dồn %(figure)s") % {"figure": chart.figure(last)}
    if x + 14 + 7 * len(label) <= RIGHT:
        yield svg.words("start", x + 14, y + 4, label)
    else:
        yield svg.words("end", RIGHT - 2, Fraction(TOP - 8), label)


def _stems(chart: MonthChart, scale: Axis) -> Iterator[SafeString]:
    base = scale.y(chart.threshold)
    for slot, value in enumerate(chart.values):
        if value is None:
            continue
        x, y = chart.x(slot), scale.y(value)
        bad = "-bad" if chart.fails(value) else ""
        yield svg.path(f"stem{bad}", f"M{svg.px(x)} {svg.px(base)}V{svg.px(y)}")
        yield svg.circle(f"dot{bad}", x, y, 5.5)
        if bad:
            below = y >= base
            yield svg.words("bad", x, y + (21 if below else -11), chart.figure(value), middle=True)
