"""Pages of controlled documents, as those who keep, approve, ask and read them see them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.documents.actions import controlled as actions
from chuan.documents.actions.controlled import Asked
from chuan.documents.models import ChangeRequest, ControlledDocument, Document, MustKnow, Revision
from chuan.people.models import Official
from tests.documents.controlled.conftest import Office
from tests.documents.controlled.files import word
from tests.examine import examine, open_page
from tests.people import Ward

SignIn = Callable[[Client, Official], Client]
HERE = "/tai-lieu/"
CARD = {
    "kind": "system_procedure", "code": "QT-07", "title": "Đánh giá nội bộ", "owner_post": "", "parent": "",
    "clauses": "9.2", "procedure_code": "", "review_months": "", "template": "audit", "first_number": "1",
}  # fmt: skip


def of(one: ControlledDocument, verb: str = "") -> str:
    return f"{HERE}{one.uid}/{verb}"


def at(one: Revision, verb: str = "") -> str:
    return f"{HERE}ban/{one.uid}/{verb}"


def test_an_empty_list_teaches(clerks_browser: Client) -> None:
    page = open_page(clerks_browser, HERE)
    assert page.title == "Tài liệu hệ thống"
    assert "Chưa có tài liệu kiểm soát nào" in page.text
    assert page.link("Lập tài liệu")


def test_a_document_is_opened_from_a_template(clerks_browser: Client) -> None:
    page = open_page(clerks_browser, HERE + "lap/")
    assert "QT-01" in page.html, "the next free code is proposed"
    assert "12 tháng (Thông lệ của đơn vị, chưa xác minh)" in page.text
    answer = clerks_browser.post(HERE + "lap/", CARD)
    assert answer.status_code == 302
    draft = open_page(clerks_browser, answer.headers["Location"])
    assert draft.title == "QT-07 Đánh giá nội bộ"
    assert "BẢN ĐANG SOẠN, CHƯA BAN HÀNH" in draft.notice
    assert "5.1. Chương trình đánh giá trong năm" in draft.text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"code": "Q T_1"}, "không đúng cách viết"),
        ({"code": ""}, "Ghi mã hiệu"),
        ({"title": ""}, "Ghi tên tài liệu."),
        ({"kind": "bogus"}, "bogus"),
        ({"review_months": "0"}, "quá nhỏ"),
        ({"review_months": "một"}, "một"),
        ({"first_number": "0"}, "quá nhỏ"),
        ({"parent": "khong-co"}, "khong-co"),
    ],
)
def test_a_wrong_card_keeps_what_was_typed(
    clerks_browser: Client, changed: dict[str, str], said: str
) -> None:
    page = examine(clerks_browser.post(HERE + "lap/", CARD | changed), status=422)
    assert said in page.text + page.html
    assert CARD["clauses"] in page.html
    assert not ControlledDocument.objects.exists()


def test_a_code_taken_is_said_on_its_field(clerks_browser: Client, office: Office) -> None:
    office.open(code="QT-07")
    page = examine(clerks_browser.post(HERE + "lap/", CARD), status=422)
    assert "Mã hiệu QT-07 đã dùng cho" in page.notice


def test_the_list_shows_what_stands_and_finds_without_marks(clerks_browser: Client, office: Office) -> None:
    office.in_force()
    office.open(code="BM-01", kind="form", title="Danh mục hồ sơ")
    page = open_page(clerks_browser, HERE)
    assert "2 tài liệu" in page.text
    assert "Đang hiệu lực" in page.text
    found = open_page(clerks_browser, HERE + "?tim=danh+muc+ho+so")
    assert "1 tài liệu" in found.text
    assert "Không có tài liệu nào khớp" in open_page(clerks_browser, HERE + "?tim=khong+co+that").text
    assert "1 tài liệu" in open_page(clerks_browser, HERE + "?loai=form").text
    assert "2 tài liệu" in open_page(clerks_browser, HERE + "?loai=la&o=la").text, (
        "what makes no sense is left aside"
    )


def test_the_list_goes_out_as_excel_and_as_a_printed_book(clerks_browser: Client, office: Office) -> None:
    office.in_force()
    assert clerks_browser.get(HERE + "danh-muc.xlsx").content.startswith(b"PK")
    assert clerks_browser.get(HERE + "danh-muc.pdf").content.startswith(b"%PDF-")


def test_the_document_shows_only_what_is_in_force(clerks_browser: Client, office: Office) -> None:
    document = office.in_force()
    office.approved(office.next(document, "# 1. SẮP TỚI\nChữ chưa dùng"), later=10)
    page = open_page(clerks_browser, of(document))
    assert "1. MỤC ĐÍCH" in page.text
    assert "Chữ chưa dùng" not in page.text
    assert "Lần ban hành 02 đang được lập hoặc chờ ngày hiệu lực" in page.notice


def test_an_old_revision_opens_under_its_banner(clerks_browser: Client, office: Office) -> None:
    document = office.in_force()
    first = document.revisions.get()
    actions.take_effect(office.approved(office.next(document)), [], by=office.secretary, at=office.now)
    page = open_page(clerks_browser, at(first))
    assert f"HẾT HIỆU LỰC từ {office.on:%d/%m/%Y}. Bản đang dùng là lần ban hành 02." in page.notice
    main = page.text
    assert main.index("HẾT HIỆU LỰC") < main.index("Nội dung")
    pdf = clerks_browser.get(at(first, "tai.pdf"))
    assert "HET-HIEU-LUC_QT-01_lan-01.pdf" in pdf.headers["Content-Disposition"]
    assert clerks_browser.get(at(first, "tai.docx")).content.startswith(b"PK")


def test_a_draft_is_written_and_a_stale_save_shows_the_difference(
    clerks_browser: Client, office: Office
) -> None:
    revision = office.open().revisions.get()
    page = open_page(clerks_browser, at(revision, "soan/"))
    form = page.form("soan/")
    assert form.values["based_on"] == "0"
    actions.save_text(revision, "Dòng của thư ký", "", based_on=0, by=office.secretary, at=office.now)
    stale = examine(
        form.send(clerks_browser, content="Dòng của văn phòng"), at(revision, "soan/"), status=422
    )
    assert f"{office.ward.secretary.name} vừa lưu bản này" in stale.notice
    assert "Dòng của thư ký" in stale.text
    assert "Dòng của văn phòng" in stale.html
    assert stale.form("soan/").send(clerks_browser).status_code == 302
    revision.refresh_from_db()
    assert (revision.content, revision.saves) == ("Dòng của văn phòng", 2)


def test_a_secret_text_answers_on_the_page(clerks_browser: Client, office: Office) -> None:
    revision = office.open().revisions.get()
    page = examine(
        clerks_browser.post(at(revision, "soan/"), {"based_on": "0", "content": "MẬT", "changes": ""}),
        status=422,
    )
    assert "dấu chỉ độ mật" in page.notice


def test_a_file_is_taken_in_and_another_kind_refused(clerks_browser: Client, office: Office) -> None:
    revision = office.open().revisions.get()
    assert open_page(clerks_browser, at(revision, "nap-tep/")).find("//input[@type='file']")
    refused = examine(
        clerks_browser.post(
            at(revision, "nap-tep/"),
            {"based_on": "0", "changes": "", "file": SimpleUploadedFile("bang.txt", b"chu thuong")},
        ),
        status=422,
    )
    assert "thuộc loại chưa đọc được" in refused.notice
    missing = examine(clerks_browser.post(at(revision, "nap-tep/"), {"based_on": "0"}), status=422)
    assert "Chọn tệp Word (.docx) hoặc PDF." in missing.notice
    sent = {"based_on": "0", "changes": "Bản đang dùng", "file": SimpleUploadedFile("qt.docx", word())}
    assert clerks_browser.post(at(revision, "nap-tep/"), sent).status_code == 302
    page = open_page(clerks_browser, at(revision))
    assert "Quy trình tiếp công dân" in page.text
    assert page.link("Tải Word")
    assert clerks_browser.get(at(revision, "tai.pdf")).status_code == 404


def test_step_by_step_to_force_through_the_pages(
    client: Client, sign_in: SignIn, office: Office, ward: Ward
) -> None:
    revision = office.open().revisions.get()
    sign_in(client, ward.clerk)
    assert client.post(at(revision), {"do": "submit", "note": ""}).status_code == 302
    own = open_page(client, at(revision))
    assert "Xem xét xong, trình phê duyệt" not in own.text, "the writer is not offered to review"
    refused = examine(client.post(at(revision), {"do": "review", "note": "Được"}), status=422)
    assert "Người soạn không tự xem xét" in refused.notice
    assert "Được" in refused.html
    sign_in(client, ward.secretary)
    assert client.post(at(revision), {"do": "review", "note": ""}).status_code == 302
    sign_in(client, ward.chairman)
    assert "Phê duyệt" in open_page(client, at(revision)).text
    past = examine(
        client.post(at(revision, "phe-duyet/"), {"effective_from": "01/01/2020", "decision": ""}), status=422
    )
    assert "trước ngày phê duyệt" in past.notice
    assert "01/01/2020" in past.html
    day = f"{office.on:%d/%m/%Y}"
    assert client.post(at(revision, "phe-duyet/"), {"effective_from": day, "decision": ""}).status_code == 302
    again = examine(
        client.post(at(revision, "phe-duyet/"), {"effective_from": day, "decision": ""}), status=422
    )
    assert "phê duyệt" in again.notice
    assert "chỉ ghi là đã đưa vào áp dụng" in open_page(client, at(revision, "pho-bien/")).text
    assert client.post(at(revision, "pho-bien/"), {"due_on": ""}).status_code == 302
    revision.refresh_from_db()
    assert revision.status == "in_force"
    nobody = examine(client.post(at(revision, "pho-bien/"), {"due_on": ""}), status=422)
    assert "Chưa chọn ai" in nobody.notice
    assert client.post(at(revision, "pho-bien/"), {"everybody": "on", "due_on": ""}).status_code == 302
    assert "0/7 người đã xác nhận" in open_page(client, at(revision)).text


def test_a_decision_is_named_as_the_one_that_promulgates(
    client: Client, sign_in: SignIn, office: Office, ward: Ward
) -> None:
    decision = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="QĐ", number="12", symbol="QĐ-UBND", issued_on=office.on,
        stage="issued", subject="Ban hành quy trình", recorded_at=office.now,
    )  # fmt: skip
    revision = office.to_approval(office.open().revisions.get())
    sign_in(client, ward.chairman)
    sent = {"effective_from": f"{office.on:%d/%m/%Y}", "decision": str(decision.uid)}
    assert client.post(at(revision, "phe-duyet/"), sent).status_code == 302
    revision.refresh_from_db()
    assert revision.decided_by == decision
    assert decision.title in open_page(client, at(revision)).text


def test_a_reader_opens_and_confirms_a_revision(
    client: Client, sign_in: SignIn, office: Office, ward: Ward
) -> None:
    revision = office.in_force().revisions.get()
    actions.disseminate(revision, [ward.specialist], by=office.secretary, at=office.now)
    one = MustKnow.objects.get()
    sign_in(client, ward.specialist)
    where = f"/van-ban/nam-vung/{one.uid}/"
    assert "1. MỤC ĐÍCH" not in open_page(client, where).text
    client.post(where, {"open": "1"})
    page = open_page(client, where)
    assert "1. MỤC ĐÍCH" in page.text
    shown = page.one("//input[@name='shown']").get("value")
    assert client.post(where, {"shown": shown, "known": "on"}).status_code == 302
    assert "đã xác nhận nắm vững lúc" in open_page(client, where).text
    coverage = open_page(client, f"/van-ban/nam-vung/dot/{one.dissemination.uid}/")
    assert "QT-01 Kiểm soát thông tin dạng văn bản (lần ban hành 01)" in coverage.text


def test_a_reader_of_an_uploaded_one_gets_the_file(
    client: Client, sign_in: SignIn, office: Office, ward: Ward, pdf: bytes
) -> None:
    revision = office.open().revisions.get()
    actions.upload(revision, pdf, "qt.pdf", "", based_on=0, by=office.clerk, at=office.now)
    office.approved(revision)
    actions.disseminate(revision, [ward.specialist], by=office.secretary, at=office.now)
    sign_in(client, ward.specialist)
    where = f"/van-ban/nam-vung/{MustKnow.objects.get().uid}/"
    client.post(where, {"open": "1"})
    page = open_page(client, where)
    assert client.get(page.link("Tải tài liệu")).content == pdf
    assert "Quy trình trang 1" in page.text


def test_a_request_begins_with_the_act_that_ended(
    client: Client, sign_in: SignIn, office: Office, ward: Ward
) -> None:
    office.in_force()
    act = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, direction="external", stage="", type="Nghị định", number="61",
        symbol="2018/NĐ-CP", issued_on=office.day(-900), effective_to=office.day(-1), recorded_at=office.now,
        subject="Cơ chế một cửa",
    )  # fmt: skip
    sign_in(client, ward.specialist)
    basis = open_page(client, f"/van-ban/can-cu/{act.uid}/")
    page = open_page(client, basis.link("Lập đề nghị sửa tài liệu"))
    assert f"hết hiệu lực từ {office.day(-1):%d/%m/%Y}" in page.html
    uid = ControlledDocument.objects.get().uid
    address = f"{HERE}de-nghi/lap/?can-cu={act.uid}"
    sent = {
        "reason": "Căn cứ hết hiệu lực",
        "source": "x",
        "affected": [str(uid)],
        "due_on": f"{office.day(60):%d/%m/%Y}",
    }
    assert client.post(address, sent).status_code == 302
    made = ChangeRequest.objects.get()
    assert made.act == act
    shown = open_page(client, f"{HERE}de-nghi/{made.uid}/")
    assert act.title in shown.text
    assert "Chấp nhận" not in shown.text, "who only asks is not offered to answer"


@pytest.mark.parametrize("act", ["la", "00000000-0000-0000-0000-000000000000", ""])
def test_a_strange_act_in_the_address_is_left_aside(clerks_browser: Client, act: str) -> None:
    page = open_page(clerks_browser, f"{HERE}de-nghi/lap/?can-cu={act}&tai-lieu=la")
    assert "Danh mục chưa có tài liệu nào để sửa" in page.notice


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"reason": ""}, "Ghi vì sao phải sửa."),
        ({"affected": []}, "Chọn ít nhất một tài liệu"),
        ({"affected": ["khong-co"]}, "khong-co"),
        ({"due_on": "31/02/2027"}, "31/02/2027"),
        ({"due_on": "01/01/2020"}, "đã qua"),
    ],
)
def test_a_wrong_request_keeps_what_was_typed(
    clerks_browser: Client, office: Office, changed: dict[str, Any], said: str
) -> None:
    uid = str(office.in_force().uid)
    sent = {
        "reason": "Vì thế",
        "source": "Đánh giá",
        "affected": [uid],
        "due_on": f"{office.day(9):%d/%m/%Y}",
    }
    page = examine(clerks_browser.post(HERE + "de-nghi/lap/", sent | changed), status=422)
    assert said in page.text + page.html
    assert "Đánh giá" in page.html
    assert not ChangeRequest.objects.exists()


def test_a_request_is_answered_and_settled_on_its_pages(
    client: Client, sign_in: SignIn, office: Office, ward: Ward
) -> None:
    document = office.in_force()
    asked = Asked("Sai thời hạn", [document], office.day(9))
    made = actions.ask(asked, by=office.viewer(ward.specialist), at=office.now)
    here = f"{HERE}de-nghi/{made.uid}/"
    sign_in(client, ward.secretary)
    assert "1/1" in open_page(client, HERE + "de-nghi/").text
    refused = examine(client.post(here, {"do": "decline", "note": ""}), status=422)
    assert "Chưa ghi ý kiến hoặc lý do." in refused.notice
    assert client.post(here, {"do": "bogus"}).status_code == 404
    assert client.post(here, {"do": "accept", "note": "Sửa ngay"}).status_code == 302
    page = open_page(client, here)
    assert "Sửa ngay" in page.text
    settle = f"{here}{document.uid}/"
    empty = examine(client.post(settle, {"revision": "", "reason": ""}), status=422)
    assert "Chưa nói đã làm gì với tài liệu này." in empty.notice
    assert client.post(settle, {"revision": "", "reason": "Đã đúng"}).status_code == 302
    assert "đã xong" in open_page(client, here).text
    assert "không cần sửa: Đã đúng" in open_page(client, here).text


def test_looking_again_and_retiring_on_their_pages(
    client: Client, sign_in: SignIn, office: Office, ward: Ward
) -> None:
    document = office.in_force()
    sign_in(client, ward.secretary)
    assert examine(client.post(of(document, "xem-xet/"), {"reason": ""}), status=422)
    assert client.post(of(document, "xem-xet/"), {"reason": "Vẫn đúng"}).status_code == 302
    assert "Vẫn đúng" in open_page(client, of(document)).text
    assert client.get(of(document, "ngung/")).status_code == 403
    sign_in(client, ward.chairman)
    assert client.post(of(document, "ngung/"), {"reason": "Bãi bỏ thủ tục"}).status_code == 302
    page = open_page(client, of(document))
    assert "Tài liệu đã ngừng áp dụng từ" in page.notice
    assert "Lập bản sửa" not in page.text


def test_a_new_form_of_a_procedure_has_its_code_ready(clerks_browser: Client, office: Office) -> None:
    document = office.open(code="QT.XN.02", kind="service_procedure")
    page = open_page(clerks_browser, of(document))
    form = open_page(clerks_browser, page.link("Lập biểu mẫu"))
    assert "BM.XN.02.01" in form.html


def test_who_only_reads_is_offered_nothing_else(
    client: Client, sign_in: SignIn, office: Office, ward: Ward
) -> None:
    document = office.in_force()
    revision = document.revisions.get()
    sign_in(client, ward.specialist)
    page = open_page(client, of(document))
    for words in ("Sửa thẻ", "Lập bản sửa", "Ngừng áp dụng", "Xem xét, giữ nguyên"):
        assert words not in page.text
    assert "Việc tiếp theo" not in open_page(client, at(revision)).text
    for address in (
        HERE + "lap/", of(document, "sua/"), of(document, "lap-ban-sua/"), of(document, "xem-xet/"),
        of(document, "ngung/"), at(revision, "soan/"), at(revision, "nap-tep/"), at(revision, "phe-duyet/"),
        at(revision, "pho-bien/"), at(revision, "tep-goc/"),
    ):  # fmt: skip
        assert client.get(address).status_code == 403, address


def test_another_ward_finds_nothing_here(
    client: Client, sign_in: SignIn, office: Office, other_ward: Ward
) -> None:
    document = office.in_force()
    revision = document.revisions.get()
    asked = Asked("Sai", [document], office.day(9))
    made = actions.ask(asked, by=office.viewer(office.ward.specialist), at=office.now)
    sign_in(client, other_ward.clerk)
    assert "Chưa có tài liệu kiểm soát nào" in open_page(client, HERE).text
    for address in (
        of(document), of(document, "sua/"), of(document, "lap-ban-sua/"), of(document, "xem-xet/"), at(revision),
        at(revision, "soan/"), at(revision, "nap-tep/"), at(revision, "pho-bien/"), at(revision, "tai.pdf"),
        at(revision, "tai.docx"), at(revision, "tep-goc/"), f"{HERE}de-nghi/{made.uid}/",
        f"{HERE}de-nghi/{made.uid}/{document.uid}/",
    ):  # fmt: skip
        assert client.get(address).status_code == 404, address
    sign_in(client, other_ward.chairman)
    for address in (of(document, "ngung/"), at(revision, "phe-duyet/")):
        assert client.get(address).status_code == 404, address
    assert client.post(at(revision), {"do": "submit"}).status_code == 404


def test_pages_ask_as_few_questions_for_many(
    clerks_browser: Client, office: Office, django_assert_max_num_queries: Any
) -> None:
    document = office.in_force()
    made = ControlledDocument.objects.bulk_create(
        ControlledDocument(
            unit=office.ward.unit, code=f"QT-{n}", title=f"Quy trình {n}", kind="form", parent=document,
            recorded_at=office.now,
        )
        for n in range(100, 160)
    )  # fmt: skip
    Revision.objects.bulk_create(
        Revision(
            controlled=one, number=1, status="in_force", approved_by=office.ward.chairman, approved_on=office.on,
            effective_from=office.on, recorded_at=office.now,
        )
        for one in made
    )  # fmt: skip
    for n in range(20):
        actions.ask(Asked(f"Lý do {n}", [document], office.day(9)), by=office.clerk, at=office.now)
    with django_assert_max_num_queries(14):
        clerks_browser.get(HERE)
    with django_assert_max_num_queries(18):
        clerks_browser.get(of(document))
    with django_assert_max_num_queries(14):
        clerks_browser.get(HERE + "de-nghi/")


def test_a_reader_of_an_obsolete_one_is_told_so_first(
    client: Client, sign_in: SignIn, office: Office, ward: Ward
) -> None:
    document = office.in_force()
    actions.disseminate(document.revisions.get(), [ward.specialist], by=office.secretary, at=office.now)
    office.approved(office.next(document))
    sign_in(client, ward.specialist)
    page = open_page(client, f"/van-ban/nam-vung/{MustKnow.objects.get().uid}/")
    assert "HẾT HIỆU LỰC từ" in page.notice
