"""Bars that start at zero, one a line, cut into parts: how many of each kind stand in each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chuan.ui import formatters as say
from chuan.ui.charts import svg
from chuan.ui.charts.months import axis

WIDTH, LEFT, RIGHT = 918, 250, 850
_BAR, _GAP, _LINE, _TOP = 18, 12, 16, 8
_LETTERS = 34
"""Characters of a name in one line left of the bars."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: its name, the size of each part in the order of the chart's parts."""

    name: str
    sizes: Sequence[int]


@dataclass(frozen=True, slots=True)
class BarChart:
    """What is drawn. ``parts`` names what a bar is cut into; ``marked`` is the part whose size is written out."""

    subject: str
    parts: Sequence[str]
    bars: Sequence[Bar]
    marked: int

    @property
    def any(self) -> bool:
        """Whether there is anything to draw."""
        return any(sum(bar.sizes) for bar in self.bars)


def bar_chart(chart: BarChart) -> SafeString:
    """The drawing; its figures stand in the table before it."""
    rows = [(bar, _broken(bar.name)) for bar in chart.bars]
    tops, y = [], _TOP
    for _bar, lines in rows:
        tops.append(y)
        y += max(_BAR, _LINE * len(lines)) + _GAP
    longest = axis([Fraction(0), Fraction(max((sum(bar.sizes) for bar in chart.bars), default=1) or 1)]).high
    pieces = [*_grid(longest, y)]
    for (bar, lines), top in zip(rows, tops, strict=True):
        pieces += _line(chart, bar, lines, top, longest)
    return svg.image("chart bars", (WIDTH, y + 24), finding(chart), pieces)


def finding(chart: BarChart) -> str:
    """What the chart shows, in a sentence: where the marked part is largest."""
    worst = max(chart.bars, key=lambda bar: bar.sizes[chart.marked], default=None)
    if worst is None or not worst.sizes[chart.marked]:
        told = _("Không có %(part)s.") % {"part": chart.parts[chart.marked]}
    else:
        told = _("Nhiều %(part)s nhất: %(name)s (%(n)s).") % {
            "part": chart.parts[chart.marked], "name": worst.name, "n": say.number(worst.sizes[chart.marked]),
        }  # fmt: skip
    return f"{chart.subject}. {told} {_('Số liệu đầy đủ ở bảng trên.')}"


def _grid(longest: Fraction, bottom: int) -> Iterator[SafeString]:
    for value in axis([Fraction(0), longest]).grid():
        if value.denominator == 1 and value <= longest:
            x = _x(value, longest)
            yield svg.path("grid", f"M{svg.px(x)} {_TOP - 4}V{bottom}")
            yield svg.words("tick", x, bottom + 16, say.number(value), middle=True)


def _line(
    chart: BarChart, bar: Bar, lines: Sequence[str], top: int, longest: Fraction
) -> Iterator[SafeString]:
    for place, words in enumerate(lines):
        yield svg.words("name end", LEFT - 10, top + 14 + _LINE * place, words)
    start = Fraction(LEFT)
    for number, size in enumerate(bar.sizes, 1):
        width = _x(Fraction(size), longest) - LEFT
        if size:
            yield svg.rect(f"part-{number}", start, top, width, _BAR)
        start += width
    marked = bar.sizes[chart.marked]
    if marked:
        yield svg.words("bad start", start + 6, top + 14, f"{say.number(marked)} {chart.parts[chart.marked]}")


def _x(value: Fraction, longest: Fraction) -> Fraction:
    return LEFT + value * (RIGHT - LEFT) / longest


def _broken(name: str) -> list[str]:
    """The whole name in lines that fit, never cut."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _LETTERS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
