"""A specialist does what waits on Việc của tôi; what is done disappears from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

INCOME = "Thu nhập bình quân đầu người"


def test_a_figure_given_to_a_specialist_waits_there_until_it_is_entered(walk: Walk) -> None:
    _given_by_the_chairman(walk())
    specialist = walk()
    specialist.sign_in("taichinh")
    task = specialist.page.get_by_role("link", name=f"Nhập kết quả năm 2021: {INCOME}")
    assert task.is_visible()
    specialist.shot("viec-cua-toi")
    specialist.follow(task)
    specialist.fill(value="65,4", evidence_note="Thông báo của cơ quan Thống kê ngày 15/01/2022")
    specialist.press("Lưu kết quả")
    specialist.sees("Đã lưu số liệu.")
    specialist.press("Việc của tôi")
    assert not task.count(), "làm xong thì thôi hiện"
    specialist.sees("Không có việc nào đang chờ")


def test_a_colleagues_figure_is_refused_with_the_owners_name(walk: Walk) -> None:
    """ISO 9001:2015, 5.3: who answers is assigned; the page names them."""
    outsider = walk()
    outsider.sign_in("quansu")
    outsider.press("Mục tiêu")
    outsider.press("Tỷ lệ hộ nghèo")
    assert not outsider.page.get_by_role("link", name="Sửa năm 2021").count()
    outsider.follow(outsider.page.locator("table a[href*='/so-lieu/']").first)
    address = outsider.page.url + "sua/"
    token = outsider.page.context.cookies()
    answer = outsider.page.request.post(
        address,
        form={
            "csrfmiddlewaretoken": next(one["value"] for one in token if one["name"] == "csrftoken"),
            "value": "0,5", "stage": "official", "grade": "D", "evidence_note": "x", "reason": "x",
        },
        headers={"Referer": address},
    )  # fmt: skip
    assert answer.status in (403, 422)
    assert "Văn hóa – xã hội" in answer.text()


def _given_by_the_chairman(chairman: Walker) -> None:
    chairman.sign_in("chutich")
    chairman.press("Mục tiêu")
    chairman.press("Kế hoạch")
    chairman.press(INCOME)
    chairman.page.get_by_label("Chức danh phụ trách").select_option(label="Tài chính – kế toán")
    chairman.press("Lưu kế hoạch")
    chairman.sees("Đã lưu kế hoạch.", "Tài chính – kế toán phụ trách")
    chairman.shot("mot-muc-tieu")
