"""Asking whether a certificate was withdrawn: OCSP (RFC 6960) first, the list (RFC 5280, 5) when that is silent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID

from chuan.exchange.signing.certificates import is_own_issuer
from chuan.exchange.signing.web import Unreachable, Web

Kind = Literal["ocsp", "crl", ""]


def answer_about(one: x509.Certificate, issuer: x509.Certificate, web: Web) -> tuple[Kind, bytes]:
    """The first usable answer of the configured addresses; ``("", b"")`` when there is none.

    Below a root the list is asked for first: an OCSP answer that the root signed itself makes validators
    of past signatures (EN 319 102-1, 5.6.2.2) look for a revocation answer about the root. So it is for
    one withdrawn: validators take "withdrawn since" from a list, and judge what was signed before.
    """
    ocsp_said = b"" if is_own_issuer(issuer) else next(_ocsps(one, issuer, web), b"")
    if ocsp_said and not _withdrawn(ocsp_said):
        return "ocsp", ocsp_said
    if listed := next(_crls(one, issuer, web), b""):
        return "crl", listed
    ocsp_said = ocsp_said or next(_ocsps(one, issuer, web), b"")
    return ("ocsp", ocsp_said) if ocsp_said else ("", b"")


def issuers_named(one: x509.Certificate) -> Iterator[str]:
    """Addresses where the certificate says that its issuer's certificate is."""
    return _named(one, AuthorityInformationAccessOID.CA_ISSUERS)


def pointless(one: x509.Certificate) -> bool:
    """Whether its issuer says never to ask about it (id-pkix-ocsp-nocheck, RFC 6960, 4.2.2.2.1)."""
    return _extension(one, x509.OCSPNoCheck) is not None


def responders_in(answer: bytes) -> list[x509.Certificate]:
    """Certificates that an OCSP answer carries."""
    return list(ocsp.load_der_ocsp_response(answer).certificates)


def _withdrawn(answer: bytes) -> bool:
    return ocsp.load_der_ocsp_response(answer).certificate_status is ocsp.OCSPCertStatus.REVOKED


def _ocsps(one: x509.Certificate, issuer: x509.Certificate, web: Web) -> Iterator[bytes]:
    urls = _named(one, AuthorityInformationAccessOID.OCSP)
    return (answer for url in urls if (answer := _ocsp(url, one, issuer, web)))


def _crls(one: x509.Certificate, issuer: x509.Certificate, web: Web) -> Iterator[bytes]:
    return (answer for url in _lists_named(one) if (answer := _crl(url, issuer, web)))


def _ocsp(url: str, one: x509.Certificate, issuer: x509.Certificate, web: Web) -> bytes | None:
    builder = ocsp.OCSPRequestBuilder().add_certificate(one, issuer, hashes.SHA1())  # noqa: S303 - RFC 5019 names it
    asked = builder.build().public_bytes(Encoding.DER)
    try:
        answer = web.ask(url, asked, "application/ocsp-request")
        said = ocsp.load_der_ocsp_response(answer)
        fits = (
            said.response_status is ocsp.OCSPResponseStatus.SUCCESSFUL
            and said.serial_number == one.serial_number
        )
    except (Unreachable, ValueError, UnsupportedAlgorithm):
        return None
    return answer if fits and said.certificate_status is not ocsp.OCSPCertStatus.UNKNOWN else None


def _crl(url: str, issuer: x509.Certificate, web: Web) -> bytes | None:
    try:
        answer = web.ask(url)
        said = (x509.load_pem_x509_crl if answer.startswith(b"-----") else x509.load_der_x509_crl)(answer)
    except (Unreachable, ValueError, UnsupportedAlgorithm):
        return None
    return said.public_bytes(Encoding.DER) if said.issuer == issuer.subject else None


def _named(one: x509.Certificate, kind: x509.ObjectIdentifier) -> Iterator[str]:
    for access in _extension(one, x509.AuthorityInformationAccess) or ():
        if access.access_method == kind and isinstance(
            access.access_location, x509.UniformResourceIdentifier
        ):
            yield access.access_location.value


def _lists_named(one: x509.Certificate) -> Iterator[str]:
    for point in _extension(one, x509.CRLDistributionPoints) or ():
        for name in point.full_name or ():
            if isinstance(name, x509.UniformResourceIdentifier):
                yield name.value


def _extension(one: x509.Certificate, kind: type) -> Any:
    try:
        return one.extensions.get_extension_for_class(kind).value
    except (x509.ExtensionNotFound, ValueError):
        return None
