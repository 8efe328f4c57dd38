"""The Chairman receives citizens in person one day a week, since July 2026 two days a month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from chuan.law.petitions import value
from chuan.rules.law import Value
from chuan.rules.petitions import reception_terms
from chuan.rules.types import Period
from tests.rules.petitions.letters import NEW, OLD


def days_asked(on: date) -> Value:
    found = value("reception.chairman.days", on)
    assert found
    return found


def test_one_day_a_week_before_july_2026():
    """42/2013/QH13, Điều 15.2 d; March 2021 holds four whole weeks from Monday 1st to Sunday 28th."""
    terms = reception_terms(days_asked(OLD), Period.month(2021, 3), [date(2021, 3, 4), date(2021, 3, 18)])
    assert [one.met for one in terms] == [True, False, True, False]
    assert terms[-1].period.end == date(2021, 3, 29)


def test_two_days_a_month_since():
    """Luật 136/2025/QH15, Điều 1.7; twice on one day is one day."""
    july, august = date(2026, 7, 9), date(2026, 8, 6)
    terms = reception_terms(
        days_asked(NEW), Period(NEW, date(2026, 9, 10)), [july, july, august, date(2026, 8, 20)]
    )
    assert [(one.period, one.days, one.met) for one in terms] == [
        (Period.month(2026, 7), 1, False), (Period.month(2026, 8), 2, True),
    ]  # fmt: skip


def test_a_term_that_the_change_of_law_cuts_asks_nothing():
    """The week of 29/06/2026 lies in both laws."""
    terms = reception_terms(days_asked(OLD), Period(date(2026, 6, 17), date(2026, 7, 15)), [])
    assert [one.period.start for one in terms] == [date(2026, 6, 22)]
    assert (
        reception_terms(days_asked(NEW), Period(date(2026, 6, 1), date(2026, 8, 1)), [])[0].period.start
        == NEW
    )


def test_another_unit_is_a_fault_of_the_law_file():
    with pytest.raises(ValueError, match="day_per_year"):
        reception_terms(replace(days_asked(OLD), unit="day_per_year"), Period.year(2021), [])
