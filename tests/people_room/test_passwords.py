"""Changing one's own password; an issued one must be changed before anything else."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from chuan.people.models import Account
from chuan.people.passwords import LETTERS, one_time
from chuan.trail.models import Entry
from tests.examine import examine, open_page
from tests.people import PASSWORD, Ward

NEW = "mùa gặt năm nay đến sớm"
PAGE = "/doi-mat-khau/"


@pytest.fixture
def clerk(client, ward: Ward, sign_in) -> Client:
    return sign_in(client, ward.clerk)


def change(client: Client, old: str = PASSWORD, new: str = NEW, again: str | None = None):
    return (
        open_page(client, PAGE)
        .form(PAGE)
        .send(client, old=old, new=new, again=new if again is None else again)
    )


def refused(client: Client, **typed: str) -> str:
    return examine(change(client, **typed)).notice


def test_the_new_password_signs_in_and_the_old_one_no_more(clerk, ward: Ward):
    assert change(clerk)["Location"] == "/tai-khoan/"
    data = {"login": "clerk", "password": NEW}
    assert Client().post("/dang-nhap/", data).status_code == 302
    assert Client().post("/dang-nhap/", data | {"password": PASSWORD}).status_code == 200


def test_the_page_after_it_says_that_it_was_done(clerk):
    change(clerk)
    assert "Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc." in open_page(clerk, "/tai-khoan/").notice


def test_this_session_goes_on_under_a_new_key_and_every_other_ends(clerk, ward: Ward, sign_in):
    elsewhere = sign_in(Client(), ward.clerk)
    old = clerk.session.session_key
    change(clerk)
    assert clerk.session.session_key != old
    assert clerk.get("/tai-khoan/").status_code == 200
    assert elsewhere.get("/tai-khoan/")["Location"].startswith("/dang-nhap/")


def test_it_is_written_to_the_trail_without_a_word_of_it(clerk, ward: Ward):
    change(clerk)
    entry = Entry.objects.get(verb="change_password")
    assert entry.actor == f"official/{ward.clerk.uid}"
    assert NEW not in entry.line
    assert not hasattr(entry, "detail")


def test_the_password_in_use_is_asked_for_and_counted_like_a_try_to_sign_in(clerk):
    """OWASP ASVS 5.0, 6.2.3: a session left open is no way to guess."""
    assert refused(clerk, old="sai") == "Mật khẩu đang dùng chưa đúng. Nhập lại; còn 4 lần thử."
    for _ in range(3):
        refused(clerk, old="sai")
    assert refused(clerk, old="sai").startswith("Tài khoản tạm khóa")
    assert refused(clerk).startswith("Tài khoản tạm khóa")


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("ngắn quá", "Mật khẩu mới có 8 ký tự, cần ít nhất 12."),  # ASVS 5.0, 6.2.1 asks for 8
        ("passwordpassword", "dễ đoán"),  # 6.2.4: common ones, said twice
        ("Password Password", "dễ đoán"),
        ("123456789012", "dễ đoán"),
        ("qwertyuiopasdf", "dễ đoán"),
        ("aaaaaaaaaaaaaaaa", "dễ đoán"),
        ("international", "dễ đoán"),  # long, and on the list itself
        ("clerk 2021 Clerk!", "tên đăng nhập"),  # 6.2.11: words of the place
        ("Trần Thị Văn Phòng 21", "tên đăng nhập"),
        ("ubnd-phuong-bac-hong", "tên đăng nhập"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(clerk, new, said):
    assert said in refused(clerk, new=new)


def test_any_letters_are_taken_and_a_long_sentence_too(clerk):
    """OWASP ASVS 5.0, 6.2.5 and 6.2.9."""
    assert change(clerk, new="Đồng lúa chín vàng " * 10).status_code == 302


def test_the_same_password_again_is_refused(clerk):
    assert refused(clerk, new=PASSWORD).startswith("Mật khẩu mới trùng với mật khẩu đang dùng.")


def test_two_different_new_ones_are_refused(clerk):
    assert "chưa giống nhau" in refused(clerk, again=NEW + "!")


def test_nothing_typed_comes_back_in_the_page(clerk):
    page = examine(change(clerk, old="sai-cu", again="khac"))
    assert "sai-cu" not in page.html
    assert NEW not in page.html


def test_password_managers_may_help(clerk):
    """OWASP ASVS 5.0, 6.2.6 and 6.2.7."""
    page = open_page(clerk, PAGE)
    fields = {
        one.get("name"): (one.get("type"), one.get("autocomplete"))
        for one in page.find("//main//input[contains(@class,'form-control')]")
    }
    assert fields == {
        "old": ("password", "current-password"),
        "new": ("password", "new-password"),
        "again": ("password", "new-password"),
    }


# An issued password


@pytest.fixture
def newcomer(client, ward: Ward, sign_in) -> Client:
    Account.objects.filter(pk=ward.clerk.account.pk).update(must_change_password=True)
    return sign_in(client, ward.clerk)


@pytest.mark.parametrize("address", ["/", "/can-bo/", "/viec-cua-toi/", "/tai-khoan/", "/nhat-ky/"])
def test_an_issued_password_opens_nothing_but_the_page_that_changes_it(newcomer, address):
    assert newcomer.get(address)["Location"] == PAGE


def test_it_cannot_be_gone_round_by_post(newcomer, ward: Ward):
    assert newcomer.post("/can-bo/them/", {"name": "Ai Đó"})["Location"] == PAGE


def test_the_page_says_why(newcomer):
    newcomer.get("/can-bo/")
    assert open_page(newcomer, PAGE).notice == (
        "Mật khẩu đang dùng do người khác cấp nên chưa phải của riêng mình. "
        "Đặt mật khẩu mới trước khi làm việc khác."
    )


def test_leaving_is_always_possible(newcomer):
    form = open_page(newcomer, PAGE).form("/dang-xuat/")
    assert form.send(newcomer)["Location"] == "/dang-nhap/"


def test_after_the_change_the_house_is_open(newcomer):
    change(newcomer)
    assert newcomer.get("/tai-khoan/").status_code == 200


def test_the_issued_password_itself_is_no_new_password(newcomer):
    """OWASP ASVS 5.0, 6.4.1: an initial secret must not become the lasting one."""
    assert refused(newcomer, new=PASSWORD).startswith("Mật khẩu mới trùng")
    assert newcomer.get("/can-bo/")["Location"] == PAGE


# One-time passwords


def test_a_one_time_password_is_twenty_letters_easy_to_read_aloud():
    assert re.fullmatch(f"([{LETTERS}]{{5}}-){{3}}[{LETTERS}]{{5}}", one_time())
    assert not set("il1o0") & set(LETTERS)


def test_no_two_are_alike():
    assert len({one_time() for _ in range(200)}) == 200
