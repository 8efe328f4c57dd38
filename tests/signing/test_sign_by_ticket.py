"""``chuan sign --server``: the whole way, with a device, over HTTP, to a document that has moved on."""

from __future__ import annotations

import getpass
import io
import json
import ssl
import threading
import urllib.error
from collections.abc import Iterator
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from asn1crypto import cms
from django.test import Client

from chuan import cli
from chuan.documents.models import Document
from chuan.documents.signing import actions as signing_actions
from chuan.documents.signing.actions import tickets
from chuan.documents.signing.steps import Role
from chuan.exchange.signing import asking
from chuan.exchange.signing.asking import Asker
from chuan.exchange.signing.asking_refusals import ServerSilent
from chuan.exchange.signing.token import Token
from chuan.exchange.signing.token_refusals import TokenUnplugged
from chuan.people.models import Official
from tests.people import Ward
from tests.signing import device
from tests.signing.authority import Authority
from tests.signing.office import Office, b64, settle

pytest.importorskip("pkcs11", reason="python-pkcs11 không có: thiết bị ký KHÔNG được kiểm")


@pytest.fixture
def office(ward: Ward, trust: Authority, unchecked: None) -> Office:
    return settle(ward, trust)


@pytest.fixture
def terminal(monkeypatch) -> dict[str, list[str]]:
    """Answers, PINs and what was asked."""
    said = {"answers": ["có"], "blind": [device.PIN], "asked": []}
    monkeypatch.setattr(
        "builtins.input", lambda text="": said["asked"].append(text) or said["answers"].pop(0)
    )
    monkeypatch.setattr(
        getpass, "getpass", lambda text="": said["asked"].append(text) or said["blind"].pop(0)
    )
    return said


SERVER = "http://127.0.0.1:8000"


@pytest.fixture
def server(monkeypatch) -> str:
    """The product behind that address, without a socket: requests go to its views and answers come back."""
    client = Client(enforce_csrf_checks=True)

    class Bridge:
        def open(self, request, timeout: float):
            assert request.full_url.startswith(f"{SERVER}/van-ban/ky/lenh/")
            path = request.full_url.removeprefix(SERVER)
            answer = client.post(path, request.data, content_type=request.headers["Content-type"])
            body = io.BytesIO(answer.content)
            if answer.status_code >= 300:
                raise urllib.error.HTTPError(request.full_url, answer.status_code, "", Message(), body)
            return body

    monkeypatch.setattr(asking, "_opener", lambda tls: Bridge())
    return SERVER


def run(server: str, code: str, module: str, *more: str, token: str = "chu-tich") -> int:
    ticket = ["--ticket", code] if code else []
    return cli.main(["sign", "--server", server, *ticket, "--module", module, "--token", token, *more])


def test_two_documents_are_signed_with_one_code(office: Office, server, module: str, terminal, capsys):
    documents = [office.waiting(), office.waiting()]
    opened = office.open(*documents)
    assert run(server, opened.code, module) == 0
    said = capsys.readouterr()
    assert {one.stage for one in Document.objects.all()} == {"signed"}
    assert documents[0].blob.digest in said.out
    assert documents[0].subject in said.out
    assert "Đã ký xong 2/2 văn bản." in said.out
    assert opened.code not in said.out + said.err
    assert terminal["asked"] == ["Ký 2 văn bản? (có/không) ", "Mã PIN của thiết bị chu-tich: "]


def test_the_seal_with_its_number_and_date(office: Office, server, module: str, terminal, capsys):
    seals = office.trust.person("rsa")
    signing_actions.register_certificate(seals.der, None, by=office.clerk, at=office.trust.now())
    opened = office.open(office.numbered(), role=Role.SEAL)
    assert run(server, opened.code, module, "--certificate", "Người Dùng RSA", token="van-thu") == 0
    assert "4 chữ ký" in capsys.readouterr().out
    assert Document.objects.get().stage == "sealed"


def test_without_a_code_on_the_line_it_is_asked_for(office: Office, server, module: str, terminal):
    opened = office.open(office.waiting())
    terminal["blind"].insert(0, opened.code)
    assert run(server, "", module) == 0
    assert terminal["asked"][0] == "Mã ký: "


def test_a_no_signs_nothing(office: Office, server, module: str, terminal):
    terminal["answers"] = ["không"]
    assert run(server, office.open(office.waiting()).code, module) == 1
    assert Document.objects.get().stage == "to_sign"


def test_the_servers_refusals_are_shown_as_they_are(office: Office, server, module: str, terminal, capsys):
    assert run(server, "sai", module) == 2
    assert "Mã ký không đúng" in capsys.readouterr().err
    Official.objects.filter(pk=office.ward.chairman.pk).update(name="Người Ký")
    opened = office.open(office.waiting())
    assert run(server, opened.code, module, "--certificate", "Trần Thị Văn Phòng", token="van-thu") == 2
    assert "không phải của Người Ký" in capsys.readouterr().err


