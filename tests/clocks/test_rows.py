"""A clock as a row: whose days count, for whom it waits, what was promised first, what it rests on."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.clocks.actions import Reckoned
from chuan.clocks.models import CalendarYear, Clock
from chuan.clocks.offices import calendar_of
from chuan.clocks.reports import due_now, my_work, soon_until, tasks_of
from chuan.clocks.rows import days_left, unconfirmed_years
from chuan.law.calendars import national_calendar, proposal_digest
from chuan.people.models import UnitSetting
from chuan.ui.parts import Task
from tests.clocks.test_my_work import a_reading
from tests.examine import open_page, sign_in
from tests.people import Ward

CALENDAR = national_calendar()


def legal(due: str | None, **more) -> Clock:
    return Clock(
        subject_kind="dossier", legal=True, opened_on=date(2026, 8, 3),
        lawful_due_on=date.fromisoformat(due) if due else None, **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("due", "on", "left"),
    [
        ("2026-09-03", "2026-08-28", (1, True)),  # 29/8 to 2/9 are off
        ("2026-08-24", "2026-08-21", (2, True)),  # Saturday 22/8 is worked
        ("2026-08-28", "2026-09-03", (-1, True)),
        ("2026-08-28", "2026-08-29", (-1, True)),  # a Saturday later: late all the same
        ("2026-08-28", "2026-08-28", (0, False)),
        ("2026-11-25", "2026-11-23", (1, True)),  # 24/11 is off, 23/11 is worked
        ("2026-08-29", "2026-08-28", (1, False)),  # promised for a Saturday: no working day lies between
        ("2028-01-05", "2027-12-30", (6, False)),  # the year is not held: plain days, and said so
    ],
)
def test_a_lawful_clock_counts_the_offices_working_days(due: str, on: str, left: tuple[int, bool]):
    day = date.fromisoformat
    assert days_left(legal(due), day(due), CALENDAR, day(on)) == left


def test_a_practice_counts_calendar_days():
    clock = Clock(legal=False, lawful_due_on=date(2026, 9, 3), opened_on=date(2026, 8, 3))
    assert days_left(clock, date(2026, 9, 3), CALENDAR, date(2026, 8, 28)) == (6, False)


@pytest.mark.parametrize(
    ("on", "until"),
    [("2021-10-05", "2021-10-08"), ("2026-08-28", "2026-09-07"), ("2026-08-20", "2026-08-24"),
     ("2027-02-03", "2027-02-15"), ("2027-12-30", "2028-01-02")],
)  # fmt: skip
def test_soon_reaches_three_working_days_ahead(on: str, until: str):
    assert soon_until(CALENDAR, date.fromisoformat(on)) == date.fromisoformat(until)


def row(ward: Ward, on: date, **given) -> Task:
    subject = a_reading(ward)
    given = {"opened_on": date(2026, 8, 3), "due_on": date(2026, 9, 3), "role": "office_clerk"} | given
    clocks.keep_all([Reckoned(subject, **given)], unit=ward.unit)
    clock = Clock.objects.get(subject_uid=subject.uid)
    return tasks_of([clock], ward.viewer(ward.clerk, on), on=on)[0]


def test_a_lawful_row_says_working_days_and_a_practice_calendar_days(ward: Ward):
    on = date(2026, 8, 27)
    assert row(ward, on).due == "Còn 2 ngày làm việc"
    subject = a_reading(ward)
    clocks.start(subject, unit=ward.unit, opened_on=on, due_on=date(2026, 9, 3), role="office_clerk")
    practice = Clock.objects.get(subject_uid=subject.uid)
    assert tasks_of([practice], ward.viewer(ward.clerk, on), on=on)[0].due == "Còn 7 ngày lịch"


def test_a_first_promise_and_a_new_appointment_stand_beside_the_due_day(ward: Ward):
    task = row(ward, date(2026, 8, 27), first_promise_on=date(2026, 9, 1), appointment_on=date(2026, 9, 8))
    assert "hạn thứ Năm 03/09; hẹn đầu thứ Ba 01/09; hẹn lại thứ Ba 08/09" in task.when


def test_a_promise_that_did_not_move_is_not_said_twice(ward: Ward):
    assert "hẹn đầu" not in row(ward, date(2026, 8, 27), first_promise_on=date(2026, 9, 3)).when


@pytest.mark.parametrize(
    ("holder", "words"),
    [("citizen", "chờ công dân bổ sung"), ("other_agency", "chờ cơ quan khác"),
     ("counter", "còn ở nơi tiếp nhận"), ("", "chờ nơi khác")],
)  # fmt: skip
def test_a_clock_that_waits_says_for_whom_and_is_never_overdue(ward: Ward, holder: str, words: str):
    task = row(ward, date(2026, 12, 1), due_on=None, waiting=True, holder=holder)
    assert (task.due, task.state, task.when) == ("Đang chờ", "paused", words)


def test_a_clock_without_a_day_says_that_the_calendar_is_missing(ward: Ward):
    task = row(ward, date(2026, 12, 1), due_on=None)
    assert (task.due, task.when) == ("Chưa có hạn", "chưa có lịch nghỉ của năm đến hạn")


def test_what_waits_has_a_group_of_its_own_and_is_not_counted_at_the_door(ward: Ward):
    on = date(2026, 9, 10)
    row(ward, on, waiting=True, holder="citizen")  # its old due day has passed
    row(ward, on, due_on=None)
    work = my_work(ward.viewer(ward.clerk, on), on=on)
    assert (work.waiting.count, len(work.waiting.tasks), work.overdue.count) == (2, 2, 0)
    assert due_now(ward.viewer(ward.clerk, on), on=on) == 0
    assert not work.nothing


def test_a_row_says_that_its_year_is_not_confirmed(ward: Ward):
    assert row(ward, date(2026, 8, 27)).when.endswith("lịch 2026 chưa xác nhận")
    CalendarYear.objects.create(
        unit=ward.unit, year=2026, citation="9441/TB-BNV", proposal=proposal_digest(2026),
        recorded_at=timezone.now(),
    )  # fmt: skip
    assert "chưa xác nhận" not in row(ward, date(2026, 8, 27)).when


def test_a_clock_over_new_year_rests_on_both_years():
    clock = legal("2027-01-04")
    assert unconfirmed_years([clock], CALENDAR) == [2026, 2027]
    assert unconfirmed_years([clock], CALENDAR.confirmed(2026, "A")) == [2027]


def test_practice_and_waiting_rest_on_no_year():
    practice = Clock(legal=False, lawful_due_on=date(2026, 9, 3), opened_on=date(2026, 8, 3))
    assert unconfirmed_years([practice, legal(None, state="waiting")], CALENDAR) == []


def test_the_page_warns_once_of_a_year_that_is_not_confirmed(client: Client, ward: Ward):
    today = timezone.localdate()
    for _ in range(3):
        row(ward, today, opened_on=today, due_on=today)
    page = open_page(sign_in(client, ward.clerk), "/viec-cua-toi/")
    assert page.notice.count(f"Lịch nghỉ năm {today.year} chưa được cơ quan xác nhận") == 1
    assert page.text.count(f"lịch {today.year} chưa xác nhận") == 3
    everything = open_page(client, "/viec-cua-toi/tat-ca/")
    assert everything.notice.count("chưa được cơ quan xác nhận") == 1


def test_soon_is_by_the_offices_own_calendar(ward: Ward):
    UnitSetting.objects.create(
        unit=ward.unit,
        key="office.hours",
        value="07:00-11:30,13:30-17:00",
        valid_from=date(2026, 1, 1),
        citation="x",
    )
    assert soon_until(calendar_of(ward.unit), date(2026, 8, 28)) == date(2026, 9, 7)
