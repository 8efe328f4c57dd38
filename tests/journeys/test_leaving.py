"""Signing out on a PC that several people share, and coming back by an address kept from before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

PRIVATE = "Tổng thu ngân sách nhà nước"


def test_after_signing_out_the_back_button_shows_nothing(walk: Walk) -> None:
    clerk = walk()
    clerk.sign_in("vanphong")
    clerk.press("Mục tiêu")
    clerk.sees(PRIVATE)
    clerk.press("Trần Thị Hoài")
    clerk.press("Đăng xuất")
    assert "/dang-nhap/" in clerk.page.url
    for _ in range(2):
        clerk.page.go_back()
        clerk.page.wait_for_load_state()
        assert "/dang-nhap/" in clerk.page.url
        assert PRIVATE not in clerk.page.content()


def test_an_address_kept_from_before_opens_after_signing_in(walk: Walk) -> None:
    clerk = walk()
    clerk.go("/muc-tieu/?nam=2021&ket-luan=not_met")
    assert clerk.title == "Đăng nhập"
    clerk.try_to_sign_in("vanphong", "vi-du-bac-hong-2021")
    assert clerk.page.url.endswith("/muc-tieu/?nam=2021&ket-luan=not_met")


def test_an_address_elsewhere_is_never_followed_after_signing_in(walk: Walk) -> None:
    clerk = walk()
    clerk.go("/dang-nhap/?next=https://vi-du.example/")
    clerk.try_to_sign_in("vanphong", "vi-du-bac-hong-2021")
    assert clerk.page.url.startswith(clerk.address)
