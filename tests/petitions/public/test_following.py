"""What waits under a code: told in words, added to once, closed to whoever guesses."""

from __future__ import annotations

import pytest
from django.test import Client

from chuan.people.viewer import Viewer
from chuan.petitions.actions.beginning import Given
from chuan.petitions.actions.public.deciding import set_aside, take_post
from chuan.petitions.actions.receiving import Letter, receive
from chuan.petitions.models import Petition, PublicPost
from chuan.petitions.public import gate
from tests.examine import Page, examine, open_page
from tests.people import Ward
from tests.petitions.made import done, now
from tests.petitions.public.conftest import TEXT, posted

FOLLOW = "/phan-anh/tra-loi/"


def told(client: Client, code: str, status: int = 200) -> Page:
    return examine(
        open_page(client, FOLLOW).form(button="Tra").send(client, code=code), FOLLOW, status=status
    )


def taken(ward: Ward, by: Viewer) -> tuple[Petition, str]:
    post, code = posted(ward)
    given = Given("feedback", "portal", post.sent_on, text=TEXT, anonymous=True)
    return take_post(post, Letter(given), by=by, at=now()), code


def test_the_same_code_tells_of_the_post_and_then_of_the_petition(client: Client, opened: Ward, by: Viewer):
    post, code = posted(opened)
    assert "Đang chờ xem" in told(client, code).text
    given = Given("feedback", "portal", post.sent_on, text=TEXT, anonymous=True)
    petition = take_post(post, Letter(given), by=by, at=now())
    page = told(client, code)
    assert "Mới nhận" in page.text
    assert petition.code not in page.text
    assert TEXT not in page.text


def test_what_was_asked_is_answered_once_and_the_petition_goes_on(client: Client, opened: Ward, by: Viewer):
    petition, code = taken(opened, by)
    done(petition, "ask", by.on, by=by, text="Nắp cống ở số nhà nào?")
    page = told(client, code)
    assert "Nắp cống ở số nhà nào?" in page.text
    form = page.form(button="Gửi phần bổ sung")
    assert "Chưa viết điều cần bổ sung" in examine(form.send(client, text=" "), FOLLOW, status=422).text
    after = examine(form.send(client, text="Trước số 15"), FOLLOW)
    assert "Đã nhận phần bổ sung" in after.text
    petition.refresh_from_db()
    assert petition.status == "received"
    line = petition.events.get(verb="supply")
    assert (line.text, line.by) == ("Trước số 15", None)
    assert "đã ghi rồi" in examine(form.send(client, text="lần nữa"), FOLLOW, status=422).text
    assert petition.events.filter(verb="supply").count() == 1


def test_the_answer_is_read_and_rated_once(client: Client, opened: Ward, by: Viewer):
    petition, code = taken(opened, by)
    assert not told(client, code).find("//form[.//input[@value='rate']]")
    done(petition, "accept", by.on, by=by, official=by.official)
    done(petition, "answer", by.on, by=by, text="Đã thay nắp cống sáng nay.")
    page = told(client, code)
    assert "Đã thay nắp cống sáng nay." in page.text
    form = page.form(button="Gửi mức hài lòng")
    assert "Chưa chọn mức nào" in examine(form.send(client), FOLLOW, status=422).text
    assert form.send(client, rating="9").status_code == 422
    assert "Cảm ơn" in examine(form.send(client, rating="5"), FOLLOW).text
    assert "đã ghi rồi" in examine(form.send(client, rating="1"), FOLLOW, status=422).text
    assert petition.events.get(verb="rate").data == '{"by":"sender","rating":"5"}'
    assert petition.events.get(verb="rate").by is None


@pytest.mark.parametrize("code", ["7KQ2-XM4T-9HRD", "x", "0" * 12, "' OR 1=1 --", "7KQ2 XM4T 9HR"])
def test_a_wrong_code_is_one_sentence(client: Client, opened: Ward, code: str):
    assert "Không thấy gì theo mã này" in told(client, code, status=422).notice


def test_codes_of_complaints_and_denunciations_say_nothing_here(client: Client, opened: Ward, by: Viewer):
    on = by.on
    kept = [
        receive(Letter(Given("complaint", "post", on, text=TEXT, anonymous=True)), by=by, at=now()),
        receive(Letter(Given("denunciation", "post", on, text=TEXT), against="official"), by=by, at=now()),
    ]
    said = {told(client, one.code, status=422).notice for one in kept}
    said.add(told(client, "7KQ2-XM4T-9HRD", status=422).notice)
    assert len(said) == 1


def test_guessing_is_closed_for_a_while_and_a_right_code_opens_it(client: Client, opened: Ward):
    _post, code = posted(opened)
    for _n in range(gate.WRONG_CODES.most - 1):
        gate.try_code(opened.unit, "127.0.0.1", at=now())
    told(client, code)
    for _n in range(gate.WRONG_CODES.most):
        gate.try_code(opened.unit, "127.0.0.1", at=now())
    page = told(client, code, status=429)
    assert "Đợi 15 phút" in page.notice


def test_another_wards_code_is_a_wrong_one(client: Client, opened: Ward, other_ward: Ward):
    _post, code = posted(other_ward)
    assert "Không thấy gì" in told(client, code, status=422).notice


def test_of_a_post_set_aside_the_reason_is_told_and_where_to_go(client: Client, opened: Ward, by: Viewer):
    post, code = posted(opened)
    set_aside(post, "repeat", by=by, at=now())
    assert "Trùng với phản ánh đã nhận" in told(client, code).text
    set_aside(post, "denunciation", by=by, at=now())
    page = told(client, code)
    assert "đã hủy" in page.text
    assert page.link("Xem nơi gửi") == "/phan-anh/noi-khac/to-cao/"


def test_a_receipt_given_anew_ends_the_old_code(client: Client, opened: Ward, by: Viewer):
    from chuan.petitions.actions.receipts import renew_receipt

    petition, code = taken(opened, by)
    fresh = renew_receipt(petition, by=by, at=now())
    assert "Không thấy gì" in told(client, code, status=422).notice
    assert "Mới nhận" in told(client, fresh).text


def test_a_petition_that_became_another_kind_is_no_longer_told_of(client: Client, opened: Ward, by: Viewer):
    petition, code = taken(opened, by)
    Petition.objects.filter(pk=petition.pk).update(kind="complaint")
    assert "Không thấy gì" in told(client, code, status=422).notice
    assert PublicPost.objects.get().receipt == ""
