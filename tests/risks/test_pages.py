"""Pages of risks, context and parties: each once, with what happens to bad input."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from python_calamine import CalamineWorkbook

from chuan.exchange.papers import extract
from chuan.risks.models import ContextIssue, InterestedParty, Requirement, Risk
from chuan.risks.scale import scale_of
from tests.examine import examine, open_page
from tests.processes import made as processes
from tests.risks import made

pytestmark = pytest.mark.django_db


def test_a_risk_from_its_naming_to_its_end_by_its_pages(client, ward, sign_in):
    process = made.process_of(ward)
    page = open_page(sign_in(client, ward.specialist), "/rui-ro/neu/")
    refused = examine(page.form().send(client, statement="Mất điện cả ngày"), page.url, status=422)
    assert "Chưa nói rủi ro" in refused.notice
    assert refused.one("#id_statement").text.strip() == "Mất điện cả ngày"
    refused.form().send(client, process=str(process.uid))
    row = Risk.objects.get()
    address = f"/rui-ro/{row.uid}/"
    page = open_page(client, address)
    assert "Việc tiếp theo: chấm mức" in page.text
    assert "Chọn cách xử lý" not in page.text
    sign_in(client, ward.secretary)
    _send(client, f"{address}cham/", {"likelihood": "9", "effect": "3"}, 422)
    _send(client, f"{address}cham/", {"likelihood": "4", "effect": "3"})
    _send(client, f"{address}xu-ly/", {"treatment": "accept"}, 422)
    _send(client, f"{address}xu-ly/", {"treatment": "reduce"})
    yesterday = made.today() - timedelta(days=1)
    _send(client, f"{address}hanh-dong/", {"what": "Thuê máy phát", "due_on": f"{yesterday:%d/%m/%Y}"}, 422)
    _send(
        client,
        f"{address}hanh-dong/",
        {"what": "Thuê máy phát", "owner": str(ward.clerk.uid), "due_on": f"{made.today():%d/%m/%Y}"},
    )
    _send(client, f"{address}xong/", {}, 422)
    action = row.actions.get()
    assert "Thuê máy phát" in open_page(sign_in(client, ward.clerk), "/viec-cua-toi/").text
    assert client.get(f"/rui-ro/hanh-dong/{action.uid}/thoi/").status_code == 403
    _send(client, f"/rui-ro/hanh-dong/{action.uid}/xong/", {"evidence": ""}, 422)
    _send(client, f"/rui-ro/hanh-dong/{action.uid}/xong/", {"evidence": "Hợp đồng 3 (minh họa)"})
    sign_in(client, ward.secretary)
    page = open_page(client, f"{address}cham/")
    assert page.form().values["stage"] == "after"
    _send(client, f"{address}cham/", {"likelihood": "1", "effect": "3"})
    _send(client, f"{address}xong/", {})
    _send(client, f"{address}ra-soat/", {"why": "vẫn đúng"})
    _send(client, f"{address}sua/", {"causes": "Lưới điện cũ"})
    assert "Đang theo dõi" in open_page(client, address).text
    _send(client, f"{address}dong/", {"why": ""}, 422)
    _send(client, f"{address}dong/", {"why": "Đã có máy phát"})
    _send(client, f"{address}mo-lai/", {"why": "Máy phát hỏng"})
    row.refresh_from_db()
    assert (row.status, row.causes) == ("noted", "Lưới điện cũ")


def _send(client, url: str, typed: dict[str, str], status: int = 302) -> None:
    answer = open_page(client, url).form().send(client, **typed)
    assert answer.status_code == status, f"{url}: {answer.status_code}"
    if status == 422:
        examine(answer, url, status=422)


def test_the_register_shows_matrix_and_list_and_asks_the_same_however_long(
    client, ward, sign_in, django_assert_max_num_queries
):
    sign_in(client, ward.clerk)
    assert "Không có rủi ro nào ở đây" in open_page(client, "/rui-ro/").text
    for number in range(12):
        made.scored(ward, made.risk(ward, statement=f"Việc {number}", official=ward.clerk), (4, 3))
    with django_assert_max_num_queries(26):
        page = open_page(client, "/rui-ro/?loai=rui-ro&muc=high")
    assert page.texts("//td[contains(@class, 'lv-high')]//a") == ["12"]
    assert "Việc 11" in open_page(client, "/rui-ro/?o=4-3").text
    assert "Việc 11" not in open_page(client, f"/rui-ro/?mt={ward.unit.uid}").text
    assert "Không có rủi ro nào ở đây" in open_page(client, "/rui-ro/?o=1-1&qt=x&tt=tat-ca").text
    before = made.today() - timedelta(days=40)
    assert "Chưa chấm:" in open_page(client, f"/rui-ro/?ngay={before:%d/%m/%Y}").text
    assert "Đang xem ma trận hôm nay" in open_page(client, "/rui-ro/?ngay=31/02/2021&loai=la").text


def test_the_register_leaves_the_house_whole_as_a_sheet_and_as_a_paper(client, ward, sign_in):
    made.planned(ward, made.treated(ward, made.scored(ward, made.risk(ward))))
    sign_in(client, ward.clerk)
    book = CalamineWorkbook.from_filelike(io.BytesIO(client.get("/rui-ro/rui-ro.xlsx").content))
    assert made.STATEMENT in str(book.get_sheet_by_index(0).to_python())
    answer = client.get("/rui-ro/rui-ro.pdf")
    text = " ".join(extract(answer.content, name="a.pdf").text.split())
    assert "Thêm một người nhận hồ sơ quý IV" in text
    assert "Chưa trả lời biến đổi khí hậu" in text


def test_context_and_parties_are_written_and_ended_on_their_pages(client, ward, sign_in):
    process = processes.process(ward)
    sign_in(client, ward.secretary)
    assert "Chưa ghi vấn đề nào" in open_page(client, "/rui-ro/boi-canh/").text
    _send(client, "/rui-ro/boi-canh/them/", {"statement": " "}, 422)
    _send(client, "/rui-ro/boi-canh/them/", {"statement": "Dân số tăng", "since": "1/1/2021"})
    _send(client, "/rui-ro/boi-canh/khi-hau/", {"why": "Ngập lụt"}, 422)
    _send(client, "/rui-ro/boi-canh/khi-hau/", {"why": "Ngập lụt", "relevant": "co"})
    issue = ContextIssue.objects.get()
    _send(client, f"/rui-ro/boi-canh/{issue.uid}/sua/", {"bearing": "Nhiều hồ sơ hơn"})
    _send(client, "/rui-ro/boi-canh/ra-soat/", {})
    page = open_page(client, "/rui-ro/boi-canh/")
    assert "Có, là vấn đề liên quan. Ngập lụt" in page.text
    assert open_page(client, page.link("Nêu rủi ro Dân số tăng")).form().values["issue"] == str(issue.uid)
    _send(client, f"/rui-ro/boi-canh/{issue.uid}/thoi/", {"until": "1/1/2021", "why": "x"}, 422)
    _send(client, f"/rui-ro/boi-canh/{issue.uid}/thoi/", {"why": "x"})
    assert "Chưa ghi bên quan tâm nào" in open_page(client, "/rui-ro/cac-ben/").text
    _send(client, "/rui-ro/cac-ben/them/", {"name": "Người dân", "since": "1/1/2021"})
    _send(client, "/rui-ro/cac-ben/them/", {"name": "Người dân", "since": "1/1/2021"}, 422)
    party = InterestedParty.objects.get()
    needs = {"what": "Đúng hẹn", "answered": "yes", "process": str(process.uid), "since": "1/1/2021"}
    _send(client, f"/rui-ro/cac-ben/{party.uid}/yeu-cau/", needs, 422)
    _send(client, f"/rui-ro/cac-ben/{party.uid}/yeu-cau/", needs | {"where": "QT-06"})
    need = Requirement.objects.get()
    _send(client, f"/rui-ro/yeu-cau/{need.uid}/sua/", {"answered": "partly"})
    _send(client, "/rui-ro/cac-ben/ra-soat/", {})
    assert "đáp ứng một phần" in open_page(client, "/rui-ro/cac-ben/").text
    _send(client, f"/rui-ro/yeu-cau/{need.uid}/thoi/", {"why": "gộp"})
    _send(client, f"/rui-ro/cac-ben/{party.uid}/thoi/", {"why": "gộp"})


def test_a_unit_sets_its_own_scale_on_a_page(client, ward, sign_in):
    sign_in(client, ward.secretary)
    assert "chưa xác minh" in open_page(client, "/rui-ro/thang-diem/").text
    three = "ít: hiếm khi\nvừa\nnhiều"
    typed = {"likelihood": three, "effect": three, "citation": "Quy trình QT-02 ngày 01/03/2021"}
    _send(client, "/rui-ro/thang-diem/dat/", typed | {"months": "12, sáu, 3, 1"}, 422)
    _send(client, "/rui-ro/thang-diem/dat/", typed, 422)
    _send(client, "/rui-ro/thang-diem/dat/", typed | {"medium": "3", "high": "4", "severe": "9"})
    assert scale_of(ward.unit, made.today()).scale.likelihood[0].meaning == "hiếm khi"
    assert "Quy trình QT-02" in open_page(client, "/rui-ro/thang-diem/").text


def test_another_ward_finds_nothing(client, ward, other_ward, sign_in):
    row = made.treated(ward, made.scored(ward, made.risk(ward)))
    action = made.planned(ward, row)
    sign_in(client, other_ward.secretary)
    for verb in ("", "sua/", "cham/", "xu-ly/", "hanh-dong/", "xong/", "ra-soat/", "dong/", "mo-lai/"):
        assert client.get(f"/rui-ro/{row.uid}/{verb}").status_code == 404
    assert client.get(f"/rui-ro/hanh-dong/{action.uid}/xong/").status_code == 404
    assert row.statement not in open_page(client, "/rui-ro/").text


def test_the_day_of_the_next_look_moves_with_a_reason_and_nobody_has_looked_by_that(client, ward, sign_in):
    row = made.scored(ward, made.risk(ward), on=made.today())
    sign_in(client, ward.secretary)
    address = f"/rui-ro/{row.uid}/doi-ngay/"
    page = open_page(client, address)
    assert "không phải là đã rà soát" in page.text
    far = made.today() + timedelta(days=4000)
    _send(client, address, {"next_on": f"{far:%d/%m/%Y}", "why": "Bận"}, 422)
    soon = made.today() + timedelta(days=7)
    _send(client, address, {"next_on": f"{soon:%d/%m/%Y}", "why": ""}, 422)
    _send(client, address, {"next_on": f"{soon:%d/%m/%Y}", "why": "Người phụ trách nghỉ phép"})
    row.refresh_from_db()
    assert (row.review_on, row.status) == (soon, "scored")
