"""What the office's network is served with: the certificate of the house, TLS 1.3, no older version to fall back to."""

from __future__ import annotations

import inspect
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import granian
import pytest
from granian.constants import SSLProtocols

from chuan import serving
from chuan.upkeep.lan.authority import Certified


class Server:
    """Granian as far as it is told what to serve; nothing listens."""

    told: dict[str, Any]

    def __init__(self, _target: str, **told: Any) -> None:
        Server.told = told

    def serve(self) -> None:
        """Nothing."""


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Serve, and give back what the server was told."""
    monkeypatch.setattr(granian, "Granian", Server)
    monkeypatch.setattr(serving, "require_free", lambda *_where: None)
    monkeypatch.setattr(serving, "_hold_data", lambda: (tmp_path / "held").open("w"))
    monkeypatch.setenv("CHUAN_WORKER", "")

    def serve(certified: Certified | None) -> dict[str, Any]:
        serving.serve(host="192.168.1.10", port=8443, certified=certified)
        return Server.told

    return serve


def test_the_offices_network_is_served_by_tls_1_3_or_not_at_all(told: Any, tmp_path: Path) -> None:
    """OWASP ASVS 5.0, 12.1.1 and 12.1.2. The lowest version is what the locked granian takes where none is named."""
    pem, key = tmp_path / "may-chu.pem", tmp_path / "may-chu.key"
    given = told(Certified(pem, key, tmp_path / "goc.pem", "3A", datetime(2027, 1, 1, tzinfo=UTC)))
    assert (given["ssl_cert"], given["ssl_key"]) == (pem, key)
    lowest = inspect.signature(granian.server.Server.__init__).parameters["ssl_protocol_min"].default
    assert given.get("ssl_protocol_min", lowest) is SSLProtocols.tls13


def test_elsewhere_nothing_is_encrypted_here_and_no_sockets_of_other_kinds_are_opened(told: Any) -> None:
    given = told(None)
    assert (given["ssl_cert"], given["ssl_key"], given["websockets"]) == (None, None, False)
