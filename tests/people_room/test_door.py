"""At the door: the clock is read once, strangers are stopped, refusals become sentences."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chuan.people.models import Account, Appointment, RoleGrant, Unit
from chuan.people.roles import Role
from tests.examine import examine, open_page
from tests.people import PAPER, PASSWORD, START, Ward

pytestmark = pytest.mark.urls("tests.people_room.addresses")


@pytest.fixture
def chairman(client, ward: Ward, sign_in) -> Client:
    return sign_in(client, ward.chairman)


# The clock


def test_the_moment_is_now_and_the_day_is_the_office_s(chairman):
    before = timezone.now()
    at, on, *_name = chairman.get("/luc-nay/").content.decode().split()
    assert before <= timezone.datetime.fromisoformat(at) <= timezone.now()
    assert on == timezone.localtime(before).date().isoformat()


def test_late_in_the_evening_in_london_it_is_tomorrow_in_the_office(chairman, monkeypatch):
    evening = timezone.datetime(2021, 12, 31, 18, 0, tzinfo=timezone.get_fixed_timezone(0))
    monkeypatch.setattr("chuan.people.middleware.timezone.now", lambda: evening)
    assert chairman.get("/luc-nay/").content.decode().split()[1] == "2022-01-01"


# Strangers


@pytest.mark.parametrize("address", ["/luc-nay/", "/can-bo/", "/nhat-ky/", "/tai-khoan/", "/doi-mat-khau/"])
def test_a_stranger_is_led_to_the_sign_in_page(client, db, address):
    assert client.get(address)["Location"] == f"/dang-nhap/?next={address}"


def test_an_address_without_a_name_is_closed_too(client, db):
    assert client.get("/khong-ten/")["Location"].startswith("/dang-nhap/")


def test_after_a_refused_post_a_stranger_is_led_home_not_to_the_post(client, db):
    assert client.post("/can-bo/them/", {})["Location"] == "/dang-nhap/?next=/"


def test_an_account_closed_while_signed_in_is_out_at_once(chairman, ward: Ward):
    Account.objects.filter(pk=ward.chairman.account.pk).update(is_active=False)
    assert chairman.get("/luc-nay/")["Location"].startswith("/dang-nhap/")


@pytest.fixture
def overseer(db) -> Account:
    return Account.objects.create_user("so.noi.vu", PASSWORD)


def _given(account: Account, unit: Unit, **period) -> RoleGrant:
    return RoleGrant.objects.create(
        account=account, unit=unit, role=Role.OVERSEER, citation=PAPER, **{"valid_from": START} | period
    )


def test_an_account_that_belongs_nowhere_today_gets_a_page_that_says_so(client, overseer):
    client.force_login(overseer)
    page = open_page(client, "/luc-nay/", status=403)
    assert page.title == "Tài khoản chưa được giao việc"
    assert "so.noi.vu hôm nay không thuộc đơn vị nào" in page.text
    assert page.form("/dang-xuat/").send(client)["Location"] == "/dang-nhap/"


def test_a_grant_opens_the_house_from_its_first_day_and_closes_it_on_its_last(client, ward, overseer, today):
    client.force_login(overseer)
    grant = _given(overseer, ward.unit, valid_from=today, valid_to=today + timedelta(days=1))
    assert client.get("/luc-nay/").content.decode().endswith("so.noi.vu")
    RoleGrant.objects.filter(pk=grant.pk).update(valid_from=START, valid_to=today)
    assert client.get("/luc-nay/").status_code == 403


# Refusals


def test_what_may_not_be_seen_does_not_exist(chairman):
    page = open_page(chairman, "/tu-choi/not-found/", status=404)
    assert "mục tiêu này" not in page.text


def test_what_may_not_be_done_says_who_may(chairman):
    page = open_page(chairman, "/tu-choi/not-allowed/", status=403)
    assert "Việc này thuộc quyền của Chủ tịch. Chuyển việc cho Chủ tịch" in page.text


def test_what_another_answers_for_says_who(chairman):
    page = open_page(chairman, "/tu-choi/not-yours/", status=403)
    assert "Chỉ tiêu này do Tư pháp – hộ tịch phụ trách." in page.text


def test_a_post_that_may_not_be_done_is_a_403_too(chairman):
    examine(chairman.post("/tu-choi/not-allowed/"), "/tu-choi/not-allowed/", status=403)


def test_a_rule_refusing_a_page_is_told_on_a_page(chairman):
    page = open_page(chairman, "/tu-choi/rule/", status=409)
    assert "Chưa ghi lý do sửa số liệu." in page.text


def test_a_rule_refusing_a_post_is_told_where_the_form_stood(chairman):
    where = "http://testserver/tai-khoan/?nam=2021"
    answer = chairman.post("/tu-choi/rule/", headers={"Referer": where})
    assert answer["Location"] == "/tai-khoan/?nam=2021"
    assert open_page(chairman, answer["Location"]).notice.startswith("Chưa ghi lý do sửa số liệu.")


@pytest.mark.parametrize(
    "referer", ["", "https://example.org/tai-khoan/", "//example.org/", "không phải địa chỉ"]
)
def test_it_is_never_told_on_another_site(chairman, referer):
    answer = chairman.post("/tu-choi/rule/", headers={"Referer": referer} if referer.isascii() else {})
    assert answer["Location"] == "/tu-choi/rule/"


def test_a_fault_of_the_programme_is_no_refusal(chairman):
    with pytest.raises(KeyError):
        chairman.get("/tu-choi/khong-co/")


# The viewer


def test_posts_and_roles_are_those_of_the_day(ward: Ward):
    Appointment.objects.filter(official=ward.clerk).update(valid_to=date(2021, 7, 1))
    assert ward.viewer(ward.clerk, date(2021, 6, 30)).post_titles == ("Văn phòng – thống kê",)
    assert ward.viewer(ward.clerk, date(2021, 7, 1)).post_titles == ()
