"""Keep mode: a notice reviewed, signed with a device, numbered, sealed, issued, sent as edXML and mail, read by three.

The signatures are made by the real command ``chuan sign`` with a real PKCS#11 library (SoftHSM), time stamps and
revocation by a test authority; only the authority itself is invented.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from chuan.exchange.edxml import Organ
from tests.journeys.conftest import House, Walker
from tests.journeys.offices import Devices, People, code_on, keep_documents_here, plugged_in, seated, today
from tests.signing.authority import Authority
from tests.signing.responders import served

pytestmark = pytest.mark.browser

READERS = ("tuphap", "taichinh", "diachinh")
SUBJECT = "Về việc phân công trực giải quyết công việc trong dịp nghỉ lễ"
BODY = """Ủy ban nhân dân phường Bắc Hồng thông báo như sau:
1. Công chức Văn phòng – thống kê lập lịch trực, gửi các bộ phận trước ngày nghỉ 05 ngày làm việc.
2. Người trực có mặt đúng giờ, ghi sổ trực và báo cáo Chủ tịch khi có việc đột xuất."""
RECIPIENTS = "UBND tỉnh Hà Tĩnh (b/c)\nSở Nội vụ\nCác công chức chuyên môn\nLưu: VT"
PROVINCE = Organ(id="000.00.00.H27", in_charge="Chính phủ", name="Ủy ban nhân dân tỉnh Hà Tĩnh")


@dataclass
class Notice:
    """What one test leaves to the next."""

    page: str = ""
    files: dict[str, Path] = field(default_factory=dict)


@pytest.fixture(scope="module")
def people(house: House, browser: Browser) -> Iterator[People]:
    with seated(house, browser) as made:
        yield made


@pytest.fixture(scope="module")
def trust() -> Iterator[Authority]:
    with served(Authority()) as authority:
        yield authority


@pytest.fixture(scope="module")
def devices(tmp_path_factory: pytest.TempPathFactory, trust: Authority) -> Iterator[Devices]:
    with plugged_in(tmp_path_factory.mktemp("thiet-bi"), trust) as made:
        yield made


@pytest.fixture(scope="module")
def notice() -> Notice:
    return Notice()


def do(walker: Walker, page: str, button: str, note: str = "") -> None:
    """Press one of the buttons on the page of the notice."""
    walker.go(page)
    if note:
        walker.fill(note=note)
    walker.follow(walker.page.get_by_role("button", name=button, exact=True))


def test_the_unit_keeps_its_documents_here_from_today_by_a_decision(people: People) -> None:
    keep_documents_here(people)


def test_certificates_anchor_and_services_are_written_down(
    people: People, trust: Authority, devices: Devices
) -> None:
    clerk = people.clerk
    page = "/van-ban/ky/chung-thu/"
    for who, whose in (("chairman", "Ngô Văn Ký"), ("agency", "")):
        clerk.go(page)
        box = clerk.page.locator(f"form[action='{page}']")
        if whose:
            option = box.locator("select option", has_text=whose).get_attribute("value")
            box.locator("select").select_option(option)
        file = {"name": f"{who}.cer", "mimeType": "application/pkix-cert", "buffer": trust.person(who).der}
        box.locator("input[type=file]").set_input_files(file)
        clerk.press("Ghi chứng thư")
        clerk.sees("Đã ghi chứng thư số")
    box = clerk.page.locator("form[action='/van-ban/ky/dich-vu/']")
    given = {"timestamp_url": f"{trust.url}/tsa", "addresses": trust.url, "valid_from": today()}
    for name, text in (given | {"citation": "Hợp đồng dịch vụ (minh họa)"}).items():
        box.locator(f"[name='dich-vu-{name}']").fill(text)
    clerk.press("Ghi dịch vụ")
    clerk.sees("Đã ghi dịch vụ ký số")
    clerk.go("/van-ban/chu-ky/tin-cay/")
    clerk.upload("goc.cer", trust.root.der)
    clerk.fill(can_cu="Nơi cấp chứng thư công bố (minh họa)")
    clerk.press("Khai báo")


def test_receivers_outside_and_a_group_inside_are_known(people: People) -> None:
    clerk = people.clerk
    for name, other, code, mail in (
        (PROVINCE.name, "UBND tỉnh Hà Tĩnh", PROVINCE.id, ""),
        ("Sở Nội vụ tỉnh Hà Tĩnh", "Sở Nội vụ", "", "noivu@hatinh.example"),
    ):
        clerk.go("/van-ban/gui-nhan/noi-ngoai/them/")
        clerk.fill(name=name, other_names=other, organ_code=code, mail=mail)
        clerk.follow(clerk.page.locator("main form button[type=submit]").first)
        clerk.sees(name)
    clerk.go("/van-ban/gui-nhan/nhom/them/")
    clerk.fill(name="Các công chức chuyên môn")
    for post in ("Tư pháp – hộ tịch", "Tài chính – kế toán", "Địa chính – xây dựng"):
        clerk.page.get_by_label(post, exact=True).check()
    clerk.follow(clerk.page.locator("main form button[type=submit]").first)
    clerk.sees("Các công chức chuyên môn")


def drafted(people: People, subject: str) -> str:
    """A notice written, reviewed twice, waiting for the Chairman; the address of its page."""
    clerk, chairman = people.clerk, people.chairman
    clerk.go("/van-ban/soan/moi/")
    clerk.follow(clerk.page.get_by_role("button", name="Thông báo", exact=True))
    clerk.fill(subject=subject, body=BODY, recipients=RECIPIENTS)
    clerk.press("Lưu và về trang dự thảo")
    page = clerk.page.url.removeprefix(clerk.address)
    do(clerk, page, "Trình duyệt nội dung")
    do(chairman, page, "Duyệt nội dung")
    do(clerk, page, "Xác nhận thể thức")
    return page


def test_a_notice_is_drafted_and_goes_through_both_reviews(people: People, notice: Notice) -> None:
    notice.page = drafted(people, SUBJECT)
    people.clerk.sees("chờ ký")


def signed_by_code(
    people: Walker, house: House, devices: Devices, token: str, heading: str, button: str
) -> str:
    """Take a code on the page of signing and run the command with the device."""
    people.go("/van-ban/ky/")
    people.sees(heading)
    people.press(button)
    people.sees("Mã ký")
    said = devices.sign(house, code_on(people), token)
    people.press("Xem kết quả ký")
    people.sees("Đã ký")
    return said


def test_the_chairman_signs_with_his_device_by_a_code(
    people: People, house: House, devices: Devices, notice: Notice
) -> None:
    said = signed_by_code(
        people.chairman, house, devices, "chu-tich", "Chờ người có thẩm quyền ký", "Lấy mã ký"
    )
    assert "Đã ký xong 1/1 văn bản" in said
    people.chairman.go("/van-ban/ky/")
    people.chairman.sees("Không có văn bản nào đang chờ")


def test_the_clerk_numbers_it_01_and_seals_it(
    people: People, house: House, devices: Devices, notice: Notice
) -> None:
    clerk = people.clerk
    clerk.go(notice.page)
    clerk.shot("cap-so")
    do(clerk, notice.page, "Cấp số và ngày")
    clerk.sees("Đã cấp số 01/TB-UBND")
    clerk.go("/van-ban/ky/")
    clerk.shot("ky-so")
    said = signed_by_code(
        clerk, house, devices, "van-thu", "Chờ ký số của cơ quan", "Lấy mã ký số của cơ quan"
    )
    assert "Đã ký xong 1/1 văn bản" in said


def test_issuing_queues_it_for_people_the_axis_and_mail(people: People, notice: Notice) -> None:
    clerk = people.clerk
    clerk.go(notice.page)
    clerk.page.get_by_label("Yêu cầu người nhận trong đơn vị xác nhận").check()
    clerk.shot("phat-hanh")
    clerk.follow(clerk.page.get_by_role("button", name="Phát hành", exact=True))
    clerk.sees("Đã phát hành; xếp 5 lượt gửi")


def test_the_issued_file_proves_its_five_signatures(
    people: People, house: House, trust: Authority, notice: Notice, tmp_path: Path
) -> None:
    clerk = people.clerk
    clerk.go(notice.page)
    file, roots = tmp_path / "01.TB.pdf", tmp_path / "tin-cay"
    file.write_bytes(clerk.download("Tải bản đã ký"))
    roots.mkdir()
    (roots / "goc.cer").write_bytes(trust.root.der)
    ran = house.chuan("check-signature", str(file), "--json", "--trust", str(roots))
    report = json.loads(ran.stdout)
    assert (report["verdict"], len(report["signatures"])) == ("passed", 5), ran.stdout
    if shutil.which("pdfsig"):
        ran = subprocess.run(["pdfsig", str(file)], capture_output=True, text=True, check=False)
        assert ran.stdout.count("Signature Validation: Signature is Valid.") >= 5, ran.stdout
    notice.files["pdf"] = file


def test_the_packet_goes_out_and_what_the_province_answers_moves_it(
    people: People, house: House, notice: Notice, tmp_path: Path
) -> None:
    clerk = people.clerk
    clerk.go("/van-ban/gui-nhan/hop-gui/")
    clerk.press("Lập gói tin")
    packet, letter = tmp_path / "gui.edxml", tmp_path / "thu.eml"
    packet.write_bytes(clerk.download("Tải gói tin"))
    clerk.shot("gui-nhan")
    letter.write_bytes(clerk.download("Tải tệp .eml"))
    assert b"application/pdf" in letter.read_bytes()
    read = house.chuan("edxml", "read", str(packet))
    assert read.returncode == 0, read.stderr
    assert "01/TB-UBND" in read.stdout, read.stdout
    clerk.press("Ghi đã gửi lúc này")
    for code, words in (("01", "đã đến"), ("03", "đã tiếp nhận")):
        answer = tmp_path / f"{code}.edxml"
        told = house.chuan("edxml", "status", str(packet), "--code", code, "--organ-id", PROVINCE.id, "--organ-name",
                           PROVINCE.name, "--in-charge", PROVINCE.in_charge, "-o", str(answer))  # fmt: skip
        assert told.returncode == 0, told.stderr
        clerk.go("/van-ban/gui-nhan/den/")
        clerk.upload(answer.name, answer.read_bytes())
        clerk.press("Nạp và xem")
        clerk.sees("01/TB-UBND")
        clerk.go("/van-ban/gui-nhan/?cach=edxml")
        assert words in clerk.page.locator("main tbody").inner_text()


def test_three_officials_open_it_and_confirm(people: People) -> None:
    for username in READERS:
        reader = people.of(username)
        reader.go("/van-ban/nam-vung/")
        reader.page.get_by_role("region", name="Tôi phải đọc và xác nhận").get_by_role("link").first.click()
        reader.settle()
        reader.press("Mở để đọc")
        reader.page.get_by_label("Tôi đã đọc hết").check()
        reader.press("Xác nhận")
        reader.sees("Không còn văn bản nào chờ tôi xác nhận")
    people.clerk.go("/van-ban/gui-nhan/?cach=inside")
    assert people.clerk.page.locator("main tbody tr", has_text="đã mở").count() == len(READERS)


def test_a_number_cancelled_stays_in_the_book_with_its_reason(
    people: People, house: House, devices: Devices
) -> None:
    clerk = people.clerk
    page = drafted(people, "Về việc hoãn cuộc họp giao ban tháng")
    signed_by_code(people.chairman, house, devices, "chu-tich", "Chờ người có thẩm quyền ký", "Lấy mã ký")
    do(clerk, page, "Cấp số và ngày")
    clerk.sees("Đã cấp số 02/TB-UBND")
    do(clerk, page, "Hủy số", note="Cuộc họp vẫn tổ chức như lịch")
    clerk.go("/van-ban/so/")
    clerk.sees("01", SUBJECT, "Cuộc họp vẫn tổ chức như lịch")
    clerk.shot("so-van-ban")
    assert clerk.download("In sổ (PDF)").startswith(b"%PDF")


def test_it_is_found_without_marks_and_fits_a_phone(people: People, notice: Notice) -> None:
    clerk = people.clerk
    clerk.go("/tim/?tim=phan+cong+truc+giai+quyet")
    clerk.sees(SUBJECT)
    clerk.page.set_viewport_size({"width": 390, "height": 844})
    for page in (notice.page, "/van-ban/ky/chung-thu/", "/van-ban/gui-nhan/", "/van-ban/so/"):
        clerk.go(page)


def test_the_house_is_whole(house: House) -> None:
    for command in (("trail", "verify"), ("check", "projections")):
        ran = house.chuan(*command)
        assert ran.returncode == 0, ran.stdout + ran.stderr
