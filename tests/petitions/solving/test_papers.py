"""Papers of the solving: what each says; forms by dated law; nobody named in those of a denunciation."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from chuan.documents.models import Document
from chuan.paper.plain import text_of
from chuan.petitions.actions.papers import begin_draft
from chuan.petitions.models import Sender
from chuan.petitions.papers.catalogue import made, offered_now, writing_of
from chuan.petitions.papers.heads import form_words, paper, pdf
from chuan.petitions.solving.papers import OURS
from tests.examine import open_page, sign_in
from tests.petitions.made import now
from tests.petitions.papers.reading import pdf_text

pytestmark = pytest.mark.django_db
NAME = "Quách Thị Không Ai Biết"


@pytest.fixture
def told(ward, keeper):
    """``told(act, "decide", on)``: the paper's lines, spaces folded, and the words of its form."""

    def text(act, key, on, *, discreet=False):
        one = made(writing_of(act.petition, on=on, viewer=ward.viewer(keeper), discreet=discreet), key)
        return " ".join(text_of(paper(one, on=on)).split()), form_words(one.form)

    return text


@pytest.fixture
def complaint(ward, case):
    """A complaint of 2026 with everything that papers tell of."""
    act = case("complaint", date(2026, 7, 6), date(2026, 7, 13), text="Ranh giới đất ngõ 2")
    Sender.objects.create(petition=act.petition, name=NAME, address="Tổ 3", recorded_at=now())
    act("assign", ward.specialist, "Đo lại ranh giới", on=date(2026, 7, 14))
    act("plan", "Làm việc với tổ 3", date(2026, 7, 30), on=date(2026, 7, 15))
    act("talk_notice", date(2026, 7, 27), "Trụ sở phường", on=date(2026, 7, 20))
    act("talk", "Hai bên đồng ý đo lại", on=date(2026, 7, 27), copies=3, absent=False, official=ward.chairman)
    act("determine", 2, "Nhiều thửa đất", on=date(2026, 7, 28))
    act("prolong", 15, "Chờ đo", on=date(2026, 8, 3))
    return act


def test_decisions_of_a_complaint_say_what_the_case_holds(ward, complaint, told):
    on = date(2026, 8, 4)
    text, _form = told(complaint, "verify", on)
    assert "Căn cứ Luật Khiếu nại" in text
    assert (
        f"Giao ông (bà) {ward.specialist.name} xác minh nội dung khiếu nại mã {complaint.petition.code}"
        in text
    )
    text, _form = told(complaint, "prolong_complaint", on)
    assert "thêm 15 ngày" in text
    assert "15/QĐ-UBND ngày 28/07/2026" in text
    assert "phức tạp" in told(complaint, "determine", on)[0]
    text, _form = told(complaint, "talk_notice", on)
    assert "27/07/2026" in text
    assert "ít nhất 5 ngày" in text
    text, form = told(complaint, "talk_minutes", on)
    assert "thành 3 bản" in text
    assert form.startswith("Mẫu số 14 ")
    complaint("conclude", "partly", "Đo lại theo bản đồ", on=date(2026, 8, 10))
    text, _form = told(complaint, "decide", date(2026, 8, 10))
    assert NAME in text
    assert "là đúng một phần" in text
    assert "khiếu nại lần hai tới Chủ tịch Ủy ban nhân dân tỉnh" in text


def test_forms_of_a_suspension_are_those_of_the_law_of_the_day(complaint, told):
    complaint("suspend", "Chờ giám định", on=date(2026, 8, 5))
    assert told(complaint, "suspend", date(2026, 8, 5))[1].startswith("Mẫu số 14a ")
    assert told(complaint, "resume", date(2026, 8, 5))[1].startswith("Mẫu số 14b ")
    assert told(complaint, "suspend", date(2021, 8, 5))[1] == ""


def test_a_draft_for_the_room_of_documents_tells_nothing_of_the_case(ward, complaint, told):
    complaint("conclude", "partly", "Đo lại theo bản đồ", on=date(2026, 8, 10))
    offered = OURS.keys() & set(
        offered_now(writing_of(complaint.petition, on=date(2026, 8, 10), viewer=complaint.by))
    )
    assert offered >= {"verify", "verify_plan", "prolong_complaint", "talk_minutes", "decide"}
    for key in offered:
        text, _form = told(complaint, key, date(2026, 8, 10), discreet=True)
        for hidden in (NAME, "Ranh giới", "bản đồ", "một phần", "đo lại"):
            assert hidden not in text, key


def test_papers_of_a_denunciation_and_the_first_form_of_the_decree(ward, case, told):
    act = case("denunciation", date(2021, 3, 1), date(2021, 3, 8), text="Thu tiền không biên lai")
    act("assign", ward.specialist, "Xác minh sổ thu", on=date(2021, 3, 9))
    act("determine", 1, "Nhiều nội dung", on=date(2021, 3, 20))
    act("prolong", 30, "", on=date(2021, 4, 1))
    text, form = told(act, "prolong_denunciation", date(2021, 4, 1))
    assert form.startswith("Mẫu số 01 (")
    assert "Căn cứ Nghị định số 31/2019/NĐ-CP" in text
    assert "bản đã che danh tính" in told(act, "verify", date(2021, 4, 1))[0]
    act("conclude", "false", "Không có việc thu sai", on=date(2021, 5, 3))
    assert "Kết luận: cố ý tố cáo sai sự thật" in told(act, "conclude", date(2021, 5, 3))[0]


def test_the_answer_to_feedback_is_typeset(ward, case, told):
    act = case("feedback", date(2023, 9, 6), date(2023, 9, 7), channel="portal", text="Cống tắc ở ngõ 2")
    act("answer", "Đã khơi cống", on=date(2023, 9, 8))
    one = made(writing_of(act.petition, on=date(2023, 9, 8), viewer=act.by), "answer")
    text = pdf_text(pdf(one, on=date(2023, 9, 8)))
    assert "Đã khơi cống" in text
    assert "Cống tắc ở ngõ 2" in text


def test_the_number_of_a_paper_drafted_here_is_not_typed_again(client, ward, keeper, case):
    act = case("complaint", date(2026, 7, 6), date(2026, 7, 13), text="Ranh giới đất ngõ 2")
    document = begin_draft(act.petition, "verify", by=ward.viewer(keeper), at=now())
    url = reverse("petitions:assign", args=[act.petition.uid])
    client = sign_in(client, keeper)
    assert open_page(client, url).form(button="Giao việc").values["number"] == ""
    Document.objects.filter(pk=document.pk).update(number="41", issued_on=date(2026, 7, 15))
    page = open_page(client, url)
    form = page.form(button="Giao việc")
    assert (form.values["number"], form.values["on"]) == ("41/QĐ-UBND", "15/07/2026")
    assert page.link("Soạn văn bản").endswith("/giay-to/")
    assert form.send(client, official=str(ward.specialist.pk)).status_code == 302
    act("suspend", "Chờ giám định", on=date(2026, 7, 20))
    act("resume", "", on=date(2026, 7, 22))
    assert open_page(client, url).form(button="Giao việc").values["number"] == ""
