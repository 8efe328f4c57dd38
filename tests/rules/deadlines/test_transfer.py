"""Passing a dossier on to whoever solves it: the same day, or the next opening when received after 15:00.

Nghị định 61/2018/NĐ-CP and 118/2025/NĐ-CP, Điều 18.2.
"""

from __future__ import annotations

from datetime import time

import pytest

from chuan.rules.deadlines import transfer_due
from tests.rules.deadlines.office import HOLIDAYS, at, office


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("05-04 09:00", "05-04 17:00"), ("05-04 15:00", "05-04 17:00"), ("05-04 15:01", "05-05 07:30"),
        ("04-29 15:30", "05-04 07:30"), ("05-02 09:00", "05-04 07:30"), ("05-07 16:00", "05-08 07:30"),
        ("05-12 10:00", "05-12 11:30"), ("05-12 14:00", "05-13 07:30"),
    ],
)  # fmt: skip
def test_a_dossier_received_after_15h_is_passed_on_the_next_working_day(received: str, due: str):
    assert transfer_due(at(received), HOLIDAYS, cutoff=time(15)) == at(due)


def test_where_the_calendar_ends_nothing_is_promised():
    calendar = office(years=(2021,))
    assert transfer_due(at("12-31 16:00"), calendar, cutoff=time(15)) is None
    assert transfer_due(at("2022-01-05 09:00"), calendar, cutoff=time(15)) is None
