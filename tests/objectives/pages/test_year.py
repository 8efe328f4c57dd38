"""Mục tiêu: every promise of the year at a glance."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from chuan.objectives.actions import record_figure
from chuan.objectives.models import Plan
from chuan.rules.types import Period
from tests.examine import open_page, sign_in, words
from tests.objectives.made import clerk, decision, given, indicator, now, plan_of
from tests.people import Ward

URL = "/muc-tieu/"


@pytest.fixture
def seen(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.chairman)


def test_before_any_plan_the_page_says_how_to_begin(seen: Client):
    page = open_page(seen, URL)
    assert "Chưa có kế hoạch mục tiêu nào" in page.text
    assert page.find("//a[@href='/van-ban/nap/']")


def test_the_seven_promises_stand_in_the_strip_and_in_the_table(seen: Client, plan: Plan):
    page = open_page(seen, URL)
    assert len(page.find("//ol[contains(@class, 'promises')]/li")) == 7
    assert len(page.find("//tbody")) == 7
    assert "Hồ sơ một cửa được giải quyết đúng thời hạn" in page.text


def test_every_one_of_the_32_values_has_a_row_with_target_and_verdict(seen: Client, plan: Plan):
    page = open_page(seen, URL)
    rows = page.find("//tbody/tr[not(contains(@class, 'group'))]")
    assert len(rows) == 32
    assert all(row.xpath(".//span[contains(@class, 'verdict')]") for row in rows)


def test_without_figures_nothing_is_on_track_and_no_rate_is_shown(seen: Client, plan: Plan):
    page = open_page(seen, URL)
    chips = page.find("//ul[contains(@class, 'chips')]//a")
    assert not [chip for chip in chips if "Đúng tiến độ" in words(chip)]
    assert "0 %" not in [words(cell) for cell in page.find("//td[contains(@class, 'num')]")]


def test_a_figure_changes_its_row_and_opens_its_page(seen: Client, ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "3.2"), Period.month(2021, 3), given(num=156, den=161), by=clerk(ward), at=now()
    )
    page = open_page(seen, URL + "?den=05/04/2021")
    row = page.find("//tr[.//a[contains(., 'Hồ sơ một cửa')]]")[0]
    text = words(row)
    assert "96,89" in text
    assert row.xpath(".//a[contains(@href, '/muc-tieu/')]")


def test_filters_narrow_the_rows_and_keep_their_state_in_the_address(seen: Client, plan: Plan):
    page = open_page(seen, URL + "?ket-luan=not_met")
    assert "Không có số đo nào khớp" in page.text
    chip = page.find("//ul[contains(@class, 'chips')]//a[@aria-current='true']")[0]
    assert "ket-luan=not_met" in chip.get("href")


def test_a_day_that_cannot_be_read_is_answered_with_how_to_write_it(seen: Client, plan: Plan):
    page = open_page(seen, URL + "?den=31/02/2021")
    assert page.find("//*[@role='alert']")
    assert page.find("//input[@name='den']")[0].get("value") == "31/02/2021"


@pytest.mark.parametrize("year", ["1900", "abc", "99999999999999999999"])
def test_a_year_without_plan_falls_back_to_one_that_has(seen: Client, plan: Plan, year: str):
    assert "năm 2021" in open_page(seen, f"{URL}?nam={year}").title


def test_another_year_is_one_choice_away(seen: Client, ward: Ward, plan: Plan):
    text = decision(
        "Trên 96 % hồ sơ được giải quyết đúng thời hạn.", year=2022, on=date(2022, 2, 10), number="9"
    )
    plan_of(ward, text, on=date(2022, 2, 11))
    assert "năm 2022" in open_page(seen, URL).title
    assert "năm 2021" in open_page(seen, f"{URL}?nam=2021").title


def test_another_ward_sees_nothing_of_it(client: Client, other_ward: Ward, plan: Plan):
    page = open_page(sign_in(client, other_ward.chairman), URL)
    assert "Chưa có kế hoạch mục tiêu nào" in page.text


def test_the_number_of_statements_does_not_grow_with_the_figures(
    seen: Client, ward: Ward, plan: Plan, django_assert_max_num_queries
):
    for month in range(1, 7):
        record_figure(
            indicator(plan, "3.2"), Period.month(2021, month), given(num=9, den=10), by=clerk(ward), at=now()
        )
    with django_assert_max_num_queries(18):
        open_page(seen, URL)
