"""An identity number leaves the house covered; numbers of papers, phones and days stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.identity_numbers import covered, holds


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("CCCD 038012345678", "CCCD •••678"),
        ("số 038 012 345 678 cấp 2021", "số •••678 cấp 2021"),
        ("038.012.345.678", "•••678"),
        ("CMND số 183456789", "CMND số •••789"),
        ("Căn cước: 183456789, 0912345678", "Căn cước: •••789, 0912345678"),
        ("038012345678@x.example", "•••678@x.example"),
    ],
)
def test_an_identity_number_is_covered(text: str, told: str):
    assert covered(text) == told
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    ["0912345678", "Chứng chỉ số 183456789", "148/QĐ-UBND ngày 19/02/2021", "1234567890123", "", "12 345"],
)
def test_other_numbers_stay(text: str):
    assert covered(text) == text
    assert not holds(text)


@given(st.text(), st.from_regex(r"[0-9]{12}", fullmatch=True))
def test_whatever_stands_around_it_twelve_digits_are_never_whole(around: str, number: str):
    assert number not in covered(f"{around} {number} {around}")
