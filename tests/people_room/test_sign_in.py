"""Signing in: one page, one sentence for every failure, five tries, everything in the trail."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from chuan import settings as own_settings
from chuan.people import tries
from chuan.people.models import Account, SignInAttempt
from chuan.trail.models import Detail, Entry
from chuan.trail.verify import verify_all
from tests.examine import examine, open_page
from tests.people import PASSWORD, Ward

LOCKED = (
    "Tài khoản tạm khóa vì sai mật khẩu nhiều lần. "
    "Đợi 15 phút rồi đăng nhập lại, hoặc nhờ người quản trị cấp mật khẩu mới."
)


def attempt(client: Client, name: str, password: str = "sai-mat-khau"):
    return client.post("/dang-nhap/", {"login": name, "password": password})


def told(client: Client, name: str, password: str = "sai-mat-khau") -> str:
    return examine(attempt(client, name, password)).notice


def an_hour_passes() -> None:
    for model in (Account, SignInAttempt):
        for row in model.objects.exclude(locked_until=None):
            model.objects.filter(pk=row.pk).update(locked_until=row.locked_until - timedelta(hours=1))


def test_the_right_name_and_password_open_the_first_page(client, ward: Ward):
    page = open_page(client, "/dang-nhap/")
    answer = page.form("/dang-nhap/").send(client, login="chairman", password=PASSWORD)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(ward.chairman.account.pk)


def test_a_name_is_taken_in_any_case_and_with_blanks_around(client, ward: Ward):
    assert attempt(client, "  Chairman ", PASSWORD).status_code == 302


def test_a_password_is_taken_exactly_as_typed(client, ward: Ward):
    """OWASP ASVS 5.0, 6.2.8."""
    assert "Còn 4 lần thử" in told(client, "chairman", f" {PASSWORD}")
    assert "Còn 3 lần thử" in told(client, "chairman", PASSWORD.upper())


def test_the_page_asked_for_opens_after_sign_in(client, ward: Ward):
    answer = client.get("/can-bo/?tim=le")
    assert answer["Location"] == "/dang-nhap/?next=/can-bo/%3Ftim%3Dle"
    page = open_page(client, answer["Location"])
    answer = page.form("/dang-nhap/").send(client, login="chairman", password=PASSWORD)
    assert answer["Location"] == "/can-bo/?tim=le"


def test_an_address_of_another_site_is_never_the_page_asked_for(client, ward: Ward):
    data = {"login": "chairman", "password": PASSWORD, "next": "https://example.org/"}
    assert client.post("/dang-nhap/", data)["Location"] == "/"


def test_an_empty_form_says_what_to_type_and_counts_nothing(client, ward: Ward):
    page = examine(client.post("/dang-nhap/", {"login": "", "password": ""}))
    assert page.notice == "Nhập tên đăng nhập được cấp. | Nhập mật khẩu."
    assert not SignInAttempt.objects.exists()


def test_a_refused_form_keeps_the_name_and_not_the_password(client, ward: Ward):
    page = examine(attempt(client, "chairman"))
    assert page.form("/dang-nhap/").values["login"] == "chairman"
    assert page.form("/dang-nhap/").values["password"] == ""
    assert [one.get("name") for one in page.find("//input[@autofocus]")] == ["password"]
    assert "sai-mat-khau" not in page.html


def test_somebody_signed_in_is_not_asked_again(client, ward: Ward, sign_in):
    assert sign_in(client, ward.chairman).get("/dang-nhap/")["Location"] == "/"


# Counting (OWASP ASVS 5.0, 6.3.1)


def test_each_wrong_try_says_how_many_are_left_and_the_fifth_closes_the_name(client, ward: Ward):
    said = [told(client, "chairman") for _ in range(5)]
    assert said[:4] == [f"Tên hoặc mật khẩu chưa đúng. Còn {left} lần thử." for left in (4, 3, 2, 1)]
    assert said[4] == LOCKED


def test_a_closed_name_does_not_open_with_the_right_password(client, ward: Ward):
    for _ in range(5):
        attempt(client, "chairman")
    assert told(client, "chairman", PASSWORD) == LOCKED
    assert "_auth_user_id" not in client.session


def test_after_a_quarter_of_an_hour_the_count_begins_anew(client, ward: Ward):
    for _ in range(5):
        attempt(client, "chairman")
    an_hour_passes()
    assert "Còn 4 lần thử" in told(client, "chairman")
    assert attempt(client, "chairman", PASSWORD).status_code == 302


def issued(ward: Ward, ago: timedelta) -> None:
    """The clerk's password is one that somebody else issued so long ago."""
    Account.objects.filter(pk=ward.clerk.account.pk).update(
        must_change_password=True, password_issued_at=_now() - ago
    )


