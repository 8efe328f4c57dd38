"""The first half of signing: the PDF as it will be, and the bytes that the holder of the key signs.

The key never comes here. ``to_sign`` goes to the holder, the signature over it comes back to
``finishing.finish``, minutes later and perhaps in another process: ``Prepared`` is plain data.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Coroutine
from datetime import datetime
from typing import Any, TypeVar

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko_certvalidator.registry import SimpleCertificateStore

from chuan.exchange.signing.appearances import drawn
from chuan.exchange.signing.boxes import BEFORE_SEAL, FIELDS, PERSON, SEAL
from chuan.exchange.signing.certificates import Certificate
from chuan.exchange.signing.levels import Level
from chuan.exchange.signing.opening import opened, reading_pdf
from chuan.exchange.signing.prepared import Prepared
from chuan.exchange.signing.refusals import FieldMissing, FieldTaken, PersonFirst, SealLast
from chuan.exchange.signing.zone import VIETNAM

T = TypeVar("T")
_ROOM, _ROOM_FOR_TIME = 2048, 8192
"""Bytes kept beside the certificates: for the signature, and for a time stamp with its own chain."""


def prepare(
    pdf: bytes, field: str, *, certificate: Certificate, at: datetime, appearance: bytes | None = None,
    level: Level = Level.B, reason: str = "", place: str = "",
) -> Prepared:  # fmt: skip
    """Make ``pdf`` ready for a signature of ``certificate`` in the empty field ``field``.

    ``appearance``: a small PDF whose first page is shown in the field. ``at`` is the office's clock,
    written with +07:00. ``level`` is what is wanted in the end: from B-T on, room is kept for a time
    stamp. The agency's fields wait for the person's (Nghị định 30/2020/NĐ-CP art 32.2d).
    Raises ``CertificateExpired``, ``CertificateNotYet``, ``CertificateNotForSigning``,
    ``CertificateUnreadable``, ``FieldMissing``, ``FieldTaken``, ``PersonFirst``, ``SealLast``,
    ``PdfNotSignable``.
    """
    certificate.check_may_sign(at=at)
    here = at.astimezone(VIETNAM)
    with reading_pdf():
        writer = opened(pdf)
        check_order(writer, field)
        return waited(_prepared(writer, field, certificate, here, appearance, level, reason, place))


def check_order(writer: IncrementalPdfFileWriter, field: str) -> None:
    """Raises ``FieldMissing``, ``FieldTaken``, ``PersonFirst`` or ``SealLast``."""
    signed = {name: value is not None for name, value, _ in enumerate_sig_fields(writer.prev)}
    if field not in signed:
        raise FieldMissing(field=field)
    if signed[field]:
        raise FieldTaken(field=field)
    if field in (*BEFORE_SEAL, SEAL) and not signed.get(PERSON, True):
        raise PersonFirst()
    if field == SEAL and (open_ones := [name for name in BEFORE_SEAL if not signed.get(name, True)]):
        raise SealLast(field=FIELDS[open_ones[0]].lower())


async def _prepared(
    writer: IncrementalPdfFileWriter, field: str, certificate: Certificate, at: datetime,
    appearance: bytes | None, level: Level, reason: str, place: str,
) -> Prepared:  # fmt: skip
    signer = external(certificate)
    meta = signers.PdfSignatureMetadata(
        field_name=field, md_algorithm=certificate.md, subfilter=SigSeedSubFilter.PADES,
        reason=reason or None, location=place or None,
    )  # fmt: skip
    session = signers.PdfSigner(meta, signer, stamp_style=drawn(appearance)).init_signing_session(
        writer, existing_fields_only=True
    )
    session.system_time = at
    waiting = session.prepare_tbs_document(None, bytes_reserved=_room(certificate, level))
    told, out = waiting.digest_tbs_document(output=io.BytesIO())
    attributes = await signer.signed_attrs(told.document_digest, certificate.md, use_pades=True)
    return Prepared(
        pdf=out.getvalue(), field=field, certificate=certificate, to_sign=attributes.dump(),  # type: ignore[attr-defined]
        digest=told.document_digest, start=told.reserved_region_start, end=told.reserved_region_end,
        level=level, at=at,
    )  # fmt: skip


def external(certificate: Certificate, signature: bytes | None = None) -> signers.ExternalSigner:
    """pyHanko's signer for a key that is elsewhere."""
    above = SimpleCertificateStore()
    above.register_multiple(certificate.chain_as_asn1)
    return signers.ExternalSigner(
        certificate.as_asn1, above, signature_value=signature, signature_mechanism=certificate.algorithm
    )


def waited(doing: Coroutine[Any, Any, T]) -> T:
    """Run one of pyHanko's coroutines to its end; nothing in them waits for a network of its own."""
    return asyncio.run(doing)


def _room(certificate: Certificate, level: Level) -> int:
    own = len(certificate.der) + sum(map(len, certificate.chain))
    return 2 * (own + _ROOM + (_ROOM_FOR_TIME if level >= Level.T else 0))
