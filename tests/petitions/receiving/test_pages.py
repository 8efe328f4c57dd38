"""Pages of receiving: what they ask, what they keep when refused, whom they are for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.people.models import Official
from chuan.petitions.models import ForwardRecord, Petition, Sender
from tests.examine import Form, Page, examine, open_page
from tests.people import Ward
from tests.petitions.receiving.conftest import RUBBISH, SENDER, SignIn

TAKE = "/don-thu/ghi/"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\x0f\x00\x00\x01\x01\x00\x05\x18\xd8N\x00\x00\x00\x00IEND\xaeB`\x82"
)


def letter(page: Page) -> Form:
    return page.form(button="Nhận đơn, cấp biên nhận")


def test_before_anything_is_typed_the_page_says_who_will_read_it(
    browser: Client, ward: Ward, clerk: Official
):
    for address in (TAKE, f"{TAKE}khieu-nai/", f"{TAKE}to-cao/"):
        said = next(one for one in open_page(browser, address).texts("p") if "Đơn này do" in one)
        assert clerk.name in said
        assert ward.chairman.name in said
        assert ward.auditor.name not in said


def test_a_complaint_is_typed_and_the_code_is_shown_once(browser: Client):
    page = open_page(browser, f"{TAKE}khieu-nai/")
    sent = {"text": RUBBISH, "nguoi1-name": SENDER.name, "nguoi1-contact": SENDER.contact}
    done = examine(letter(page).send(browser, **sent))
    one = Petition.objects.get()
    code = done.texts(".receipt-code")[0]
    assert len(code) == 14
    assert Sender.objects.get().name == SENDER.name
    assert code not in open_page(browser, f"/don-thu/{one.uid}/").text
    slip = done.form("/in/").send(browser)
    assert slip.content.startswith(b"%PDF-")
    assert one.code in slip.headers["Content-Disposition"]
    assert "no-store" in done.response.headers["Cache-Control"]


def test_what_was_typed_stays_when_the_letter_is_refused(browser: Client):
    page = open_page(browser, f"{TAKE}phan-anh/")
    sent = {"text": RUBBISH, "received_on": "31/12/2018", "nguoi1-name": SENDER.name, "signers": "3"}
    again = examine(letter(page).send(browser, **sent), status=422)
    values = letter(again).values
    assert (values["text"], values["nguoi1-name"], values["signers"]) == (RUBBISH, SENDER.name, "3")
    assert "01/01/2019" in again.notice
    assert not Petition.objects.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"text": "x" * 6000}, "5000"),
        ({"received_on": "01/01/2999"}, "chưa tới"),
        ({"text": ""}, "Chưa ghi đơn nói việc gì"),
        ({"nguoi1-name": ""}, "Chưa ghi ai gửi đơn"),
        ({"nguoi1-name": "", "nguoi1-address": "ngõ 12"}, "Chưa ghi tên của người"),
        ({"channel": "forwarded"}, "Chưa ghi cơ quan nào chuyển"),
        ({"channel": "press"}, "Chưa ghi báo nào"),
        ({"signers": "0"}, "quá nhỏ"),
        ({"signers": "một"}, "Viết như"),
    ],
)
def test_bad_input_is_answered_with_a_sentence(browser: Client, typed: dict[str, str], said: str):
    page = open_page(browser, f"{TAKE}phan-anh/")
    sent = {"text": RUBBISH, "nguoi1-name": SENDER.name} | typed
    again = examine(letter(page).send(browser, **sent), status=422)
    assert said in again.notice
    assert not Petition.objects.exists()


def test_a_denunciation_asks_whom_it_is_against_and_has_no_field_for_who_denounces(
    browser: Client, ward: Ward
):
    asked = open_page(browser, f"{TAKE}to-cao/")
    assert not [form for form in asked.forms if form.method == "post"]
    page = open_page(browser, f"{TAKE}to-cao/?ai=official")
    names = {one.get("name") for one in page.tree.iter("input", "textarea", "select")}
    assert not {one for one in names if one and one.startswith("nguoi")}
    assert "Không lưu gì về người tố cáo" in page.text
    assert ward.chairman.name not in letter(page).element.xpath("string()")
    done = examine(letter(page).send(browser, text="Đòi tiền khi làm hồ sơ", envelope="tủ 2"))
    assert "đơn" in done.text
    assert Petition.objects.get().kind == "denunciation"


def test_against_the_leaders_the_page_only_says_where_to_send_it(browser: Client, ward: Ward):
    asked = open_page(browser, f"{TAKE}to-cao/")
    leads = asked.link("Chủ tịch hoặc Phó Chủ tịch Ủy ban nhân dân phường, xã này")
    page = open_page(browser, leads)
    assert "Chủ tịch Ủy ban nhân dân cấp tỉnh" in page.text
    assert "CHƯA XÁC MINH" in page.text
    assert not page.forms
    assert "Chọn" in open_page(browser, f"{TAKE}to-cao/?ai=leader").text
    crafted = browser.post(f"{TAKE}to-cao/", {"against": "leader", "text": "x", "received_on": "01/10/2021"})
    assert crafted.status_code == 200
    assert not Petition.objects.exists()
    form = open_page(browser, page.link("Ghi việc chuyển phong bì chưa mở")).form(button="Ghi việc chuyển")
    assert form.values["to"] == "province"
    assert form.send(browser).status_code == 302
    assert ForwardRecord.objects.get().code in open_page(browser, "/don-thu/phong-bi/").text


def test_envelopes_are_for_keepers_and_leaders_of_the_ward(
    browser: Client, ward: Ward, other_ward: Ward, sign_in: SignIn, by: object
):
    assert open_page(browser, "/don-thu/phong-bi/").find(".empty")
    assert sign_in(Client(), ward.chairman).get("/don-thu/phong-bi/").status_code == 200
    for official in (ward.auditor, ward.specialist):
        assert sign_in(Client(), official).get("/don-thu/phong-bi/").status_code == 403


def test_the_same_letter_again_is_asked_about_and_may_be_joined(
    browser: Client, taken: Callable[..., object]
):
    taken()
    first = Petition.objects.get()
    page = open_page(browser, f"{TAKE}phan-anh/")
    sent = {"text": RUBBISH, "nguoi1-name": SENDER.name, "nguoi1-contact": SENDER.contact}
    asked = examine(letter(page).send(browser, **sent), status=422)
    assert first.code in asked.notice
    assert "vừa ghi lúc" in asked.text
    examine(letter(asked).send(browser, again=str(first.uid)))
    assert Petition.objects.get(same_as=first).repeat
    examine(letter(asked).send(browser, again="another"))
    assert Petition.objects.count() == 3


def test_likely_repeats_are_shown_by_code_and_joined(browser: Client, taken: Callable[..., object]):
    taken()
    taken(another=True)
    first, second = Petition.objects.order_by("pk")
    page = open_page(browser, f"/don-thu/{second.uid}/trung/")
    assert first.code in page.text
    assert SENDER.name not in page.text
    button = page.form(button=f"Nối {first.code}")
    assert button.send(browser, press=f"with={first.uid}").status_code == 302
    page = open_page(browser, f"/don-thu/{second.uid}/trung/")
    assert page.form(button="Bỏ nối").send(browser, press="unlink=1").status_code == 302
    again = examine(browser.post(f"/don-thu/{second.uid}/trung/", {"unlink": "1"}), status=422)
    assert "không nối với đơn nào" in again.notice
    assert browser.post(f"/don-thu/{second.uid}/trung/", {"with": "x"}).status_code == 404


def test_a_letter_of_two_laws_is_split_on_its_page(browser: Client, taken: Callable[..., object]):
    taken("mixed")
    whole = Petition.objects.get()
    page = open_page(browser, f"/don-thu/{whole.uid}/tach/")
    one_only = {"phan1-kind": "complaint", "phan1-text": "Xin xem lại quyết định"}
    again = examine(page.form(button="Tách đơn").send(browser, **one_only), status=422)
    assert "ít nhất hai phần" in again.notice
    assert again.form(button="Tách đơn").values["phan1-text"] == "Xin xem lại quyết định"
    unanswered = one_only | {"phan2-kind": "denunciation", "phan2-text": "Đòi tiền"}
    again = examine(page.form(button="Tách đơn").send(browser, **unanswered), status=422)
    assert "Chưa chọn tố cáo ai" in again.notice
    sent = unanswered | {"phan2-against": "leader"}
    assert page.form(button="Tách đơn").send(browser, **sent).status_code == 302
    part = Petition.objects.get(parent=whole)
    shown = open_page(browser, f"/don-thu/{part.uid}/")
    assert "phong bì niêm phong" in shown.text
    assert "Đòi tiền" not in shown.html
    refused = examine(browser.get(f"/don-thu/{part.uid}/nguoi-gui/"), status=422)
    assert "không lưu tên người gửi" in refused.notice


def test_a_kind_is_put_right_on_its_page(browser: Client, taken: Callable[..., object]):
    taken("complaint")
    one = Petition.objects.get()
    page = open_page(browser, f"/don-thu/{one.uid}/doi-loai/")
    again = examine(page.form(button="Đổi loại").send(browser, kind="denunciation"), status=422)
    assert "Chưa chọn đơn tố cáo ai" in again.notice
    sent = page.form(button="Đổi loại").send(browser, kind="denunciation", against="official")
    assert sent.status_code == 302
    assert SENDER.name not in open_page(browser, f"/don-thu/{one.uid}/").html


def test_the_sender_is_seen_by_who_works_on_it_only(
    browser: Client, ward: Ward, taken: Callable[..., object], sign_in: SignIn
):
    taken("complaint")
    one = Petition.objects.get()
    address = f"/don-thu/{one.uid}/"
    assert SENDER.name in open_page(browser, address).text
    assert SENDER.name not in open_page(sign_in(Client(), ward.auditor), address).html
    assert sign_in(Client(), ward.auditor).get(f"{address}nguoi-gui/").status_code == 403
    page = open_page(browser, f"{address}nguoi-gui/")
    assert page.form(button="Lưu người gửi").send(browser, **{"nguoi2-name": "Lê Hai"}).status_code == 302
    assert one.senders.count() == 2


def test_signers_who_withdraw_are_written_on_their_page(browser: Client, taken: Callable[..., object]):
    taken("complaint", signers=6)
    one = Petition.objects.get()
    page = open_page(browser, f"/don-thu/{one.uid}/rut-ten/")
    again = examine(page.form(button="Ghi").send(browser, left="6"), status=422)
    assert "ghi việc rút đơn" in again.notice
    assert page.form(button="Ghi").send(browser, left="2").status_code == 302
    one.refresh_from_db()
    assert one.signers == 4


def test_a_code_is_looked_up_by_post_and_says_little(
    browser: Client, taken: Callable[..., object], by: object
):
    made = taken("denunciation")
    page = open_page(browser, "/don-thu/tra-bien-nhan/")
    typed = made.code.replace("-", " ").lower()  # type: ignore[attr-defined]
    told = examine(page.form(button="Tra").send(browser, code=typed))
    facts = told.texts("dd")
    assert facts[0] == "Đơn"
    assert "tố cáo" not in " ".join(facts).lower()
    assert typed not in told.html
    assert made.code not in told.html  # type: ignore[attr-defined]


def test_wrong_codes_are_counted_and_slowed(browser: Client, taken: Callable[..., object]):
    made = taken()
    page = open_page(browser, "/don-thu/tra-bien-nhan/")
    for _n in range(10):
        wrong = page.form(button="Tra").send(browser, code="2222-2222-2222")
    assert "Không thấy đơn nào" in examine(wrong, status=422).notice
    right = page.form(button="Tra").send(browser, code=made.code)  # type: ignore[attr-defined]
    assert "15 phút" in examine(right, status=422).notice


def test_a_lost_receipt_gets_another_code_and_the_first_opens_nothing(
    browser: Client, taken: Callable[..., object]
):
    made = taken()
    one = Petition.objects.get()
    page = open_page(browser, f"/don-thu/{one.uid}/bien-nhan/")
    code = examine(page.form(button="Cấp mã mới").send(browser)).texts(".receipt-code")[0]
    find = open_page(browser, "/don-thu/tra-bien-nhan/").form(button="Tra")
    assert find.send(browser, code=made.code).status_code == 422  # type: ignore[attr-defined]
    assert find.send(browser, code=code).status_code == 200


def test_scans_hang_on_ordinary_letters_under_their_code(
    browser: Client, ward: Ward, taken: Callable[..., object], sign_in: SignIn
):
    taken("complaint")
    one = Petition.objects.get()
    address = f"/don-thu/{one.uid}/ban-chup/"
    page = open_page(browser, address)
    file = SimpleUploadedFile("đơn của Nguyễn Văn Minh Họa.png", PNG, "image/png")
    assert page.form(button="Thêm").send(browser, file=file).status_code == 302
    page = open_page(browser, address)
    saved = browser.get(page.link(f"{one.code}-1.png"))
    assert (saved.content, "attachment" in saved.headers["Content-Disposition"]) == (PNG, True)
    assert "Minh" not in page.html
    for official in (ward.auditor, ward.specialist):
        assert sign_in(Client(), official).get(page.link(f"{one.code}-1.png")).status_code in (403, 404)
    wrong = SimpleUploadedFile("a.pdf", b"no pdf", "application/pdf")
    again = page.form(button="Thêm").send(browser, file=wrong)
    assert examine(again, status=422).notice
    gone = open_page(browser, page.link(f"Gỡ {one.code}-1.png"))
    assert gone.form(button="Gỡ và hủy").send(browser).status_code == 302
    assert open_page(browser, address).find(".empty")


def test_scans_of_denunciations_are_refused_with_the_way_to_the_covered_copy(
    browser: Client, taken: Callable[..., object]
):
    taken("denunciation")
    one = Petition.objects.get()
    file = SimpleUploadedFile("a.png", PNG, "image/png")
    for answer in (
        browser.get(f"/don-thu/{one.uid}/ban-chup/"),
        browser.post(f"/don-thu/{one.uid}/ban-chup/", {"file": file}),
    ):
        assert "bản chụp đã che" in examine(answer, status=422).notice


@pytest.mark.parametrize(
    "part", ["tach", "doi-loai", "trung", "nguoi-gui", "rut-ten", "bien-nhan", "bien-nhan/in", "ban-chup"]
)
def test_another_wards_official_finds_nothing(
    other_ward: Ward, taken: Callable[..., object], sign_in: SignIn, part: str
):
    taken("mixed" if part == "tach" else "complaint")
    stranger = sign_in(Client(), other_ward.chairman)
    assert stranger.get(f"/don-thu/{Petition.objects.get().uid}/{part}/").status_code == 404


def test_who_does_not_keep_the_register_is_told_who_does(ward: Ward, sign_in: SignIn):
    other = sign_in(Client(), ward.specialist)
    for address in (TAKE, f"{TAKE}khieu-nai/", f"{TAKE}khong-nhan/", "/don-thu/tra-bien-nhan/"):
        assert "Công chức tiếp dân" in examine(other.get(address), status=403).text


def test_the_page_of_a_letter_asks_the_same_statements_however_many_parts(
    browser: Client, taken: Callable[..., object]
):
    taken("mixed")
    whole = Petition.objects.get()
    counts = []
    for n in (2, 4):
        with CaptureQueriesContext(connection) as told:
            open_page(browser, f"{TAKE}khieu-nai/")
        counts.append(len(told))
        for _m in range(n):
            taken("complaint", another=True)
    assert counts[0] == counts[1]
    assert whole.status == "received"


def test_who_comes_in_person_is_written_into_the_register_and_not_typed_twice(browser: Client):
    page = open_page(browser, f"{TAKE}phan-anh/")
    assert page.link("Ghi vào Sổ tiếp công dân").endswith("/don-thu/tiep-dan/ghi/?loai=feedback")
    offered = {one.get("value") for one in page.tree.xpath("//select[@name='channel']/option")}
    assert "reception" not in offered
    assert "post" in offered
    sent = {"text": RUBBISH, "nguoi1-name": SENDER.name, "channel": "reception"}
    again = examine(letter(page).send(browser, **sent), status=422)
    assert "Sổ tiếp công dân" in again.notice
    assert not Petition.objects.exists()
