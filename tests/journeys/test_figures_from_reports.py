"""Three reports are dropped, looked at beside their text, and their figures confirmed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import EXAMPLE, House, Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]
REPORTS = EXAMPLE / "bao-cao"


@pytest.fixture
def clerk(walk: Walk) -> Walker:
    """The office clerk in front of the door for reports."""
    walker = walk()
    walker.sign_in("vanphong")
    walker.press("Mục tiêu")
    walker.press("Nhập kết quả")
    walker.press("Đọc từ báo cáo")
    return walker


def drop(walker: Walker, name: str) -> None:
    walker.go("/muc-tieu/tu-bao-cao/")
    walker.upload(name, (REPORTS / name).read_bytes())
    walker.press("Đọc số")


def test_three_reports_are_dropped_and_their_figures_confirmed(clerk: Walker, house: House) -> None:
    clerk.sees("Chưa nạp báo cáo nào")
    drop(clerk, "bao-cao-thang-12.docx")
    clerk.sees(
        "Báo cáo số 198/BC-UBND", "66,2 triệu đồng/người/năm", "Để đối chiếu, không ghi", "giống số đang có"
    )
    clerk.page.get_by_role("button", name="Xác nhận tất cả").click()
    clerk.settle()
    clerk.sees("số từ báo cáo này", "Đã xong")
    row = clerk.page.locator(".figure-row", has_text="310 triệu đồng")
    clerk.page.get_by_text("số chưa biết của chỉ tiêu nào").last.click()
    row.get_by_role("button", name="Không cần số này").click()
    clerk.settle()
    drop(clerk, "thong-bao-bao-hiem.docx")
    clerk.sees("Thông báo số 41/TB-BHXH", "Người dân tham gia bảo hiểm y tế")
    drop(clerk, "ra-soat-ho-ngheo.docx")
    clerk.sees("Quyết định số 2412/QĐ-UBND", "0,94")
    drop(clerk, "ra-soat-ho-ngheo.docx")
    clerk.sees("nên mở lại bản đã đọc")
    clerk.go("/muc-tieu/tu-bao-cao/da-quen/")
    clerk.sees("thu nhap binh quan dau nguoi", "không đề xuất nữa")
    clerk.go("/muc-tieu/?nam=2021")
    assert "66,2" in clerk.page.locator("tbody tr", has_text="Thu nhập bình quân đầu người").inner_text()
    done = house.chuan("trail", "verify")
    assert done.returncode == 0, done.stdout
