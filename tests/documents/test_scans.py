"""A decision read from a picture: number and day always asked, the picture beside them, other wards see nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.documents import actions, deeds, scan_running
from chuan.documents.actions import receiving
from chuan.documents.incoming import reading as incoming
from chuan.documents.layout import unpacked
from chuan.documents.models import Reading, Scan
from chuan.documents.standing import result_of
from chuan.exchange import papers
from chuan.exchange.extracted import Extracted, SeenPage, SeenWord
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.legacy_letters import Code, encode
from chuan.rules.refusals import ReadingNotComplete
from chuan.rules.refusals.scans import ScanWithoutLetters
from tests.documents.papers import decision
from tests.examine import open_page
from tests.exchange import making
from tests.people import Ward

SCAN = making.scanned_pdf()


def seen(data: bytes, *, name: str) -> Extracted:
    """What tesseract would give: every word of a small decision in a row of boxes, one of them hardly legible."""
    paper = papers.extract(decision(), name="a.txt")
    words = tuple(
        SeenWord(
            1, (10 * at, 100, 10 * at + 8, 130), one.start(), one.end(), 40 if one.group() == "Như" else 96
        )
        for at, one in enumerate(re.finditer(r"\S+", paper.text))
    )
    return replace(
        paper, media_type="application/pdf", pages=1, notes=("read_from_picture",),
        seen_pages=(SeenPage(1, 2480, 3508, 0),), seen_words=words,
    )  # fmt: skip


@pytest.fixture
def scan(clerk: Viewer, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Reading:
    monkeypatch.setattr(receiving.scans, "extract", seen)
    return actions.receive(SCAN, "quet.pdf", by=clerk, at=now)


def asked(reading: Reading) -> dict[str, str]:
    return {one.code: one.text for one in reading.questions.all()}


def test_number_and_day_of_a_scan_are_asked_though_they_were_read(
    scan: Reading, clerk: Viewer, now: datetime
):
    assert {"number_seen", "date_seen"} <= set(asked(scan))
    with pytest.raises(ReadingNotComplete):
        actions.confirm(scan, by=clerk, at=now)


def test_a_number_that_was_seen_wrongly_is_put_right_by_the_answer(
    scan: Reading, clerk: Viewer, now: datetime
):
    questions = {one.code: one for one in scan.questions.all()}
    actions.answer(questions["number_seen"], "given", {"number": "16"}, by=clerk, at=now)
    actions.answer(questions["date_seen"], "seen", by=clerk, at=now)
    scan.refresh_from_db()
    result = result_of(scan)
    assert (result.number.value, result.number.how, str(result.date.value)) == ("16", "person", "2022-02-10")


def test_the_original_stays_byte_for_byte_and_the_reading_remembers_that_it_was_a_picture(scan: Reading):
    assert receiving.original_bytes(scan) == SCAN
    looks = unpacked(scan.layout)
    assert (len(looks.seen_pages), "read_from_picture" in looks.notes) == (1, True)
    assert any(one.sure == 40 for one in looks.seen_words)


def test_the_page_shows_picture_places_and_what_is_not_sure(scan: Reading, clerks_browser: Client):
    page = open_page(clerks_browser, f"/van-ban/ban-doc/{scan.uid}/")
    assert "Chữ dưới đây đọc từ ảnh." in page.text
    assert "1 từ chưa chắc" in page.text
    (picture,) = page.find(".//div[@class='seen-page']/img")
    assert picture.get("src") == f"/van-ban/ban-doc/{scan.uid}/trang/1.png"
    assert len(page.find(".cutting")) == 2
    assert len(page.find(".spot-unsure")) == 1


def test_the_picture_of_a_page_is_drawn_by_us_and_scoped(
    scan: Reading, clerks_browser: Client, other_ward: Ward, sign_in: Callable[[Client, Official], Client]
):
    address = f"/van-ban/ban-doc/{scan.uid}/trang/1.png"
    answer = clerks_browser.get(address)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert answer.content.startswith(b"\x89PNG")
    assert clerks_browser.get(address.replace("1.png", "2.png")).status_code == 404
    assert sign_in(Client(), other_ward.clerk).get(address).status_code == 404


def test_old_letters_are_shown_beside_unicode_and_asked(clerks_browser: Client, clerk: Viewer, now: datetime):
    old = encode(decision().decode(), Code.TCVN3).encode("cp1252")
    answer = clerks_browser.post("/van-ban/nap/", {"file": SimpleUploadedFile("cu.txt", old)})
    page = open_page(clerks_browser, answer["Location"])
    assert "bảng mã cũ TCVN3" in page.text
    assert (
        "ñY BAN NH¢N D¢N PH¦êNG B¾C HåNG" in page.text,
        "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG" in page.text,
    ) == (True, True)
    reading = Reading.objects.get()
    assert asked(reading).keys() == {"old_letters"}
    actions.answer(reading.questions.get(), "right", by=clerk, at=now)
    assert result_of(reading).number.value == "15"


def test_of_an_incoming_scan_number_and_day_are_told_and_never_taken_over(
    clerk: Viewer, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(incoming.scans, "extract_ends", seen)
    read = incoming.read_file(SCAN, "den.pdf", by=clerk, at=now)
    assert (read.facts.number, read.facts.symbol, read.facts.issued_on) == ("", "", None)
    assert read.seen_as == "số 15/QĐ-UBND, ngày 10/02/2022"
    assert "Mục tiêu chất lượng" in read.facts.subject


# Many pages: read in the background


@pytest.fixture
def long_scan(clerks_browser: Client, monkeypatch: pytest.MonkeyPatch) -> Scan:
    """Three pages, dropped on the page that takes decisions; nothing has read them yet."""
    monkeypatch.setattr(deeds.scans, "pages_to_read", lambda data, *, name: 3)
    monkeypatch.setattr(deeds.scans, "missing", lambda: "")
    answer = clerks_browser.post("/van-ban/nap/", {"file": SimpleUploadedFile("dai.pdf", SCAN)})
    scan = Scan.objects.get()
    assert answer["Location"] == f"/van-ban/ban-quet/{scan.uid}/"
    return scan


def read_it(scan: Scan, monkeypatch: pytest.MonkeyPatch, now: datetime, reads=None) -> Scan:
    def reader(data: bytes, *, name: str, told) -> Extracted:
        told(1, 3)
        assert Scan.objects.get().done == 1
        return reads(data, name=name) if reads else seen(data, name=name)

    monkeypatch.setattr(scan_running.scans, "extract", reader)
    scan_running.read_scan(scan, clock=lambda: now)
    scan.refresh_from_db()
    return scan


def test_a_long_scan_waits_on_its_page_and_becomes_a_reading_with_one_button(
    long_scan: Scan, clerks_browser: Client, monkeypatch: pytest.MonkeyPatch, now: datetime
):
    address = f"/van-ban/ban-quet/{long_scan.uid}/"
    assert "Đang đọc ảnh: 0 trong 3 trang" in open_page(clerks_browser, address).text
    assert clerks_browser.get(f"{address}tien-do/").json()["settled"] is False
    read_it(long_scan, monkeypatch, now)
    page = open_page(clerks_browser, address)
    assert "Đã đọc xong 3 trang ảnh." in page.text
    answer = clerks_browser.post(address)
    reading = Reading.objects.get()
    assert answer["Location"] == f"/van-ban/ban-doc/{reading.uid}/"
    assert {"number_seen", "date_seen"} <= set(asked(reading))
    assert receiving.original_bytes(reading) == SCAN
    assert clerks_browser.post(address)["Location"] == answer["Location"], "twice is once"


def test_a_secret_scan_keeps_neither_bytes_nor_name(
    long_scan: Scan, monkeypatch: pytest.MonkeyPatch, now: datetime
):
    def secret(data: bytes, *, name: str) -> Extracted:
        return papers.extract(decision(head="MẬT"), name="a.txt")

    found = read_it(long_scan, monkeypatch, now, secret)
    assert (found.blob, found.file_name, found.paper, bool(found.said)) == (None, "(tệp mật)", "", True)


def test_a_scan_that_cannot_be_read_says_why(
    long_scan: Scan, clerks_browser: Client, monkeypatch: pytest.MonkeyPatch, now: datetime
):
    def blank(data: bytes, *, name: str) -> Extracted:
        raise ScanWithoutLetters(name=name)

    read_it(long_scan, monkeypatch, now, blank)
    page = open_page(clerks_browser, f"/van-ban/ban-quet/{long_scan.uid}/")
    assert "Không thấy chữ nào trong ảnh" in page.text
    assert clerks_browser.post(f"/van-ban/ban-quet/{long_scan.uid}/").status_code == 404


def test_a_scan_whose_process_died_is_read_again(long_scan: Scan, now: datetime):
    assert scan_running.pick_up_stale(now) == 0
    Scan.objects.update(touched_at=now - timedelta(minutes=6), done=2)
    assert scan_running.pick_up_stale(now) == 1
    assert Scan.objects.get().done == 0


def test_another_wards_clerk_sees_no_scan(
    long_scan: Scan, other_ward: Ward, sign_in: Callable[[Client, Official], Client]
):
    browser = sign_in(Client(), other_ward.clerk)
    for end in ("", "tien-do/"):
        assert browser.get(f"/van-ban/ban-quet/{long_scan.uid}/{end}").status_code == 404
