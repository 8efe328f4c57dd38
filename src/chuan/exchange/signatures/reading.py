"""The check itself, inside the separate process: from bytes to a report. Nothing here is ever fetched."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from chuan.exchange.signatures import changes, shape
from chuan.exchange.signatures.chains import Knowledge
from chuan.exchange.signatures.cms import ERRORS
from chuan.exchange.signatures.document import DocumentStamps, judge_signature, ordered
from chuan.exchange.signatures.places import Pages
from chuan.exchange.signatures.report import (
    Coverage,
    Kind,
    Reason,
    SignatureFound,
    SignatureReport,
    Verdict,
    worst,
)
from chuan.exchange.signatures.summary import mark_widgets, sentences_of
from chuan.exchange.signatures.trust import Trust
from chuan.exchange.signatures.words import plain, reason
from chuan.rules.refusals import FileEmpty, FileEncrypted, FileKindUnknown, FileUnreadable

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)

PARSING = (PdfError, RecursionError, *ERRORS)
_SUPPORTED = {"/Sig": ("/adbe.pkcs7.detached", "/ETSI.CAdES.detached"), "/DocTimeStamp": ("/ETSI.RFC3161",)}
_LARGE = 0.25
"""A later signature's picture over more than this share of a page is said."""
_MOST = 200
"""Filled signature fields; more is an attack on time."""


def read_report(data: bytes, *, name: str, trust: Trust, at: datetime) -> SignatureReport:
    """The report. Raises FileEmpty, FileKindUnknown, FileEncrypted, FileUnreadable, AnchorUnreadable."""
    if not data.strip():
        raise FileEmpty(name=name)
    if b"%PDF-" not in data[:1024]:
        raise FileKindUnknown(name=name, kinds=".pdf")
    report = _read(data, name, trust, at)
    return replace(report, checked_at=at, trust=trust.digest)


def _read(data: bytes, name: str, trust: Trust, at: datetime) -> SignatureReport:
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=True)
        if reader.encrypt_dict is not None:
            raise FileEncrypted(name=name)
        fields = list(enumerate_sig_fields(reader, filled_status=None))
        pages = Pages(reader)
    except PARSING as error:
        return _unsound(data, name, error)
    filled = [(full, field) for full, value, field in fields if value is not None]
    if len({full for full, _value, _field in fields}) < len(fields) or len(filled) > _MOST:
        return _closed((), (reason("structure", "signature fields of one name, or very many"),))
    empty = tuple(plain(full) for full, value, _field in fields if value is None)
    if not filled:
        return _unsigned(data, pages, empty)
    try:
        return _judge(data, reader, pages, filled, empty, trust, at)
    except PARSING as error:
        return _closed((), (reason("structure", error),), empty)


def _unsound(data: bytes, name: str, error: Exception) -> SignatureReport:
    """A file that only a forgiving reader opens: unsigned when it has no trace of a signature."""
    if b"/ByteRange" in data or b"/Sig" in data:
        return _closed((), (reason("structure", error), *shape.header_reasons(data)))
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        if reader.encrypt_dict is not None:
            raise FileEncrypted(name=name)
        if any(
            value is not None for _full, value, _field in enumerate_sig_fields(reader, filled_status=None)
        ):
            return _closed((), (reason("structure", error),))
        return _unsigned(data, Pages(reader), ())
    except PARSING:
        raise FileUnreadable(name=name) from None


def _unsigned(data: bytes, pages: Pages, empty: tuple[str, ...]) -> SignatureReport:
    found = [reason("no_signature")]
    if b"/ByteRange" in data:
        found.append(reason("signature_outside"))
    if pages.show_pictures():
        found.append(reason("picture_only"))
    return _closed((), tuple(found), empty)


def _closed(
    signatures: tuple[SignatureFound, ...], reasons: tuple[Reason, ...], empty: tuple[str, ...] = (),
    later: tuple[str, ...] = (),
) -> SignatureReport:  # fmt: skip
    verdict = worst([*(one.verdict for one in signatures), *(one.verdict for one in reasons)])
    if not signatures:
        verdict = Verdict.FAILED
    return SignatureReport(verdict, signatures, sentences_of(signatures, reasons), reasons, later, empty)


