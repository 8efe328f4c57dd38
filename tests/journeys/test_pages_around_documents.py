"""Every page around documents is opened once on a screen and once on a phone; a procedure is written and approved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chuan.demo_exports import papers
from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]
REGISTERS = ("so-van-ban-di-2021.xlsx", "so-van-ban-den-2021.xls")
WITH_TEXT = """1. MỤC ĐÍCH
Quy định cách lập, xem xét, phê duyệt, phân phối và thu hồi tài liệu của hệ thống quản lý chất lượng.
2. PHẠM VI
Áp dụng cho mọi bộ phận của Ủy ban nhân dân phường.
5. NỘI DUNG
5.1. Người phụ trách soạn; Thư ký ISO xem xét; Chủ tịch phê duyệt và ghi ngày có hiệu lực."""
OF_THE_CLERK = [
    "/van-ban/", "/van-ban/soan/", "/van-ban/soan/moi/", "/van-ban/soan/cach-cap-so/", "/van-ban/soan/van-ban-mat/",
    "/van-ban/ky/", "/van-ban/ky/chung-thu/", "/van-ban/ky/gia-han/", "/van-ban/den/", "/van-ban/den/nhan/",
    "/van-ban/so/", "/van-ban/so/?so=den", "/van-ban/so/ho-so/", "/van-ban/chu-ky/",
    "/van-ban/chu-ky/lan-kiem-tra/", "/van-ban/chu-ky/sap-het-han/",
    "/van-ban/theo-doi/?nam=2021",
    "/van-ban/gui-nhan/", "/van-ban/gui-nhan/cua-toi/", "/van-ban/gui-nhan/hop-gui/", "/van-ban/gui-nhan/den/",
    "/van-ban/gui-nhan/noi-ngoai/", "/van-ban/gui-nhan/noi-ngoai/them/", "/van-ban/gui-nhan/nhom/",
    "/van-ban/gui-nhan/nhom/them/", "/van-ban/gui-nhan/ma-dinh-danh/", "/van-ban/nam-vung/", "/van-ban/can-cu/",
    "/van-ban/can-cu/them/", "/tai-lieu/", "/tai-lieu/lap/", "/tai-lieu/de-nghi/", "/tai-lieu/de-nghi/lap/",
    "/tim/", "/tim/?tim=muc+tieu+chat+luong", "/tim/?tim=khong+co+gi+nhu+the",
]  # fmt: skip
OF_THE_CHAIRMAN = [
    "/van-ban/soan/",
    "/van-ban/ky/",
    "/van-ban/den/",
    "/van-ban/nam-vung/",
    "/nguon-chinh/documents/",
]


def settle(walker: Walker) -> None:
    """Wait until the work in the background has ended, then examine the page."""
    walker.page.get_by_text("Có thể rời trang").wait_for(state="detached", timeout=120_000)
    walker.page.wait_for_load_state()
    walker.examine()


def narrow(walker: Walker) -> None:
    """The same person on a phone."""
    walker.page.set_viewport_size({"width": 390, "height": 844})


def wide(walker: Walker) -> None:
    """Back at the screen of the office."""
    walker.page.set_viewport_size({"width": 1366, "height": 768})


def follow(walker: Walker, selector: str) -> None:
    """Follow the first link of this kind inside the page, then examine where it leads."""
    walker.follow(walker.page.locator("main").locator(selector).first)


@pytest.fixture
def clerk(walk: Walk) -> Walker:
    """The office clerk, signed in."""
    walker = walk()
    walker.sign_in("vanphong")
    return walker


def test_two_registers_come_in_so_that_no_page_stands_empty(clerk: Walker) -> None:
    held = {name.rpartition("/")[2]: data for name, data in papers.files()}
    for name in REGISTERS:
        clerk.go("/nhap-tu-tep/")
        clerk.upload(name, held[name])
        clerk.press("Nạp và xem trước")
        settle(clerk)
        clerk.press("Xác nhận cách ghép")
        settle(clerk)
        clerk.page.get_by_role("button", name="Nhập ").click()
        clerk.settle()
        settle(clerk)
        clerk.sees("Đã nhập")


def test_a_procedure_is_written_looked_over_by_another_and_approved(walk: Walk, clerk: Walker) -> None:
    clerk.go("/tai-lieu/lap/")
    clerk.page.get_by_label("Loại tài liệu").select_option(label="quy trình hệ thống")
    clerk.fill(code="QT-01", title="Kiểm soát thông tin dạng văn bản")
    follow(clerk, "form button[type=submit]")
    clerk.sees("BẢN ĐANG SOẠN, CHƯA BAN HÀNH")
    written = clerk.page.url.removeprefix(clerk.address)
    clerk.press("Soạn nội dung")
    clerk.fill(content=WITH_TEXT)
    follow(clerk, "form button[type=submit]")
    clerk.go(written)
    clerk.press("Trình xem xét")
    for username, button in (("thukyiso", "Xem xét xong, trình phê duyệt"), ("chutich", "Phê duyệt")):
        other = walk()
        other.sign_in(username)
        other.go(written)
        other.press(button)
    follow(other, "form button[type=submit]")
    other.sees("đang hiệu lực")


def test_the_master_list_shows_the_revision_in_force(clerk: Walker) -> None:
    clerk.go("/tai-lieu/")
    clerk.sees("QT-01", "Kiểm soát thông tin dạng văn bản", "Đang hiệu lực")
    follow(clerk, "tbody a")
    clerk.sees("Lần ban hành 01", "Lập bản sửa", "Đề nghị sửa")
    clerk.shot("tai-lieu")


def test_one_box_finds_objectives_documents_and_procedures_without_marks(clerk: Walker) -> None:
    clerk.go("/tim/?tim=kiem+soat+thong+tin")
    clerk.sees("Kiểm soát thông tin dạng văn bản")
    clerk.go("/tim/?tim=mot+cua")
    clerk.sees("Hồ sơ một cửa được giải quyết đúng thời hạn", "chỉ tiêu", "mục tiêu", "văn bản")
    clerk.shot("tim-kiem")


@pytest.mark.parametrize(("username", "pages"), [("vanphong", OF_THE_CLERK), ("chutich", OF_THE_CHAIRMAN)])
def test_their_pages_hold_on_a_screen_and_on_a_phone(walk: Walk, username: str, pages: list[str]) -> None:
    walker = walk()
    walker.sign_in(username)
    for path in pages:
        walker.go(path)
        narrow(walker)
        walker.examine()
        wide(walker)


@pytest.mark.parametrize(
    "where", ["/van-ban/den/", "/van-ban/can-cu/", "/tai-lieu/", "/van-ban/theo-doi/?nam=2021"]
)
def test_what_a_list_leads_to_holds_on_a_screen_and_on_a_phone(clerk: Walker, where: str) -> None:
    clerk.go(where)
    follow(clerk, "tbody a")
    narrow(clerk)
    clerk.examine()


def test_where_a_document_goes_and_who_must_know_it_hold_on_a_phone(clerk: Walker) -> None:
    clerk.go("/van-ban/?tim=muc+tieu+chat+luong")
    follow(clerk, "tbody a")
    one = clerk.page.url.removeprefix(clerk.address)
    for page in (one, f"{one}noi-nhan/", f"{one}pho-bien/"):
        clerk.go(page)
        narrow(clerk)
        clerk.examine()
        wide(clerk)
    clerk.go(f"{one}noi-nhan/")
    follow(clerk, "tbody a")
    narrow(clerk)
    clerk.examine()
