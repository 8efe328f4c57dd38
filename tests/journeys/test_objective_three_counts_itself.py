"""A year's files dropped, and objective 3 counts itself; next week's file, a reconciliation, a withdrawal.

The whole road of following by file, as the one-stop clerk walks it (docs/manual, chapters 5, 10, 11 and 12).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from chuan.demo_exports import write
from chuan.demo_exports.formats import Grid, as_csv
from chuan.demo_exports.invented import KINDS
from chuan.demo_exports.sheets import LIST as COLUMNS
from chuan.demo_exports.sheets import MARK
from tests.journeys.conftest import House, Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

PROMISE = "Hồ sơ một cửa được giải quyết đúng thời hạn"
BOOK, LIST, NEXT_WEEK = (
    "so-theo-doi-ho-so-2021.xlsx",
    "danh-sach-ho-so-2021.xls",
    "danh-sach-ho-so-2021-tuan-sau.xls",
)
FORM = "bieu-II.06a-2021.xlsx"
TO_ITS_FOOT = "one => one.closest('section').scrollIntoView({block: 'end', behavior: 'instant'})"
"""Moves the page until a heading's section ends where the screen ends."""


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented exports of other systems."""
    folder = tmp_path_factory.mktemp("exports")
    write(folder)
    return folder


@pytest.fixture(scope="module")
def settled() -> Callable[[], None]:
    """Waits until what came in before this fixture was first asked for may be counted: a cut lies a minute back."""
    from_then = time.monotonic() + 62
    return lambda: time.sleep(max(0.0, from_then - time.monotonic()))


@pytest.fixture
def clerk(walk: Walk) -> Walker:
    """The one-stop clerk, signed in."""
    walker = walk()
    walker.sign_in("tuphap")
    return walker


def drop(clerk: Walker, file: Path) -> None:
    """Drop a file on Việc của tôi and wait until it has been read."""
    clerk.go("/viec-cua-toi/")
    clerk.upload(file.name, file.read_bytes())
    clerk.press("Nạp và xem trước")
    done(clerk)


def done(clerk: Walker) -> None:
    """Wait until the work in the background has ended."""
    clerk.page.get_by_text("Có thể rời trang").wait_for(state="detached", timeout=60_000)
    clerk.page.wait_for_load_state()
    clerk.examine()


def take_in(clerk: Walker) -> None:
    """The one click that takes a previewed file in."""
    clerk.page.get_by_role("button", name="Nhập ").click()
    clerk.settle()
    done(clerk)
    clerk.sees("Đã nhập")


def live(clerk: Walker) -> str:
    """What the register counts for the promise, as its page says it now."""
    clerk.go("/muc-tieu/?nam=2021")
    clerk.press(PROMISE)
    return clerk.page.locator("main").inner_text()


def test_two_files_two_layouts_and_the_promise_is_counted_with_its_rows(clerk: Walker, exports: Path) -> None:
    drop(clerk, exports / BOOK)
    clerk.sees("Mỗi cột trong tệp là gì")
    clerk.press("Xác nhận cách ghép")
    clerk.sees("1.692")
    take_in(clerk)
    drop(clerk, exports / LIST)
    clerk.press("Xác nhận cách ghép")
    done(clerk)
    take_in(clerk)
    assert "Còn được trễ tối đa" in live(clerk)
    clerk.page.get_by_role("heading", name=", đếm từ sổ").evaluate(TO_ITS_FOOT)
    clerk.shot("dem-tu-so")
    clerk.press("Xem từng dòng đứng sau con số này")
    clerk.shot("tung-dong")
    clerk.go("/ho-so/?ket_qua=tre&nam=2021&xep=tre")
    clerk.shot("ho-so")
    clerk.follow(clerk.page.locator("tbody tr a").first)
    clerk.sees("Vì sao hạn là")
    clerk.shot("mot-ho-so")


def test_the_late_month_of_the_example_is_proven_corrected_by_the_three_that_follow(walk: Walk) -> None:
    secretary = walk()
    secretary.sign_in("thukyiso")
    secretary.go("/khac-phuc/")
    secretary.follow(secretary.page.locator("main tbody a").first)
    secretary.sees("(133/139)", "(143/147)", "(141/143)")
    secretary.press("Đánh giá hiệu lực")
    secretary.fill(words="Ba tháng sau đều trên 95 % (minh họa)")
    secretary.press("Kết luận")
    secretary.sees("Đã có hiệu lực")


def test_a_name_in_the_file_is_said_once_to_be_whom_and_the_dossiers_are_his(clerk: Walker) -> None:
    clerk.go("/ho-so/nguoi-xu-ly/")
    clerk.press("Xác nhận Lê Minh Tâm")
    clerk.press("Xác nhận")
    clerk.sees("hồ sơ mang tên này")
    clerk.go("/ho-so/cua-toi/")
    clerk.sees("Cần giải trình")
    clerk.shot("ho-so-cua-toi")


def test_the_same_file_again_changes_nothing(
    clerk: Walker, exports: Path, settled: Callable[[], None]
) -> None:
    drop(clerk, exports / LIST)
    clerk.sees("không có gì thay đổi")


def test_next_weeks_file_shows_the_date_changed_after_due_and_it_is_explained(
    clerk: Walker, exports: Path
) -> None:
    before = counted(live(clerk))
    drop(clerk, exports / NEXT_WEEK)
    clerk.sees("đã thay đổi sau hạn")
    take_in(clerk)
    assert counted(live(clerk)) == before, "ngày hẹn bị đổi sau hạn không làm hồ sơ hết trễ"
    clerk.go("/ho-so/doi-sau-han/")
    clerk.sees("chưa giải trình")
    clerk.shot("doi-sau-han")
    clerk.page.locator("main").get_by_role("link", name="Giải trình", exact=True).first.click()
    clerk.settle()
    clerk.fill(text="Hồ sơ chờ xác minh ở nơi cư trú cũ; ngày hẹn sửa theo ngày có kết quả.")
    clerk.press("Ghi giải trình")
    clerk.go("/ho-so/doi-sau-han/")
    clerk.sees("Hồ sơ chờ xác minh")


def counted(words: str) -> str:
    """The live fraction on a promise's page."""
    lines = words.splitlines()
    at = next(n for n, line in enumerate(lines) if "hồ sơ đúng hạn" in line)
    return " ".join(lines[at - 2 : at + 3])


