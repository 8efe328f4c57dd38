"""A citizen writes: off by default, bounded, nothing lost, nothing kept of the camera, no code anywhere."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.files.models import Blob
from chuan.people.models import UnitSetting
from chuan.petitions import refusals_public as refusals
from chuan.petitions.actions.public.posting import Written, send_post, token_of
from chuan.petitions.models import Petition, PublicCount, PublicDay, PublicPhoto, PublicPost
from chuan.petitions.public import gate, stamps
from chuan.petitions.public.told import told_under
from chuan.trail.models import Entry
from tests.examine import examine, open_page
from tests.exchange.redacting import papers
from tests.people import Ward
from tests.petitions.made import now
from tests.petitions.public.conftest import TEXT, WRITE, send, stamp

ADDRESSES = (
    "/phan-anh/",
    WRITE,
    "/phan-anh/noi-khac/to-cao/",
    "/phan-anh/noi-khac/khieu-nai/",
    "/phan-anh/tra-loi/",
    "/phan-anh/ket-qua/",
)


def photo(data: bytes = b"", name: str = "DSC01.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data or papers.with_exif(papers.JPEG), "image/jpeg")


@pytest.mark.parametrize("machine", [False, True])
def test_off_is_an_address_like_any_unknown_one(client: Client, ward: Ward, settings: Any, machine: bool):
    settings.PUBLIC_FEEDBACK = machine
    unknown = client.get("/khong-co-trang-nay/")
    for address in ADDRESSES:
        for answer in (client.get(address), client.post(address, {"text": TEXT, "code": "7KQ2-XM4T-9HRD"})):
            assert answer.status_code == unknown.status_code == 404
            assert not answer.cookies
    assert b"<h1>" in client.get("/phan-anh/").content
    assert client.get("/phan-anh/").content.count(b"\n") == client.get("/khong-co/").content.count(b"\n")
    assert not PublicPost.objects.exists()


@pytest.mark.parametrize("machine", [False, True])
def test_off_it_does_not_even_ask_for_the_forms_token(ward: Ward, settings: Any, machine: bool):
    settings.PUBLIC_FEEDBACK = machine
    stranger = Client(enforce_csrf_checks=True)
    for address in (*ADDRESSES, "/khong-co-trang-nay/"):
        assert stranger.post(address).status_code == 404, address
        assert stranger.post(address, {"text": "x" * 200_000}).status_code == 404, address


def test_on_a_form_without_its_token_is_refused(opened: Ward):
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.post(WRITE, {"text": TEXT, "stamp": stamp(opened)}).status_code == 403
    assert stranger.post("/phan-anh/tra-loi/", {"code": "7KQ2-XM4T-9HRD"}).status_code == 403
    form = open_page(stranger, WRITE).form(button="Gửi, nhận mã tra cứu")
    token = stranger.cookies["csrftoken"]
    assert not token["max-age"], "đóng trình duyệt là hết"
    assert form.send(stranger, text=TEXT).status_code != 403


def test_before_a_word_is_typed_it_says_who_reads_it_and_what_is_not_taken(client: Client, opened: Ward):
    page = open_page(client, "/phan-anh/")
    assert "Công chức tiếp dân, lãnh đạo Ủy ban và người được giao giải quyết đọc" in page.text
    denounce = open_page(client, page.link("Tố cáo một người vi phạm"))
    assert not denounce.forms
    assert "Chủ tịch Ủy ban nhân dân cấp tỉnh" in denounce.text
    assert not open_page(client, page.link("Khiếu nại một quyết định, việc làm với chính mình")).forms
    assert client.post("/phan-anh/noi-khac/to-cao/", {"text": TEXT}).status_code == 405
    assert client.post("/phan-anh/viet/to-cao/", {"text": TEXT}).status_code == 404
    assert open_page(client, page.link("Phản ánh một việc")).form(button="Gửi, nhận mã tra cứu")
    assert set(client.cookies) <= {"csrftoken"}


def test_a_post_waits_in_the_queue_and_is_no_petition(client: Client, opened: Ward):
    page = examine(send(client, opened, place="  ngõ 7 ", name="Lê Minh Họa", contact="0900 000 001"))
    post = PublicPost.objects.get()
    assert (post.text, post.place, post.name, post.state) == (TEXT, "ngõ 7", "Lê Minh Họa", "waiting")
    assert not Petition.objects.exists()
    code = page.texts(".receipt-code")[0]
    assert told_under(code, opened.unit, "a", at=now()).post == post
    assert "no-store" in page.response.headers["Cache-Control"]


def test_the_code_stands_in_no_address_log_row_or_trail(client: Client, opened: Ward, caplog: Any):
    with caplog.at_level(logging.DEBUG):
        code = examine(send(client, opened)).texts(".receipt-code")[0]
        asked = open_page(client, "/phan-anh/tra-loi/").form(button="Tra").send(client, code=code.lower())
    plain = code.replace("-", "")
    assert asked.status_code == 200
    assert code not in examine(asked).html.replace(f'value="{code.lower()}"', "")
    assert not asked.headers.get("Location")
    trail = " ".join(Entry.objects.values_list("line", flat=True)) + " ".join(
        str(one.detail.body) for one in Entry.objects.filter(detail__isnull=False)
    )
    rows = str(list(PublicPost.objects.values())) + str(list(PublicCount.objects.values()))
    for told in (caplog.text, trail, rows):
        assert plain not in told.replace("-", "").upper()
    assert TEXT[:20] not in trail + caplog.text


def test_a_double_click_is_one_post_with_one_code(client: Client, opened: Ward):
    mark = stamp(opened)
    codes = {examine(send(client, opened, stamp=mark)).texts(".receipt-code")[0] for _n in range(2)}
    assert len(codes) == 1
    assert PublicPost.objects.count() == 1
    other = examine(send(client, opened, stamp=mark, text=f"{TEXT}, sửa thêm")).texts(".receipt-code")[0]
    assert other not in codes
    assert PublicPost.objects.count() == 2


def test_photos_are_drawn_anew_and_nothing_of_the_camera_stays(client: Client, opened: Ward, settings: Any):
    came = papers.with_exif(papers.JPEG, turned=6)
    assert not [one for one in (b"Exif", papers.NAME.encode()) if one not in came]
    examine(send(client, opened, photos=[photo(came), photo(came)]))
    assert PublicPhoto.objects.count() == 2
    kept = [path.read_bytes() for path in settings.FILES_DIR.rglob("*") if path.is_file()]
    assert kept
    for data in kept:
        assert data.startswith(b"\x89PNG")
        assert [data[at : at + 4] for at in (12, 37)] == [b"IHDR", b"IDAT"]
        assert not [one for one in (b"Exif", papers.NAME.encode(), came[:200]) if one in data]
    assert set(Blob.objects.values_list("media_type", flat=True)) == {"image/png"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"text": "  "}, "Chưa viết phản ánh điều gì"),
        ({"text": "x" * 4001}, "Dài quá 4000"),
        ({"contact": "0900 000 001"}, "Ghi tên của người"),
        ({"photos": [b"%PDF-1.7 "]}, "thuộc loại chưa đọc được"),
        ({"photos": [papers.JPEG[:60]]}, "ảnh 1"),
        ({"photos": [papers.JPEG] * 4}, "Đã chọn 4 ảnh"),
        ({"trang_web": "https://example.org"}, "ô phải để trống"),
        ({"stamp": ""}, "nhanh quá"),
        ({"stamp": "x:y:z"}, "nhanh quá"),
    ],
)
def test_bad_input_is_a_sentence_and_what_was_typed_stays(
    client: Client, opened: Ward, typed: dict[str, Any], said: str
):
    data = {"text": TEXT, "place": "ngõ 7"} | typed
    if "photos" in data:
        data["photos"] = [photo(one) for one in data["photos"]]
    page = examine(send(client, opened, **data), status=422)
    assert said in page.notice
    values = page.form(button="Gửi, nhận mã tra cứu").values
    assert values["place"] == "ngõ 7"
    assert values["text"].strip() == str(data["text"]).strip()
    assert values["trang_web"] == ""
    assert not PublicPost.objects.exists()


def test_a_form_sent_at_once_is_refused_and_the_same_page_passes_a_little_later(client: Client, opened: Ward):
    page = open_page(client, WRITE)
    again = examine(page.form(button="Gửi, nhận mã tra cứu").send(client, text=TEXT), status=422)
    mark = again.form(button="Gửi, nhận mã tra cứu").values["stamp"]
    assert mark == page.form(button="Gửi, nhận mã tra cứu").values["stamp"]
    assert stamps.read(mark, opened.unit, at=now() + timedelta(seconds=4))
    with pytest.raises(refusals.PublicTooFast):
        stamps.read(mark, opened.unit, at=now() + timedelta(hours=13))


def test_a_thousand_posts_a_minute_are_bounded_and_none_that_was_accepted_is_lost(opened: Ward):
    codes, refused, at = set(), [], now()
    mark = stamps.read(stamp(opened), opened.unit, at=at)
    for n in range(1000):
        written = Written("feedback", f"{TEXT} {n}")
        try:
            gate.admit(opened.unit, f"network {n}", at=at)
        except refusals.PublicTooMany as full:
            refused.append(full.sentence)
            continue
        codes.add(send_post(written, [], token=token_of(written, mark), unit=opened.unit, at=at))
    assert len(codes) == PublicPost.objects.count() == gate.PER_UNIT[0].most
    assert len(refused) == 1000 - len(codes)
    assert "10 phút" in refused[0]
    gate.admit(opened.unit, "later", at=at + timedelta(minutes=10))


def test_one_network_is_bounded_by_itself_and_told_so_with_its_words_kept(client: Client, opened: Ward):
    for _n in range(gate.PER_NETWORK[0].most):
        gate.admit(opened.unit, "127.0.0.1", at=now())
    page = examine(send(client, opened), status=429)
    assert "Đợi 10 phút" in page.notice
    assert page.form(button="Gửi, nhận mã tra cứu").values["text"] == TEXT
    gate.admit(opened.unit, "203.0.113.9", at=now())
    assert not PublicPost.objects.exists()


def test_addresses_of_networks_are_digests_that_go_with_the_day(opened: Ward):
    gate.admit(opened.unit, "203.0.113.9", at=now())
    first = set(PublicCount.objects.values_list("key", flat=True))
    assert "203.0.113.9" not in str(list(PublicCount.objects.values()))
    gate.admit(opened.unit, "203.0.113.9", at=now() + timedelta(days=1))
    assert PublicDay.objects.count() == 1
    assert len(first & set(PublicCount.objects.values_list("key", flat=True))) == len(gate.PER_UNIT)


def test_a_full_queue_takes_no_more(opened: Ward, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(gate, "MOST_WAITING", 0)
    with pytest.raises(refusals.PublicQueueFull):
        gate.admit(opened.unit, "a", at=now())


def test_a_body_that_is_too_large_is_not_read(client: Client, opened: Ward):
    answer = client.generic("POST", WRITE, b"x", CONTENT_LENGTH="40000000", HTTP_ACCEPT="text/html")
    assert answer.status_code == 413
    assert "quá lớn" in answer.content.decode()


def test_of_several_wards_each_has_its_own_queue(client: Client, opened: Ward, other_ward: Ward):
    assert client.get("/phan-anh/?don-vi=18118").status_code == 404
    UnitSetting.objects.create(
        unit=other_ward.unit, key="petitions.public", value="on", valid_from=now().date(), citation="x"
    )
    units = open_page(client, "/phan-anh/")
    assert client.get(WRITE).status_code == 302
    page = open_page(client, units.link(other_ward.unit.committee))
    wrote = open_page(client, page.link("Phản ánh một việc"))
    form = wrote.form(button="Gửi, nhận mã tra cứu")
    assert form.action.endswith("?don-vi=18118")
    assert form.send(client, text=TEXT, stamp=stamp(opened)).status_code == 422
    examine(form.send(client, text=TEXT, stamp=stamp(other_ward)))
    assert PublicPost.objects.get().unit == other_ward.unit


def test_a_page_asks_a_handful_of_statements(client: Client, opened: Ward):
    with CaptureQueriesContext(
        connection,
    ) as shown:
        client.get(WRITE)
    with CaptureQueriesContext(connection) as sent:
        send(client, opened)
    assert len(shown) <= 3
    assert len(sent) <= 45
