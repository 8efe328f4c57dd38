"""Whose certificate is whose: what the unit writes down before anybody signs here."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.documents.models import Certificate
from chuan.documents.permissions import check_registers
from chuan.documents.signing.refusals import CertificateHeld
from chuan.exchange import signing
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act


def register_certificate(data: bytes, official: Official | None, *, by: Viewer, at: datetime) -> Certificate:
    """Write a certificate (DER or PEM) down as an official's own; without one as the agency's.

    Raises ``CertificateUnreadable``, ``CertificateExpired``, ``CertificateNotYet``,
    ``CertificateNotForSigning``, ``CertificateHeld``, ``NotFound`` for another unit's official, ``NotAllowed``.
    """
    check_registers(by)
    if official is not None and official.unit_id != by.unit.pk:
        raise NotFound(thing="cán bộ này")
    found = signing.certificate_from(data)
    found.check_may_sign(at=at)
    row = Certificate(unit=by.unit, official=official, by=by.official, recorded_at=at, **_fields(found))
    with act(
        "certificate.register", Subject("certificate", row.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as doing:
        if Certificate.objects.filter(
            unit=by.unit, fingerprint=row.fingerprint, ended_at__isnull=True
        ).exists():
            raise CertificateHeld(subject=found.name)
        row.save()
        doing.detail = {"sha256": row.fingerprint, "official": str(official.uid) if official else ""}
    return row


def end_certificate(certificate: Certificate, *, by: Viewer, at: datetime) -> None:
    """No longer to be used from now on: lost, replaced, the official has left. Raises ``NotAllowed``, ``NotFound``."""
    check_registers(by)
    if certificate.unit_id != by.unit.pk:
        raise NotFound(thing="chứng thư số này")
    subject = Subject("certificate", certificate.uid)
    with act("certificate.end", subject, by=by, unit_uid=by.unit.uid, at=at):
        Certificate.objects.filter(pk=certificate.pk, ended_at__isnull=True).update(ended_at=at)
    certificate.refresh_from_db()


def _fields(found: signing.Certificate) -> dict[str, object]:
    return {
        "der": found.der,
        "fingerprint": found.digest,
        "subject": found.name[:300],
        "valid_from": timezone.localdate(found.valid_from),
        "valid_to": timezone.localdate(found.valid_to),
    }
