"""The Tư pháp official hands over to the office: the list, both words, the paper; the work moves."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]
CITATION = "Quyết định 21/QĐ-UBND ngày 01/07/2025"
GIVER, RECEIVER = "Tư pháp – hộ tịch", "vanphong"


def test_one_official_hands_over_to_another_and_both_confirm(walk: Walk) -> None:
    keeper = walk()
    keeper.sign_in("quantri")
    address = _prepare(keeper)
    keeper.shot("ban-giao")
    giver = walk()
    giver.sign_in("tuphap")
    giver.sees("Bàn giao: ")
    giver.go(address)
    giver.press("Xác nhận giao")
    giver.sees("chờ người nhận xác nhận")
    receiver = walk()
    receiver.sign_in(RECEIVER)
    receiver.go(address)
    receiver.press("Xác nhận nhận")
    receiver.sees("đã bàn giao")
    assert receiver.download("Biên bản (PDF)").startswith(b"%PDF")
    receiver.go("/viec-cua-toi/")
    assert "Bàn giao: " not in receiver.page.inner_text("main")
    keeper.go("/can-bo/vai-tro/")
    keeper.sees(CITATION)
    keeper.shot("vai-tro")


def _prepare(keeper: Walker) -> str:
    """The keeper's list; one line is kept and needs its reason. Gives the address of the handover."""
    keeper.go("/can-bo/")
    keeper.page.locator("tr", has_text=GIVER).get_by_role("link").first.click()
    keeper.settle()
    keeper.press("Bàn giao")
    names = keeper.page.get_by_label("Người nhận").locator("option").all_inner_texts()
    office = next(name for name in names if name == _name_of(keeper, "Văn phòng"))
    keeper.page.get_by_label("Người nhận").select_option(label=office)
    keeper.page.get_by_label("Bàn giao từ ngày").fill(_today(keeper))
    keeper.page.get_by_label("Theo văn bản").fill(CITATION)
    keeper.page.locator("input[name=muc]").first.uncheck()
    keeper.press("Lập danh mục bàn giao")
    keeper.sees("mà chưa ghi lý do")
    assert keeper.page.get_by_label("Theo văn bản").input_value() == CITATION
    keeper.page.locator("input[name^='ly-do']").first.fill("còn kiêm nhiệm đến cuối năm")
    keeper.press("Lập danh mục bàn giao")
    keeper.sees("chờ người giao xác nhận")
    return urlsplit(keeper.page.url).path


def _name_of(keeper: Walker, post: str) -> str:
    other = keeper.page.context.new_page()
    other.goto(keeper.page.url.partition("/can-bo/")[0] + "/can-bo/")
    name = other.locator("tr", has_text=post).get_by_role("link").first.inner_text()
    other.close()
    return name


def _today(keeper: Walker) -> str:
    return str(keeper.page.evaluate("new Date().toLocaleDateString('en-GB', {timeZone: 'Asia/Ho_Chi_Minh'})"))
