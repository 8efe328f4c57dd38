"""Scans that cannot be taken, marked or covered: a sentence each, and nothing of them left."""

from __future__ import annotations

import io
import struct
import zlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader, PdfWriter

from chuan.exchange.redacting import Area, areas
from chuan.files import sealing
from chuan.files.models import SealedFile
from chuan.people.models import UnitSetting
from chuan.people.proofs import FRESH_UNTIL
from chuan.petitions.models import Redaction, WorkingCopy
from chuan.petitions.redacting import making, sweeping
from chuan.petitions.views.redacting import scans
from chuan.rules.refusals.scans import ScanReaderMissing
from chuan.trail.models import Entry
from tests.examine import examine, open_page, sign_in
from tests.exchange.redacting.papers import NAME, drawing, text, written
from tests.people import PAPER, START
from tests.petitions.made import petition_clerk
from tests.petitions.redacting.conftest import Desk

pytestmark = pytest.mark.django_db
LETTER = drawing(text(NAME))


def pages(count: int, *, password: str = "") -> bytes:
    writer = PdfWriter()
    for _ in range(count):
        writer.append(PdfReader(io.BytesIO(LETTER)))
    if password:
        writer.encrypt(password, algorithm="AES-256")
    return written(writer)


def png(*, interlaced: bool) -> bytes:
    head = struct.pack(">IIBBBBB", 40, 40, 8, 0, 0, 0, int(interlaced))
    rows = zlib.compress(b"".join(b"\x00" + b"\x50" * 40 for _ in range(40)))
    pieces = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    made = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in pieces)
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


def nothing_left(settings) -> bool:
    files = [one for one in Path(settings.FILES_DIR).rglob("*") if one.is_file()]
    return not files and not SealedFile.objects.exists() and not WorkingCopy.objects.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 broken", "“DT-2021-0001”"),
        (b"%PDF-1.7 " + b"x" * 500, "“DT-2021-0001”"),
        (b"MZ not a scan", "“DT-2021-0001”"),
        (pages(1, password="a"), "mật khẩu"),
        (pages(31), "Tệp có 31 trang, mỗi lần chỉ che được 30 trang"),
        (png(interlaced=True), "chưa vẽ lại được"),
        (LETTER[: len(LETTER) // 2], "“DT-2021-0001”"),
    ],
)  # fmt: skip
def test_a_scan_that_cannot_be_drawn_is_a_sentence_and_leaves_nothing(
    desk: Desk, settings, data: bytes, said: str
):
    page = desk.refused(desk.bring(data, f"{NAME}.pdf"))
    assert said in page.notice
    assert NAME not in page.html
    assert nothing_left(settings)


def test_a_form_without_a_file_and_an_empty_file_are_refused(desk: Desk, settings):
    assert "Chưa chọn tệp" in desk.refused(desk.post(desk.address)).text
    assert "Chưa chọn tệp" in desk.refused(desk.bring(b"")).text
    assert nothing_left(settings)


def test_a_file_over_the_limit_is_dropped_while_it_comes_in(desk: Desk, settings, monkeypatch):
    monkeypatch.setattr(scans.redact, "seals_up_to", 3_000)
    assert "nặng quá 80 MB" in desk.refused(desk.bring(b"%PDF" + b"x" * 3_000)).notice
    assert nothing_left(settings)


def test_the_door_takes_eighty_megabytes():
    assert scans.redact.seals_up_to == 80_000_000


def test_a_scan_sent_after_the_session_ended_is_not_in_clear_anywhere(
    desk: Desk, settings, tmp_path, monkeypatch
):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "spool"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    clear = []
    feed = sealing.Sealer.feed

    def watched(self: sealing.Sealer, data: bytes) -> None:
        feed(self, data)
        clear.extend(settings.FILE_UPLOAD_TEMP_DIR.iterdir())

    monkeypatch.setattr(sealing.Sealer, "feed", watched)
    scan = SimpleUploadedFile("a.pdf", LETTER + b"\0" * 3_000_000)
    answer = Client().post(desk.address, {"tep": scan, "can_tim": NAME})
    assert answer.status_code in (302, 403)
    assert NAME.encode() not in answer.content
    assert not clear
    assert nothing_left(settings)


