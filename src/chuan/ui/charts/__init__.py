"""Small marks drawn by the server: pure functions from numbers to SVG text.

Geometry stands in attributes, colour comes from classes of chuan.css, every drawing is one
image with a title that says its finding. No script, no style attribute, they print.
"""

from chuan.ui.charts.clock_strip import clock_strip
from chuan.ui.charts.months import month_chart
from chuan.ui.charts.ruler import ruler
from chuan.ui.charts.spark import spark
from chuan.ui.charts.ticks import ticks

__all__ = ["clock_strip", "month_chart", "ruler", "spark", "ticks"]
