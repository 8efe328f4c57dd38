"""Pages of signing: what waits, the code shown once, results, certificates, pictures, services."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from chuan.documents.models import Certificate, Document, SigningTicket
from chuan.documents.signing.pictures import hand_of, seal_of
from chuan.documents.signing.services import level_of, services_of
from chuan.exchange.signing import Level
from chuan.people.models import Official
from tests.examine import examine, open_page
from tests.people import Ward
from tests.signing.authority import Authority
from tests.signing.office import Command, Office, certificate_row, settle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unchecked")]

CODES = "//dd/span[@class='code']"
SignIn = Callable[[Client, Official], Client]


@pytest.fixture
def office(ward: Ward, trust: Authority) -> Office:
    return settle(ward, trust)


@pytest.fixture
def chairman(client: Client, office: Office, sign_in: SignIn) -> Client:
    return sign_in(client, office.ward.chairman)


@pytest.fixture
def clerk(office: Office, sign_in: SignIn) -> Client:
    return sign_in(Client(), office.ward.clerk)


def png(width: int = 60, height: int = 30) -> bytes:
    """A blue, half transparent picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    rows = (b"\0" + b"\x20\x30\xc0\x80" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def file(data: bytes, name: str = "a.cer") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_the_chairman_sees_what_waits_and_gets_a_code(office: Office, chairman: Client):
    document = office.waiting()
    page = open_page(chairman, "/van-ban/ky/")
    assert "Chờ người có thẩm quyền ký" in page.text
    assert "Chờ ký số của cơ quan" not in page.text
    assert document.subject in page.text
    shown = examine(page.form(button="Lấy mã ký").send(chairman))
    command, code = shown.texts(CODES)
    assert command.startswith("chuan sign --server http://testserver --module")
    assert code not in command
    assert Command(code).begin(office.trust, "chairman").status_code == 200


def test_a_code_is_kept_by_no_cache_and_its_page_shows_it_no_more(office: Office, chairman: Client):
    office.waiting()
    answer = open_page(chairman, "/van-ban/ky/").form(button="Lấy mã ký").send(chairman)
    assert "no-store" in answer["Cache-Control"]
    code = examine(answer).texts(CODES)[1]
    again = open_page(chairman, f"/van-ban/ky/{SigningTicket.objects.get().uid}/")
    assert code not in again.text
    assert "Mã chưa được dùng" in again.text


def test_the_results_of_a_ticket(office: Office, chairman: Client):
    first, second = office.waiting(), office.waiting()
    opened = office.open(first, second)
    command = Command(opened.code)
    command.begin(office.trust, "chairman")
    assert "Lệnh đang ký" in open_page(chairman, f"/van-ban/ky/{opened.ticket.uid}/").text
    Document.objects.filter(pk=second.pk).update(stage="draft")
    command.all(office.trust, "chairman")
    page = open_page(chairman, f"/van-ban/ky/{opened.ticket.uid}/")
    assert "Đã ký" in page.text
    assert "không ở bước chờ" in page.text
    assert "Xem lần ký gần nhất" in open_page(chairman, "/van-ban/ky/").text


def test_somebody_elses_ticket_is_not_there(office: Office, clerk: Client):
    opened = office.open(office.waiting())
    open_page(clerk, f"/van-ban/ky/{opened.ticket.uid}/", status=404)


def test_the_clerk_gets_a_code_for_the_seal(office: Office, clerk: Client):
    office.numbered()
    page = open_page(clerk, "/van-ban/ky/")
    assert "Chờ ký số của cơ quan" in page.text
    shown = examine(page.form(button="Lấy mã ký số của cơ quan").send(clerk))
    assert "đã cấp số" in shown.text


def test_nothing_chosen_is_said_on_the_page(office: Office, chairman: Client):
    office.waiting()
    page = examine(chairman.post("/van-ban/ky/ma/", {"vai": "person"}), status=422)
    assert "Chưa chọn văn bản nào" in page.text
    examine(chairman.post("/van-ban/ky/ma/", {"vai": "khac", "van_ban": "x"}), status=422)


def test_a_document_of_another_ward_is_not_there(office: Office, chairman: Client, other_ward: Ward):
    Document.objects.filter(pk=office.waiting().pk).update(unit=other_ward.unit, owner_unit=other_ward.unit)
    uid = Document.objects.get().uid
    assert chairman.post("/van-ban/ky/ma/", {"vai": "person", "van_ban": [str(uid)]}).status_code == 404


def test_who_signs_nothing_is_told_who_does(office: Office, sign_in: SignIn):
    other = sign_in(Client(), office.ward.specialist)
    assert "không ký văn bản" in open_page(other, "/van-ban/ky/").text
    assert other.post("/van-ban/ky/ma/", {"vai": "person"}).status_code == 422
    assert other.get("/van-ban/ky/chung-thu/").status_code == 403


def test_no_more_queries_for_more_documents(office: Office, chairman: Client, django_assert_max_num_queries):
    for _ in range(12):
        office.waiting()
    with django_assert_max_num_queries(22):
        open_page(chairman, "/van-ban/ky/")


# Certificates


def test_certificates_are_listed_with_whose_they_are(office: Office, clerk: Client):
    page = open_page(clerk, "/van-ban/ky/chung-thu/")
    assert "Người Ký" in page.text
    assert "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG" in page.text
    assert "31/12/2049" in page.text


@pytest.mark.parametrize("armoured", [False, True])
def test_a_certificate_is_written_down_from_der_and_pem(office: Office, clerk: Client, armoured: bool):
    vice = office.trust.person("vice")
    data = vice.pem.partition(b"-----BEGIN PRIVATE")[0] if armoured else vice.der
    form = open_page(clerk, "/van-ban/ky/chung-thu/").form(button="Ghi chứng thư")
    answer = form.send(clerk, cua=str(office.ward.secretary.pk), tep=file(data))
    assert answer.status_code == 302
    assert Certificate.objects.get(official=office.ward.secretary).subject == "Người Ký Thay"


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"khong phai", "Không đọc được chứng thư số"), (b"", "tệp"), (b"x" * 1_100_000, "1 MB")],
)
def test_what_is_no_certificate_is_said_at_the_field(office: Office, clerk: Client, data: bytes, said: str):
    answer = clerk.post("/van-ban/ky/chung-thu/", {"cua": "", "tep": file(data)})
    assert said in examine(answer, status=422).text


