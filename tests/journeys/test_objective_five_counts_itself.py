"""A mail log and two sign-in reports come in, and objective 5 counts itself: who is below, who is away, who sees it.

The road of the office clerk who keeps the records of officials (docs/manual). Typed figures stay beside until a person
takes the counted ones.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chuan.demo_exports import tools_used as tools
from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

ROOM = "/nhan-su/cong-cu"
FILES = {name.rpartition("/")[2]: data for name, data in tools.files()}


@pytest.fixture
def clerk(walk: Walk) -> Walker:
    """The office clerk, signed in."""
    walker = walk()
    walker.sign_in("vanphong")
    return walker


def take_in(clerk: Walker) -> None:
    """Say once what the columns are, then the one click that takes the file in."""
    clerk.press("Xác nhận cách ghép")
    clerk.page.get_by_role("button", name="Nhập ").click()
    clerk.settle()
    clerk.sees("Đã nhập")


def test_a_log_is_counted_and_only_its_table_comes_in(clerk: Walker) -> None:
    clerk.go(f"{ROOM}/nhat-ky-thu/")
    clerk.fill(ten_mien=tools.DOMAIN, nam="2021")
    clerk.upload(tools.LOG, FILES[tools.LOG])
    clerk.press("Đếm")
    clerk.sees("24 thư của tên miền khác", "đủ tháng")
    clerk.press("Đưa vào Nhập từ tệp")
    take_in(clerk)


def test_two_reports_come_in_with_their_systems(clerk: Walker) -> None:
    for name in (tools.COUNTER, tools.PAPERS):
        clerk.go("/nhap-tu-tep/")
        clerk.upload(name, FILES[name])
        clerk.press("Nạp và xem trước")
        take_in(clerk)


def test_accounts_are_confirmed_once_and_namesakes_are_asked(clerk: Walker) -> None:
    clerk.go(f"{ROOM}/tai-khoan/")
    clerk.sees("Chờ ghép: 32", "người trùng tên đã có tài khoản khác ở hệ thống này")
    clerk.shot("cong-cu-ghep-tai-khoan")
    clerk.press("Xác nhận các dòng đã chọn")
    clerk.sees("Chờ ghép: 3")
    for account, whose in (("lanbt", "Bùi Thị Lan (minh họa)"), ("lanbt2", "không phải của cán bộ đơn vị"),
                           (f"hoadv@{tools.DOMAIN}", "không phải của cán bộ đơn vị")):  # fmt: skip
        clerk.page.get_by_label(account, exact=True).select_option(whose)
    clerk.press("Xác nhận các dòng đã chọn")
    clerk.sees("Không có tài khoản nào chờ ghép")


def test_the_year_says_who_is_below_and_leave_is_no_fault(clerk: Walker) -> None:
    clerk.go(f"{ROOM}/?nam=2021")
    clerk.sees("2 trong 12 người được xét có tháng chưa đủ", "3 lượt, cần 5")
    clerk.go("/nhan-su/vang-mat/ghi/")
    clerk.page.get_by_label("Cán bộ", exact=True).select_option("Hoàng Thị Yến (minh họa)")
    clerk.fill(first="16/8/2021", last="15/2/2022", citation="Quyết định nghỉ chế độ (minh họa)")
    clerk.press("Ghi ngày vắng")
    clerk.go(f"{ROOM}/?nam=2021")
    clerk.sees("1 trong 12 người được xét có tháng chưa đủ", "vắng có lý do")
    clerk.shot("cong-cu-mot-nam")


def test_objective_five_counts_itself_and_its_rows_open_to_those_who_may_see_them(
    clerk: Walker, walk: Walk
) -> None:
    clerk.go("/muc-tieu/?nam=2021")
    clerk.press("Cán bộ, công chức sử dụng thư điện tử công vụ")
    clerk.sees("Đến 31/12/2021, đếm từ sổ", "cán bộ có sử dụng", "tổng số tính")
    assert "11 cán bộ có sử dụng 11 tổng số tính" in " ".join(clerk.page.locator("main").inner_text().split())
    clerk.press("Xem từng dòng đứng sau con số này")
    clerk.sees("Dùng công cụ số: Hoàng Thị Yến", "vắng có lý do")
    auditor = walk()
    auditor.sign_in("danhgia")
    auditor.go(clerk.page.url.removeprefix(clerk.address))
    text = auditor.page.locator("main").inner_text()
    assert "Hoàng Thị Yến" not in text
