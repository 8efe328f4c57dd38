"""``chuan serve --lan`` on this machine's own address: encrypted, under exactly these names."""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys

import pytest

from chuan import cli, lan_cli
from chuan.upkeep.lan.addresses import office_address

_TOLD = """
import json
from chuan import settings as s
print(json.dumps([s.ALLOWED_HOSTS, s.CSRF_TRUSTED_ORIGINS, s.SESSION_COOKIE_SECURE, s.SESSION_COOKIE_NAME,
                  s.SECURE_HSTS_SECONDS, s.SECURE_PROXY_SSL_HEADER, s.TRUSTED_PROXIES, s.LAN]))
"""


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CHUAN_HOSTS", "CHUAN_HTTPS", "CHUAN_LAN", "CHUAN_PROXIES"):
        monkeypatch.setenv(name, os.environ.get(name, ""))


def test_it_answers_to_these_names_alone_with_cookies_that_stay_secure():
    lan_cli._choose(office_address("192.168.1.10"), "may-chu.local", "https://192.168.1.10:8443/")
    done = subprocess.run(
        [sys.executable, "-c", _TOLD], env=os.environ, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == [
        ["192.168.1.10", "may-chu.local"], ["https://192.168.1.10", "https://may-chu.local"], True,
        "__Host-sessionid", 0, None, 0, "https://192.168.1.10:8443/",
    ]  # fmt: skip


def test_a_port_that_is_taken_is_a_sentence(capsys: pytest.CaptureFixture[str]):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert cli.main(["serve", "--lan", "--host", "127.0.0.1", "--port", str(port)]) == 2
    assert f"cổng {port}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "host", "port"), [([], "", 0), (["--lan"], "", 0), (["--port", "9000"], "", 9000)]
)
def test_the_usual_address_is_this_machine_alone(typed: list[str], host: str, port: int):
    given: argparse.Namespace = cli.parser().parse_args(["serve", *typed])
    assert (given.host, given.port) == (host, port)
