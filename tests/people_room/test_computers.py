"""An office computer is remembered for the shift: it spares the code at sign-in, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.test import Client

from chuan.people import sign_in_policy
from chuan.people.models import KnownComputer, UnitSetting
from tests import factors as app
from tests.examine import open_page
from tests.people import Ward

VN = ZoneInfo("Asia/Ho_Chi_Minh")


def remembered(client: Client, ward: Ward) -> Client:
    app.with_app(ward.chairman.account)
    app.password_given(client)
    app.code_given(client, app.shown(), remember="on")
    client.post("/dang-xuat/")
    return client


def test_on_a_remembered_computer_the_password_is_enough_for_the_shift(client, ward: Ward, acts):
    remembered(client, ward)
    assert app.password_given(client)["Location"] == "/"
    assert "remember_computer" in acts()
    assert KnownComputer.objects.get().sessions.count() == 1


def test_the_cookie_is_kept_from_scripts_and_other_sites_and_only_its_digest_is_stored(client, ward: Ward):
    remembered(client, ward)
    cookie = client.cookies["chuan_may"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/"
    assert cookie.value not in KnownComputer.objects.get().token_digest
    assert len(KnownComputer.objects.get().token_digest) == 64


def test_another_browser_and_another_account_are_asked_for_the_code(client, ward: Ward):
    remembered(client, ward)
    app.with_app(ward.clerk.account)
    assert app.password_given(client, "clerk")["Location"] == "/dang-nhap/ma/"
    assert app.password_given(Client())["Location"] == "/dang-nhap/ma/"


def test_several_people_share_one_computer(client, ward: Ward):
    remembered(client, ward)
    app.with_app(ward.clerk.account)
    app.password_given(client, "clerk")
    app.code_given(client, app.shown(), remember="on")
    client.post("/dang-xuat/")
    assert app.password_given(client, "chairman")["Location"] == "/"
    client.post("/dang-xuat/")
    assert app.password_given(client, "clerk")["Location"] == "/"


def test_a_token_planted_by_somebody_else_is_not_taken_over(client, ward: Ward):
    client.cookies["chuan_may"] = planted = "x" * 43
    remembered(client, ward)
    thief = Client()
    thief.cookies["chuan_may"] = planted
    assert app.password_given(thief)["Location"] == "/dang-nhap/ma/"


def test_it_ends_with_the_shift_is_listed_and_may_be_forgotten(client, ward: Ward, now, acts):
    remembered(client, ward)
    KnownComputer.objects.update(since=now - timedelta(hours=9), until=now - timedelta(seconds=1))
    assert app.password_given(client)["Location"] == "/dang-nhap/ma/"
    KnownComputer.objects.update(until=now + timedelta(hours=1))
    app.password_given(client)
    page = open_page(client, "/tai-khoan/")
    page.form("/quen/").send(client)
    assert acts()[-1] == "forget_computer"
    client.post("/dang-xuat/")
    assert app.password_given(client)["Location"] == "/dang-nhap/ma/"


def test_another_s_computer_cannot_be_forgotten(client, ward: Ward, sign_in):
    remembered(client, ward)
    uid = KnownComputer.objects.get().uid
    assert sign_in(Client(), ward.clerk).post(f"/tai-khoan/may/{uid}/quen/").status_code == 404


def test_a_shift_is_nine_hours_unless_chosen_and_never_passes_midnight(ward: Ward, today):
    eight, evening = (datetime(2026, 3, 2, hour, tzinfo=VN) for hour in (8, 20))
    assert sign_in_policy.end_of_shift(ward.unit, eight) == eight + timedelta(hours=9)
    assert sign_in_policy.end_of_shift(ward.unit, evening) == datetime(2026, 3, 3, tzinfo=VN)
    UnitSetting.objects.create(
        unit=ward.unit, key=sign_in_policy.SHIFT_HOURS, value="4", valid_from=eight.date(), citation="QĐ"
    )
    assert sign_in_policy.end_of_shift(ward.unit, eight) == eight + timedelta(hours=4)


def test_a_spared_code_is_no_fresh_proof(client, ward: Ward):
    remembered(client, ward)
    app.password_given(client)
    assert client.get("/can-bo/them/")["Location"].startswith("/xac-nhan-lai/")
