"""A signing device (USB token, smart card) through PKCS#11: its certificates, and signatures of its keys.

The PIN is asked for by a function that the caller gives, once, right before the first signature;
it is never kept, printed or passed on. The private key never leaves the device.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from chuan.exchange.signing.certificates import Certificate, certificate_of, der_of, issuer_of
from chuan.exchange.signing.refusals import CertificateUnreadable
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

_DIGEST_INFO = {"sha256": bytes.fromhex("3031300d060960864801650304020105000420")}
"""What RSA PKCS#1 v1.5 puts before a digest (RFC 8017, 9.2), for devices that only sign it raw."""


@dataclass(frozen=True)
class Held:
    """A certificate on the device, and the name (CKA_ID) that its private key has there."""

    certificate: Certificate
    key: bytes
    label: str


class Token:
    """One device; made by ``plugged``."""

    def __init__(self, token: Any, p11: ModuleType) -> None:
        self._token, self._p11 = token, p11
        self._session: Any = None

    @property
    def label(self) -> str:
        """The name of the device."""
        return str(self._token.label)

    def certificates(self) -> list[Held]:
        """Every certificate that is not an authority's, with what is above it on the device."""
        with self._talking(), self._token.open() as session:
            found = list(self._read(session))
        every = [one.certificate.x509 for one in found]
        issuers = {der_of(above) for one in every if (above := issuer_of(one, every)) is not None}
        return [_chained(one, found) for one in found if one.certificate.der not in issuers]

    def choose(self, wanted: str = "") -> Held:
        """The certificate whose serial number, SHA-256 or name is ``wanted``; without it the only one.

        Raises ``CertificateNone``, ``CertificatesSeveral``.
        """
        held = self.certificates()
        fitting = [one for one in held if _is(one.certificate, wanted)] if wanted else held
        if not fitting:
            raise CertificateNone()
        if len(fitting) > 1:
            names = "; ".join(f"{one.certificate.name} ({one.certificate.serial})" for one in fitting)
            raise CertificatesSeveral(names=names)
        return fitting[0]

    def sign(self, held: Held, data: bytes, *, pin: Callable[[], str]) -> bytes:
        """The signature of the key of ``held`` over ``data``, as ``Certificate.mechanism`` says.

        ``pin`` is called before the first signature only. Raises ``PinWrong``, ``PinLocked``,
        ``TokenUnplugged``, ``CertificateNone`` when the key is not on the device, ``SignatureNotOfThis``.
        """
        with self._talking():
            key = self._key(self._signed_in(pin), held)
            signature = self._signed(key, held.certificate, data)
        held.certificate.check_signature(signature, data)
        return signature

    def close(self) -> None:
        """Sign out of the device."""
        session, self._session = self._session, None
        if session is not None:
            with _quietly(self._p11):
                session.close()

    def _signed_in(self, pin: Callable[[], str]) -> Any:
        if self._session is None:
            self._session = self._token.open(user_pin=pin())
        return self._session

    def _read(self, session: Any) -> Iterator[Held]:
        kind = {self._p11.Attribute.CLASS: self._p11.ObjectClass.CERTIFICATE}
        for one in session.get_objects(kind):
            der = bytes(one[self._p11.Attribute.VALUE])
            try:
                certificate_of(der)
            except CertificateUnreadable:
                continue
            yield Held(
                Certificate(der), bytes(one[self._p11.Attribute.ID]), str(one[self._p11.Attribute.LABEL])
            )

    def _key(self, session: Any, held: Held) -> Any:
        kind = self._p11.ObjectClass.PRIVATE_KEY
        try:
            return session.get_key(object_class=kind, id=held.key)
        except (self._p11.NoSuchKey, self._p11.MultipleObjectsReturned):
            raise CertificateNone() from None

    def _signed(self, key: Any, certificate: Certificate, data: bytes) -> bytes:
        mechanism, digest = self._p11.Mechanism, hashlib.new(certificate.md, data).digest()
        if certificate.mechanism.endswith("_ecdsa"):
            from pkcs11.util.ec import encode_ecdsa_signature

            return bytes(encode_ecdsa_signature(key.sign(digest, mechanism=mechanism.ECDSA)))
        try:
            return bytes(key.sign(data, mechanism=mechanism.SHA256_RSA_PKCS))
        except self._p11.exceptions.MechanismInvalid:
            return bytes(key.sign(_DIGEST_INFO["sha256"] + digest, mechanism=mechanism.RSA_PKCS))

    @contextmanager
    def _talking(self) -> Iterator[None]:
        known = self._p11.exceptions
        try:
            yield
        except (known.PinIncorrect, known.PinInvalid, known.PinLenRange):
            raise PinWrong() from None
        except (known.PinLocked, known.PinExpired):
            raise PinLocked() from None
        except known.PKCS11Error:
            self._session = None
            raise TokenUnplugged() from None


@contextmanager
def plugged(module: str, *, label: str = "") -> Iterator[Token]:
    """The device that is plugged in, through the PKCS#11 library at ``module``; ``label`` chooses among several.

    Raises ``TokenSupportMissing``, ``ModuleUnusable``, ``TokenMissing``, ``TokensSeveral``.
    """
    try:
        import pkcs11
    except ImportError:
        raise TokenSupportMissing() from None
    token = Token(_only(_tokens(pkcs11, module, label)), pkcs11)
    try:
        yield token
    finally:
        token.close()


def _tokens(p11: ModuleType, module: str, label: str) -> list[Any]:
    try:
        library = p11.lib(module)
    except (p11.PKCS11Error, RuntimeError, OSError):
        raise ModuleUnusable(module=module) from None
    try:
        library.reinitialize()  # a device plugged in since then is seen
        found = list(library.get_tokens())
    except p11.PKCS11Error:
        raise TokenMissing() from None
    ready = [one for one in found if p11.TokenFlag.TOKEN_INITIALIZED in one.flags]
    return [one for one in ready if not label or one.label == label]


def _only(tokens: list[Any]) -> Any:
    if not tokens:
        raise TokenMissing()
    if len(tokens) > 1:
        raise TokensSeveral(labels="; ".join(sorted(str(one.label) for one in tokens)))
    return tokens[0]


def _chained(one: Held, found: list[Held]) -> Held:
    pool = [held.certificate.x509 for held in found]
    chain: list[bytes] = []
    above = issuer_of(one.certificate.x509, pool)
    while above is not None and above.subject != above.issuer and der_of(above) not in chain:
        chain.append(der_of(above))
        above = issuer_of(above, pool)
    return Held(Certificate(one.certificate.der, tuple(chain)), one.key, one.label)


def _is(certificate: Certificate, wanted: str) -> bool:
    plain = wanted.replace(":", "").replace(" ", "").lower().lstrip("0")
    return wanted == certificate.name or plain in (certificate.serial.lower().lstrip("0"), certificate.digest)


@contextmanager
def _quietly(p11: ModuleType) -> Iterator[None]:
    try:
        yield
    except p11.PKCS11Error:
        return
