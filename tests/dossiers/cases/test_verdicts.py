"""How a dossier stands, in one shape and one word."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.dossiers.models import Dossier
from chuan.dossiers.showing.verdicts import days_to, due_soon_until, left_in_words, verdict_of
from chuan.law.calendars import national_calendar
from chuan.ui.words import SIGNS

CALENDAR = national_calendar()
MONDAY = date(2021, 5, 17)


def standing(**told: object) -> Dossier:
    return Dossier(**({"status": "running", "received_on": date(2021, 5, 4)} | told))


@pytest.mark.parametrize(
    ("told", "shape", "words"),
    [
        ({"judged_due_on": date(2021, 5, 28)}, "running", "Còn 9 ngày"),
        ({"judged_due_on": date(2021, 5, 20)}, "due_soon", "Sắp đến hạn: còn 3 ngày"),
        ({"judged_due_on": date(2021, 5, 21)}, "running", "Còn 4 ngày"),
        ({"judged_due_on": MONDAY}, "due_soon", "Hạn hôm nay"),
        ({"judged_due_on": date(2021, 5, 14)}, "overdue", "Quá hạn 1 ngày"),
        ({"judged_due_on": date(2021, 5, 7)}, "overdue", "Quá hạn 6 ngày"),
        ({}, "unmeasured", "Chưa có hạn"),
        ({"status": "unknown", "judged_due_on": MONDAY}, "due_soon", "Hạn hôm nay"),
        ({"status": "waiting", "judged_due_on": date(2021, 5, 7)}, "paused", "Chờ người dân bổ sung"),
        ({"status": "ready"}, "unmeasured", "Có kết quả"),
        ({"present": False, "judged_due_on": date(2021, 5, 7)}, "unmeasured", "Nguồn không còn liệt kê"),
        ({"elsewhere": True, "judged_due_on": date(2021, 5, 7)}, "unmeasured", "Đơn vị khác giải quyết"),
        ({"status": "withdrawn", "judged_due_on": date(2021, 5, 7)}, "unmeasured", "Người dân rút"),
        ({"status": "refused", "judged_due_on": date(2021, 5, 7)}, "unmeasured", "Từ chối, không ghi ngày"),
    ],
)
def test_in_work(told: dict, shape: str, words: str) -> None:
    said = verdict_of(standing(**told), CALENDAR, on=MONDAY)
    assert (said.shape, said.words) == (shape, words)


@pytest.mark.parametrize(
    ("told", "shape", "words"),
    [
        ({"outcome": "early", "late_days": -2}, "exceeded", "Trước hạn 2 ngày"),
        ({"outcome": "early", "late_days": 0}, "exceeded", "Trước hạn"),
        ({"outcome": "early"}, "exceeded", "Trước hạn"),
        ({"outcome": "on_time", "late_days": 0}, "met", "Đúng hạn"),
        ({"outcome": "late", "late_days": 2}, "not_met", "Trễ 2 ngày"),
        ({"outcome": "late"}, "not_met", "Trễ hạn"),
        ({"outcome": ""}, "unmeasured", "Đã xong, không xét được"),
    ],
)
def test_settled(told: dict, shape: str, words: str) -> None:
    said = verdict_of(standing(settled_on=date(2021, 5, 14), status="ready", **told), CALENDAR, on=MONDAY)
    assert (said.shape, said.words) == (shape, words)


def test_a_refused_one_with_a_date_is_judged_like_a_solved_one_and_says_so() -> None:
    """NĐ 61/2018/NĐ-CP, Điều 19 khoản 8."""
    refused = standing(status="refused", settled_on=date(2021, 5, 14), outcome="late", late_days=1)
    said = verdict_of(refused, CALENDAR, on=MONDAY)
    assert (said.shape, "từ chối" in said.note) == ("not_met", True)


@pytest.mark.parametrize(
    "told",
    [
        {"present": False},
        {"elsewhere": True},
        {"status": "withdrawn"},
        {"status": "refused"},
        {},
        {"status": "ready"},
    ],
)
def test_whatever_is_not_counted_says_why(told: dict) -> None:
    assert verdict_of(standing(**told), CALENDAR, on=MONDAY).note


def test_every_shape_is_one_of_the_house() -> None:
    shapes = {"running", "due_soon", "overdue", "unmeasured", "paused", "exceeded", "met", "not_met"}
    assert shapes <= set(SIGNS)


def test_days_are_working_days_over_the_holidays() -> None:
    assert days_to(CALENDAR, date(2021, 4, 29), date(2021, 5, 4)) == 1
    assert days_to(CALENDAR, date(2021, 5, 4), date(2021, 4, 29)) == -1
    assert days_to(CALENDAR, MONDAY, MONDAY) == 0


def test_soon_skips_days_off() -> None:
    assert due_soon_until(CALENDAR, on=date(2021, 4, 28)) == date(2021, 5, 5)


def test_a_year_without_a_calendar_is_said_in_calendar_days() -> None:
    assert days_to(CALENDAR, date(2998, 12, 30), date(2999, 1, 4)) is None
    assert left_in_words(CALENDAR, date(2998, 12, 30), date(2999, 1, 4)) == "Còn 5 ngày lịch"
    assert left_in_words(CALENDAR, date(2999, 1, 4), date(2998, 12, 30)) == "Quá hạn 5 ngày lịch"
    assert due_soon_until(CALENDAR, on=date(2998, 12, 30)) == date(2998, 12, 30)


def test_due_on_a_day_off_that_is_over() -> None:
    assert left_in_words(CALENDAR, date(2021, 5, 16), date(2021, 5, 15)) == "Quá hạn"
    assert left_in_words(CALENDAR, date(2021, 5, 15), date(2021, 5, 16)) == "Hạn 16/05"
