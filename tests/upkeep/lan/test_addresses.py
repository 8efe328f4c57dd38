"""An office's own network is served, and nothing that the world might reach."""

from __future__ import annotations

import ipaddress

import pytest

from chuan import cli
from chuan.paper.on_screen import in_letters
from chuan.paper.posters import squares
from chuan.upkeep.lan import addresses
from chuan.upkeep.lan.addresses import is_office, local_name, office_address, url_of
from chuan.upkeep.lan.refusals import AddressUnread, NoNetwork


@pytest.mark.parametrize(
    "text",
    ["10.0.0.5", "172.16.0.1", "172.31.255.254", "192.168.1.10", "169.254.7.7", "fd12::5", "fe80::1", "[fd12::5]"],
)  # fmt: skip
def test_private_addresses_are_an_offices_own(text: str):
    assert is_office(office_address(text))


@pytest.mark.parametrize(
    "text",
    ["8.8.8.8", "172.32.0.1", "100.64.0.1", "192.0.2.1", "203.0.113.4", "0.0.0.0", "::", "2001:db8::1",
     "::ffff:8.8.8.8", "224.0.0.1"],
)  # fmt: skip
def test_a_public_address_is_refused_before_anything_begins(text: str, capsys: pytest.CaptureFixture[str]):
    assert cli.main(["serve", "--lan", "--host", text]) == 2
    assert f"{text} không phải địa chỉ của mạng nội bộ" in capsys.readouterr().err


def test_a_word_is_no_address():
    with pytest.raises(AddressUnread):
        office_address("may-chu")


def test_a_machine_without_a_network_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(addresses, "_on_the_way", lambda: [ipaddress.ip_address("203.0.113.4")])
    monkeypatch.setattr(addresses, "_named", lambda: [ipaddress.ip_address("127.0.1.1")])
    with pytest.raises(NoNetwork):
        office_address("")


def test_the_machines_own_address_is_found(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(addresses, "_on_the_way", lambda: [ipaddress.ip_address("192.168.1.10")])
    assert str(office_address("")) == "192.168.1.10"


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("MAY-CHU", "may-chu.local"), ("may-chu.phuong.vn", "may-chu.local"), ("localhost", ""), ("máy", ""),
        ("may chu", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_name_on_the_network_is_a_local_one(monkeypatch: pytest.MonkeyPatch, host: str, name: str):
    monkeypatch.setattr("socket.gethostname", lambda: host)
    assert local_name() == name


def test_what_people_type_holds_the_port_where_it_is_needed():
    assert url_of(ipaddress.ip_address("192.168.1.10"), 8443) == "https://192.168.1.10:8443/"
    assert url_of(ipaddress.ip_address("fd12::5"), 443) == "https://[fd12::5]/"


def test_the_picture_in_letters_is_the_picture_with_a_quiet_edge():
    text = "https://192.168.1.10:8443/"
    lines = in_letters(text).splitlines()
    upper = {"█": "00", "▀": "01", "▄": "10", " ": "11"}
    drawn = [
        [upper[letter][half] == "1" for letter in line] for line in lines for half in (0, 1)
    ]  # dark squares, row by row
    rows = squares(text)
    assert [row[4 : 4 + len(rows)] for row in drawn[4 : 4 + len(rows)]] == rows
    assert not any(any(row) for row in drawn[:4] + drawn[4 + len(rows) :])
