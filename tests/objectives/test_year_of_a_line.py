"""Whose objective a line of a report is, is asked of the year it came in: the year in Viet Nam."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from chuan.objectives.actions.report_lines import _year
from chuan.objectives.models import ReportLine, ReportRead

NEW_YEAR = timezone.make_aware(datetime(2022, 1, 1))


@pytest.mark.parametrize(
    ("after", "year"),
    [
        (timedelta(minutes=-1), 2021),
        (timedelta(), 2022),
        (timedelta(hours=6, minutes=59), 2022),
        (timedelta(hours=8), 2022),
    ],
)
def test_a_line_without_a_period_is_of_the_year_its_report_came_in(after: timedelta, year: int) -> None:
    stored = (NEW_YEAR + after).astimezone(UTC)  # as a row gives it back
    assert _year(ReportLine(report=ReportRead(recorded_at=stored))) == year
