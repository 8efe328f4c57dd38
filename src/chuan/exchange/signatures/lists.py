"""Revocation lists of an anchor that is not its own issuer.

A unit that declares only the authority which issues to it (not the root above) has an anchor that
certvalidator cannot take as the issuer of a list. Such a list is checked here: RFC 5280, 6.3, for the
plain case of a whole list signed by the issuer itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from asn1crypto import crl, x509
from cryptography import x509 as pyca
from pyhanko_certvalidator.policy_decl import NonRevokedStatusAssertion

_PLAIN = {
    pyca.CRLNumber.oid, pyca.AuthorityKeyIdentifier.oid, pyca.IssuerAlternativeName.oid, pyca.FreshestCRL.oid,
}  # fmt: skip


def assertions(
    candidates: Iterable[x509.Certificate], anchors: Iterable[x509.Certificate], lists: list[crl.CertificateList],
    moment: datetime,
) -> Iterator[NonRevokedStatusAssertion]:  # fmt: skip
    """For each certificate issued directly by such an anchor: a sound list in force at ``moment`` is silent on it."""
    tops = [one for one in anchors if not one.self_issued]
    for one in candidates if tops and lists else ():
        for top in tops:
            if one.issuer.hashable == top.subject.hashable and _silent(one, top, lists, moment):
                yield NonRevokedStatusAssertion(one.sha256, moment)


def _silent(
    certificate: x509.Certificate,
    issuer: x509.Certificate,
    lists: list[crl.CertificateList],
    moment: datetime,
) -> bool:
    found = False
    for held in lists:
        if held.issuer.hashable != issuer.subject.hashable:
            continue
        read = _sound(held, issuer, moment)
        if read is None:
            continue
        listed = read.get_revoked_certificate_by_serial_number(certificate.serial_number)
        if listed is not None and listed.revocation_date_utc <= moment:
            return False
        found = True
    return found


def _sound(
    held: crl.CertificateList, issuer: x509.Certificate, moment: datetime
) -> pyca.CertificateRevocationList | None:
    try:
        read = pyca.load_der_x509_crl(held.dump())
        signer = pyca.load_der_x509_certificate(issuer.dump())
        signed = read.is_signature_valid(signer.public_key())  # type: ignore[arg-type]
        plain = all(one.oid in _PLAIN for one in read.extensions)
    except (ValueError, TypeError):
        return None
    until = read.next_update_utc
    return read if signed and plain and until is not None and moment <= until else None
