"""The house in daily use: what is to be done and a backup, a page that is not there."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from tests.journeys.conftest import House, Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

INCIDENT = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")
NOT_FOUND = "the server responded with a status of 404"


def test_the_administrator_makes_a_backup_and_reads_what_is_to_be_done(walk: Walk, house: House) -> None:
    house.folder.chmod(0o700)
    keeper = walk()
    keeper.sign_in("quantri")
    keeper.press("Hệ thống")
    keeper.press("Sao lưu ngay")
    keeper.sees("Đã xếp hàng một bản sao lưu.")
    _until(keeper, "đã đọc lại")
    keeper.press("Khám lại")
    _until(keeper, "Khám lúc")
    keeper.sees("Cần làm", "Nơi giữ bản thứ hai")
    folder = keeper.page.locator(".code", has_text="backups")
    folder.evaluate("span => { span.textContent = '/srv/chuan/backups'; }")  # where a test runs says nothing
    keeper.shot("he-thong")
    keeper.page.locator("summary", has_text="Đang ổn").click()
    keeper.examine()


def test_a_page_that_is_not_there_helps_and_its_code_leads_to_the_log(walk: Walk, house: House) -> None:
    clerk = walk()
    clerk.sign_in("vanphong")
    clerk.go("/van-ban/khai-sinh/")
    clerk.sees("Không có trang này", "đọc mã")
    clerk.shot("khong-co-trang")
    code = INCIDENT.search(clerk.page.inner_text("main"))
    assert code
    told = house.chuan("doctor", "--incident", code.group())
    assert told.returncode == 0, told.stdout
    assert "404" in told.stdout
    assert "khai-sinh" not in told.stdout, "địa chỉ không nằm trong nhật ký máy chủ"
    clerk.errors = [error for error in clerk.errors if NOT_FOUND not in error]


def _until(keeper: Walker, words: str) -> None:
    """Load the page again until the background has done it."""
    for _ in range(60):
        keeper.page.goto(keeper.address + "/he-thong/")
        if keeper.page.get_by_text(words).count():
            return keeper.examine()
        time.sleep(0.5)
    pytest.fail(f"trang Hệ thống không nói “{words}”: {keeper.page.inner_text('main')}")
