"""Numbers, dates and periods inside the sentences of the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from chuan.rules.types import Period
from chuan.rules.wording import said


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (8550, "8.550"),
        (-1234567, "−1.234.567"),
        (date(2021, 2, 9), "09/02/2021"),
        (datetime(2021, 2, 8, 18, 5, tzinfo=UTC), "01:05 ngày 09/02/2021"),
        ("nguyên văn", "nguyên văn"),
        (Period.year(2021), "năm 2021"),
        (Period.month(2021, 3), "tháng 3/2021"),
        (Period.month(2021, 12), "tháng 12/2021"),
        (Period(date(2021, 1, 1), date(2021, 4, 1)), "quý I/2021"),
        (Period(date(2021, 4, 1), date(2021, 7, 1)), "quý II/2021"),
        (Period(date(2021, 7, 1), date(2021, 10, 1)), "quý III/2021"),
        (Period(date(2021, 10, 1), date(2022, 1, 1)), "quý IV/2021"),
        (Period(date(2021, 1, 1), date(2021, 7, 1)), "6 tháng đầu năm 2021"),
        (Period(date(2021, 7, 1), date(2022, 1, 1)), "6 tháng cuối năm 2021"),
        (Period(date(2021, 1, 1), date(2021, 10, 1)), "9 tháng đầu năm 2021"),
    ],
)
def test_a_value_is_said_as_papers_write_it(value: object, words: str) -> None:
    assert said(value) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2021, 2, 1), date(2021, 4, 1), "từ 01/02/2021 đến 31/03/2021"),  # crosses a quarter
        (date(2021, 3, 1), date(2021, 9, 1), "từ 01/03/2021 đến 31/08/2021"),  # not a half of the year
        (date(2021, 2, 1), date(2022, 2, 1), "từ 01/02/2021 đến 31/01/2022"),  # not a calendar year
        (date(2021, 1, 1), date(2021, 1, 16), "từ 01/01/2021 đến 15/01/2021"),
        (date(2021, 1, 5), date(2021, 2, 1), "từ 05/01/2021 đến 31/01/2021"),
        (date(2021, 9, 2), date(2021, 9, 3), "ngày 02/09/2021"),
    ],
)
def test_a_period_without_a_name_is_said_by_its_first_and_last_day(
    start: date, end: date, words: str
) -> None:
    assert said(Period(start, end)) == words
