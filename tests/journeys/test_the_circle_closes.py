"""The circle of a year, walked: a late month, its correction, audit, review, next year's Decision, and the proof of it.

The roads of the ISO secretary, the clerk and the Chairman through a year whose registers are in (docs/manual, 46).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import closed_example
from tests.journeys.conftest import CHUAN, House, Walker, running
from tests.journeys.test_a_decision_is_drafted_and_comes_back_signed import (
    BASES,
    RECIPIENTS,
    Desk,
    came_back,
    changed,
    declare,
    drafted,
    preview,
)

pytestmark = pytest.mark.browser

CIRCLE = "/cai-tien/?nam=2021"
LEFT = "Đưa năng suất lúa"
OWN = "một mật khẩu riêng đủ dài 2022"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of its own whose year 2021 is closed."""
    folder = tmp_path_factory.mktemp("house") / "data"
    shutil.copytree(closed_example.folder(), folder)
    yield from running(folder)


@pytest.fixture(scope="module")
def desk(house: House, browser: Browser) -> Iterator[Desk]:
    """Everybody stays signed in from one test to the next; what a console said fails the last one."""
    made = Desk(house, browser)
    yield made
    heard = [error for walker in made.people.values() for error in walker.errors]
    for walker in made.people.values():
        walker.page.context.close()
    assert not heard, heard


@pytest.fixture
def secretary(desk: Desk) -> Walker:
    """Keeps the system."""
    return desk.of("thukyiso")


def inside(walker: Walker, words: str) -> None:
    """Follow a link of the page itself by its words."""
    walker.follow(walker.page.locator("main").get_by_role("link", name=words).first)


def test_seven_objectives_have_their_verdicts_and_the_late_month_its_rows(secretary: Walker) -> None:
    secretary.go(CIRCLE)
    secretary.sees(
        "5/8 chặng của năm đã xong", "25 trong 32 mức phải đạt đã đạt, 7 không đạt, 0 chưa đo được"
    )
    inside(secretary, "Số đo và kết quả")
    assert "Chưa đo được" not in secretary.page.locator("main").inner_text()
    inside(secretary, "Hồ sơ một cửa được giải quyết đúng thời hạn")
    secretary.sees("94,24 % (131/139)")
    inside(secretary, "Xem từng dòng đứng sau con số này")
    inside(secretary, "Trễ")
    late = secretary.page.locator("main tbody tr", has_text=re.compile(r"xong \d\d/07/2021"))
    assert late.count() == 8
    secretary.follow(late.first.get_by_role("link").first)
    secretary.sees("Vì sao hạn là")


def test_its_correction_is_proven_by_three_months_of_the_register(secretary: Walker) -> None:
    secretary.go(CIRCLE)
    inside(secretary, "Khắc phục")
    secretary.go("/khac-phuc/?nam=2021&tt=tat-ca")
    inside(secretary, f"NC-01/{date.today().year}")
    secretary.sees("Người phụ trách vắng mà không có người thay", "xong 27/08/2021", "98,00 % (147/150)")
    inside(secretary, "Tháng 9 năm 2021")
    assert secretary.page.locator("main tbody tr").count() == 150


def test_the_audit_is_reported_and_the_review_signed_with_owners(secretary: Walker) -> None:
    secretary.go("/danh-gia/?nam=2021")
    inside(secretary, "ĐGNB 01/2021")
    secretary.sees(f"NC-02/{date.today().year}")
    secretary.go("/xem-xet/")
    inside(secretary, "XX-01/2021")
    secretary.sees("Mã kiểm", LEFT, "Trần Thị Hoài (minh họa), hạn 15/02/2022")
    assert secretary.download("In biên bản").startswith(b"%PDF")


def test_next_years_decision_is_drafted_of_what_is_carried_over(desk: Desk, secretary: Walker) -> None:
    secretary.go(CIRCLE)
    inside(secretary, "Mở đợt xây dựng")
    secretary.sees(LEFT)
    secretary.press("Mở đợt")
    secretary.press("Giữ mọi dòng không ai đề nghị đổi")
    secretary.press("Soạn Quyết định")
    desk.draft = secretary.page.url.removeprefix(secretary.address)
    secretary.sees("9/10 TDP giữ vững danh hiệu", "Còn 2 chỗ để “…” phải ghi")
    with known(secretary, desk.chairman, desk.clerk):
        written_out(secretary)
        assert preview(desk.at_draft(secretary)).startswith(b"%PDF-")
        secretary.press("Trình duyệt nội dung")
        desk.at_draft(desk.chairman).press("Duyệt nội dung")
        desk.at_draft(desk.clerk).press("Xác nhận thể thức")
    desk.clerk.sees("Đã xác nhận thể thức, chờ ký")


@contextmanager
def known(*walkers: Walker) -> Iterator[None]:
    """Pages of a draft are held against axe in the journey that has them for its matter; not once more here."""
    for one in walkers:
        one.examines = False
    yield
    for one in walkers:
        one.examines = True


def written_out(walker: Walker) -> None:
    """What only a person knows of the draft, then its form: mended at a press, or kept with a reason."""
    walker.press("Sửa dự thảo")
    bases = BASES.replace("Chính Phủ", "Chính phủ").replace("05/3/2014", "05 tháng 3 năm 2014")
    mended = {name: text.replace("70 triệu đồng", "65 triệu đồng") for name, text in changed(walker).items()}
    walker.fill(bases=bases, recipients=RECIPIENTS, **mended)
    walker.press("Lưu và xem thể thức")
    while walker.page.get_by_role("button", name="Sửa giúp").count():
        walker.press("Sửa giúp")
    walker.page.locator("details.more-of summary").click()
    walker.page.get_by_label("Lý do giữ nguyên").fill("Luật năm 2015 còn hiệu lực khi ban hành")
    walker.press("Ghi lý do")
    walker.sees("0 chỗ phải sửa")


