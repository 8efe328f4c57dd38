"""A council's resolution is dropped, confirmed promise by promise, and named where the promise is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Walker
from tests.objectives.bases.papers import INCOME, REVENUE, resolution

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]


def test_a_resolution_is_dropped_confirmed_and_named_at_the_promise(walk: Walk) -> None:
    secretary = walk()
    secretary.sign_in("thukyiso")
    secretary.go("/muc-tieu/?nam=2021")
    secretary.press("So với căn cứ")
    secretary.upload("nghi-quyet-45.txt", resolution(INCOME.format(66), REVENUE.format("8.550")).encode())
    secretary.follow(secretary.page.get_by_role("button", name="So", exact=True))
    secretary.sees("Nghị quyết 45/NQ-HĐND ngày 22/12/2020", "1 chỉ tiêu giống mức, 1 khác mức")
    secretary.press("Xác nhận các dòng đã đánh dấu")
    secretary.sees("Đã xác nhận 1 dòng.")
    row = secretary.page.locator("tbody tr", has_text="Thu nhập bình quân đầu người")
    row.get_by_text("Xem và xác nhận").click()
    row.get_by_role("button", name="Xác nhận dòng này").click()
    secretary.settle()
    secretary.sees("chưa ghi vì sao")
    row.get_by_label("Lý do khác").fill("Thị xã giao thấp hơn")
    row.get_by_role("button", name="Xác nhận dòng này").click()
    secretary.settle()
    secretary.sees("Lý do: Thị xã giao thấp hơn")
    secretary.press("1.2 Thu nhập bình quân đầu người")
    secretary.sees("khác mức giao: ít nhất 66")
    secretary.go("/muc-tieu/?nam=2021&can-cu=different")
    secretary.sees("Thu nhập bình quân đầu người")