def test_terms_ride_along_through_no_proof_and_no_ended_session(desk: Desk):
    desk.bring(LETTER)
    session = desk.client.session
    session[FRESH_UNTIL] = 0
    session.save()
    asked = desk.post(f"{desk.address}tim/", {"can_tim": NAME})
    assert asked.status_code == 302
    assert NAME not in asked.headers["Location"]
    ended = Client().post(f"{desk.address}tim/", {"can_tim": NAME, "khac": "chữ gõ thường ở ô khác"})
    assert NAME.encode() not in ended.content
    assert desk.client.get(desk.address).headers["Location"].startswith("/xac-nhan-lai/")


def test_pages_are_marked_one_after_the_other_and_each_must_be_looked_at(desk: Desk):
    desk.bring(pages(2))
    first = desk.page()
    assert first.title == "Che trang 1 trong 2"
    assert "Lưu, sang trang sau" in first.text
    assert desk.mark(1, "0 0 1 0.3").headers["Location"] == f"{desk.address}trang/2/"
    assert "Chưa đánh dấu đã xem trang 2" in desk.refused(desk.post(f"{desk.address}lam/")).notice
    assert desk.mark(2, looked=False).headers["Location"] == f"{desk.address}trang/2/"
    assert "rồi đánh dấu đã xem" in desk.page(2).notice
    assert desk.mark(2).headers["Location"] == desk.address
    page = open_page(desk.client, desk.address)
    assert page.texts("tbody/tr") or "Trang 1 1 đã xem Trang 2 0 đã xem" in page.text
    assert desk.post(f"{desk.address}lam/").status_code == 302
    assert Redaction.objects.get().pages == 2


def test_without_script_a_strip_and_the_whole_page_are_covered(desk: Desk):
    desk.bring(LETTER)
    desk.mark(1, mep_tren="12", mep_duoi="18", lam="them")
    page = desk.page()
    assert "Khung 1: cả dòng, từ 12 đến 18" in page.text
    desk.mark(1, ca_trang="1")
    assert page.form().element is not None
    assert desk.page().one("//input[@name='ca_trang']").get("checked") is not None
    wrong = desk.refused(desk.mark(1, "0.1 0.1 0.2 0.2", mep_tren="x", mep_duoi="18"))
    assert "Dải che ghi chưa đúng" in wrong.notice
    assert wrong.form().values["mep_duoi"] == "18"
    assert "Khung 1: từ 10 đến 20" in wrong.text


@pytest.mark.parametrize("value", ["2 2 3 3", "0 0 0 1", "x y z", "0 0 nan 1"])
def test_an_area_that_is_none_is_refused_on_its_page(desk: Desk, value: str):
    desk.bring(LETTER)
    desk.refused(desk.mark(1, "0.1 0.1 0.2 0.2", value))
    assert not WorkingCopy.objects.get().marks


def test_too_many_areas_are_refused(desk: Desk, monkeypatch):
    monkeypatch.setattr(areas, "MOST_AREAS", 3)
    desk.bring(LETTER)
    many = [f"0.{n} 0.1 0.{n}5 0.2" for n in range(1, 6)]
    assert "Có quá 3 vùng" in desk.refused(desk.mark(1, *many)).notice


def test_a_page_marked_in_another_window_is_not_written_over_unseen(desk: Desk):
    desk.bring(LETTER)
    opened = desk.page().forms[0].values
    desk.mark(1, "0.5 0.5 0.6 0.6", looked=False)
    late = desk.post(f"{desk.address}trang/1/", opened | {"vung": "0.1 0.1 0.2 0.2", "da_xem": "1"})
    page = desk.refused(late)
    assert "vừa được đánh dấu ở cửa sổ khác" in page.notice
    assert "Khung 1: từ 10 đến 20" in page.text
    assert page.form().send(desk.client).status_code == 302


