"""The Chairman looks at the year on a phone of 390 pixels."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.journeys.conftest import Walker
from tests.journeys.walking import REFLOW, every_page, measured

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]


def test_the_chairman_reads_the_year_and_one_promise_on_a_phone(walk: Walk) -> None:
    chairman = walk(width=390, height=844)
    chairman.sign_in("chutich")
    bar = chairman.page.get_by_role("navigation", name="Chính, trên điện thoại")
    assert bar.is_visible()
    chairman.follow(bar.get_by_role("link", name="Mục tiêu"))
    assert bar.get_by_role("link", name="Mục tiêu").get_attribute("aria-current") == "page"
    assert chairman.page.locator(".promises > *").count() == 7
    chairman.shot("dien-thoai-muc-tieu")
    chairman.follow(chairman.page.get_by_role("link", name="Hồ sơ một cửa được giải quyết đúng thời hạn"))
    chairman.sees("trên 95 %")
    chairman.shot("dien-thoai-mot-chi-tieu")
    chairman.press("Hộ chiếu")
    assert bar.is_visible()


def test_the_doors_behind_more_open_without_a_script(walk: Walk) -> None:
    chairman = walk(width=390, height=844)
    chairman.sign_in("chutich")
    chairman.page.get_by_text("Thêm", exact=True).click()
    chairman.examine()
    bar = chairman.page.get_by_role("navigation", name="Chính, trên điện thoại")
    chairman.follow(bar.get_by_role("link", name="Nhật ký"))
    assert chairman.title.startswith("Nhật ký")


def test_every_page_that_a_clerk_reaches_fits_a_phone(walk: Walk) -> None:
    """WCAG 2.2: 1.4.10 reflow at 320 px, 2.5.8 targets of 24 px; no text under 12 px, none cut off."""
    clerk = walk(width=390, height=844)
    clerk.sign_in("vanphong")
    pages = every_page(clerk.page)
    assert len(pages) > 80, sorted(pages)
    assert not (faults := measured(clerk.page, pages)), json.dumps(faults, ensure_ascii=False, indent=1)
    clerk.page.set_viewport_size({"width": 320, "height": 640})
    assert not (wide := measured(clerk.page, pages, REFLOW)), wide


def test_the_strip_of_doors_opens_at_the_current_one(walk: Walk) -> None:
    clerk = walk(width=390, height=844)
    clerk.sign_in("vanphong")
    clerk.go("/van-ban/nam-vung/")
    here = clerk.page.locator(".tabs a[aria-current]").bounding_box()
    assert here is not None
    assert here["x"] >= 0
    assert here["x"] + here["width"] <= 390
