"""A real unit from an empty folder: two officials with second factors work at once, one hands over, a scan is read,
the ward merges, a backup comes back in a second folder, and the doctor names a fault that is caused there.

Not the example: `chuan init`, a key of the house's own, invented people.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from chuan.rules.working_time import VIETNAM
from tests.exchange.scanning import DECISION, drawn, need_tesseract, pdf_of_pictures
from tests.journeys.apps import App
from tests.journeys.conftest import House, Walker, running
from tests.journeys.offices import today
from tests.journeys.staffing import CITATION, Person, first_sign_in, hurried, sign_in_with_code, taken_in

pytestmark = pytest.mark.browser

CHAIRMAN = Person("Nguyễn Văn Chủ (minh họa)", "chutich", "Chủ tịch", "Chủ tịch")
LEAVING = Person("Lê Thị Văn (minh họa)", "van.lt", "Văn phòng", "Công chức văn phòng")
COMING = Person("Trần Văn Kế (minh họa)", "ke.tv", "Thống kê", "Quản trị")


class Line(NamedTuple):
    """One line of the trail."""

    chain: str
    seq: int
    hash: str
    verb: str


def settings(folder: Path) -> dict[str, str]:
    """A key of the house's own, and a second place for backups."""
    return {"CHUAN_SECRET_KEY": "", "CHUAN_BACKUPS_SECOND": str(folder / "o-cam-ngoai")}


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[House, str]:
    """``chuan init``: phường Bắc Hồng of 2021 by its code; the Chairman's one-time password."""
    folder = tmp_path_factory.mktemp("that")
    (folder / "o-cam-ngoai").mkdir()
    house = House("", folder / "data", settings(folder))
    told = house.chuan(
        "init", "--code", "18115", "--since", "01/01/2021", "--chairman", CHAIRMAN.name,
        "--username", CHAIRMAN.username, "--citation", CITATION,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert "Đã lập UBND phường Bắc Hồng." in told.stdout
    assert "mã 18115, Thị xã Hồng Lĩnh, Tỉnh Hà Tĩnh" in told.stdout
    password = re.search(r"Mật khẩu dùng một lần: (\S+)", told.stdout)
    assert password
    return house, password.group(1)


@pytest.fixture(scope="module")
def house(founded: tuple[House, str]) -> Iterator[House]:
    """The new unit, served."""
    made, _password = founded
    yield from running(made.folder, made.settings)


def test_a_real_house(
    house: House, founded: tuple[House, str], walk: Callable[..., Walker], browser: Browser, tmp_path: Path
) -> None:
    need_tesseract()
    chairman, leaving, coming = (hurried(walk()) for _n in range(3))
    first_sign_in(chairman, CHAIRMAN, founded[1])
    chairman.go("/viec-cua-toi/bat-dau/")
    chairman.shot("bat-dau", full=True)
    first_sign_in(leaving, LEAVING, taken_in(chairman, LEAVING))
    app = first_sign_in(coming, COMING, taken_in(chairman, COMING))
    reading = _both_work_at_once(leaving, coming, pdf_of_pictures(tmp_path, drawn(DECISION)))
    _hand_over(chairman, leaving, coming)
    _read_the_scan(coming, reading)
    _merge(chairman)
    _declare_register(chairman)
    before = lines_of(house)
    archive, keys = _put_away(house, tmp_path)
    with _brought_back(archive, keys, tmp_path) as second:
        after = lines_of(second)
        assert after[: len(before)] == before, "phục hồi giữ từng dòng nhật ký"
        new = [(one.chain, one.verb) for one in after[len(before) :]]
        assert new == [(before[-1].chain, "backup.restore")], "chuỗi của phường cũ đã đóng"
        _work_goes_on_there(second, browser, app)
        _doctor_is_green_and_names_a_fault(second)


def lines_of(house: House) -> list[Line]:
    """Every line of the trail in the order written, once every chain is found whole."""
    told = house.chuan("trail", "verify")
    assert told.returncode == 0, told.stdout
    assert told.stdout.count("Chuỗi nguyên vẹn") == 2, "chuỗi của phường cũ và của phường mới"
    with closing(sqlite3.connect(house.folder / "chuan.sqlite3")) as file:
        return [
            Line(*one) for one in file.execute("SELECT chain, seq, hash, verb FROM trail_entry ORDER BY id")
        ]


def _both_work_at_once(clerk: Walker, keeper: Walker, scan: bytes) -> str:
    """While one's scan is being read the other confirms the calendar; the address of the reading."""
    clerk.go("/van-ban/nap/")
    clerk.upload("quet.pdf", scan)
    keeper.go(f"/lich/{datetime.now(VIETNAM).year}/xac-nhan/")
    keeper.fill(citation="Thông báo nghỉ lễ (minh họa)")
    clerk.page.get_by_role("button", name="Nạp và đọc").click(no_wait_after=True)
    keeper.follow(keeper.page.locator("main form button.btn-primary"))
    clerk.page.wait_for_url("**/ban-doc/**", timeout=60_000)
    clerk.examine()
    return urlsplit(clerk.page.url).path


def _hand_over(chairman: Walker, giver: Walker, receiver: Walker) -> None:
    chairman.go("/can-bo/")
    chairman.press(LEAVING.name)
    chairman.press("Bàn giao")
    chairman.page.get_by_label("Người nhận").select_option(label=COMING.name)
    chairman.page.get_by_label("Bàn giao từ ngày").fill(today())
    chairman.page.get_by_label("Theo văn bản").fill(CITATION)
    chairman.press("Lập danh mục bàn giao")
    chairman.sees("chờ người giao xác nhận")
    address = urlsplit(chairman.page.url).path
    giver.go(address)
    giver.press("Xác nhận giao")
    receiver.go(address)
    receiver.press("Xác nhận nhận")
    receiver.sees("đã bàn giao")


def _read_the_scan(clerk: Walker, reading: str) -> None:
    """Number and day are asked beside their strip of the picture, though they were read."""
    clerk.go(reading)
    assert clerk.page.locator(".cutting").count() == 2
    clerk.shot("ban-quet")
    clerk.choose("Đúng là 148/QĐ-UBND")
    clerk.choose("Đúng là 19/02/2021")
    clerk.press("Lưu nháp")
    clerk.press("Xác nhận bản đọc")
    clerk.sees("Đã xác nhận bản đọc.")


def _declare_register(chairman: Walker) -> None:
    """Of the new ward: the systems of record of the old one end with it."""
    chairman.go("/nguon-chinh/dossiers/")
    chairman.choose("Ở hệ thống khác")
    chairman.fill(he_thong="Một cửa tỉnh (minh họa)", tu=today(), can_cu=CITATION)
    chairman.press("Ghi nguồn chính")
    chairman.sees("Đã ghi nguồn chính")


def _merge(keeper: Walker) -> None:
    keeper.go("/don-vi/sap-nhap/")
    keeper.press("18115 phường Bắc Hồng Lĩnh")
    for box in keeper.page.locator("input[name=di]").all():
        box.check()
    keeper.page.get_by_label(LEAVING.name, exact=True).uncheck()
    keeper.press("Xem trước")
    keeper.press("Sáp nhập")
    keeper.sees("Đã sáp nhập vào UBND phường Bắc Hồng Lĩnh.")


def _put_away(house: House, folder: Path) -> tuple[Path, Path]:
    """One file while the server runs, and the keys in another."""
    archive, keys = folder / "chuan.tar", folder / "khoa"
    told = house.chuan("backup", str(archive), "--keys", str(keys))
    assert told.returncode == 0, told.stdout + told.stderr
    assert "đã đọc lại và khớp mã băm" in told.stdout
    return archive, keys


@contextmanager
def _brought_back(archive: Path, keys: Path, folder: Path) -> Iterator[House]:
    """A second folder, as on another machine; served."""
    (folder / "o-cam-ngoai").mkdir()
    second = House("", folder / "may-hai", settings(folder))
    told = second.chuan("restore", str(archive), "--keys", str(keys))
    assert told.returncode == 0, told.stdout + told.stderr
    assert "bộ chặn sửa đã có" in told.stdout
    yield from running(second.folder, second.settings)


def _work_goes_on_there(house: House, browser: Browser, app: App) -> None:
    """The same password and the same app: the scan is there, under its number, and what is new is written."""
    screen = hurried(Walker(browser.new_page(), house.address))
    sign_in_with_code(screen, COMING, app)
    screen.sees("UBND phường Bắc Hồng Lĩnh")
    screen.go("/van-ban/")
    screen.follow(screen.page.locator("table a").first)
    screen.sees("Quyết định 148/QĐ-UBND ngày 19/02/2021")
    assert screen.download("Tải tệp gốc").startswith(b"%PDF")
    screen.page.close()
    assert not screen.errors


def _doctor_is_green_and_names_a_fault(house: House) -> None:
    """Once a backup is made there too nothing is left to look at; a trigger that is gone is named, and put back."""
    assert house.chuan("backup").returncode == 0
    green = house.chuan("doctor")
    assert green.returncode == 0, green.stdout
    assert "mọi thứ đều ổn" in green.stdout
    with closing(sqlite3.connect(house.folder / "chuan.sqlite3")) as file:
        (name,) = file.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'trail_entry'"
        ).fetchone()
        file.execute(f"DROP TRIGGER {name}")
    broken = house.chuan("doctor")
    assert broken.returncode == 2, broken.stdout
    assert f"Thiếu bộ chặn sửa: {name}." in broken.stdout
    assert "1 hỏng, 0 cần xem" in broken.stdout
    mended = house.chuan("doctor", "--fix")
    assert mended.returncode == 0, mended.stdout
