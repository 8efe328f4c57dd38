"""The pages of reviews: called, inputs, meeting, decisions, signature, what was given to an official."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.offers.subjects import Subject, describe
from chuan.reviews import actions
from chuan.reviews.models import Resolution, Review
from chuan.rules.refusals import WrongMove
from tests.examine import examine, open_page
from tests.reviews import made

ROOM = "/xem-xet/"


def test_a_secretary_calls_a_review_writes_the_meeting_and_the_chair_signs_it(
    ward, client, sign_in, django_assert_max_num_queries
):
    sign_in(client, ward.secretary)
    page = open_page(client, open_page(client, ROOM).link("Triệu tập cuộc xem xét"))
    wrong = page.form().send(client, planned_on="15/12/2021", first="01/01/2022", last="31/12/2021")
    refused = examine(wrong, page.url, status=422)
    assert "31/12/2021 trước ngày đầu kỳ 01/01/2022" in refused.notice
    assert refused.one("#id_planned_on").get("value") == "15/12/2021"
    sent = refused.form().send(client, first="01/01/2021", secretary=str(ward.secretary.uid))
    with django_assert_max_num_queries(180):  # every room is asked
        page = open_page(client, sent.headers["Location"])
    assert "Mỗi mục cần một câu" in page.notice
    review = Review.objects.get()
    home = f"{ROOM}{review.uid}/"
    page = open_page(client, open_page(client, home).link("Ghi cuộc họp"))
    away = {f"came_{ward.auditor.uid.hex}": None}
    refused = examine(page.form().send(client, opinions="Nhất trí.", **away), page.url, status=422)
    assert f"Chưa ghi vì sao vắng: {ward.auditor.name}" in refused.notice
    assert "Nhất trí." in refused.text
    why = {f"why_{ward.auditor.uid.hex}": "ốm"}
    assert refused.form().send(client, **away, **why).status_code == 302
    page = open_page(client, open_page(client, home).link("Ghi kết luận"))
    typed = {"words": "Mở thêm quầy", "owner": str(ward.clerk.uid)}
    refused = examine(page.form().send(client, due_on="14/12/2021", **typed), page.url, status=422)
    assert "Hạn 14/12/2021 trước ngày họp 15/12/2021" in refused.notice
    assert "Mở thêm quầy" in refused.text
    assert refused.form().send(client, due_on="31/03/2022").status_code == 302
    for _ in range(2):
        page = open_page(client, f"{home}khong-can/")
        assert page.form().send(client, words="Đủ.").status_code == 302
    page = open_page(client, f"{home}dau-vao/c1/")
    assert page.form().send(client, words="Chưa khảo sát.", unknown="on").status_code == 302
    assert "lý do chưa có thông tin" in open_page(client, f"{home}dau-vao/").text
    sign_in(client, ward.chairman)
    page = open_page(client, f"{home}ky/")
    refused = examine(page.form().send(client), page.url, status=422)
    assert "Không ký khi thiếu đầu vào: a, " in refused.notice
    assert ", c2" in refused.notice
    made.answered(ward, review)
    assert refused.form().send(client).status_code == 302
    page = open_page(client, home)
    assert "Mã kiểm" in page.text
    assert "Mở thêm quầy" in open_page(client, "/tim/?tim=them+quay").text
    since = open_page(
        client, f"{home}doi-khac/"
    ).text  # the signed review is evidence of 9.1.1 and 10.3 by now
    assert "Lúc họp 59 trong 65 điều" in since
    assert "Nay 57 trong 65 điều" in since
    assert client.get(f"{home}bien-ban/").content.startswith(b"%PDF")


def test_an_official_sees_what_was_given_to_him_says_it_is_done_and_sees_no_other_review(
    ward, other_ward, client, sign_in
):
    review, row = made.signed(ward)
    Review.objects.get().invited.remove(ward.clerk)
    sign_in(client, ward.clerk)
    page = open_page(client, ROOM)
    assert "Việc giao cho anh chị" in page.text
    assert review.code not in page.texts("//table//a")
    assert client.get(f"{ROOM}{review.uid}/").status_code == 404
    page = open_page(client, page.link("Mở thêm quầy"))
    refused = examine(page.form().send(client, evidence=""), page.url, status=422)
    assert refused.form().send(client, evidence="Thông báo 5").status_code == 302
    assert "Thông báo 5" in open_page(client, page.url).text
    sign_in(client, ward.specialist)
    assert client.get(page.url).status_code == 404
    assert open_page(client, ROOM).text.count("Mở thêm quầy") == 0
    sign_in(client, other_ward.chairman)
    for address in (
        f"{review.uid}/",
        f"{review.uid}/dau-vao/",
        f"{review.uid}/ky/",
        f"quyet-dinh/{row.uid}/",
    ):
        assert client.get(ROOM + address).status_code == 404
    assert describe([Subject("review", review.uid)], other_ward.viewer(other_ward.chairman)) == {}


def test_decisions_of_all_reviews_stand_on_one_page_and_in_one_worksheet(
    ward, client, sign_in, django_assert_max_num_queries
):
    review, row = made.signed(ward)
    sign_in(client, ward.auditor)
    with django_assert_max_num_queries(20):
        page = open_page(client, f"{ROOM}quyet-dinh/")
    assert "Quá hạn" in page.text
    assert client.get(page.link("Tải Excel")).content.startswith(b"PK")
    assert client.get(f"{ROOM}{review.uid}/hop/").status_code == 403
    with django_assert_max_num_queries(30):
        assert "Mở thêm quầy" in open_page(client, f"{ROOM}{review.uid}/").text
    assert Resolution.objects.get(pk=row.pk).state == "open"


def test_a_review_is_called_off_with_its_reason_and_words_are_taken_back(ward, client, sign_in):
    review = made.called(ward)
    made.answered(ward, review)
    sign_in(client, ward.secretary)
    page = open_page(client, f"{ROOM}{review.uid}/dau-vao/")
    before = review.additions.standing().count()
    [first, *_rest] = [one for one in page.forms if one.action.endswith("/bo/")]
    assert first.send(client).status_code == 302
    assert review.additions.standing().count() == before - 1
    page = open_page(client, f"{ROOM}{review.uid}/huy/")
    assert examine(page.form().send(client, reason=""), page.url, status=422).notice
    assert page.form().send(client, reason="Bận bầu cử").status_code == 302
    assert "Đã hủy" in open_page(client, f"{ROOM}{review.uid}/").text


@pytest.mark.parametrize("letter", ["z", "c9"])
def test_a_letter_that_is_none_of_the_clause_is_not_found(ward, client, sign_in, letter):
    review = made.called(ward)
    sign_in(client, ward.secretary)
    assert client.get(f"{ROOM}{review.uid}/dau-vao/{letter}/").status_code == 404


def test_a_called_review_moves_to_another_day_with_its_reason_and_reminds_of_the_new_one(
    ward, other_ward, client, sign_in
):
    review = made.called(ward, made.in_days(3))
    sign_in(client, ward.secretary)
    page = open_page(client, f"{ROOM}{review.uid}/doi/")
    refused = examine(page.form().send(client, reason="Trùng lịch"), page.url, status=422)
    assert "vẫn như cũ" in refused.notice
    to = made.in_days(10)
    refused = examine(page.form().send(client, planned_on=f"{to:%d/%m/%Y}", reason=""), page.url, status=422)
    assert refused.one("#id_planned_on").get("value") == f"{to:%d/%m/%Y}"
    sent = refused.form().send(client, reason="Trùng kỳ họp Hội đồng", place="Hội trường")
    assert sent.status_code == 302
    shown = open_page(client, f"{ROOM}{review.uid}/").text
    assert "Trùng kỳ họp Hội đồng" in shown
    assert "Hội trường" in shown
    assert Clock.objects.get(subject_uid=review.uid, settled_on=None).lawful_due_on == to
    assert client.get(f"{ROOM}{made.called(other_ward).uid}/doi/").status_code == 404


def test_a_review_that_was_held_is_moved_no_more(ward):
    review = made.held(ward)
    with pytest.raises(WrongMove):
        actions.move(
            review, replace(actions.appointed(review), place="Nơi khác"), "Nhầm", by=ward.viewer(ward.secretary),
            at=timezone.now(),
        )  # fmt: skip
