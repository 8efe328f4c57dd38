"""A morning: an official explains beforehand, the Chairman answers on a phone, the answer comes back next morning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import House, Walker
from tests.journeys.mornings import morning
from tests.journeys.staffing import hurried

pytestmark = pytest.mark.browser
WHY = "Chờ số liệu của cơ quan Thống kê, hẹn ngày mai."


def test_five_lines_are_explained_answered_and_come_back(house: House, walk: Callable[..., Walker]) -> None:
    chairman = walk(390, 844)
    chairman.sign_in("chutich")
    chairman.press("Bản tin sáng")
    chairman.press("Chọn giờ")
    chairman.page.locator("[name='hour']").select_option("06:30")
    chairman.press("Ghi")
    official = _explains(walk(), morning(house, -1)[0])
    morning(house, 0)
    _answers(chairman)
    _does(official)
    morning(house, 1)  # tomorrow, made now
    chairman.go("/ban-tin/truoc/")
    chairman.follow(chairman.page.locator("main section").last.get_by_role("link").first)
    chairman.sees("Trả lời hôm trước", "Giao việc", "Đã nhập xong.")


def _explains(official: Walker, username: str) -> Walker:
    official.sign_in(username)
    official.follow(official.page.get_by_role("link", name="có việc của anh chị").first)
    official.press("Giải trình")
    official.fill(note=WHY)
    official.press("Ghi lời giải trình")
    official.sees(WHY)
    return official


def _answers(chairman: Walker) -> None:
    chairman.go("/ban-tin/")
    line = chairman.page.locator(".brief-line", has_text=WHY).first
    assert line.is_visible(), "lời giải trình đứng cạnh dòng"
    assert chairman.page.locator(".brief-line").count() <= 5
    chairman.shot("ban-tin-sang")
    if not line.get_by_role("link", name="Giao việc").is_visible():
        line.locator("summary").click()
    chairman.follow(line.get_by_role("link", name="Giao việc"))
    chairman.fill(words="Nhập trước thứ Sáu.")
    chairman.press("Giao việc")
    chairman.sees("Kết quả lên bản tin sau.")
    assert chairman.download("Bản in A4").startswith(b"%PDF")


def _does(official: Walker) -> None:
    hurried(official).go("/viec-cua-toi/")
    official.follow(official.page.get_by_role("link", name="Nhập trước thứ Sáu.").first)
    official.fill(note="Đã nhập xong.")
    official.press("Ghi đã làm")
    official.sees("Lãnh đạo thấy trong bản tin sau.")