def _judge(
    data: bytes, reader: PdfFileReader, pages: Pages, filled: Sequence[tuple[str, Any]], empty: tuple[str, ...],
    trust: Trust, at: datetime,
) -> SignatureReport:  # fmt: skip
    seals: list[EmbeddedPdfSignature] = []
    broken: list[SignatureFound] = []
    for full, field in filled:
        seal, why = _seal(reader, data, full, field)
        if seal is not None:
            seals.append(seal)
        else:
            broken.append(_broken(plain(full), pages.place_of(field.get_object())[0], why))
    seals.sort(key=lambda one: one.signed_revision)
    bodies = [one for one in seals if not changes.is_timestamp(one)]
    knowledge = Knowledge(trust, reader, [one.signer_info for one in bodies])
    wrong = {one.fq_name: _byte_reasons(reader, data, one, seals) for one in seals}
    stamps = DocumentStamps(seals, wrong, knowledge, at)
    found = [judge_signature(one, wrong[one.fq_name], stamps, knowledge, pages, at) for one in bodies]
    whole = [*shape.header_reasons(data), *stamps.reasons]
    if seals:
        whole += _whole(reader, data, seals, pages)
    if not bodies and not broken:
        whole.insert(0, reason("no_signature"))
    signatures = mark_widgets([*broken, *found], {plain(one.fq_name): one.sig_field for one in bodies})
    signatures = [_with(one, whole) for one in signatures]
    return _closed(tuple(signatures), tuple(whole), empty, _later(signatures, whole))


def _with(one: SignatureFound, whole: Sequence[Reason]) -> SignatureFound:
    """What is wrong with the file is wrong with each of its signatures."""
    known = {why.code for why in one.reasons}
    more = [why for why in whole if why.verdict != Verdict.PASSED and why.code not in known]
    kept = [why for why in one.reasons if not more or why.code != "good"]
    reasons = ordered([*kept, *more])
    return replace(one, reasons=tuple(reasons), verdict=worst(why.verdict for why in reasons))


def _seal(reader: PdfFileReader, data: bytes, full: str, field: Any) -> tuple[Any, list[Reason]]:
    """pyHanko's view of a filled field, or why there is none."""
    try:
        value = field.get_object()["/V"]
        contents = value.raw_get("/Contents") if "/Contents" in value else None
        if not isinstance(contents, (generic.TextStringObject, generic.ByteStringObject)):
            return None, [reason("contents_missing")]
        if not contents.original_bytes.strip(b"\0"):
            return None, [reason("contents_missing")]
        if shape.span_of(value.raw_get("/ByteRange"), len(data)) is None:
            return None, [reason("byte_range", "ByteRange is not a sound range")]
        kind = value.get("/Type", "/Sig")
        if value.get("/SubFilter") not in _SUPPORTED.get(kind, ()):
            return None, [reason("kind_unsupported", f"{kind} {value.get('/SubFilter')}")]
        seal = EmbeddedPdfSignature(reader, field, full)
        _ = seal.signer_cert
    except PARSING as error:
        code = "byte_range" if "ByteRange" in str(error) else "unreadable_signature"
        return None, [reason(code, error)]
    return seal, []


def _byte_reasons(
    reader: PdfFileReader, data: bytes, seal: EmbeddedPdfSignature, seals: Sequence[EmbeddedPdfSignature]
) -> list[Reason]:
    """Bytes, coverage and later changes of one field. The digest comes with the signature's own check."""
    span = shape.span_of(seal.byte_range, len(data))
    if span is None:
        return [reason("byte_range")]
    try:
        found = shape.signature_reasons(reader, data, seal, span)
        covered = changes.coverage_of(seal)
        if covered in (Coverage.PART, Coverage.UNCLEAR):
            return [*found, reason("not_covered", covered)]
        return [*found, *changes.changes_after(seal, seals)]
    except PARSING as error:
        return [reason("changed_after", error)]


def _whole(
    reader: PdfFileReader, data: bytes, seals: Sequence[EmbeddedPdfSignature], pages: Pages
) -> list[Reason]:
    ends = [span.end for one in seals if (span := shape.span_of(one.byte_range, len(data)))]
    found = shape.tail_reasons(reader, data, max(ends))
    try:
        found += changes.document_reasons(reader, seals)
    except PARSING as error:
        found.append(reason("later_revision", error))
    for one in seals[1:]:
        number, box = pages.place_of(one.sig_field)
        if one.signed_revision > seals[0].signed_revision and pages.share(number, box) > _LARGE:
            found.append(reason("covers_page", one.fq_name))
    return found


def _broken(full: str, page: int, why: Sequence[Reason]) -> SignatureFound:
    return SignatureFound(
        field=full, kind=Kind.UNKNOWN, signer="", organisation="", certificate=None, level="",
        verdict=Verdict.FAILED, coverage=Coverage.UNCLEAR, reasons=tuple(why), page=page,
    )  # fmt: skip


_LATER = ("signed_further", "evidence_added", "changed_after", "form_changed", "locked", "later_revision",
          "metadata_after", "metadata_between", "root_replaced", "extra_bytes", "trailing_blank")  # fmt: skip


def _later(signatures: Sequence[SignatureFound], whole: Sequence[Reason]) -> tuple[str, ...]:
    known = {why.code for why in whole}
    told = [
        f"{one.signer or one.field}: {why.sentence}"
        for one in signatures
        for why in one.reasons
        if why.code in _LATER and why.code not in known
    ]
    return (*told, *(why.sentence for why in whole if why.code in _LATER))
