"""The house's own small authority and its server's certificate (RFC 5280), kept beside the data.

The authority may vouch for private addresses and names of local networks only (name constraints, RFC 5280, 4.2.1.10):
a machine that trusts it does not trust it for anything on the Internet, even if its key were stolen.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from chuan.upkeep.lan.addresses import OFFICE, Address
from chuan.upkeep.lan.refusals import KeyBroken, KeyUnreadable

AUTHORITY, SERVER = "chung-thu-goc", "may-chu"
AUTHORITY_LASTS = timedelta(days=3650)
SERVER_LASTS = timedelta(days=397)
"""What browsers take at most of a public authority; telephones take 825 of an own one."""
RENEWED = timedelta(days=60)
"""Before its end a certificate is made anew when the server starts."""
LOCAL_NAMES = ("local", "lan", "internal", "home.arpa")
_EARLIER = timedelta(days=1)
"""Clocks of an office do not all agree."""


@dataclass(frozen=True, slots=True)
class Certified:
    """Where certificate and key of the server lie; the authority, which machines have to trust."""

    certificate: Path
    key: Path
    authority: Path
    fingerprint: str
    ends: datetime


def certify(folder: Path, address: Address, name: str, *, at: datetime) -> Certified:
    """Certificate for the address and name, made or renewed where it has to be; the authority is made once.

    Raises ``KeyUnreadable``, ``KeyBroken``.
    """
    with _said(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        authority, key = _authority(folder, at)
        path = folder / f"{SERVER}.pem"
        kept = _read(path) if path.exists() and (folder / f"{SERVER}.key").exists() else None
        if kept is None or not _still_fits(kept, authority, address, name, at):
            kept = _server(folder, authority, key, address, name, at)
        _private_key(folder / f"{SERVER}.key")
    return Certified(
        path, folder / f"{SERVER}.key", folder / f"{AUTHORITY}.pem", fingerprint(authority),
        kept.not_valid_after_utc,
    )  # fmt: skip


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 as machines show it: "3A 0F …"."""
    return certificate.fingerprint(hashes.SHA256()).hex(" ").upper()


def authority_of(folder: Path) -> x509.Certificate | None:
    """The authority that machines trust; None where none was made yet. Raises ``KeyUnreadable``, ``KeyBroken``."""
    path = folder / f"{AUTHORITY}.pem"
    with _said(folder):
        return _read(path) if path.exists() else None


def ends_of(folder: Path) -> datetime | None:
    """When the server's certificate ends; None where there is none. Raises ``KeyUnreadable``, ``KeyBroken``."""
    path = folder / f"{SERVER}.pem"
    with _said(folder):
        return _read(path).not_valid_after_utc if path.exists() else None


def _authority(folder: Path, at: datetime) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    path, key_path = folder / f"{AUTHORITY}.pem", folder / f"{AUTHORITY}.key"
    if path.exists() or key_path.exists():
        kept, key = _read(path), _private_key(key_path)
        if kept.not_valid_after_utc > at + SERVER_LASTS + _EARLIER:
            return kept, key
    key = ec.generate_private_key(ec.SECP256R1())
    made = _authority_certificate(key, at)
    _write_key(key_path, key)
    _write(path, made.public_bytes(serialization.Encoding.PEM), 0o644)
    return made, key


def _authority_certificate(key: ec.EllipticCurvePrivateKey, at: datetime) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Chuẩn, mạng nội bộ, {at:%d/%m/%Y}")])
    names = [x509.DNSName(one) for one in LOCAL_NAMES]
    allowed: list[x509.GeneralName] = [*names, *(x509.IPAddress(one) for one in OFFICE)]
    usage = _usage(signs_certificates=True)
    return (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - _EARLIER).not_valid_after(at + AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=allowed, excluded_subtrees=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip


def _server(
    folder: Path, authority: x509.Certificate, authority_key: ec.EllipticCurvePrivateKey, address: Address,
    name: str, at: datetime,
) -> x509.Certificate:  # fmt: skip
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Chuẩn, {address}")])
    issuer_key = authority.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    made = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(authority.subject)
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(at - _EARLIER).not_valid_after(at + SERVER_LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(_wanted(address, name)), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer_key), critical=False
        )
        .sign(authority_key, hashes.SHA256())
    )  # fmt: skip
    _write_key(folder / f"{SERVER}.key", key)
    pem = serialization.Encoding.PEM
    _write(folder / f"{SERVER}.pem", made.public_bytes(pem) + authority.public_bytes(pem), 0o644)
    return made


def _still_fits(
    kept: x509.Certificate, authority: x509.Certificate, address: Address, name: str, at: datetime
) -> bool:
    names = kept.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    is_ours = kept.issuer == authority.subject and _signed_by(kept, authority)
    lasts = kept.not_valid_before_utc <= at and kept.not_valid_after_utc - at > RENEWED
    return is_ours and lasts and list(names) == _wanted(address, name)


def _signed_by(kept: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        kept.verify_directly_issued_by(authority)
    except Exception:
        return False
    return True


def _wanted(address: Address, name: str) -> list[x509.GeneralName]:
    return [x509.IPAddress(address), *([x509.DNSName(name)] if name else [])]


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates, key_cert_sign=signs_certificates, crl_sign=signs_certificates,
        content_commitment=False, key_encipherment=False, data_encipherment=False, key_agreement=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _read(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def _private_key(path: Path) -> ec.EllipticCurvePrivateKey:
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise ValueError(path.name)
    return key


def _write_key(path: Path, key: ec.EllipticCurvePrivateKey) -> None:
    """PKCS #8, for its owner only; without a password, as the server starts by itself."""
    data = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    _write(path, data, 0o600)


def _write(path: Path, data: bytes, mode: int) -> None:
    beside = path.with_name(f".{path.name}.moi")
    beside.unlink(missing_ok=True)
    # nosemgrep: file-written-here - the house's own key and certificate, beside the data
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(data)
    beside.replace(path)


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise KeyBroken(path=str(folder)) from error
    except OSError as error:
        path = str(error.filename or folder)
        raise KeyUnreadable(path=path, why=error.strerror or str(error)) from error
    except ValueError as error:
        raise KeyBroken(path=str(folder)) from error