def test_the_official_form_is_reconciled_and_the_difference_gets_its_reason(
    clerk: Walker, exports: Path
) -> None:
    drop(clerk, exports / FORM)
    clerk.press("Xác nhận cách ghép")
    done(clerk)
    take_in(clerk)
    clerk.go("/ho-so/so-lieu/doi-chieu/")
    clerk.press("Đối chiếu bieu")
    clerk.sees("Số khác nhau")
    clerk.shot("doi-chieu")
    row = clerk.page.locator("tbody tr", has=clerk.page.locator("details")).first
    row.locator("summary").click()
    row.get_by_label("Lý do").fill("Biểu chốt trước khi hồ sơ cuối năm được ghi kết quả")
    clerk.follow(row.get_by_role("button", name="Lưu lý do"))
    clerk.sees("Biểu chốt trước khi")
    clerk.go("/ho-so/so-lieu/?nam=2021")
    clerk.sees("Trễ do bên ngoài")
    clerk.shot("so-lieu")


def test_a_dossier_that_will_be_late_gets_its_apology_in_time(clerk: Walker, tmp_path: Path) -> None:
    drop(clerk, running(tmp_path))
    take_in(clerk)
    clerk.go("/ho-so/?tim=999001")
    clerk.page.locator("tbody tr a").first.click()
    clerk.settle()
    clerk.press("Xin lỗi, hẹn lại")
    clerk.fill(reason="Cơ quan xác minh chưa trả lời.", new_day="31/02/2027")
    clerk.press("Lập phiếu")
    clerk.sees("Tháng 2")
    clerk.fill(new_day=f"{weekday_after(date.today() + timedelta(days=60)):%d/%m/%Y}")
    clerk.press("Lập phiếu")
    assert clerk.download("Tải phiếu")[:2] == b"PK"


def running(folder: Path) -> Path:
    """This week's list with one dossier in work, in the shape of the list known already."""
    today = datetime.combine(date.today(), datetime.min.time()) - timedelta(days=3)
    due = weekday_after(date.today() + timedelta(days=20))
    kind = KINDS[6]
    line = [1, f"000.00.18.H27-{today:%y%m%d}-999001", kind.code, kind.name, kind.field, "Ví Dụ",
            f"{today:%d/%m/%Y} 08:00:00", f"{due:%d/%m/%Y} 17:00:00", None, None, "Đang xử lý", "Trực tiếp",
            "Lê Minh Tâm (minh họa)"]  # fmt: skip
    period = [f"Từ ngày {today:%d/%m/%Y} đến ngày {date.today():%d/%m/%Y}"]
    path = folder / "danh-sach-tuan-nay.csv"
    path.write_bytes(as_csv(",", "utf-8-sig")(Grid([[MARK], period, list(COLUMNS), line])))
    return path


def weekday_after(day: date) -> date:
    """The first Tuesday after a day: seldom a holiday."""
    return day + timedelta(days=(1 - day.weekday()) % 7 or 7)


def test_figures_typed_by_hand_are_replaced_by_counted_ones_with_a_reason(
    clerk: Walker, settled: Callable[[], None]
) -> None:
    settled()
    clerk.go("/muc-tieu/do-tu-so/?nam=2021&chon=het")
    clerk.shot("thay-so-dem")
    clerk.press("Thay các số đã chọn")
    said = live(clerk)
    assert "B đếm từ tệp nhập" in said
    assert "97,39" in said
    clerk.press("Hộ chiếu")
    clerk.sees("dossiers.on_time@1")


def test_an_import_withdrawn_takes_its_figures_back_and_stays_to_be_seen(clerk: Walker, house: House) -> None:
    before = counted(live(clerk))
    clerk.go("/nhap-tu-tep/")
    clerk.page.get_by_role("link", name=BOOK).first.click()
    clerk.settle()
    clerk.press("Rút lại")
    clerk.fill(ly_do="Nhập nhầm sổ có cả chứng thực")
    clerk.press("Rút lại tệp này")
    done(clerk)
    clerk.sees("Đã rút", "Nhập nhầm sổ có cả chứng thực")
    after = counted(live(clerk))
    assert after != before, "408 việc chứng thực chỉ có ở sổ đã rút"
    for command in (("trail", "verify"), ("check", "projections")):
        ran = house.chuan(*command)
        assert ran.returncode == 0, ran.stdout + ran.stderr
