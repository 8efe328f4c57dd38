"""What a clerk is asked for is named by the days it speaks of."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.objectives import sayings
from chuan.objectives.models import Indicator
from chuan.rules.types import Period

SECOND_QUARTER = Period(date(2021, 4, 1), date(2021, 7, 1))
THIRD_QUARTER = Period(date(2021, 7, 1), date(2021, 10, 1))


@pytest.mark.parametrize(
    ("cumulative", "period", "name"),
    [
        (False, SECOND_QUARTER, "quý II"),
        (True, SECOND_QUARTER, "6 tháng đầu năm"),
        (True, THIRD_QUARTER, "9 tháng"),
        (True, Period(date(2021, 1, 1), date(2021, 4, 1)), "3 tháng"),
    ],
)
def test_a_figure_that_runs_from_january_is_asked_for_by_that_name(
    cumulative: bool, period: Period, name: str
):
    asked = Indicator(cumulative=cumulative, frequency=Indicator.Frequency.QUARTERLY)
    assert sayings.period_asked(asked, period) == name


def test_the_year_is_said_where_the_page_does_not_say_it():
    asked = Indicator(cumulative=False, frequency=Indicator.Frequency.QUARTERLY)
    assert sayings.period_asked(asked, SECOND_QUARTER, with_year=True) == "quý II năm 2021"
