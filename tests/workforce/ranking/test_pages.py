"""Ranking on its pages: a year in words to the decision, a month of points, what is shown to whom."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.documents.models import DraftVersion
from chuan.exchange.sheets import read_sheet
from chuan.offers.subjects import Subject
from chuan.rules.ranking import Level
from chuan.workforce.actions import ranking
from chuan.workforce.actions.competence import Named
from chuan.workforce.actions.training import Held, Line, add_course, hold, open_plan
from chuan.workforce.models import Assessment, AssessmentEvent, RankingRound
from chuan.workforce.ranking.board import board
from chuan.workforce.ranking.papers import decision_paper
from tests.examine import open_page
from tests.workforce.made import personnel_clerk
from tests.workforce.ranking import made


@pytest.fixture
def keeper(ward):
    return ward.viewer(personnel_clerk(ward))


def now():
    return timezone.now()


def of(one, step=""):
    return f"/nhan-su/xep-loai/{one.uid}/{step}"


def answers(level, group="staff"):
    kept = made.ticks(level, group).answers
    return {key.replace(".", "_"): "1" if met else "0" for key, met in kept.items()} | {"level": level.value}


def test_a_year_in_words_on_the_pages(ward, keeper, client, sign_in):
    sign_in(client, keeper.official)
    open_page(client, "/nhan-su/xep-loai/")
    asked = {"kind": "year", "year": "2021", "citation": "20/KH-UBND", "opened_on": "01/12/2021"}
    wrong = client.post("/nhan-su/xep-loai/mo/", asked | {"kind": "m3"})
    assert wrong.status_code == 422
    assert "20/KH-UBND" in wrong.content.decode()
    done = client.post("/nhan-su/xep-loai/mo/", asked, follow=True)
    round_ = RankingRound.objects.get()
    assert "Còn 8 trong 8 người chưa có kết quả" in done.content.decode()
    address = f"/nhan-su/xep-loai/ky/{round_.uid}/"
    one = made.row(round_, ward.clerk)

    sign_in(client, ward.clerk)
    page = open_page(client, of(one, "tu-danh-gia/"))
    assert page
    contrary = answers(Level.GOOD) | {"words_good_any_tasks": "0", "remark": "đã làm đủ"}
    refused = client.post(of(one, "tu-danh-gia/"), contrary)
    assert refused.status_code == 422
    assert "đánh dấu là không đạt" in refused.content.decode()
    assert "đã làm đủ" in refused.content.decode()
    client.post(of(one, "tu-danh-gia/"), answers(Level.GOOD) | {"remark": "đã làm đủ"})
    told = open_page(client, "/nhan-su/xep-loai/cua-toi/").text
    assert "Chờ thủ trưởng đánh giá" in told
    assert client.get(address).status_code == 404

    sign_in(client, ward.chairman)
    page = open_page(client, of(one, "danh-gia/")).text
    assert "Chuẩn biết gì trong kỳ này" in page
    assert client.post(of(one, "danh-gia/"), {"level": "completed", "remark": ""}).status_code == 422
    client.post(of(one, "danh-gia/"), {"level": "good", "remark": ""})

    sign_in(client, keeper.official)
    open_page(client, address + "hop/")
    met = {"held_on": "15/12/2021", "present": "7", "minutes": "BB 05"}
    votes = {f"d{one.pk}-agreed": "6", f"d{one.pk}-against": "0"}
    short = client.post(address + "hop/", met | votes)
    assert short.status_code == 422
    assert "6 + 0 + 0 = 6, dự họp 7" in short.content.decode()
    client.post(address + "hop/", met | votes | {f"d{one.pk}-silent": "1"})
    open_page(client, address + "quyet-dinh/")
    decided = {"number": "30/QĐ-UBND", "on": "20/12/2021", f"d{one.pk}-level": "good"}
    assert client.post(address + "quyet-dinh/", decided | {"on": "20/12/2100"}).status_code == 422
    client.post(address + "quyet-dinh/", decided)
    assert "hoàn thành tốt nhiệm vụ: 1" in open_page(client, address).text
    one.refresh_from_db()
    assert (one.status, one.decided_level) == ("decided", "good")

    sign_in(client, ward.clerk)
    assert client.post(of(one, "kien-nghi/"), {"reason": ""}).status_code == 422
    client.post(of(one, "kien-nghi/"), {"reason": "thiếu việc quý IV"})
    assert "thiếu việc quý IV" in open_page(client, of(one)).text


def test_a_month_of_points_is_tried_then_handed_in(ward, keeper, client, sign_in):
    round_ = made.month(keeper)
    one = made.row(round_, ward.clerk)
    sign_in(client, ward.clerk)
    open_page(client, of(one, "tu-danh-gia/"))
    form = {
        "common": "30", "degradation": "0", "discipline": "none", "level": "good", "remark": "",
        "p0-name": "Báo cáo", "p0-asked": "4", "p0-done": "4", "p0-late": "2",
    }  # fmt: skip
    beyond = client.post(of(one, "tu-danh-gia/"), form | {"common": "31"})
    assert beyond.status_code == 422
    assert "ngoài thang từ 0 đến 30" in beyond.content.decode()
    assert "Báo cáo" in beyond.content.decode()
    row = client.post(of(one, "tu-danh-gia/"), form | {"p1-name": "Hồ sơ", "p1-done": "x"})
    assert row.status_code == 422
    assert "Ghi số được giao" in row.content.decode()
    tried = client.post(of(one, "tu-danh-gia/"), form | {"do": "try", "level": ""})
    assert tried.status_code == 200
    assert "2 lần chậm, mỗi lần trừ 25 % tiến độ của một sản phẩm" in tried.content.decode()
    assert not AssessmentEvent.objects.exists()
    more = client.post(of(one, "tu-danh-gia/"), form | {"do": "more"})
    assert "p3-name" in more.content.decode()
    why = client.post(of(one, "tu-danh-gia/"), form)
    assert why.status_code == 422
    assert "97,08 điểm" in why.content.decode()
    client.post(of(one, "tu-danh-gia/"), form | {"level": "excellent"})
    one.refresh_from_db()
    assert (one.status, one.self_level) == ("self_assessed", "excellent")
    sign_in(client, ward.chairman)
    assert "mỗi lần trừ 25 %" in open_page(client, of(one, "danh-gia/")).text


def test_what_chuan_knows_stands_beside_the_form_with_its_rows(ward, keeper, client, sign_in):
    round_ = made.year(keeper)
    plan = open_plan(2021, by=keeper, at=now())
    line = Line("Một cửa", 6, "Sở", "", 3, "hỏi", Named("Một cửa", "training"))
    course = add_course(plan, line, by=keeper, at=now())
    held = Held(date(2021, 6, 10), "Hội trường", "Sở", 60, [ward.clerk])
    hold(course, held, by=keeper, at=now())
    late, official = Subject("official", ward.clerk.uid), {"official": ward.clerk}
    clocks.start(late, unit=ward.unit, opened_on=date(2021, 3, 1), due_on=date(2021, 3, 5), **official)
    clocks.settle(late, on=date(2021, 3, 9))
    sign_in(client, ward.clerk)
    told = open_page(client, of(made.row(round_, ward.clerk), "tu-danh-gia/")).text
    assert "Việc khác: 1 việc có hạn trong kỳ" in told
    assert "hạn 05/03/2021, xong 09/03/2021" in told
    assert "Dự 1 trong 1 buổi học" in told
    assert "chưa đo được trong kỳ" in told


def test_nobody_sees_anothers_and_no_ward_anothers(ward, other_ward, keeper, client, sign_in):
    round_ = made.year(keeper)
    one = made.row(round_, ward.clerk)
    ranking.skip_self(one, "ốm", by=keeper, at=now())
    for official in (ward.secretary, ward.auditor, other_ward.chairman):
        sign_in(client, official)
        for step in ("", "tu-danh-gia/", "danh-gia/", "tra-loi/", "bo-buoc/", "khong-xep-loai/"):
            assert client.get(of(one, step)).status_code == 404
        for step in ("", "hop/", "quyet-dinh/", "them/", "ket-thuc/"):
            assert client.get(f"/nhan-su/xep-loai/ky/{round_.uid}/{step}").status_code in (403, 404)
    sign_in(client, ward.clerk)
    assert client.get(of(one)).status_code == 200
    assert "ốm" in open_page(client, of(one)).text


def test_the_draft_in_the_room_of_documents_names_nobody_and_the_sheet_no_identity(
    ward, keeper, client, sign_in
):
    round_ = made.year(keeper)
    one = made.row(round_, ward.clerk)
    ranking.skip_self(one, "ốm", by=keeper, at=now())
    made.assessed(one, ward.viewer(ward.chairman))
    sign_in(client, keeper.official)
    client.post(f"/nhan-su/xep-loai/ky/{round_.uid}/du-thao/")
    draft = DraftVersion.objects.get().content
    assert "Căn cứ Nghị định số 90/2020/NĐ-CP" in draft
    assert not any(word in draft for word in (ward.clerk.name, "hoàn thành tốt"))
    sheet = client.get(f"/nhan-su/xep-loai/ky/{round_.uid}/xep-loai.xlsx").content
    rows = read_sheet(sheet, name="x.xlsx")[0].rows
    told = [[str(cell.value) for cell in row if cell.value] for row in rows]
    assert any(ward.clerk.name in row and "hoàn thành tốt nhiệm vụ" in row for row in told)
    page = decision_paper(board(round_, keeper, now()), date(2021, 12, 20))
    assert ward.clerk.name in str(page.annexes)


def test_the_board_asks_as_often_for_one_as_for_everybody(
    ward, keeper, client, sign_in, django_assert_max_num_queries
):
    round_ = made.year(keeper)
    sign_in(client, keeper.official)
    with django_assert_max_num_queries(22):
        client.get(f"/nhan-su/xep-loai/ky/{round_.uid}/")
    assert Assessment.objects.filter(round=round_).count() == 8
