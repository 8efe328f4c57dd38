"""Raising signatures that are there to a level that can be proved longer, and renewing what would expire.

Everything is added as further revisions: no byte that was signed is touched. B-T for a signature
without a time stamp of its own is a document time stamp (ETSI EN 319 142-1, 5.3 and 6.3).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import datetime

from asn1crypto import crl as asn1_crl
from asn1crypto import ocsp as asn1_ocsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore

from chuan.exchange.signing.certificates import certificate_of
from chuan.exchange.signing.evidence import Evidence, Wanted, gather
from chuan.exchange.signing.finished import Finished, Warned
from chuan.exchange.signing.levels import Level
from chuan.exchange.signing.opening import opened, read, reading_pdf
from chuan.exchange.signing.preparing import waited
from chuan.exchange.signing.refusals import CertificateRevoked
from chuan.exchange.signing.stamping import WebTimeStamper, stampers
from chuan.exchange.signing.standing import certificates_in, moment_of, stamped_after, time_certificates
from chuan.exchange.signing.web import Services, Web

_MD = "sha256"
_ROOM = 2 * 8192
"""Hexadecimal digits kept for a document time stamp with its own chain."""


def raise_level(
    pdf: bytes, wanted: Level, *, at: datetime, services: Services | None = None, web: Web | None = None
) -> Finished:
    """Raise every signature of ``pdf`` to ``wanted``, as far as the services answer.

    On a B-LTA document it renews: fresh evidence for the last time stamp and a further one.
    Raises ``CertificateRevoked`` when a signer's certificate was withdrawn, ``PdfNotSignable``.
    """
    web = web or Web(services or Services())
    with reading_pdf():
        reader = read(pdf)
        if wanted >= Level.T and _without_time(reader):
            stamped = _time_stamped(pdf, None, web)
            if stamped is None:
                return Finished(pdf, Level.B, (Warned.NO_TIME,))
            pdf, reader = stamped, read(stamped)
        if wanted < Level.LT:
            return Finished(pdf, wanted)
        return _proved(pdf, _evidence(reader, wanted, at, web), wanted, web)


def _proved(pdf: bytes, found: Evidence, wanted: Level, web: Web) -> Finished:
    if found.revoked:
        raise CertificateRevoked(name=found.revoked[0])
    if not found.complete:
        return Finished(pdf, Level.T, (Warned.NO_EVIDENCE,), tuple(found.lacking))
    if wanted >= Level.LTA and (archived := _time_stamped(pdf, found, web)):
        return Finished(archived, Level.LTA)
    warnings = (Warned.NO_TIME,) if wanted >= Level.LTA else ()
    return Finished(_with_evidence(pdf, found), Level.LT, warnings)


def _evidence(reader: PdfFileReader, wanted: Level, at: datetime, web: Web) -> Evidence:
    regular, stamps = reader.embedded_regular_signatures, reader.embedded_timestamp_signatures
    proofs = [Wanted(certificate_of(one.signer_cert.dump()), moment_of(one, reader) or at) for one in regular]
    for one in (*regular, *stamps):
        then = stamped_after(one, reader) or at
        proofs += [Wanted(certificate_of(der), then) for der in time_certificates(one)]
    if wanted >= Level.LTA:
        proofs += [Wanted(certificate_of(der), at) for der in stampers(web)]
    return gather(_once(proofs), certificates_in(reader), web=web)


def _once(proofs: Iterable[Wanted]) -> Iterator[Wanted]:
    """Each certificate once; a signer's at the earliest time."""
    first: dict[x509.Certificate, Wanted] = {}
    for one in proofs:
        held = first.get(one.certificate)
        first[one.certificate] = one if held is None or one.at < held.at else held
    return iter(first.values())


def _without_time(reader: PdfFileReader) -> bool:
    return any(moment_of(one, reader) is None for one in reader.embedded_regular_signatures)


def _time_stamped(pdf: bytes, found: Evidence | None, web: Web) -> bytes | None:
    """One more revision: the evidence, and a document time stamp over everything; None when none is to be had."""
    writer, out = opened(pdf), io.BytesIO()
    if found:
        _supply(writer, found)
    try:
        waited(PdfTimeStamper(WebTimeStamper(web)).async_timestamp_pdf(writer, _MD, None, _ROOM, output=out))
    except (OSError, SigningError):
        return None
    return out.getvalue()


def _with_evidence(pdf: bytes, found: Evidence) -> bytes:
    writer, out = opened(pdf), io.BytesIO()
    if not _supply(writer, found).modified:
        return pdf
    writer.write(out)
    return out.getvalue()


def _supply(writer: IncrementalPdfFileWriter, found: Evidence) -> DocumentSecurityStore:
    return DocumentSecurityStore.supply_dss_in_writer(
        writer,
        None,
        certs=[asn1_x509.Certificate.load(one) for one in found.certificates],
        ocsps=[asn1_ocsp.OCSPResponse.load(one) for one in found.ocsps],
        crls=[asn1_crl.CertificateList.load(one) for one in found.crls],
    )
