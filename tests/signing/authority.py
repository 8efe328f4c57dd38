"""A certification authority for tests, in memory: root, intermediate, time stamps, revocation, people.

Every certificate points to addresses of a server on 127.0.0.1 that ``tests.signing.responders`` starts;
without it nothing answers, and ``crls()`` and ``ocsps()`` give the same bytes to be used offline::

    trust = Authority()                          # pointers lead nowhere
    data = sign(blank(), "chairman", trust=trust)              # PAdES B-B in field "person"
    data = sign(data, "agency", trust=trust, field="seal", level="B-LTA")
    trust.root.der                               # the anchor to configure
    trust.revoke("chairman", at=datetime(...))   # from now on CRL and OCSP say so
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
DER = serialization.Encoding.DER
FROM, TO = datetime(2019, 1, 1, tzinfo=UTC), datetime(2049, 12, 31, tzinfo=UTC)

PEOPLE = {
    "chairman": "Người Ký",
    "head": "Ngô Văn Ký",
    "vice": "Người Ký Thay",
    "clerk": "Trần Thị Văn Phòng",
    "agency": "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG",
    "rsa": "Người Dùng RSA",
    "expired": "Người Hết Hạn",
    "future": "Người Chưa Tới Ngày",
    "revoked": "Người Bị Thu Hồi",
    "pointerless": "Người Không Địa Chỉ",
    "encrypting": "Người Chỉ Mã Hóa",
    "brief": "Người Sắp Hết Hạn",
}
"""All certified by the trusted intermediate; ``stranger`` bears the chairman's name under another root."""

_PERIODS = {
    "expired": (FROM, datetime(2020, 12, 31, tzinfo=UTC)),
    "brief": (FROM, datetime.now(UTC) + timedelta(days=365)),
    "future": (datetime(2045, 1, 1, tzinfo=UTC), TO),
}


@dataclass(frozen=True)
class Credential:
    """A certificate with its private key, and the certificates above it, nearest first."""

    certificate: x509.Certificate
    key: Key
    above: tuple[x509.Certificate, ...] = ()

    @property
    def der(self) -> bytes:
        """The certificate."""
        return self.certificate.public_bytes(DER)

    @property
    def pem(self) -> bytes:
        """Certificate and private key, as servers read them."""
        kept = serialization.NoEncryption()
        key = self.key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, kept)
        return self.certificate.public_bytes(serialization.Encoding.PEM) + key

    @property
    def chain(self) -> tuple[bytes, ...]:
        """The certificates above it, without the root."""
        return tuple(one.public_bytes(DER) for one in self.above if one.issuer != one.subject)

    @cached_property
    def asn1(self) -> asn1_x509.Certificate:
        """The certificate as pyHanko wants it."""
        return asn1_x509.Certificate.load(self.der)

    @cached_property
    def key_der(self) -> bytes:
        """The private key, PKCS#8."""
        kept = serialization.NoEncryption()
        return self.key.private_bytes(DER, serialization.PrivateFormat.PKCS8, kept)

    @property
    def asn1_key(self) -> asn1_keys.PrivateKeyInfo:
        """The private key as pyHanko wants it."""
        return asn1_keys.PrivateKeyInfo.load(self.key_der)

    def signature(self, data: bytes) -> bytes:
        """What a token would answer: ECDSA or RSA PKCS#1 v1.5 over the SHA-256 of ``data``."""
        from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15

        if isinstance(self.key, rsa.RSAPrivateKey):
            return self.key.sign(data, PKCS1v15(), hashes.SHA256())
        return self.key.sign(data, ec.ECDSA(hashes.SHA256()))