def test_it_comes_back_signed_and_is_issued(desk: Desk) -> None:
    clerk = desk.clerk
    with known(clerk):
        declare(desk)
        desk.at_draft(clerk).press("Chuyển sang hệ thống văn bản")
        with ThreadPoolExecutor(1) as apart:  # signing runs a loop of its own, and the browser has one here
            (signed,) = apart.map(lambda one: came_back(one, desk.trust), (drafted(desk),))
        desk.at_draft(clerk).press("Thả lại bản đã ký")
        clerk.upload("06-qd-ubnd.pdf", signed)
        clerk.press("Thả tệp vào")
    clerk.sees("Đã nhận bản đã ký, số 06/QĐ-UBND ngày 14/01/2022", "Chữ ký số: đã xác minh", "Đã phát hành")


def test_it_is_read_as_the_plan_of_2022_and_a_new_circle_begins(desk: Desk, secretary: Walker) -> None:
    secretary.go("/muc-tieu/nam-sau/")
    secretary.press("Đọc thành kế hoạch 2022")
    secretary.sees("Xác nhận bản đọc: Mục tiêu chất lượng năm 2022")
    clerk = desk.clerk
    clerk.go(secretary.page.url.removeprefix(secretary.address))
    clerk.sees(
        "Đã trả lời 1 trong 2 câu hỏi"
    )  # how 21/21 counts is filled in as answered last year, a level never is
    clerk.choose("So với một mức đã biết")
    asked = clerk.page.locator(".q", has_text="sinh con thứ 3")
    asked.get_by_label("So với", exact=True).fill("năm 2021")
    asked.get_by_label("Mức của kỳ so sánh").fill("8,1")
    clerk.press("Xác nhận bản đọc")
    clerk.sees("Đã xác nhận bản đọc.")
    secretary.go("/muc-tieu/?nam=2022")
    secretary.sees("Mục tiêu chất lượng năm 2022", "Tỷ lệ hộ nghèo theo tiêu chí đa chiều", "Thư ký ISO")
    secretary.go("/cai-tien/?nam=2022")
    secretary.sees("Quyết định 06/QĐ-UBND ngày 14/01/2022: 7 mục tiêu")


def test_what_the_review_left_open_is_done(desk: Desk) -> None:
    clerk = desk.clerk
    clerk.go("/xem-xet/quyet-dinh/")
    inside(clerk, LEFT)
    clerk.fill(evidence="Quyết định 06/QĐ-UBND ngày 14/01/2022")
    clerk.follow(clerk.page.locator("main form button.btn-primary").first)
    clerk.go(CIRCLE)
    clerk.sees("3 trong 3 việc được giao đã xong", "Vòng mới đã bắt đầu")


def test_the_pack_is_proven_in_an_empty_house_and_one_changed_byte_is_named(
    secretary: Walker, tmp_path: Path
) -> None:
    secretary.go("/phu-hop/ho-so-kiem-tra/")
    secretary.fill(first="1/1/2021", last="31/12/2021")
    secretary.press("Lập hồ sơ")
    secretary.page.get_by_role("link", name="Tải gói hồ sơ").wait_for(timeout=90_000)
    secretary.examine()
    data = secretary.download("Tải gói hồ sơ")
    whole, changed = tmp_path / "ho-so.zip", tmp_path / "ho-so-sua.zip"
    whole.write_bytes(data)
    ran = checked(whole, tmp_path)
    assert ran.returncode == 0, ran.stderr
    middle = data.index(b"%PDF-") + 400
    changed.write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
    ran = checked(changed, tmp_path)
    assert ran.returncode == 2
    assert "đã bị sửa" in ran.stdout + ran.stderr


def checked(pack: Path, empty: Path) -> subprocess.CompletedProcess[str]:
    """``chuan evidence verify`` on another machine: no data, no database."""
    env = {**os.environ, "CHUAN_DATA": str(empty / "khong-co"), "DATABASE_URL": ""}
    command = [str(CHUAN), "evidence", "verify", str(pack)]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def test_an_inspector_sees_the_same_year(desk: Desk, house: House, browser: Browser) -> None:
    chairman = desk.chairman
    chairman.go("/kiem-tra/mo/")
    chairman.fill(
        body="Sở Khoa học và Công nghệ (minh họa)", citation="Quyết định 210/QĐ-SKHCN ngày 04/10/2022 (minh họa)",
        people="Hà Văn Xét (minh họa); Trưởng đoàn",
    )  # fmt: skip
    chairman.press("Mở đợt kiểm tra")
    name, password = chairman.page.locator("dl.facts dd").all_inner_texts()[:2]
    guest = Walker(
        browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh").new_page(), house.address
    )
    desk.people[name] = guest
    guest.sign_in(name, password)
    guest.fill(old=password, new=OWN, again=OWN)
    guest.press("Đổi mật khẩu")
    guest.go("/kiem-tra/")
    guest.sees("Nội dung kiểm tra, năm 2021")
    guest.go("/muc-tieu/?nam=2021")
    guest.sees("17/22 số đo đã đạt")
