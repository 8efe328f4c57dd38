"""Passkeys, with an authenticator written here: a setting, off; the answer must hold, for this house, once."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from chuan.people.models import Passkey
from tests import factors as app
from tests.examine import examine, open_page
from tests.people import Ward

ADD = "/tai-khoan/khoa-truy-cap/them/"
ORIGIN = "http://testserver"


@dataclass
class Device:
    """A key and its counter, answering as a browser would."""

    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    identity: bytes = field(default_factory=lambda: os.urandom(16))
    counter: int = 0

    def made(self, asked: dict, origin: str = ORIGIN) -> str:
        """A new credential for what the page asked."""
        client = self._client("webauthn.create", asked, origin)
        public = ES256.from_cryptography_key(self.key.public_key())
        credential = AttestedCredentialData.create(b"\0" * 16, self.identity, public)
        data = AuthenticatorData.create(sha256(b"testserver"), 0x45, 0, bytes(credential))
        attested = AttestationObject.create("none", data, {})
        return self._said(clientDataJSON=client, attestationObject=attested)

    def signed(self, asked: dict, origin: str = ORIGIN, host: bytes = b"testserver") -> str:
        """The answer to a challenge."""
        self.counter += 1
        client = self._client("webauthn.get", asked, origin)
        data = AuthenticatorData.create(sha256(host), 0x05, self.counter)
        signature = self.key.sign(bytes(data) + client.hash, ec.ECDSA(hashes.SHA256()))
        return self._said(clientDataJSON=client, authenticatorData=data, signature=signature)

    def _client(self, kind: str, asked: dict, origin: str) -> CollectedClientData:
        return CollectedClientData.create(kind, asked["publicKey"]["challenge"], origin)

    def _said(self, **parts: bytes) -> str:
        name = websafe_encode(self.identity)
        response = {key: websafe_encode(bytes(value)) for key, value in parts.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response})


@pytest.fixture(autouse=True)
def offered(settings) -> None:
    """The installation offers passkeys."""
    settings.PASSKEYS = True


@pytest.fixture
def device(client, ward: Ward, sign_in) -> Device:
    """A device that the chairman has added."""
    app.with_app(ward.chairman.account)
    added = Device()
    page = open_page(sign_in(client, ward.chairman), ADD)
    answer = client.post(ADD, {"label": "Máy bàn", "answer": added.made(asked_on(page))})
    assert answer["Location"] == "/tai-khoan/"
    client.post("/dang-xuat/")
    return added


def asked_on(page) -> dict:
    return json.loads(page.one("#khoa-hoi").text)


def code_page(client: Client):
    app.password_given(client)
    return open_page(client, "/dang-nhap/ma/")


def test_a_passkey_stands_for_the_code(client, device, acts):
    page = code_page(client)
    answer = client.post("/dang-nhap/ma/", {"code": "", "answer": device.signed(asked_on(page))})
    assert answer["Location"] == "/"
    assert acts()[-1] == "sign_in"
    assert Passkey.objects.get().counter == 1


def test_and_for_the_proof_that_is_asked_again(client, ward, device):
    client.force_login(ward.chairman.account, backend="chuan.people.signin.LockingBackend")
    page = open_page(client, client.get("/can-bo/them/")["Location"])
    answer = client.post("/xac-nhan-lai/", {"answer": device.signed(asked_on(page)), "next": "/can-bo/them/"})
    assert answer["Location"] == "/can-bo/them/"
    assert client.get("/can-bo/them/").status_code == 200


@pytest.mark.parametrize(
    "changed",
    [{"origin": "http://testserver.example"}, {"host": b"example"}, {"origin": "https://testserver"}],
)
def test_an_answer_for_another_house_opens_nothing(client, device, changed):
    page = code_page(client)
    answer = client.post("/dang-nhap/ma/", {"answer": device.signed(asked_on(page), **changed)})
    assert "chưa được chấp nhận" in examine(answer, status=422).notice
    assert "_auth_user_id" not in client.session


def test_an_answer_counts_once(client, device):
    said = device.signed(asked_on(code_page(client)))
    client.post("/dang-nhap/ma/", {"answer": said})
    client.post("/dang-xuat/")
    code_page(client)
    assert client.post("/dang-nhap/ma/", {"answer": said}).status_code == 422


def test_a_copied_key_is_noticed_by_its_counter(client, device):
    Passkey.objects.update(counter=7)
    page = code_page(client)
    assert client.post("/dang-nhap/ma/", {"answer": device.signed(asked_on(page))}).status_code == 422


@pytest.mark.parametrize("said", ["{", "[]", '{"id": 1}', "x" * 100, '{"response": {}}'])
def test_what_is_no_answer_is_refused_and_counted(client, device, said, acts):
    code_page(client)
    assert client.post("/dang-nhap/ma/", {"answer": said}).status_code == 422
    assert acts()[-1] == "fail_code"


def test_another_s_key_opens_nothing(client, ward, device):
    app.with_app(ward.clerk.account)
    app.password_given(client, "clerk")
    page = open_page(client, "/dang-nhap/ma/")
    assert not page.find("#khoa-hoi")
    asked = {"publicKey": {"challenge": b"x" * 32}}
    assert client.post("/dang-nhap/ma/", {"answer": device.signed(asked)}).status_code == 422


def test_a_forged_key_is_not_added(client, ward, device, sign_in):
    page = open_page(sign_in(client, ward.chairman), ADD)
    said = Device().made(asked_on(page), origin="https://example.org")
    examine(client.post(ADD, {"label": "Lạ", "answer": said}), ADD, status=422)
    assert Passkey.objects.count() == 1


def test_a_key_is_removed_by_its_owner_only(client, ward, device, sign_in):
    address = f"/tai-khoan/khoa-truy-cap/{Passkey.objects.get().uid}/bo/"
    assert sign_in(Client(), ward.clerk).post(address).status_code == 404
    sign_in(client, ward.chairman).post(address)
    assert not Passkey.objects.exists()


def test_without_an_app_there_is_no_passkey(client, ward, sign_in):
    assert sign_in(client, ward.clerk).get(ADD)["Location"] == "/tai-khoan/xac-thuc/thiet-lap/"


def test_off_means_no_such_address_and_no_question(client, ward, device, sign_in, settings):
    settings.PASSKEYS = False
    assert not code_page(client).find("#khoa-hoi")
    client = sign_in(Client(), ward.chairman)
    assert client.get(ADD).status_code == 404
    assert client.post(f"/tai-khoan/khoa-truy-cap/{Passkey.objects.get().uid}/bo/").status_code == 404
    assert "Khóa truy cập" not in open_page(client, "/tai-khoan/").text
