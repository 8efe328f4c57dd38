"""Uploading a decision by a plain form."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.test import Client

from chuan.documents import deeds
from chuan.documents.models import Document, Reading
from chuan.files.models import Blob
from chuan.people.models import Official
from chuan.rules.refusals import FileTooBig
from tests.documents.papers import LETTER, PNG, REFERENCE, WITHOUT_OBJECTIVES, decision
from tests.examine import Page, examine, open_page
from tests.people import Ward

URL = "/van-ban/nap/"
SignIn = Callable[[Client, Official], Client]


def upload(client: Client, data: bytes, name: str) -> Page:
    """Upload a file that is refused; the page it is refused on."""
    return examine(client.post(URL, {"file": SimpleUploadedFile(name, data)}), URL, status=422)


def test_the_form_says_what_it_takes(clerks_browser: Client) -> None:
    page = open_page(clerks_browser, URL)
    assert page.title == "Nạp quyết định"
    assert "tối đa 20 MB" in page.text
    assert ".docx, .pdf" in page.text
    assert "Văn bản mật không nạp vào đây" in page.text
    field = page.one(".//input[@type='file']")
    assert ".docx" in (field.get("accept") or "")
    assert page.form(URL).element.get("enctype") == "multipart/form-data"


def test_a_decision_is_read_at_once_and_leads_to_its_review(clerks_browser: Client) -> None:
    answer = clerks_browser.post(URL, {"file": SimpleUploadedFile("quyet-dinh.md", REFERENCE)})
    reading = Reading.objects.get()
    assert answer["Location"] == f"/van-ban/ban-doc/{reading.uid}/"
    assert "quyet-dinh.md" in open_page(clerks_browser, answer["Location"]).text


def test_sending_no_file_says_so_beside_the_field(clerks_browser: Client) -> None:
    page = examine(clerks_browser.post(URL, {}), URL, status=422)
    assert "Chưa chọn tệp" in page.notice


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "rong.docx", "không có nội dung"),
        (PNG, "quyet-dinh.docx", "bên trong là ảnh PNG"),
        (LETTER, "thu.txt", "chưa thấy phần quyết định"),
        (decision(head="TUYỆT MẬT"), "q.txt", "Văn bản có dấu chỉ độ mật"),
        (b"PK\x03\x04 broken", "hong.docx", "hỏng"),
        (b"%PDF-1.4\n%%EOF", "hong.pdf", "hỏng"),
    ],
)
def test_a_file_that_is_refused_keeps_the_page_and_says_what_to_do(
    clerks_browser: Client, data: bytes, name: str, says: str
) -> None:
    page = upload(clerks_browser, data, name)
    assert says in page.notice
    assert page.form(URL)
    assert not Document.objects.exists()
    assert not Blob.objects.exists()


def test_the_same_file_again_leads_to_the_document_held(clerks_browser: Client, reading: Reading) -> None:
    page = upload(clerks_browser, REFERENCE, "ban-sao.md")
    assert "đã có trong Chuẩn" in page.notice
    title = f"Mở {reading.document.title}"
    assert page.link(title) == f"/van-ban/{reading.document.uid}/"


def test_a_duplicate_of_another_wards_document_is_no_duplicate(
    client: Client, sign_in: SignIn, other_ward: Ward, reading: Reading
) -> None:
    sign_in(client, other_ward.clerk)
    answer = client.post(URL, {"file": SimpleUploadedFile("q.md", REFERENCE)})
    assert answer.status_code == 302
    assert str(reading.uid) not in answer["Location"]


def test_a_file_declared_huge_is_refused_before_its_bytes_are_read(clerk, now) -> None:
    class Unread(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise AssertionError("the bytes were read")

    file = InMemoryUploadedFile(Unread(), "file", "nang.pdf", "application/pdf", 200_000_000, None)
    with pytest.raises(FileTooBig) as refused:
        deeds.receive_file(file, by=clerk, clock=lambda: now)
    assert "Tệp nặng 200 MB, mức nhận tối đa là 20 MB." in refused.value.sentence


def test_a_decision_without_objectives_is_read_and_says_so(clerks_browser: Client) -> None:
    answer = clerks_browser.post(URL, {"file": SimpleUploadedFile("q.txt", WITHOUT_OBJECTIVES)})
    assert "Không thấy mục tiêu" in open_page(clerks_browser, answer["Location"]).text


def test_a_name_with_markup_is_only_a_name(clerks_browser: Client) -> None:
    name = "<img src=x onerror=alert(1)>.md"
    answer = clerks_browser.post(URL, {"file": SimpleUploadedFile(name, REFERENCE)})
    page = open_page(clerks_browser, answer["Location"])
    assert not page.find("img")


def test_a_path_in_the_name_is_cut_off(clerks_browser: Client) -> None:
    clerks_browser.post(URL, {"file": SimpleUploadedFile("../../etc/passwd.md", REFERENCE)})
    assert Document.objects.get(direction="out").file_name == "passwd.md"


def test_a_very_long_name_is_asked_to_be_shorter(clerks_browser: Client) -> None:
    page = upload(clerks_browser, REFERENCE, "q" * 240 + ".md")
    assert "Đổi tên ngắn hơn" in page.notice
    assert not Document.objects.exists()


@pytest.mark.parametrize("who", ["auditor", "one_stop"])
def test_others_neither_see_the_form_nor_send_it(
    who: str, client: Client, sign_in: SignIn, ward: Ward
) -> None:
    sign_in(client, getattr(ward, who))
    assert client.get(URL).status_code == 403
    assert client.post(URL, {"file": SimpleUploadedFile("q.md", REFERENCE)}).status_code == 403
    assert not Document.objects.exists()
