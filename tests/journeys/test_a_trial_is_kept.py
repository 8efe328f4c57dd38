"""What somebody tried is kept under a name and read by another on a telephone; the public reads a frozen set."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
NAME, SET = "Nếu năm sau hứa trên 97 %", "Kỳ họp HĐND cuối năm"
Walk = Callable[..., Walker]


def test_a_trial_is_kept_under_a_name_and_read_by_another_on_a_telephone(walk: Walk) -> None:
    secretary = walk()
    secretary.sign_in("thukyiso")
    secretary.go("/muc-tieu/thu/?nam=2021")
    secretary.sees("Chưa giữ lần thử nào của năm 2021")
    secretary.press("Hồ sơ một cửa được giải quyết đúng thời hạn")
    secretary.fill(muc="97", den="30/09/2021")
    secretary.follow(secretary.page.get_by_role("button", name="Thử", exact=True))
    secretary.sees("Thử mức khác, cùng số đến nay")
    secretary.fill(name=NAME, words="Chủ tịch hỏi ở giao ban.")
    secretary.press("Giữ lại lần thử này")
    secretary.sees(
        "Đã giữ lại", "Khi giữ lại, xét ngày 30/09/2021", "Nay, xét ngày", "Chủ tịch hỏi ở giao ban."
    )
    chairman = walk(390, 844)
    chairman.sign_in("chutich")
    chairman.go("/muc-tieu/thu/?nam=2021")
    chairman.press(NAME)
    chairman.sees(NAME, "Chưa có đợt xây dựng năm sau đang mở cho dòng này")
    chairman.press("Cất lần thử này")
    chairman.sees("đã cất")
    chairman.press("Lấy lại")
    chairman.sees("Đã lấy lại")


def test_a_set_is_frozen_and_chosen_for_the_public_by_the_head(walk: Walk) -> None:
    clerk = walk()
    clerk.sign_in("vanphong")
    clerk.go("/muc-tieu/chot/?nam=2021")
    clerk.fill(ten=SET, den="30/11/2021", van_ban="Báo cáo trình kỳ họp")
    clerk.press("Chốt số liệu")
    clerk.sees("Đã chốt bộ số liệu")
    chairman = walk()
    chairman.sign_in("chutich")
    chairman.go("/muc-tieu/chot/?nam=2021")
    chairman.press("Chọn bộ để công khai")
    chairman.choose(SET)
    chairman.press("Ghi lựa chọn")
    chairman.sees("Công khai theo bộ số “Kỳ họp HĐND cuối năm”: số liệu đến hết ngày 30/11/2021")
    chairman.go("/he-thong/cong-khai/")
    chairman.sees("Số liệu nào", "Công khai theo bộ số")