def test_nothing_marked_makes_a_copy_only_when_a_person_says_so(desk: Desk):
    desk.bring(LETTER)
    desk.mark(1)
    refused = desk.refused(desk.post(f"{desk.address}lam/"))
    assert "Chưa đánh dấu vùng nào cần che" in refused.notice
    assert refused.form("/lam/").send(desk.client, khong_che="on").status_code == 302


def test_two_people_do_not_mark_at_once_but_may_take_over(desk: Desk, settings):
    desk.bring(LETTER)
    second = petition_clerk(desk.ward, "Hà Thứ Hai", "tiep-dan-2")
    mine, desk.client = desk.client, sign_in(Client(), second)
    page = open_page(desk.client, desk.address)
    assert "Hà Tiếp Dân nạp lúc" in page.text
    assert "đang che một bản chụp" in desk.refused(desk.bring(LETTER)).notice
    assert desk.client.get(f"{desk.address}trang/1/anh/").status_code == 404
    assert desk.client.get(f"{desk.address}trang/1/").headers["Location"] == desk.address
    with desk.commit(execute=True):
        page.form("/huy/").send(desk.client)
    assert nothing_left(settings)
    assert desk.bring(LETTER).status_code == 302
    gone = mine.get(f"{desk.address}trang/1/")
    assert gone.headers["Location"] == desk.address
    assert "không còn" in open_page(mine, desk.address).notice


def test_a_scan_sent_twice_by_the_same_person_replaces_the_first(desk: Desk):
    desk.bring(LETTER)
    desk.bring(pages(2))
    assert WorkingCopy.objects.get().pages == 2
    assert SealedFile.objects.count() == 1


def test_making_twice_makes_one_copy(desk: Desk):
    desk.bring(LETTER)
    desk.mark(1, "0 0 1 1")
    desk.post(f"{desk.address}lam/")
    assert "không còn" in desk.refused(desk.post(f"{desk.address}lam/")).notice
    assert Redaction.objects.count() == 1


def test_marks_that_change_while_the_copy_is_drawn_are_not_lost(desk: Desk, monkeypatch):
    desk.bring(LETTER)
    desk.mark(1, "0 0 1 0.5")
    draw = making.redact

    def meanwhile(*given, **named):
        desk.mark(1, "0 0 1 1")
        return draw(*given, **named)

    monkeypatch.setattr(making, "redact", meanwhile)
    assert "trong lúc vẽ bản che" in desk.refused(desk.post(f"{desk.address}lam/")).notice
    assert not Redaction.objects.exists()
    assert SealedFile.objects.count() == 1


def test_a_scan_whose_hours_are_over_is_gone_with_its_key(desk: Desk, settings):
    desk.bring(LETTER)
    form = desk.page().forms[0].values
    WorkingCopy.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    answer = desk.post(f"{desk.address}trang/1/", form | {"vung": "0 0 1 1", "da_xem": "1"})
    assert answer.headers["Location"] == desk.address
    assert "đã hết giờ giữ" in open_page(desk.client, desk.address).notice
    assert nothing_left(settings)
    assert Entry.objects.get(verb="petition.scan_expire").actor == "system"


@pytest.mark.parametrize(("own", "hours"), [(None, 24), ("4", 4), ("90", 24), ("0", 1)])
def test_a_unit_may_keep_a_scan_for_fewer_hours_never_for_more(desk: Desk, own, hours: int):
    if own:
        UnitSetting.objects.create(
            unit=desk.ward.unit, key="petitions.scan_hours", value=own, valid_from=START, citation=PAPER
        )
    assert f"tự hủy sau {hours} giờ" in open_page(desk.client, desk.address).text
    desk.bring(LETTER)
    copy = WorkingCopy.objects.get()
    assert copy.expires_at - copy.made_at == timedelta(hours=hours)


