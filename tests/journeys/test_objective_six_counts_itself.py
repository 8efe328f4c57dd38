"""A year's registers and a folder of signed PDFs dropped, and objective 6 counts itself; gaps and pictures are named."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from chuan.demo_exports import papers, signed_papers
from tests.journeys.conftest import House, Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

SIGNED = "Văn bản điện tử được ký số"
REGISTERS = ("so-van-ban-di-2021.xlsx", "so-van-ban-den-2021.xls", "tinh-hinh-xu-ly-2021.xlsx")


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented registers of a document system, and signed papers of it."""
    folder = tmp_path_factory.mktemp("van-ban")
    for name, data in papers.files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    with ThreadPoolExecutor(1) as apart:  # signing runs a loop of its own, and the browser has one here
        apart.submit(signed_papers.write, folder, count=15).result()
    return folder / papers.FOLDER


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


def live(clerk: Walker) -> str:
    """What the register counts for the promise, as its page says it now."""
    clerk.go("/muc-tieu/?nam=2021")
    clerk.press(SIGNED)
    return clerk.page.locator("main").inner_text()


def test_three_registers_come_in_and_secret_rows_stay_out(clerk: Walker, exports: Path) -> None:
    for name in REGISTERS:
        clerk.go("/viec-cua-toi/")
        clerk.upload(name, (exports / name).read_bytes())
        clerk.press("Nạp và xem trước")
        done(clerk)
        clerk.press("Xác nhận cách ghép")
        done(clerk)
        if name == REGISTERS[0]:
            clerk.sees("2 dòng mật không nhận")
            clerk.shot("dong-mat")
        clerk.page.get_by_role("button", name="Nhập ").click()
        clerk.page.wait_for_load_state()
        done(clerk)
        clerk.sees("Đã nhập")


def test_gaps_doubles_and_late_ones_are_named(clerk: Walker) -> None:
    clerk.go("/van-ban/theo-doi/?nam=2021")
    clerk.sees("Dãy số chung", "Trùng số", "Phát hành trễ", "Xử lý quá hạn")
    clerk.shot("theo-doi")
    clerk.go("/van-ban/theo-doi/trung/?nam=2021")
    clerk.sees("88/BC-UBND")
    clerk.go("/van-ban/theo-doi/khoang-trong/?nam=2021")
    clerk.page.get_by_label("Lý do của số 31").fill("Văn bản mật")
    clerk.page.get_by_role("button", name="Ghi 31").click()
    clerk.page.wait_for_load_state()
    clerk.sees("Đã ghi lý do của số 31")


def test_a_folder_is_verified_and_the_picture_is_named(clerk: Walker, exports: Path) -> None:
    clerk.go("/van-ban/chu-ky/")
    files = [str(one) for one in sorted((exports / "da-ky").glob("*.pdf"))]
    clerk.page.locator("input[multiple]").set_input_files(files)
    clerk.press("Nạp và kiểm tra")
    done(clerk)
    clerk.sees("1 tệp chỉ là hình ảnh chữ ký", "Đã ghép", "Còn nguyên vẹn, chưa xác minh")
    clerk.shot("thu-muc-da-ky")


def test_without_a_root_the_figure_says_what_to_do_and_with_one_it_counts(
    clerk: Walker, exports: Path
) -> None:
    assert "chưa khai báo chứng thư gốc tin cậy" in live(clerk)
    for name in ("chung-thu-goc-minh-hoa.cer", "thu-hoi-minh-hoa.crl"):
        clerk.go("/van-ban/chu-ky/tin-cay/")
        clerk.page.locator("input[type=file]").set_input_files(str(exports / name))
        clerk.fill(can_cu="Dữ liệu minh họa")
        clerk.press("Khai báo")
    for _ in range(60):
        clerk.go("/van-ban/chu-ky/lan-kiem-tra/?ket_qua=passed")
        if "Đã xác minh" in clerk.page.locator("main").inner_text():
            break
        time.sleep(1)
    time.sleep(5)
    assert "văn bản ký số đủ" in live(clerk)
    clerk.page.get_by_role("heading", name=", đếm từ sổ").evaluate(
        "one => one.closest('section').scrollIntoView({block: 'end', behavior: 'instant'})"
    )
    clerk.shot("dem-ky-so")
    clerk.press("Xem từng dòng đứng sau con số này")
    clerk.sees("tệp không có chữ ký số nào")


def test_the_house_is_whole(house: House) -> None:
    for command in (("trail", "verify"), ("check", "projections")):
        ran = house.chuan(*command)
        assert ran.returncode == 0, ran.stdout + ran.stderr
