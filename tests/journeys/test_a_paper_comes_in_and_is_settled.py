"""Keep mode: an edXML packet and a signed PDF come in, get their số đến, are given out, settled with a reply, found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from chuan.exchange import edxml
from chuan.exchange.edxml import Attachment, Code, DocumentType, Kind, Organ, Packet, Promulgation
from chuan.rules.working_time import VIETNAM
from tests.edxml.making import AT, MESSAGE
from tests.journeys.conftest import House, Walker
from tests.journeys.offices import CODE, IN_CHARGE, People, keep_documents_here, seated
from tests.signing.draft import paper

pytestmark = pytest.mark.browser

SENDER = Organ(id="000.00.00.H27", in_charge="Chính phủ", name="Ủy ban nhân dân tỉnh Hà Tĩnh")
US = Organ(id=CODE, in_charge=IN_CHARGE, name="UBND phường Bắc Hồng")
SUBJECT = "V/v rà soát, công khai thủ tục hành chính tại bộ phận một cửa"
RESULT = "Đã niêm yết 142 thủ tục, gửi báo cáo cho Ủy ban nhân dân tỉnh"


@pytest.fixture(scope="module")
def people(house: House, browser: Browser) -> Iterator[People]:
    with seated(house, browser) as made:
        yield made


def packet() -> bytes:
    """A letter of the province with its signed file, as its system would write it."""
    message = replace(
        MESSAGE, sender=SENDER, receivers=(US,), code=Code(number="4512", notation="UBND-KSTT"), subject=SUBJECT,
        type=DocumentType(type="18", name="Công văn"),
        promulgation=Promulgation(place="Hà Tĩnh", dated=f"{date.today():%Y/%m/%d}"),
    )  # fmt: skip
    attached = (Attachment(name="4512.UBND-KSTT.pdf", content=paper()),)
    made = edxml.completed(
        Packet(kind=Kind.NEW, document=message, attachments=attached), at=AT.astimezone(VIETNAM)
    )
    return edxml.write(replace(made, remarks=edxml.remarks_of(made)))


def take_in(clerk: Walker, name: str, data: bytes) -> None:
    """Drop a packet on Gửi nhận and accept it."""
    clerk.go("/van-ban/gui-nhan/den/")
    clerk.upload(name, data)
    clerk.press("Nạp và xem")
    clerk.follow(clerk.page.get_by_role("button", name="Tiếp nhận", exact=True))
    clerk.sees("Đã tiếp nhận")


def registered(clerk: Walker, words: str) -> str:
    """Register the document whose row has these words; its số đến."""
    clerk.go("/van-ban/den/?o=arrived")
    clerk.page.locator("tbody tr", has_text=words).get_by_role("link").click()
    clerk.settle()
    clerk.press("Đăng ký, cấp số đến")
    clerk.follow(clerk.page.locator("main form button[type=submit]").last)
    said = re.search(r"Đã đăng ký, số đến (\S+)[;.]", clerk.page.locator("main").inner_text())
    assert said, clerk.page.locator("main").inner_text()
    return said.group(1)


def test_a_packet_is_taken_in_registered_and_acknowledged(people: People) -> None:
    keep_documents_here(people)
    clerk = people.clerk
    take_in(clerk, "4512.edxml", packet())
    assert registered(clerk, SUBJECT) == "01"
    clerk.go("/van-ban/gui-nhan/den/")
    clerk.press("4512/UBND-KSTT")
    clerk.sees("Gói tin trả lời đã lập")
    link = clerk.page.get_by_role("region", name="Gói tin trả lời đã lập").get_by_role("link").first
    with clerk.page.expect_download() as waited:
        link.click()
    answer = Path(waited.value.path()).read_bytes()
    told = edxml.read(answer, name="tra-loi.edxml").status
    assert told is not None
    assert told.code == "01"


def test_the_chairman_gives_it_out_with_a_deadline(people: People) -> None:
    chairman = people.chairman
    chairman.go("/van-ban/den/")
    chairman.press(SUBJECT)
    chairman.press("Phân công")
    lead = chairman.page.locator("[name=lead] option", has_text="Lê Minh Tâm").get_attribute("value")
    chairman.page.locator("[name=lead]").select_option(lead)
    chairman.fill(working_days="3", instruction="Niêm yết đủ, báo cáo đúng hạn.")
    chairman.page.get_by_text("Phối hợp", exact=True).first.click()
    chairman.page.get_by_role("group", name="Phối hợp").get_by_label("Trần Thị Hoài").check()
    chairman.examine()
    chairman.page.evaluate("window.scrollTo({top: 0, behavior: 'instant'})")
    chairman.shot("phan-cong")
    chairman.follow(chairman.page.get_by_role("button", name="Phân công", exact=True))
    chairman.sees("Đã phân công", "Lê Minh Tâm")


def test_the_one_who_leads_sees_it_among_his_work_and_settles_it_with_a_reply(people: People) -> None:
    one = people.of("tuphap")
    one.go("/viec-cua-toi/")
    one.sees("Chủ trì: " + SUBJECT)
    one.page.locator("main a", has_text="Mở").first.click()
    one.settle()
    one.press("Ghi kết quả")
    one.fill(result=RESULT, reply_number="15/BC-UBND")
    one.follow(one.page.locator("main form button[type=submit]").last)
    one.sees("Đã ghi kết quả giải quyết", RESULT)
    people.clerk.go("/van-ban/den/")
    people.clerk.sees(SUBJECT)
    people.clerk.shot("van-ban-den")


def test_the_incoming_book_has_it_and_search_finds_it_without_marks(people: People) -> None:
    clerk = people.clerk
    clerk.go("/van-ban/so/?so=den")
    clerk.sees(SUBJECT)
    assert clerk.download("In sổ (PDF)").startswith(b"%PDF")
    clerk.go("/tim/?tim=ra+soat+cong+khai+thu+tuc")
    clerk.sees(SUBJECT)


def test_a_phone_shows_what_came_in(people: People) -> None:
    clerk = people.clerk
    clerk.page.set_viewport_size({"width": 390, "height": 844})
    clerk.go("/van-ban/den/")
    clerk.sees(SUBJECT)
    clerk.shot("dien-thoai-van-ban-den")
    clerk.press(SUBJECT)
    clerk.go("/van-ban/so/?so=den")
    clerk.go("/van-ban/gui-nhan/den/")
    clerk.page.set_viewport_size({"width": 1366, "height": 768})


@pytest.mark.shared
def test_a_paper_of_a_city_is_dropped_and_number_and_day_are_read_from_its_boxes(
    people: People, shared: Path
) -> None:
    clerk = people.clerk
    data = (shared / "data" / "signed-pdf" / "government" / "hanoi_qd_2280_water.pdf").read_bytes()
    clerk.go("/van-ban/den/nhan/")
    clerk.upload("hanoi_qd_2280_water.pdf", data)
    clerk.press("Đọc và kiểm tra")
    box = {name: clerk.page.locator(f"[name='{name}']").input_value() for name in ("number", "issued_on")}
    assert box == {"number": "2280/QĐ-UBND", "issued_on": "29/04/2026"}
    clerk.sees("Chữ ký số của tệp")
    clerk.follow(clerk.page.locator("main form button[type=submit]").last)
    clerk.sees("Đã đăng ký, số đến 02")


@pytest.mark.shared
def test_a_packet_of_a_real_gateway_is_taken_in(people: People, shared: Path) -> None:
    data = (shared / "data" / "edxml" / "document" / "gateway_2.edxml").read_bytes()
    take_in(people.clerk, "gateway_2.edxml", data)


def test_the_house_is_whole(house: House) -> None:
    for command in (("trail", "verify"), ("check", "projections")):
        ran = house.chuan(*command)
        assert ran.returncode == 0, ran.stdout + ran.stderr
