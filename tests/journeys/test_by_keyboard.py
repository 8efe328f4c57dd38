"""Everything by keyboard: sign in, skip the bar, fill in a figure, be refused, save with Enter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import PASSWORD, Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

OUTLINE = (
    "() => { const s = getComputedStyle(document.activeElement);"
    " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 }"
)
HERE = "() => document.activeElement.getAttribute('name') || document.activeElement.textContent.trim()"


def test_a_figure_is_entered_without_touching_the_mouse(walk: Walk) -> None:
    clerk = walk()
    keys = clerk.page.keyboard
    _sign_in(clerk)
    keys.press("Tab")
    assert clerk.page.evaluate(HERE) == "Đến nội dung", "liên kết đầu tiên vượt qua thanh trên"
    assert clerk.page.get_by_role("link", name="Đến nội dung").is_visible()
    keys.press("Enter")
    _tab_to(clerk, "Nhập kết quả năm 2021: Thu nhập bình quân đầu người")
    keys.press("Enter")
    clerk.page.wait_for_url("**/nhap/**")
    _tab_to(clerk, "value")
    keys.type("sáu mươi")
    keys.press("Enter")
    clerk.page.get_by_role("alert").wait_for()
    clerk.examine()
    assert clerk.page.evaluate(HERE) == "value", "tiêu điểm về ô sai đầu tiên"
    assert clerk.page.locator("[name=value]").input_value() == "sáu mươi"
    keys.press("Control+a")
    keys.type("66,2")
    _tab_to(clerk, "evidence_note")
    keys.type("Báo cáo 210/BC-UBND ngày 20/12/2021")
    keys.press("Enter")
    clerk.page.get_by_text("Đã lưu số liệu.").wait_for()
    clerk.examine()


def _sign_in(clerk: Walker) -> None:
    clerk.go("/dang-nhap/")
    keys = clerk.page.keyboard
    assert clerk.page.evaluate(HERE) == "login", "ô đầu tiên đã sẵn sàng để gõ"
    keys.type("vanphong")
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    clerk.page.wait_for_url("**/viec-cua-toi/")
    clerk.examine()


def _tab_to(clerk: Walker, wanted: str) -> None:
    """Tab until the thing has the focus; whatever has it on the way shows it."""
    for _ in range(40):
        clerk.page.keyboard.press("Tab")
        here = clerk.page.evaluate(HERE)
        if here != "":
            assert clerk.page.evaluate(OUTLINE), f"không thấy tiêu điểm ở “{here[:60]}”"
        if here == wanted:
            return
    pytest.fail(f"bấm Tab 40 lần vẫn chưa tới “{wanted}”")
