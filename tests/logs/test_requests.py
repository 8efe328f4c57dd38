"""Each request has a line that tells what was asked, and not by whom it was about."""

from __future__ import annotations

import json
import logging
from unittest.mock import patch

import pytest
from django.test import Client

from chuan.logs.incidents import LETTERS, current
from chuan.people.models import Official
from tests.logs.test_redacting import CITIZEN, NAME, PASSWORD, PHONE, Seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen():
    handler = Seen()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)


def lines(seen: Seen, log: str = "chuan.request") -> list[dict]:
    found = [json.loads(line) for line in seen.lines]
    return [one for one in found if one["log"] == log]


def test_the_line_names_the_view_the_status_and_the_account_and_nothing_else(seen, client, ward, sign_in):
    sign_in(client, ward.chairman)
    answer = client.get(f"/tim/?tim={NAME}&so={CITIZEN}", headers={"referer": f"/x/?{PHONE}"})
    (line,) = lines(seen)
    assert (line["method"], line["route"], line["status"]) == ("GET", "people:search", 200)
    assert line["who"] == str(ward.chairman.account.uid)
    assert line["id"] == answer.headers["X-Request-ID"]
    assert set(line) == {"at", "level", "log", "id", "method", "route", "status", "ms", "who"}
    text = "\n".join(seen.lines)
    for planted in (NAME, CITIZEN, PHONE, ward.chairman.name, ward.chairman.account.username):
        assert planted not in text


def test_an_address_with_a_uid_is_told_by_its_views_name(seen, client, ward, sign_in):
    official = Official.objects.first()
    sign_in(client, ward.chairman).get(f"/can-bo/{official.uid}/")
    assert lines(seen)[0]["route"] == "people:one"
    assert str(official.uid) not in seen.lines[0]


def test_what_is_typed_at_the_door_is_not_written(seen, client):
    client.post("/dang-nhap/", {"login": f"{CITIZEN}", "password": PASSWORD})
    text = "\n".join(seen.lines)
    assert lines(seen)[0]["route"] == "account_login"
    assert CITIZEN not in text
    assert PASSWORD not in text


def test_an_address_that_does_not_exist_is_not_repeated(seen, client):
    client.get(f"/{PHONE}/{CITIZEN}/")
    assert lines(seen)[0]["route"] == "-"
    assert PHONE not in "\n".join(seen.lines)


def test_a_broken_page_shows_the_code_that_its_fault_is_logged_under(seen, ward, sign_in):
    client = sign_in(Client(raise_request_exception=False), ward.chairman)
    with patch("chuan.people.views.searching.render", side_effect=ValueError(f"{NAME} {CITIZEN}")):
        answer = client.get(f"/tim/?tim={NAME}")
    code = answer.headers["X-Request-ID"]
    assert answer.status_code == 500
    assert code in answer.content.decode()
    (fault,) = lines(seen, "django.request")
    assert (fault["id"], fault["fault"]["type"]) == (code, "ValueError")
    assert any(place.startswith("chuan.people.views.searching:") for place in fault["fault"]["places"])
    assert NAME not in "\n".join(seen.lines)
    assert CITIZEN not in "\n".join(seen.lines)


def test_a_visitor_does_not_choose_the_code(client):
    answer = client.get("/dang-nhap/", headers={"x-request-id": "7KMQ-2XPD"})
    code = answer.headers["X-Request-ID"]
    assert code != "7KMQ-2XPD"
    assert set(code) <= set(LETTERS + "-")
    assert current() == ""


def test_another_host_name_is_not_repeated(seen, client):
    client.get("/dang-nhap/", headers={"host": f"{PASSWORD}.example"})
    assert PASSWORD not in "\n".join(seen.lines)


def test_an_unknown_method_is_not_repeated(seen, client):
    client.generic("HOA", "/dang-nhap/")
    assert lines(seen)[0]["method"] == "?"


def test_whoever_watches_the_machine_does_not_fill_the_log(seen, client):
    assert client.get("/healthz").headers["X-Request-ID"]
    assert lines(seen) == []
