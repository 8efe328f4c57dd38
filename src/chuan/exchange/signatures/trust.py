"""What the unit trusts, given offline: anchors, certificates in between, revocation lists, OCSP answers."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from asn1crypto import crl, ocsp, pem, x509

from chuan.exchange.signatures.refusals import AnchorUnreadable

_FIELDS = ("anchors", "intermediates", "crls", "ocsps")


@dataclass(frozen=True)
class Trust:
    """Each item DER or PEM. ``anchors`` are where a chain of certificates may end."""

    anchors: tuple[bytes, ...] = ()
    intermediates: tuple[bytes, ...] = ()
    crls: tuple[bytes, ...] = ()
    ocsps: tuple[bytes, ...] = ()

    @cached_property
    def digest(self) -> str:
        """SHA-256 over all items, the order of items not counting; "" when nothing is trusted."""
        items = [
            f"{name}:{hashlib.sha256(one).hexdigest()}" for name in _FIELDS for one in getattr(self, name)
        ]
        return hashlib.sha256("\n".join(sorted(items)).encode()).hexdigest() if items else ""

    @classmethod
    def from_folder(cls, folder: Path) -> Self:
        """Every file of the folder (or the one file), told by its content.

        Raises ``AnchorUnreadable``, FileNotFoundError.
        """
        if folder.is_file():
            return cls.from_files([(folder.name, folder.read_bytes())])
        held = sorted(one for one in folder.iterdir() if one.is_file() and not one.name.startswith("."))
        return cls.from_files((one.name, one.read_bytes()) for one in held)

    @classmethod
    def from_files(cls, files: Iterable[tuple[str, bytes]]) -> Self:
        """Sorts certificates, lists and answers by content; several in one PEM file are all taken.

        A certificate of an authority whose own issuer is not among the files is an anchor: it is the
        top of what was given. Raises ``AnchorUnreadable``.
        """
        certificates: list[x509.Certificate] = []
        crls: list[bytes] = []
        ocsps: list[bytes] = []
        for name, data in files:
            for der in unarmoured(data, name=name):
                _sort(der, certificates, crls, ocsps, name=name)
        names = {one.subject.hashable for one in certificates}
        tops = [one for one in certificates if one.self_issued or one.issuer.hashable not in names]
        return cls(
            anchors=tuple(one.dump() for one in tops),
            intermediates=tuple(one.dump() for one in certificates if one not in tops),
            crls=tuple(crls),
            ocsps=tuple(ocsps),
        )

    def to_json(self) -> dict[str, Any]:
        """For the way into the checking process."""
        return {name: [base64.b64encode(one).decode() for one in getattr(self, name)] for name in _FIELDS}

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Self:
        """The inverse of ``to_json``."""
        return cls(**{name: tuple(base64.b64decode(one) for one in said[name]) for name in _FIELDS})


def unarmoured(data: bytes, *, name: str = "") -> list[bytes]:
    """The DER values of a DER or PEM file. Raises ``AnchorUnreadable`` for broken PEM."""
    if not pem.detect(data):
        return [data]
    try:
        return [der for _type, _headers, der in pem.unarmor(data, multiple=True)]
    except (ValueError, TypeError):
        raise AnchorUnreadable(name=name) from None


def certificates(items: Iterable[bytes]) -> list[x509.Certificate]:
    """Certificates of DER or PEM items. Raises ``AnchorUnreadable``."""
    return [_load(x509.Certificate, der) for one in items for der in unarmoured(one)]


def revocation_lists(items: Iterable[bytes]) -> list[crl.CertificateList]:
    """Lists of DER or PEM items. Raises ``AnchorUnreadable``."""
    return [_load(crl.CertificateList, der) for one in items for der in unarmoured(one)]


def answers(items: Iterable[bytes]) -> list[ocsp.OCSPResponse]:
    """OCSP answers of DER or PEM items. Raises ``AnchorUnreadable``."""
    return [_load(ocsp.OCSPResponse, der) for one in items for der in unarmoured(one)]


def _load(kind: Any, der: bytes) -> Any:
    try:
        read = kind.load(der, strict=True)
        _ = read.native
    except (ValueError, TypeError, OverflowError):
        raise AnchorUnreadable(name="") from None
    return read


def _sort(
    der: bytes, certificates: list[x509.Certificate], crls: list[bytes], ocsps: list[bytes], *, name: str
) -> None:
    for kind in (x509.Certificate, crl.CertificateList, ocsp.OCSPResponse):
        try:
            read = _load(kind, der)
        except AnchorUnreadable:
            continue
        if kind is x509.Certificate:
            certificates.append(read)
        else:
            (crls if kind is crl.CertificateList else ocsps).append(der)
        return
    raise AnchorUnreadable(name=name)
