"""The administrator takes a new official in; the newcomer signs in for the first time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

NAME, USER = "Tạ Thị Mơ", "mo.tt"
OWN = "con thuyền nhỏ qua sông Lam"
CITATION = "Quyết định 15/QĐ-UBND ngày 04/01/2021"


def test_an_official_is_added_signs_in_once_with_an_issued_password_and_sets_an_own_one(walk: Walk) -> None:
    keeper = walk()
    keeper.sign_in("quantri")
    _add_the_official(keeper)
    issued = _issue_an_account(keeper)
    newcomer = walk()
    newcomer.sign_in(USER, issued)
    _must_change_the_password_first(newcomer, issued)
    again = walk()
    again.sign_in(USER, OWN)
    assert again.title == "Việc của tôi"


def test_wrong_passwords_are_counted_down_and_then_the_name_is_closed_for_a_while(walk: Walk) -> None:
    somebody = walk()
    somebody.go("/dang-nhap/")
    for left in (4, 3, 2, 1):
        somebody.try_to_sign_in("conganphuong", "mật khẩu nhớ nhầm")
        somebody.sees(f"Còn {left} lần thử.")
        assert somebody.page.get_by_label("Tên đăng nhập").input_value() == "conganphuong"
    somebody.try_to_sign_in("conganphuong", "mật khẩu nhớ nhầm")
    somebody.sees("15 phút")
    somebody.try_to_sign_in("conganphuong", "vi-du-bac-hong-2021")
    somebody.sees("phút")
    assert "/dang-nhap/" in somebody.page.url, "cả mật khẩu đúng cũng phải đợi"
    other = walk()
    other.sign_in("quansu")
    assert other.title == "Việc của tôi", "tên khác không bị khóa theo"


def _add_the_official(keeper: Walker) -> None:
    keeper.press("Cán bộ")
    keeper.shot("can-bo")
    keeper.press("Thêm cán bộ")
    keeper.fill(name="")
    keeper.press("Thêm")
    keeper.sees("Ghi họ và tên.")
    keeper.fill(name=NAME)
    keeper.press("Thêm")
    assert keeper.title == NAME
    keeper.press("Bổ nhiệm")
    keeper.page.get_by_label("Chức danh", exact=True).select_option(label="Văn hóa – xã hội")
    keeper.fill(since="04/01/2021", citation=CITATION)
    keeper.follow(keeper.page.locator("form button.btn-primary"))
    keeper.press("Giao vai trò")
    keeper.page.get_by_label("Vai trò", exact=True).select_option(label="Công chức chuyên môn")
    keeper.fill(since="31/02/2021", citation=CITATION)
    keeper.follow(keeper.page.locator("main form button.btn-primary"))
    keeper.sees("31")
    assert keeper.page.locator("[name=since]").get_attribute("aria-invalid") == "true"
    keeper.fill(since="04/01/2021")
    keeper.follow(keeper.page.locator("main form button.btn-primary"))
    keeper.sees("Văn hóa – xã hội", "Công chức chuyên môn", CITATION)
    keeper.shot("mot-can-bo")


def _issue_an_account(keeper: Walker) -> str:
    keeper.press("Cấp tài khoản")
    keeper.fill(username="vanphong")
    keeper.follow(keeper.page.locator("main form button.btn-primary"))
    keeper.sees("đã có người dùng")
    keeper.fill(username=USER)
    keeper.follow(keeper.page.locator("main form button.btn-primary"))
    keeper.sees("Mật khẩu này chỉ hiện một lần")
    issued = keeper.page.locator("dd.code").inner_text()
    keeper.press("Đã trao, về trang cán bộ")
    assert issued not in keeper.page.content(), "mật khẩu chỉ hiện một lần"
    return issued


def _must_change_the_password_first(newcomer: Walker, issued: str) -> None:
    assert newcomer.title == "Đổi mật khẩu"
    newcomer.go("/muc-tieu/")
    assert newcomer.title == "Đổi mật khẩu", "chưa đổi thì chưa mở được trang nào"
    newcomer.shot("doi-mat-khau")
    newcomer.fill(old=issued, new="123456789012", again="123456789012")
    newcomer.press("Đổi mật khẩu")
    assert newcomer.page.locator("[name=new]").get_attribute("aria-invalid") == "true"
    newcomer.fill(old=issued, new=OWN, again=OWN)
    newcomer.press("Đổi mật khẩu")
    newcomer.sees("Đã đổi mật khẩu.")