def test_an_issued_password_that_nobody_used_for_a_week_opens_no_more(client, ward: Ward):
    # OWASP ASVS 5.0, 6.4.1.
    issued(ward, timedelta(days=7, minutes=1))
    assert "đã quá 7 ngày" in told(client, "clerk", PASSWORD)
    issued(ward, timedelta(days=6, hours=23))
    assert attempt(client, "clerk", PASSWORD).status_code == 302


def test_that_it_is_stale_is_told_only_with_the_right_password(client, ward: Ward):
    issued(ward, timedelta(days=30))
    assert "đã quá" not in told(client, "clerk")


def test_the_minutes_left_are_said(client, ward: Ward, now):
    Account.objects.filter(username="chairman").update(locked_until=now + timedelta(minutes=7, seconds=30))
    assert "Đợi 8 phút" in told(client, "chairman")


def test_the_right_password_wipes_the_count(client, ward: Ward):
    for _ in range(4):
        attempt(client, "chairman")
    attempt(client, "chairman", PASSWORD)
    ward.chairman.account.refresh_from_db()
    assert (ward.chairman.account.failures, ward.chairman.account.locked_until) == (0, None)


def test_the_fifth_try_may_still_be_the_right_one(client, ward: Ward):
    for _ in range(4):
        attempt(client, "chairman")
    assert attempt(client, "chairman", PASSWORD).status_code == 302


def test_one_name_closed_leaves_the_others_open(client, ward: Ward):
    for _ in range(6):
        attempt(client, "chairman")
    assert attempt(client, "clerk", PASSWORD).status_code == 302


# A name that nobody has looks like any other (ASVS 5.0, 6.3.8)


def test_an_unknown_name_is_told_the_same_as_a_known_one(client, ward: Ward):
    known = [told(client, "chairman") for _ in range(6)]
    unknown = [told(client, "khong.co.ai") for _ in range(6)]
    assert known == unknown


def test_an_unknown_name_is_hashed_like_a_known_one(client, ward: Ward, monkeypatch):
    hashed = []
    monkeypatch.setattr(Account, "set_password", lambda self, raw: hashed.append(raw))
    attempt(client, "khong.co.ai")
    assert hashed == ["sai-mat-khau"]


def test_a_closed_account_is_told_the_same_as_a_wrong_password(client, ward: Ward):
    Account.objects.filter(username="clerk").update(is_active=False)
    assert told(client, "clerk", PASSWORD) == "Tên hoặc mật khẩu chưa đúng. Còn 4 lần thử."


def test_neither_a_typed_name_nor_an_address_stands_in_the_table(client, ward: Ward):
    attempt(client, "mat-khau-go-nham-o-ten")
    rows = [str(row) for row in SignInAttempt.objects.values_list()]
    assert len(rows) == 2  # one for the name, one for the address
    assert not any("go-nham" in row or "127.0.0.1" in row for row in rows)


def test_counts_of_unknown_names_are_forgotten_after_a_year(client, ward: Ward, now):
    attempt(client, "khong.co.ai")
    SignInAttempt.objects.update(since=now - tries.KEPT - timedelta(days=1))
    attempt(client, "ten.khac")
    assert SignInAttempt.objects.count() == 2


# Per address


def test_an_address_closes_after_fifty_wrong_tries_over_all_names(client, ward: Ward):
    for n in range(tries.BY_ADDRESS.tries):
        tries.count(f"ten{n}", "127.0.0.1", at=_now())
    said = told(client, "clerk", PASSWORD)
    assert said.startswith("Máy này đã thử sai quá nhiều lần. Đợi 15 phút")
    assert attempt(Client(REMOTE_ADDR="10.0.0.9"), "clerk", PASSWORD).status_code == 302


def test_wrong_tries_of_an_address_spread_over_hours_do_not_add_up(client, ward: Ward, now):
    for n in range(tries.BY_ADDRESS.tries - 1):
        tries.count(f"ten{n}", "127.0.0.1", at=now - timedelta(hours=2))
    attempt(client, "khong.co.ai")
    assert attempt(client, "clerk", PASSWORD).status_code == 302


