"""Duties of a year, the head's confirmation with a self-check before him, the declaration begun from it."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.conformity import actions
from chuan.conformity.models import Confirmation, Declaration, Notice
from chuan.documents.models import Document
from chuan.offers import measures
from chuan.offers.measures import Scope
from chuan.offers.subjects import Subject, describe
from chuan.rules.types import Period
from tests.examine import examine, open_page
from tests.reviews import made

DUTIES = "/phu-hop/nhiem-vu/"


def test_a_duty_is_said_to_be_done_by_its_paper_and_taken_back_with_a_reason(
    ward, other_ward, client, sign_in, django_assert_max_num_queries
):
    sign_in(client, ward.secretary)
    with django_assert_max_num_queries(45):
        page = open_page(client, f"{DUTIES}?nam=2021")
    assert "7 nhiệm vụ đã quá ngày" in page.notice + page.text
    assert page.form(button="Đưa vào Việc của tôi").send(client).status_code == 302
    clocks = Clock.objects.filter(subject_kind="qms_duty", unit=ward.unit)
    assert {one.owner_role for one in clocks} == {"iso_secretary", "chairman"}
    shown = describe([Subject("qms_duty", one.subject_uid) for one in clocks], ward.viewer(ward.secretary))
    assert len(shown) == len(clocks) == 5
    assert describe(list(shown), other_ward.viewer(other_ward.secretary)) == {}
    address = f"{DUTIES}2021/report/da-lam/"
    refused = examine(
        open_page(client, address).form().send(client, done_on="30/10/2021"), address, status=422
    )
    assert "Chưa ghi văn bản chứng minh" in refused.notice
    assert refused.one("#id_done_on").get("value") == "30/10/2021"
    assert refused.form().send(client, citation="Công văn 45/UBND-VP").status_code == 302
    assert clocks.filter(state=Clock.State.ENDED).count() == 1
    page = open_page(client, f"{DUTIES}?nam=2021")
    assert "Công văn 45/UBND-VP" in page.text
    page = open_page(client, f"{DUTIES}2021/report/bo/")
    assert page.form().send(client, reason="Gửi nhầm kỳ.").status_code == 302
    assert "Công văn 45/UBND-VP" not in open_page(client, f"{DUTIES}?nam=2021").text
    assert client.get(f"{DUTIES}2021/audit/da-lam/").status_code == 404
    sign_in(client, ward.clerk)
    assert client.get(address).status_code == 403
    assert "Ghi đã làm" not in open_page(client, DUTIES).text


def test_the_head_confirms_with_a_self_check_before_him_and_the_declaration_begins_as_a_draft(
    ward, other_ward, client, sign_in
):
    sign_in(client, ward.chairman)
    page = open_page(client, open_page(client, DUTIES).link("Xác nhận hệ thống có hiệu lực"))
    refused = examine(page.form().send(client, words="Nhất trí."), page.url, status=422)
    assert "Chưa có lần tự kiểm tra nào được lưu" in refused.notice
    assert "Nhất trí." in refused.text
    run = actions.keep_run(made.today(), by=ward.viewer(ward.secretary), at=timezone.now())
    refused = examine(refused.form().send(client, confirmed_on="01/02/2021"), page.url, status=422)
    assert "chưa ghi văn bản" in refused.notice
    today = made.today().strftime("%d/%m/%Y")
    assert refused.form().send(client, confirmed_on=today).status_code == 302
    row = Confirmation.objects.get()
    assert (row.run, row.edition) == (run, "TCVN ISO 9001:2015")
    page = open_page(client, DUTIES)
    assert row.digest[:16] in page.text
    assert page.form(button="Soạn dự thảo công bố").send(client).status_code == 302
    draft = Document.objects.get(uid=Declaration.objects.get().draft_uid)
    assert "công bố Hệ thống quản lý chất lượng" in draft.subject
    assert "chứng nhận" not in draft.subject
    assert "đã có dự thảo" in open_page(client, DUTIES).text
    sign_in(client, other_ward.chairman)
    assert client.post(f"/phu-hop/xac-nhan/{row.uid}/cong-bo/").status_code == 404
    sign_in(client, ward.secretary)
    assert client.get("/phu-hop/xac-nhan/").status_code == 403


def test_the_province_is_told_of_a_declaration_that_was_issued(ward, client, sign_in):
    by = ward.viewer(ward.secretary)
    sign_in(client, ward.secretary)
    year = made.today().year
    page = open_page(client, f"{DUTIES}?nam={year}")
    assert page.form(button="Soạn thông báo").send(client).status_code == 302
    assert "Chưa có quyết định công bố nào" in open_page(client, DUTIES).notice
    assert not Notice.objects.exists()
    actions.keep_run(made.today(), by=by, at=timezone.now())
    confirmed = actions.confirm(
        confirmed_on=made.today(), scope="Mọi thủ tục hành chính.", words="", citation="",
        by=ward.viewer(ward.chairman), at=timezone.now(),
    )  # fmt: skip
    draft = actions.declare(confirmed, by=by, at=timezone.now()).draft_uid
    Document.objects.filter(uid=draft).update(
        stage="issued", number="12", symbol="QĐ-UBND", issued_on=made.today()
    )
    offered = open_page(client, f"{DUTIES}{year}/declaration/da-lam/")
    assert "12/QĐ-UBND" in (offered.one("#id_citation").get("value") or "")
    page = open_page(client, f"{DUTIES}?nam={year}")
    answer = page.form(button="Soạn thông báo").send(client)
    letter = Document.objects.get(uid=Notice.objects.get().draft_uid)
    assert answer["Location"].endswith(f"{letter.uid}/")
    assert letter.type == "CV"
    for words in ("Quyết định 12/QĐ-UBND", "Mọi thủ tục hành chính", "Sở Khoa học và Công nghệ"):
        assert words in letter.content
    assert letter.subject in open_page(client, f"{DUTIES}?nam={year}").text
    sign_in(client, ward.clerk)
    assert client.post(f"{DUTIES}{year}/thong-bao/").status_code == 403


def test_a_year_with_all_its_proofs_but_documents_is_not_yes(ward):
    review, _row = made.signed(ward)
    measure = measures.find("conformity.maintained")
    assert measure is not None
    scope = Scope(ward.unit.uid, Period.year(review.held_on.year), timezone.now())
    assert measure.counts(scope).numerator < 1
    assert measure.obstacles(Scope(ward.unit.uid, Period(date(2021, 1, 1), date(2021, 7, 1)), timezone.now()))
