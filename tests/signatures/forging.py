"""CMS values made wrong on purpose, and put where the honest one stood: Contents is not signed by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from asn1crypto import algos, cms
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from tests.signatures.papers import contents_of, gap_of, with_contents
from tests.signing.authority import Credential

Change = Callable[[cms.SignedData], None]


def digest_of(pdf: bytes, which: int = -1, name: str = "sha256") -> bytes:
    """The digest of the covered bytes of a whole file."""
    start, stop = gap_of(pdf, which)
    return hashlib.new(name, pdf[:start] + pdf[stop:]).digest()


def changed(pdf: bytes, change: Change, *, by: Credential | None = None, which: int = -1) -> bytes:
    """The signature's CMS value changed; with ``by`` its attributes are signed anew by that key."""
    info = cms.ContentInfo.load(contents_of(pdf, which)).copy()
    data = info["content"]
    change(data)
    if by is not None:
        signer = data["signer_infos"][0]
        signer["signature"] = by.key.sign(signer["signed_attrs"].untag().dump(), ec.ECDSA(hashes.SHA256()))
    return with_contents(pdf, info.dump(force=True), which)


def without(name: str) -> Change:
    """Without a signed attribute."""

    def change(data: cms.SignedData) -> None:
        signer = data["signer_infos"][0]
        kept = [one for one in signer["signed_attrs"] if one["type"].native != name]
        signer["signed_attrs"] = cms.CMSAttributes(kept)

    return change


def without_attributes(digest: bytes, by: Credential) -> Change:
    """No signed attributes at all: the key signs the digest of the document directly."""
    from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

    def change(data: cms.SignedData) -> None:
        old = data["signer_infos"][0]
        made = {name: old[name] for name in ("version", "sid", "digest_algorithm", "signature_algorithm")}
        made["signature"] = by.key.sign(digest, ec.ECDSA(Prehashed(hashes.SHA256())))
        data["signer_infos"] = [cms.SignerInfo(made)]

    return change


def with_two_signers(data: cms.SignedData) -> None:
    """The same signer twice."""
    data["signer_infos"] = [*data["signer_infos"], data["signer_infos"][0].copy()]


def without_signers(data: cms.SignedData) -> None:
    """Nobody signed."""
    data["signer_infos"] = []


def without_certificates(data: cms.SignedData) -> None:
    """Nobody can tell who signed."""
    data["certificates"] = []


def with_certificate_of(other: Credential) -> Change:
    """The name in the signature turned to somebody else's certificate."""

    def change(data: cms.SignedData) -> None:
        data["certificates"] = [cms.CertificateChoices("certificate", other.asn1)]
        signer = data["signer_infos"][0]
        named = {"issuer": other.asn1.issuer, "serial_number": other.asn1.serial_number}
        signer["sid"] = cms.SignerIdentifier("issuer_and_serial_number", cms.IssuerAndSerialNumber(named))

    return change


def with_content(data: cms.SignedData) -> None:
    """A detached signature with something inside."""
    data["encap_content_info"] = cms.ContentInfo({"content_type": "data", "content": b"other"})


def with_flipped_signature(data: cms.SignedData) -> None:
    """One bit of the signature value."""
    signer = data["signer_infos"][0]
    value = bytearray(signer["signature"].native)
    value[-1] ^= 1
    signer["signature"] = bytes(value)


def with_digest(name: str, digest: bytes) -> Change:
    """Another, weaker digest, honestly computed; the signature value then has to be made anew."""

    def change(data: cms.SignedData) -> None:
        signer = data["signer_infos"][0]
        signer["digest_algorithm"] = algos.DigestAlgorithm({"algorithm": name})
        hashed = cms.CMSAttribute({"type": "message_digest", "values": [digest]})
        strange = ("message_digest", "cms_algorithm_protection")
        kept = [one for one in signer["signed_attrs"] if one["type"].native not in strange]
        signer["signed_attrs"] = cms.CMSAttributes([*kept, hashed])

    return change


def with_stamp_of(other: bytes) -> Change:
    """The time stamp of another signature."""

    def change(data: cms.SignedData) -> None:
        theirs = cms.ContentInfo.load(contents_of(other))["content"]["signer_infos"][0]
        data["signer_infos"][0]["unsigned_attrs"] = theirs["unsigned_attrs"].copy()

    return change
