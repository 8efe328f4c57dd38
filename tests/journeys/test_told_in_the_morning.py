"""An official chooses how he is told, on a phone; the next morning it is there, and he has read it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import House, Walker
from tests.journeys.nights import next_morning

pytestmark = pytest.mark.browser


def test_a_choice_is_tried_and_kept_and_the_morning_brings_what_it_said(
    house: House, walk: Callable[..., Walker]
) -> None:
    clerk = walk(390, 844)
    clerk.sign_in("vanphong")
    clerk.press("Thông báo")
    clerk.press("Cách báo")
    clerk.sees("Nếu chọn thư mỗi sáng")
    clerk.page.locator("[name='letter'][value='daily']").check()
    clerk.press("Xem thử")
    clerk.sees("Xem thử, chưa ghi.")
    clerk.press("Ghi cách báo")
    clerk.sees("Đã ghi cách báo.")
    next_morning(house)  # by day the house itself has told some of it already
    clerk.go("/viec-cua-toi/thong-bao/")
    unread = clerk.page.locator(".tasks li", has_text="Chưa đọc")
    before = unread.count()
    assert before > 0
    clerk.shot("thong-bao", full=True)
    unread.first.get_by_role("button", name="Đánh dấu đã đọc").click()
    clerk.sees("Đã đánh dấu đã đọc: 1 thông báo.")
    clerk.press("Đánh dấu tất cả đã đọc")
    clerk.sees("0 chưa đọc")
