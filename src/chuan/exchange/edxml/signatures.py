"""The signature of a packet: facts of it and digests of attachments, never a promise that it is genuine.

Senders put the block into the namespace of edXML instead of XML Signature's, or leave it empty, and the
sender's kit signs with SHA-1, which nobody may trust any more (NIST SP 800-131A: not for signatures).
Verifying the signature over the XML is left to whoever holds the sender's own tools.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cryptography import x509

from chuan.exchange.edxml.elements import DSIG, KNOWN, Element

TAGS = frozenset({"signature", "digitalsignature"})
_HASHES = {"sha1": "sha1", "sha224": "sha224", "sha256": "sha256", "sha384": "sha384", "sha512": "sha512"}
_WEAK = ("sha1", "md5", "md2", "ripemd160")


class Match(StrEnum):
    """What checking one digest against the bytes that came gave."""

    MATCH = "match"
    MISMATCH = "mismatch"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Digest:
    """One signed reference. ``over`` says which form of the attachment matched: file, zip or base64."""

    uri: str
    algorithm: str
    match: Match
    over: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """The block as it came (``element``), and facts read from it.

    ``subject`` is what the block says of its certificate, ``certificate`` the subject inside the
    certificate itself ("" where there is none or it cannot be read).
    """

    element: Element
    algorithm: str = ""
    subject: str = ""
    certificate: str = ""
    digests: tuple[Digest, ...] = field(default=(), compare=False)

    @property
    def is_empty(self) -> bool:
        """A block without a signature value signs nothing."""
        return not _first(self.element, "signaturevalue").strip()

    @property
    def is_weak(self) -> bool:
        """Made with an algorithm that anyone may forge."""
        return any(weak in one for weak in _WEAK for one in (self.algorithm, *self._digest_names()))

    @property
    def trust(self) -> str:
        """One Vietnamese phrase; there is none that says "valid"."""
        if self.is_empty:
            return "không có chữ ký"
        return "không được tin cậy" if self.is_weak else "chưa được kiểm tra"

    def _digest_names(self) -> Iterator[str]:
        return (one.algorithm for one in self.digests)


Forms = Mapping[str, Iterable[tuple[str, bytes]]]
"""For the id of an attachment without "cid:", the forms of its bytes a digest may have been taken of."""


def is_signature(element: Element) -> bool:
    """Whether the element is a signature block of either namespace."""
    return element.key in TAGS and (element.namespace in KNOWN or element.namespace == DSIG)


def read_signature(element: Element, forms: Forms) -> Signature:
    """Facts of a block; the digests of its references compared with the attachments that came."""
    return Signature(
        element,
        algorithm=_short(_algorithm(element, "signaturemethod")),
        subject=_first(element, "x509subjectname").strip(),
        certificate=_certificate(_first(element, "x509certificate")),
        digests=tuple(_digest(one, forms) for one in element.walk() if one.key == "reference"),
    )


def _digest(reference: Element, forms: Forms) -> Digest:
    uri = dict(reference.attributes).get("URI", "")
    algorithm = _short(_algorithm(reference, "digestmethod"))
    stated = _decoded(_first(reference, "digestvalue"))
    candidates = forms.get(uri.removeprefix("cid:")) if uri else None
    if candidates is None or algorithm not in _HASHES or not stated:
        return Digest(uri, algorithm, Match.UNCHECKED)
    for over, data in candidates:
        if hashlib.new(_HASHES[algorithm], data, usedforsecurity=False).digest() == stated:
            return Digest(uri, algorithm, Match.MATCH, over)
    return Digest(uri, algorithm, Match.MISMATCH)


def _algorithm(element: Element, key: str) -> str:
    found = next((one for one in element.walk() if one.key == key), None)
    return dict(found.attributes).get("Algorithm", "") if found else ""


def _first(element: Element, key: str) -> str:
    return next((one.text for one in element.walk() if one.key == key), "")


def _short(uri: str) -> str:
    """ "http://www.w3.org/2000/09/xmldsig#rsa-sha1" as "rsa-sha1"."""
    return uri.rsplit("#", 1)[-1].strip().lower()


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _certificate(text: str) -> str:
    try:
        return x509.load_der_x509_certificate(_decoded(text)).subject.rfc4514_string()
    except (ValueError, TypeError):
        return ""
