"""The list: filters, what waits by kind, who sees what, Excel without text or sender, codes only in search."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.exchange.sheets import read_sheet
from chuan.people.models import Official
from chuan.petitions.actions.recording import record
from chuan.petitions.models import Petition, Sender
from tests.examine import open_page, sign_in
from tests.people import Ward, make_ward
from tests.petitions.made import DECISION, done, now, petition_clerk, received

pytestmark = pytest.mark.django_db
LIST = "/don-thu/"


@pytest.fixture
def ward() -> Ward:
    return make_ward()


@pytest.fixture
def clerk(ward: Ward) -> Official:
    return petition_clerk(ward)


@pytest.fixture
def keeper(client: Client, clerk: Official) -> Client:
    return sign_in(client, clerk)


def test_an_empty_list_teaches_what_to_do(keeper):
    page = open_page(keeper, LIST)
    assert "Chưa có đơn nào" in page.text
    assert "Nhập từ tệp" in page.text


def test_each_row_says_which_deadline_is_next(keeper, ward, clerk):
    by = ward.viewer(clerk)
    complaint = received(by, "complaint", date(2021, 9, 6))
    received(by, "denunciation", date(2021, 9, 6))
    text = open_page(keeper, LIST).text
    assert complaint.code in text
    assert "thụ lý khiếu nại" in text
    assert "phân loại, kiểm tra danh tính người tố cáo" in text


def test_what_waits_is_counted_by_kind_and_opens_its_rows(keeper, ward, clerk):
    by = ward.viewer(clerk)
    for day in (6, 7):
        received(by, "complaint", date(2021, 9, day))
    done(received(by, "complaint", date(2021, 9, 8)), "forward", date(2021, 9, 9), by=by)
    page = open_page(keeper, LIST)
    hrefs = [one.get("href") for one in page.tree.iter("a")]
    assert "?loai=complaint&viec=qua-han&xep=han" in hrefs
    text = open_page(keeper, LIST + "?loai=complaint&viec=qua-han&xep=han").text
    assert "2 đơn" in text


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("?loai=feedback", {"0002"}),
        ("?giai_doan=accepted", {"0001"}),
        ("?kenh=reception", {"0003"}),
        ("?linh_vuc=đất đai", {"0001"}),
        ("?nam=2022", {"0001-2022"}),
        ("?nam=2021&ky=q3", {"0001", "0002", "0003"}),
        ("?nam=2021&theo=xong", {"0002"}),
        ("?viec=cho", {"0001", "0003", "0001-2022"}),
        ("?nguoi=chua-giao&loai=complaint", {"0001", "0003", "0001-2022"}),
        ("?chua_co=on&loai=feedback", {"0002"}),
        ("?trung=on", set()),
        ("?tim=2021-0003", {"0003"}),
        ("?tim=Ranh giới", set()),
        ("?loai=bậy&nam=abc&trang=99999999", {"0001", "0002", "0003", "0001-2022"}),
    ],
)
def test_filters(keeper, ward, clerk, query, codes):
    by = ward.viewer(clerk)
    one = received(by, "complaint", date(2021, 9, 6), field="đất đai", text="Ranh giới đất")
    done(one, "accept", date(2021, 9, 8), by=by)
    feedback = done(received(by, "feedback", date(2021, 9, 6)), "accept", date(2021, 9, 7), by=by)
    done(feedback, "answer", date(2021, 9, 8), by=by)
    received(by, "complaint", date(2021, 9, 6), channel="reception")
    received(by, "complaint", date(2022, 1, 5))
    rows = open_page(keeper, LIST + query).find("//tbody//th[@scope='row']//a")
    named = {one.xpath("string()").removeprefix("DT-2021-") for one in rows}
    assert {n.removeprefix("DT-2022-") + "-2022" if n.startswith("DT-2022") else n for n in named} == codes


def test_auditors_are_told_what_is_not_shown(ward, clerk):
    by = ward.viewer(clerk)
    secret = received(by, "denunciation")
    open_one = received(by, "complaint")
    page = open_page(sign_in(Client(), ward.auditor), LIST)
    assert "Đơn tố cáo và đơn có nhiều nội dung chưa tách không hiện ở đây" in page.text
    assert open_one.code in page.text
    assert secret.code not in page.html


def test_who_was_given_nothing_sees_nothing(ward, clerk):
    one = received(ward.viewer(clerk))
    page = open_page(sign_in(Client(), ward.specialist), LIST)
    assert one.code not in page.html
    assert "Ở đây chỉ có đơn được giao cho bạn" in page.text


def test_the_excel_file_has_codes_and_days_only(keeper, ward, clerk):
    by = ward.viewer(clerk)
    one = received(by, "complaint", text="Ranh giới đất", place="Thôn Đoài")
    Sender.objects.create(petition=one, name="Người Gửi Đơn", recorded_at=now())
    answer = keeper.get(LIST + "don-thu.xlsx")
    [sheet] = read_sheet(answer.content, name="don-thu.xlsx")
    told = " ".join(cell.text for row in sheet.rows for cell in row)
    assert one.code in told
    for hidden in ("Ranh giới", "Thôn Đoài", "Người Gửi Đơn"):
        assert hidden not in told


def test_a_longer_list_asks_no_more_statements(keeper, ward, clerk):
    by = ward.viewer(clerk)
    received(by, "complaint")
    open_page(keeper, LIST)
    few = asked(keeper)
    for _n in range(4):
        done(received(by, "complaint"), "accept", date(2021, 9, 8), by=by)
    assert asked(keeper) == few


def asked(client: Client) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(LIST).status_code == 200
    return len(queries)


def test_mine_are_those_given_to_me_by_deadline(ward, clerk):
    by = ward.viewer(clerk)
    one = done(received(by), "accept", date(2021, 9, 8), by=by)
    record(one, "assign", on=date(2021, 9, 9), by=by, at=now(), official=ward.specialist)
    Petition.objects.filter(pk=one.pk).update(handler=ward.specialist)
    client = sign_in(Client(), ward.specialist)
    page = open_page(client, LIST + "cua-toi/")
    assert one.code in page.text
    assert "giải quyết khiếu nại lần đầu" in page.text
    one.refresh_from_db()
    done(one, "decide", date(2021, 9, 20), by=by, paper=DECISION, data={"verdict": "right"})
    assert "Xong gần đây" in open_page(client, LIST + "cua-toi/").text


def test_a_viewer_with_nothing_given_is_told_so(ward):
    assert (
        "Không còn đơn nào chờ tôi" in open_page(sign_in(Client(), ward.specialist), LIST + "cua-toi/").text
    )
