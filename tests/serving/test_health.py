"""/healthz: for whoever watches over the machine."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client


@pytest.mark.django_db
def test_it_says_ok_to_a_stranger_with_one_statement(client: Client, django_assert_num_queries):
    with django_assert_num_queries(1) as statements:
        answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert statements.captured_queries[0]["sql"] == "SELECT 1"
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert not answer.cookies


def test_it_says_so_when_the_database_does_not_answer(client: Client):
    with patch("chuan.health.connection.cursor", side_effect=OperationalError("away")):
        answer = client.get("/healthz")
    assert answer.status_code == 503
    assert "Cơ sở dữ liệu không trả lời" in answer.content.decode()
    assert "away" not in answer.content.decode()


@pytest.mark.django_db
def test_it_is_asked_from_the_machine_itself_without_encryption(client: Client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200
    assert client.get("/dang-nhap/").status_code == 301