@dataclass
class Authority:
    """Root → issuing → people; root → time → TSA; root → answers OCSP itself, issuing has a responder."""

    url: str = "http://127.0.0.1:9"
    moment: datetime | None = None
    """What its clock shows; None is the real time."""
    down: set[str] = field(default_factory=set)
    """What does not answer: "tsa", "crl", "ocsp"."""
    asked: list[str] = field(default_factory=list)
    """Paths that its server was asked for."""
    _revoked: dict[int, datetime] = field(default_factory=dict)
    _people: dict[str, Credential] = field(default_factory=dict)

    def now(self) -> datetime:
        """The moment of its answers."""
        return self.moment or datetime.now(UTC)

    @cached_property
    def root(self) -> Credential:
        """The anchor."""
        return _issue("Chứng thực gốc thử nghiệm", None, ca=True)

    @cached_property
    def issuing(self) -> Credential:
        """Issues to people and agencies."""
        return self._under(self.root, "root", "Chứng thực cấp dưới thử nghiệm", ca=True)

    @cached_property
    def time(self) -> Credential:
        """Issues to the time-stamping service."""
        return self._under(self.root, "root", "Chứng thực dấu thời gian thử nghiệm", ca=True)

    @cached_property
    def tsa(self) -> Credential:
        """Stamps the time; RSA because the dummy time stamper knows no other."""
        use = ExtendedKeyUsageOID.TIME_STAMPING
        return self._under(self.time, "time", "Dấu thời gian thử nghiệm", use=use, key=_rsa())

    @cached_property
    def responder(self) -> Credential:
        """Answers OCSP for the issuing authority; itself never asked about (id-pkix-ocsp-nocheck)."""
        use = ExtendedKeyUsageOID.OCSP_SIGNING
        return _issue("Trả lời OCSP thử nghiệm", self.issuing, use=use, extra=(x509.OCSPNoCheck(),))

    @cached_property
    def server(self) -> Credential:
        """A web server on 127.0.0.1, vouched for by the root itself."""
        names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
        return _issue("may-chu.thu-nghiem", self.root, extra=(names,))

    @cached_property
    def stranger(self) -> Credential:
        """The chairman's name, issued by somebody nobody trusts."""
        return _issue(PEOPLE["chairman"], _issue("Chứng thực gốc lạ", None, ca=True))

    def person(self, who: str) -> Credential:
        """One of PEOPLE, or ``stranger``; always the same within one authority."""
        if who == "stranger":
            return self.stranger
        if who not in self._people:
            self._people[who] = self._make(who)
            if who == "revoked":
                self.revoke(who, at=datetime(2021, 1, 1, tzinfo=UTC))
        return self._people[who]

    def revoke(self, who: str, *, at: datetime) -> None:
        """From now on this certificate (or ``issuing``, ``time``, ``tsa``) is revoked since ``at``."""
        self._revoked[self._named(who).certificate.serial_number] = at

    def restore(self, who: str) -> None:
        """Undo ``revoke``: only a test authority can."""
        self._revoked.pop(self._named(who).certificate.serial_number, None)

    def crl(self, issuer: str) -> bytes:
        """The list of ``root``, ``issuing`` or ``time``: issued now, for seven days."""
        by, now = self._named(issuer), self.now()
        builder = x509.CertificateRevocationListBuilder().issuer_name(by.certificate.subject)
        builder = builder.last_update(now).next_update(now + timedelta(days=7))
        builder = builder.add_extension(x509.CRLNumber(int(now.timestamp())), critical=False)
        builder = builder.add_extension(_authority_key(by), critical=False)
        for serial, since in self._revoked.items():
            gone = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(since)
            builder = builder.add_revoked_certificate(gone.build())
        return builder.sign(by.key, hashes.SHA256()).public_bytes(DER)

    def crls(self) -> list[bytes]:
        """The three lists, for use offline."""
        return [self.crl(one) for one in ("root", "issuing", "time")]

    def answer(self, request: bytes, issuer: str) -> bytes:
        """What OCSP answers to a request about a certificate of ``issuer``."""
        serial = ocsp.load_der_ocsp_request(request).serial_number
        known = [self.issuing, self.time, self.tsa, self.responder, *self._people.values()]
        found = next(one for one in known if one.certificate.serial_number == serial)
        return self.ocsp_of(found, issuer)

    def ocsp_of(self, whose: Credential, issuer: str) -> bytes:
        """The OCSP answer about one certificate."""
        above, now = self._named(issuer), self.now()
        by = self.responder if issuer == "issuing" else above
        since = self._revoked.get(whose.certificate.serial_number)
        state = ocsp.OCSPCertStatus.REVOKED if since else ocsp.OCSPCertStatus.GOOD
        builder = ocsp.OCSPResponseBuilder().add_response(
            whose.certificate, above.certificate, hashes.SHA1(), state, now, now + timedelta(days=7), since, None
        )  # fmt: skip
        builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, by.certificate)
        if by is not above:
            builder = builder.certificates([by.certificate])
        return builder.sign(by.key, hashes.SHA256()).public_bytes(DER)

    def ocsps(self, *people: str) -> list[bytes]:
        """OCSP answers about these people, for use offline."""
        return [self.ocsp_of(self.person(who), "issuing") for who in people]

    def _named(self, name: str) -> Credential:
        own = {"root": lambda: self.root, "issuing": lambda: self.issuing, "time": lambda: self.time,
               "tsa": lambda: self.tsa}  # fmt: skip
        return own[name]() if name in own else self.person(name)

    def _make(self, who: str) -> Credential:
        start, end = _PERIODS.get(who, (FROM, TO))
        given = {"start": start, "end": end, "signs": who != "encrypting", "organisation": who == "agency"}
        key = _rsa() if who == "rsa" else None
        if who == "pointerless":
            return _issue(PEOPLE[who], self.issuing, **given)
        return self._under(self.issuing, "issuing", PEOPLE[who], key=key, **given)

    def _under(self, above: Credential, issuer: str, name: str, **given: object) -> Credential:
        pointers = (
            x509.CRLDistributionPoints([_point(f"{self.url}/crl/{issuer}.crl")]),
            x509.AuthorityInformationAccess([
                _access(AuthorityInformationAccessOID.OCSP, f"{self.url}/ocsp/{issuer}"),
                _access(AuthorityInformationAccessOID.CA_ISSUERS, f"{self.url}/ca/{issuer}.cer"),
            ]),
        )  # fmt: skip
        return _issue(name, above, extra=pointers, **given)  # type: ignore[arg-type]


