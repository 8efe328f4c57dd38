"""What the signatures of a PDF stand on now: their level, until when that proves them, when to renew.

Read from the structure alone; whether they are valid is for the check to say.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from asn1crypto import cms
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from chuan.exchange.signing.certificates import certificate_of
from chuan.exchange.signing.levels import Level
from chuan.exchange.signing.opening import read, reading_pdf
from chuan.exchange.signing.stamping import signers_of
from chuan.exchange.signing.zone import day_of

RENEW_BEFORE = timedelta(days=90)
"""Practice: a time stamp is renewed a quarter before the certificate behind it expires."""


def level_of(pdf: bytes) -> Level | None:
    """The level that every signature of the PDF has; None without a signature. Raises ``PdfNotSignable``."""
    with reading_pdf():
        reader = read(pdf)
        regular, stamps = reader.embedded_regular_signatures, reader.embedded_timestamp_signatures
        if not regular:
            return None
        if any(moment_of(one, reader) is None for one in regular):
            return Level.B
        if (evidence := _evidence_since(reader)) is None:
            return Level.T
        later = [one for one in stamps if one.signed_revision >= evidence]
        return Level.LTA if later else Level.LT


def proved_until(pdf: bytes) -> datetime | None:
    """Until when the PDF proves its signatures: the end of the certificate behind the last time stamp,
    or of the signer's where there is none; None without a signature. Raises ``PdfNotSignable``."""
    with reading_pdf():
        reader = read(pdf)
        if not (regular := reader.embedded_regular_signatures):
            return None
        if stamps := reader.embedded_timestamp_signatures:
            return _end(stamps[-1].signer_cert.dump())
        return min(_last_end(one) for one in regular)


def renewal_due(pdf: bytes, *, before: timedelta = RENEW_BEFORE) -> date | None:
    """The day to raise or renew, ``before`` the proof ends; None without a signature."""
    until = proved_until(pdf)
    return day_of(until - before) if until else None


def moment_of(one: EmbeddedPdfSignature, reader: PdfFileReader) -> datetime | None:
    """The time that a time stamp proves for a signature: its own, or the first document time stamp after it."""
    own = own_stamp(one)
    return _stamped_at(own) if own is not None else stamped_after(one, reader)


def own_stamp(one: EmbeddedPdfSignature) -> cms.SignedData | None:
    """The time stamp inside the signature itself, or None."""
    return next(extract_tst_data_iter(one.signer_info, signed=False), None)


def stamped_after(one: EmbeddedPdfSignature, reader: PdfFileReader) -> datetime | None:
    """The time of the first document time stamp over this signature or time stamp."""
    for stamp in reader.embedded_timestamp_signatures:
        if stamp.signed_revision > one.signed_revision:
            return _stamped_at(stamp.signed_data)
    return None


def time_certificates(one: EmbeddedPdfSignature) -> Iterator[bytes]:
    """The certificate (DER) of whoever stamped this signature, or of this document time stamp itself."""
    if one.sig_object["/Type"] == "/DocTimeStamp":
        yield one.signer_cert.dump()
    elif (own := own_stamp(one)) is not None:
        yield from (found.dump() for found in signers_of(own))


def certificates_in(reader: PdfFileReader) -> list[x509.Certificate]:
    """Every certificate that the document carries, in signatures, time stamps and evidence."""
    found: dict[bytes, None] = {}
    for one in reader.embedded_signatures:
        for data in (one.signed_data, own_stamp(one)):
            found |= {held.dump(): None for held in _held(data)}
    with contextlib.suppress(NoDSSFoundError):
        found |= {held.dump(): None for held in DocumentSecurityStore.read_dss(reader).load_certs()}
    return [certificate_of(der) for der in found]


def _held(data: cms.SignedData | None) -> list[cms.Certificate]:
    return [one.chosen for one in data["certificates"] or ()] if data is not None else []


def _stamped_at(data: cms.SignedData) -> datetime:
    moment: datetime = data["encap_content_info"]["content"].parsed["gen_time"].native
    return moment


def _last_end(one: EmbeddedPdfSignature) -> datetime:
    return max(_end(der) for der in (one.signer_cert.dump(), *time_certificates(one)))


def _end(der: bytes) -> datetime:
    return certificate_of(der).not_valid_after_utc


def _evidence_since(reader: PdfFileReader) -> int | None:
    """The first revision that has evidence."""
    for revision in range(reader.xrefs.total_revisions):
        if "/DSS" in reader.get_historical_root(revision):
            return revision
    return None
