"""Due days in a calendar programme: what stands there, who may fetch it, what a wrong key finds."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chuan.clocks.actions import end_key, make_key
from chuan.clocks.models import FeedKey
from chuan.clocks.views import feed as views
from chuan.people.actions.accounts import reset_password
from chuan.people.actions.signing import change_password
from chuan.people.models import Account
from chuan.people.tries import Policy
from tests.clocks.test_my_work import a_reading, start
from tests.examine import open_page, sign_in
from tests.people import Ward

FEED = "/viec-cua-toi/lich/theo-doi.ics"


def fetch(name: str, key: str, address: str = FEED, **more):
    sent = base64.b64encode(f"{name}:{key}".encode()).decode()
    return Client().get(address, headers={"Authorization": f"Basic {sent}"}, **more)


@pytest.fixture
def key(ward: Ward) -> str:
    now = timezone.now()
    return make_key(by=ward.viewer(ward.clerk, timezone.localtime(now).date()), at=now)


def test_the_calendar_names_kinds_and_days_and_not_what_papers_are_about(ward: Ward, key: str):
    start(ward, a_reading(ward), 0, official=ward.clerk)
    start(ward, a_reading(ward), 0, official=ward.auditor)
    answer = fetch("Clerk", key)
    said = answer.content.decode().replace("\r\n ", "")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert answer["Cache-Control"].startswith("max-age=0")
    assert said.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Đến hạn: bản đọc\r\nDESCRIPTION:Mở Chuẩn để xem và làm: http://testserver/" in said
    assert "DTSTART;VALUE=DATE:20211005\r\n" in said
    assert "Mục tiêu chất lượng" not in said
    assert FeedKey.objects.get().used_at


def test_many_due_days_cost_no_more_statements(ward: Ward, key: str, django_assert_max_num_queries):
    for days in range(6):
        start(ward, a_reading(ward), days, official=ward.clerk)
    with django_assert_max_num_queries(14):
        assert fetch("clerk", key).content.count(b"BEGIN:VEVENT") == 6


@pytest.mark.parametrize(("name", "typed"), [("clerk", "sai"), ("auditor", ""), ("clerk", ""), ("", "")])
def test_a_wrong_name_or_key_opens_nothing(ward: Ward, key: str, name: str, typed: str):
    answer = fetch(name, typed or (key if name == "auditor" else ""))
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Basic ")
    assert "Lập khóa mới" in answer.content.decode()


def test_without_a_key_and_with_one_that_cannot_be_read_it_asks(ward: Ward):
    assert Client().get(FEED).status_code == 401
    for broken in ("Basic !!!", "Basic /w==", "Bearer abc"):
        assert Client().get(FEED, headers={"Authorization": broken}).status_code == 401
    assert Client().post(FEED).status_code == 405


def test_a_password_is_no_key_and_a_key_opens_no_page(ward: Ward, key: str):
    assert fetch("clerk", "mat-khau-thu-nghiem-2021").status_code == 401
    assert fetch("clerk", key, "/viec-cua-toi/").status_code == 302


def test_a_key_in_the_address_opens_nothing(ward: Ward, key: str):
    assert Client().get(FEED, {"key": key, "user": "clerk"}).status_code == 401


def test_an_ended_key_a_newer_one_and_a_closed_account_end_it(ward: Ward, key: str):
    viewer, account = ward.viewer(ward.clerk, timezone.localdate()), ward.clerk.account
    newer = make_key(by=viewer, at=timezone.now())
    assert [fetch("clerk", one).status_code for one in (key, newer)] == [401, 200]
    account.is_active = False
    account.save()
    assert fetch("clerk", newer).status_code == 401
    account.is_active = True
    account.save()
    end_key(by=viewer, at=timezone.now())
    assert fetch("clerk", newer).status_code == 401


def test_a_password_issued_by_a_keeper_ends_it_for_good(client: Client, ward: Ward, key: str):
    """OWASP ASVS 5.0, 7.4.3: a key carried off must not come back when the official sets a password of his own."""
    keeper = ward.viewer(ward.chairman, timezone.localdate())
    reset_password(ward.clerk, by=keeper, at=timezone.now())
    assert fetch("clerk", key).status_code == 401
    account = Account.objects.get(pk=ward.clerk.account_id)
    change_password(account, new="mot-cau-dai-de-nho", at=timezone.now())
    assert not account.must_change_password
    assert fetch("clerk", key).status_code == 401
    ward.clerk.account = account
    page = open_page(sign_in(client, ward.clerk), "/viec-cua-toi/lich/")
    assert "chưa lập" in page.text
    assert fetch("clerk", make_key(by=ward.viewer(ward.clerk), at=timezone.now())).status_code == 200


def test_a_password_changed_by_the_person_ends_it_as_it_ends_sessions(ward: Ward, key: str):
    change_password(ward.clerk.account, new="mot-cau-dai-de-nho", at=timezone.now())
    assert fetch("clerk", key).status_code == 401


def test_the_calendar_keeps_no_session_and_is_kept_nowhere(ward: Ward, key: str):
    """OWASP ASVS 5.0, 7.2.1 and 14.3.2: the key is asked each time."""
    answer = fetch("clerk", key)
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]
    assert [getattr(Client(), verb)(FEED).status_code for verb in ("post", "put", "delete")] == [405] * 3


def test_too_many_wrong_keys_close_the_address_and_not_the_right_key(ward: Ward, key: str, monkeypatch):
    policy = Policy(tries=2, within=timedelta(minutes=15), closed_for=timedelta(minutes=15))
    monkeypatch.setattr(views, "WRONG_KEYS", policy)
    assert [fetch("clerk", "sai").status_code for _try in range(3)] == [401, 401, 429]
    assert fetch("clerk", key).status_code == 200


def test_the_page_shows_a_new_key_once_and_gives_the_file(client: Client, ward: Ward):
    sign_in(client, ward.clerk)
    page = open_page(client, "/viec-cua-toi/lich/")
    assert "chưa lập" in page.text
    shown = page.form(button="Lập khóa lịch").send(client)
    assert shown.status_code == 200
    key = shown.content.decode().split("Khóa lịch</dt>")[1].split("<samp>")[1].split("</samp>")[0]
    assert fetch("clerk", key).status_code == 200
    again = open_page(client, "/viec-cua-toi/lich/")
    assert key not in again.html
    assert "không xem lại được" in again.text
    start(ward, a_reading(ward), 0, official=ward.clerk)
    saved = client.get("/viec-cua-toi/lich/viec-den-han.ics")
    assert (saved["Content-Disposition"], saved.content.count(b"BEGIN:VEVENT")) == (
        'attachment; filename="viec-den-han.ics"',
        1,
    )
    again.form(button="Bỏ khóa").send(client)
    assert fetch("clerk", key).status_code == 401
    assert client.post("/viec-cua-toi/lich/bo-khoa/").status_code == 302
    assert "chưa có khóa lịch" in open_page(client, "/viec-cua-toi/lich/").text
