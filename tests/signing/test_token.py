"""A signing device: what is on it, what it signs, and everything that goes wrong with one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from chuan.exchange.signing.refusals import SignatureNotOfThis
from chuan.exchange.signing.token import Token, plugged
from chuan.exchange.signing.token_refusals import (
    CertificateNone,
    CertificatesSeveral,
    ModuleUnusable,
    PinLocked,
    PinWrong,
    TokenMissing,
    TokensSeveral,
    TokenSupportMissing,
    TokenUnplugged,
)
from tests.signing import device
from tests.signing.authority import Authority

pkcs11 = pytest.importorskip("pkcs11", reason="python-pkcs11 không có: thiết bị ký KHÔNG được kiểm")


@pytest.fixture
def pin() -> Callable[[], str]:
    """Asks for the right PIN and counts how often."""

    def ask() -> str:
        ask.asked += 1
        return device.PIN

    ask.asked = 0
    return ask


@pytest.fixture
def chairman(module: str) -> Iterator[Token]:
    with plugged(module, label="chu-tich") as token:
        yield token


def test_the_only_certificate_is_found_without_a_pin_and_brings_its_issuer(chairman: Token, trust: Authority):
    held = chairman.choose()
    assert held.certificate.name == "Người Ký"
    assert held.certificate.chain == trust.person("chairman").chain


def test_the_device_signs_and_asks_for_the_pin_once(chairman: Token, pin):
    held = chairman.choose()
    for data in (b"mot", b"hai"):
        held.certificate.check_signature(chairman.sign(held, data, pin=pin), data)
    assert pin.asked == 1


def test_an_rsa_key_signs_too(module: str, pin):
    with plugged(module, label="van-thu") as token:
        held = token.choose("Người Dùng RSA")
        held.certificate.check_signature(token.sign(held, b"x", pin=pin), b"x")


def test_an_rsa_key_of_a_device_that_only_signs_raw(module: str, pin, monkeypatch):
    with plugged(module, label="van-thu") as token:
        held = token.choose("Người Dùng RSA")
        real = token._key

        def raw_only(session, which):
            key = real(session, which)

            def sign(data, mechanism):
                if mechanism is not pkcs11.Mechanism.RSA_PKCS:
                    raise pkcs11.exceptions.MechanismInvalid
                return key.sign(data, mechanism=mechanism)

            return SimpleNamespace(sign=sign)

        monkeypatch.setattr(token, "_key", raw_only)
        held.certificate.check_signature(token.sign(held, b"x", pin=pin), b"x")


def test_several_certificates_must_be_chosen_from_by_name_or_serial(module: str, trust: Authority):
    with plugged(module, label="van-thu") as token:
        with pytest.raises(CertificatesSeveral, match="Người Dùng RSA"):
            token.choose()
        serial = f"{trust.person('clerk').certificate.serial_number:X}"
        assert token.choose(serial).certificate.name == "Trần Thị Văn Phòng"
        assert token.choose(serial.lower()).certificate.chain == trust.person("clerk").chain


def test_a_certificate_without_its_key_cannot_sign(module: str, pin):
    with plugged(module, label="van-thu") as token, pytest.raises(CertificateNone):
        token.sign(token.choose("Người Ký Thay"), b"x", pin=pin)


def test_an_empty_device_and_a_name_that_is_not_there(module: str, chairman: Token):
    with plugged(module, label="trong") as token, pytest.raises(CertificateNone):
        token.choose()
    with pytest.raises(CertificateNone):
        chairman.choose("Người Khác")


def test_several_devices_must_be_chosen_from(module: str):
    with pytest.raises(TokensSeveral, match="chu-tich; trong; van-thu"), plugged(module):
        pass


def test_no_device_of_that_name(module: str):
    with pytest.raises(TokenMissing), plugged(module, label="khong-co"):
        pass


def test_a_library_that_is_none(module: str, tmp_path: Path):
    for path in (tmp_path / "khong-co.so", Path(__file__)):
        with pytest.raises(ModuleUnusable), plugged(str(path)):
            pass


def test_without_the_optional_package_the_way_to_it_is_told(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pkcs11", None)
    with pytest.raises(TokenSupportMissing, match=r"chuan\[token\]"), plugged("/x.so"):
        pass


def test_a_wrong_pin_is_asked_once_and_never_shown(chairman: Token):
    asked: list[str] = []

    def wrong() -> str:
        asked.append("")
        return device.WRONG_PIN

    held = chairman.choose()
    with pytest.raises(PinWrong) as refused:
        chairman.sign(held, b"x", pin=wrong)
    assert len(asked) == 1
    assert device.WRONG_PIN not in str(refused.value)


def test_after_a_wrong_pin_the_right_one_signs(chairman: Token, pin):
    held = chairman.choose()
    with pytest.raises(PinWrong):
        chairman.sign(held, b"x", pin=lambda: device.WRONG_PIN)
    assert chairman.sign(held, b"x", pin=pin)


@pytest.mark.parametrize(
    ("raised", "refused"),
    [("DeviceRemoved", TokenUnplugged), ("TokenNotPresent", TokenUnplugged), ("SessionHandleInvalid", TokenUnplugged),
     ("FunctionFailed", TokenUnplugged), ("PinLocked", PinLocked), ("PinExpired", PinLocked)],
)  # fmt: skip
def test_a_device_unplugged_half_way_or_locked(chairman: Token, pin, monkeypatch, raised: str, refused: type):
    held = chairman.choose()
    assert chairman.sign(held, b"first", pin=pin)

    def gone(*_):
        raise getattr(pkcs11.exceptions, raised)

    monkeypatch.setattr(chairman, "_key", gone)
    with pytest.raises(refused):
        chairman.sign(held, b"second", pin=pin)


def test_a_device_that_answers_with_another_key_is_caught(module: str, chairman: Token, pin, monkeypatch):
    held = chairman.choose()
    with plugged(module, label="van-thu") as other:
        wrong = other.choose("Trần Thị Văn Phòng")
        monkeypatch.setattr(other, "_key", lambda session, _: Token._key(other, session, wrong))
        with pytest.raises(SignatureNotOfThis):
            other.sign(held, b"x", pin=pin)
