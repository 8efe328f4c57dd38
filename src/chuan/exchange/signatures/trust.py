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

from chuan.rules.refusals import AnchorUnreadable

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
        found: list[x509.Certificate] = []
        crls: list[bytes] = []
        ocsps: list[bytes] = []
        for name, data in files:
            for der in unarmoured(data, name=name):
                _sort(der, found, crls, ocsps, name=name)
        names = {one.subject.hashable for one in found}
        tops = [one for one in found if one.self_issued or one.issuer.hashable not in names]
        return cls(
            anchors=tuple(one.dump() for one in tops),
            intermediates=tuple(one.dump() for one in found if one not in tops),
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
    return _loaded(x509.Certificate, items)


def revocation_lists(items: Iterable[bytes]) -> list[crl.CertificateList]:
    """Lists of DER or PEM items. Raises ``AnchorUnreadable``."""
    return _loaded(crl.CertificateList, items)


def answers(items: Iterable[bytes]) -> list[ocsp.OCSPResponse]:
    """OCSP answers of DER or PEM items. Raises ``AnchorUnreadable``."""
    return _loaded(ocsp.OCSPResponse, items)


def readable(value: Any) -> bool:
    """What matters of it can be read; a list's entries are not walked, there may be a hundred thousand."""
    try:
        if isinstance(value, crl.CertificateList):
            _ = value.issuer.hashable, value["tbs_cert_list"]["this_update"].native, value["signature"].native
        elif isinstance(value, ocsp.OCSPResponse):
            _ = value["response_status"].native == "successful" and value.response_data["responses"].native
        else:
            _ = value.native, value.issuer.hashable, value.public_key.native
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return False
    return True


def _loaded(kind: Any, items: Iterable[bytes]) -> list[Any]:
    named = [(f"mục tin cậy thứ {number}", one) for number, one in enumerate(items, 1)]
    return [_load(kind, der, name) for name, one in named for der in unarmoured(one, name=name)]


def _load(kind: Any, der: bytes, name: str) -> Any:
    try:
        read = kind.load(der, strict=True)
    except (ValueError, TypeError):
        raise AnchorUnreadable(name=name) from None
    if not readable(read):
        raise AnchorUnreadable(name=name)
    return read


def _sort(
    der: bytes, found: list[x509.Certificate], crls: list[bytes], ocsps: list[bytes], *, name: str
) -> None:
    for kind in (x509.Certificate, crl.CertificateList, ocsp.OCSPResponse):
        try:
            read = _load(kind, der, name)
        except AnchorUnreadable:
            continue
        if kind is x509.Certificate:
            found.append(read)
        else:
            (crls if kind is crl.CertificateList else ocsps).append(der)
        return
    raise AnchorUnreadable(name=name)
