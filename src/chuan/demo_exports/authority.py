"""A throw-away certification authority "minh họa": its keys are made anew each time and never kept.

    chuan demo-exports thu-muc

writes its root certificate and revocation list beside the papers it signed; nobody else should ever trust it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

FROM, TO = datetime(2019, 1, 1, tzinfo=UTC), datetime(2049, 12, 31, tzinfo=UTC)
DER = serialization.Encoding.DER
COMMITTEE = "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG (minh họa)"


@dataclass(frozen=True)
class Credential:
    """A certificate with its private key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def der(self) -> bytes:
        """The certificate."""
        return self.certificate.public_bytes(DER)

    @property
    def key_der(self) -> bytes:
        """The private key, PKCS#8."""
        return self.key.private_bytes(DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


class Authority:
    """Root → persons and the agency, with a list that revokes nobody."""

    def __init__(self) -> None:
        self.root = _issue(_name("Chứng thư gốc MINH HỌA, không dùng thật"), None, ca=True)
        self.agency = _issue(_name(COMMITTEE, organisation=COMMITTEE), self.root)
        self._people: dict[str, Credential] = {}

    def person(self, name: str) -> Credential:
        """The official of this name, certified once."""
        if name not in self._people:
            self._people[name] = _issue(_name(name, organisation=COMMITTEE, person=True), self.root)
        return self._people[name]

    def revoked(self) -> bytes:
        """The list of revoked certificates: empty, valid as long as the authority."""
        made = x509.CertificateRevocationListBuilder().issuer_name(self.root.certificate.subject)
        made = made.last_update(datetime.now(UTC).replace(microsecond=0)).next_update(TO)
        made = made.add_extension(x509.CRLNumber(1), critical=False)
        return made.sign(self.root.key, hashes.SHA256()).public_bytes(DER)


def _name(common: str, *, organisation: str = "", person: bool = False) -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COUNTRY_NAME, "VN")]
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    if person:
        parts.append(x509.NameAttribute(NameOID.TITLE, "Chủ tịch (minh họa)"))
        parts.append(x509.NameAttribute(NameOID.USER_ID, "CCCD:000000000000"))
    return x509.Name([*parts, x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _issue(subject: x509.Name, above: Credential | None, *, ca: bool = False) -> Credential:
    key = ec.generate_private_key(ec.SECP256R1())
    issuer, signing = (above.certificate.subject, above.key) if above else (subject, key)
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(FROM).not_valid_after(TO)
    made = made.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    made = made.add_extension(_usage(ca), critical=True)
    made = made.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    made = made.add_extension(
        x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()), critical=False
    )
    return Credential(made.sign(signing, hashes.SHA256()), key)


def _usage(ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not ca, content_commitment=not ca, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=ca, crl_sign=ca, encipher_only=False, decipher_only=False,
    )  # fmt: skip
