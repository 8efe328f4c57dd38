"""The bar at the top: doors that lead somewhere, what waits behind them, who is looking."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chuan.clocks.models import Clock
from chuan.people import doors
from tests.examine import open_page
from tests.people import Ward


def shown(client, url: str = "/tai-khoan/") -> list[str]:
    return open_page(client, url).texts("//nav[contains(@class,'mainnav')]//a")


def test_each_door_leads_to_a_page(client, ward: Ward, sign_in):
    sign_in(client, ward.chairman)
    for label, address, _current, _count in doors.doors_for(ward.viewer(ward.chairman), "/"):
        assert client.get(address).status_code == 200, label


def test_the_trail_s_door_is_there_for_those_who_may_read_it(client, ward: Ward, sign_in):
    assert "Nhật ký" in shown(sign_in(client, ward.auditor))
    assert "Nhật ký" not in shown(sign_in(client, ward.specialist))


def test_the_door_of_the_page_shown_is_marked(client, ward: Ward, sign_in):
    page = open_page(sign_in(client, ward.chairman), "/can-bo/")
    current = page.texts("//nav[contains(@class,'mainnav')]//a[@aria-current]")
    assert current == ["Cán bộ"]


def test_a_door_says_how_much_waits_behind_it(client, ward: Ward, sign_in, monkeypatch):
    monkeypatch.setitem(doors._counts, "/viec-cua-toi/", lambda viewer: 7)
    assert shown(sign_in(client, ward.chairman))[0].startswith("Việc của tôi 7")


def test_the_first_door_counts_what_is_due_today_and_overdue(client, ward: Ward, sign_in, today):
    for kind, days in (("overdue", -3), ("today", 0), ("later", 1)):
        due = today + timedelta(days=days)
        Clock.objects.create(
            subject_kind="official", subject_uid=ward.clerk.uid, kind=kind, unit=ward.unit,
            owner_official=ward.clerk, opened_on=today, lawful_due_on=due,
        )  # fmt: skip
    assert shown(sign_in(client, ward.clerk))[0].startswith("Việc của tôi 2")
    assert shown(sign_in(client, ward.specialist))[0] == "Việc của tôi"


def test_a_room_that_is_not_built_has_no_door(client, ward: Ward, monkeypatch):
    monkeypatch.setattr(doors, "ROOMS", (doors.Room("/chua-xay/", "Chưa xây"), *doors.ROOMS))
    labels = [str(label) for label, *_rest in doors.doors_for(ward.viewer(ward.chairman), "/")]
    assert "Chưa xây" not in labels
    assert "Cán bộ" in labels


def test_the_bar_names_the_unit_the_official_and_the_post(client, ward: Ward, sign_in):
    page = open_page(sign_in(client, ward.clerk), "/can-bo/")
    assert "UBND phường Bắc Hồng" in page.texts(".brand-unit")
    assert page.texts(".who") == ["Trần Thị Văn PhòngVăn phòng – thống kê"]
    assert page.one(".who").get("href") == "/tai-khoan/"


def test_a_stranger_sees_no_door(client, db):
    assert open_page(client, "/dang-nhap/").find("nav") == []


# My account


def test_my_account_shows_posts_roles_and_documents(client, ward: Ward, sign_in):
    page = open_page(sign_in(client, ward.secretary), "/tai-khoan/")
    assert page.texts("//section[@id='vai-tro' or @aria-labelledby='vai-tro']//tbody/tr/*") == [
        "Thư ký ISO",
        "01/01/2020",
        "–",
        "Quyết định phân công thử nghiệm",
    ]
    assert "Phạm Thư Ký" in page.text
    assert page.link("Đổi mật khẩu") == "/doi-mat-khau/"
    assert page.form("/dang-xuat/").send(client)["Location"] == "/dang-nhap/"


def test_my_account_says_what_is_missing(client, ward: Ward, sign_in):
    ward.clerk.grants.all().delete()
    page = open_page(sign_in(client, ward.clerk), "/tai-khoan/")
    assert "Hôm nay chưa được giao vai trò nào. Người quản trị giao vai trò kèm văn bản." in page.text


@pytest.mark.parametrize(
    "who", ["chairman", "clerk", "one_stop", "secretary", "auditor", "specialist", "administrator"]
)
def test_everybody_can_open_their_account(client, ward: Ward, sign_in, who):
    open_page(sign_in(client, getattr(ward, who)), "/tai-khoan/")
