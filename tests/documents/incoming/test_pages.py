"""Pages of what comes in and of the books: received, registered, given out, settled; refused forms keep their words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.documents.actions import incoming
from chuan.documents.models import BookPrint, Document
from chuan.intake.models import RecordSystem
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.documents.following.made import bring, came, handled, only, out
from tests.documents.incoming.conftest import facts
from tests.examine import examine, open_page
from tests.people import Ward

SignIn = Callable[[Client, Official], Client]
LIST, RECEIVE = "/van-ban/den/", "/van-ban/den/nhan/"


def where(document: Document, page: str = "") -> str:
    return f"/van-ban/den/{document.uid}/{page}"


def test_an_empty_list_says_what_to_do(clerks_browser: Client, ward: Ward) -> None:
    page = open_page(clerks_browser, LIST)
    assert "Chưa có văn bản đến nào" in page.text
    assert "Nhập từ tệp" in page.text
    assert "số đến, phân công và kết quả ghi ở hệ thống ấy" in page.text


def test_where_it_is_followed_nothing_is_taken_in(clerks_browser: Client, clerk: Viewer) -> None:
    page = open_page(clerks_browser, RECEIVE)
    assert "nên không đăng ký ở đây" in page.text
    day = f"{clerk.on:%d/%m/%Y}"
    typed = {"typed": "1", "subject": "Thư", "issuer_name": "Sở", "urgency": "normal", "arrived_on": day}
    refused = examine(clerks_browser.post(RECEIVE, typed), status=422)
    assert "Số đến của văn bản do" in refused.text
    assert "Thư" in refused.html


def test_a_paper_typed_in_is_registered(clerks_browser: Client, kept: RecordSystem, clerk: Viewer) -> None:
    page = open_page(clerks_browser, RECEIVE)
    assert f"{clerk.on:%d/%m/%Y}" in page.html
    typed = {
        "typed": "1", "number": "05/TB-UBND", "issuer_name": "UBND thị xã", "subject": "Thông báo họp",
        "urgency": "urgent", "electronic": "0", "arrived_on": f"{clerk.on:%d/%m/%Y}",
    }  # fmt: skip
    response = clerks_browser.post(RECEIVE, typed)
    document = Document.objects.incoming().get()
    assert response.headers["Location"] == where(document, "dang-ky/")
    page = open_page(clerks_browser, where(document, "dang-ky/"))
    form = next(one for one in page.forms if one.method == "post" and "number" in one.values)
    assert form.values["number"] == "05/TB-UBND"
    assert form.send(clerks_browser, acknowledged="on").status_code == 302
    page = open_page(clerks_browser, where(document))
    assert "Đã đăng ký, số đến 01; đã trình lãnh đạo phân công." in page.notice
    assert "khẩn" in page.text


def test_a_file_is_read_before_the_clerk_checks_it(clerks_browser: Client, kept: RecordSystem) -> None:
    text = (
        "ỦY BAN NHÂN DÂN THỊ XÃ HỒNG LĨNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 240/KH-UBND\nHồng Lĩnh, ngày 05 tháng 4 năm 2021\nKẾ HOẠCH\nRà soát thủ tục hành chính\n"
        "Điều 1. Nội dung.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n"
    )
    file = SimpleUploadedFile("ke-hoach.txt", text.encode())
    assert clerks_browser.post(RECEIVE, {"file": file}).status_code == 302
    document = Document.objects.incoming().get()
    assert (document.number, document.symbol, document.type) == ("240", "KH-UBND", "KH")
    assert (document.signer_name, document.signer_position) == ("Nguyễn Văn A", "Chủ tịch")
    again = examine(
        clerks_browser.post(RECEIVE, {"file": SimpleUploadedFile("b.txt", text.encode())}), status=422
    )
    assert "Tệp này đã nhận rồi" in again.text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("hong.pdf", b"%PDF-1.7\nxref lung tung", ""),
        ("rong.pdf", b"", "Tệp không có nội dung."),
        ("mat.txt", "Số: 12/QĐ-UBND   MẬT\n\nQUYẾT ĐỊNH".encode(), "mật"),
    ],
)
def test_a_broken_an_empty_a_secret_file_leave_nothing(
    clerks_browser: Client, kept: RecordSystem, name: str, data: bytes, said: str
) -> None:
    page = examine(clerks_browser.post(RECEIVE, {"file": SimpleUploadedFile(name, data)}), status=422)
    assert said in page.text
    assert not Document.objects.incoming().exists()


def test_a_double_is_shown_side_by_side_and_a_person_decides(
    clerks_browser: Client, registered: Document, clerk: Viewer, now: datetime
) -> None:
    double = incoming.arrive(
        facts(clerk.on, issuer_name="Ủy ban nhân dân thị xã Hồng Lĩnh"), by=clerk, at=now
    )
    page = open_page(clerks_browser, where(double, "dang-ky/"))
    assert "Có thể đã đăng ký rồi" in page.text
    form = next(one for one in page.forms if "number" in one.values)
    refused = examine(form.send(clerks_browser, note="Bản thứ hai"), status=422)
    assert "cùng số, ký hiệu và cơ quan" in refused.text
    assert "Bản thứ hai" in refused.html
    form = next(one for one in refused.forms if "number" in one.values)
    assert form.send(clerks_browser, despite_same="on").status_code == 302


def test_it_is_given_out_worked_on_and_settled(
    client: Client, sign_in: SignIn, ward: Ward, registered: Document, clerk: Viewer
) -> None:
    sign_in(client, ward.chairman)
    page = open_page(client, where(registered, "phan-cong/"))
    empty = examine(client.post(where(registered, "phan-cong/"), {"instruction": "Làm đi"}), status=422)
    assert "Chưa chọn người chủ trì." in empty.text
    assert "Làm đi" in empty.html
    lead = f"o:{ward.specialist.uid}"
    past = {"lead": lead, "due_on": f"{clerk.on - timedelta(days=2):%d/%m/%Y}"}
    assert "Chọn hạn từ ngày" in examine(client.post(where(registered, "phan-cong/"), past), status=422).text
    given = {
        "lead": lead,
        "working_days": "1",
        "instruction": "Rà soát",
        "cooperate": f"o:{ward.one_stop.uid}",
    }
    assert client.post(where(registered, "phan-cong/"), given).status_code == 302
    registered.refresh_from_db()
    assert registered.due_on is not None
    assert registered.due_on > clerk.on
    sign_in(client, ward.specialist)
    assert "Chủ trì: Kế hoạch rà soát" in open_page(client, "/viec-cua-toi/").text
    page = open_page(client, where(registered))
    assert "“Rà soát”" in page.text
    assert client.post(where(registered), {"do": "start"}).status_code == 302
    refused = examine(client.post(where(registered, "ket-qua/"), {"result": ""}), status=422)
    assert "Chưa ghi kết quả giải quyết." in refused.text
    assert (
        client.post(where(registered, "ket-qua/"), {"result": "Xong", "reply_number": "5/BC"}).status_code
        == 302
    )
    page = open_page(client, where(registered))
    assert "Đã ghi kết quả giải quyết." in page.notice
    assert "5/BC" in page.text


def test_the_buttons_are_those_of_the_part_one_has(
    client: Client, sign_in: SignIn, ward: Ward, assigned: Document
) -> None:
    seen = {
        ward.specialist: ["start", "note"],
        ward.one_stop: ["contribute", "note"],
        ward.secretary: ["see", "note"],
        ward.auditor: [],
        ward.clerk: ["acknowledge", "note"],
        ward.chairman: ["note"],
    }
    for official, deeds in seen.items():
        page = open_page(sign_in(client, official), where(assigned))
        assert [one.get("value") for one in page.tree.iter("button") if one.get("name") == "do"] == deeds
    sign_in(client, ward.one_stop)
    empty = examine(client.post(where(assigned), {"do": "contribute", "words": ""}), status=422)
    assert "Chưa viết gì." in empty.text
    assert client.post(where(assigned), {"do": "contribute", "words": "Đồng ý"}).status_code == 302
    assert client.post(where(assigned), {"do": "lạ"}).status_code == 404


def test_sent_back_from_its_page(clerks_browser: Client, came: Document) -> None:
    refused = examine(clerks_browser.post(where(came), {"do": "refuse", "words": ""}), status=422)
    assert "lý do" in refused.notice.lower()
    assert clerks_browser.post(where(came), {"do": "refuse", "words": "Gửi nhầm"}).status_code == 302
    assert "đã trả lại" in open_page(clerks_browser, where(came)).text


def test_a_correction_keeps_the_old_words(clerks_browser: Client, registered: Document) -> None:
    page = open_page(clerks_browser, where(registered, "sua/"))
    form = next(one for one in page.forms if "subject" in one.values)
    assert "Viết một câu nêu rõ vì sao." in examine(form.send(clerks_browser), status=422).text
    assert form.send(clerks_browser, subject="Kế hoạch đúng", reason="Gõ nhầm").status_code == 302
    registered.refresh_from_db()
    assert registered.subject == "Kế hoạch đúng"


@pytest.mark.parametrize(
    "page", ["", "dang-ky/", "phan-cong/", "ket-qua/", "sua/", "phieu.pdf", "phieu.docx"]
)
def test_another_wards_official_finds_none_of_it(
    client: Client, sign_in: SignIn, other_ward: Ward, registered: Document, page: str
) -> None:
    sign_in(client, other_ward.clerk)
    assert client.get(where(registered, page)).status_code == 404


def test_the_slip_is_a_pdf_and_a_word_file(clerks_browser: Client, assigned: Document) -> None:
    assert clerks_browser.get(where(assigned, "phieu.pdf")).content.startswith(b"%PDF")
    assert clerks_browser.get(where(assigned, "phieu.docx")).content.startswith(b"PK")


def test_a_followed_row_is_read_only(client: Client, sign_in: SignIn, ward: Ward, now: datetime) -> None:
    bring(ward.unit, "documents_in", [came()], at=now)
    bring(ward.unit, "documents_handling", [handled(progress="Đang xử lý", done_on="")], at=now)
    row = only(number="240")
    page = open_page(sign_in(client, ward.one_stop), where(row))
    assert "ghi ở hệ thống ấy; ở đây chỉ ghi chú thêm" in page.text
    assert [one.get("value") for one in page.tree.iter("button") if one.get("name") == "do"] == ["note"]
    assert client.post(where(row), {"do": "note", "words": "Đã gọi"}).status_code == 302
    refused = examine(client.post(where(row), {"do": "start"}), status=422)
    assert "theo sổ của" in refused.notice


def test_the_list_costs_the_same_for_one_and_for_fifty(
    clerks_browser: Client, ward: Ward, now: datetime, django_assert_num_queries: Callable[..., object]
) -> None:
    given = [came(arrival_number=str(n), full_number=f"{n}/BC-UBND") for n in range(1, 61)]
    bring(ward.unit, "documents_in", given[:1], at=now)
    open_page(clerks_browser, LIST)
    with django_assert_num_queries(_count(clerks_browser, LIST)):  # type: ignore[attr-defined]
        clerks_browser.get(LIST)
    before = _count(clerks_browser, LIST)
    bring(ward.unit, "documents_in", given[1:], at=now)
    assert _count(clerks_browser, LIST) == before
    page = open_page(clerks_browser, LIST)
    assert "Đang xem 1–50 trong 60" in page.text
    assert "Trang sau" in page.text
    assert clerks_browser.get(LIST + "danh-sach.xlsx?o=chua-xong").content.startswith(b"PK")


def _count(client: Client, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as context:
        client.get(address)
    return len(context)


def test_the_books_are_read_printed_and_asked_for(
    clerks_browser: Client, ward: Ward, clerk: Viewer, now: datetime
) -> None:
    assert "Sổ này chưa có dòng nào" in open_page(clerks_browser, "/van-ban/so/").text
    bring(ward.unit, "documents_out", [out(), out(full_number="14/BC-UBND")], at=now)
    page = open_page(clerks_browser, "/van-ban/so/?so=di&nam=2021")
    assert "Đơn vị, người nhận bản lưu" in page.text
    assert "2 trong 2 dòng lấy từ sổ của" in page.text
    assert "thiếu số" in page.text
    assert "tải" in page.text.lower()
    for kind, begins in (("pdf", b"%PDF"), ("xlsx", b"PK")):
        assert clerks_browser.get(f"/van-ban/so/so.{kind}?so=di&nam=2021").content.startswith(begins)
    assert clerks_browser.post("/van-ban/so/?so=den&nam=2021", {"dang": "pdf"}).status_code == 422
    assert clerks_browser.post("/van-ban/so/?so=di&nam=2021", {"dang": "exe"}).status_code == 404
    asked = clerks_browser.post("/van-ban/so/?so=di&nam=2021", {"dang": "xlsx"})
    made = BookPrint.objects.get()
    assert asked.headers["Location"] == f"/van-ban/so/tep/{made.uid}/"
    open_page(clerks_browser, asked.headers["Location"])
    told = clerks_browser.get(asked.headers["Location"] + "tien-do/").json()
    assert told["total"] == 2


@pytest.mark.parametrize(
    "query", ["so=lạ", "nam=9999", "nam=abc", "loai=ZZ", "don_vi=khong", "trang=xyz", "so=giai-quyet"]
)
def test_a_choice_that_makes_no_sense_is_left_aside(clerks_browser: Client, ward: Ward, query: str) -> None:
    open_page(clerks_browser, f"/van-ban/so/?{query}")


def test_another_ward_does_not_find_a_made_book(
    client: Client, sign_in: SignIn, ward: Ward, other_ward: Ward, now: datetime
) -> None:
    made = BookPrint.objects.create(
        unit=ward.unit,
        book="di",
        year=2021,
        format="pdf",
        asked_on=now.date(),
        recorded_at=now,
        touched_at=now,
    )
    sign_in(client, other_ward.clerk)
    for page in ("", "tien-do/", "tai/"):
        assert client.get(f"/van-ban/so/tep/{made.uid}/{page}").status_code == 404


def test_the_file_is_written_on_a_document_and_lists_it(clerks_browser: Client, registered: Document) -> None:
    assert "Chưa văn bản nào được ghi hồ sơ" in open_page(clerks_browser, "/van-ban/so/ho-so/").text
    address = f"/van-ban/{registered.uid}/ho-so/"
    assert "CHƯA XÁC MINH" in open_page(clerks_browser, address).text
    given = {"file_code": "03.KH", "retention": "10 năm"}
    assert clerks_browser.post(address, given).status_code == 302
    assert "đã ghi như vậy rồi" in examine(clerks_browser.post(address, given), status=422).text
    assert "03.KH" in open_page(clerks_browser, "/van-ban/so/ho-so/").text
    page = open_page(clerks_browser, "/van-ban/so/ho-so/?ma=03.KH")
    assert "Kế hoạch rà soát" in page.text
    assert clerks_browser.get("/van-ban/so/ho-so/muc-luc.xlsx?ma=03.KH").content.startswith(b"PK")
