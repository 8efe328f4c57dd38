"""Next year's Decision drafted from the standing one, reviewed, signed elsewhere, come back, known by three.

The whole road of a document where another system numbers and signs (docs/decisions/document-states.md).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from chuan.exchange.signing import FIELDS, PERSON, SEAL, Box, reserve
from chuan.paper.contents import Content, body_from_text, from_json, paper_of
from chuan.paper.places import typeset
from tests.journeys.conftest import PASSWORD, House, Walker
from tests.signing.authority import Authority
from tests.signing.draft import signed

pytestmark = pytest.mark.browser

ON = date(2022, 1, 14)
NUMBER = "06/QĐ-UBND"
READERS = {"tuphap": "Lê Minh Tâm", "taichinh": "Phan Thị Ngân", "diachinh": "Đặng Quốc Sơn"}
STANDING_NUMBER = "09/QĐ-UBND"
"""Of the Decision that is replaced, which the example leaves open."""
BASES = """Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015
Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính Phủ về việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn TCVN ISO 9001:2008 vào hoạt động của các cơ quan hành chính nhà nước
Căn cứ Nghị quyết số 61/NQ-HĐND ngày 28 tháng 12 năm 2021 của Hội đồng nhân dân phường về nhiệm vụ phát triển kinh tế - xã hội năm 2022
Theo đề nghị của công chức Văn phòng phường"""  # noqa: E501 - one basis a line, as the box wants it
RECIPIENTS = "Như Điều 3\nĐảng ủy, HĐND phường\nChủ tịch, các Phó Chủ tịch UBND phường\nLưu: VT"

TO_THE_TOP = """() => {
  scrollTo({top: 0, behavior: "instant"});
  return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
"""Scrolls up and waits until the bars that stick stand where they belong."""


@dataclass
class Desk:
    """The people of this journey, each with a browser of his own; and the address of the draft."""

    house: House
    browser: Browser
    trust: Authority = field(default_factory=Authority)
    draft: str = ""
    people: dict[str, Walker] = field(default_factory=dict)

    def of(self, username: str) -> Walker:
        """Somebody's screen, signed in the first time it is asked for."""
        if username not in self.people:
            context = self.browser.new_context(
                viewport={"width": 1366, "height": 768}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"
            )
            context.set_default_timeout(15_000)
            walker = self.people[username] = Walker(context.new_page(), self.house.address)
            walker.page.goto(f"{self.house.address}/dang-nhap/")
            walker.fill(login=username, password=PASSWORD)
            walker.page.get_by_role("button", name="Đăng nhập").click()
            walker.page.wait_for_url("**/viec-cua-toi/")
        return self.people[username]

    @property
    def clerk(self) -> Walker:
        """The office clerk, who also keeps the registry."""
        return self.of("vanphong")

    @property
    def chairman(self) -> Walker:
        """Answers for the content and signs."""
        return self.of("chutich")

    def at_draft(self, who: Walker) -> Walker:
        """Somebody on the page of the draft; each of its stages is examined where a button leads to it."""
        who.page.goto(who.address + self.draft)
        return who


@pytest.fixture(scope="module")
def desk(house: House, browser: Browser) -> Iterator[Desk]:
    """Everybody stays signed in from one test to the next; what a console said fails the last one."""
    made = Desk(house, browser)
    yield made
    heard = [error for walker in made.people.values() for error in walker.errors]
    for walker in made.people.values():
        walker.page.context.close()
    assert not heard, heard


def test_the_clerk_begins_from_the_standing_decision_and_finds_it_full(desk: Desk) -> None:
    clerk = desk.clerk
    clerk.go("/van-ban/soan/")
    clerk.sees("Chưa có dự thảo nào")
    clerk.press("Soạn văn bản")
    clerk.press("Soạn bản thay thế")
    clerk.sees("Văn bản cũ chỉ hết hiệu lực khi văn bản mới được phát hành")
    clerk.press("Soạn dự thảo")
    assert "thay thế Quyết định số …/QĐ-UBND ngày 19 tháng 02 năm 2021" in typed(clerk, "body")
    assert "năm 2022" in typed(clerk, "subject")
    assert len(typed(clerk, "bases").splitlines()) == 5
    assert "65 triệu đồng/người/năm" in typed(clerk, "annex-0-body")
    assert "Như Điều 3" in typed(clerk, "recipients")
    desk.draft = clerk.page.url.removeprefix(clerk.address).removesuffix("sua/")


def test_a_save_over_somebody_elses_is_refused_and_nothing_typed_is_lost(desk: Desk) -> None:
    clerk, chairman = desk.clerk, desk.chairman
    chairman.go(f"{desk.draft}sua/")
    chairman.fill(**{"annex-0-title": "MỤC TIÊU CHẤT LƯỢNG NĂM 2022 CỦA PHƯỜNG"})
    chairman.press("Lưu và về trang dự thảo")
    clerk.fill(bases=BASES, recipients=RECIPIENTS, **changed(clerk))
    low(clerk, "soan-thao")
    clerk.press("Lưu và xem thể thức")
    clerk.sees("Ngô Văn Ký (minh họa) vừa lưu phiên bản 2", "Khác với bản người kia vừa lưu")
    assert "70 triệu đồng" in typed(clerk, "annex-0-body")
    clerk.press("Lưu và xem thể thức")
    clerk.sees("Đã lưu phiên bản 3")


def changed(clerk: Walker) -> dict[str, str]:
    """The text with what only a person knows written into it, and one level raised."""
    body = typed(clerk, "body").replace("số …/QĐ-UBND", f"số {STANDING_NUMBER}")
    annex = typed(clerk, "annex-0-body")
    for was, now in (
        ("65 triệu đồng", "70 triệu đồng"),
        ("văn hoá", "văn hóa"),
        ("07/8/2020", "07 tháng 8 năm 2020"),
    ):
        annex = annex.replace(was, now)
    mended = body.replace("9001: 2015", "9001:2015").replace("Ban chỉ đạo ISO", "Ban Chỉ đạo ISO")
    return {"body": mended, "annex-0-body": annex}


def typed(walker: Walker, name: str) -> str:
    """What stands in a box of the page."""
    return walker.page.locator(f"[name='{name}']").input_value()


def test_departures_stand_beside_the_text_and_are_mended_at_a_press(desk: Desk) -> None:
    clerk = desk.clerk
    clerk.sees("Viết hoa chưa đúng: “Thủ tướng Chính Phủ”", "Viết: ngày 05 tháng 3 năm 2014", "Phụ lục II")
    assert clerk.page.locator(".paper mark").all_inner_texts()[1:] == [
        "ngày 05/3/20142",
        "Thủ tướng Chính Phủ3",
    ]
    low(clerk, "kiem-tra-the-thuc")
    while clerk.page.get_by_role("button", name="Sửa giúp").count():
        clerk.press("Sửa giúp")
    clerk.sees("1 chỗ, 1 chỗ phải sửa hoặc ghi lý do", "của Thủ tướng Chính phủ về việc")
    clerk.page.locator("details.more-of summary").click()
    clerk.page.get_by_label("Lý do giữ nguyên").fill("Luật năm 2015 còn hiệu lực khi ban hành")
    clerk.press("Ghi lý do")
    clerk.sees("“Luật năm 2015 còn hiệu lực khi ban hành”", "0 chỗ phải sửa")


def test_it_is_returned_once_then_approved_for_content_and_form(desk: Desk) -> None:
    clerk, chairman = desk.at_draft(desk.clerk), desk.chairman
    assert clerk.download("Tải Word")[:2] == b"PK"
    assert preview(clerk)[:5] == b"%PDF-"
    clerk.press("Trình duyệt nội dung")
    desk.at_draft(chairman)
    chairman.fill(note="Nâng mức thu nhập bình quân lên 72 triệu đồng.")
    chairman.press("Trả lại")
    desk.at_draft(clerk)
    clerk.sees("Nâng mức thu nhập bình quân lên 72 triệu đồng.")
    clerk.press("Sửa dự thảo")
    clerk.fill(**{"annex-0-body": typed(clerk, "annex-0-body").replace("70 triệu đồng", "72 triệu đồng")})
    clerk.press("Lưu và về trang dự thảo")
    clerk.press("Trình duyệt nội dung")
    desk.at_draft(chairman)
    chairman.fill(note="Nhất trí.")
    chairman.press("Duyệt nội dung")
    desk.at_draft(clerk)
    clerk.sees("“Nhất trí.”")
    clerk.press("Xác nhận thể thức")
    clerk.sees("Đã xác nhận thể thức, chờ ký")


def preview(walker: Walker) -> bytes:
    """The PDF that the page shows."""
    address = walker.page.get_by_role("link", name="Xem PDF").get_attribute("href")
    answer = walker.page.request.get(f"{walker.address}{address}")
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()


def test_it_goes_to_the_document_system_with_a_card_to_copy_from(desk: Desk, tmp_path: Path) -> None:
    clerk = desk.clerk
    clerk.press("Chuyển sang hệ thống văn bản")
    clerk.press("Ô để chép sang hệ thống văn bản")
    assert "Mục tiêu chất lượng năm 2022" in clerk.page.get_by_label("Trích yếu").input_value()
    assert clerk.page.get_by_label("Nơi nhận").input_value() == RECIPIENTS
    clerk.shot("chuyen-he-thong")
    word = tmp_path / "du-thao.docx"
    word.write_bytes(clerk.download("Tải bản thảo Word"))
    said = json.loads(desk.house.chuan("lint", str(word), "--json").stdout)
    assert [one["code"] for one in said["departures"]] == ["number_blank", "repealed_act"]


def test_another_paper_is_refused_and_the_right_one_is_read_verified_and_issued(
    desk: Desk, tmp_path: Path
) -> None:
    clerk = desk.clerk
    declare(desk)
    content = drafted(desk)
    wrong = replace(
        content, subject="Về việc khen thưởng các tập thể, cá nhân có thành tích năm 2021", annexes=(),
        body=body_from_text("Điều 1. Tặng Giấy khen cho mười hai cá nhân.\nĐiều 2. Thi hành kể từ ngày ký."),
    )  # fmt: skip
    with ThreadPoolExecutor(1) as apart:  # signing runs a loop of its own, and the browser has one here
        other, right = apart.map(lambda one: came_back(one, desk.trust), (wrong, content))
    desk.at_draft(clerk)
    clerk.press("Thả lại bản đã ký")
    clerk.upload("khen-thuong.pdf", other)
    clerk.press("Thả tệp vào")
    clerk.sees("không phải bản đã ký của dự thảo này")
    clerk.upload("06-qd-ubnd.pdf", right)
    clerk.press("Thả tệp vào")
    clerk.sees("Đã nhận bản đã ký, số 06/QĐ-UBND ngày 14/01/2022", "Chữ ký số: đã xác minh", "Đã phát hành")
    low(clerk, "ban-da-ky")
    clerk.press("Chi tiết")
    clerk.sees("Ngô Văn Ký", "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG", "chứng thư số được tin cậy")
    clerk.page.locator("details summary").first.click()
    clerk.sees("theo máy của người ký")
    agree(desk.house, right, trusted(desk.trust, tmp_path))


def agree(house: House, data: bytes, trust: Path) -> None:
    """The two commands say of the same file what the pages said."""
    path = trust.parent / "06-qd-ubnd.pdf"
    path.write_bytes(data)
    checked = json.loads(house.chuan("check-signature", str(path), "--json", "--trust", str(trust)).stdout)
    said = [(one["signer"], one["verdict"]) for one in checked["signatures"]]
    assert said == [("Ngô Văn Ký", "passed"), ("ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG", "passed")]
    assert checked["verdict"] == "passed"
    form = json.loads(house.chuan("lint", str(path), "--json").stdout)
    assert (form["kind"], form["on"], form["departures"]) == ("Quyết định", "2022-01-14", [])


def declare(desk: Desk) -> None:
    """The unit trusts the root, by whose lists the certificates are looked up."""
    clerk = desk.clerk
    clerk.go("/van-ban/chu-ky/tin-cay/")
    for name, data in anchors(desk.trust).items():
        clerk.upload(name, data)
        clerk.fill(can_cu="Dữ liệu minh họa")
        clerk.press("Khai báo")


def anchors(trust: Authority) -> dict[str, bytes]:
    """The root and the lists of what was revoked, by file name."""
    return {"goc.cer": trust.root.der, "goc.crl": trust.crl("root"), "cap-duoi.crl": trust.crl("issuing")}


def trusted(trust: Authority, folder: Path) -> Path:
    """The same, as a folder for the command line."""
    into = folder / "tin-cay"
    into.mkdir()
    for name, data in anchors(trust).items():
        (into / name).write_bytes(data)
    return into


def drafted(desk: Desk) -> Content:
    """The draft as it stands in the house's data."""
    uid = desk.draft.split("/")[-2].replace("-", "")
    with sqlite3.connect(desk.house.folder / "chuan.sqlite3") as data:
        (content,) = data.execute("SELECT content FROM documents_document WHERE uid = ?", (uid,)).fetchone()
    return from_json(content)


def came_back(content: Content, trust: Authority) -> bytes:
    """The paper as the document system gives it back: numbered, dated, signed by the person and by the agency."""
    number, _, symbol = NUMBER.partition("/")
    paper = paper_of(
        content, agency=("Ủy ban nhân dân", "phường Bắc Hồng"), place="Bắc Hồng", number=number, symbol=symbol, date=ON
    )  # fmt: skip
    made = typeset(paper)
    boxes = {
        name: Box(one.page, one.x0, one.y0, one.x1, one.y1)
        for name, one in made.places.items()
        if name in FIELDS
    }
    pdf = reserve(made.pdf, boxes)
    for who, place in (("head", PERSON), ("agency", SEAL)):
        pdf = signed(pdf, who, place, trust=trust).pdf
    return pdf


def test_the_old_decision_says_first_that_it_is_replaced(desk: Desk) -> None:
    clerk = desk.clerk
    clerk.go("/van-ban/?nam=2021")
    clerk.press("Mục tiêu chất lượng năm 2021")
    first = clerk.page.locator("main .notice").first.inner_text()
    assert "đã hết hiệu lực từ 14/01/2022" in first
    clerk.sees("thay thế văn bản này")


def test_three_officials_confirm_that_they_know_it(desk: Desk) -> None:
    clerk = desk.at_draft(desk.clerk)
    clerk.press("Trang văn bản")
    clerk.press("Phổ biến")
    for name in READERS.values():
        clerk.choose(name)
    clerk.follow(clerk.page.locator("main").get_by_role("button", name="Phổ biến"))
    clerk.sees("Còn 03 người chưa xác nhận đã nắm vững nội dung")
    first, *others = READERS
    confirm(desk.of(first))
    clerk.page.reload()
    clerk.sees("Còn 02 người chưa xác nhận đã nắm vững nội dung Quyết định 06/QĐ-UBND")
    clerk.shot("nam-vung")
    on_a_phone(clerk, "dien-thoai-nam-vung")
    for username in others:
        confirm(desk.of(username))
    clerk.page.reload()
    clerk.examine()
    clerk.sees("Mọi người được giao đã xác nhận nắm vững nội dung")
    assert clerk.download("Tải Excel")[:2] == b"PK"


def low(walker: Walker, name: str) -> None:
    """A picture of the upper part of a long page."""
    walker.page.set_viewport_size({"width": 1366, "height": 620})
    walker.page.evaluate(TO_THE_TOP)
    walker.shot(name)
    walker.page.set_viewport_size({"width": 1366, "height": 768})


def on_a_phone(walker: Walker, name: str) -> None:
    """The page as a phone shows it."""
    walker.page.set_viewport_size({"width": 390, "height": 844})
    walker.examine()
    walker.shot(name)
    walker.page.set_viewport_size({"width": 1366, "height": 768})


def confirm(reader: Walker) -> None:
    """An official opens what is put before him, reads it and says so."""
    reader.page.goto(f"{reader.address}/van-ban/nam-vung/")
    reader.press("Quyết định 06/QĐ-UBND")
    reader.press("Mở để đọc")
    reader.sees("72 triệu đồng/người/năm")
    reader.page.get_by_label("Tôi đã đọc hết").check()
    reader.press("Xác nhận")
    reader.sees("Đã ghi: nắm vững nội dung")


def test_the_new_decision_is_read_as_objectives(desk: Desk) -> None:
    clerk = desk.at_draft(desk.clerk)
    clerk.press("Trang văn bản")
    clerk.press("Đọc mục tiêu trong văn bản")
    clerk.fill(reason="Đọc bản đã ký")
    clerk.press("Lập bản đọc")
    clerk.sees("Xác nhận bản đọc: Mục tiêu chất lượng năm 2022", "Thu nhập bình quân đầu người đạt")


def test_the_house_is_whole(house: House) -> None:
    for command in (("trail", "verify"), ("check", "projections")):
        ran = house.chuan(*command)
        assert ran.returncode == 0, ran.stdout + ran.stderr
