"""Địa chỉ trên mạng nội bộ, for the keeper."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from chuan.offers.examinations import Finding, Grade, Looking
from chuan.upkeep.findings import safety
from chuan.upkeep.lan.authority import certify
from tests.examine import open_page, sign_in
from tests.people import Ward

pytestmark = pytest.mark.django_db
PAGE = "/he-thong/dia-chi/"
URL = "https://192.168.1.10:8443/"


def test_the_page_shows_address_picture_and_what_to_compare(
    ward: Ward, client: Client, settings, tmp_path: Path
):
    made = certify(tmp_path, ipaddress.ip_address("192.168.1.10"), "", at=datetime.now(UTC))
    settings.LAN, settings.LAN_DIR = URL, tmp_path
    page = open_page(sign_in(client, ward.administrator), PAGE)
    assert URL in page.text
    assert made.fingerprint in page.text
    assert page.find("svg[@viewBox]") or "viewBox" in page.html
    answer = client.get(page.link("Tải chứng thư gốc"))
    assert answer.content.startswith(b"-----BEGIN CERTIFICATE-----")
    assert b"PRIVATE" not in answer.content


def test_without_the_network_the_page_says_how_to_begin(ward: Ward, client: Client, settings):
    settings.LAN = ""
    page = open_page(sign_in(client, ward.administrator), PAGE)
    assert "chuan serve --lan" in page.text
    assert client.get(f"{PAGE}chung-thu-goc/").status_code == 404


def test_only_keepers_open_it(ward: Ward, client: Client):
    open_page(sign_in(client, ward.clerk), PAGE, status=403)


def about_certificates(at: datetime) -> list[Finding]:
    return [
        one for one in safety.examine(Looking(at=at, on=at.date())) if "chứng thư" in one.sentence.lower()
    ]


def test_a_server_that_was_not_started_for_long_is_told_before_its_certificate_ends(settings, tmp_path: Path):
    made = certify(tmp_path, ipaddress.ip_address("192.168.1.10"), "", at=datetime.now(UTC))
    settings.LAN, settings.LAN_DIR = URL, tmp_path
    soon = made.ends - timedelta(days=30)
    (found,) = about_certificates(soon)
    assert found.grade is Grade.LOOK
    assert "Chứng thư của mạng nội bộ hết hạn" in found.sentence
    (tmp_path / "may-chu.pem").write_bytes(b"x")
    (found,) = about_certificates(soon)
    assert found.grade is Grade.BROKEN
