"""The pages of what went past the ward: entered, held against the ward's file, hidden from whom it is not for."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.petitions.actions import escalating as actions
from chuan.petitions.actions.escalating import Found
from chuan.petitions.models import Escalation, EscalationCover, Petition
from chuan.trail.models import Detail
from tests.examine import open_page, sign_in
from tests.people import make_ward
from tests.petitions.escalated.conftest import BODY
from tests.petitions.made import done, now, petition_clerk, received

pytestmark = pytest.mark.django_db
ROOT = "/don-thu/vuot-cap/"


def send(client: Client, url: str, **typed: str) -> object:
    return (
        open_page(client, url).form(button=BUTTONS[url.rstrip("/").rpartition("/")[2]]).send(client, **typed)
    )


BUTTONS = {
    "ghi": "Ghi, rồi xét",
    "bao-cao": "Ghi báo cáo",
    "xet": "Lưu",
    "bo": "Bỏ dòng ghi nhầm",
    "sua": "Lưu dòng đã sửa",
}


def test_an_empty_page_says_that_nothing_follows_from_it(signed_in):
    page = open_page(signed_in, f"{ROOT}?nam=2021")
    assert "Trang trống không có nghĩa là không có vượt cấp" in page.text
    assert "từ 01/01/2021 đến 31/12/2021" in page.text
    assert page.link("Ghi báo cáo của cấp trên") == f"{ROOT}bao-cao/"


def test_a_complaint_entered_and_joined_with_the_wards_file_tells_on_both_pages(signed_in, by):
    file = done(received(by, on=date(2021, 9, 6)), "accept", date(2021, 9, 10), by=by)
    answer = send(
        signed_in,
        f"{ROOT}ghi/",
        body=BODY,
        received_on="20/09/2021",
        paper="45/PC-BTCD",
        about="ranh giới đất",
    )
    one = Escalation.objects.latest_ones().get()
    assert answer["Location"] == f"{ROOT}{one.uid}/xet/"
    assert file.code in open_page(signed_in, answer["Location"]).text
    send(signed_in, f"{ROOT}{one.uid}/xet/", path=str(file.uid))
    page = open_page(signed_in, f"{ROOT}{one.uid}/")
    assert "Phường còn trong hạn giải quyết" in page.text
    assert "Điều 7 khoản 1, 02/2011/QH13 · CHƯA XÁC MINH" in page.text
    theirs = open_page(signed_in, f"/don-thu/{file.uid}/").text
    assert "Cấp trên cũng nhận việc này" in theirs
    assert "Cấp trên nhận đơn về việc này" in theirs
    assert "ranh giới" not in "".join(Detail.objects.values_list("body", flat=True))
    send(signed_in, f"{ROOT}{one.uid}/xet/", path="chua-gui")
    assert "Cấp trên cũng nhận việc này" not in open_page(signed_in, f"/don-thu/{file.uid}/").text
    assert Escalation.objects.filter(uid=one.uid).count() == 3


def test_corrected_beside_and_voided_with_its_words_gone(signed_in, above):
    one = above(about="ranh giới đất")
    url = f"{ROOT}{one.uid}/"
    assert send(signed_in, f"{url}sua/", received_on="21/05/2021").status_code == 422
    send(signed_in, f"{url}sua/", received_on="21/05/2021", reason="nhầm ngày")
    page = open_page(signed_in, url)
    assert "nhầm ngày" in page.text
    assert "20/05/2021" in page.text, "dòng cũ vẫn đọc được"
    send(signed_in, f"{url}bo/", reason="ghi hai lần")
    assert not Escalation.objects.filter(about__gt="").exists()
    assert "đã bỏ" in open_page(signed_in, url).text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"body": "UBND phường Bắc Hồng"}, "không phải chính UBND phường Bắc Hồng"),
        ({"kind": "denunciation"}, "Chưa chọn đơn tố cáo ai"),
        ({"kind": "denunciation", "against": "leader"}, "không phải vượt cấp"),
        ({"received_on": "20/05/2099"}, "20/05/2099"),
        ({"received_on": ""}, "Chưa"),
    ],
)
def test_what_cannot_be_entered_says_why_and_nothing_is_written(signed_in, typed, said):
    given = {"body": BODY, "received_on": "20/05/2021", "about": "thu tiền sai", **typed}
    answer = send(signed_in, f"{ROOT}ghi/", **given)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert ("thu tiền sai" in answer.content.decode()) is (typed.get("kind") != "denunciation")
    assert not Escalation.objects.exists()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"last": "31/12/2021", "paper_on": "20/12/2021"}, "chưa thể nói về ngày"),
        ({"first": "31/12/2021", "last": "01/01/2021"}, "không đúng"),
        ({"paper": ""}, "Không có văn bản của cấp trên"),
        ({"count": "-1"}, "quá nhỏ"),
        ({"body": "Phường Bắc Hồng"}, "không phải chính"),
    ],
)
def test_only_a_paper_of_a_higher_body_about_days_gone_by_speaks(signed_in, typed, field):
    given = {
        "body": BODY, "paper": "12/BC", "paper_on": "10/01/2022", "first": "01/01/2021", "last": "31/12/2021",
        "count": "0", **typed,
    }  # fmt: skip
    answer = send(signed_in, f"{ROOT}bao-cao/", **given)
    assert answer.status_code == 422
    assert field in answer.content.decode()
    assert not EscalationCover.objects.exists()


def test_a_statement_with_missing_rows_says_so_on_the_page(signed_in, above):
    given = {"paper": "12/BC", "paper_on": "10/01/2022", "first": "01/01/2021", "last": "31/12/2021"}
    assert send(signed_in, f"{ROOT}bao-cao/", body=BODY, count="3", **given).status_code == 302
    above()
    page = open_page(signed_in, f"{ROOT}?nam=2021")
    assert "thiếu 2, tính là vượt cấp" in page.text
    assert "Còn 1 vụ chưa xét" in page.text
    assert "chưa có số liệu" not in page.text
    (cover,) = EscalationCover.objects.all()
    assert "Cấp trên báo 3 vụ, mới ghi 1" in open_page(signed_in, f"{ROOT}bao-cao/{cover.uid}/").text


def test_a_denunciation_is_for_keepers_and_leaders_only(client, ward, clerk, above):
    one = above(kind="denunciation", against="official", about="thu tiền sai")
    plain = above(kind="feedback", received_on=date(2021, 6, 1))
    for who, codes in (
        (ward.chairman, {one.code, plain.code}),
        (ward.auditor, {plain.code}),
    ):
        page = open_page(sign_in(client, who), f"{ROOT}?nam=2021")
        assert {code for code in (one.code, plain.code) if code in page.text} == codes
    assert client.get(f"{ROOT}{one.uid}/").status_code == 404
    sign_in(client, ward.specialist)
    assert client.get(ROOT).status_code == 403
    assert client.get(f"{ROOT}{plain.uid}/").status_code == 404


def test_nobody_sees_what_is_about_himself_by_itself_or_by_the_wards_file(client, ward, by, clerk, above):
    one = above(concerned=(ward.chairman,), kind="feedback")
    file = received(by, "denunciation", concerned=(ward.chairman,))
    other = above(received_on=date(2021, 6, 1), kind="feedback")
    Escalation.objects.filter(pk=other.pk).update(ward_code=file.code)
    sign_in(client, ward.chairman)
    assert client.get(f"{ROOT}{one.uid}/").status_code == 404
    assert client.get(f"{ROOT}{other.uid}/").status_code == 404


def test_another_wards_official_finds_nothing(client, ward, by, above, stated):
    one, cover = above(), stated()
    there = make_ward("Nam Hồng", "18118", prefix="b-")
    foreign = petition_clerk(there)
    sign_in(client, foreign)
    for url in (
        f"{one.uid}/",
        f"{one.uid}/xet/",
        f"{one.uid}/sua/",
        f"{one.uid}/bo/",
        f"bao-cao/{cover.uid}/",
    ):
        assert client.get(f"{ROOT}{url}").status_code == 404
    assert one.code not in open_page(client, f"{ROOT}?nam=2021").text


def test_who_may_not_keep_reads_only(client, ward, above):
    one = above()
    sign_in(client, ward.chairman)
    assert "Ghi đơn cấp trên nhận" not in open_page(client, ROOT).text
    assert client.get(f"{ROOT}{one.uid}/xet/").status_code == 403


def test_a_wrong_code_and_a_word_without_reason_are_said_on_the_form(signed_in, above):
    one = above()
    answer = send(signed_in, f"{ROOT}{one.uid}/xet/", path="theo-ma", ward_code="DT-2021-9999")
    assert answer.status_code == 422
    assert "Không có đơn nào mang mã DT-2021-9999" in answer.content.decode()
    answer = send(signed_in, f"{ROOT}{one.uid}/xet/", path="chua-ro", said="lawful")
    assert answer.status_code == 422
    assert "Kết luận riêng của phường phải có lý do" in answer.content.decode()


def test_the_page_asks_as_much_for_many_rows_as_for_one(signed_in, by, above):
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            assert signed_in.get(f"{ROOT}?nam=2021").status_code == 200
        return len(found)

    file = received(by, on=date(2021, 5, 3))
    actions.settle(above(), Found(petition=file), by=by, at=now())
    one = asked()
    for n in range(5):
        row = above(received_on=date(2021, 6, 1 + n))
        actions.settle(row, Found(petition=Petition.objects.get(pk=file.pk)), by=by, at=now())
    assert asked() == one


def test_the_wards_own_side_names_what_is_overdue(signed_in, by):
    file = done(received(by, on=date(2021, 9, 6)), "accept", date(2021, 9, 10), by=by)
    page = open_page(signed_in, ROOT)
    assert file.code in page.text
    assert "Quá hạn từ" in page.text
