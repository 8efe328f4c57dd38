"""A month, walked: figures come in, the brief is answered, a set is frozen, next year is drafted, papers go out.

The roads of the clerk, an official with a telephone, the Chairman and the ISO secretary (docs/manual, 48 to 55).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import docx
import pytest
from playwright.sync_api import Browser, Locator, ViewportSize
from pypdf import PdfReader

from tests.journeys.conftest import House, Walker
from tests.journeys.mornings import morning
from tests.journeys.offices import People, seated
from tests.journeys.test_a_decision_is_drafted_and_comes_back_signed import TO_THE_TOP, low, preview
from tests.journeys.test_figures_from_reports import drop

pytestmark = pytest.mark.browser
PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1366, height=768)
SET = "Kỳ họp HĐND cuối năm"
ASKED, DONE = "Mời cơ quan Thống kê gửi số trước thứ Sáu.", "Đã nhận và nhập số."
PAPER = "Sổ hộ tịch quý I năm 2021 (minh họa)"
LEVEL = "Giảm tỷ lệ người sinh con thứ 3 trở lên xuống 6,5 %"
WHY = "Ghi giảm mà không ghi bao nhiêu thì không xét được (minh họa)."
PASTE = """async () => {
  const box = document.createElement("textarea");
  document.body.append(box);
  box.focus();
  window.pasted = new Promise(done => box.addEventListener("paste", event => done(
    ["text/html", "text/plain"].map(kind => event.clipboardData.getData(kind))), {once: true}));
}"""
"""Where the next Ctrl+V goes: what Word takes (the first) and what a plain sheet takes."""


@pytest.fixture(scope="module")
def people(house: House, browser: Browser) -> Iterator[People]:
    """Everybody stays signed in from one day of the month to the next."""
    with seated(house, browser) as found:
        yield found


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A disk that is not the house's."""
    return tmp_path_factory.mktemp("ngoai")


def test_three_reports_are_dropped_and_their_figures_confirmed(people: People) -> None:
    clerk = people.clerk
    for name, sentence in (
        ("bao-cao-thang-12.docx", "Báo cáo số 198/BC-UBND"),
        ("thong-bao-bao-hiem.docx", "Thông báo số 41/TB-BHXH"),
        ("ra-soat-ho-ngheo.docx", "Quyết định số 2412/QĐ-UBND"),
    ):
        drop(clerk, name)
        clerk.sees(sentence)
        if name.startswith("bao-cao"):
            low(clerk, "so-lieu-tu-bao-cao")
        if clerk.page.get_by_role("button", name="Xác nhận tất cả").count():
            clerk.press("Xác nhận tất cả")
            clerk.sees("số từ báo cáo này")
    clerk.go("/muc-tieu/?nam=2021")
    assert "66,2" in row_of(clerk, "Thu nhập bình quân đầu người")


def row_of(walker: Walker, words: str) -> str:
    """The row of a table that tells of this."""
    return walker.page.locator("tbody tr", has_text=words).first.inner_text()


def test_an_official_answers_her_slip_on_a_telephone(people: People) -> None:
    official = people.of("tramyte")
    official.page.set_viewport_size(PHONE)
    official.press("Mục tiêu")
    official.press("Phiếu của tôi")
    card = official.page.locator(".slip").first
    assert "Tỷ lệ người sinh con thứ 3 trở lên" in card.inner_text()
    before = official.page.locator(".slip").count()
    for name, typed in (("numerator", "2"), ("denominator", "31"), ("evidence_note", PAPER)):
        card.locator(f"[name$='-{name}']").fill(typed)
    official.page.evaluate(TO_THE_TOP)
    official.shot("dien-thoai-phieu-so-lieu")
    official.follow(card.get_by_role("button", name="Gửi số này"))
    official.sees("Đã lưu 1 số liệu.", f"Còn {before - 1} số liệu")
    official.page.set_viewport_size(DESK)


def test_the_brief_is_read_a_task_is_given_answered_and_comes_back(people: People) -> None:
    chairman = people.chairman
    chairman.press("Bản tin sáng")
    chairman.press("Chọn giờ")
    chairman.page.locator("[name='hour']").select_option("06:30")
    chairman.press("Ghi")
    told = people.of(morning(people.house, -1, 0)[0])
    chairman.go("/ban-tin/")
    lines = chairman.page.locator(".brief-line")
    assert 1 <= lines.count() <= 5
    mine = _line_of(chairman, told)
    if not mine.get_by_role("link", name="Giao việc").is_visible():
        mine.locator("summary").click()
    chairman.follow(mine.get_by_role("link", name="Giao việc"))
    chairman.fill(words=ASKED)
    chairman.press("Giao việc")
    chairman.sees("Kết quả lên bản tin sau.")
    assert chairman.download("Bản in A4").startswith(b"%PDF")
    told.go("/viec-cua-toi/")
    told.follow(told.page.get_by_role("link", name=ASKED).first)
    told.fill(note=DONE)
    told.press("Ghi đã làm")
    told.sees("Lãnh đạo thấy trong bản tin sau.")
    morning(people.house, 1)  # tomorrow, made now
    chairman.go("/ban-tin/truoc/")
    chairman.follow(chairman.page.locator("main section").last.get_by_role("link").first)
    chairman.sees("Trả lời hôm trước", DONE)


