"""Việc của tôi: what is due, by whom, by when, from the clocks of every room."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.clocks.models import Clock
from chuan.clocks.offices import calendar_of
from chuan.clocks.reports import due_now, my_work, running_of
from chuan.documents.models import Document, Reading
from chuan.offers.subjects import Subject
from chuan.people.models import Appointment, Post
from tests.examine import open_page, sign_in
from tests.people import PAPER, START, Ward

TODAY = date(2021, 10, 5)


@pytest.fixture
def subject(ward: Ward) -> Subject:
    return a_reading(ward)


def a_reading(ward: Ward) -> Subject:
    """Something that a room describes: a reading that waits."""
    now = timezone.now()
    document = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="QĐ", subject="Mục tiêu chất lượng", recorded_at=now
    )
    reading = Reading.objects.create(
        document=document, text="x", reader_version="t", proposed="", result="", recorded_at=now
    )
    return Subject("reading", reading.uid)


def start(ward: Ward, subject: Subject, days: int, **owner) -> Clock:
    return clocks.start(
        subject, unit=ward.unit, opened_on=START, due_on=TODAY + timedelta(days=days), **owner
    )


@pytest.mark.parametrize(
    ("days", "group"), [(-3, "overdue"), (-1, "overdue"), (0, "today"), (1, "soon"), (3, "soon"), (4, None)]
)
def test_a_task_stands_in_the_group_of_its_day(ward: Ward, subject: Subject, days: int, group: str | None):
    start(ward, subject, days, official=ward.clerk)
    work = my_work(ward.viewer(ward.clerk, TODAY), on=TODAY)
    counts = {"overdue": work.overdue.count, "today": work.today.count, "soon": work.soon.count}
    assert counts == {name: int(name == group) for name in counts}
    assert work.later_count == int(group is None)


def test_a_clock_is_mine_by_name_by_post_or_by_role(ward: Ward):
    post = Post.objects.get(unit=ward.unit, code="van-phong")
    start(ward, a_reading(ward), 0, official=ward.clerk)
    start(ward, a_reading(ward), 0, post=post)
    start(ward, a_reading(ward), 0, role="office_clerk")
    assert running_of(ward.viewer(ward.clerk, TODAY)).count() == 3
    assert running_of(ward.viewer(ward.auditor, TODAY)).count() == 0


def test_a_post_given_to_somebody_by_name_is_not_everybodys_in_the_post(ward: Ward, subject: Subject):
    post = Post.objects.get(unit=ward.unit, code="van-phong")
    Appointment.objects.create(official=ward.auditor, post=post, valid_from=START, citation=PAPER)
    start(ward, subject, 0, post=post, official=ward.clerk)
    assert running_of(ward.viewer(ward.clerk, TODAY)).count() == 1
    assert running_of(ward.viewer(ward.auditor, TODAY)).count() == 0


def test_who_left_a_post_no_longer_has_its_tasks(ward: Ward, subject: Subject):
    post = Post.objects.get(unit=ward.unit, code="van-phong")
    start(ward, subject, 0, post=post)
    Appointment.objects.filter(official=ward.clerk).update(valid_to=TODAY)
    assert running_of(ward.viewer(ward.clerk, TODAY)).count() == 0


def test_moving_a_clock_keeps_its_first_promise(ward: Ward, subject: Subject):
    first = start(ward, subject, 0, official=ward.clerk)
    moved = start(ward, subject, 9, official=ward.clerk)
    assert moved.pk == first.pk
    assert (moved.first_promise_on, moved.lawful_due_on) == (TODAY, TODAY + timedelta(days=9))


def test_a_settled_clock_is_gone_from_the_list_and_counted_no_more(ward: Ward, subject: Subject):
    start(ward, subject, -1, official=ward.clerk)
    viewer = ward.viewer(ward.clerk, TODAY)
    assert due_now(viewer, on=TODAY) == 1
    clocks.settle(subject, on=TODAY)
    assert due_now(viewer, on=TODAY) == 0
    assert Clock.objects.get().state == Clock.State.ENDED


def test_settling_what_never_ran_changes_nothing(ward: Ward, subject: Subject):
    clocks.settle(subject, on=TODAY)
    assert not Clock.objects.exists()


def test_only_what_is_due_is_counted_at_the_door(ward: Ward):
    for days in (-2, 0, 1, 30):
        start(ward, a_reading(ward), days, official=ward.clerk)
    assert due_now(ward.viewer(ward.clerk, TODAY), on=TODAY) == 2


def test_the_week_counts_its_working_days(ward: Ward):
    for days in (0, 0, 1):
        start(ward, a_reading(ward), days, official=ward.clerk)
    week = my_work(ward.viewer(ward.clerk, TODAY), on=TODAY).week
    assert [day.day.weekday() for day in week] == [0, 1, 2, 3, 4]
    assert [(day.due, day.today) for day in week] == [
        (0, False),
        (2, True),
        (1, False),
        (0, False),
        (0, False),
    ]


def test_a_week_shows_a_worked_saturday_and_says_which_days_are_off(ward: Ward):
    """Saturday 22/08/2026 is worked for Monday 31/08/2026 (9441/TB-BNV)."""
    worked = my_work(ward.viewer(ward.clerk, TODAY), on=date(2026, 8, 19)).week
    assert [(day.letter, day.off) for day in worked] == [(f"T{n}", "") for n in range(2, 8)]
    culture = my_work(ward.viewer(ward.clerk, TODAY), on=date(2026, 11, 23)).week
    assert [day.off for day in culture] == ["", "Ngày Văn hóa Việt Nam", "", "", ""]


def test_another_wards_clocks_are_never_mine(ward: Ward, other_ward: Ward, subject: Subject):
    start(ward, subject, 0, role="office_clerk")
    assert running_of(other_ward.viewer(other_ward.clerk, TODAY)).count() == 0


def test_a_subject_that_no_room_describes_is_left_out_of_the_list(ward: Ward):
    from chuan.offers.uids import new_uid

    start(ward, Subject("gone", new_uid()), 0, official=ward.clerk)
    work = my_work(ward.viewer(ward.clerk, TODAY), on=TODAY)
    assert work.today.tasks == []
    assert work.today.count == 1


def test_the_page_shows_the_verb_the_day_and_one_button(client: Client, ward: Ward, subject: Subject):
    clocks.start(
        subject,
        unit=ward.unit,
        opened_on=START,
        due_on=timezone.localdate() - timedelta(days=2),
        official=ward.clerk,
    )
    page = open_page(sign_in(client, ward.clerk), "/viec-cua-toi/")
    assert "Quá hạn 2 ngày lịch" in page.text
    assert page.find(f".//a[contains(@class, 'btn')][contains(@href, '{subject.uid}')]")


def test_nothing_to_do_is_said_and_leads_to_the_objectives(client: Client, ward: Ward):
    page = open_page(sign_in(client, ward.auditor), "/viec-cua-toi/")
    assert "Không có việc nào đang chờ" in page.text
    assert page.find(".//a[@href='/muc-tieu/']")


def test_every_task_is_on_the_long_list_in_pages(client: Client, ward: Ward):
    for days in range(60):
        start(ward, a_reading(ward), days, official=ward.clerk)
    page = open_page(sign_in(client, ward.clerk), "/viec-cua-toi/tat-ca/")
    assert len(page.find(".//ul[contains(@class, 'tasks')]/li")) == 50
    assert page.find(".//a[@rel='next']")
    rest = open_page(client, "/viec-cua-toi/tat-ca/?trang=2")
    assert len(rest.find(".//ul[contains(@class, 'tasks')]/li")) == 10


def test_the_number_of_statements_does_not_grow_with_the_tasks(
    client: Client, ward: Ward, django_assert_max_num_queries
):
    for days in range(-20, 20):
        start(ward, a_reading(ward), days, official=ward.clerk)
    sign_in(client, ward.clerk)
    calendar_of(ward.unit)  # kept in the process
    with django_assert_max_num_queries(18):
        open_page(client, "/viec-cua-toi/")