def test_an_expired_one_and_the_same_twice_are_refused(office: Office, clerk: Client):
    for who, said in (("expired", "hết hạn ngày 31/12/2020"), ("chairman", "đã được ghi")):
        answer = clerk.post("/van-ban/ky/chung-thu/", {"cua": "", "tep": file(office.trust.person(who).der)})
        assert said in examine(answer, status=422).text


def test_a_certificate_goes_out_of_use_and_may_come_back(office: Office, clerk: Client):
    row = certificate_row(office, "chairman")
    assert clerk.post(f"/van-ban/ky/chung-thu/{row.uid}/thoi-dung/").status_code == 302
    assert "thôi dùng" in open_page(clerk, "/van-ban/ky/chung-thu/").text
    data = {"cua": str(office.ward.chairman.pk), "tep": file(office.trust.person("chairman").der)}
    assert clerk.post("/van-ban/ky/chung-thu/", data).status_code == 302
    assert Certificate.objects.filter(ended_at__isnull=True, official=office.ward.chairman).count() == 1


def test_another_ward_neither_sees_nor_ends_a_certificate(office: Office, other_ward: Ward, sign_in: SignIn):
    row, other = certificate_row(office, "chairman"), sign_in(Client(), other_ward.clerk)
    assert "Chưa ghi chứng thư số nào" in open_page(other, "/van-ban/ky/chung-thu/").text
    assert other.post(f"/van-ban/ky/chung-thu/{row.uid}/thoi-dung/").status_code == 404
    data = {"cua": str(office.ward.chairman.pk), "tep": file(office.trust.person("vice").der)}
    examine(other.post("/van-ban/ky/chung-thu/", data), status=422)