def _line_of(chairman: Walker, told: Walker) -> Locator:
    """The line of today's brief that names whoever sits at the other screen."""
    header = told.page.locator("header").inner_text()
    lines = chairman.page.locator(".brief-line").all()
    (found, *_) = [one for one in lines if one.locator(".brief-who b").inner_text() in header]
    return found


def test_a_set_is_frozen_and_printed(people: People) -> None:
    clerk = people.clerk
    clerk.go("/muc-tieu/?nam=2021")
    clerk.press("Chốt số liệu")
    clerk.fill(ten=SET, van_ban="Báo cáo trình kỳ họp cuối năm (minh họa)")
    clerk.page.get_by_role("button", name="Chốt số liệu").click()
    clerk.examine()
    clerk.sees("Mã bộ số liệu", SET)
    low(clerk, "bo-so-lieu")
    printed = letters(clerk.download("In PDF"))
    assert "66,2 triệu đồng" in printed
    assert code_of(clerk) in printed, "mã của bộ in trên báo cáo"


def code_of(walker: Walker) -> str:
    """The code of the set whose page is open."""
    return walker.page.locator("section[aria-labelledby='ma-bo'] .mrz").inner_text()


def test_its_table_is_pasted_into_word_and_excel(people: People) -> None:
    clerk = people.clerk
    shown = clerk.page.locator("section[aria-labelledby='so-lieu'] tbody tr").count()
    frozen = one_table_twice(*pasted(clerk))
    assert SET in frozen[0][0]
    assert frozen[1] == ["Số", "Chỉ tiêu", "Mức phải đạt", "Kết quả", "Kết luận", "Cấp tin cậy"]
    assert len(frozen) == 2 + shown
    clerk.go("/muc-tieu/?nam=2021")
    assert "số liệu chưa chốt" in one_table_twice(*pasted(clerk))[0][0]
    clerk.page.go_back()


