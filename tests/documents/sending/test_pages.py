"""The pages of sendings, the outbox, packets, receivers: what they show, what they refuse, whom they let in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.documents.actions import sending
from chuan.documents.models import Correspondent, Delivery, Document, Group, Packet
from chuan.exchange import edxml
from chuan.exchange.edxml import Organ
from chuan.intake.models import RecordSystem
from chuan.people.models import Official, UnitSetting
from chuan.people.viewer import Viewer
from tests.documents.sending.conftest import PDF, changing, from_town, status, written
from tests.examine import examine, open_page
from tests.people import Ward

SignIn = Callable[[Client, Official], Client]
HOME = "/van-ban/gui-nhan/"


def upload(client: Client, *given: tuple[str, bytes]) -> object:
    named = [SimpleUploadedFile(name, data) for name, data in given]
    return client.post(f"{HOME}den/", {"tep": named})


def test_every_page_teaches_while_it_is_empty(clerks_browser: Client) -> None:
    for address, words in (
        ("", "Chưa có lượt gửi nào"),
        ("hop-gui/", "Không có gì chờ gửi"),
        ("den/", "Chưa nhận gói tin nào"),
        ("cua-toi/", "Chưa có văn bản nào gửi cho ông, bà"),
        ("noi-ngoai/", "Chưa có nơi nhận ngoài nào"),
        ("nhom/", "Chưa có nhóm nào"),
    ):
        assert words in open_page(clerks_browser, HOME + address).text


def test_the_receivers_of_a_document_are_mended_line_by_line(
    clerks_browser: Client, issued: Document, kept: RecordSystem, ward: Ward
) -> None:
    page = open_page(clerks_browser, f"/van-ban/{issued.uid}/noi-nhan/")
    assert "4 dòng chưa rõ gửi cho ai." in page.notice
    assert "máy nhận ra theo tên" in page.text
    form = open_page(clerks_browser, page.link("Chọn Như Điều 3;"))
    refused = examine(form.form(button="Ghi").send(clerks_browser, whom=""), form.url, status=422)
    assert "Chọn nơi nhận trong danh sách." in refused.notice
    done = form.form(button="Ghi").send(clerks_browser, whom=f"official:{ward.specialist.uid}")
    assert done.status_code == 302
    page = open_page(clerks_browser, f"/van-ban/{issued.uid}/noi-nhan/")
    assert "3 dòng chưa rõ gửi cho ai." in page.notice
    assert ward.specialist.name in page.text
    assert page.form(button="Xếp lượt gửi còn thiếu").send(clerks_browser).status_code == 302


def test_a_choice_that_is_not_offered_is_refused(
    clerks_browser: Client, issued: Document, other_ward: Ward
) -> None:
    where = f"/van-ban/{issued.uid}/noi-nhan/0/"
    answer = clerks_browser.post(where, {"whom": f"official:{other_ward.clerk.uid}"})
    assert answer.status_code == 422
    assert clerks_browser.get(f"/van-ban/{issued.uid}/noi-nhan/99/").status_code == 404


def test_in_follow_mode_the_page_says_who_sends(clerks_browser: Client, issued: Document) -> None:
    page = open_page(clerks_browser, f"/van-ban/{issued.uid}/noi-nhan/")
    assert "lượt gửi hiện ở đây khi nhập sổ văn bản đi" in page.text
    assert not page.find("//button[normalize-space()='Xếp lượt gửi còn thiếu']")
    refused = examine(clerks_browser.post(page.url), page.url, status=422)
    assert "gửi hai lần" in refused.notice
    outbox = open_page(clerks_browser, f"{HOME}hop-gui/")
    assert "Hộp này chỉ dùng khi đơn vị giữ sổ văn bản trong Chuẩn." in outbox.notice


def test_the_outbox_makes_the_packet_gives_it_and_marks_it_sent(
    clerks_browser: Client,
    issued: Document,
    kept: RecordSystem,
    town: Correspondent,
    clerk: Viewer,
    now: datetime,
) -> None:
    sending.queue(issued, by=clerk, at=now)
    page = open_page(clerks_browser, f"{HOME}hop-gui/")
    assert "chưa khai báo mã định danh" in page.notice
    refused = examine(page.form("goi-tin/").send(clerks_browser), status=422)
    assert "chưa khai báo mã định danh nên chưa lập được gói tin" in refused.notice
    given = {"code": "H27.31.5", "in_charge": "UBND tỉnh Hà Tĩnh", "valid_from": "01/01/2021",
             "citation": "Quyết định số 20/QĐ-UBND"}  # fmt: skip
    assert clerks_browser.post(f"{HOME}ma-dinh-danh/", given).status_code == 302
    assert "H27.31.5" in open_page(clerks_browser, f"{HOME}ma-dinh-danh/").text
    page = open_page(clerks_browser, f"{HOME}hop-gui/")
    assert page.form("goi-tin/").send(clerks_browser).status_code == 302
    page = open_page(clerks_browser, f"{HOME}hop-gui/")
    data = clerks_browser.get(page.link(f"Tải gói tin {issued.title}"))
    assert data["Content-Disposition"] == 'attachment; filename="12-QD-UBND-gui.edxml"'
    assert edxml.read(data.content, name="a.edxml").attachments[0].content == PDF
    assert page.form("da-gui/").send(clerks_browser).status_code == 302
    assert Delivery.objects.get(way="edxml").status == "sent"


def test_a_wrong_code_is_refused_and_stays_typed(clerks_browser: Client) -> None:
    given = {
        "code": "28.22.H17",
        "in_charge": "x",
        "valid_from": "01/01/2021",
        "citation": "Quyết định số 20",
    }
    page = examine(clerks_browser.post(f"{HOME}ma-dinh-danh/", given), status=422)
    assert "Mã định danh “28.22.H17” không đúng dạng nào đang dùng." in page.notice
    assert "28.22.H17" in page.html
    assert not UnitSetting.objects.exists()


def test_a_letter_is_downloaded_and_marked_sent(
    clerks_browser: Client, issued: Document, kept: RecordSystem, home_affairs: Correspondent, clerk: Viewer,
    now: datetime,
) -> None:  # fmt: skip
    sending.queue(issued, by=clerk, at=now)
    letter = Delivery.objects.get(way="mail")
    page = open_page(clerks_browser, f"{HOME}luot/{letter.uid}/")
    assert "Máy chủ chưa cấu hình gửi thư" in page.text
    assert clerks_browser.get(page.link("Tải tệp .eml"))["Content-Type"] == "message/rfc822"
    refused = examine(
        page.form(button="Ghi đã gửi").send(clerks_browser, press="do=send", hour="25:00"),
        page.url,
        status=422,
    )
    assert "Giờ viết như 14:05." in refused.notice
    tomorrow = f"{clerk.on + timedelta(days=1):%d/%m/%Y}"
    refused = examine(
        page.form(button="Ghi đã gửi").send(clerks_browser, press="do=send", on=tomorrow),
        page.url,
        status=422,
    )
    assert "chưa tới" in refused.notice
    refused = examine(
        page.form(button="Ghi đã gửi").send(clerks_browser, press="do=fail"), page.url, status=422
    )
    assert "lý do" in refused.notice
    assert page.form(button="Ghi đã gửi").send(clerks_browser, press="do=send").status_code == 302
    letter.refresh_from_db()
    assert letter.status == "sent"
    page = open_page(clerks_browser, f"{HOME}luot/{letter.uid}/")
    assert "Nơi nhận báo đã đến" in page.text
    assert clerks_browser.post(page.url, {"do": "khong-co"}).status_code == 404


def test_the_official_sees_what_is_sent_to_him_and_opens_it(
    client: Client,
    sign_in: SignIn,
    issued: Document,
    kept: RecordSystem,
    ward: Ward,
    clerk: Viewer,
    now: datetime,
) -> None:
    sending.queue(issued, by=clerk, at=now)
    sign_in(client, ward.chairman)
    page = open_page(client, f"{HOME}cua-toi/")
    assert "chưa mở" in page.text
    one = open_page(client, f"{HOME}luot/{Delivery.objects.get().uid}/")
    assert one.form(button="Mở để đọc").send(client, press="do=open").status_code == 302
    assert "đã mở" in open_page(client, f"{HOME}cua-toi/").text


def test_sendings_are_filtered_counted_exported(
    clerks_browser: Client, sent: Delivery, now: datetime, ward: Ward
) -> None:
    page = open_page(clerks_browser, HOME)
    assert "2 lượt gửi" in page.text
    for query, count in (
        ("tim=thi+xa+hong", 1), ("tim=12/qd", 2), ("tim=khong+co", 0), ("cach=edxml", 1), ("tt=sent", 1),
        ("tt=mo", 1), ("qua=3", 0), ("qua=abc", 2), ("cach=la&tt=la", 2),
    ):  # fmt: skip
        assert f"{count} lượt gửi" in open_page(clerks_browser, f"{HOME}?{query}").text, query
    Delivery.objects.filter(pk=sent.pk).update(queued_at=now - timedelta(days=5))
    page = open_page(clerks_browser, f"{HOME}?qua=3")
    assert "1 lượt gửi" in page.text
    assert "5 ngày chưa báo đã đến" in page.text
    assert "1 lượt gửi quá 2 ngày" in page.notice
    assert clerks_browser.get(f"{HOME}luot-gui.xlsx?qua=3").content[:2] == b"PK"


def test_one_packet_dropped_opens_its_page_and_is_taken_in(
    clerks_browser: Client, kept: RecordSystem, organ: Organ, clerk: Viewer
) -> None:
    answer = upload(clerks_browser, ("45.edxml", written(from_town(clerk.on))))
    assert answer.status_code == 302  # type: ignore[attr-defined]
    page = open_page(clerks_browser, answer["Location"])  # type: ignore[index]
    assert "45/UBND-VP" in page.text
    assert "tra-loi-01-45.edxml" in page.text
    assert "Gói tin không có chữ ký." in page.text
    assert clerks_browser.get(page.link("45.pdf")).content == PDF
    assert clerks_browser.get(page.link("tra-loi-01-45.edxml")).status_code == 200
    assert clerks_browser.get(page.link("Tải gói tin gốc")).content == written(from_town(clerk.on))
    refused = examine(
        page.form(button="Tiếp nhận").send(clerks_browser, press="do=send_back"), page.url, status=422
    )
    assert "lý do" in refused.notice
    assert page.form(button="Tiếp nhận").send(clerks_browser, press="do=take_in").status_code == 302
    taken = open_page(clerks_browser, page.url)
    assert "Lập lại gói tin báo đã đến" in taken.text
    assert "Sổ văn bản đến đã có" not in taken.text, "it is not warned of itself"
    assert Document.objects.incoming().count() == 1
    again = examine(clerks_browser.post(page.url, {"do": "take_in"}), page.url, status=422)
    assert "đã được xử lý" in again.notice


def test_several_are_dropped_at_once_and_the_bad_ones_named(
    clerks_browser: Client,
    kept: RecordSystem,
    clerk: Viewer,
    sent: Delivery,
    now: datetime,
    real_reading: None,
) -> None:
    good, told = written(from_town(clerk.on)), status(sent.document, "03", now)
    page = examine(
        upload(clerks_browser, ("a.edxml", good), ("b.edxml", b"rac"), ("c.edxml", told), ("d.edxml", good)),  # type: ignore[arg-type]
        status=422,
    )
    assert "2 tệp không nhận, 2 gói tin đã nhận" in page.text
    assert "đã nhận rồi" in page.text
    none = examine(clerks_browser.post(f"{HOME}den/", {}), status=422)
    assert "Chưa chọn tệp nào." in none.notice


def test_packets_are_filtered_counted_exported(
    clerks_browser: Client, kept: RecordSystem, clerk: Viewer, drop: Callable[..., Packet], sent: Delivery,
    now: datetime,
) -> None:  # fmt: skip
    drop(from_town(clerk.on))
    drop(status(sent.document, "99", now))
    for query, count in (
        ("", 2), ("tim=cai+cach", 1), ("loai=status", 1), ("tt=waiting", 1), ("tt=ignored", 1), ("loai=la", 2),
    ):  # fmt: skip
        assert f"{count} gói tin" in open_page(clerks_browser, f"{HOME}den/?{query}").text, query
    assert clerks_browser.get(f"{HOME}den/goi-tin.xlsx").content[:2] == b"PK"


def test_a_recall_asks_which_document_and_is_answered(
    clerks_browser: Client, kept: RecordSystem, organ: Organ, clerk: Viewer, drop: Callable[..., Packet]
) -> None:
    packet = drop(changing(from_town(clerk.on), "1"))
    page = open_page(clerks_browser, f"{HOME}den/{packet.uid}/")
    assert "văn bản, số đến và tệp vẫn giữ nguyên" in page.text
    assert "Không có văn bản nào đã đăng ký" in page.text
    done = page.form(button="Đồng ý").send(clerks_browser, press="do=accept", note="Chưa nhận")
    assert done.status_code == 302
    page = open_page(clerks_browser, page.url)
    assert "tra-loi-15-goi.edxml" in page.text
    assert "đã đồng ý" in page.notice


def test_in_follow_mode_a_packet_is_only_set_aside(
    clerks_browser: Client, organ: Organ, clerk: Viewer, drop: Callable[..., Packet]
) -> None:
    packet = drop(from_town(clerk.on, to="H27.99"))
    page = open_page(clerks_browser, f"{HOME}den/{packet.uid}/")
    assert page.texts("//button[@name='do']") == ["Để riêng"]
    assert "Gói tin không ghi đơn vị mình trong nơi nhận." in page.notice
    assert "chỉ lưu và đối chiếu" in open_page(clerks_browser, f"{HOME}den/").text


def test_hostile_words_of_a_packet_are_shown_as_letters(
    clerks_browser: Client, kept: RecordSystem, clerk: Viewer, drop: Callable[..., Packet]
) -> None:
    packet = drop(from_town(clerk.on, subject="<script>alert(1)</script>", number="<b>"), "<i>.edxml")
    page = open_page(clerks_browser, f"{HOME}den/{packet.uid}/")
    assert "<script>alert(1)</script>" in page.text
    open_page(clerks_browser, f"{HOME}den/")


def test_addresses_and_groups_are_put_mended_ended(clerks_browser: Client, ward: Ward) -> None:
    where = f"{HOME}noi-ngoai/"
    given = {"name": "Sở Nội vụ", "other_names": "SNV", "organ_code": "sai", "mail": "khong-phai-thu"}
    page = examine(clerks_browser.post(f"{where}them/", given), status=422)
    assert "Địa chỉ thư viết như" in page.notice
    given |= {"mail": "snv@hatinh.gov.vn"}
    assert "không đúng dạng nào" in examine(clerks_browser.post(f"{where}them/", given), status=422).notice
    given |= {"organ_code": "H27.10"}
    assert clerks_browser.post(f"{where}them/", given).status_code == 302
    one = Correspondent.objects.get()
    assert "H27.10" in open_page(clerks_browser, f"{where}?tim=so+noi+vu").text
    assert "Không có nơi nhận nào khớp" in open_page(clerks_browser, f"{where}?tim=zzz").text
    form = open_page(clerks_browser, f"{where}{one.uid}/")
    assert form.form(button="Ghi").send(clerks_browser, mail="").status_code == 302
    assert form.form("ket-thuc/").send(clerks_browser).status_code == 302
    assert clerks_browser.get(f"{where}{one.uid}/").status_code == 404
    empty = examine(clerks_browser.post(f"{HOME}nhom/them/", {"name": "Ban Chỉ đạo"}), status=422)
    assert "Nhóm chưa có chức danh hay người nào." in empty.notice
    people = {"name": "Ban Chỉ đạo", "people": [str(ward.secretary.uid)]}
    assert clerks_browser.post(f"{HOME}nhom/them/", people).status_code == 302
    group = Group.objects.get()
    assert ward.secretary.name in open_page(clerks_browser, f"{HOME}nhom/").text
    form = open_page(clerks_browser, f"{HOME}nhom/{group.uid}/")
    assert form.form(button="Ghi").send(clerks_browser).status_code == 302
    assert form.form("ket-thuc/").send(clerks_browser).status_code == 302


def test_another_wards_official_finds_nothing(
    client: Client,
    sign_in: SignIn,
    other_ward: Ward,
    sent: Delivery,
    drop: Callable[..., Packet],
    clerk: Viewer,
) -> None:
    packet, document = drop(from_town(clerk.on)), sent.document
    sign_in(client, other_ward.clerk)
    addresses = [
        f"{HOME}luot/{sent.uid}/", f"{HOME}luot/{sent.uid}/thu.eml", f"{HOME}den/{packet.uid}/",
        f"{HOME}den/{packet.uid}/goc/", f"{HOME}den/{packet.uid}/tep/0/", f"{HOME}noi-ngoai/{sent.correspondent.uid}/",  # type: ignore[union-attr]
        f"/van-ban/{document.uid}/noi-nhan/", f"/van-ban/{document.uid}/noi-nhan/0/",
        f"/van-ban/{document.uid}/goi-tin/tai/", f"/van-ban/{document.uid}/goi-tin/thu-hoi/",
    ]  # fmt: skip
    assert {client.get(one).status_code for one in addresses} == {404}
    assert client.post(f"/van-ban/{document.uid}/goi-tin/").status_code == 404
    assert "0 lượt gửi" in open_page(client, HOME).text


def test_who_does_not_keep_the_register_reads_and_writes_nothing(
    client: Client, sign_in: SignIn, ward: Ward, sent: Delivery, drop: Callable[..., Packet], clerk: Viewer
) -> None:
    packet = drop(from_town(clerk.on))
    sign_in(client, ward.specialist)
    assert not open_page(client, f"{HOME}luot/{sent.uid}/").find("//button[@name='do']")
    assert not open_page(client, f"{HOME}den/{packet.uid}/").find("//button[@name='do']")
    assert client.post(f"{HOME}den/{packet.uid}/", {"do": "send_back", "note": "x"}).status_code == 403
    assert upload(client, ("a.edxml", b"x")).status_code == 403  # type: ignore[attr-defined]
    for address in ("noi-ngoai/them/", "nhom/them/", "ma-dinh-danh/", f"den/{packet.uid}/goc/"):
        assert client.get(HOME + address).status_code == 403


def test_lists_ask_as_few_questions_for_many_rows(
    clerks_browser: Client, sent: Delivery, clerk: Viewer, now: datetime, django_assert_max_num_queries: object,
    drop: Callable[..., Packet],
) -> None:  # fmt: skip
    Delivery.objects.bulk_create(
        Delivery(
            document=sent.document,
            way="edxml",
            to=f"Nơi {n}",
            correspondent=sent.correspondent,
            queued_at=now,
        )
        for n in range(60)
    )
    for n in range(8):
        drop(from_town(clerk.on, number=str(n + 1)), f"{n}.edxml")
    for address, most in (
        ("", 18),
        ("den/", 16),
        ("hop-gui/", 18),
        (f"../{sent.document.uid}/noi-nhan/", 22),
    ):
        with django_assert_max_num_queries(most):  # type: ignore[operator]
            assert (
                clerks_browser.get(
                    f"/van-ban/{address[3:]}" if address.startswith("..") else HOME + address
                ).status_code
                == 200
            )


def test_the_recall_packet_is_made_from_the_outbox(
    clerks_browser: Client, sent: Delivery, clerk: Viewer, now: datetime
) -> None:
    sending.ask_back(sent, "Sai phụ lục", by=clerk, at=now)
    page = open_page(clerks_browser, f"{HOME}hop-gui/")
    where = page.link(f"Lập gói tin thu hồi {sent.document.title}")
    assert clerks_browser.post(where, {"reason": ""}).status_code == 422
    assert clerks_browser.post(where, {"reason": "Sai phụ lục"}).status_code == 302
    page = open_page(clerks_browser, f"{HOME}hop-gui/")
    data = clerks_browser.get(page.link(f"Tải gói tin thu hồi {sent.document.title}")).content
    assert edxml.read(data, name="a.edxml").kind == "revocation"


def test_a_packet_that_was_never_made_is_not_there(clerks_browser: Client, issued: Document) -> None:
    assert clerks_browser.get(f"/van-ban/{issued.uid}/goi-tin/tai/").status_code == 404
    assert clerks_browser.get(f"/van-ban/{issued.uid}/goi-tin/tai/?thu-hoi=1").status_code == 404
