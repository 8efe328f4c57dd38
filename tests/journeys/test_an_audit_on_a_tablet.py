"""An audit from plan to correction: the sheet written on a tablet whose line goes down. docs/manual, chapter 43."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

ROOM = "/danh-gia/"
CUT_OFF = "ERR_INTERNET_DISCONNECTED"
KEPT = "đang giữ trong máy này"


def test_words_typed_while_the_line_is_down_are_kept_and_sent_and_a_finding_goes_on_to_its_correction(
    walk: Walk,
) -> None:
    keeper, tablet = walk(), walk(820, 1180)
    keeper.sign_in("thukyiso")
    plan(keeper)
    tablet.sign_in("danhgia")
    tablet.go(f"{ROOM}?nam=2021")
    tablet.press("ĐGNB 02/2021")
    tablet.press("Bắt đầu đánh giá")
    tablet.press("Ghi phiếu")
    type_off_line(tablet)
    find_and_report(tablet)
    keeper.page.reload()
    keeper.press("Mở phát hiện đầu tiên")
    keeper.press("Chuyển khắc phục")
    keeper.sees("Trả kết quả chưa ký")
    tablet.errors[:] = [one for one in tablet.errors if CUT_OFF not in one]


def plan(keeper: Walker) -> None:
    """One process and one chapter, given to the official who shows that he can audit."""
    keeper.go(f"{ROOM}?nam=2021")
    keeper.press("Thêm cuộc đánh giá")
    for box in keeper.page.locator("[name=processes], [name=clauses]").all():
        box.uncheck()
    keeper.page.get_by_label("QT-06").check()
    keeper.page.get_by_label("8. ").check()
    keeper.follow(keeper.page.locator("main form button.btn-primary"))
    keeper.press("Chọn đoàn")
    keeper.press("Thêm người vào đoàn")
    keeper.press("Thêm vào đoàn")
    keeper.choose("Cao Văn Đạt")
    keeper.page.get_by_role("button", name="Giao", exact=True).click()
    keeper.press("Về cuộc đánh giá")
    keeper.press("Lập phiếu")
    keeper.press("Báo trước")
    keeper.follow(keeper.page.locator("main form button.btn-primary"))
    keeper.sees("Họp mở đầu")


def type_off_line(tablet: Walker) -> None:
    """The first answers with the line up, one with it down; then the tablet is closed and opened again."""
    page = tablet.page
    boxes = page.locator("[value=conform]").all()
    for box in boxes:
        box.check()
    page.get_by_text("Đã lưu lúc").nth(len(boxes) - 1).wait_for()
    page.context.set_offline(True)
    page.locator("[name=verdict_2][value=not_conform]").check()
    page.fill("[name=notes_2]", "Trả kết quả chưa ký")
    page.fill("[name=evidence_2]", "Hồ sơ thứ 12 của mẫu")
    tablet.sees(f"Chưa gửi được: {KEPT}", f"1 câu chờ gửi, {KEPT}")
    page.context.set_offline(False)
    page.reload()
    tablet.settle()
    assert page.input_value("[name=notes_2]") == "Trả kết quả chưa ký"
    page.locator("#cau-2").get_by_text("Đã lưu lúc").wait_for()
    page.reload()
    tablet.examine()
    assert page.evaluate("localStorage.length") == 0
    assert page.input_value("[name=notes_2]") == "Trả kết quả chưa ký"


def find_and_report(tablet: Walker) -> None:
    """What does not conform becomes a finding; the report is given."""
    tablet.follow(tablet.page.locator("#cau-2").get_by_role("link", name="Lập phát hiện"))
    tablet.choose("Không phù hợp nhẹ")
    tablet.press("Ghi phát hiện")
    tablet.sees("Hồ sơ thứ 12 của mẫu")
    tablet.press("ĐGNB 02/2021")
    tablet.press("Lập báo cáo")
    tablet.fill(conclusion="Áp dụng tốt, một chỗ phải sửa (minh họa).")
    tablet.press("Lập báo cáo")
    tablet.sees("Chuyển khắc phục")
