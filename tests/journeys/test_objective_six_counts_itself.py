"""A year's registers and a folder of signed PDFs dropped, and objective 6 counts itself; gaps and pictures are named.

The road of following documents by file, as the office clerk walks it. Figures that were typed by hand give way to
counted ones with a reason.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from chuan.demo_exports import papers, signed_papers
from chuan.demo_exports.authority import Authority
from chuan.demo_exports.papers_invented import Paper, outgoing
from tests.journeys.conftest import House, Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

SIGNED = "Văn bản điện tử được ký số"
CIRCULATED = "Văn bản điện tử được luân chuyển trên mạng"
REGISTERS = ("so-van-ban-di-2021.xlsx", "so-van-ban-den-2021.xls", "tinh-hinh-xu-ly-2021.xlsx")
PICTURE, BROKEN, STRANGE = "07_UBND-VP_13-01-2021.pdf", "hong.pdf", "999_"
SETTLES = 62
"""Seconds: a cut lies a minute back, so nothing that began before it may come after it."""


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented registers of a document system, and signed papers of it: a broken one and a strange one too."""
    folder = tmp_path_factory.mktemp("van-ban")
    for name, data in papers.files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    with ThreadPoolExecutor(1) as apart:  # signing runs a loop of its own, and the browser has one here
        apart.submit(signed_papers.write, folder, count=15).result()
        name, data = apart.submit(lambda: next(of_nobody())).result()
    (folder / signed_papers.FOLDER / name).write_bytes(data)
    (folder / signed_papers.FOLDER / BROKEN).write_bytes(
        b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\nxref\nrac"
    )
    return folder / papers.FOLDER


def of_nobody() -> Iterator[tuple[str, bytes]]:
    """A signed paper whose number stands in no register."""
    first: Paper = outgoing()[0]
    return signed_papers.signed([replace(first, number="999")], by=Authority(), traps=False)


@pytest.fixture
def clerk(walk: Walk) -> Walker:
    """The office clerk, signed in."""
    walker = walk()
    walker.sign_in("vanphong")
    return walker


def done(clerk: Walker) -> None:
    """Wait until the work in the background has ended."""
    clerk.page.get_by_text("Có thể rời trang").wait_for(state="detached", timeout=120_000)
    clerk.page.wait_for_load_state()
    clerk.examine()


def live(clerk: Walker, promise: str = SIGNED) -> str:
    """What the register counts for the promise, as its page says it now."""
    clerk.go("/muc-tieu/?nam=2021")
    clerk.press(promise)
    return clerk.page.locator("main").inner_text()


def follow(clerk: Walker, words: str) -> None:
    """Follow a link inside the page by its words, then examine where it leads."""
    clerk.follow(clerk.page.locator("main").get_by_role("link", name=words).first)


def picture(clerk: Walker, name: str, height: int = 560, width: int = 1366) -> None:
    """A picture of the upper part of the page only."""
    clerk.page.set_viewport_size({"width": width, "height": height})
    clerk.shot(name)
    clerk.page.set_viewport_size({"width": width, "height": 768})


def seek(clerk: Walker, words: str) -> str:
    """What the search of the whole house answers."""
    clerk.go("/tim/?tim=" + words.replace(" ", "+"))
    return clerk.page.locator("main").inner_text()


def test_three_registers_come_in_and_secret_rows_stay_out(clerk: Walker, exports: Path) -> None:
    for name in REGISTERS:
        clerk.go("/nhap-tu-tep/")
        clerk.upload(name, (exports / name).read_bytes())
        clerk.press("Nạp và xem trước")
        done(clerk)
        clerk.press("Xác nhận cách ghép")
        done(clerk)
        if name == REGISTERS[0]:
            clerk.sees("2 dòng mật không nhận")
        clerk.page.get_by_role("button", name="Nhập ").click()
        clerk.settle()
        done(clerk)
        clerk.sees("Đã nhập")


def test_gaps_doubles_and_late_ones_are_named_and_a_gap_gets_its_reason(clerk: Walker) -> None:
    clerk.go("/van-ban/theo-doi/?nam=2021")
    clerk.sees("Dãy số chung", "Trùng số", "Phát hành trễ", "Xử lý quá hạn")
    clerk.go("/van-ban/theo-doi/trung/?nam=2021")
    clerk.sees("88/BC-UBND")
    clerk.go("/van-ban/theo-doi/phat-hanh-tre/?nam=2021")
    assert clerk.page.locator("tbody tr").count() == 2
    clerk.go("/van-ban/theo-doi/khoang-trong/?nam=2021")
    clerk.page.get_by_label("Lý do của số 31").fill("Văn bản mật, theo dõi ở sổ riêng")
    clerk.follow(clerk.page.get_by_role("button", name="Ghi 31"))
    clerk.sees("Đã ghi lý do của số 31", "Văn bản mật, theo dõi ở sổ riêng")


def test_of_secret_documents_only_their_number_is_entered(clerk: Walker) -> None:
    clerk.go("/van-ban/soan/van-ban-mat/")
    clerk.fill(year="2021", count="2")
    clerk.press("Ghi")
    clerk.sees("Đã ghi số lượng văn bản mật.", "Năm 2021: 2 văn bản")


