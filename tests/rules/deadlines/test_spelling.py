"""Periods, moments and steps as typed, and what is refused with a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.rules.deadlines import Happening, Step
from chuan.rules.deadlines.spelling import read_moment, read_period, read_step, settle
from chuan.rules.deadlines.types import ClockUnit
from chuan.rules.refusals.clocks import CaseStepUnreadable, HourMissing, MomentUnreadable, PeriodUnreadable
from tests.rules.deadlines.office import HOLIDAYS, at

DAYS = ClockUnit.WORKING_DAY
AGAIN = Happening(at("05-04 09:00"), Step.APOLOGISED, until=date(2021, 5, 12))


@pytest.mark.parametrize(
    ("typed", "unit", "total"),
    [
        ("5 working_day", "working_day", 5), ("05 ngày làm việc", "working_day", 5),
        ("5working_days", "working_day", 5),
        ("30 calendar_day", "calendar_day", 30), ("30 ngày", "calendar_day", 30), ("0 working_day", "working_day", 0),
        ("8 working_hour", "working_hour", 8), (" 4  Giờ   làm việc ", "working_hour", 4),
        ("5 nga\u0300y la\u0300m vie\u0323\u0302c", "working_day", 5),
    ],
)  # fmt: skip
def test_a_period_is_a_whole_number_and_a_unit(typed: str, unit: str, total: int):
    assert read_period(typed) == (unit, total)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "5",
        "working_day",
        "-5 working_day",
        "0.5 working_day",
        "1,5 ngày",
        "5 tuần",
        "1001 ngày",
        "5 5 ngày",
    ],
)
def test_a_half_a_negative_or_a_nameless_period_is_refused(typed: str):
    with pytest.raises(PeriodUnreadable, match="thời hạn"):
        read_period(typed)


@pytest.mark.parametrize(
    ("typed", "day", "minute"),
    [
        ("2021-04-28T10:00", "2021-04-28", 600), ("2021-04-28 10:00:30", "2021-04-28", 600),
        ("28/04/2021 10:00", "2021-04-28", 600), ("28/4/2021 7h30", "2021-04-28", 450),
        ("2021-04-28", "2021-04-28", None),
        ("2021-04-28T03:00Z", "2021-04-28", 600), ("2021-04-27T20:00-05:00", "2021-04-28", 480),
        ("2021-04-28T10:00+0700", "2021-04-28", 600), ("2021-04-28T10:00:00.123+07:00", "2021-04-28", 600),
        (" 2021-04-28T00:00 ", "2021-04-28", 0),
    ],
)  # fmt: skip
def test_a_moment_is_viet_nams_unless_it_says_otherwise(typed: str, day: str, minute: int | None):
    found = read_moment(typed)
    assert (found.day, found.minute) == (date.fromisoformat(day), minute)


@pytest.mark.parametrize(
    "typed",
    ["", "hôm qua", "2021-02-30T10:00", "2021-04-28T24:00", "2021-04-28T10:61", "0001-01-01", "9999-12-31", "20210428",
     "2021-04-28T10:00+99:99", "31/04/2021"],
)  # fmt: skip
def test_what_is_no_moment_is_refused(typed: str):
    with pytest.raises(MomentUnreadable, match="thời điểm"):
        read_moment(typed)


def test_a_day_alone_is_its_opening_for_a_receipt_and_its_close_for_the_rest():
    typed = read_moment("2021-05-04")
    assert settle(typed, HOLIDAYS, DAYS, opening=True) == at("05-04 07:30")
    assert settle(typed, HOLIDAYS, DAYS, opening=False) == at("05-04 17:00")


def test_a_day_alone_is_not_enough_for_hours():
    with pytest.raises(HourMissing, match="2021-05-04"):
        settle(read_moment("2021-05-04"), HOLIDAYS, ClockUnit.WORKING_HOUR, opening=True)


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ("asked@2021-05-04T09:00", Happening(at("05-04 09:00"), Step.ASKED)),
        ("received@2021-05-04", Happening(at("05-04 07:30"), Step.RECEIVED)),
        ("prolonged:3@2021-05-04T09:00", Happening(at("05-04 09:00"), Step.PROLONGED, amount=3)),
        ("apologised:2021-05-12@2021-05-04T09:00", AGAIN),
        ("apologised:12/05/2021@04/05/2021 09:00", AGAIN),
        (" finished@2021-05-04 ", Happening(at("05-04 17:00"), Step.FINISHED)),
    ],
)  # fmt: skip
def test_a_step_is_a_verb_and_a_moment(typed: str, step: Happening):
    assert read_step(typed, HOLIDAYS, DAYS) == step


@pytest.mark.parametrize(
    "typed",
    ["", "asked", "asked@", "@2021-05-04", "slept@2021-05-04T09:00", "asked:3@2021-05-04T09:00", "prolonged@2021-05-04",
     "prolonged:0@2021-05-04", "prolonged:-1@2021-05-04", "prolonged:x@2021-05-04", "prolonged:9999@2021-05-04",
     "apologised@2021-05-04", "apologised:@2021-05-04", "a@b@c"],
)  # fmt: skip
def test_what_is_no_step_is_refused_with_the_verbs_there_are(typed: str):
    with pytest.raises(CaseStepUnreadable, match="prolonged:n"):
        read_step(typed, HOLIDAYS, DAYS)


def test_a_step_at_no_moment_says_so():
    with pytest.raises(MomentUnreadable):
        read_step("asked@mai", HOLIDAYS, DAYS)
