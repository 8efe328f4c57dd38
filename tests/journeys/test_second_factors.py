"""A second factor set up, used, spared on the office computer; a session ended from elsewhere; a passkey."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.journeys.apps import App
from tests.journeys.conftest import House, Walker, running

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

PASSWORD = "vi-du-bac-hong-2021"
TITLE = "Việc của tôi"


@pytest.fixture(scope="module")
def house(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The example with passkeys offered, under a name: passkeys are not bound to bare addresses."""
    folder = tmp_path_factory.mktemp("house") / "data"
    shutil.copytree(example, folder)
    os.environ["CHUAN_PASSKEYS"] = "1"
    try:
        for started in running(folder):
            yield replace(started, address=started.address.replace("127.0.0.1", "localhost"))
    finally:
        del os.environ["CHUAN_PASSKEYS"]


def set_up(somebody: Walker) -> tuple[App, list[str]]:
    """Set an app up from the page of one's own account; the app and the printed list."""
    somebody.go("/tai-khoan/")
    somebody.press("Thiết lập xác thực hai lớp")
    app = App(somebody.page.locator(".code").inner_text().replace(" ", ""))
    somebody.shot("thiet-lap-hai-lop", full=True)
    somebody.fill(code="000000", password=PASSWORD)
    somebody.press("Bật xác thực hai lớp")
    somebody.sees("Mã chưa khớp với khóa đang hiện.")
    somebody.fill(code=app.code(), password=PASSWORD)
    somebody.press("Bật xác thực hai lớp")
    codes = somebody.page.locator("li.code").all_inner_texts()
    somebody.press("Đã cất danh sách")
    somebody.sees("Còn 10 mã dự phòng.")
    return app, codes


def test_a_second_factor_from_set_up_to_the_remembered_office_computer(walk: Walk) -> None:
    clerk = walk()
    clerk.sign_in("vanphong")
    app, codes = set_up(clerk)
    clerk.go("/dang-xuat/")
    clerk.press("Đăng xuất")
    clerk.sign_in("vanphong")
    assert clerk.title == "Nhập mã xác thực"
    clerk.shot("nhap-ma")
    clerk.fill(code=codes[0])
    clerk.press("Vào")
    clerk.sees("còn 9 mã")
    clerk.go("/dang-xuat/")
    clerk.press("Đăng xuất")
    clerk.sign_in("vanphong")
    clerk.page.get_by_label("Máy cơ quan").check()
    clerk.fill(code=app.code())
    clerk.press("Vào")
    clerk.go("/dang-xuat/")
    clerk.press("Đăng xuất")
    clerk.sign_in("vanphong")
    assert clerk.title == TITLE, "máy cơ quan không hỏi mã trong ca"
    clerk.go("/tai-khoan/")
    clerk.sees("Máy cơ quan được nhớ", "Chrome trên")
    clerk.shot("phien-dang-nhap", full=True)
    _asked_again_for_an_act(clerk, codes[1])
    _ended_from_another_browser(clerk, walk(390, 844), codes[2])


def _asked_again_for_an_act(clerk: Walker, code: str) -> None:
    """The remembered computer spared the code, so an act of administration asks for it; then the page opens."""
    clerk.go("/tai-khoan/xac-thuc/ma-du-phong/")
    assert clerk.title == "Xác nhận lại"
    clerk.fill(code=code)
    clerk.press("Xác nhận")
    assert clerk.title == "Lập danh sách mã dự phòng mới"


def _ended_from_another_browser(clerk: Walker, phone: Walker, code: str) -> None:
    phone.sign_in("vanphong")
    phone.fill(code=code)
    phone.press("Vào")
    phone.go("/tai-khoan/")
    phone.press("Kết thúc mọi phiên khác")
    phone.sees("Đã kết thúc 1 phiên khác.")
    clerk.page.goto(f"{clerk.address}/van-ban/")
    assert "/dang-nhap/" in clerk.page.url


def test_a_passkey_instead_of_the_code(walk: Walk) -> None:
    keeper = walk()
    key = keeper.page.context.new_cdp_session(keeper.page)
    key.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    key.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    keeper.sign_in("quantri")
    set_up(keeper)
    keeper.press("Thêm khóa truy cập")
    keeper.fill(label="Máy phòng quản trị")
    keeper.page.get_by_role("button", name="Tạo khóa").click()
    keeper.page.wait_for_url("**/tai-khoan/")
    keeper.examine()
    keeper.sees("Đã thêm khóa truy cập.", "Máy phòng quản trị")
    keeper.go("/dang-xuat/")
    keeper.press("Đăng xuất")
    keeper.sign_in("quantri")
    keeper.page.get_by_role("button", name="Dùng khóa truy cập").click()
    keeper.page.wait_for_url("**/viec-cua-toi/")
    assert keeper.title == TITLE
