"""From nothing to a measured objective: an empty folder, ``chuan init``, and what the pages then ask; counted.

Not the example: a key of the house's own, invented people. What a person presses, types and waits for is counted, and
the manual (chapter 1) names the numbers: docs/manual/1-bat-dau.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator

from tests.exchange.making import reference_docx
from tests.journeys.conftest import ROOT, House, Walker, running
from tests.journeys.staffing import CITATION, Person, first_sign_in
from tests.prepared import lay_database

pytestmark = pytest.mark.browser

CHAIRMAN = Person("Nguyễn Văn Chủ (minh họa)", "chutich", "Chủ tịch", "Chủ tịch")
CLERK = Person("Lê Thị Văn (minh họa)", "van.lt", "Văn phòng – thống kê", "Công chức văn phòng")
KEEPER = Person("Trần Văn Kế (minh họa)", "ke.tv", "Kế toán", "Quản trị")
INCOME = "Thu nhập bình quân đầu người"
COUNT_EVERY_VALUE = "22 số đo"
MOST_PRESSES, MOST_PAGES = 45, 60
"""What the way may take at most: a page more is a page that somebody has to be told of."""


@dataclass
class Counted:
    """What one person did at the screen."""

    presses: int = 0
    pages: set[str] = field(default_factory=set)
    loads: int = 0

    def watch(self, walker: Walker) -> Walker:
        """Count what is pressed and every page that comes."""
        plain, page = walker.follow, walker.page

        def follow(what: Locator) -> None:
            self.presses += 1
            plain(what)

        walker.follow = follow  # type: ignore[method-assign]
        page.on("framenavigated", lambda frame: self._came(frame.url) if frame == page.main_frame else None)
        return walker

    def _came(self, url: str) -> None:
        self.loads += 1
        self.pages.add(re.sub(r"[0-9a-f-]{36}|\d+", "", urlsplit(url).path))


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[House, str]:
    """``chuan init`` as the README says, where nobody is yet; the Chairman's one-time password."""
    folder = lay_database(tmp_path_factory.mktemp("gio-dau") / "data")
    house = House("", folder, {"CHUAN_SECRET_KEY": ""})
    told = house.chuan(
        "init", "--code", "18115", "--since", "01/01/2021", "--chairman", CHAIRMAN.name,
        "--username", CHAIRMAN.username, "--citation", CITATION,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    password = re.search(r"Mật khẩu dùng một lần: (\S+)", told.stdout)
    assert password
    return house, password.group(1)


@pytest.fixture(scope="module")
def house(founded: tuple[House, str]) -> Iterator[House]:
    """The new unit, served."""
    made, _password = founded
    yield from running(made.folder, made.settings)


def test_from_nothing_to_a_measured_objective(
    house: House, founded: tuple[House, str], walk: Callable[..., Walker]
) -> None:
    counted = Counted()
    chairman = counted.watch(walk())
    first_sign_in(chairman, CHAIRMAN, founded[1])
    chairman.go("/viec-cua-toi/")
    chairman.sees("Các bước đầu của đơn vị")
    chairman.press("Xem từng bước")
    _nothing_leads_into_a_room_that_is_off(chairman)
    issued = _take_in(chairman, CLERK)
    _take_in(chairman, KEEPER)
    _confirm_the_calendar(chairman)
    _settle_the_rooms(chairman)
    clerk = counted.watch(walk())
    first_sign_in(clerk, CLERK, issued)
    _take_in_the_decision(clerk)
    _make_the_plan_whole(clerk)
    _one_figure_and_a_verdict(clerk)
    told = (counted.presses, counted.loads, len(counted.pages))
    assert counted.presses <= MOST_PRESSES, told
    assert counted.loads <= MOST_PAGES, told
    _the_manual_names(counted)
    _a_room_is_switched_on(chairman)


def _nothing_leads_into_a_room_that_is_off(chairman: Walker) -> None:
    assert chairman.title == "Bắt đầu"
    chairman.shot("bat-dau-gio-dau", full=True)
    links = chairman.page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    assert not [one for one in links if re.match(r"/(ho-so|don-thu|rui-ro|danh-gia|nhan-su|ban-tin)/", one)]
    chairman.sees("Chọn phân hệ đơn vị dùng")


def _take_in(chairman: Walker, person: Person) -> str:
    """Name, post, role and account on one page; the password that is shown once."""
    chairman.go("/can-bo/them/")
    chairman.fill(name=person.name, new_post=person.post, username=person.username)
    chairman.page.get_by_label("Vai trò", exact=True).select_option(label=person.role)
    chairman.fill(since="04/01/2021", citation=CITATION)
    chairman.shot("them-can-bo-mot-lan", full=True)
    chairman.follow(chairman.page.locator("main form button.btn-primary"))
    issued = chairman.page.locator("dd.code").inner_text()
    chairman.press("Đã trao, về trang cán bộ")
    return issued


def _confirm_the_calendar(chairman: Walker) -> None:
    chairman.go("/viec-cua-toi/bat-dau/")
    chairman.press("Mở lịch")
    chairman.press("Xác nhận lịch")
    chairman.fill(citation="Thông báo nghỉ lễ (minh họa)")
    chairman.follow(chairman.page.locator("main form button.btn-primary"))


def _settle_the_rooms(chairman: Walker) -> None:
    chairman.go("/viec-cua-toi/bat-dau/")
    chairman.press("Mở trang Phân hệ")
    chairman.sees("Đang dùng 0 trong 10 phân hệ", "Khảo sát người dân")
    chairman.shot("phan-he", full=True)
    chairman.press("Bắt đầu với các phân hệ đang bật")
    chairman.sees("Lúc nào cũng bật thêm được.")


def _take_in_the_decision(clerk: Walker) -> None:
    clerk.go("/viec-cua-toi/")
    clerk.press("Nạp quyết định")
    clerk.upload("Muc tieu chat luong 2021.docx", reference_docx())
    clerk.press("Nạp và đọc")
    clerk.sees("7 mục tiêu", "3 câu hỏi")
    clerk.choose("Chưa có số, giữ trống")
    clerk.choose(COUNT_EVERY_VALUE)
    clerk.page.get_by_label("Chưa quyết, để sau").last.check()
    clerk.press("Lưu nháp")
    clerk.press("Xác nhận bản đọc")
    clerk.sees("Đã xác nhận bản đọc.")


def _make_the_plan_whole(clerk: Walker) -> None:
    """Owners: of posts that the house does not have, one that it has; then every proposal at once."""
    clerk.press("Kế hoạch")
    clerk.sees("Đơn vị chưa có các chức danh này")
    for one in clerk.page.locator("main select").all():
        one.select_option(label=CLERK.post)
    clerk.shot("ke-hoach-gio-dau")
    clerk.press("Nhận các đề xuất đã chọn")
    clerk.sees("Kế hoạch đã đủ")
    clerk.press("Xem mục tiêu")


def _one_figure_and_a_verdict(clerk: Walker) -> None:
    clerk.press("Nhập kết quả")
    clerk.press(f"Nhập {INCOME}")
    clerk.fill(value="66,2", evidence_note="Báo cáo 210/BC-UBND ngày 20/12/2021")
    clerk.press("Lưu kết quả")
    clerk.sees("Kết luận đổi từ “Chưa đo được” sang “Vượt”.")


def _the_manual_names(counted: Counted) -> None:
    chapter = (ROOT / "docs" / "manual" / "1-bat-dau.md").read_text(encoding="utf-8")
    assert f"{counted.presses} lần bấm" in chapter, f"chương 1 phải nêu {counted.presses} lần bấm"


def _a_room_is_switched_on(chairman: Walker) -> None:
    """One room more, with a fresh proof; its door is there at once."""
    assert not chairman.page.get_by_role("link", name="Đơn thư", exact=True).count()
    chairman.go("/don-vi/phan-he/petitions/")
    chairman.shot("bat-phan-he")
    chairman.follow(chairman.page.locator("main form button.btn-primary"))
    chairman.sees("Đã bật: Đơn thư, tiếp công dân.")
    assert chairman.page.get_by_role("link", name="Đơn thư", exact=True).count()
