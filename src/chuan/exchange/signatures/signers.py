"""Who a certificate says signed: person or agency, name, organisation, facts of the certificate."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import Any

from asn1crypto import x509

from chuan.exchange.signatures.report import CertificateFacts, Kind, Reason
from chuan.exchange.signatures.words import reason

_AGENCY = re.compile(
    r"^(ủy ban|uỷ ban|uy ban nhan dan|ubnd|hđnd|hội đồng|văn phòng|sở |bộ |ban |cục |chi cục |phòng |"
    r"trung tâm |cổng thông tin|thành phố |tỉnh |phường |xã |thị xã |quận |huyện |đảng ủy|đảng uỷ|tỉnh ủy|"
    r"thành ủy|công an |tòa án |viện |tổng cục |tổng công ty|công ty|trường |bệnh viện|mặt trận |"
    r"liên đoàn |kho bạc |bảo hiểm xã hội |thuế |chi nhánh )"
)
"""With their marks: without them Trường (a school) is Trương (a surname), Phường is Phương."""
_PERSON_ID = re.compile(r"\b(CCCD|CMND|CMTND|HC|CC)\s*:", re.IGNORECASE)
_AGENCY_ID = re.compile(r"\b(MST|MNS|MDV)\s*:", re.IGNORECASE)
_NAME = re.compile(r"^[^\W\d_]+(?: [^\W\d_]+){1,5}$")
_SIGNING = {
    "email_protection", "pdf_signing", "client_auth", "microsoft_document_signing",
    "microsoft_smart_card_logon", "any_extended_key_usage", "1.3.6.1.5.5.7.3.36", "document_signing",
}  # fmt: skip
"""Purposes that go with signing documents; RFC 9336 id-kp-documentSigning among them."""


def facts_of(certificate: x509.Certificate) -> CertificateFacts:
    """Facts shown of the certificate."""
    return CertificateFacts(
        subject=certificate.subject.human_friendly,
        issuer=certificate.issuer.human_friendly,
        serial=f"{certificate.serial_number:x}",
        valid_from=certificate.not_valid_before,
        valid_to=certificate.not_valid_after,
        sha256=certificate.sha256.hex(),
    )


def signer_of(certificate: x509.Certificate) -> tuple[Kind, str, str]:
    """(kind, name, organisation) from the subject; guesses no more than the subject says."""
    subject = certificate.subject.native
    name, organisation = _text(subject, "common_name"), _text(subject, "organization_name")
    numbers = " ".join(_all(subject, "user_id") + _all(subject, "serial_number"))
    return (
        _kind(subject, name, organisation, numbers),
        name or certificate.subject.human_friendly,
        organisation,
    )


def _kind(subject: dict[str, Any], name: str, organisation: str, numbers: str) -> Kind:
    folded = _folded(name)
    if _PERSON_ID.search(numbers) or "given_name" in subject or "surname" in subject:
        return Kind.PERSON
    if folded and (
        folded == _folded(organisation) or _AGENCY.match(f"{_lower(name)} ") or _AGENCY_ID.search(numbers)
    ):
        return Kind.AGENCY
    return Kind.PERSON if _NAME.match(name) else Kind.UNKNOWN


def certificate_reasons(certificate: x509.Certificate) -> list[Reason]:
    """A certificate not made for signing documents (RFC 5280, 4.2.1.3 and 4.2.1.12), or self-made."""
    found = []
    usage, purpose = certificate.key_usage_value, certificate.extended_key_usage_value
    if usage is not None and not {"digital_signature", "non_repudiation"} & set(usage.native):
        found.append(reason("key_usage", ", ".join(sorted(usage.native))))
    elif (purpose is not None and not _SIGNING & set(purpose.native)) or certificate.ca:
        found.append(reason("key_usage", ", ".join(purpose.native) if purpose is not None else "CA"))
    return found


def self_made(certificate: x509.Certificate, anchors: list[x509.Certificate]) -> bool:
    """It certifies itself and nobody declared it trusted."""
    return certificate.self_issued and all(certificate.sha256 != one.sha256 for one in anchors)


def validity_reasons(certificate: x509.Certificate, moment: datetime | None) -> list[Reason]:
    """Expired, or not valid yet, at the moment of signing."""
    if moment is None:
        return []
    if moment > certificate.not_valid_after:
        return [reason("expired_at_signing", moment.isoformat(), until=certificate.not_valid_after)]
    if moment < certificate.not_valid_before:
        return [reason("before_validity", moment.isoformat(), since=certificate.not_valid_before)]
    return []


def _text(subject: dict[str, Any], key: str) -> str:
    return " ".join(_all(subject, key))


def _all(subject: dict[str, Any], key: str) -> list[str]:
    held = subject.get(key)
    return [str(one) for one in (held if isinstance(held, list) else [held] if held else [])]


def _lower(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())
