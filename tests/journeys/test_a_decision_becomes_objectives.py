"""The main job: a signed Decision comes in, a person confirms what was read, its promises are measured."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.exchange.making import reference_docx, reference_pdf
from tests.journeys.conftest import EXAMPLE, House, Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

COUNT_EVERY_VALUE = "22 số đo"
INCOME = "Thu nhập bình quân đầu người"


def test_the_clerk_takes_in_a_word_file_confirms_it_and_measures_a_promise(walk: Walk, house: House) -> None:
    clerk = walk()
    clerk.sign_in("vanphong")
    _take_in_the_word_file(clerk)
    _refused_while_questions_are_open(clerk)
    _answer_the_three_questions(clerk)
    _edit_one_value(clerk)
    _confirm(clerk)
    _adopt_the_proposals(clerk)
    _see_seven_promises_and_every_row(clerk)
    _enter_a_figure(clerk)
    _correct_it_with_a_reason(clerk)
    _open_its_passport(clerk)
    _every_chain_and_projection_holds(house)


def test_a_pdf_of_the_same_decision_is_read_again_with_a_reason(walk: Walk, house: House) -> None:
    clerk = walk()
    clerk.sign_in("vanphong")
    clerk.go("/van-ban/")
    clerk.follow(clerk.page.locator("table a").last)
    before = clerk.page.url
    clerk.press("Đọc lại hoặc thêm bản mới")
    clerk.fill(reason="Có bản PDF ký số, rõ hơn bản đánh máy")
    clerk.upload("quyet-dinh.pdf", reference_pdf())
    clerk.press("Lập bản đọc mới")
    clerk.sees("bản đọc 2", "7 mục tiêu", "3 câu hỏi", "Có bản PDF ký số, rõ hơn bản đánh máy")
    clerk.choose("Chưa có số, giữ trống")
    clerk.choose(COUNT_EVERY_VALUE)
    clerk.page.get_by_label("Chưa quyết, để sau").last.check()
    clerk.press("Lưu nháp")
    clerk.sees("Đã trả lời 3 trong 3 câu hỏi.")
    clerk.press("Xác nhận bản đọc")
    clerk.sees("Đã xác nhận bản đọc.")
    clerk.page.goto(before)
    clerk.sees("Bản đọc 2", "Bản đọc 1", "đã có bản đọc mới")
    assert house.chuan("check", "projections").returncode == 0


def test_the_very_same_file_leads_to_the_document_that_is_already_there(walk: Walk) -> None:
    clerk = walk()
    clerk.sign_in("vanphong")
    clerk.go("/van-ban/nap/")
    clerk.upload("ban-khac-ten.md", (EXAMPLE / "quyet-dinh.md").read_bytes())
    clerk.press("Nạp và đọc")
    clerk.sees("đã có trong Chuẩn")
    clerk.press("Mở Quyết định")
    assert re.search(r"/van-ban/[0-9a-f-]{36}/$", clerk.page.url)
    clerk.press("Đọc lại hoặc thêm bản mới")
    assert clerk.title == "Đọc lại văn bản"


@dataclass(frozen=True)
class Bad:
    """A file that is refused, and a few words of the sentence it is refused with."""

    name: str
    data: bytes
    words: str


@pytest.mark.parametrize(
    "bad",
    [
        Bad("trong.docx", b"", "không có nội dung"),
        Bad("anh.docx", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "ảnh"),
        Bad("thu.txt", "Kính gửi Ban biên tập. Xin cảm ơn.".encode(), "quyết định"),
    ],
    ids=lambda bad: bad.name,
)
def test_a_file_that_is_no_decision_is_refused_with_a_sentence(walk: Walk, bad: Bad) -> None:
    clerk = walk()
    clerk.sign_in("vanphong")
    clerk.go("/van-ban/nap/")
    clerk.upload(bad.name, bad.data)
    clerk.press("Nạp và đọc")
    said = clerk.page.get_by_role("alert").or_(clerk.page.locator(".form-error")).first.inner_text()
    assert bad.words in said
    assert "/van-ban/nap/" in clerk.page.url


# Steps of the main job


def _take_in_the_word_file(clerk: Walker) -> None:
    clerk.press("Văn bản")
    clerk.shot("van-ban")
    clerk.press("Nạp quyết định")
    clerk.shot("nap-quyet-dinh")
    clerk.upload("Muc tieu chat luong 2021.docx", reference_docx())
    clerk.press("Nạp và đọc")
    clerk.sees("Xác nhận bản đọc", "7 mục tiêu", "3 câu hỏi", "Trả lời nốt 3 câu để xác nhận.")
    clerk.shot("ban-doc")


def _refused_while_questions_are_open(clerk: Walker) -> None:
    clerk.press("Xác nhận bản đọc")
    clerk.sees("Bản đọc còn 3 câu hỏi chưa trả lời.")


def _answer_the_three_questions(clerk: Walker) -> None:
    clerk.choose("Chưa có số, giữ trống")
    clerk.choose(COUNT_EVERY_VALUE)
    clerk.choose("So với một mức đã biết")
    asked = clerk.page.locator(".q", has_text="sinh con thứ 3")
    asked.get_by_label("So với", exact=True).fill("năm 2020")
    asked.get_by_label("Mức của kỳ so sánh").fill("4,2")
    clerk.press("Lưu nháp")
    clerk.sees("Đã trả lời 3 trong 3 câu hỏi.")
    assert clerk.page.get_by_text("Đã trả lời", exact=True).count() == 3


def _edit_one_value(clerk: Walker) -> None:
    """The poverty rate of the paper is 0,9 %; the clerk makes it 0,95 and puts it back."""
    cell = clerk.page.locator("input[value='0,9']").first
    name = cell.get_attribute("name")
    cell.fill("không rõ")
    clerk.press("Lưu nháp")
    clerk.sees("Có 1 ô chưa đọc được")
    assert clerk.page.locator(f"input[name='{name}']").input_value() == "không rõ", "chữ đã gõ phải còn"
    for level in ("0,95", "0,9"):
        clerk.page.locator(f"input[name='{name}']").fill(level)
        clerk.press("Lưu nháp")
        clerk.sees("Đã lưu 1 thay đổi.")
        assert clerk.page.locator(f"input[name='{name}']").input_value() == level


def _confirm(clerk: Walker) -> None:
    clerk.press("Xác nhận bản đọc")
    clerk.sees("Đã xác nhận bản đọc.")


def _adopt_the_proposals(clerk: Walker) -> None:
    clerk.press("Kế hoạch")
    clerk.sees("còn thiếu", "Nhận các đề xuất đã chọn")
    clerk.shot("ke-hoach-de-xuat")
    clerk.press("Nhận các đề xuất đã chọn")
    clerk.sees("Kế hoạch đã đủ")
    clerk.shot("ke-hoach")
    clerk.press("Xem mục tiêu")


def _see_seven_promises_and_every_row(clerk: Walker) -> None:
    assert clerk.title.startswith("Mục tiêu chất lượng năm 2021")
    assert clerk.page.locator(".promises > *").count() == 7
    assert clerk.page.locator("tbody tr:not(.group)").count() == 32
    clerk.shot("muc-tieu")


def _enter_a_figure(clerk: Walker) -> None:
    clerk.press("Nhập kết quả")
    clerk.press(f"Nhập {INCOME}")
    clerk.fill(value="66,2", evidence_note="Báo cáo 210/BC-UBND ngày 20/12/2021")
    clerk.shot("nhap-ket-qua")
    clerk.press("Lưu kết quả")
    clerk.sees("Kết luận đổi từ “Chưa đo được” sang “Vượt”.")


def _correct_it_with_a_reason(clerk: Walker) -> None:
    clerk.press("Sửa năm 2021")
    clerk.fill(value="64,2")
    clerk.press("Lưu bản sửa")
    clerk.sees("Chưa ghi lý do.")
    assert clerk.page.locator("[name=value]").input_value() == "64,2", "chữ đã gõ phải còn"
    clerk.fill(reason="Cơ quan Thống kê thông báo lại")
    clerk.press("Lưu bản sửa")
    clerk.sees("Kết luận đổi từ “Vượt” sang “Không đạt”.")
    clerk.shot("mot-chi-tieu")


def _open_its_passport(clerk: Walker) -> None:
    clerk.press("Hộ chiếu")
    clerk.sees("bản 1", "bản 2", "Cơ quan Thống kê thông báo lại", "Báo cáo 210/BC-UBND")
    clerk.shot("ho-chieu")


def _every_chain_and_projection_holds(house: House) -> None:
    for arguments in (("trail", "verify"), ("check", "projections")):
        done = house.chuan(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
