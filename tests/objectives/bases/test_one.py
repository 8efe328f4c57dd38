"""The page of a kept paper: lines confirmed one by one and together, taken back, asked about; the text beside."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.objectives.bases import actions
from chuan.objectives.models import Basis, BasisMatch, BasisSaying, Plan, Target
from chuan.trail.models import Entry
from tests.examine import Page, examine, open_page, sign_in
from tests.objectives.bases.made import keep, row_of, word, workbook
from tests.objectives.bases.papers import resolution
from tests.objectives.made import clerk, now
from tests.people import Ward, make_ward

LIST = "/muc-tieu/can-cu/"


def address(basis: Basis) -> str:
    return f"/muc-tieu/can-cu/{basis.uid}/"


def send(client: Client, basis: Basis, *, status: int = 302, **typed: Any) -> Page | None:
    answer = client.post(address(basis), typed)
    assert answer.status_code == status
    return examine(answer, address(basis), status=status) if status == 422 else None


def test_the_page_shows_every_promise_with_its_sentence_and_the_text_with_it_marked(
    client: Client, ward: Ward, plan: Plan, django_assert_max_num_queries
):
    basis = keep(ward, plan)
    sign_in(client, ward.secretary)
    with django_assert_max_num_queries(24):
        page = open_page(client, address(basis))
    assert "Nghị quyết 45/NQ-HĐND ngày 22/12/2020" in page.text
    assert "Hội đồng nhân dân phường Bắc Hồng" in page.text
    rows = page.texts("//tbody/tr")
    assert any("Thu nhập bình quân" in one and "khác mức" in one and "66 triệu" in one for one in rows)
    assert any("rác thải" in one and "chỉ căn cứ có" in one for one in rows)
    assert len(page.find("//a[starts-with(@id, 'v')]")) == 3
    assert "Căn cứ không cho biết 21 là đếm theo cách nào." in page.text


def test_same_lines_are_confirmed_together_and_what_is_not_marked_waits(
    client: Client, ward: Ward, plan: Plan
):
    basis = keep(ward, plan)
    sign_in(client, ward.secretary)
    before = list(Target.objects.values_list("pk", "value"))
    key = row_of(basis, "Tổng thu ngân sách").key
    send(client, basis, do="giong", dong=[key])
    made = BasisMatch.objects.get()
    assert (made.standing, made.theirs, made.by) == ("same", "ít nhất 8.550\xa0triệu đồng", ward.secretary)
    assert basis.text[made.span_start : made.span_end].startswith("2. Tổng thu")
    assert Entry.objects.filter(verb="basis.match").count() == 1
    missing = row_of(basis, "Gia đình văn hóa")
    send(client, basis, do="giong", dong=[missing.key])
    assert BasisMatch.objects.latest("pk").standing == "missing"
    page = send(client, basis, status=422, do="giong", dong=[key])
    assert page is not None
    assert "không còn như lúc mở trang" in page.text
    page = send(client, basis, status=422, do="giong")
    assert page is not None
    assert "Chưa chọn dòng nào" in page.text
    assert list(Target.objects.values_list("pk", "value")) == before


def test_another_level_needs_a_reason_or_a_new_decision(client: Client, ward: Ward, plan: Plan):
    basis = keep(ward, plan)
    sign_in(client, ward.secretary)
    row = row_of(basis, "Thu nhập bình quân")
    place = row.key.split("~")[1]
    page = send(client, basis, status=422, do="dong", key=row.key, place=place, way="kept", note="  ")
    assert page is not None
    assert "chưa ghi vì sao" in page.text
    assert page.find("//details[@open]//select[@name='way']/option[@value='kept'][@selected]")
    send(client, basis, do="dong", key=row.key, place=place, way="revise", note="")
    made = BasisMatch.objects.get()
    assert (made.standing, made.way, made.ours) == (
        "different",
        "revise",
        "ít nhất 65\xa0triệu đồng/người/năm",
    )
    page = open_page(client, address(basis))
    assert "Sửa bằng quyết định mới" in page.text
    assert page.find(f"//a[@href='/van-ban/soan/thay-the/{plan.decision.uid}/']")


def test_a_person_may_pair_another_sentence_or_none_and_take_it_back_with_a_reason(
    client: Client, ward: Ward, plan: Plan
):
    basis = keep(ward, plan)
    sign_in(client, ward.secretary)
    income = row_of(basis, "Thu nhập bình quân")
    send(client, basis, do="dong", key=income.key, place="", way="", note="")
    missing = BasisMatch.objects.get()
    assert (missing.standing, missing.span_start, missing.theirs) == ("missing", None, "")
    freed = row_of(basis, "Thu nhập bình quân đầu người đạt 66")
    assert freed.standing == "extra"
    page = send(client, basis, status=422, do="bo", match=str(missing.uid), note="")
    assert page is not None
    assert "Chưa ghi lý do bỏ xác nhận" in page.text
    send(client, basis, do="bo", match=str(missing.uid), note="Nhầm dòng")
    page = send(client, basis, status=422, do="bo", match=str(missing.uid), note="lần nữa")
    assert page is not None
    assert "đã được bỏ rồi" in page.text
    shown = open_page(client, address(basis))
    assert "Xác nhận đã bỏ" in shown.text
    assert "Nhầm dòng" in shown.text
    assert row_of(basis, "Thu nhập bình quân").standing == "different"
    waste = row_of(basis, "rác thải")
    send(client, basis, do="dong", key=waste.key, way="kept", note="Phường không tổ chức thu gom")
    other = row_of(basis, "Tổng thu ngân sách")
    bad = send(client, basis, status=422, do="dong", key=other.key, place=waste.key.split("~")[1], note="x")
    assert bad is not None
    assert "không còn như lúc mở trang" in bad.text


def test_the_question_of_21_20_and_22_keeps_its_answer_with_a_person_and_a_day(
    client: Client, ward: Ward, plan: Plan
):
    basis = keep(ward, plan)
    objective = plan.objectives.get(ordinal="1")
    sign_in(client, ward.secretary)
    send(client, basis, do="dem", objective=str(objective.uid), answer="lines", note="Hỏi thường trực HĐND")
    said = BasisSaying.objects.get()
    assert (said.answer, said.by, said.seen) == (
        "lines", ward.secretary, "ghi 21; căn cứ có 3 dòng với 3 số đo",
    )  # fmt: skip
    page = open_page(client, address(basis))
    assert "Đếm từng gạch đầu dòng: Hỏi thường trực HĐND" in page.text
    assert "Phạm Thư Ký trả lời" in page.text
    objective.refresh_from_db()
    assert objective.roll_up == "values"
    there = open_page(client, f"/muc-tieu/ke-hoach/muc/{objective.uid}/")
    assert "Hỏi thường trực HĐND" in there.text
    for wrong in ({"objective": "x"}, {"objective": str(plan.uid)}):
        assert client.post(address(basis), {"do": "dem", "answer": "lines", **wrong}).status_code == 404
    assert (
        client.post(
            address(basis), {"do": "dem", "objective": str(objective.uid), "answer": "all"}
        ).status_code
        == 404
    )


def test_what_is_asked_of_the_whole_paper_comes_before_its_lines(client: Client, ward: Ward, plan: Plan):
    basis = keep(ward, plan, resolution(year=2020))
    sign_in(client, ward.secretary)
    page = open_page(client, address(basis))
    assert "Văn bản nói về năm 2020, kế hoạch là của năm 2021." in page.text
    assert not page.find("//input[@name='dong']")
    key = row_of(basis, "Tổng thu ngân sách").key
    refused = send(client, basis, status=422, do="giong", dong=[key])
    assert refused is not None
    assert "còn điều cần xem: Văn bản nói về năm 2020" in refused.text
    refused = send(client, basis, status=422, do="nhan", note=" ")
    assert refused is not None
    assert "Chưa ghi lý do vẫn dùng làm căn cứ" in refused.text
    send(client, basis, do="nhan", note="Trích yếu ghi nhầm năm, phụ lục là của năm 2021")
    send(client, basis, do="giong", dong=[key])
    assert "Trích yếu ghi nhầm năm" in open_page(client, address(basis)).text


def test_a_paper_put_away_stays_readable_and_nothing_more_is_confirmed(
    client: Client, ward: Ward, plan: Plan
):
    basis = keep(ward, plan)
    actions.confirm_plain(basis, [row_of(basis, "Tổng thu").key], by=clerk(ward), at=now())
    sign_in(client, ward.secretary)
    send(client, basis, do="thoi", note="Văn bản chưa ký")
    page = open_page(client, address(basis))
    assert "đã thôi dùng" in page.text
    assert "Văn bản chưa ký" in page.text
    assert "giống" in page.text
    refused = send(client, basis, status=422, do="giong", dong=[row_of(basis, "Thu nhập").key])
    assert refused is not None
    assert "đã thôi dùng" in refused.text
    again = keep(ward, plan)
    assert again.digest == basis.digest


def test_whoever_does_not_plan_reads_and_another_ward_finds_nothing(client: Client, ward: Ward, plan: Plan):
    basis = keep(ward, plan)
    sign_in(client, ward.one_stop)
    page = open_page(client, address(basis))
    assert not page.find("//form[@id='xac-nhan']")
    assert client.post(address(basis), {"do": "thoi", "note": "x"}).status_code == 403
    assert client.post(address(basis), {"do": "khac"}).status_code == 404
    other = make_ward("Nam Hồng", code="00124", prefix="nh-")
    sign_in(client, other.secretary)
    assert client.get(address(basis)).status_code == 404
    assert client.get(f"{address(basis)}tep/").status_code == 404


def test_the_lines_are_filtered_by_how_they_stand(client: Client, ward: Ward, plan: Plan):
    basis = keep(ward, plan)
    sign_in(client, ward.secretary)
    page = open_page(client, f"{address(basis)}?so=extra")
    assert len(page.texts("//table[contains(@class, 'fold')]/tbody/tr")) == 1
    none = open_page(client, f"{address(basis)}?so=khong")
    assert "Không có dòng nào khớp" in none.text


def test_an_assignment_in_word_and_in_excel_is_dropped_kept_and_given_back(
    client: Client, ward: Ward, plan: Plan
):
    sign_in(client, ward.secretary)
    issuer = "ỦY BAN NHÂN DÂN\nTHỊ XÃ HỒNG LĨNH"
    made = word(number="900/QĐ-UBND", issuer=issuer, kind="QUYẾT ĐỊNH")
    form = open_page(client, LIST).form(button="So")
    answer = form.send(client, file=SimpleUploadedFile("giao.docx", made))
    basis = Basis.objects.get()
    assert answer.headers["Location"] == address(basis)
    assert (basis.kind, basis.issuer, basis.number) == (
        "assignment", "Ủy ban nhân dân thị xã Hồng Lĩnh", "900/QĐ-UBND",
    )  # fmt: skip
    assert [code for code, _facts in basis.questions] == []
    assert row_of(basis, "Thu nhập").standing == "same"
    assert client.get(f"{address(basis)}tep/").content == made
    form.send(client, file=SimpleUploadedFile("giao.xlsx", workbook()))
    other = Basis.objects.latest("pk")
    assert [code for code, _facts in other.questions] == ["unnumbered"]
    assert other.name == "giao.xlsx"
    assert row_of(other, "Tổng thu").standing == "same"
