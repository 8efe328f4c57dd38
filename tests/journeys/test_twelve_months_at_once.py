"""The ISO secretary plans the months of every target on one page; the promise is then held against them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

REVENUE = "Tổng thu ngân sách nhà nước trên địa bàn"
FALLING = "1.3\t" + "\t".join(["900", "800", *["8.550"] * 10])
LATE = "1.3\t" + "\t".join(str(500 * month) for month in range(1, 12)) + "\t8.550"


@pytest.fixture
def secretary(walk: Walk) -> Walker:
    walker = walk()
    walker.sign_in("thukyiso")
    walker.press("Mục tiêu")
    walker.press("Kế hoạch")
    walker.press("Lộ trình 12 tháng")
    return walker


def test_a_row_pasted_from_excel_is_looked_at_put_right_and_saved(secretary: Walker) -> None:
    page = secretary.page
    page.get_by_text("Dán từ Excel, chọn tệp Excel").click()
    page.get_by_label("Dán từ Excel", exact=True).fill(FALLING)
    secretary.press("Điền đoạn đã dán")
    secretary.press("Lưu lộ trình")
    assert "Tháng 2: 800 thấp hơn tháng 1 (900): số cộng dồn từ đầu năm không giảm." in page.inner_text(
        "main"
    )
    assert page.locator("input[aria-invalid]").count() == 1
    page.get_by_text("Dán từ Excel, chọn tệp Excel").click()
    page.get_by_label("Dán từ Excel", exact=True).fill(LATE)
    secretary.press("Điền đoạn đã dán")
    secretary.press("Lưu lộ trình")
    assert "Đã lưu lộ trình của 1 mục tiêu." in page.inner_text("main")
    secretary.press(REVENUE)
    assert "Lộ trình đã đặt" in page.inner_text("main")
    row = page.get_by_role("row", name="Lộ trình")
    assert row.inner_text().split()[2:5] == ["500", "1.000", "1.500"]


def test_everything_is_filled_evenly_with_one_press_on_a_phone(walk: Walk) -> None:
    walker = walk(width=390, height=844)
    walker.sign_in("thukyiso")
    walker.go("/muc-tieu/?nam=2021")
    walker.go(
        str(walker.page.locator("a[href*='/muc-tieu/ke-hoach/']").first.get_attribute("href")) + "lo-trinh/"
    )
    walker.press("Chia đều")
    assert "chưa lưu" in walker.page.inner_text("main")
    boxes = walker.page.locator("td.month input").evaluate_all("boxes => boxes.map(one => one.value)")
    assert len(boxes) > 240
    assert all(boxes)
