"""Pages of seals: nothing typed comes back, two people open, the wrong ones find nothing."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from chuan.people.proofs import FRESH_UNTIL
from chuan.petitions.doors import room_doors
from chuan.petitions.models import (
    NameTyped,
    OpeningRequest,
    Petition,
    SealedIdentity,
    SealedLetter,
    SealOpening,
)
from tests.examine import examine, open_page
from tests.petitions.made import received
from tests.petitions.sealed.made import WHO, asked, opened, sealed

pytestmark = pytest.mark.django_db
TYPED = {"kin_ho_ten": WHO.name, "kin_nam_sinh": WHO.birth_year, "kin_dien_thoai": WHO.telephone}
SEALS = "/don-thu/niem-phong/"


@pytest.fixture
def as_clerk(client, clerk, sign_in):
    return sign_in(client, clerk)


@pytest.fixture
def as_head(ward, sign_in):
    from django.test import Client

    return sign_in(Client(), ward.chairman)


def at(name, thing):
    return reverse(f"petitions:{name}", args=[thing.uid])


def test_an_identity_is_typed_once_and_no_page_shows_it(as_clerk, ward, clerk):
    one = received(ward.viewer(clerk), "denunciation")
    page = open_page(as_clerk, at("one", one))
    page = open_page(as_clerk, page.link("Nhập và niêm phong danh tính"))
    assert page.response.headers["Cache-Control"].count("no-store")
    answer = page.form().send(as_clerk, **TYPED)
    assert answer.status_code == 302
    page = open_page(as_clerk, answer.headers["Location"])
    assert "đang niêm phong" in page.text
    assert WHO.name not in page.html
    refused = examine(as_clerk.post(at("seal_identity", one), TYPED), status=422)
    assert "đã niêm phong rồi" in refused.notice


def test_a_wrong_year_keeps_what_was_typed_in_the_same_answer_alone(as_clerk, ward, clerk):
    one = received(ward.viewer(clerk), "denunciation")
    answer = as_clerk.post(at("seal_identity", one), {**TYPED, "kin_nam_sinh": "71"})
    page = examine(answer, status=422)
    assert WHO.name in page.html
    assert "no-store" in answer.headers["Cache-Control"]
    assert WHO.name not in open_page(as_clerk, at("seal_identity", one)).html
    assert not SealedIdentity.objects.exists()


def test_a_form_whose_proof_is_stale_rides_nowhere(as_clerk, ward, clerk):
    one = received(ward.viewer(clerk), "denunciation")
    session = as_clerk.session
    session[FRESH_UNTIL] = 0
    session.save()
    answer = as_clerk.post(at("seal_identity", one), TYPED)
    assert answer.status_code == 302
    assert WHO.name not in as_clerk.get(answer.headers["Location"]).content.decode()


def test_a_form_sent_after_the_session_ended_is_not_shown_again(client, ward, clerk):
    one = received(ward.viewer(clerk), "denunciation")
    answer = client.post(at("seal_identity", one), TYPED)
    assert WHO.name not in answer.content.decode()
    assert WHO.telephone not in answer.content.decode()


def test_two_people_open_it_on_their_own_screens(as_clerk, as_head, ward, clerk):
    one = sealed(ward, clerk)
    page = open_page(as_clerk, at("ask_opening", one))
    sent = page.form().send(as_clerk, why="contact", words="mời đến làm việc")
    request = OpeningRequest.objects.get()
    assert sent.headers["Location"] == at("opening", request)
    assert "chờ người cho mở" in open_page(as_clerk, at("opening", request)).text
    page = open_page(as_head, SEALS)
    assert "Trả lời" in page.text
    answer = examine(as_head.post(at("opening", request), {"do": "allow"}))
    key = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", answer.one("p.h1").xpath("string()"))[0]
    assert key not in open_page(as_head, at("opening", request)).html
    page = open_page(as_clerk, open_page(as_clerk, at("opening", request)).link("Gõ khóa thứ hai"))
    wrong = examine(page.form().send(as_clerk, khoa_thu_hai="2222-2222"), status=422)
    assert "Còn 2 lần gõ" in wrong.notice
    answer = wrong.form().send(as_clerk, khoa_thu_hai=key)
    shown = examine(answer)
    assert WHO.name in shown.text
    assert "no-store" in answer.headers["Cache-Control"]
    again = as_clerk.post(at("open_seal", request), {"khoa_thu_hai": key}, follow=True)
    assert WHO.name not in again.content.decode()
    assert SealOpening.objects.count() == 1


def test_the_head_is_told_and_says_that_he_has_seen_it(as_head, ward, clerk):
    opened(ward, clerk, sealed(ward, clerk))
    assert "được mở 1 lần mà Chủ tịch chưa xem" in open_page(as_head, "/viec-cua-toi/").text
    page = open_page(as_head, SEALS)
    page.form("/da-xem/").send(as_head)
    assert "Chủ tịch đã xem" in open_page(as_head, SEALS).text
    assert "chưa xem" not in open_page(as_head, "/viec-cua-toi/").text


def test_a_name_typed_into_a_line_is_refused_and_told_to_the_head(as_clerk, as_head, ward, clerk):
    one = sealed(ward, clerk)
    answer = as_clerk.post(
        at("ask_opening", one), {"what": "danh-tinh", "why": "other", "words": "bà Hoài Thương"}
    )
    assert "tên hoặc số điện thoại của người tố cáo" in examine(answer, status=422).notice
    assert NameTyped.objects.count() == 1
    assert "1 lần" in open_page(as_head, SEALS).text
    assert "bị chặn" in open_page(as_head, "/viec-cua-toi/").text


def test_a_letter_comes_in_sealed_and_goes_out_under_a_code(as_clerk, as_head, ward, clerk, settings):
    one = sealed(ward, clerk)
    file = SimpleUploadedFile("don ba Thuong.pdf", b"%PDF-1.7 Hoai Thuong" * 9)
    assert as_clerk.post(at("seal_letter", one), {"tep": file}).status_code == 302
    letter = SealedLetter.objects.get()
    page = open_page(as_clerk, at("ask_opening", one))
    page.form().send(as_clerk, what=str(letter.uid), why="verify", words="so chữ ký")
    request = OpeningRequest.objects.get()
    answer = as_head.post(at("opening", request), {"do": "allow"}).content.decode()
    key = re.search(r"<b>([2-9A-Z]{4}-[2-9A-Z]{4})</b>", answer)[1]
    file = as_clerk.post(at("open_seal", request), {"khoa_thu_hai": key})
    assert file.content.startswith(b"%PDF-1.7")
    assert f"{one.code}-don-goc.pdf" in file.headers["Content-Disposition"]
    assert "no-store" in file.headers["Cache-Control"]
    assert "Chưa chọn tệp" in examine(as_clerk.post(at("seal_letter", one), {}), status=422).notice


def test_words_typed_by_mistake_are_blanked(as_clerk, ward, clerk):
    one = received(ward.viewer(clerk), "denunciation", text="Bà Thương tố cáo")
    page = open_page(as_clerk, open_page(as_clerk, at("one", one)).link("Xóa chữ, tệp đã ghi"))
    assert "Chưa chọn" in examine(page.form().send(as_clerk), status=422).notice
    page.form().send(as_clerk, places=["text"])
    assert "Thương" not in open_page(as_clerk, at("one", one)).html
    assert "chưa có chữ, tệp nào" in open_page(as_clerk, at("blank_words", one)).text


def test_the_head_switches_it_and_destroys(as_clerk, as_head, ward, clerk):
    one = sealed(ward, clerk)
    page = open_page(as_head, reverse("petitions:seal_choice"))
    wrong = examine(page.form().send(as_head, asker="vice_chairman", allower="vice_chairman", citation="4/QĐ-UBND"),
                    status=422)  # fmt: skip
    assert "hai vai trò khác nhau" in wrong.notice
    assert page.form().send(as_head, is_on="off", citation="14/QĐ-UBND").status_code == 302
    assert as_clerk.post(at("seal_identity", one), TYPED).status_code == 422
    page = open_page(as_head, at("destroy_seal", one))
    assert page.form().send(as_head, paper="21/QĐ-UBND", letters="on").status_code == 302
    assert SealedIdentity.objects.get().key_id == ""


def test_others_find_no_page(ward, other_ward, clerk, client, sign_in):
    one = sealed(ward, clerk)
    request = asked(ward, clerk, one)
    for official in (ward.auditor, ward.specialist, ward.administrator, other_ward.chairman):
        sign_in(client, official)
        for name, thing in (
            ("ask_opening", one),
            ("seal_identity", one),
            ("opening", request),
            ("open_seal", request),
        ):
            assert client.get(at(name, thing)).status_code == 404, (official, name)
    for official in (ward.auditor, ward.administrator):
        assert sign_in(client, official).get(SEALS).status_code == 403


def test_the_page_of_seals_asks_no_more_for_many(as_head, ward, clerk, django_assert_max_num_queries):
    for n in range(3):
        opened(ward, clerk, sealed(ward, clerk, text=f"Việc {n}"))
        asked(ward, clerk, sealed(ward, clerk, text=f"Việc khác {n}"))
    with django_assert_max_num_queries(16):
        as_head.get(SEALS)


def test_the_sender_s_card_says_where_the_identity_is_to_each_what_he_may_know(
    ward, clerk, as_clerk, sign_in
):
    from django.test import Client

    one = sealed(ward, clerk)
    told = open_page(as_clerk, at("one", one)).text
    assert "đang niêm phong trong phần mềm" in told
    assert "không lưu ở đây" not in told
    Petition.objects.filter(pk=one.pk).update(handler=ward.specialist)
    told = open_page(sign_in(Client(), ward.specialist), at("one", one)).text
    assert "được giữ kín theo luật" in told
    assert "niêm phong trong phần mềm" not in told


def test_seals_stand_among_the_settings_for_who_may_see_them(ward, clerk, as_clerk, sign_in):
    from django.test import Client

    page = open_page(as_clerk, "/don-thu/cai-dat/")
    assert page.link("Niêm phong: yêu cầu mở, các lần đã mở, khóa").endswith(SEALS)
    assert [door.label for door in room_doors(SEALS) if door.current] == ["Quy định, cài đặt"]
    assert "Niêm phong:" not in open_page(sign_in(Client(), ward.specialist), "/don-thu/cai-dat/").text
