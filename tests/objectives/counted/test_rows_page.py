"""Các dòng đang đếm: every live figure opens onto its rows, every row onto its own page."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from chuan.objectives.actions import take_measure
from chuan.objectives.models import Indicator, Target
from chuan.rules.types import Period
from tests.examine import open_page, sign_in
from tests.objectives.counted.conftest import an_hour_ago
from tests.objectives.made import clerk, now
from tests.objectives.register import OnTime, described
from tests.people import Ward


@pytest.fixture
def seen(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.clerk)


CHIPS = "//ul[contains(@class, 'chips')]//a"


def address(target: Target, query: str = "") -> str:
    return f"/muc-tieu/{target.uid}/dong/{query}"


def cells(response) -> list[list[str]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(response.content))
    return [[str(cell) for cell in row] for row in book.get_sheet_by_index(0).to_python()]


def test_rows_are_counted_by_outcome_and_by_reason(seen: Client, target: Target):
    page = open_page(seen, address(target))
    assert page.texts(CHIPS) == ["Tất cả 163", "Trễ 5", "Đúng hạn 156", "Không tính: người dân rút 2"]


def test_the_rows_of_one_outcome_are_those_that_the_figure_counts(seen: Client, target: Target):
    page = open_page(seen, address(target, "?xem=miss"))
    assert len(page.find("//tbody/tr")) == 5
    assert {words.split()[0] for words in page.texts("//tbody/tr/td[1]")} == {"trễ"}


def test_the_rows_left_out_say_why(seen: Client, target: Target):
    page = open_page(seen, address(target, "?xem=excluded&ly-do=ng%C6%B0%E1%BB%9Di%20d%C3%A2n%20r%C3%BAt"))
    assert page.texts("//tbody/tr/td[2]") == ["người dân rút", "người dân rút"]


def test_each_row_leads_to_its_own_page(seen: Client, target: Target, register: OnTime):
    page = open_page(seen, address(target, "?xem=miss"))
    late = {f"/ho-so/{case.uid}/" for case in register.cases if not case.on_time}
    assert set(page.tree.xpath("//tbody//a/@href")) == late


def test_a_long_list_is_read_page_by_page_and_no_row_is_lost(seen: Client, target: Target):
    met: list[str] = []
    query = "?xem=hit"
    for _ in range(4):
        page = open_page(seen, address(target, query))
        met += page.tree.xpath("//tbody//a/@href")
        query = (page.tree.xpath("//a[.='Xem tiếp']/@href") or [""])[0]
    assert query == ""
    assert len(met) == len(set(met)) == 156


def test_a_later_page_leads_back_to_the_first_with_the_same_filter(seen: Client, target: Target):
    first = open_page(seen, address(target, "?xem=hit&den=30/09/2021"))
    second = open_page(seen, address(target, first.link("Xem tiếp")))
    back = second.link("Về đầu")
    assert "xem=hit" in back
    assert "sau=" not in back


def test_a_page_of_rows_asks_the_database_as_often_however_many_there_are(
    seen: Client, target: Target, register: OnTime, django_assert_max_num_queries
):
    open_page(seen, address(target))
    with django_assert_max_num_queries(40) as few:
        open_page(seen, address(target))
    register.add(on_time=3000, on=date(2021, 4, 1), at=an_hour_ago())
    with django_assert_max_num_queries(40) as many:
        open_page(seen, address(target))
    assert len(many) == len(few)


def test_rows_that_may_not_be_seen_are_counted_but_not_shown(seen: Client, target: Target, register: OnTime):
    secret = next(case.uid for case in register.cases if not case.on_time)
    with described(hidden=lambda uid: uid == secret):
        page = open_page(seen, address(target, "?xem=miss"))
    assert "Trễ 5" in page.texts(CHIPS)
    assert len(page.find("//tbody/tr")) == 4
    assert "1 dòng của trang này không hiện" in page.text
    assert str(secret) not in page.html


def test_the_sheet_holds_the_chosen_rows_and_says_when_they_were_counted(seen: Client, target: Target):
    rows = cells(seen.get(f"/muc-tieu/{target.uid}/dong/dong.xlsx?xem=miss"))
    assert sum("trễ" in row for row in rows) == 5
    assert any("chưa chốt" in cell for row in rows for cell in row)


def test_the_sheet_leaves_out_what_may_not_be_seen_and_says_how_much(
    seen: Client, target: Target, register: OnTime
):
    secret = next(case.uid for case in register.cases if not case.on_time)
    with described(hidden=lambda uid: uid == secret):
        rows = cells(seen.get(f"/muc-tieu/{target.uid}/dong/dong.xlsx?xem=miss"))
    assert sum("trễ" in row for row in rows) == 4
    assert any("1 dòng không hiện" in cell for row in rows for cell in row)


@pytest.mark.parametrize("query", ["?xem=nothing", "?sau=khong-phai-ma", "?sau=%00", "?den=45/13/2021"])
def test_an_address_that_makes_no_sense_shows_the_list_from_its_start(
    seen: Client, target: Target, query: str
):
    page = open_page(seen, address(target, query))
    assert "Tất cả 163" in page.texts(CHIPS)


def test_where_the_register_cannot_speak_the_page_says_why(seen: Client, target: Target, register: OnTime):
    register.kept = False
    page = open_page(seen, address(target))
    assert "Sổ hồ sơ chưa được giữ" in page.text
    assert page.link("Nhập từ tệp") == "/nhap-tu-tep/"
    assert seen.get(f"/muc-tieu/{target.uid}/dong/dong.xlsx").status_code == 404


def test_an_outcome_without_rows_says_so(seen: Client, target: Target, register: OnTime):
    register.cases[:] = [case for case in register.cases if case.on_time]
    assert "Không có dòng nào" in open_page(seen, address(target, "?xem=miss")).text


def test_a_promise_put_in_by_hand_has_no_such_page(seen: Client, target: Target):
    other = Target.objects.get(objective__plan=target.objective.plan, label="1.10")
    assert seen.get(address(other)).status_code == 404


def test_the_official_of_another_ward_finds_nothing(client: Client, target: Target, other_ward: Ward):
    sign_in(client, other_ward.clerk)
    assert client.get(address(target)).status_code == 404
    assert client.get(f"/muc-tieu/{target.uid}/dong/dong.xlsx").status_code == 404


def test_the_rows_of_one_period_are_asked_for_by_its_days(seen: Client, target: Target, register: OnTime):
    register.add(on_time=7, on=date(2021, 4, 1), at=an_hour_ago())
    page = open_page(seen, address(target, "?ky=20210401-20210501"))
    assert page.texts(CHIPS) == ["Tất cả 7", "Đúng hạn 7"]
    assert all("ky=20210401-20210501" in url for url in page.tree.xpath(CHIPS + "/@href"))


@pytest.mark.parametrize("days", ["20210403-20210501", "20200401-20200501", "x", "20210501-20210401"])
def test_days_that_are_no_period_of_the_promise_are_passed_over(seen: Client, target: Target, days: str):
    assert "Tất cả 163" in open_page(seen, address(target, f"?ky={days}")).texts(CHIPS)


# Behind a frozen figure


def test_the_rows_of_a_frozen_figure_are_filtered_and_lead_to_their_pages(
    seen: Client, ward: Ward, on_time: Indicator, register: OnTime
):
    made = take_measure(on_time, Period.month(2021, 3), by=clerk(ward), at=now())
    page = open_page(seen, f"/muc-tieu/so-lieu/{made.uid}/?xem=miss")
    assert page.texts(CHIPS) == ["Tất cả 163", "Trễ 5", "Đúng hạn 156", "Không tính 2"]
    assert len(page.tree.xpath("//section[.//h2[@id='cac-dong']]//tbody//a")) == 5


def test_frozen_rows_stay_as_they_were_when_the_register_moves_on(
    seen: Client, ward: Ward, on_time: Indicator, register: OnTime
):
    made = take_measure(on_time, Period.month(2021, 3), by=clerk(ward), at=now())
    register.cases.clear()
    page = open_page(seen, f"/muc-tieu/so-lieu/{made.uid}/")
    assert "Tất cả 163" in page.texts(CHIPS)


def test_the_next_page_of_frozen_rows_keeps_the_filter(seen: Client, ward: Ward, on_time: Indicator):
    made = take_measure(on_time, Period.month(2021, 3), by=clerk(ward), at=now())
    page = open_page(seen, f"/muc-tieu/so-lieu/{made.uid}/?xem=hit")
    assert page.link("Xem tiếp") == "?xem=hit&tu=50"


def test_frozen_rows_that_may_not_be_seen_are_hidden_too(
    seen: Client, ward: Ward, on_time: Indicator, register: OnTime
):
    made = take_measure(on_time, Period.month(2021, 3), by=clerk(ward), at=now())
    with described(hidden=lambda uid: True):
        page = open_page(seen, f"/muc-tieu/so-lieu/{made.uid}/?xem=miss")
        rows = cells(seen.get(f"/muc-tieu/so-lieu/{made.uid}/dong.xlsx?xem=miss"))
    assert "5 dòng của trang này không hiện" in page.text
    assert not any("trễ" in row for row in rows)
