"""The figures that stand, read in one statement for any number of indicators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from chuan.objectives.models import Indicator, LateNotice, Measurement
from chuan.rules.types import Period

Series = dict[int, list[Measurement]]
"""Standing figures by indicator, in the order of their periods."""

NEEDED = (
    "uid", "indicator_id", "period_start", "period_end", "as_of", "version", "grade", "stage", "cumulative",
    "numerator", "denominator", "value", "counted", "illustrative", "measure_key", "measure_version",
    "evidence_name", "evidence_note", "excluded",
)  # fmt: skip
"""What pages and papers ask of a figure."""


def standing(indicator_ids: Iterable[int], year: Period, *, on: date) -> Series:
    """The highest version of every period of the year that was over on the day, by indicator."""
    rows = (
        Measurement.objects.filter(
            indicator_id__in=list(indicator_ids), period_start__gte=year.start,
            period_end__lte=min(year.end, on + timedelta(days=1)),
        )
        .only(*NEEDED)
        .order_by("indicator_id", "period_end", "period_start", "version")
    )  # fmt: skip
    highest = {(row.indicator_id, row.period_start, row.period_end): row for row in rows}
    series: Series = defaultdict(list)
    for row in highest.values():
        series[row.indicator_id].append(row)
    return series


def late_rows(series: Series) -> dict[int, int]:
    """How many rows came late, by figure, as the youngest notice of each says; one statement."""
    notices = LateNotice.objects.up().filter(measurement__indicator__in=list(series))
    return dict(notices.values_list("measurement_id", "rows"))


def standing_figure(indicator: Indicator, period: Period) -> Measurement | None:
    """The figure that stands for exactly these days."""
    return (
        Measurement.objects.filter(indicator=indicator, period_start=period.start, period_end=period.end)
        .order_by("-version")
        .first()
    )
