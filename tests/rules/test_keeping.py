"""Words are kept whole years after the year in which the work ended; nothing goes while anything waits."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.law import staff_records
from chuan.rules.keeping import Circumstance, Held, ended_before, kept_until, latest, term_of
from chuan.rules.law import Value
from chuan.rules.types import Citation, Sure

ON = date(2026, 11, 29)


def value(years: str, sure: Sure = Sure.READ) -> Value:
    return Value(years, "year", date(2021, 1, 1), None, Citation("Quy chế 5/QC-UBND"), sure)


def test_years_count_from_the_first_of_january_after_the_work_ended():
    assert kept_until(date(2021, 6, 30), 5) == date(2027, 1, 1)
    assert kept_until(date(2021, 1, 1), 5) == kept_until(date(2021, 12, 31), 5)


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(1, 90), st.dates(date(2000, 1, 1)))
def test_what_is_past_its_date_is_told_the_same_by_day_and_by_cut(ended: date, years: int, on: date):
    assert (ended < ended_before(on, years)) == (kept_until(ended, years) <= on)


def test_the_work_ends_with_its_last_step():
    assert latest([date(2021, 12, 31), None, date(2022, 1, 15)]) == date(2022, 1, 15)
    assert latest([None]) is None


@pytest.mark.parametrize(
    ("round_open", "appeal_open", "own", "held"),
    [
        (False, False, False, None),
        (True, False, True, Held.ROUND_OPEN),
        (True, True, True, Held.APPEAL_OPEN),
        (False, False, True, Held.OWN),
    ],
)
def test_nothing_goes_while_a_round_or_an_appeal_is_open_or_it_is_the_keepers_own(
    round_open, appeal_open, own, held
):
    assert Circumstance(round_open, appeal_open, own).held is held


def test_a_number_that_nobody_read_blanks_nothing_and_the_units_own_document_does():
    plain = value("5", Sure.UNVERIFIED)
    assert not term_of(plain, plain).allows
    assert term_of(value("5"), plain).allows
    assert not term_of(value("unknown"), plain).allows
    read = value("5", Sure.REPORTED)
    assert term_of(read, read).allows


def test_no_kind_of_record_may_be_blanked_by_the_law_file_alone_and_each_may_by_the_units_document():
    plain = staff_records.terms(ON, {})
    assert set(plain) == set(staff_records.kinds())
    assert not any(one.allows or one.own for one in plain.values())
    own = staff_records.terms(ON, {"absence": [value("3")]})["absence"]
    assert (own.years, own.own, own.allows) == (3, True, True)
    assert [one.value for _title, one in staff_records.bases(ON)] == ["end_of_work", "by_law"]