def test_a_folder_is_verified_in_one_go(clerk: Walker, exports: Path) -> None:
    clerk.go("/van-ban/chu-ky/")
    clerk.sees("Đơn vị chưa khai báo chứng thư gốc tin cậy.")
    files = [str(one) for one in sorted((exports / "da-ky").glob("*.pdf"))]
    clerk.page.locator("input[multiple]").set_input_files(files)
    clerk.press("Nạp và kiểm tra")
    done(clerk)
    clerk.sees(
        "1 tệp chỉ là hình ảnh chữ ký", PICTURE, "Đã ghép", "Còn nguyên vẹn, chưa xác minh", "Không hợp lệ"
    )
    follow(clerk, "Chưa ghép (1)")
    clerk.sees(STRANGE)
    follow(clerk, "Không đọc được (1)")
    clerk.sees(BROKEN)


def test_without_a_root_the_figure_says_what_to_do_and_with_one_it_counts(
    clerk: Walker, exports: Path
) -> None:
    assert "chưa khai báo chứng thư gốc tin cậy" in live(clerk)
    for name in ("chung-thu-goc-minh-hoa.cer", "thu-hoi-minh-hoa.crl"):
        clerk.go("/van-ban/chu-ky/tin-cay/")
        clerk.page.locator("input[type=file]").set_input_files(str(exports / name))
        clerk.fill(can_cu="Dữ liệu minh họa, tải cùng các tệp mẫu")
        clerk.press("Khai báo")
        clerk.sees("Đã khai báo")
    last = time.monotonic() + 60
    while "văn bản ký số đủ" not in live(clerk):
        assert time.monotonic() < last, "chưa kiểm tra lại xong"
        time.sleep(1)
    verified(clerk)


def verified(clerk: Walker) -> None:
    """Wait until each file of the folder has been checked again: 12 are as they ought to be."""
    last = time.monotonic() + 60
    while "12\n" not in live(clerk).split("văn bản ký số đủ")[0][-8:]:
        assert time.monotonic() < last, live(clerk)
        time.sleep(1)


@pytest.fixture(scope="module")
def settled() -> Callable[[], None]:
    """Waits until what has come in before this fixture was first asked for may be counted for good."""
    from_then = time.monotonic() + SETTLES
    return lambda: time.sleep(max(0.0, from_then - time.monotonic()))


def test_the_live_figures_stand_on_rows_and_rows_on_documents_with_their_signatures(
    clerk: Walker, settled: Callable[[], None]
) -> None:
    said = live(clerk)
    assert "B đếm từ tệp nhập" in said
    assert "bản gốc là văn bản giấy" in said
    clerk.page.get_by_role("heading", name=", đếm từ sổ").evaluate(
        "one => one.closest('section').scrollIntoView({block: 'start', behavior: 'instant'})"
    )
    picture(clerk, "muc-tieu-6")
    follow(clerk, "Xem từng dòng đứng sau con số này")
    follow(clerk, "Thiếu chữ ký số hợp lệ")
    clerk.sees("tệp không có chữ ký số nào")
    follow(clerk, "Ký số đủ")
    follow(clerk, "Báo cáo 04/BC-UBND")
    clerk.sees("Chữ ký số", "Đã xác minh")
    follow(clerk, "Kiểm tra lúc")
    clerk.sees("Kết luận", "chữ ký của người", "chữ ký số của cơ quan")
    picture(clerk, "chu-ky")
    assert "văn bản luân chuyển trên mạng" in live(clerk, CIRCULATED)


def test_pages_of_a_folder_and_of_following_for_the_manual(clerk: Walker) -> None:
    clerk.go("/van-ban/chu-ky/")
    clerk.follow(clerk.page.locator("tbody tr a").first)
    picture(clerk, "thu-muc-da-ky", 640)
    clerk.go("/van-ban/theo-doi/?nam=2021")
    picture(clerk, "theo-doi-so", 640)


def test_words_without_marks_find_documents(clerk: Walker) -> None:
    assert "tổ chức ngày hội đọc sách" in seek(clerk, "ngay hoi doc sach")
    assert "một cửa" in seek(clerk, "mot cua")


def test_the_same_pages_on_a_phone(walk: Walk) -> None:
    clerk = walk(width=390, height=844)
    clerk.sign_in("vanphong")
    for address in ("/van-ban/theo-doi/khoang-trong/?nam=2021", "/van-ban/chu-ky/tin-cay/"):
        clerk.go(address)
    clerk.go("/van-ban/theo-doi/?nam=2021")
    picture(clerk, "dien-thoai-theo-doi-so", 700, 390)
    clerk.go("/van-ban/chu-ky/")
    clerk.follow(clerk.page.locator("tbody tr a").first)
    picture(clerk, "dien-thoai-thu-muc-da-ky", 700, 390)


def test_figures_typed_by_hand_are_replaced_by_counted_ones_with_a_reason(
    clerk: Walker, settled: Callable[[], None]
) -> None:
    assert "D báo cáo có văn bản" in live(clerk)
    settled()
    clerk.go("/muc-tieu/do-tu-so/?nam=2021&chon=het")
    clerk.sees("Thay số nhập tay (D) bằng số đếm từ sổ (B)")
    clerk.press("Thay các số đã chọn")
    for promise in (SIGNED, CIRCULATED):
        assert "B đếm từ tệp nhập" in live(clerk, promise)
    clerk.press("Hộ chiếu")
    clerk.sees("documents.circulated@1")


def test_the_house_is_whole(house: House) -> None:
    for command in (("trail", "verify"), ("check", "projections")):
        ran = house.chuan(*command)
        assert ran.returncode == 0, ran.stdout + ran.stderr
