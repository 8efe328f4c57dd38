"""The bytes of a signed file, looked at without trusting any parser's tolerance.

ISO 32000-2, 12.8.1: a signature covers the whole file but its own ``/Contents``. Known attacks live
in what a reader forgives: a range that leaves more out, objects no cross-reference names, references
that lead out of the signed part, bytes after the end (Mladenov and others, "1 Trillion Dollar Refund",
2019; "Shadow Attacks", 2021).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from asn1crypto import parser
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.xref import read_object_header

from chuan.exchange.signatures.report import Reason
from chuan.exchange.signatures.words import reason

_HEX = re.compile(rb"[0-9A-Fa-f]*")
_HEADER = re.compile(rb"%PDF-[12]\.\d")
_OBJECT = re.compile(rb"\d\s+obj\b")
_BLANK = b" \t\r\n\f\0"
_REST = rb"(?:[ \t\r\n\f\0]|%(?!%EOF)[^\r\n]{0,80}[\r\n])*"
_BETWEEN = re.compile(_REST)
_END = re.compile(_REST + rb"startxref\s+(\d{1,10})\s+%%EOF")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a signature's bytes lie: covered are 0 to ``gap`` and ``resumes`` to ``end``."""

    gap: int
    resumes: int
    end: int


def span_of(byte_range: object, size: int) -> Span | None:
    """The span, when the range is four whole numbers, from the first byte, in order, within the file."""
    if not isinstance(byte_range, generic.ArrayObject) or len(byte_range) != 4:
        return None
    given = [byte_range.raw_get(place) for place in range(4)]
    if not all(type(one) is generic.NumberObject for one in given):
        return None
    start, length, resumes, rest = (int(one) for one in given)
    right = start == 0 and 0 < length < resumes and rest > 0 and resumes + rest <= size
    return Span(length, resumes, resumes + rest) if right else None


def header_reasons(data: bytes) -> list[Reason]:
    """Nothing may stand before ``%PDF-``: offsets would mean other bytes to other readers."""
    return [] if _HEADER.match(data) else [reason("prefixed")]


def signature_reasons(reader: PdfFileReader, data: bytes, seal: Any, span: Span) -> list[Reason]:
    """What is wrong with the bytes around one signature and with the references it covers."""
    return [
        *_gap_reasons(data, seal.pkcs7_content, span),
        *_place_reasons(reader, data, seal, span),
        *_beyond_reasons(reader, seal.signed_revision, span.end),
    ]


def _gap_reasons(data: bytes, contents: bytes, span: Span) -> list[Reason]:
    """The gap holds the signature's hexadecimal text, all of it and nothing else."""
    gap = data[span.gap : span.resumes]
    if gap[:1] != b"<" or gap[-1:] != b">" or not _HEX.fullmatch(gap[1:-1]) or len(gap) % 2:
        return [reason("byte_range", "the gap is not one hexadecimal string")]
    if bytes.fromhex(gap[1:-1].decode()) != contents:
        return [reason("byte_range", "the gap is not this signature's Contents")]
    length = value_length(contents)
    if length is None or length > len(contents):
        return [reason("unreadable_signature", "Contents is not one CMS value")]
    if contents[length:].strip(b"\0"):
        return [reason("hidden_bytes", "bytes after the CMS value in Contents")]
    return []


def value_length(value: bytes) -> int | None:
    """Length of the first value in BER or DER, header included; None when it is not a SEQUENCE."""
    try:
        return int(parser.peek(value)) if value[:1] == b"\x30" else None
    except ValueError:
        return None


def _place_reasons(reader: PdfFileReader, data: bytes, seal: Any, span: Span) -> list[Reason]:
    """The dictionary with the range is a plain object around the gap, each key once."""
    held = seal.sig_object.container_ref
    offset = reader.xrefs.get_historical_ref(held, seal.signed_revision)
    if type(offset) is not int or not 0 <= offset < span.gap:
        return [reason("byte_range", "the signature object does not enclose its gap")]
    end = data.find(b"endobj", span.resumes, span.end)
    around = data[offset : span.gap] + b" " + data[span.resumes : end]
    if end < 0 or any(around.count(key) != 1 for key in (b"/ByteRange", b"/Contents")):
        return [reason("byte_range", "ByteRange or Contents not exactly once in the signature object")]
    if b"endobj" in around or len(_OBJECT.findall(around)) != 1:
        return [reason("byte_range", "more than one object around the gap")]
    return []


