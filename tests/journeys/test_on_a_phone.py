"""The Chairman looks at the year on a phone of 390 pixels."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]


def test_the_chairman_reads_the_year_and_one_promise_on_a_phone(walk: Walk) -> None:
    chairman = walk(width=390, height=844)
    chairman.sign_in("chutich")
    bar = chairman.page.get_by_role("navigation", name="Chính, trên điện thoại")
    assert bar.is_visible()
    bar.get_by_role("link", name="Mục tiêu").click()
    chairman.examine()
    assert bar.get_by_role("link", name="Mục tiêu").get_attribute("aria-current") == "page"
    assert chairman.page.locator(".promises > *").count() == 7
    chairman.shot("dien-thoai-muc-tieu")
    chairman.page.get_by_role("link", name="Hồ sơ một cửa được giải quyết đúng thời hạn").click()
    chairman.examine()
    chairman.sees("trên 95 %")
    chairman.shot("dien-thoai-mot-chi-tieu")
    chairman.press("Hộ chiếu")
    assert bar.is_visible()


def test_the_doors_behind_more_open_without_a_script(walk: Walk) -> None:
    chairman = walk(width=390, height=844)
    chairman.sign_in("chutich")
    chairman.page.get_by_text("Thêm", exact=True).click()
    chairman.examine()
    chairman.page.get_by_role("navigation", name="Chính, trên điện thoại").get_by_role(
        "link", name="Nhật ký"
    ).click()
    chairman.examine()
    assert chairman.title.startswith("Nhật ký")


@pytest.mark.parametrize("path", ["/viec-cua-toi/", "/van-ban/", "/van-ban/nap/", "/can-bo/", "/tai-khoan/"])
def test_no_other_page_of_the_clerk_scrolls_sideways_on_a_phone(walk: Walk, path: str) -> None:
    clerk = walk(width=390, height=844)
    clerk.sign_in("vanphong")
    clerk.go(path)
