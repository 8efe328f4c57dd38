"""The circle of a year: eight stations told from what is there, the most urgent one is the page's button."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from chuan.conformity.circle import circle_of, standing_at
from chuan.rules.circle import State
from tests.corrections import made as faults
from tests.examine import open_page, sign_in


def test_an_empty_year_that_is_over_is_late_where_something_had_to_be(ward):
    stations = circle_of(ward.viewer(ward.secretary), 2021, date(2022, 2, 1), timezone.now())
    late = [one.key for one in stations if one.state is State.LATE]
    assert [one.key for one in stations] == [
        "decision", "registers", "figures", "corrections", "audit", "review", "given", "next"
    ]  # fmt: skip
    assert late == ["decision", "audit", "review", "next"]
    assert standing_at(stations) is stations[0]


def test_a_year_that_runs_is_not_late_for_what_may_still_come(ward):
    stations = circle_of(ward.viewer(ward.secretary), 2021, date(2021, 3, 1), timezone.now())
    assert {one.state for one in stations} <= {State.NONE, State.GOING}


def test_the_page_says_how_each_station_stands_and_what_is_due(ward, client, django_assert_max_num_queries):
    by = ward.viewer(ward.secretary)
    with faults.counted({}):
        faults.planned(by, ward.clerk)
    sign_in(client, ward.secretary)
    with django_assert_max_num_queries(90):
        page = open_page(client, "/cai-tien/?nam=2021")
    assert "1 sự không phù hợp của năm: 0 đã kết thúc, 1 còn mở." in page.text
    assert "“Phân công người làm thay khi nghỉ phép”, hạn 30/08/2021." in page.text
    assert page.link("Làm tiếp: Quyết định mục tiêu năm 2021") == "/van-ban/"
    assert open_page(client, "/cai-tien/?nam=khong").title
