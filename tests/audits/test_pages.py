"""The pages of audits: the year, one audit to its report, the working sheet with and without script, refusals."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from chuan.audits.actions import reporting
from chuan.audits.models import Answer, Audit, AuditSample, Finding
from chuan.documents.models import Document
from tests.audits import made
from tests.examine import examine, open_page
from tests.processes.made import process

pytestmark = pytest.mark.django_db
ROOM = "/danh-gia/"


def sheet(audit: Audit) -> str:
    return f"{ROOM}cuoc/{audit.uid}/phieu/"


def test_a_year_is_begun_planned_and_given_to_a_team_and_nobody_gets_his_own_work(
    ward, client, sign_in, django_assert_max_num_queries
):
    row = made.dossiers_process(ward)
    made.shows(ward, ward.auditor, ward.one_stop)
    sign_in(client, ward.secretary)
    page = open_page(client, open_page(client, ROOM).link("Lập chương trình"))
    refused = examine(page.form().send(client, year="hai nghìn", aim="x"), page.url, status=422)
    assert refused.one("#id_aim").text.strip() == "x"
    assert refused.form().send(client, year="2021").status_code == 302
    page = open_page(client, open_page(client, f"{ROOM}?nam=2021").link("Thêm cuộc đánh giá"))
    days = {"first": "1/1/2021", "last": "30/9/2021", "report_due_on": "20/10/2021"}
    refused = examine(
        page.form().send(client, starts_on="6/10/2021", ends_on="5/10/2021", **days), page.url, status=422
    )
    assert "Ngày kết thúc 05/10/2021 trước ngày bắt đầu 06/10/2021" in refused.notice
    assert refused.form().send(client, ends_on="6/10/2021").status_code == 302
    with django_assert_max_num_queries(30):
        page = open_page(client, f"{ROOM}?nam=2021")
    assert "Mọi quá trình và mọi điều đều có cuộc đánh giá trong năm." in page.text
    page = open_page(client, open_page(client, page.link("ĐGNB 01/2021")).link("Chọn đoàn"))
    for official in (ward.auditor, ward.one_stop):
        add = open_page(client, page.link("Thêm người vào đoàn"))
        assert add.form().send(client, official=str(official.uid)).status_code == 302
    add = open_page(client, page.link("Thêm người vào đoàn"))
    refused = examine(add.form().send(client, official=str(ward.clerk.uid)), add.url, status=422)
    assert "chưa có minh chứng còn giá trị về đánh giá nội bộ" in refused.notice
    page = open_page(client, page.url)
    assert f"{ward.one_stop.name} không được: giữ chức danh Tư pháp – hộ tịch" in page.text
    member = Audit.objects.get().team.get(official=ward.one_stop)
    forged = client.post(page.url, {f"giao_{row.uid}": str(member.uid)})
    assert "chịu trách nhiệm quá trình này từ" in examine(forged, page.url, status=422).notice
    lead = Audit.objects.get().team.get(official=ward.auditor)
    assert page.form(button="Giao").send(client, **{f"giao_{row.uid}": str(lead.uid)}).status_code == 302
    assert "Lập phiếu câu hỏi." in open_page(client, f"{ROOM}cuoc/{Audit.objects.get().uid}/").text


def test_the_sheet_without_script_saves_what_was_changed_and_shows_both_where_two_wrote(
    ward, client, sign_in, django_assert_max_num_queries
):
    audit = made.under_way(ward, made.dossiers_process(ward))
    sign_in(client, ward.auditor)
    with django_assert_max_num_queries(24):
        page = open_page(client, sheet(audit))
    first = page.form(button="Lưu phiếu")
    assert first.send(client, verdict_1="conform", notes_1="đã xem sổ").status_code == 302
    assert first.send(client, verdict_1="conform", notes_1="đã xem sổ").status_code == 302
    assert Answer.objects.count() == 1
    refused = examine(first.send(client, verdict_1="not_conform", notes_1="thiếu tờ 3"), page.url, status=422)
    assert "sau khi bạn mở trang" in refused.notice
    assert "đã xem sổ" in refused.text
    assert refused.one("#notes_1").text.strip() == "thiếu tờ 3"
    again = refused.form(button="Lưu phiếu").send(client, keep_1="both")
    assert again.status_code == 302
    last = Answer.objects.latest("version")
    assert (last.version, last.verdict, last.notes) == (2, "not_conform", "đã xem sổ\nthiếu tờ 3")
    assert (
        client.post(sheet(audit), {"base_1": "x" * 30, "verdict_1": "lạ", "notes_1": ""}).status_code == 302
    )
    assert Answer.objects.count() == 2


def test_answers_sent_one_by_one_are_written_once_and_never_overwrite(ward, client, sign_in):
    audit = made.under_way(ward, made.dossiers_process(ward))
    item, key = audit.items.get(ordinal=1), str(uuid.uuid4())
    address = f"{ROOM}cau/{item.uid}/ghi/"
    sign_in(client, ward.auditor)
    sent = {"verdict_1": "conform", "notes_1": "một", "evidence_1": "", "base_1": "0", "key": key}
    assert client.post(address, sent).json()["version"] == 1
    assert client.post(address, sent).json()["version"] == 1
    late = client.post(address, sent | {"notes_1": "hai", "key": "không phải khóa"})
    assert (late.status_code, late.json()["notes"], late.json()["who"]) == (409, "một", ward.auditor.name)
    Audit.objects.update(status="reported")
    closed = client.post(address, sent | {"notes_1": "ba", "base_1": "1", "key": ""})
    assert (closed.status_code, "phiếu không ghi thêm được" in closed.json()["sentence"]) == (422, True)


def test_a_finding_from_a_question_a_sample_and_the_report(ward, client, sign_in):
    row = made.dossiers_process(ward)
    audit = made.under_way(ward, row)
    sign_in(client, ward.auditor)
    page = open_page(client, f"{ROOM}cuoc/{audit.uid}/mau/lay/")
    given = {"register": "intake.imports", "first": "1/1/2021", "last": "30/9/2021", "size": "5"}
    assert (
        "không phải là một số"
        in examine(page.form().send(client, seed="mười", **given), page.url, status=422).notice
    )
    assert (
        "không có dòng nào"
        in examine(page.form().send(client, seed="7", **given), page.url, status=422).notice
    )
    assert not AuditSample.objects.exists()
    assert "0 tệp đã nhập" in open_page(client, f"{ROOM}cuoc/{audit.uid}/tep-da-nhap/").text
    page = open_page(client, f"{ROOM}cuoc/{audit.uid}/phat-hien/ghi/?cau=1")
    refused = examine(page.form().send(client, grade="major", words="chưa ký"), page.url, status=422)
    assert "chưa ghi bằng chứng" in refused.notice
    assert refused.form().send(client, evidence="hồ sơ 12").status_code == 302
    finding = Finding.objects.get()
    made.answered(ward, audit)
    page = open_page(client, f"{ROOM}cuoc/{audit.uid}/bao-cao/")
    assert page.form().send(client, conclusion="Áp dụng tốt.").status_code == 302
    page = open_page(client, f"{ROOM}phat-hien/{finding.uid}/")
    assert page.link("Chuyển khắc phục") == f"/khac-phuc/neu/?tu=finding.{finding.uid}"
    for name, start in (("bao-cao.pdf", b"%PDF"), ("bao-cao.docx", b"PK"), ("phieu.pdf", b"%PDF")):
        assert client.get(f"{ROOM}cuoc/{audit.uid}/{name}").content.startswith(start)
    assert client.post(f"{ROOM}cuoc/{audit.uid}/bao-cao/soan/").status_code == 403
    sign_in(client, ward.secretary)
    page = open_page(client, f"{ROOM}cuoc/{audit.uid}/")
    answer = page.form(button="Soạn thành văn bản").send(client)
    draft = Document.objects.get(type="BC")
    assert str(draft.uid) in answer["Location"]
    assert "hồ sơ 12" in draft.content
    assert "Áp dụng tốt." in draft.content
    client.post(f"{ROOM}cuoc/{audit.uid}/bao-cao/soan/")
    page = open_page(client, page.url)
    assert "đã được soạn thành văn bản" in page.notice
    assert draft.subject in page.text
    assert "Soạn thành văn bản" not in page.text
    Document.objects.update(stage="issued", number="7", symbol="BC-UBND", issued_on=date(2021, 11, 1))
    assert "Báo cáo 7/BC-UBND ngày 01/11/2021" in open_page(client, page.url).text


def test_sheets_are_the_teams_and_readers_and_another_ward_finds_nothing(ward, other_ward, client, sign_in):
    audit = made.under_way(ward, process(ward, "QT-09", name="Tiếp dân"))
    item = audit.items.get(ordinal=1)
    hidden = (f"cuoc/{audit.uid}/phieu/", f"cuoc/{audit.uid}/phieu.pdf", f"cuoc/{audit.uid}/bao-cao.pdf")
    sign_in(client, ward.clerk)
    assert (
        "Phát hiện được công bố trong đơn vị khi đoàn lập báo cáo."
        in open_page(client, f"{ROOM}cuoc/{audit.uid}/").text
    )
    for address in hidden:
        assert client.get(ROOM + address).status_code == 404
    assert client.post(f"{ROOM}cau/{item.uid}/ghi/", {}).status_code == 404
    assert client.get(f"{ROOM}lap/").status_code == 403
    made.answered(ward, audit)
    reporting.report(audit, "Tốt.", by=ward.viewer(ward.auditor), at=made.now())
    assert client.get(ROOM + hidden[2]).status_code == 200
    sign_in(client, other_ward.auditor)
    for address in (
        *hidden,
        f"cuoc/{audit.uid}/",
        f"cuoc/{audit.uid}/doan/",
        f"cuoc/{audit.uid}/tep-da-nhap/",
    ):
        assert client.get(ROOM + address).status_code == 404
