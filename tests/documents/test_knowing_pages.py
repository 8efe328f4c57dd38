"""Pages on which officials read and confirm, and the one that says who has not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from chuan.documents.actions import knowing as actions
from chuan.documents.models import Acknowledgement, Delivery, Dissemination, MustKnow, Reading
from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.examine import examine, open_page
from tests.people import Ward

SignIn = Callable[[Client, Official], Client]


@pytest.fixture
def put(reading: Reading, ward: Ward, clerk: Viewer, now: datetime) -> Dissemination:
    return actions.disseminate(reading.document, [ward.specialist, ward.one_stop], by=clerk, at=now)


def where(one: MustKnow) -> str:
    return f"/van-ban/nam-vung/{one.uid}/"


def test_an_official_opens_reads_and_confirms(
    client: Client, sign_in: SignIn, ward: Ward, put: Dissemination
) -> None:
    one = put.people.get(official=ward.specialist)
    sign_in(client, ward.specialist)
    listed = open_page(client, "/van-ban/nam-vung/")
    assert listed.find(f".//a[@href='{where(one)}']")
    page = open_page(client, where(one))
    assert "Mở để đọc" in page.text
    assert "Phần đầu 21/21" not in page.text, "nothing is shown before it is opened"
    assert client.post(where(one), {"open": "1"}).status_code == 302
    page = open_page(client, where(one))
    assert "Phần đầu 21/21 chỉ tiêu" in page.text
    shown = page.one("//input[@name='shown']").get("value")
    refused = examine(client.post(where(one), {"shown": shown}), status=422)
    assert "Đánh dấu vào ô khi đã đọc hết và nắm vững." in refused.notice
    assert client.post(where(one), {"shown": shown, "known": "on"}).status_code == 302
    assert "đã xác nhận nắm vững lúc" in open_page(client, where(one)).text
    assert Acknowledgement.objects.filter(must_know=one, verb="confirmed").count() == 1


def test_who_opens_it_to_read_has_opened_what_was_sent_to_him_of_it(
    client: Client, sign_in: SignIn, ward: Ward, put: Dissemination, reading: Reading, now: datetime
) -> None:
    his, others = (
        Delivery.objects.create(
            document=reading.document,
            way="inside",
            official=one,
            to=one.name,
            status="arrived",
            queued_at=now,
        )
        for one in (ward.specialist, ward.one_stop)
    )
    sign_in(client, ward.specialist)
    client.post(where(put.people.get(official=ward.specialist)), {"open": "1"})
    his.refresh_from_db()
    others.refresh_from_db()
    assert (his.status, others.status) == ("accepted", "arrived")


@pytest.mark.parametrize("shown", ["", "lạ", "x:y:z"])
def test_a_strange_token_confirms_nothing(
    client: Client, sign_in: SignIn, ward: Ward, put: Dissemination, shown: str
) -> None:
    one = put.people.get(official=ward.specialist)
    sign_in(client, ward.specialist)
    client.post(where(one), {"open": "1"})
    page = examine(client.post(where(one), {"shown": shown, "known": "on"}), status=422)
    assert "Tải lại trang rồi xác nhận." in page.text
    assert not Acknowledgement.objects.filter(verb="confirmed").exists()


def test_the_coverage_says_who_has_not_and_reminds(clerks_browser: Client, put: Dissemination) -> None:
    address = f"/van-ban/nam-vung/dot/{put.uid}/"
    page = open_page(clerks_browser, address)
    assert f"Còn 02 người chưa xác nhận đã nắm vững nội dung {put.title}." in page.text
    assert page.text.count("chưa mở") == 2
    assert clerks_browser.post(address + "nhac/").status_code == 302
    assert "Đã nhắc 2 người" in open_page(clerks_browser, address).notice
    assert clerks_browser.get(address + "danh-sach.xlsx").content.startswith(b"PK")


def test_a_document_is_put_before_posts_and_names(
    clerks_browser: Client, reading: Reading, ward: Ward
) -> None:
    address = f"/van-ban/{reading.document.uid}/pho-bien/"
    page = open_page(clerks_browser, address)
    assert "Mọi cán bộ, công chức đang công tác" in page.text
    empty = examine(clerks_browser.post(address, {"due_on": ""}), status=422)
    assert "Chưa chọn ai phải nắm vững văn bản này." in empty.notice
    late = examine(clerks_browser.post(address, {"everybody": "on", "due_on": "01/01/2020"}), status=422)
    assert "Hạn xác nhận 01/01/2020 đã qua." in late.notice
    assert "01/01/2020" in late.html
    assert clerks_browser.post(address, {"everybody": "on", "due_on": ""}).status_code == 302
    assert Dissemination.objects.get().people.count() == 7


def test_one_is_released_and_the_whole_is_ended_with_a_reason(
    clerks_browser: Client, put: Dissemination, ward: Ward
) -> None:
    one = put.people.get(official=ward.one_stop)
    assert (
        open_page(clerks_browser, where(one) + "thoi-giao/").title
        == f"Thôi giao xác nhận: {ward.one_stop.name}"
    )
    assert clerks_browser.post(where(one) + "thoi-giao/", {"reason": ""}).status_code == 422
    assert clerks_browser.post(where(one) + "thoi-giao/", {"reason": "Nghỉ"}).status_code == 302
    address = f"/van-ban/nam-vung/dot/{put.uid}/"
    assert "thôi giao: Nghỉ" in open_page(clerks_browser, address).text
    assert clerks_browser.post(address + "ket-thuc/", {"reason": "Thay bằng bản khác"}).status_code == 302
    ended = open_page(clerks_browser, address)
    assert "Không còn phải xác nhận từ" in ended.notice


def test_an_empty_list_teaches(clerks_browser: Client) -> None:
    page = open_page(clerks_browser, "/van-ban/nam-vung/")
    assert "Chưa phổ biến văn bản nào" in page.text
    assert "Không còn văn bản nào chờ tôi xác nhận." in page.text


def test_another_ward_sees_nothing_of_it(
    client: Client, sign_in: SignIn, other_ward: Ward, put: Dissemination, reading: Reading
) -> None:
    sign_in(client, other_ward.clerk)
    one = put.people.first()
    assert one is not None
    for address in (
        where(one), where(one) + "thoi-giao/", f"/van-ban/nam-vung/dot/{put.uid}/",
        f"/van-ban/nam-vung/dot/{put.uid}/danh-sach.xlsx", f"/van-ban/{reading.document.uid}/pho-bien/",
        f"/van-ban/nam-vung/{new_uid()}/",
    ):  # fmt: skip
        assert client.get(address).status_code == 404, address
    assert client.post(f"/van-ban/nam-vung/dot/{put.uid}/nhac/").status_code == 404


def test_a_specialist_is_not_offered_what_he_may_not_do(
    client: Client, sign_in: SignIn, ward: Ward, put: Dissemination, reading: Reading
) -> None:
    sign_in(client, ward.specialist)
    page = open_page(client, f"/van-ban/nam-vung/dot/{put.uid}/")
    assert "Nhắc người chưa xác nhận" not in page.text
    assert client.get(f"/van-ban/{reading.document.uid}/pho-bien/").status_code == 403
    assert client.post(f"/van-ban/nam-vung/dot/{put.uid}/nhac/").status_code == 403


def test_a_long_list_is_asked_in_few_queries(
    clerks_browser: Client,
    put: Dissemination,
    clerk: Viewer,
    now: datetime,
    django_assert_max_num_queries: object,
) -> None:
    Dissemination.objects.bulk_create(
        Dissemination(unit=clerk.unit, subject_kind="document", subject_uid=new_uid(), title=f"VB {n}",
                      version_digest=f"{n:064d}", started_on=clerk.on, recorded_at=now)
        for n in range(60)
    )  # fmt: skip
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        clerks_browser.get("/van-ban/nam-vung/")
