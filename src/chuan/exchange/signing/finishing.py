"""The second half of signing: the signature goes into its place, then as much proof as is to be had.

A time-stamping or revocation service that does not answer costs a level, never the signature.
"""

from __future__ import annotations

import io
from datetime import datetime

from asn1crypto import cms
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_byterange import PreparedByteRangeDigest

from chuan.exchange.signing.levels import Level
from chuan.exchange.signing.preparing import Prepared, external, waited
from chuan.exchange.signing.raising import Finished, Warned, raise_level
from chuan.exchange.signing.refusals import PdfNotSignable, SignatureNotOfThis
from chuan.exchange.signing.stamping import WebTimeStamper
from chuan.exchange.signing.web import Services, Web


def finish(
    prepared: Prepared,
    signature: bytes,
    *,
    at: datetime,
    services: Services | None = None,
    web: Web | None = None,
) -> Finished:
    """Put ``signature`` (over ``prepared.to_sign``) in, and raise it to the level wanted if that can be had.

    ``web`` may be shared by a batch, so that each list is fetched once. Raises ``SignatureNotOfThis``,
    ``CertificateRevoked`` (found on the way to B-LT).
    """
    web = web or Web(services or Services())
    prepared.certificate.check_signature(signature, prepared.to_sign)
    wants_time = prepared.level >= Level.T
    stamped = _embedded(prepared, signature, WebTimeStamper(web)) if wants_time else None
    if stamped is not None:
        return _raised(stamped, prepared.level, at, web)
    plain = _embedded(prepared, signature, None)
    if plain is None:
        raise SignatureNotOfThis()
    return Finished(plain, Level.B, (Warned.NO_TIME,) if wants_time else ())


def _raised(stamped: bytes, level: Level, at: datetime, web: Web) -> Finished:
    """Whatever stops the proof, what is signed and stamped stays; only a withdrawn certificate refuses it."""
    try:
        return raise_level(stamped, level, at=at, web=web)
    except PdfNotSignable:
        return Finished(stamped, Level.T, (Warned.NO_EVIDENCE,) if level > Level.T else ())


def _embedded(prepared: Prepared, signature: bytes, stamper: WebTimeStamper | None) -> bytes | None:
    """The PDF with the signature in it; None when the time stamp is not to be had or does not fit."""
    out = io.BytesIO(prepared.pdf)
    place = PreparedByteRangeDigest(prepared.digest, prepared.start, prepared.end)
    try:
        place.fill_with_cms(out, waited(_signed_data(prepared, signature, stamper)))
    except (OSError, SigningError):
        return None
    return out.getvalue()


async def _signed_data(
    prepared: Prepared, signature: bytes, stamper: WebTimeStamper | None
) -> cms.ContentInfo:
    signer = external(prepared.certificate, signature)
    attributes = cms.CMSAttributes.load(prepared.to_sign)
    return await signer.async_sign_prescribed_attributes(
        prepared.certificate.md, attributes, timestamper=stamper
    )