def test_what_nobody_opens_again_is_swept(desk: Desk, settings):
    desk.bring(LETTER)
    now = timezone.now()
    assert sweeping.sweep(at=now) == 0
    WorkingCopy.objects.update(expires_at=now)
    with desk.commit(execute=True):
        assert sweeping.sweep(at=now)
    assert nothing_left(settings)


def test_the_doctor_names_what_should_be_gone_and_mends_it(desk: Desk):
    from chuan.offers.examinations import Grade, Looking

    desk.bring(LETTER)
    now = timezone.now()
    looking = Looking(at=now, on=now.date())
    assert [one.grade for one in sweeping.examine(looking)] == [Grade.FINE]
    WorkingCopy.objects.update(expires_at=now - timedelta(hours=1))
    assert [one.grade for one in sweeping.examine(looking)] == [Grade.LOOK]
    assert "Đã hủy" in sweeping.mend()
    assert not WorkingCopy.objects.exists()


def test_words_are_found_and_framed_and_kept_nowhere(desk: Desk, monkeypatch):
    desk.bring(pages(2))
    desk.mark(1)
    looked_for = []

    def seen(pages, terms, **more):
        looked_for.append(list(terms))
        return [making_proposed(Area(2, (0.1, 0.2, 0.3, 0.25)))]

    monkeypatch.setattr(making, "read_words_of", lambda data, *, name, page: [page])
    monkeypatch.setattr(making, "propose", seen)
    page = open_page(desk.client, desk.address)
    answer = page.form("/tim/").send(desk.client, can_tim=f"{NAME}\n0912 345 678")
    assert looked_for == [[NAME, "0912 345 678"]]
    assert answer.headers["Location"] == desk.address
    after = open_page(desk.client, desk.address)
    assert "Thấy 1 chỗ" in after.notice
    assert NAME not in after.html
    assert "Khung 1: từ 20 đến 25" in desk.page(2).text
    assert NAME not in WorkingCopy.objects.get().marks


def making_proposed(area: Area):
    from chuan.exchange.redacting import Proposed

    return Proposed(area, 0, True)


def test_the_page_s_script_is_told_page_by_page(desk: Desk, monkeypatch):
    desk.bring(pages(2))
    monkeypatch.setattr(making, "read_words_of", lambda data, *, name, page: [page])
    monkeypatch.setattr(
        making, "propose", lambda pages, terms, **_: [making_proposed(Area(pages[0], (0, 0.1, 1, 0.2)))]
    )
    for page in (1, 2):
        sent = {"can_tim": "a b", "trang": str(page), "het": "2", "da_thay": str(page - 1)}
        said = desk.post(f"{desk.address}tim/", sent, headers={"accept": "application/json"}).json()
        assert said == {"found": 1, "next": desk.address}
    assert "Thấy 2 chỗ" in open_page(desk.client, desk.address).notice


def test_without_a_reader_or_a_word_finding_says_so(desk: Desk, monkeypatch):
    desk.bring(LETTER)
    empty = desk.refused(desk.post(f"{desk.address}tim/", {"can_tim": " "}))
    assert "Chưa ghi từ nào" in empty.notice

    def missing(*_, **__):
        raise ScanReaderMissing(name="DT-2021-0001")

    monkeypatch.setattr(making, "read_words_of", missing)
    page = desk.refused(desk.post(f"{desk.address}tim/", {"can_tim": NAME}))
    assert NAME not in page.html
    machine = desk.post(f"{desk.address}tim/", {"can_tim": NAME}, headers={"accept": "application/json"})
    assert machine.status_code == 422
    assert "refusal" in machine.json()
    assert desk.client.get(f"{desk.address}tim/").headers["Location"] == desk.address


def test_a_lost_key_is_a_sentence(desk: Desk, settings):
    desk.bring(LETTER)
    desk.mark(1, "0 0 1 1")
    settings.SEAL_KEYS.write_text("")
    assert "không có khóa niêm phong" in desk.refused(desk.post(f"{desk.address}lam/")).notice
    examine(desk.client.get(f"{desk.address}trang/1/anh/"), status=409)