# Pictures and services


def test_pictures_of_a_hand_and_of_the_seal(office: Office, clerk: Client):
    assert hand_of(office.ward.chairman) is seal_of(office.ward.unit) is None
    for whose in (str(office.ward.chairman.pk), ""):
        answer = clerk.post("/van-ban/ky/anh/", {"anh-cua": whose, "anh-tep": file(png(), "ky.png")})
        assert answer.status_code == 302
    assert hand_of(office.ward.chairman) == seal_of(office.ward.unit) == png()
    assert hand_of(office.ward.clerk) is None


@pytest.mark.parametrize("data", [b"GIF89a", b"\x89PNG\r\n\x1a\nkhong", png()[:60]])
def test_what_is_no_picture_is_said_at_the_field(office: Office, clerk: Client, data: bytes):
    answer = clerk.post("/van-ban/ky/anh/", {"anh-cua": "", "anh-tep": file(data, "ky.png")})
    assert "phải là tệp PNG" in examine(answer, status=422).text


def test_an_official_keeps_their_own_picture_and_nobody_elses(office: Office, chairman: Client):
    own, other = str(office.ward.chairman.pk), str(office.ward.clerk.pk)
    assert chairman.post("/van-ban/ky/anh/", {"anh-cua": own, "anh-tep": file(png())}).status_code == 302
    assert chairman.post("/van-ban/ky/anh/", {"anh-cua": other, "anh-tep": file(png())}).status_code == 403


def test_services_are_chosen_by_a_document_from_a_day_on(office: Office, clerk: Client):
    on = timezone.localdate()
    assert (services_of(office.ward.unit, on).timestamp_url, level_of(office.ward.unit, on)) == ("", Level.B)
    form = open_page(clerk, "/van-ban/ky/chung-thu/").form(button="Ghi dịch vụ")
    typed = {
        "dich-vu-timestamp_url": "http://tsa.example.vn/tsa", "dich-vu-addresses": "http://crl.example.vn/  http://ocsp.example.vn",
        "dich-vu-citation": "Quyết định 9/QĐ-UBND",
    }  # fmt: skip
    assert form.send(clerk, **typed).status_code == 302
    found = services_of(office.ward.unit, on)
    assert (found.timestamp_url, found.addresses) == (
        "http://tsa.example.vn/tsa",
        ("http://crl.example.vn/", "http://ocsp.example.vn"),
    )
    assert level_of(office.ward.unit, on) is Level.LTA
    again = open_page(clerk, "/van-ban/ky/chung-thu/").form(button="Ghi dịch vụ")
    examine(again.send(clerk, **typed), status=422)  # nothing changes


@pytest.mark.parametrize(
    "typed",
    [{"timestamp_url": "file:///etc/passwd"}, {"timestamp_url": "tsa.example.vn"}, {"addresses": "ldap://x http://y"},
     {"timestamp_url": "http://a http://b"}, {"citation": ""}, {"valid_from": "hôm nay"}, {"level": "B-Z"}],
)  # fmt: skip
def test_services_that_make_no_sense(office: Office, clerk: Client, typed: dict[str, str]):
    given = {
        "timestamp_url": "http://tsa.example.vn",
        "valid_from": "01/01/2026",
        "citation": "Quyết định 9",
    } | typed
    answer = clerk.post("/van-ban/ky/dich-vu/", {f"dich-vu-{name}": text for name, text in given.items()})
    examine(answer, status=422)
    assert services_of(office.ward.unit, timezone.localdate()).timestamp_url == ""
