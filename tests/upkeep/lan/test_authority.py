"""The house's own certificates: made once, renewed in time, trusted for the office's network alone, keys kept close."""

from __future__ import annotations

import ipaddress
import os
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from chuan.upkeep.lan.authority import AUTHORITY_LASTS, RENEWED, SERVER_LASTS, Certified, certify
from chuan.upkeep.lan.refusals import KeyBroken, KeyUnreadable

AT = datetime.now(UTC)
HERE = ipaddress.ip_address("192.168.1.10")
NAME = "may-chu.local"


def made(folder: Path, address=HERE, name: str = NAME, at: datetime = AT) -> Certified:
    return certify(folder, address, name, at=at)


def shake(found: Certified, host: str) -> None:
    """A whole TLS handshake without a network; raises where a client would not trust the server."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(found.certificate, found.key)
    client = ssl.create_default_context(cafile=str(found.authority))
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    sides = [
        client.wrap_bio(to_client, to_server, server_hostname=host),
        server.wrap_bio(to_server, to_client, server_side=True),
    ]
    for _ in range(4):
        for side in sides:
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
    assert sides[0].version() == "TLSv1.3"


@pytest.mark.parametrize("host", ["192.168.1.10", NAME])
def test_a_machine_that_trusts_the_authority_trusts_the_server(tmp_path: Path, host: str):
    shake(made(tmp_path), host)


@pytest.mark.parametrize(("address", "name"), [("8.8.8.8", ""), ("192.168.1.10", "ngan-hang.vn")])
def test_the_authority_is_worth_nothing_outside_the_office(tmp_path: Path, address: str, name: str):
    found = made(tmp_path, ipaddress.ip_address(address), name)
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        shake(found, name or address)


def test_another_name_is_not_trusted(tmp_path: Path):
    with pytest.raises(ssl.SSLCertVerificationError):
        shake(made(tmp_path), "192.168.1.11")


def test_a_second_start_changes_nothing(tmp_path: Path):
    first = made(tmp_path)
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    assert made(tmp_path) == first
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()} == before


def test_a_new_address_or_an_end_that_is_near_makes_a_new_certificate_by_the_same_authority(tmp_path: Path):
    first = made(tmp_path)
    moved = made(tmp_path, ipaddress.ip_address("10.0.0.5"))
    shake(moved, "10.0.0.5")
    late = made(tmp_path, at=first.ends - RENEWED + timedelta(days=1))
    assert late.ends > first.ends
    assert first.fingerprint == moved.fingerprint == late.fingerprint


def test_an_authority_near_its_end_is_made_anew(tmp_path: Path):
    first = made(tmp_path)
    later = made(tmp_path, at=AT + AUTHORITY_LASTS - SERVER_LASTS)
    assert later.fingerprint != first.fingerprint


@pytest.mark.skipif(os.name != "posix", reason="permissions of files are POSIX's")
def test_keys_are_for_their_owner_alone(tmp_path: Path):
    made(tmp_path / "lan")
    assert (tmp_path / "lan").stat().st_mode & 0o077 == 0
    assert {one.name for one in (tmp_path / "lan").glob("*.key") if one.stat().st_mode & 0o077} == set()


@pytest.mark.parametrize("name", ["chung-thu-goc.key", "chung-thu-goc.pem", "may-chu.key", "may-chu.pem"])
@pytest.mark.parametrize(
    "content", [b"", b"x", b"-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n"]
)
def test_a_damaged_key_is_a_sentence_and_never_replaced_silently(tmp_path: Path, name: str, content: bytes):
    made(tmp_path)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(KeyBroken):
        made(tmp_path)
    assert (tmp_path / name).read_bytes() == content


def test_half_of_the_authority_gone_is_said(tmp_path: Path):
    made(tmp_path)
    (tmp_path / "chung-thu-goc.key").unlink()
    with pytest.raises(KeyBroken):
        made(tmp_path)


def test_a_key_that_may_not_be_read_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made(tmp_path)
    real = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == "chung-thu-goc.key":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(KeyUnreadable) as refused:
        made(tmp_path)
    assert "chung-thu-goc.key" in refused.value.sentence
