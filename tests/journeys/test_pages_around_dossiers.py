"""Every page around dossiers is opened once on a screen and once on a phone; the counter needs no sign-in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chuan.demo_exports import files
from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]
LIST = "danh-sach-ho-so-2021.xls"
OF_THE_CLERK = [
    "/ho-so/", "/ho-so/cua-toi/", "/ho-so/lech-ngay-hen/", "/ho-so/doi-sau-han/", "/ho-so/nguoi-xu-ly/",
    "/ho-so/nghi-phep/", "/ho-so/nghi-phep/ghi/", "/ho-so/so-lieu/", "/ho-so/so-lieu/?theo=linh-vuc",
    "/ho-so/so-lieu/doi-chieu/", "/ho-so/so-lieu/kiem-tra/", "/ho-so/so-lieu/hai-long/",
    "/ho-so/so-lieu/hai-long/nhap/", "/ho-so/so-lieu/hai-long/excel/", "/thu-tuc/", "/thu-tuc/de-xuat/",
    "/thu-tuc/hen-ngay-nao/", "/nhap-tu-tep/", "/nhap-tu-tep/cach-ghep/", "/nguon-chinh/", "/muc-tieu/do-tu-so/",
]  # fmt: skip
OF_THE_CHAIRMAN = [
    "/lich/", "/lich/2021/", "/lich/2021/xac-nhan/", "/lich/2021/ngay/", "/lich/2021/hoan-doi/",
    "/lich/gio-lam-viec/", "/lich/quy-dinh/", "/lich/thu-doi/", "/nguon-chinh/dossiers/",
]  # fmt: skip


def take_in(clerk: Walker) -> None:
    """Eighty invented dossiers, so that no page stands empty."""
    clerk.go("/nhap-tu-tep/")
    clerk.upload(LIST, dict(files(rows=80))[LIST])
    clerk.press("Nạp và xem trước")
    clerk.press("Xác nhận cách ghép")
    clerk.press("Nhập 80 dòng")
    clerk.sees("Đã nhập")


def test_the_clerks_pages_hold_with_dossiers_in_them_on_a_screen_and_on_a_phone(walk: Walk) -> None:
    clerk = walk()
    clerk.sign_in("tuphap")
    take_in(clerk)
    for path in OF_THE_CLERK:
        clerk.go(path)
    narrow(clerk)
    for path in OF_THE_CLERK:
        clerk.go(path)


def narrow(walker: Walker) -> None:
    """The same person on a phone."""
    walker.page.set_viewport_size({"width": 390, "height": 844})


def test_the_calendar_and_the_law_of_clocks_hold_on_a_screen_and_on_a_phone(walk: Walk) -> None:
    chairman = walk()
    chairman.sign_in("chutich")
    for path in OF_THE_CHAIRMAN:
        chairman.go(path)
    chairman.go("/lich/2021/")
    chairman.shot("lich")
    narrow(chairman)
    for path in OF_THE_CHAIRMAN:
        chairman.go(path)


def test_the_counter_asks_for_a_date_without_signing_in(walk: Walk) -> None:
    counter = walk()
    counter.go("/thu-tuc/hen-ngay-nao/")
    counter.page.get_by_label("Thủ tục").fill("ket hon")
    counter.page.get_by_label("Nhận đủ hồ sơ lúc").fill("2021-04-28T15:30")
    counter.press("Xem ngày hẹn")
    counter.sees("thứ Sáu 07/05/2021", "Giấy tờ cần nộp")
    counter.shot("hen-ngay-nao")
    narrow(counter)
    counter.examine()


def test_one_dossier_holds_on_a_phone_with_everything_that_may_be_written_on_it(walk: Walk) -> None:
    clerk = walk(width=390, height=844)
    clerk.sign_in("tuphap")
    clerk.go("/ho-so/?ket_qua=tre&nam=2021")
    clerk.follow(clerk.page.locator("tbody tr a").first)
    clerk.sees("Vì sao hạn là", "Từ hệ thống nguồn")
    for verb in ("nguyen-nhan", "giai-trinh"):
        clerk.go(f"{clerk.page.url.removeprefix(clerk.address)}{verb}/")
        clerk.page.go_back()
