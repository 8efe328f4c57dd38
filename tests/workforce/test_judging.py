"""Whether an official has what his post asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.workforce.competence.judging import Standing, judge, months_later

ON = date(2021, 6, 15)


@dataclass
class Paper:
    held_from: date
    valid_to: date | None = None
    paper: str = "số 1"


@pytest.mark.parametrize(
    ("papers", "standing", "said"),
    [
        ([], Standing.MISSING, "chưa có minh chứng"),
        ([Paper(date(2021, 6, 16))], Standing.MISSING, "chưa có minh chứng"),
        ([Paper(date(2021, 6, 15))], Standing.MET, "có từ 15/06/2021"),
        ([Paper(date(2020, 1, 1), date(2021, 6, 15))], Standing.EXPIRED, "hết hạn sau ngày 14/06/2021"),
        ([Paper(date(2020, 1, 1), date(2021, 6, 16))], Standing.EXPIRING, "còn hạn đến hết ngày 15/06/2021"),
        ([Paper(date(2020, 1, 1), date(2021, 8, 14))], Standing.EXPIRING, "còn hạn đến hết ngày 13/08/2021"),
        ([Paper(date(2020, 1, 1), date(2021, 8, 15))], Standing.MET, "còn hạn đến hết ngày 14/08/2021"),
        (
            [Paper(date(2020, 1, 1), date(2020, 2, 1)), Paper(date(2020, 3, 1))],
            Standing.MET,
            "có từ 01/03/2020",
        ),
    ],
)
def test_the_paper_that_holds_longest_counts(papers, standing, said):
    told = judge(papers, on=ON, soon=60)
    assert (told.standing, told.sentence) == (standing, said)
    assert told.gap == (standing in (Standing.EXPIRED, Standing.MISSING))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2021, 11, 30), 3, date(2022, 2, 28)),
        (date(2021, 12, 15), 12, date(2022, 12, 15)),
        (date(2021, 5, 5), 0, date(2021, 5, 5)),
        (date(2021, 11, 10), 1, date(2021, 12, 10)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, later):
    assert months_later(day, months) == later


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 120))
def test_months_later_is_never_earlier_and_never_in_the_next_month(day, months):
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later - day >= timedelta(0)
