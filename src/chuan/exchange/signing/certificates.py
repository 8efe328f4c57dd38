"""A signer's certificate: whose it is, whether it may sign today, and how its key signs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from asn1crypto import algos
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from chuan.exchange.signing.refusals import (
    CertificateExpired,
    CertificateNotForSigning,
    CertificateNotYet,
    CertificateUnreadable,
    SignatureNotOfThis,
)
from chuan.exchange.signing.zone import day_of

_SMALLEST_RSA = 2048


@dataclass(frozen=True)
class Certificate:
    """A signing certificate and the certificates above it, as DER."""

    der: bytes
    chain: tuple[bytes, ...] = ()

    @cached_property
    def x509(self) -> x509.Certificate:
        """The certificate itself. Raises ``CertificateUnreadable``."""
        return certificate_of(self.der)

    @property
    def name(self) -> str:
        """The common name of its holder; the whole subject when there is none."""
        named = self.x509.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(named[0].value) if named else self.x509.subject.rfc4514_string()

    @property
    def digest(self) -> str:
        """SHA-256 of the certificate in hexadecimal: how a register of certificates names it."""
        return self.x509.fingerprint(hashes.SHA256()).hex()

    @property
    def serial(self) -> str:
        """Its serial number in hexadecimal."""
        return f"{self.x509.serial_number:X}"

    @property
    def valid_from(self) -> datetime:
        """The first moment it is valid."""
        return self.x509.not_valid_before_utc

    @property
    def valid_to(self) -> datetime:
        """The last moment it is valid."""
        return self.x509.not_valid_after_utc

    @cached_property
    def md(self) -> str:
        """The digest that fits its key: SHA-256, with P-384 SHA-384, with P-521 SHA-512.

        Raises ``CertificateUnreadable`` for another kind of key or an RSA key under 2048 bits.
        """
        key = self.x509.public_key()
        if isinstance(key, rsa.RSAPublicKey) and key.key_size >= _SMALLEST_RSA:
            return "sha256"
        if isinstance(key, ec.EllipticCurvePublicKey):
            return {384: "sha384", 521: "sha512"}.get(key.key_size, "sha256")
        raise CertificateUnreadable()

    @property
    def mechanism(self) -> str:
        """How its key signs: ``sha256_rsa``, ``sha256_ecdsa``, ``sha384_ecdsa`` or ``sha512_ecdsa``."""
        return f"{self.md}_{'rsa' if isinstance(self.x509.public_key(), rsa.RSAPublicKey) else 'ecdsa'}"

    @property
    def algorithm(self) -> algos.SignedDigestAlgorithm:
        """The same, as written into the signature."""
        return algos.SignedDigestAlgorithm({"algorithm": self.mechanism})

    @property
    def as_asn1(self) -> asn1_x509.Certificate:
        """For pyHanko."""
        return asn1_x509.Certificate.load(self.der)

    @property
    def chain_as_asn1(self) -> list[asn1_x509.Certificate]:
        """For pyHanko."""
        return [asn1_x509.Certificate.load(one) for one in self.chain]

    def check_may_sign(self, *, at: datetime) -> None:
        """Raises ``CertificateExpired``, ``CertificateNotYet``, ``CertificateNotForSigning``.

        ``CertificateUnreadable`` when its key is of a kind that does not sign here.
        """
        if at > self.valid_to:
            raise CertificateExpired(name=self.name, on=day_of(self.valid_to))
        if at < self.valid_from:
            raise CertificateNotYet(name=self.name, on=day_of(self.valid_from))
        if not (self.md and _for_signing(self.x509)):
            raise CertificateNotForSigning(name=self.name)

    def check_signature(self, signature: bytes, data: bytes) -> None:
        """Raises ``SignatureNotOfThis`` unless this key signed these bytes."""
        key, md = self.x509.public_key(), getattr(hashes, self.md.upper())()
        try:
            if isinstance(key, rsa.RSAPublicKey):
                key.verify(signature, data, PKCS1v15(), md)
            elif isinstance(key, ec.EllipticCurvePublicKey):
                key.verify(signature, data, ec.ECDSA(md))
        except (InvalidSignature, ValueError):
            raise SignatureNotOfThis() from None


def certificate_from(data: bytes) -> Certificate:
    """A certificate out of a file, DER or PEM. Raises ``CertificateUnreadable``."""
    return Certificate(der_of(certificate_of(data)))


def certificate_of(der: bytes) -> x509.Certificate:
    """DER (or PEM) to a certificate. Raises ``CertificateUnreadable``."""
    try:
        found = (
            x509.load_der_x509_certificate(der) if der[:1] == b"\x30" else x509.load_pem_x509_certificate(der)
        )
        found.public_key()
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise CertificateUnreadable() from None
    return found


def issuer_of(one: x509.Certificate, pool: Iterable[x509.Certificate]) -> x509.Certificate | None:
    """The certificate of the pool that signed this one, or None."""
    for above in pool:
        if above.subject == one.issuer and _signed_by(one, above):
            return above
    return None


def is_own_issuer(one: x509.Certificate) -> bool:
    """Whether it names itself as its issuer: a root."""
    return one.subject == one.issuer


def der_of(one: x509.Certificate) -> bytes:
    """Back to bytes."""
    return one.public_bytes(Encoding.DER)


def _signed_by(one: x509.Certificate, above: x509.Certificate) -> bool:
    try:
        one.verify_directly_issued_by(above)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _for_signing(one: x509.Certificate) -> bool:
    try:
        usage = one.extensions.get_extension_for_class(x509.KeyUsage).value
    except (x509.ExtensionNotFound, ValueError):
        return True  # silent: RFC 5280 leaves every use open
    return usage.digital_signature or usage.content_commitment