def test_a_device_unplugged_half_way_says_what_is_done(
    office: Office, server, module: str, terminal, capsys, monkeypatch
):
    documents = [office.waiting() for _ in range(3)]
    monkeypatch.setattr(tickets, "AT_ONCE", 2)
    real, signed = Token.sign, []

    def unplugged(self, held, data, *, pin):
        signed.append(1)
        if len(signed) > 2:
            raise TokenUnplugged()
        return real(self, held, data, pin=pin)

    monkeypatch.setattr(Token, "sign", unplugged)
    assert run(server, office.open(*documents).code, module) == 2
    said = capsys.readouterr().err
    assert "Đã ký xong 2/3 văn bản; phần còn lại chưa ký." in said
    assert "bị rút ra" in said
    assert sorted(Document.objects.values_list("stage", flat=True)) == ["signed"] * 2 + ["to_sign"]


@pytest.fixture
def liar() -> Iterator[ThreadingHTTPServer]:
    """A server that says what it is told to say; ``says`` is (status, body) by the last part of the address."""

    class Liar(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            status, body = liar.says[self.path.strip("/").rsplit("/", 1)[-1]]
            self.send_response(status)
            if status in (301, 302, 307):
                self.send_header("Location", "http://127.0.0.1:9/")
            self.end_headers()
            self.wfile.write(body if isinstance(body, bytes) else json.dumps(body).encode())

        def log_message(self, *_: object) -> None:
            """Silence."""

    liar = ThreadingHTTPServer(("127.0.0.1", 0), Liar)
    thread = threading.Thread(target=liar.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield liar
    liar.shutdown()
    liar.server_close()
    thread.join()


BEGUN = {
    "unit": "phường", "official": "ai", "role": "ký",
    "documents": [{"document": "1", "title": "t", "subject": "s", "number": "", "sha256": "", "signatures": 1}],
}  # fmt: skip

ITEM = {"document": "1", "field": "person", "digest": "00", "mechanism": "sha256_rsa"}


@pytest.mark.parametrize(
    "says",
    [
        {"mo": (200, b"<html>")},
        {"mo": (200, [])},
        {"mo": (200, {})},
        {"mo": (500, b"Server Error")},
        {"mo": (302, b"")},
        {"mo": (200, BEGUN), "cho": (200, {"items": [{"document": "1"}], "left": 1, "refused": []})},
        {"mo": (200, BEGUN), "cho": (200, {"left": 0})},
        {"mo": (200, BEGUN), "cho": (200, {"items": [ITEM | {"to_sign": "MQA="}], "left": 1, "refused": []})},
        {"mo": (200, BEGUN), "cho": (200, {"items": [ITEM | {"to_sign": "AAAA"}], "left": 1, "refused": []})},
        {"mo": (200, BEGUN), "cho": (200, {"items": [ITEM | {"to_sign": 5}], "left": 1, "refused": []})},
    ],
)  # fmt: skip
def test_a_server_that_says_something_else_gets_no_signature(liar, module: str, terminal, capsys, says):
    liar.says = says
    assert run(f"http://127.0.0.1:{liar.server_address[1]}", "ma", module) == 2
    assert "không ký gì" in capsys.readouterr().err
    assert not [one for one in terminal["asked"] if "PIN" in one]


def test_bytes_that_are_not_a_documents_digest_are_not_signed(liar, module: str, terminal, capsys):
    """A server that wants something else signed, such as a certificate or another message, gets nothing."""
    attributes = cms.CMSAttributes([
        cms.CMSAttribute({"type": "content_type", "values": ["tst_info"]}),
        cms.CMSAttribute({"type": "message_digest", "values": [b"x" * 32]}),
    ])  # fmt: skip
    item = ITEM | {"digest": (b"x" * 32).hex(), "to_sign": b64(attributes.dump())}
    liar.says = {"mo": (200, BEGUN), "cho": (200, {"items": [item], "left": 1, "refused": []})}
    assert run(f"http://127.0.0.1:{liar.server_address[1]}", "ma", module) == 2
    assert "không ký gì" in capsys.readouterr().err


@pytest.mark.parametrize("server", ["http://127.0.0.1:9", "ftp://x", "http://", "https://127.0.0.1:9"])
def test_nobody_at_the_address(module: str, terminal, capsys, server: str):
    assert run(server, "ma", module) == 2
    assert "Không kết nối được" in capsys.readouterr().err


def test_https_with_the_offices_own_root(liar, module: str, terminal, capsys, trust: Authority, tmp_path):
    own, root = tmp_path / "may-chu.pem", tmp_path / "goc.pem"
    own.write_bytes(trust.server.pem)
    root.write_bytes(trust.root.pem)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(own)
    liar.socket = tls.wrap_socket(liar.socket, server_side=True)
    liar.says = {"mo": (409, {"refused": "Câu của máy chủ."})}
    url = f"https://127.0.0.1:{liar.server_address[1]}"
    assert run(url, "ma", module) == 2
    assert "Không kết nối được" in capsys.readouterr().err  # nobody vouches for it
    assert run(url, "ma", module, "--ca", str(root)) == 2
    assert capsys.readouterr().err.strip() == "Câu của máy chủ."


def test_http_to_another_machine_is_warned_about():
    assert Asker("https://chuan.example.vn", "x").private
    assert Asker("chuan.example.vn/", "x").server == "https://chuan.example.vn"
    assert Asker("http://127.0.0.1:8000/", "x").private
    assert not Asker("http://192.168.1.5:8000", "x").private
    with pytest.raises(ServerSilent):
        Asker("file:///etc/passwd", "x")
