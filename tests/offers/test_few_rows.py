"""A page of few rows: every row once, in the order of the uids, whatever the size of a page."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chuan.offers.few_rows import page_of
from chuan.offers.measures import Row, RowOutcome
from chuan.offers.subjects import Subject


def row(number: int) -> Row:
    return Row(Subject("thing", uuid.UUID(int=number)), RowOutcome.HIT)


@given(some.lists(some.integers(0, 2**128 - 1), max_size=12, unique=True), some.integers(1, 5))
def test_pages_one_after_another_are_all_rows_once_in_order(numbers: list[int], limit: int) -> None:
    rows, seen, after = [row(one) for one in numbers], [], None
    while page := page_of(rows, after, limit):
        assert len(page) <= limit
        seen += page
        after = str(page[-1].subject.uid)
    assert [one.subject.uid.int for one in seen] == sorted(numbers)


@pytest.mark.parametrize(
    ("after", "found"), [(None, [1, 2]), (str(uuid.UUID(int=1)), [2]), (str(uuid.UUID(int=9)), [])]
)
def test_a_page_begins_after_the_uid_it_is_asked_for(after: str | None, found: list[int]) -> None:
    assert [one.subject.uid.int for one in page_of([row(2), row(1)], after, 5)] == found