def _beyond_reasons(reader: PdfFileReader, revision: int, end: int) -> list[Reason]:
    """No reference of the signed part may lead to bytes after it."""
    for section in reader.xrefs._xref_sections[: revision + 1]:
        hybrid = section.xref_data.hybrid
        parts = [section.xref_data] + ([hybrid.xref_data] if hybrid else [])
        for number, (_generation, offset) in (item for part in parts for item in part.standard_xrefs.items()):
            if offset >= end:
                return [reason("points_beyond", f"object {number} at {offset}, signed part ends at {end}")]
    return []


def tail_reasons(reader: PdfFileReader, data: bytes, end: int) -> list[Reason]:
    """Every byte after the last signed one belongs to a revision that the cross-references name."""
    if end == len(data):
        return []
    if not data[end:].strip(_BLANK):
        return [reason("trailing_blank", f"{len(data) - end} bytes")]
    try:
        parts = sorted(_parts(reader, data, end))
    except (ValueError, TypeError, KeyError, AssertionError, IndexError) as error:
        return [reason("extra_bytes", error)]
    return _gaps(data, end, parts)


def _gaps(data: bytes, end: int, parts: list[tuple[int, int]]) -> list[Reason]:
    here = end
    for start, stop in parts:
        if start < here or not _BETWEEN.fullmatch(data, here, start):
            return [reason("extra_bytes", f"bytes {here} to {start} are named by no cross-reference")]
        here = stop
    rest = data[here:]
    if rest in (b"", b"\n", b"\r\n", b"\r"):
        return []
    return [
        reason("extra_bytes" if rest.strip(_BLANK) else "trailing_blank", f"{len(rest)} bytes at the end")
    ]


def _parts(reader: PdfFileReader, data: bytes, end: int) -> Iterator[tuple[int, int]]:
    """(start, stop) of every object and cross-reference after ``end``; raises when one is not sound."""
    found = 0
    for section in reader.xrefs._xref_sections:
        meta = section.meta_info
        if meta.start_location < end:
            continue
        found += 1
        if section.xref_data.hybrid is not None:
            raise ValueError("hybrid cross-references added after signing")
        offsets = {offset for _generation, offset in section.xref_data.standard_xrefs.values()}
        own = {meta.start_location} if meta.stream_ref else set()
        for offset in sorted(offsets - own):
            if offset >= end:
                yield offset, _object_end(reader, offset)
        yield _reference_part(reader, data, section)
    if not found:
        raise ValueError("no revision after the last signature")


def _object_end(reader: PdfFileReader, offset: int) -> int:
    stream: Any = reader.stream
    stream.seek(offset)
    number, generation = read_object_header(stream, strict=True)
    generic.read_object(stream, generic.Reference(number, generation, reader))
    generic.read_non_whitespace(stream, seek_back=True)
    if stream.read(6) != b"endobj":
        raise ValueError(f"object at {offset} has no endobj")
    return int(stream.tell())


def _reference_part(reader: PdfFileReader, data: bytes, section: Any) -> tuple[int, int]:
    meta, stream = section.meta_info, reader.stream
    if meta.stream_ref:
        start, stop = meta.start_location, _object_end(reader, meta.start_location)
    else:
        start = data.rindex(b"xref", 0, meta.start_location)
        stream.seek(meta.end_location)
        generic.DictionaryObject.read_from_stream(stream, generic.TrailerReference(reader))
        stop = int(stream.tell())
    ended = _END.match(data, stop)
    if not ended or int(ended[1]) != meta.declared_startxref:
        raise ValueError("a revision does not end with its own startxref and %%EOF")
    return start, ended.end()