def test_right_passwords_do_not_use_up_an_address(client, ward: Ward, settings):
    for _ in range(tries.BY_ADDRESS.tries + 5):
        counted = tries.count("clerk", "10.0.0.5", at=_now())
        tries.take_back(counted)
    assert attempt(Client(REMOTE_ADDR="10.0.0.5"), "clerk", PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, "203.0.113.7", "127.0.0.1"),  # nobody vouches for the header
        (1, "198.51.100.1, 203.0.113.7", "203.0.113.7"),  # what the visitor claims stands further left
        (2, "203.0.113.7, 10.0.0.1", "203.0.113.7"),
        (2, "203.0.113.7", "127.0.0.1"),  # fewer than promised: not through our proxies
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),  # one household has a whole network
        (1, "không phải địa chỉ", "unknown"),
    ],
)
def test_the_address_is_what_our_own_proxies_saw(rf, settings, proxies, forwarded, seen):
    settings.TRUSTED_PROXIES = proxies
    assert tries.address_of(rf.get("/", headers={"X-Forwarded-For": forwarded})) == seen


# Session


def test_signing_in_gives_a_new_session_key(client, ward: Ward):
    session = client.session
    session["before"] = "kept by an attacker"
    session.save()
    old = session.session_key
    client.cookies["sessionid"] = old
    attempt(client, "chairman", PASSWORD)
    assert client.session.session_key != old
    assert not Session.objects.filter(session_key=old).exists()


def test_signing_out_asks_first_and_leaves_by_post_only(client, ward: Ward, sign_in):
    page = open_page(sign_in(client, ward.chairman), "/dang-xuat/")
    assert "_auth_user_id" in client.session
    assert page.form("/dang-xuat/").send(client)["Location"] == "/dang-nhap/"
    assert "_auth_user_id" not in client.session


def test_a_stranger_asking_to_leave_is_led_to_the_sign_in_page(client, db):
    assert client.get("/dang-xuat/")["Location"].startswith("/dang-nhap/")


def test_a_form_without_its_token_is_refused(ward: Ward):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/dang-nhap/", {"login": "chairman", "password": PASSWORD}).status_code == 403


# The trail


def test_coming_and_going_are_written_under_the_official(client, ward: Ward, acts):
    attempt(client, "chairman", PASSWORD)
    client.post("/dang-xuat/")
    assert acts() == ["sign_in", "sign_out"]
    assert set(Entry.objects.values_list("actor", flat=True)) == {f"official/{ward.chairman.uid}"}
    assert set(Entry.objects.values_list("subject_uid", flat=True)) == {ward.chairman.account.uid}


def test_wrong_tries_and_the_closing_are_written_in_the_chain_of_the_account_s_unit(
    client, ward, other_ward, acts
):
    for _ in range(6):
        attempt(client, "nam_clerk")
    assert acts() == ["fail_sign_in"] * 5 + ["close_name"]
    assert all(entry.chain.startswith(str(other_ward.unit.uid)) for entry in Entry.objects.all())
    assert set(Entry.objects.values_list("actor", flat=True)) == {"system"}


def test_an_unknown_name_is_written_without_the_name(client, ward: Ward):
    attempt(client, "bi-mat-go-nham", "mat-khau-that")
    entry = Entry.objects.get()
    assert (entry.verb, entry.subject_kind) == ("fail_sign_in", "unknown_name")
    assert "bi-mat" not in entry.line
    assert not Detail.objects.exists()


def test_neither_passwords_nor_typed_names_ever_stand_in_the_trail(client, ward: Ward):
    attempt(client, "chairman")
    attempt(client, "chairman", PASSWORD)
    everything = "\n".join(
        [*Entry.objects.values_list("line", flat=True), *Detail.objects.values_list("body", flat=True)]
    )
    assert "chairman" not in everything
    assert PASSWORD not in everything
    assert "sai-mat-khau" not in everything


def test_the_chain_stays_whole(client, ward: Ward):
    attempt(client, "khong.co.ai")
    attempt(client, "chairman", PASSWORD)
    assert [verdict.ok for verdict in verify_all()] == [True]


def test_before_any_unit_exists_signing_in_writes_nothing_and_breaks_nothing(client, db):
    assert told(client, "ai-do") == "Tên hoặc mật khẩu chưa đúng. Còn 4 lần thử."
    assert not Entry.objects.exists()


def test_passwords_are_kept_by_argon2_and_by_nothing_weaker():
    assert own_settings.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def _now():
    from django.utils import timezone

    return timezone.now()
