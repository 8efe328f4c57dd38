"""Phường Bắc Hồng becomes part of phường Bắc Hồng Lĩnh: looked up, prepared, looked at, carried out, lived with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import House, Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

LEFT_BEHIND, LEFT_NAME = "conganphuong", "Đinh Công An (minh họa)"


def test_a_ward_merges_and_the_new_one_works_on(walk: Walk, house: House) -> None:
    keeper = walk()
    keeper.sign_in("quantri")
    keeper.go("/can-bo/")
    keeper.press("Đơn vị")
    keeper.sees("UBND phường Bắc Hồng", "18115")
    keeper.press("Sáp nhập vào đơn vị mới")
    keeper.sees("theo danh mục, đơn vị này được lập từ đơn vị của bạn")
    keeper.press("18115 phường Bắc Hồng Lĩnh")
    keeper.sees(
        "18121 phường Trung Lương",
        "18124 phường Đức Thuận",
        "18400 xã Xuân Lam",
        "chưa đối chiếu văn bản gốc",
    )
    _who_goes(keeper)
    keeper.press("Xem trước")
    keeper.sees("không lùi lại được", "thủ tục trong danh mục", "chưa kiểm chứng")
    keeper.page.locator("#xem-truoc").evaluate("heading => heading.scrollIntoView({behavior: 'instant'})")
    keeper.shot("sap-nhap-xem-truoc")
    keeper.press("Sáp nhập")
    keeper.sees("Đã sáp nhập vào UBND phường Bắc Hồng Lĩnh.", "UBND phường Đức Thuận", "1665/NQ-UBTVQH15")
    keeper.shot("don-vi-sau-sap-nhap")
    _the_new_ward_works(walk())
    _who_stayed_opens_nothing(walk())
    for command in (("trail", "verify"), ("check", "projections")):
        answer = house.chuan(*command)
        assert answer.returncode == 0, answer.stdout + answer.stderr


def _who_goes(keeper: Walker) -> None:
    """Everybody but one, each to the post and role he holds."""
    for box in keeper.page.locator("input[name=di]").all():
        box.check()
    keeper.page.get_by_label(LEFT_NAME, exact=True).uncheck()


def _the_new_ward_works(clerk: Walker) -> None:
    """The clerk signs in as before; old papers bear the old issuer, what is open waits in the new ward."""
    clerk.sign_in("vanphong")
    clerk.sees("UBND phường Bắc Hồng Lĩnh")
    clerk.go("/muc-tieu/?nam=2021")
    clerk.sees(
        "Kế hoạch này thôi thực hiện từ ngày 01/07/2025", "Đơn vị mới cần ban hành quyết định mục tiêu mới"
    )
    clerk.go("/van-ban/")
    clerk.sees("Quyết định")
    clerk.go("/tim/?tim=khai sinh")


def _who_stayed_opens_nothing(left: Walker) -> None:
    left.page.goto(left.address + "/dang-nhap/")
    left.try_to_sign_in(LEFT_BEHIND, "vi-du-bac-hong-2021")
    assert "Mục tiêu chất lượng" not in left.page.content()
    left.errors.clear()  # the page that says there is no unit answers 403
