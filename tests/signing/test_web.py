"""Only addresses that the unit named are asked; whatever is wrong with an answer is one silence."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from chuan.exchange.signing import Services, Web, web
from chuan.exchange.signing.web import Unreachable


class _Says(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind = self.path.strip("/").partition("/")[0]
        if kind == "elsewhere":
            self.send_response(302)
            self.send_header("Location", "/good")
            self.end_headers()
            return
        if kind == "silent":
            self.close_connection = True
            return
        self.send_response(500 if kind == "broken" else 200)
        self.end_headers()
        self.wfile.write(self.headers.get("Authorization", "none").encode() if kind == "good" else b"x" * 64)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Silence."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Says)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("named", "asked", "may"),
    [
        ("http://crl.vn/", "http://crl.vn/a.crl", True),
        ("http://crl.vn", "http://crl.vn/a.crl", True),
        ("http://crl.vn/ca", "http://crl.vn/ca/a.crl", True),
        ("http://crl.vn/ca/", "http://crl.vn/ca/a.crl", True),
        ("http://crl.vn/ca", "http://crl.vn/cat/a.crl", False),
        ("http://crl.vn/", "https://crl.vn/a.crl", False),
        ("http://crl.vn/", "http://crl.vn:8080/a.crl", False),
        ("http://crl.vn/", "http://crl.vn.evil.vn/a.crl", False),
        ("http://crl.vn/", "http://crl.vn@evil.vn/a.crl", False),
        ("http://crl.vn/", "http://127.0.0.1/", False),
        ("http://crl.vn/", "file:///etc/passwd", False),
        ("http://crl.vn/", "ldap://crl.vn/cn=x", False),
        ("http://crl.vn/", "http://crl.vn:x/", False),
        ("", "http://crl.vn/", False),
    ],
)
def test_which_addresses_may_be_asked(named: str, asked: str, may: bool):
    assert Web(Services(addresses=(named,))).may_ask(asked) is may


def test_an_answer_is_kept_and_so_is_a_silence(url: str, monkeypatch):
    asked: list[str] = []
    real = web._fetch
    monkeypatch.setattr(web, "_fetch", lambda address, *rest: asked.append(address) or real(address, *rest))
    asking = Web(Services(addresses=(url,)))
    assert asking.ask(f"{url}/good") == asking.ask(f"{url}/good") == b"none"
    for _ in range(2):
        with pytest.raises(Unreachable):
            asking.ask(f"{url}/broken")
    assert len(asked) == 2


@pytest.mark.parametrize("path", ["broken", "elsewhere", "silent"])
def test_errors_redirections_and_silence_are_no_answer(url: str, path: str):
    with pytest.raises(Unreachable):
        Web(Services(addresses=(url,), seconds=2)).ask(f"{url}/{path}")


def test_an_answer_without_end_is_no_answer(url: str, monkeypatch):
    monkeypatch.setattr(web, "_LARGEST", 10)
    with pytest.raises(Unreachable):
        Web(Services(addresses=(url,))).ask(f"{url}/long")


def test_nobody_listens(url: str):
    with pytest.raises(Unreachable):
        Web(Services(addresses=("http://127.0.0.1:9",), seconds=1)).ask("http://127.0.0.1:9/x")


@pytest.mark.parametrize("stamps", ["", "file:///etc/hostname", "http://127.0.0.1:9/tsa", "no address"])
def test_no_time_stamping_service(stamps: str):
    with pytest.raises(Unreachable):
        Web(Services(timestamp_url=stamps, seconds=1)).stamp(b"x")


def test_a_server_that_does_not_answer_is_not_asked_again(url: str, monkeypatch):
    asked: list[str] = []

    def nobody(address: str, *_: object) -> bytes:
        asked.append(address)
        raise TimeoutError

    monkeypatch.setattr(web, "_fetch", nobody)
    asking = Web(Services(timestamp_url=f"{url}/tsa", addresses=(url,)))
    for path in ("a", "b", "c"):
        with pytest.raises(Unreachable):
            asking.ask(f"{url}/{path}")
    with pytest.raises(Unreachable):
        asking.stamp(b"x")
    assert asked == [f"{url}/a"]
