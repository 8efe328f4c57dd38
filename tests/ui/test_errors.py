"""What went wrong is said with what to do, where to go and a code; what was typed is not lost."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import OperationalError
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.test import Client, RequestFactory

from chuan.ui import errors, typed
from tests.examine import examine, open_page, sign_in
from tests.ui.drawn import parsed, said

LONG = "Thẩm tra lại hồ sơ vì thiếu giấy chứng sinh"
HTML = {"accept": "text/html,application/xhtml+xml"}


def asked(path="/khong-co/", **headers):
    return RequestFactory(headers=headers).get(path)


@pytest.mark.parametrize(
    ("answer", "status", "says"),
    [
        (lambda request: errors.not_found(request, Http404()), 404, "Kiểm lại địa chỉ"),
        (lambda request: errors.forbidden(request), 403, "đề nghị người quản trị giao vai trò"),
        (lambda request: errors.csrf_refused(request), 403, "chưa có gì được lưu"),
        (lambda request: errors.bad_request(request, ValueError()), 400, "kiểm những gì đã gõ"),
        (lambda request: errors.bad_request(request, RequestDataTooBig()), 413, "gửi ít tệp hơn"),
        (lambda request: errors.bad_request(request, TooManyFieldsSent()), 413, "chia tệp"),
        (errors.broken, 500, "thử một lần nữa"),
    ],
)
def test_an_error_page_says_what_happened_what_to_do_and_a_code_to_read_out(answer, status, says):
    response = answer(asked())
    tree = parsed(response.content.decode())
    assert response.status_code == status
    assert says in said(tree.find(".//main"))
    assert re.search(rf"{status}-\d{{6}}-\d{{6}}", said(tree))
    assert said(tree.find("head/title")) == said(tree.find(".//h1"))
    assert tree.xpath("//main//a[@href='/']")


@pytest.mark.parametrize("status", sorted(errors.TROUBLES))
def test_every_trouble_has_a_page_of_its_own_that_names_a_way(status):
    response = errors.page(asked(), status)
    assert response.status_code == status
    assert str(errors.TROUBLES[status].way) in said(parsed(response.content.decode()))


def test_the_code_is_the_one_under_which_the_log_knows_the_request():
    request = asked()
    request.request_id = "7K3M-Q2"
    for answer in (errors.not_found(request), errors.broken(request), errors.csrf_refused(request)):
        assert "7K3M-Q2" in answer.content.decode()


def test_a_database_that_does_not_answer_is_said_as_such_and_needs_no_database():
    try:
        raise OperationalError("database or disk is full")
    except OperationalError:
        response = errors.broken(asked())
    assert response.status_code == 503
    assert "Cơ sở dữ liệu đang bận" in response.content.decode()
    assert "disk is full" not in response.content.decode()


def test_the_page_of_a_broken_server_needs_no_context_and_asks_the_database_nothing(settings):
    settings.TEMPLATES = [
        one | {"OPTIONS": one["OPTIONS"] | {"context_processors": ["nowhere.to.be.found"]}}
        for one in settings.TEMPLATES
    ]
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "nowhere.Storage"}}
    assert "chưa được lưu" in errors.broken(asked("/")).content.decode()


def test_a_page_not_found_offers_a_search_with_the_words_of_the_address(ward):
    page = open_page(sign_in(Client(), ward.specialist), "/van-ban/quyet-dinh-muc-tieu/", status=404)
    assert page.one("//main//input[@name='tim']").get("value") == "quyet dinh muc tieu"


def test_a_stranger_who_is_lost_is_offered_no_search(db):
    page = open_page(Client(), "/khong-co/", status=404)
    assert not page.find("//form")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/van-ban/quy%E1%BA%BFt-%C4%91%E1%BB%8Bnh/", "quyết định"),
        ("/van-ban/01a22478-19ee-74ab-8c20-da4fb899dfe9/", "van ban"),
        ("/", ""),
        ("/%3Cscript%3E/", "script"),
        ("/" + "a" * 3000, "a" * 80),
    ],
)
def test_the_words_of_an_address(path, words):
    assert typed.words_of(path) == words


def test_a_bare_answer_gets_a_page_when_a_person_asks(ward):
    client = sign_in(Client(), ward.specialist)
    response = client.get("/ho-so/so-lieu/doi-chieu/bat-dau/", headers=HTML)
    assert "biểu mẫu" in examine(response, status=405).text
    assert "POST" in response.headers["Allow"]


def test_a_machine_that_asks_wrongly_gets_no_page():
    bare = errors.ErrorPages(lambda request: HttpResponseNotAllowed(["POST"]))
    assert bare(asked(accept="application/json")).content == b""
    told = errors.ErrorPages(lambda request: HttpResponse("Chờ.", status=429))
    assert told(asked(**HTML)).content.decode() == "Chờ."


# What was typed stays


@pytest.fixture
def strict():
    return Client(enforce_csrf_checks=True)


def test_a_form_sent_after_the_session_ended_shows_what_was_typed(ward):
    sent = {"reason": LONG, "password": "bí mật lắm", "kind": "cause"}
    page = examine(Client().post("/ho-so/nghi-phep/ghi/", sent), status=403)
    assert LONG in page.text
    assert "bí mật lắm" not in page.html
    assert page.title == "Phiên đăng nhập đã hết, chưa lưu được"
    assert page.link("Đăng nhập ở thẻ mới") == "/dang-nhap/"
    assert not page.forms, "một ô mật khẩu thì không gửi lại"


def test_a_form_without_words_of_a_person_leads_straight_to_signing_in(ward):
    answer = Client().post("/ho-so/nghi-phep/ghi/", {"kind": "cause", "who": "3"})
    assert answer.status_code == 302


def test_after_signing_in_the_same_form_goes_again_with_a_fresh_token(ward, strict):
    sign_in(strict, ward.specialist)
    old = {"reason": LONG, "csrfmiddlewaretoken": "a" * 64}
    at = "/ho-so/nghi-phep/ghi/?tu=1"
    page = examine(strict.post(at, old, headers={"origin": "http://testserver"}), at, status=403)
    assert LONG in page.text
    form = page.form(button="Gửi lại")
    assert form.action == at
    assert form.values["reason"] == LONG
    assert form.values["csrfmiddlewaretoken"] != old["csrfmiddlewaretoken"]
    assert strict.post(at, form.values, headers={"origin": "http://testserver"}).status_code != 403


@pytest.mark.parametrize("origin", ["https://ke-xau.example", "null", ""])
def test_what_another_place_sent_is_never_offered_to_be_sent_again(ward, strict, origin):
    sign_in(strict, ward.specialist)
    headers = {"origin": origin} if origin else {}
    page = examine(strict.post("/ho-so/nghi-phep/ghi/", {"reason": LONG}, headers=headers), status=403)
    assert not page.forms


def test_what_was_typed_is_escaped_bounded_and_never_what_nobody_typed():
    sent = QueryDict(mutable=True)
    sent.setlist("note", ["<script>alert(1)</script>", "a" * 30_000])
    sent.update({"uid": "01a22478-19ee-74ab-8c20-da4fb899dfe9", "n": "12", "otp": "123456 789"})
    assert typed.shown(sent) == ["<script>alert(1)</script>", "a" * 20_000]
    assert typed.all_sent(sent) == []
    request = RequestFactory().post("/x/", sent)
    assert "<script>" not in errors.signed_out(request).content.decode()
