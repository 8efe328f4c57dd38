"""Who was in post, and on which days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chuan.people.models import Appointment, Post
from chuan.rules.types import Period
from chuan.workforce.models import Absence
from chuan.workforce.staff import in_post, joined, last_day, months_of
from tests.people import PAPER, at
from tests.workforce import made

MAY = Period.month(2021, 5)


def only(ward, name, period=MAY, **more):
    return next(one for one in in_post(ward.unit, period, **more) if one.official.name == name)


def away(ward, official, first, last, **more):
    return Absence.objects.create(
        unit=ward.unit, official=official, kind="leave", valid_from=first, valid_to=last + timedelta(days=1),
        citation="Đơn ngày 01/5/2021", recorded_at=more.pop("recorded_at", at(2021, 5, 1)), **more,
    )  # fmt: skip


def test_somebody_who_comes_in_the_middle_of_the_month_was_in_post_from_that_day(ward):
    made.joined(ward, "Người Mới", since=date(2021, 5, 17))
    found = only(ward, "Người Mới")
    assert found.held == (Period(date(2021, 5, 17), date(2021, 6, 1)),)
    assert (found.days, found.on(date(2021, 5, 16)), found.on(date(2021, 5, 17))) == (15, False, True)


def test_who_left_before_the_month_was_not_in_post_and_who_left_in_it_was(ward):
    made.joined(ward, "Đi Trước", since=date(2020, 1, 1), until=date(2021, 5, 1))
    made.joined(ward, "Đi Trong Tháng", since=date(2020, 1, 1), until=date(2021, 5, 2))
    names = [one.official.name for one in in_post(ward.unit, MAY)]
    assert "Đi Trong Tháng" in names
    assert "Đi Trước" not in names


def test_two_posts_held_at_once_count_their_days_once(ward):
    official = made.joined(ward, "Kiêm Nhiệm", since=date(2021, 5, 1), until=date(2021, 5, 20))
    second = Post.objects.create(unit=ward.unit, code="kiem", title="Kiêm nhiệm")
    Appointment.objects.create(
        official=official,
        post=second,
        valid_from=date(2021, 5, 10),
        valid_to=date(2021, 5, 25),
        citation=PAPER,
    )
    found = only(ward, "Kiêm Nhiệm")
    assert found.held == (Period(date(2021, 5, 1), date(2021, 5, 25)),)
    assert found.posts == ("Nội vụ", "Kiêm nhiệm")


def test_another_wards_officials_are_not_in_post_here(ward, other_ward):
    assert not {one.official.pk for one in in_post(ward.unit, MAY)} & {
        one.official.pk for one in in_post(other_ward.unit, MAY)
    }


def test_days_away_are_taken_off_and_cut_to_the_period(ward):
    away(ward, ward.clerk, date(2021, 4, 20), date(2021, 5, 10))
    found = only(ward, ward.clerk.name)
    assert found.away == (Period(date(2021, 5, 1), date(2021, 5, 11)),)
    assert (found.days_there, found.away_on(date(2021, 5, 10)), found.away_on(date(2021, 5, 11))) == (
        21,
        True,
        False,
    )


def test_an_absence_counts_from_when_it_was_recorded_until_it_was_voided(ward):
    away(
        ward, ward.clerk, date(2021, 5, 3), date(2021, 5, 5), recorded_at=at(2021, 5, 6), voided_at=at(2021, 5, 8)
    )  # fmt: skip
    told = [
        only(ward, ward.clerk.name, as_of=moment).days_there
        for moment in (at(2021, 5, 5), at(2021, 5, 7), at(2021, 5, 9), None)
    ]
    assert told == [31, 28, 31, 31]


def test_people_in_post_are_told_in_two_statements(ward, django_assert_num_queries):
    for number in range(12):
        made.joined(ward, f"Người {number}", since=date(2021, 1, 1))
    with django_assert_num_queries(2):
        assert len(in_post(ward.unit, MAY, as_of=timezone.now())) == 19


def test_months_of_a_quarter_and_its_last_day():
    quarter = Period(date(2021, 4, 1), date(2021, 7, 1))
    assert months_of(quarter) == (Period.month(2021, 4), Period.month(2021, 5), Period.month(2021, 6))
    assert months_of(Period(date(2021, 4, 2), date(2021, 6, 1))) == (Period.month(2021, 5),)
    assert last_day(quarter) == date(2021, 6, 30)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([], ()),
        ([(1, 5), (5, 9)], ((1, 9),)),
        ([(7, 9), (1, 5)], ((1, 5), (7, 9))),
        ([(1, 9), (2, 3)], ((1, 9),)),
    ],
)
def test_periods_are_joined(parts, told):
    def may(first, end):
        return Period(date(2021, 5, first), date(2021, 5, end))

    assert joined(may(*one) for one in parts) == tuple(may(*one) for one in told)
