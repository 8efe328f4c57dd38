"""Asked again: sealed, signing and administration acts want a fresh proof, and what was typed is not lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.people import proofs
from chuan.people.models import Official
from tests import factors as app
from tests.examine import examine, open_page
from tests.people import PASSWORD, Ward

ADD = "/can-bo/them/"
PROVE = "/xac-nhan-lai/"


@pytest.fixture
def stale(ward: Ward):
    """The administrator, signed in an hour ago."""

    def make(**changes: object) -> Client:
        client = Client()
        client.force_login(ward.administrator.account, backend="chuan.people.signin.LockingBackend")
        return client

    return make


def test_the_page_of_such_a_form_asks_first_and_then_opens(stale, ward):
    client = stale()
    answer = client.get(ADD)
    page = open_page(client, answer["Location"])
    assert page.form(PROVE).send(client, password=PASSWORD)["Location"] == ADD
    assert client.get(ADD).status_code == 200


def test_a_form_that_was_sent_rides_along_and_is_sent_again(stale, ward):
    client = stale()
    page = examine(client.post(ADD, {"name": "Đinh Văn Mới"}), ADD, status=422)
    assert "còn nguyên" in page.text
    assert not Official.objects.filter(name="Đinh Văn Mới").exists()
    wrong = examine(page.form(PROVE).send(client, password="sai"), PROVE, status=422)
    on = examine(wrong.form(PROVE).send(client, password=PASSWORD), PROVE)
    assert on.form(ADD).send(client).status_code == 302
    assert Official.objects.filter(name="Đinh Văn Mới").exists()


def test_a_file_cannot_ride_along_and_the_page_says_so(stale, ward):
    client = stale()
    sent = {"name": "Đinh", "tep": SimpleUploadedFile("a.pdf", b"%PDF-")}
    page = examine(client.post(ADD, sent), ADD, status=422)
    assert "chọn lại tệp" in page.text
    on = examine(page.form(PROVE).send(client, password=PASSWORD), PROVE)
    assert "Tệp chưa được gửi" in on.text
    assert on.form(ADD).values["name"] == "Đinh"


def test_what_rides_along_is_signed_for_one_account(stale, ward, sign_in):
    page = examine(stale().post(ADD, {"name": "Đinh"}), ADD, status=422)
    held = page.form(PROVE).values["held"]
    other = sign_in(Client(), ward.chairman)
    assert other.post(PROVE, {"held": held, "password": PASSWORD})["Location"] == "/"
    assert other.post(PROVE, {"held": f"{held}x", "password": PASSWORD})["Location"] == "/"


def test_whoever_has_an_app_is_asked_for_its_code(stale, ward):
    app.with_app(ward.administrator.account)
    client = stale()
    page = open_page(client, client.get(ADD)["Location"])
    assert "password" not in page.form(PROVE).values
    assert page.form(PROVE).send(client, code=app.wrong()).status_code == 422
    assert page.form(PROVE).send(client, code=app.shown())["Location"] == ADD


def test_wrong_passwords_are_counted_like_tries_to_sign_in(stale, ward):
    client = stale()
    said = examine(client.post(PROVE, {"password": "sai"}), PROVE, status=422).notice
    assert "còn 4 lần thử" in said


def test_a_proof_counts_for_the_unit_s_minutes(client, ward, now):
    app.password_given(client, "administrator")
    assert client.get(ADD).status_code == 200
    until = client.session[proofs.FRESH_UNTIL]
    assert timedelta(minutes=14) < timedelta(seconds=until - now.timestamp()) < timedelta(minutes=16)


def test_the_way_on_leads_to_no_other_site(stale, ward):
    client = stale()
    for bad in ("https://example.org/", "//example.org/", "javascript:alert(1)"):
        assert client.post(PROVE, {"next": bad, "password": PASSWORD})["Location"] == "/"


def test_a_proof_gives_the_browser_a_new_key(ward):
    client = Client()
    app.password_given(client, "administrator")
    before = client.session.session_key
    client.post(PROVE, {"password": PASSWORD})
    assert client.session.session_key != before
    client.post("/tai-khoan/phien/ket-thuc-khac/")
    assert client.get("/tai-khoan/").status_code == 200


def test_pages_that_only_show_are_not_asked_for(stale, ward):
    client = stale()
    for address in ("/can-bo/", f"/can-bo/{ward.clerk.uid}/", "/nhat-ky/", "/tai-khoan/"):
        assert client.get(address).status_code == 200
