"""The office clerk drops the register of the one-stop system on the first page and sees it counted."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest

from chuan.demo_exports import files
from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]
LIST, NEXT_WEEK = "danh-sach-ho-so-2021.xls", "danh-sach-ho-so-2021-tuan-sau.xls"
DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], name));
  return carried;
}"""


@pytest.fixture(scope="module")
def exports() -> dict[str, bytes]:
    """Invented exports of eighty dossiers: small enough to be read while the clerk waits."""
    return dict(files(rows=80))


def drop(clerk: Walker, name: str, data: bytes) -> None:
    """Drag a file from the desktop over the open page and let it fall."""
    carried = clerk.page.evaluate_handle(DROP, [name, base64.b64encode(data).decode()])
    clerk.page.dispatch_event("body", "dragenter", {"dataTransfer": carried})
    assert clerk.page.locator("form.drop.is-over").count() == 1
    clerk.page.dispatch_event("body", "drop", {"dataTransfer": carried})
    clerk.page.wait_for_url("**/nhap-tu-tep/*/")
    clerk.page.wait_for_load_state()
    clerk.examine()


def test_the_first_file_is_dropped_mapped_once_and_taken_in_the_next_needs_one_key(
    walk: Walk, exports: dict[str, bytes]
) -> None:
    clerk = walk()
    clerk.sign_in("vanphong")
    clerk.go("/viec-cua-toi/")
    drop(clerk, LIST, exports[LIST])
    clerk.sees("Mỗi cột trong tệp là gì")
    clerk.shot("nhap-tu-tep-ghep-cot")
    clerk.press("Xác nhận cách ghép")
    clerk.sees("Chờ xác nhận")
    clerk.press("Nhập 80 dòng")
    clerk.sees("Đã nhập")
    clerk.go("/viec-cua-toi/")
    drop(clerk, NEXT_WEEK, exports[NEXT_WEEK])
    clerk.sees("Đã thay đổi sau hạn")
    clerk.shot("nhap-tu-tep-xem-truoc")
    clerk.page.keyboard.press("Enter")  # the focus waits on the one button
    clerk.page.get_by_text("Người nhập").wait_for()
    clerk.examine()
    clerk.press("Rút lại")
    clerk.fill(ly_do="Nạp thử tệp tuần sau")
    clerk.press("Rút lại tệp này")
    clerk.sees("Số liệu trở về như trước khi nhập.")
    clerk.go("/nhap-tu-tep/")
    clerk.sees("Đã rút", "Đã nhập")
    clerk.shot("nhap-tu-tep-danh-sach")


def test_without_dragging_the_same_way_is_walked_by_the_button(walk: Walk, exports: dict[str, bytes]) -> None:
    clerk = walk(width=390, height=844)
    clerk.sign_in("vanphong")
    clerk.go("/nhap-tu-tep/")
    clerk.upload("bieu.xlsx", exports["bieu-II.06a-2021.xlsx"])
    clerk.press("Nạp và xem trước")
    clerk.sees("Mỗi cột trong tệp là gì")
    clerk.press("Bỏ tệp này")
    clerk.sees("Chưa dòng nào được ghi.")


@pytest.mark.parametrize(
    "path", ["/nhap-tu-tep/", "/nhap-tu-tep/cach-ghep/", "/nguon-chinh/", "/nguon-chinh/dossiers/"]
)
def test_the_pages_hold_on_a_phone(walk: Walk, path: str) -> None:
    administrator = walk(width=390, height=844)
    administrator.sign_in("quantri")
    administrator.go(path)
