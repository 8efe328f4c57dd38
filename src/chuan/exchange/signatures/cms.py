"""One CMS value (RFC 5652): does it fit its digest, who signed, which time does a stamp tell."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import cms, core, tsp, x509
from pyhanko.sign.general import extract_certificate_info, extract_signer_info
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter, validate_sig_integrity

from chuan.exchange.signatures.report import Reason
from chuan.exchange.signatures.words import reason

ERRORS = (ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError, OverflowError,
          NotImplementedError, SignatureValidationError)  # fmt: skip
"""What malformed values make asn1crypto and pyHanko raise."""

_BROKEN, _WEAK = {"md2", "md5"}, {"sha1"}
_NAMES = {"md2": "MD2", "md5": "MD5", "sha1": "SHA-1"}


@dataclass(frozen=True)
class Stamp:
    """A time-stamp token (RFC 3161) whose signature and imprint fit."""

    time: datetime
    certificate: x509.Certificate
    others: tuple[x509.Certificate, ...]
    weak: bool


def integrity_reasons(signed: cms.SignedData, digest: bytes) -> list[Reason]:
    """Whether the signer's attributes hold this digest and the certificate's key signed them."""
    try:
        info, certificate = extract_signer_info(signed), extract_certificate_info(signed).signer_cert
        attributes = info["signed_attrs"]
        if isinstance(attributes, core.Void) or len(_all(attributes, "message_digest")) != 1:
            return [reason("attributes_missing", "no signed messageDigest")]
        if not isinstance(signed["encap_content_info"]["content"], core.Void):
            return [reason("attributes_missing", "content inside a detached signature")]
        intact, valid = validate_sig_integrity(info, certificate, "data", digest)
    except ERRORS as error:
        return [reason("forged", error)]
    return [] if intact and valid else [reason("altered" if valid else "forged")]


def digest_reasons(info: cms.SignerInfo, certificate: x509.Certificate) -> list[Reason]:
    """Digests nobody should rely on any more, of the document or of the signature; short RSA keys too."""
    used = {info["digest_algorithm"]["algorithm"].native.lower()}
    with suppress(ValueError):
        used.add(info["signature_algorithm"].hash_algo)
    for names, code in ((_BROKEN, "broken_digest"), (_WEAK, "weak_digest")):
        if found := used & names:
            return [reason(code, algorithm=", ".join(_NAMES[one] for one in sorted(found)))]
    key = certificate.public_key
    if key.algorithm == "rsa" and key.bit_size < 2000:
        return [reason("weak_digest", algorithm=f"RSA {key.bit_size} bit")]
    return []


def stamp_in(info: cms.SignerInfo) -> tuple[Stamp | None, list[Reason]]:
    """The first sound time stamp over this signature; a stamp of something else is a reason."""
    try:
        tokens = list(extract_tst_data_iter(info, signed=False))
        value = info["signature"].native
    except ERRORS as error:
        return None, [reason("timestamp_wrong", error)]
    for token in tokens:
        stamp = stamp_of(token, lambda name: hashlib.new(name, value).digest())
        if stamp is None:
            return None, [reason("timestamp_wrong")]
        return stamp, []
    return None, []


def stamp_of(token: cms.SignedData, imprint: Callable[[str], bytes]) -> Stamp | None:
    """The stamp, when its own signature holds and its imprint is ``imprint(algorithm)``; else None."""
    try:
        held = token["encap_content_info"]
        told: Any = held["content"].parsed
        if held["content_type"].native != "tst_info" or not isinstance(told, tsp.TSTInfo):
            return None
        algorithm = told["message_imprint"]["hash_algorithm"]["algorithm"].native
        if told["message_imprint"]["hashed_message"].native != imprint(algorithm):
            return None
        info, known = extract_signer_info(token), extract_certificate_info(token)
        own = info["digest_algorithm"]["algorithm"].native
        digest = hashlib.new(own, bytes(held["content"])).digest()
        if isinstance(info["signed_attrs"], core.Void):
            return None
        intact, valid = validate_sig_integrity(info, known.signer_cert, "tst_info", digest)
        weak = bool({own, algorithm} & (_BROKEN | _WEAK))
        time = told["gen_time"].native
    except ERRORS:
        return None
    return Stamp(time, known.signer_cert, tuple(known.other_certs), weak) if intact and valid else None


def _all(attributes: Any, name: str) -> list[Any]:
    return [value for one in attributes if one["type"].native == name for value in one["values"]]
