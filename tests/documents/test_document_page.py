"""One document: what it says of itself, its links, its versions, its original bytes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.documents import actions
from chuan.documents.models import Document, Reading
from chuan.files.actions import path_of
from chuan.offers.subjects import Subject, describe
from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.documents.papers import REFERENCE, decision
from tests.examine import examine, open_page
from tests.people import Ward

SignIn = Callable[[Client, Official], Client]


def address(document: Document) -> str:
    return f"/van-ban/{document.uid}/"


def test_the_page_says_who_issued_what_and_when(clerks_browser: Client, reading: Reading) -> None:
    page = open_page(clerks_browser, address(reading.document))
    assert page.title == "Quyết định (chưa có số)/QĐ-UBND ngày 19/02/2021"
    assert "V/v ban hành “Mục tiêu chất lượng năm 2021”" in page.text
    assert "ỦY BAN NHÂN DÂN PHƯỜNG, Bắc Hồng, 19/02/2021" in page.text
    assert "Nguyễn Viết Khanh, CHỦ TỊCH" in page.text
    assert "UBND thị xã" in page.text
    assert reading.document.blob is not None
    assert reading.document.blob.digest in page.text


def test_what_it_stands_on_and_replaces_is_listed(clerks_browser: Client, reading: Reading) -> None:
    page = open_page(clerks_browser, address(reading.document))
    assert "Căn cứ: Luật Tổ chức Chính quyền địa phương ngày 19/06/2015" in page.text
    assert "Thay thế: Quyết định 148/QĐ-UBND ngày 11/08/2020" in page.text


def test_linked_documents_held_here_lead_to_one_another(
    clerks_browser: Client, clerk: Viewer, now: datetime
) -> None:
    earlier = actions.receive(decision(number="15"), "mot.txt", by=clerk, at=now).document
    newer = decision(
        number="30",
        on="12 tháng 02 năm 2023",
        supersedes=", thay thế Quyết định số 15/QĐ-UBND ngày 10/02/2022",
    )
    later = actions.receive(newer, "hai.txt", by=clerk, at=now).document
    page = open_page(clerks_browser, address(later))
    assert page.find(f".//a[@href='{address(earlier)}']")
    back = open_page(clerks_browser, address(earlier))
    assert "Được nêu (thay thế) trong" in back.text
    assert back.link(later.title) == address(later)


def test_every_version_of_the_reading_is_listed_with_who_and_why(
    clerks_browser: Client, answered: Reading, clerk: Viewer, now: datetime
) -> None:
    actions.confirm(answered, by=clerk, at=now)
    actions.reopen(answered, "Đọc sai mức 1.3", by=clerk, at=now)
    page = open_page(clerks_browser, address(answered.document))
    assert page.texts(".//section[@aria-labelledby='ban-doc']//a") == ["Bản đọc 2", "Bản đọc 1"]
    assert "Đọc sai mức 1.3" in page.text
    assert "Trần Thị Văn Phòng" in page.text


def test_the_original_comes_back_byte_for_byte_as_an_attachment(
    clerks_browser: Client, reading: Reading
) -> None:
    answer = clerks_browser.get(f"{address(reading.document)}tep-goc/")
    assert answer.content == REFERENCE
    assert answer["Content-Disposition"].startswith("attachment")
    assert "quyet-dinh.md" in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("name", ['q"; evil="x.html', "quyết định số 1.md", "a\r\nSet-Cookie: x=1.md"])
def test_a_strange_name_cannot_leave_its_header(clerks_browser: Client, reading: Reading, name: str) -> None:
    Document.objects.filter(pk=reading.document_id).update(file_name=name)
    answer = clerks_browser.get(f"{address(reading.document)}tep-goc/")
    told = answer["Content-Disposition"]
    assert told.startswith("attachment;")
    assert "\n" not in told
    assert "\r" not in told
    assert "Set-Cookie" not in answer.headers
    if name.startswith("quyết"):
        assert "quyết định số 1.md" in unquote(told)


def test_a_page_in_the_original_never_runs_as_ours(
    clerks_browser: Client, clerk: Viewer, now: datetime
) -> None:
    page = (
        b"<html><body><script>alert(1)</script><p>"
        + decision().replace(b"\n\n", b"</p><p>")
        + b"</p></body></html>"
    )
    reading = actions.receive(page, "q.html", by=clerk, at=now)
    answer = clerks_browser.get(f"{address(reading.document)}tep-goc/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_damaged_original_is_not_handed_out(clerks_browser: Client, reading: Reading) -> None:
    assert reading.document.blob is not None
    path = path_of(reading.document.blob.digest)
    path.chmod(0o600)
    path.write_bytes(b"other bytes")
    page = open_page(clerks_browser, f"{address(reading.document)}tep-goc/", status=409)
    assert "bị hỏng" in page.text
    url = f"{address(reading.document)}doc-lai/"
    assert "bị hỏng" in examine(clerks_browser.post(url, {"reason": "thử"}), url, status=422).notice


@pytest.mark.parametrize("tail", ["", "tep-goc/", "doc-lai/"])
def test_another_ward_gets_404(
    tail: str, client: Client, sign_in: SignIn, other_ward: Ward, reading: Reading
) -> None:
    sign_in(client, other_ward.clerk)
    assert client.get(address(reading.document) + tail).status_code == 404


def test_an_unknown_uid_is_404(clerks_browser: Client) -> None:
    assert clerks_browser.get(f"/van-ban/{new_uid()}/").status_code == 404
    assert clerks_browser.get(f"/van-ban/ban-doc/{new_uid()}/").status_code == 404


def test_a_document_without_a_file_says_so(clerks_browser: Client, reading: Reading) -> None:
    Document.objects.filter(pk=reading.document_id).update(blob=None)
    assert "Tải tệp gốc" not in open_page(clerks_browser, address(reading.document)).text
    assert clerks_browser.get(f"{address(reading.document)}tep-goc/").status_code == 404


def test_an_auditor_reads_and_is_offered_no_verb(
    client: Client, sign_in: SignIn, ward: Ward, reading: Reading
) -> None:
    page = open_page(sign_in(client, ward.auditor), address(reading.document))
    assert "Đọc lại" not in page.text
    assert client.get(f"{address(reading.document)}doc-lai/").status_code == 403


def test_reading_again_by_form_takes_a_reason_and_a_better_file(
    clerks_browser: Client, reading: Reading
) -> None:
    url = f"{address(reading.document)}doc-lai/"
    page = open_page(clerks_browser, url)
    assert "Đọc lại văn bản" in page.title
    assert "Chưa ghi lý do" in examine(clerks_browser.post(url, {"reason": " "}), url, status=422).notice
    better = SimpleUploadedFile("moi.md", REFERENCE.replace("Phần đầu".encode(), "Phấn đấu".encode()))
    answer = clerks_browser.post(url, {"reason": "Bản đã sửa lỗi gõ", "file": better})
    fresh = reading.document.readings.get(version=2)
    assert answer["Location"] == f"/van-ban/ban-doc/{fresh.uid}/"
    same = SimpleUploadedFile("q.md", REFERENCE)
    again = examine(clerks_browser.post(url, {"reason": "lại", "file": same}), url, status=422)
    assert "đã có trong Chuẩn" in again.notice


def test_the_page_takes_few_statements(clerks_browser: Client, reading: Reading) -> None:
    from django.db import connection

    with CaptureQueriesContext(connection) as queries:
        clerks_browser.get(address(reading.document))
    assert len(queries) <= 16


# How other rooms name them


def test_a_waiting_reading_is_a_task_with_its_open_questions(reading: Reading, clerk: Viewer) -> None:
    subject = Subject("reading", reading.uid)
    told = describe([subject], clerk)[subject]
    assert told.label == "Xác nhận bản đọc: Quyết định (chưa có số)/QĐ-UBND ngày 19/02/2021"
    assert (told.address, told.note, told.verb) == (
        f"/van-ban/ban-doc/{reading.uid}/",
        "còn 3 câu hỏi",
        "Xác nhận",
    )
    assert not told.settled


def test_a_confirmed_reading_and_its_document_are_settled(
    answered: Reading, clerk: Viewer, now: datetime
) -> None:
    actions.confirm(answered, by=clerk, at=now)
    subjects = [Subject("reading", answered.uid), Subject("document", answered.document.uid)]
    told = describe(subjects, clerk)
    assert all(told[one].settled for one in subjects)
    assert told[subjects[1]].address == address(answered.document)


def test_what_another_ward_holds_is_not_described(
    reading: Reading, other_ward: Ward, view: Callable[[Official], Viewer]
) -> None:
    subjects = [Subject("reading", reading.uid), Subject("document", reading.document.uid)]
    assert describe(subjects, view(other_ward.clerk)) == {}


def test_many_subjects_are_described_in_one_statement_a_kind(
    reading: Reading, clerk: Viewer, now: datetime, django_assert_num_queries
) -> None:
    other = actions.receive(decision(), "q.txt", by=clerk, at=now)
    with django_assert_num_queries(2):
        told = describe(
            [Subject("reading", one.uid) for one in (reading, other)]
            + [Subject("document", one.document.uid) for one in (reading, other)],
            clerk,
        )
    assert len(told) == 4


def test_the_reading_stands_in_the_clerks_work(clerks_browser: Client, reading: Reading) -> None:
    page = open_page(clerks_browser, "/viec-cua-toi/")
    assert page.find(f".//a[@href='/van-ban/ban-doc/{reading.uid}/']")
