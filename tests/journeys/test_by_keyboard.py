"""The daily tasks by keyboard alone: sign in, enter a figure, search, read a reading; no trap, no hidden focus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.journeys.conftest import PASSWORD, Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

HERE = "() => document.activeElement.getAttribute('name') || document.activeElement.textContent.trim()"
FOCUSED = """() => {
  const e = document.activeElement, s = getComputedStyle(e), box = e.getClientRects()[0] || e.getBoundingClientRect();
  if (e === document.body) return null;
  const seen = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].some(([x, y]) => {
    const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
    return top && (e.contains(top) || top.contains(e) || top.closest("label")?.contains(e));
  });
  e.dataset.reached = "";
  return {
    says: (e.getAttribute("name") || e.textContent.trim() || e.getAttribute("aria-label") || "").slice(0, 60),
    ring: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2, seen,
  };
}"""
MISSED = """() => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
  .filter(e => !("reached" in e.dataset) && e.checkVisibility({visibilityProperty: true}) && !e.disabled)
  .filter(e => !(e.type === "radio" && document.querySelector(`[name="${e.name}"][data-reached]`)))
  .map(e => e.outerHTML.slice(0, 120))"""


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


def test_something_is_searched_found_and_opened(walk: Walk) -> None:
    clerk = walk()
    keys = clerk.page.keyboard
    _sign_in(clerk)
    _tab_to(clerk, "tim")
    keys.type("muc tieu chat luong")
    keys.press("Enter")
    clerk.page.wait_for_url("**/tim/**")
    found = clerk.page.locator("main a").filter(has_text="Quyết định (chưa có số)").first.inner_text()
    _tab_to(clerk, found.strip())
    keys.press("Enter")
    clerk.page.wait_for_url("**/van-ban/**")
    clerk.examine()


def test_tab_reaches_every_control_shows_where_it_is_and_comes_out_again(walk: Walk) -> None:
    """WCAG 2.2: 2.1.1 keyboard, 2.1.2 no trap, 2.4.7 focus visible, 2.4.11 focus not obscured."""
    clerk = walk()
    _sign_in(clerk, examined=False)
    clerk.page.goto(clerk.address + "/van-ban/")
    clerk.page.locator("th.name a").first.click()
    clerk.settle()
    reading = str(clerk.page.locator("a[href*='/van-ban/ban-doc/']").first.get_attribute("href"))
    for path in ("/viec-cua-toi/", "/muc-tieu/", "/ho-so/", "/van-ban/den/nhan/", reading):
        clerk.page.goto(clerk.address + path)
        _tab_through(clerk)


def test_escape_and_enter_work_the_list_of_doors_on_a_small_screen(walk: Walk) -> None:
    clerk = walk(width=390, height=844)
    _sign_in(clerk)
    clerk.page.locator("summary", has_text="Thêm").focus()
    clerk.page.keyboard.press("Enter")
    doors = clerk.page.locator(".more-doors ul")
    assert doors.is_visible()
    clerk.page.keyboard.press("Tab")
    assert _focused(clerk)["seen"]
    clerk.page.keyboard.press("Shift+Tab")
    clerk.page.keyboard.press("Enter")
    assert not doors.is_visible()


def _sign_in(clerk: Walker, *, examined: bool = True) -> None:
    clerk.page.emulate_media(reduced_motion="reduce")  # what is focused is looked at at once
    clerk.page.goto(clerk.address + "/dang-nhap/")
    keys = clerk.page.keyboard
    assert clerk.page.evaluate(HERE) == "login", "ô đầu tiên đã sẵn sàng để gõ"
    keys.type("vanphong")
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    clerk.page.wait_for_url("**/viec-cua-toi/")
    if examined:
        clerk.examine()


def _tab_through(clerk: Walker) -> None:
    """From the top of the page to its end, and out."""
    for _ in range(400):
        clerk.page.keyboard.press("Tab")
        if (here := _focused(clerk)) is None:
            break
        assert here["ring"], f"không thấy tiêu điểm ở “{here['says']}”"
        assert here["seen"], f"“{here['says']}” có tiêu điểm mà bị che"
    else:
        pytest.fail("bấm Tab mãi không ra khỏi trang")
    assert not (missed := clerk.page.evaluate(MISSED)), missed


def _focused(clerk: Walker) -> dict[str, Any]:
    """What has the focus: its words, whether it shows, whether it is covered; None on the page itself."""
    return clerk.page.evaluate(FOCUSED)  # type: ignore[no-any-return]


def _tab_to(clerk: Walker, wanted: str) -> None:
    """Tab until the thing has the focus; whatever has it on the way shows it and is not covered."""
    for _ in range(60):
        clerk.page.keyboard.press("Tab")
        if here := _focused(clerk):
            assert here["ring"], f"không thấy tiêu điểm ở “{here['says']}”"
            assert here["seen"], f"“{here['says']}” có tiêu điểm mà bị che"
        if clerk.page.evaluate(HERE) == wanted:
            return
    pytest.fail(f"bấm Tab 60 lần vẫn chưa tới “{wanted}”")
