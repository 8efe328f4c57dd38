"""How a dossier stands: status, due day, outcome, as first seen and as now; the kinds that have no verdict."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.dossiers.judging import COLUMNS, Case, Judged, judge
from chuan.dossiers.lawful import Period
from chuan.dossiers.merging import Picture, Promise
from chuan.dossiers.models import Standing
from chuan.law.calendars import national_calendar
from chuan.law.clock_rules import dossier_law
from chuan.rules.deadlines import ClockUnit
from tests.dossiers.engine.made import row

CALENDAR = national_calendar()
LAW = dossier_law(date(2021, 3, 1))
FIVE = Period(5, ClockUnit.WORKING_DAY, LAW)


def judged(period: Period | None = None, seen: date = date(2021, 5, 4), **changed: str) -> Judged:
    """The dossier of 28/4/2021 (lawfully due 7/5, promised for 10/5) with some fields changed."""
    values = row(**changed)
    promised = values.get("promised_at", "")[:10]
    picture = Picture(values, (Promise(seen, promised),) if promised else (), False)
    return judge([Case(picture, period)], CALENDAR)[0]


def test_the_columns_are_those_of_the_table() -> None:
    assert set(COLUMNS) == {field.name for field in Standing._meta.get_fields()}


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, "running"),
        ({"status": ""}, "running"),
        ({"asked_at": "2021-05-03"}, "running"),
        ({"asked_at": "2021-05-03", "status": ""}, "waiting"),
        ({"status": "waiting"}, "waiting"),
        ({"ready_at": "2021-05-05"}, "ready"),
        ({"ready_at": "2021-05-05", "returned_at": "2021-05-06"}, "returned"),
        ({"returned_at": "2021-05-06", "status": "ready"}, "returned"),
        ({"ready_at": "2021-05-05", "status": "refused"}, "refused"),
        ({"status": "withdrawn"}, "withdrawn"),
        ({"status": "returned"}, "returned"),
    ],
)
def test_dates_say_more_than_the_sources_word(changed: dict[str, str], status: str) -> None:
    assert judged(**changed).status == status


@pytest.mark.parametrize(
    ("ready", "outcome", "days"),
    [
        ("2021-05-06T09:00:00", "early", -1),
        ("2021-05-07T09:00:00", "on_time", 0),
        ("2021-05-07", "on_time", 0),
        ("2021-05-07T17:00:00", "on_time", 0),
        ("2021-05-07T17:01:00", "late", 1),
        ("2021-05-10T08:00:00", "late", 1),
        ("2021-05-12", "late", 3),
    ],
)
def test_by_law_a_due_day_ends_with_its_office_hours(ready: str, outcome: str, days: int) -> None:
    one = judged(FIVE, ready_at=ready)
    assert (one.lawful_due_on, one.due_basis) == (date(2021, 5, 7), "law")
    assert (one.outcome, one.late_days) == (outcome, days)


@pytest.mark.parametrize(
    ("ready", "outcome", "days"),
    [
        ("2021-05-07T09:00:00", "early", -1),
        ("2021-05-10T18:30:00", "on_time", 0),
        ("2021-05-11", "late", 1),
        ("2021-05-15", "late", 4),
    ],
)
def test_by_promise_the_whole_promised_day_is_on_time(ready: str, outcome: str, days: int) -> None:
    one = judged(ready_at=ready)
    assert (one.judged_due_on, one.due_basis) == (date(2021, 5, 10), "promise")
    assert (one.outcome, one.outcome_now, one.late_days) == (outcome, outcome, days)


def test_the_result_ready_ends_it_not_the_result_handed_over() -> None:
    one = judged(FIVE, ready_at="2021-05-07T09:00:00", returned_at="2021-05-20")
    assert (one.settled_on, one.outcome) == (date(2021, 5, 7), "on_time")


def test_without_a_finish_the_day_of_return_ends_it() -> None:
    one = judged(FIVE, returned_at="2021-05-20")
    assert (one.settled_on, one.outcome) == (date(2021, 5, 20), "late")


def test_a_refusal_with_its_day_is_judged_and_a_withdrawal_is_not() -> None:
    """NĐ 61/2018 Điều 19 khoản 8: a refusal too has to come within the time limit."""
    assert judged(FIVE, ready_at="2021-05-12", status="refused").outcome == "late"
    withdrawn = judged(FIVE, ready_at="2021-05-12", status="withdrawn")
    assert (withdrawn.outcome, withdrawn.outcome_now, withdrawn.settled_on) == ("", "", date(2021, 5, 12))


def test_in_work_there_is_no_outcome() -> None:
    one = judged(FIVE)
    assert (one.outcome, one.outcome_now, one.late_days, one.portal) == ("", "", None, "")
    assert one.portal_due_on == date(2021, 5, 10)


def test_without_promise_and_time_limit_nothing_can_be_said() -> None:
    one = judged(promised_at="", ready_at="2021-05-12")
    assert (one.judged_due_on, one.due_basis, one.outcome, one.portal) == (None, "", "", "")


def test_contradicting_dates_fall_back_on_the_promise() -> None:
    one = judged(FIVE, supplied_at="2021-05-05", ready_at="2021-05-07")
    assert (one.lawful_due_on, one.due_basis, one.outcome) == (None, "promise", "early")


def test_papers_that_came_on_an_unknown_day_leave_the_promise_to_judge() -> None:
    one = judged(FIVE, asked_at="2021-05-03")
    assert (one.status, one.lawful_due_on, one.judged_due_on) == ("running", None, date(2021, 5, 10))


def test_a_promise_that_is_not_the_lawful_day_is_marked() -> None:
    assert judged(FIVE).promise_differs
    assert not judged(FIVE, promised_at="2021-05-07T17:00:00").promise_differs
    assert not judged().promise_differs


def test_hours_late_within_the_day_are_late_by_no_day() -> None:
    eight = Period(8, ClockUnit.WORKING_HOUR, LAW)
    one = judged(eight, received_at="2021-05-04T08:00:00", ready_at="2021-05-05T10:00:00")
    assert (one.lawful_due_on, one.outcome, one.late_days) == (date(2021, 5, 5), "late", 0)


def test_before_the_first_law_that_is_held_and_in_a_year_without_calendar_the_promise_judges() -> None:
    one = judged(received_at="2016-03-01T08:00:00", promised_at="2016-03-08", ready_at="2016-03-10")
    assert (one.outcome, one.late_days) == ("late", None), "how many working days, no calendar says"