def one_table_twice(html: str, text: str) -> list[list[str]]:
    """The rows that a sheet takes from the text, once Word's table is found to hold the same."""
    rows = [line.split("\t") for line in text.splitlines()]
    cells = [re.sub("<[^>]+>", "", one) for one in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", html)]
    assert [unescape(one) for one in cells] == [cell for row in rows[1:] for cell in row]
    assert {len(row) for row in rows[1:]} == {6}
    assert html.count("mso-number-format") == len(cells), "1.1 và 9/10 vẫn là chữ trong Excel"
    return rows


def pasted(walker: Walker) -> list[str]:
    """What Ctrl+V would put down after the page's button: as HTML, as text."""
    walker.page.get_by_role("button", name="Sao chép cả bảng").click()
    walker.sees("Đã chép. Mở Word hoặc Excel")
    walker.page.evaluate(PASTE)
    walker.page.keyboard.press("Control+V")
    return list(walker.page.evaluate("() => window.pasted"))


def test_an_edited_report_comes_back_and_what_differs_is_named(people: People) -> None:
    clerk = people.clerk
    clerk.page.reload()
    word = clerk.download("Tải Word")
    clerk.press("Kiểm báo cáo đã sửa")
    clerk.upload("bao-cao.docx", edited(word, "66,2", "67,2"))
    clerk.press("Kiểm báo cáo")
    clerk.sees("chỗ khác bộ số liệu", "Con số đã đổi hoặc mất")
    low(clerk, "kiem-bao-cao-da-sua")
    told = row_of(clerk, "Thu nhập bình quân đầu người")
    assert "66,2" in told
    assert "67,2" in told


def edited(word: bytes, was: str, now: str) -> bytes:
    """The report as somebody gives it back: one figure is another wherever it stands."""
    paper = docx.Document(io.BytesIO(word))
    cells = [cell for table in paper.tables for row in table.rows for cell in row.cells]
    changed = [one for place in (paper, *cells) for one in place.paragraphs if was in one.text]
    for one in changed:
        first, *others = one.runs
        first.text, rest = one.text.replace(was, now), others
        for run in rest:
            run.text = ""
    assert changed
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def test_next_years_decision_is_drafted_of_what_rooms_answered(people: People) -> None:
    secretary, official = people.of("thukyiso"), people.of("tramyte")
    secretary.go("/muc-tieu/?nam=2021")
    secretary.press("Xây dựng năm sau")
    secretary.fill(closes_on=f"{date.today() + timedelta(days=14):%d/%m/%Y}")
    secretary.press("Mở đợt")
    official.go("/muc-tieu/nam-sau/")
    official.follow(official.page.locator("main").get_by_role("link", name="Của tôi"))
    official.press("Giảm tỷ lệ người sinh con thứ 3")
    official.choose("Sửa")
    official.fill(text=LEVEL, reason=WHY)
    official.press("Gửi ý kiến")
    official.sees("Đã ghi ý kiến của bạn.", "Đề nghị sửa")
    official.press("Giữ nguyên các dòng còn lại của tôi")
    secretary.page.reload()
    secretary.press("Có đề nghị đổi")
    low(secretary, "xay-dung-nam-sau")
    secretary.press("Giảm tỷ lệ người sinh con thứ 3")
    secretary.sees(WHY)
    secretary.press("Quyết")
    secretary.go("/muc-tieu/nam-sau/")
    secretary.press("Giữ mọi dòng không ai đề nghị đổi")
    secretary.press("Soạn Quyết định")
    secretary.sees("Mục tiêu chất lượng năm 2022")
    assert LEVEL in letters(preview(secretary))


def letters(pdf: bytes) -> str:
    """The words of a typeset paper."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_the_public_pages_open_from_a_disk_without_script(
    house: House, browser: Browser, outside: Path
) -> None:
    folder = outside / "trang-cong-khai"
    ran = house.chuan("publish", str(folder))
    assert ran.returncode == 0, ran.stderr
    pages = sorted(folder.glob("*.html"))
    assert {page.name: leading_nowhere(page) for page in pages} == {page.name: [] for page in pages}
    reader = Walker(browser.new_context(java_script_enabled=False).new_page(), folder.as_uri())
    reader.page.goto(f"{reader.address}/index.html")
    reader.page.get_by_role("link", name="Mục tiêu chất lượng năm 2021").first.click()
    reader.sees("Thu nhập bình quân đầu người", "66,2")
    assert not reader.errors
    reader.page.context.close()
    held = Walker(browser.new_context(viewport=PHONE, locale="vi-VN").new_page(), folder.as_uri())
    for page in pages:
        held.go(f"/{page.name}")  # what axe itself asks of a disk is refused it, and no fault of the page
        if page.name.startswith("muc-tieu"):
            held.shot("trang-cong-khai")
    held.page.context.close()


def leading_nowhere(page: Path) -> list[str]:
    """Links of a page that no file beside it answers, and whatever would run."""
    text = page.read_text(encoding="utf-8")
    found = re.findall(r'(?:href|src)="([^"]+)"', text)
    here = [urlsplit(one) for one in found if not one.startswith(("mailto:", "tel:", "https:"))]
    gone = [one.geturl() for one in here if one.path and not (page.parent / unquote(one.path)).is_file()]
    ids = set(re.findall(r'\bid="([^"]+)"', text))
    lost = [one.geturl() for one in here if not one.path and one.fragment and one.fragment not in ids]
    return [*gone, *lost, *re.findall(r"<script|\bon\w+=\"|javascript:", text)]


def test_the_export_is_checked_in_an_empty_house_and_one_changed_byte_is_named(
    house: House, people: People, outside: Path
) -> None:
    people.clerk.go("/muc-tieu/chot/?nam=2021")
    fingerprint = people.clerk.page.locator("section[aria-labelledby='van-tay'] .mrz").inner_text()
    whole, changed = outside / "so-lieu-2021.json", outside / "so-lieu-sua.json"
    ran = house.chuan("figures", "export", str(whole), "--set", SET, "--as", "vanphong")
    assert ran.returncode == 0, ran.stderr
    above = House("", outside / "nha-trong")
    ran = above.chuan("figures", "verify", str(whole), "--fingerprint", fingerprint)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert not above.folder.exists(), "kiểm không cần dữ liệu nào"
    changed.write_bytes(whole.read_bytes().replace(b"66,2", b"67,2", 1))
    ran = above.chuan("figures", "verify", str(changed))
    assert ran.returncode == 2
    assert "sửa" in ran.stderr, ran.stderr


def test_the_trail_of_the_month_is_whole(house: House) -> None:
    ran = house.chuan("trail", "verify")
    assert ran.returncode == 0, ran.stdout + ran.stderr
