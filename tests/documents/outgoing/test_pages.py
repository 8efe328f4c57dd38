"""The pages of drafts: every one opened, walked by its forms, refused without losing what was typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from chuan.documents.actions import outgoing
from chuan.documents.models import Document, SecretCount
from chuan.documents.outgoing.listing import Wanted, drafts_for, sheet_of
from chuan.documents.outgoing.versions import content_of, latest_version
from chuan.exchange.signing import PERSON
from chuan.intake.models import RecordSystem
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.documents.outgoing.conftest import decision, signed_elsewhere
from tests.examine import Page, examine, open_page
from tests.people import Ward
from tests.signing.authority import Authority
from tests.signing.draft import signed

Browse = Callable[[Official], Client]
ON = date(2026, 3, 2)


@pytest.fixture
def browse(sign_in: Callable[[Client, Official], Client]) -> Browse:
    """``browse(ward.clerk)``: a browser in which the official is signed in."""
    return lambda official: sign_in(Client(), official)


def page(client: Client, name: str, *given: object, status: int = 200, query: str = "") -> Page:
    return open_page(client, reverse(f"documents:{name}", args=given) + query, status=status)


def uploaded(data: bytes, name: str = "ban-ky.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="application/pdf")


# The list


def test_an_empty_list_teaches_what_to_do(ward: Ward, browse: Browse):
    shown = page(browse(ward.clerk), "drafts")
    assert "Chưa có dự thảo nào" in shown.text
    assert shown.link("Soạn văn bản") == reverse("documents:draft_begin")


def test_the_list_says_where_each_stands_and_whom_it_waits_for(
    draft: Document, ward: Ward, browse: Browse, forward
):
    forward(draft, "content_review")
    shown = page(browse(ward.clerk), "drafts")
    assert "Chờ duyệt nội dung" in shown.text
    assert "Công chức văn phòng" in shown.text
    assert "Chờ tôi 1" in shown.text


def test_it_is_sought_without_marks_and_by_kind(draft: Document, ward: Ward, browse: Browse):
    client = browse(ward.clerk)
    assert "1 văn bản" in page(client, "drafts", query="?tim=to+ra+soat").text
    assert "Không có văn bản nào khớp" in page(client, "drafts", query="?tim=khong+co").text
    assert "1 văn bản" in page(client, "drafts", query="?loai=Q%C4%90&o=draft").text


def test_the_list_goes_out_as_excel(draft: Document, ward: Ward, browse: Browse):
    answer = browse(ward.clerk).get(reverse("documents:drafts_export"))
    assert answer.content[:2] == b"PK"


def test_the_list_asks_the_database_as_often_for_many_as_for_one(
    draft: Document,
    ward: Ward,
    specialist: Viewer,
    now: datetime,
    browse: Browse,
    django_assert_max_num_queries,
):
    client = browse(ward.clerk)
    page(client, "drafts")
    with django_assert_max_num_queries(40) as one:
        page(client, "drafts")
    for place in range(5):
        outgoing.create(decision(ward, specialist.on, subject=f"Về việc {place}"), by=specialist, at=now)
    with django_assert_max_num_queries(len(one)):
        page(client, "drafts")


def test_a_draft_is_hidden_from_colleagues_and_from_other_wards(
    draft: Document, ward: Ward, other_ward: Ward, browse: Browse
):
    for official in (ward.one_stop, ward.auditor, other_ward.chairman):
        client = browse(official)
        assert "Tổ rà soát" not in page(client, "drafts").text
        for name in ("draft", "draft_edit", "draft_form", "draft_history", "draft_pdf", "draft_docx", "draft_card",
                     "draft_match", "draft_sign", "draft_seal", "draft_file", "draft_recall"):  # fmt: skip
            assert client.get(reverse(f"documents:{name}", args=[draft.uid])).status_code == 404, name


# Beginning


def test_a_draft_begins_from_a_kind_and_opens_in_the_editor(ward: Ward, browse: Browse):
    client = browse(ward.specialist)
    begin = page(client, "draft_begin")
    answer = begin.forms[0].send(client, press="loai=TB")
    made = Document.objects.get()
    assert answer["Location"] == reverse("documents:draft_edit", args=[made.uid])
    assert made.type == "TB"
    edit = page(client, "draft_edit", made.uid)
    assert "Ủy ban nhân dân phường Bắc Hồng thông báo như sau:" in edit.form("sua/").values["body"]


def test_no_kind_or_an_invented_one_is_refused(ward: Ward, browse: Browse):
    client = browse(ward.specialist)
    answer = client.post(reverse("documents:draft_begin"), {"loai": "CV-"})
    assert "Chưa chọn loại văn bản" in examine(answer, status=422).notice


def test_a_decision_that_stands_is_offered_and_its_successor_drafted(
    reading, clerk, now, ward: Ward, browse: Browse
):
    from chuan.documents import actions

    for question in reading.questions.all():
        actions.answer(question, "values" if question.code == "count_mismatch" else "later", by=clerk, at=now)
    actions.confirm(reading, by=clerk, at=now)
    client = browse(ward.clerk)
    begin = page(client, "draft_begin")
    shown = page(client, "draft_from", reading.document.uid)
    assert reverse("documents:draft_from", args=[reading.document.uid]) in begin.html
    assert "MỤC TIÊU CHẤT LƯỢNG NĂM 2022" in shown.text
    shown.form(button="Soạn dự thảo").send(client)
    made = Document.objects.get(stage="draft")
    edit = page(client, "draft_edit", made.uid)
    assert "thay thế" in edit.text
    assert "năm 2022" in edit.form("sua/").values["annex-0-title"].lower()


# The editor


def test_saving_keeps_a_version_and_says_so(draft: Document, ward: Ward, browse: Browse):
    client = browse(ward.specialist)
    form = page(client, "draft_edit", draft.uid).form("sua/")
    answer = form.send(client, subject="Về việc thành lập Tổ công tác", press="roi=xong")
    assert answer["Location"] == reverse("documents:draft", args=[draft.uid])
    assert "Đã lưu phiên bản 2." in page(client, "draft", draft.uid).text
    assert latest_version(Document.objects.get()) == 2


def test_every_box_comes_back_as_it_was_written(draft: Document, ward: Ward, browse: Browse):
    client = browse(ward.specialist)
    before = content_of(draft)
    page(client, "draft_edit", draft.uid).form("sua/").send(client)
    draft.refresh_from_db()
    assert content_of(draft) == before
    assert latest_version(draft) == 1


def test_an_annex_is_added_and_taken_away(draft: Document, ward: Ward, browse: Browse):
    client = browse(ward.specialist)
    form = page(client, "draft_edit", draft.uid).form("sua/")
    form.send(
        client, **{"annex-0-title": "Danh sách tổ", "annex-0-body": "| STT | Họ tên |\n| 1 | Nguyễn A |"}
    )
    draft.refresh_from_db()
    assert content_of(draft).annexes[0].title == "Danh sách tổ"
    form = page(client, "draft_edit", draft.uid).form("sua/")
    assert "annex-1-title" in form.values
    form.send(client, **{"annex-0-title": "", "annex-0-body": ""})
    draft.refresh_from_db()
    assert content_of(draft).annexes == ()


def test_another_signer_is_chosen_from_those_who_may_sign(draft: Document, ward: Ward, browse: Browse):
    client = browse(ward.specialist)
    form = page(client, "draft_edit", draft.uid).form("sua/")
    form.send(client, who=str(ward.chairman.uid))
    draft.refresh_from_db()
    assert (draft.signer_name, draft.signer_position) == ("Người Ký", "CHỦ TỊCH")


def test_a_stale_save_keeps_what_was_typed_and_the_second_press_saves(
    draft: Document, ward: Ward, browse: Browse
):
    mine, others = browse(ward.specialist), browse(ward.clerk)
    form = page(mine, "draft_edit", draft.uid).form("sua/")
    page(others, "draft_edit", draft.uid).form("sua/").send(others, subject="Bản của văn phòng")
    refused = examine(form.send(mine, subject="Bản của tôi"), form.action, status=422)
    assert "Trần Thị Văn Phòng vừa lưu phiên bản 2" in refused.notice
    assert "Bản của văn phòng" in " ".join(refused.texts(".removed"))
    again = refused.form("sua/")
    assert again.values["subject"] == "Bản của tôi"
    again.send(mine)
    draft.refresh_from_db()
    assert (draft.subject, latest_version(draft)) == ("Bản của tôi", 3)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"due_on": "31/02/2026"}, "28/02/2026"),
        ({"subject": "MẬT"}, "máy riêng"),
        ({"urgency": "rất gấp"}, "urgency"),
    ],
)
def test_what_cannot_be_saved_is_said_and_nothing_typed_is_lost(
    draft: Document, ward: Ward, browse: Browse, typed: dict[str, str], said: str
):
    client = browse(ward.specialist)
    form = page(client, "draft_edit", draft.uid).form("sua/")
    body = "Điều 1. Chữ đang gõ dở."
    answer = client.post(form.action, form.values | {"body": body} | typed)
    refused = examine(answer, form.action, status=422)
    assert body in refused.form("sua/").values["body"]
    assert said in refused.html
    assert latest_version(draft) == 1


def test_the_editor_is_closed_once_it_is_submitted(draft: Document, ward: Ward, browse: Browse, forward):
    forward(draft, "content_review")
    client = browse(ward.clerk)
    assert client.get(reverse("documents:draft_edit", args=[draft.uid])).status_code == 302
    assert "không còn là dự thảo" in page(client, "draft", draft.uid).text


# Preview, history, form


def test_the_preview_is_a_pdf_and_a_word_file(draft: Document, ward: Ward, browse: Browse):
    client = browse(ward.specialist)
    assert client.get(reverse("documents:draft_pdf", args=[draft.uid])).content[:5] == b"%PDF-"
    assert client.get(reverse("documents:draft_docx", args=[draft.uid])).content[:2] == b"PK"


def test_the_history_shows_what_a_version_changed(draft: Document, ward: Ward, browse: Browse):
    client = browse(ward.specialist)
    page(client, "draft_edit", draft.uid).form("sua/").send(client, subject="Về việc lập Tổ mới")
    shown = page(client, "draft_history", draft.uid, query="?phien-ban=2")
    assert shown.texts(".added") == ["Về việc lập Tổ mới"]
    assert shown.texts(".removed") == ["Về việc thành lập Tổ rà soát thủ tục hành chính"]
    assert (
        client.get(reverse("documents:draft_history", args=[draft.uid]) + "?phien-ban=99").status_code == 404
    )
    page(client, "draft_history", draft.uid, query="?phien-ban=x")


def test_departures_are_mended_and_kept_on_their_page(
    ward: Ward, specialist: Viewer, now: datetime, browse: Browse
):
    wrong = outgoing.create(decision(ward, specialist.on, subject="V/v thành lập Tổ"), by=specialist, at=now)
    client = browse(ward.specialist)
    shown = page(client, "draft_form", wrong.uid)
    assert "1. " in shown.text
    assert "30/2020/NĐ-CP" in shown.text
    refused = examine(shown.form(button="Ghi lý do").send(client, press="do=accept"), status=422)
    assert "lý do" in refused.notice.lower()
    shown.form(button="Ghi lý do").send(client, reason="Theo mẫu của Sở", press="do=accept")
    assert "“Theo mẫu của Sở”" in page(client, "draft_form", wrong.uid).text


# The way


def test_from_draft_to_handed_over_by_the_buttons_of_its_page(
    draft: Document, ward: Ward, browse: Browse, people: Authority, trusted: None
):
    drafter, chairman, clerk = browse(ward.specialist), browse(ward.chairman), browse(ward.clerk)
    page(drafter, "draft", draft.uid).form(f"{draft.uid}/").send(drafter, press="do=submit")
    returned = page(chairman, "draft", draft.uid).form(f"{draft.uid}/")
    refused = examine(returned.send(chairman, press="do=return"), status=422)
    assert "lý do" in refused.notice.lower() or "Lý do" in refused.notice
    returned.send(chairman, press="do=return", note="Thiếu danh sách")
    assert "“Thiếu danh sách”" in page(drafter, "draft", draft.uid).text
    page(drafter, "draft", draft.uid).form(f"{draft.uid}/").send(drafter, press="do=submit")
    page(chairman, "draft", draft.uid).form(f"{draft.uid}/").send(chairman, press="do=approve_content")
    page(clerk, "draft", draft.uid).form(f"{draft.uid}/").send(clerk, press="do=approve_form")
    page(clerk, "draft", draft.uid).form(f"{draft.uid}/").send(clerk, press="do=hand_over")
    card = page(clerk, "draft_card", draft.uid)
    assert card.one("#c-trich-yeu").text.strip() == "Về việc thành lập Tổ rà soát thủ tục hành chính"
    draft.refresh_from_db()
    form = page(clerk, "draft_match", draft.uid).form(button="Thả tệp vào")
    other = examine(
        clerk.post(form.action, form.values | {"file": uploaded(b"not a pdf")}), form.action, status=422
    )
    assert other.notice
    data = signed_elsewhere(draft, people, number="15", on=ON)
    answer = clerk.post(form.action, form.values | {"file": uploaded(data)})
    assert answer["Location"] == reverse("documents:draft", args=[draft.uid])
    shown = page(clerk, "draft", draft.uid)
    assert "15/QĐ-UBND" in shown.text
    assert shown.link("Văn bản có sai sót") == reverse("documents:mend_issued", args=[draft.uid])


def test_a_signed_paper_that_differs_shows_the_lines_and_asks_for_a_reason(
    draft: Document, ward: Ward, browse: Browse, forward, people: Authority
):
    forward(draft, "handed_over")
    from dataclasses import replace

    changed = replace(content_of(draft), subject="Về việc thành lập Tổ rà soát thủ tục hành chính năm 2026")
    data = signed_elsewhere(draft, people, number="16", on=ON, content=changed)
    client = browse(ward.clerk)
    form = page(client, "draft_match", draft.uid).form(button="Thả tệp vào")
    shown = examine(client.post(form.action, form.values | {"file": uploaded(data)}), form.action, status=422)
    assert any("năm 2026" in one for one in shown.texts(".added"))
    client.post(form.action, form.values | {"file": uploaded(data), "reason": "Sửa trước khi ký"})
    draft.refresh_from_db()
    assert draft.stage == "issued"


def test_keep_mode_signs_by_a_file_and_numbers_by_a_button(
    kept: RecordSystem, trusted: None, draft: Document, ward: Ward, browse: Browse, forward, people: Authority
):
    forward(draft, "to_sign")
    chairman, clerk = browse(ward.chairman), browse(ward.clerk)
    given = chairman.get(reverse("documents:draft_file", args=[draft.uid])).content
    form = page(chairman, "draft_sign", draft.uid).form(button="Thả tệp vào")
    refused = examine(
        chairman.post(form.action, form.values | {"file": uploaded(given)}), form.action, status=422
    )
    assert "không phải tệp đã tải" in refused.notice or "chưa" in refused.notice
    data = signed(given, "chairman", PERSON, trust=people).pdf
    chairman.post(form.action, form.values | {"file": uploaded(data)})
    page(clerk, "draft", draft.uid).form(f"{draft.uid}/").send(clerk, press="do=number")
    shown = page(clerk, "draft", draft.uid)
    assert "01/QĐ-UBND" in shown.text
    page(clerk, "draft_seal", draft.uid)
    shown.form(f"{draft.uid}/").send(clerk, press="do=cancel", note="Ký nhầm")
    assert "đã hủy số" in page(clerk, "draft", draft.uid).text


def test_a_button_that_does_not_exist_is_refused(draft: Document, ward: Ward, browse: Browse):
    client = browse(ward.specialist)
    assert client.post(reverse("documents:draft", args=[draft.uid]), {"do": "publish"}).status_code in (
        404,
        422,
    )


# Errors, recall, settings, secrets


def test_an_error_of_an_issued_document_begins_the_right_paper(
    draft: Document, ward: Ward, browse: Browse, specialist: Viewer
):
    Document.objects.filter(pk=draft.pk).update(stage="issued", number="05", issued_on=ON)
    client = browse(ward.clerk)
    form = page(client, "mend_issued", draft.uid).form(button="Soạn văn bản sửa")
    examine(form.send(client), form.action, status=422)
    form.send(client, how="corrects")
    letter = Document.objects.get(stage="draft")
    assert (letter.type, letter.links.get(kind="corrects").target) == ("CV", draft)
    form.send(client, how="amends", part="khoản 1 Điều 2")
    amending = Document.objects.filter(stage="draft").latest("pk")
    assert (amending.type, amending.links.get(kind="amends").part) == ("QĐ", "khoản 1 Điều 2")


def test_recalling_asks_for_the_document_and_the_reason(draft: Document, ward: Ward, browse: Browse):
    Document.objects.filter(pk=draft.pk).update(stage="issued", number="05", issued_on=ON)
    client = browse(ward.clerk)
    form = page(client, "draft_recall", draft.uid).form(button="Thu hồi")
    examine(form.send(client), form.action, status=422)
    form.send(client, recalling="Công văn số 8/UBND-VP", reason="Ban hành nhầm")
    assert "đã thu hồi" in page(client, "draft", draft.uid).text


def test_numbering_is_set_from_a_day_by_a_document(ward: Ward, browse: Browse):
    client = browse(ward.chairman)
    form = page(client, "numbering").form(button="Ghi")
    examine(form.send(client, sequence="per_type", valid_from="1/1/2026"), form.action, status=422)
    form.send(client, sequence="per_type", valid_from="1/1/2026", citation="Quy chế số 5/QĐ-UBND")
    assert "Mỗi loại văn bản một dãy số" in page(client, "numbering").text
    assert browse(ward.specialist).get(reverse("documents:numbering")).status_code == 403


def test_the_bare_count_of_secret_documents_is_entered(ward: Ward, browse: Browse):
    client = browse(ward.clerk)
    form = page(client, "secret_counts").form(button="Ghi")
    form.send(client, year="2025", count="3")
    examine(form.send(client, year="2025", count="4"), form.action, status=422)
    form.send(client, year="2025", count="4", reason="Đếm sót")
    assert SecretCount.objects.count() == 2
    assert "Năm 2025: 4 văn bản" in page(client, "secret_counts").text
    assert browse(ward.specialist).get(reverse("documents:secret_counts")).status_code == 403


def test_the_excel_lists_what_the_page_lists(draft: Document, ward: Ward, clerk: Viewer):
    table = sheet_of(drafts_for(clerk, Wanted()), on=clerk.on)
    assert [row[1] for row in table.rows] == ["Về việc thành lập Tổ rà soát thủ tục hành chính"]
    assert table.headers[4] == "Đang chờ"
