"""Results for everybody: only in a keeper's words, never with the sender, taken off again."""

from __future__ import annotations

from typing import Any

from django.test import Client

from chuan.people.viewer import Viewer
from chuan.petitions.actions.beginning import Given
from chuan.petitions.actions.public.deciding import take_post
from chuan.petitions.actions.receiving import Letter
from chuan.petitions.actions.senders import From
from chuan.petitions.models import Petition, PublicResult
from tests.examine import examine, open_page
from tests.people import Ward
from tests.petitions.made import done, now
from tests.petitions.public.conftest import TEXT, SignIn, posted

RESULTS = "/phan-anh/ket-qua/"


def answered(ward: Ward, by: Viewer) -> Petition:
    post, _code = posted(ward, name="Lê Minh Họa", contact="0900 000 001")
    senders = (From(post.name, "", post.contact, False),)
    petition = take_post(
        post, Letter(Given("feedback", "portal", post.sent_on, text=TEXT), senders=senders), by=by, at=now()
    )
    done(petition, "accept", by.on, by=by, official=by.official)
    return done(petition, "answer", by.on, by=by, text="Đã thay nắp cống.")


def test_a_keeper_shows_a_result_and_takes_it_off_again(
    browser: Client, client: Client, opened: Ward, by: Viewer
):
    petition = answered(opened, by)
    assert "Chưa công bố kết quả nào" in open_page(client, RESULTS).text
    link = open_page(browser, f"/don-thu/{petition.uid}/").link("Đưa kết quả lên trang")
    form = open_page(browser, link).form(button="Đưa lên trang")
    assert form.values["answer"] == "Đã thay nắp cống."
    for telling in ("Bà LÊ MINH HỌA báo nắp vỡ", "Gọi 0900.000.001 để hỏi"):
        assert "của người gửi" in examine(form.send(browser, about=telling), status=422).notice
    assert not PublicResult.objects.exists()
    assert form.send(browser, about="Nắp cống ngõ 7 vỡ").status_code == 302
    page = open_page(client, RESULTS)
    assert "Nắp cống ngõ 7 vỡ" in page.text
    assert petition.code not in page.html
    assert "Lê Minh Họa" not in page.html
    assert page.response.headers["Cache-Control"] == "public, max-age=300"
    assert not page.response.cookies
    assert "max-age" not in browser.get(RESULTS).headers["Cache-Control"]
    assert open_page(browser, link).form(button="Rút khỏi trang").send(browser).status_code == 302
    assert "Nắp cống" not in open_page(client, RESULTS).text


def test_only_keepers_show_and_only_what_was_answered(
    browser: Client, opened: Ward, other_ward: Ward, by: Viewer, sign_in: SignIn, settings: Any
):
    petition = answered(opened, by)
    address = f"/don-thu/{petition.uid}/len-trang/"
    assert sign_in(Client(), other_ward.chairman).get(address).status_code == 404
    assert sign_in(Client(), opened.chairman).get(address).status_code == 403
    Petition.objects.filter(pk=petition.pk).update(kind="complaint")
    assert browser.get(address).status_code == 409
    settings.PUBLIC_FEEDBACK = False
    assert Client().get(RESULTS).status_code == 404