def _issue(
    name: str, above: Credential | None, *, ca: bool = False, key: Key | None = None, signs: bool = True,
    start: datetime = FROM, end: datetime = TO, use: x509.ObjectIdentifier | None = None,
    extra: tuple[x509.ExtensionType, ...] = (), organisation: bool = False,
) -> Credential:  # fmt: skip
    key = key or ec.generate_private_key(ec.SECP256R1())
    subject = _name(name, organisation=organisation)
    issuer = above.certificate.subject if above else subject
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(start).not_valid_after(end)
    builder = builder.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    builder = builder.add_extension(_usage(ca=ca, signs=signs), critical=True)
    own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    builder = builder.add_extension(own, critical=False)
    if above:
        builder = builder.add_extension(_authority_key(above), critical=False)
    if use:
        builder = builder.add_extension(x509.ExtendedKeyUsage([use]), critical=True)
    for one in extra:
        builder = builder.add_extension(one, critical=False)
    made = builder.sign(above.key if above else key, hashes.SHA256())
    return Credential(made, key, (above.certificate, *above.above) if above else ())


def _rsa() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _name(name: str, *, organisation: bool) -> x509.Name:
    kind = x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Đơn vị thử nghiệm")
    place = x509.NameAttribute(NameOID.COUNTRY_NAME, "VN")
    named = x509.NameAttribute(NameOID.COMMON_NAME, name)
    return x509.Name([place, *(() if organisation else (kind,)), named])


def _usage(*, ca: bool, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs and not ca, content_commitment=signs and not ca, key_encipherment=not signs,
        data_encipherment=False, key_agreement=False, key_cert_sign=ca, crl_sign=ca,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _authority_key(above: Credential) -> x509.AuthorityKeyIdentifier:
    own = above.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(own)


def _point(url: str) -> x509.DistributionPoint:
    return x509.DistributionPoint([x509.UniformResourceIdentifier(url)], None, None, None)


def _access(kind: x509.ObjectIdentifier, url: str) -> x509.AccessDescription:
    return x509.AccessDescription(kind, x509.UniformResourceIdentifier(url))
