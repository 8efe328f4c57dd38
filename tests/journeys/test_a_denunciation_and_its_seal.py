"""A denunciation verified from a covered copy; one against the Chairman not taken in; an identity opened once by two.

The denouncer's name stands on the paper that is scanned and, later, under seal. It is looked for where anybody could
come across it: the search box, the list, the Excel file, the trail, the copy, the log.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.journeys.conftest import House, Walker
from tests.journeys.letters import act, send
from tests.journeys.offices import People, seated, today

pytestmark = pytest.mark.browser

NAME, TELEPHONE = "Khuất Thị Lặng Thầm", "0912345678"
TEXT = "Thu tiền ngoài quy định khi cấp giấy xác nhận."
LETTER = f"""<h1>ĐƠN TỐ CÁO</h1><p>Kính gửi Ủy ban nhân dân phường</p><p>Tôi là {NAME}, điện thoại {TELEPHONE}.</p>
<p>Ngày 06/07 cán bộ thu 500.000 đồng mà không viết biên lai.</p>"""
ORDER = "Quyết định 41/QĐ-UBND ngày 20/07/2026 (minh họa)"
WHY = "Mời đến làm việc với tổ xác minh."


@dataclass
class Story:
    """What one test leaves to the next."""

    page: str = ""
    request: str = ""


@pytest.fixture(scope="module")
def people(house: House, browser: Browser) -> Iterator[People]:
    with seated(house, browser) as made:
        yield made


@pytest.fixture(scope="module")
def story() -> Story:
    return Story()


@pytest.fixture(scope="module")
def scan(browser: Browser) -> bytes:
    page = browser.new_page()
    page.set_content(f"<html lang=vi><body style='font: 20px sans-serif'>{LETTER}</body></html>")
    made = page.pdf(format="A4")
    page.close()
    return made


def test_against_the_chairman_nothing_is_taken_in_and_it_says_where_to_send_it(people: People) -> None:
    clerk = people.of("tuphap")
    clerk.go("/don-thu/ghi/to-cao/")
    clerk.sees("Hỏi trước khi ghi bất cứ điều gì")
    clerk.follow(clerk.page.get_by_role("link", name="Chủ tịch hoặc Phó Chủ tịch").first)
    clerk.sees("Không nhận ở đây", "Chủ tịch Ủy ban nhân dân cấp tỉnh", "Không ghi ngày nhận")
    clerk.shot("don-thu-khong-nhan")
    assert not clerk.page.locator("main form").count(), "không có ô nào để gõ"
    clerk.go("/don-thu/")
    clerk.sees("Chưa có đơn")


def test_a_denunciation_is_taken_in_without_who_denounced(people: People, story: Story) -> None:
    clerk = people.of("tuphap")
    clerk.go("/don-thu/ghi/to-cao/?ai=official")
    clerk.sees("Không lưu gì về người tố cáo")
    assert not clerk.page.locator("[name^=nguoi]").count(), "không có ô cho người gửi"
    clerk.page.locator("[name=channel]").select_option("post")
    clerk.fill(received_on="07/07/2026", text=TEXT, envelope="tủ sắt phòng tiếp dân, bì số 1")
    clerk.page.get_by_label("Bùi Thị Lan").check()
    clerk.shot("don-thu-to-cao")
    send(clerk)
    clerk.press("Mở đơn")
    story.page = clerk.page.url.removeprefix(clerk.address)
    act(clerk, story.page, "xu-ly/phan-loai", on="10/07/2026")
    act(clerk, story.page, "xu-ly/thu-ly", on="13/07/2026", paper="15/QĐ-UBND")
    clerk.sees("Đã ghi thụ lý")


def test_its_scan_is_covered_page_by_page(people: People, story: Story, scan: bytes) -> None:
    clerk = people.of("tuphap")
    clerk.go(f"{story.page}che/")
    clerk.upload("don-to-cao.pdf", scan)
    send(clerk)
    clerk.sees("Khung che trên trang này")
    clerk.press("Xem mọi trang")
    clerk.fill(can_tim=f"{NAME}\n{TELEPHONE}")
    clerk.press("Tìm và đặt khung")
    clerk.page.wait_for_selector(".notice")
    clerk.go(f"{story.page}che/trang/1/")
    clerk.shot("don-thu-che")
    clerk.page.locator("[name=da_xem]").check()
    send(clerk)
    clerk.press("Làm bản che")
    clerk.page.wait_for_url("**/ban-che/**")
    clerk.examine()
    clerk.sees("người làm bản che không tự xác nhận")


def test_somebody_else_confirms_the_copy_and_only_that_reaches_the_verifier(
    people: People, story: Story
) -> None:
    chairman = people.chairman
    chairman.go("/viec-cua-toi/")
    chairman.press("Xem lại bản đã che của đơn")
    chairman.shot("don-thu-xem-lai-ban-che")
    chairman.page.locator("[name=xem_1]").check()
    chairman.press("Xác nhận, giao người xác minh")
    chairman.sees("Người xác minh tải được bản này từ bây giờ")
    chairman.go(f"{story.page}giao/")
    assert "Bùi Thị Lan" not in chairman.page.locator("[name=official]").inner_text()
    chairman.page.locator("[name=official]").select_option(label="Phan Thị Ngân (minh họa)")
    chairman.fill(on="14/07/2026")
    send(chairman)
    verifier = people.of("taichinh")
    verifier.go(f"{story.page}ban-che/")
    copy = verifier.download("Tải bản đã che")
    assert not "".join(page.extract_text() for page in PdfReader(io.BytesIO(copy)).pages).strip()
    act(verifier, story.page, "ke-hoach", text="Đối chiếu biên lai với sổ thu.", on="15/07/2026")
    act(verifier, story.page, "lam-viec", text="Làm việc với thủ quỹ.", on="16/07/2026")


def test_who_is_denounced_and_who_has_no_part_in_it_find_no_such_petition(
    house: House, people: People
) -> None:
    other = people.of("vanhoa")
    other.go("/don-thu/")
    assert "DT-2026" not in other.page.content()
    other.go("/tim/?tim=DT-2026")
    assert "DT-2026-0" not in other.page.locator("main").inner_text()


def test_the_head_switches_the_sealed_record_on_by_a_document(people: People) -> None:
    chairman = people.chairman
    chairman.go("/don-thu/niem-phong/")
    chairman.sees("Đơn vị không lưu danh tính người tố cáo trong phần mềm")
    chairman.go("/don-thu/niem-phong/cai-dat/")
    chairman.page.locator("[name=is_on]").select_option("on")
    chairman.fill(valid_from=today())
    send(chairman)
    chairman.sees("Chưa lưu được")
    chairman.fill(citation=ORDER)
    send(chairman)
    chairman.sees(ORDER, "công chức tiếp dân, xử lý đơn xin mở")


def test_an_identity_is_sealed(people: People, house: House, story: Story) -> None:
    clerk = people.of("tuphap")
    ran = house.chuan("seal-keys", "rotate")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    clerk.go(f"{story.page}niem-phong/danh-tinh/")
    clerk.fill(kin_ho_ten=NAME, kin_nam_sinh="1971", kin_dien_thoai=TELEPHONE)
    send(clerk)
    clerk.sees("Danh tính người tố cáo: đang niêm phong")


def test_a_name_typed_into_the_work_is_refused_and_not_shown_again(people: People, story: Story) -> None:
    verifier = people.of("taichinh")
    act(verifier, story.page, "lam-viec", text=f"Hỏi {NAME} về biên lai.", on="17/07/2026")
    verifier.sees("Nội dung có tên hoặc số điện thoại của người tố cáo nên chưa ghi")
    assert NAME not in verifier.page.content()


def test_it_takes_two_and_a_reason_to_open_it_once(people: People, story: Story) -> None:
    clerk, chairman = people.of("tuphap"), people.chairman
    act(clerk, story.page, "niem-phong/xin-mo", words=WHY)
    clerk.sees("hỏi người cho mở khóa thứ hai", "Đang chờ người cho mở trả lời")
    story.request = clerk.page.url.removeprefix(clerk.address)
    chairman.go(story.request)
    chairman.sees(WHY)
    chairman.press("Cho mở, lấy khóa thứ hai")
    key = re.search(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b", chairman.page.locator("main").inner_text())
    assert key
    chairman.press("Đã đọc xong")
    act(clerk, f"{story.request}", "mo", khoa_thu_hai="22222222")
    clerk.sees("Khóa thứ hai không đúng")
    assert NAME not in clerk.page.content()
    clerk.fill(khoa_thu_hai=key[0])
    send(clerk)
    clerk.sees(NAME, TELEPHONE)
    clerk.press("Đọc xong, về trang đơn")
    assert NAME not in clerk.page.content()
    clerk.go(story.request)
    assert not clerk.page.locator("main form, main a.btn-primary").count(), "mở nữa thì phải xin lại"


def test_the_head_is_told_and_the_trail_knows_who_opened_it(people: People) -> None:
    chairman = people.chairman
    chairman.go("/viec-cua-toi/")
    chairman.go("/don-thu/niem-phong/")
    chairman.sees(WHY, "Lê Minh Tâm (minh họa) xin mở, Ngô Văn Ký (minh họa) cho mở")
    chairman.shot("don-thu-niem-phong")
    chairman.follow(chairman.page.locator("section[aria-labelledby=da-mo] form button"))
    chairman.sees("Chủ tịch đã xem")
    chairman.go("/nhat-ky/")
    chairman.sees("Mở niêm phong")


def test_the_name_is_found_nowhere(people: People, house: House, story: Story) -> None:
    clerk, chairman, sought = people.of("tuphap"), people.chairman, NAME.replace(" ", "+")
    looks = (
        (clerk, f"/tim/?tim={sought}"),
        (clerk, f"/don-thu/?tim={sought}"),
        (chairman, f"/tim/?tim={sought}"),
    )
    places = {f"{at}": looked_at(walker, at) for walker, at in looks}
    places |= {
        at: looked_at(chairman, at)
        for at in ("/nhat-ky/", "/don-thu/niem-phong/", "/viec-cua-toi/", story.page)
    }
    places |= {"danh sách": looked_at(clerk, "/don-thu/")}
    sheet = zipfile.ZipFile(io.BytesIO(clerk.download("Tải Excel")))
    places |= {name: sheet.read(name).decode("utf-8", "ignore") for name in sheet.namelist()}
    for log in (*(house.folder / "logs").iterdir(), house.folder / "server.log"):
        places[log.name] = log.read_text(encoding="utf-8")
    assert any("DT-2026-0001" in text for name, text in places.items() if name.endswith(".xml")), (
        "đơn có trong tệp Excel"
    )
    assert not [
        at for at, text in places.items() if any(one in text for one in (NAME, "Lặng Thầm", TELEPHONE))
    ]


def looked_at(walker: Walker, path: str) -> str:
    """The page as it was sent, less what was just typed into the boxes of searching."""
    walker.go(path)
    walker.page.locator("input[type=search]").evaluate_all("all => all.forEach(one => one.remove())")
    return walker.page.content()


def test_its_pages_fit_a_phone(people: People, story: Story) -> None:
    clerk = people.of("tuphap")
    clerk.page.set_viewport_size({"width": 390, "height": 844})
    for page in (story.page, f"{story.page}ban-che/", "/don-thu/niem-phong/"):
        clerk.go(page)


def test_the_house_is_whole(house: House) -> None:
    for command in (("trail", "verify"), ("check", "projections")):
        ran = house.chuan(*command)
        assert ran.returncode == 0, ran.stdout + ran.stderr
