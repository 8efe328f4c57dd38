"""The house's own key: a mark of origin on files that leave it (Ed25519, RFC 8032). No legal signature of anybody.

The secret key lies in a file beside the keys of sealed files, for its owner only, outside the database and outside
backups. Whoever knows the fingerprint from a paper can tell that a file came from this house and was not changed.
A lost key means another fingerprint from then on; files marked before keep their own.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from chuan.files.key_files import KeyUnsafe, beside_seals, secret_of

__all__ = ["KeyUnsafe", "fingerprint", "is_of", "known_fingerprint", "path", "public_key", "sign", "text_of"]

NAME = "figures-key"
_SHOWN = 32
"""Hexadecimal digits of a fingerprint: 128 bits, no second key can be made for them."""


def path() -> Path:
    """Where the key lies."""
    return beside_seals(NAME)


def sign(data: bytes) -> bytes:
    """The mark of this house on the bytes; a first key is made where there is none. Raises ``KeyUnsafe``."""
    return _key().sign(data)


def public_key() -> bytes:
    """The 32 bytes that others check with; a first key is made where there is none. Raises ``KeyUnsafe``."""
    return _key().public_key().public_bytes_raw()


def known_fingerprint() -> str:
    """The fingerprint of the key in use, "" while there is none or it may not be used: pages only read."""
    try:
        return fingerprint(public_key()) if path().exists() else ""
    except KeyUnsafe:
        return ""


def fingerprint(public: bytes) -> str:
    """How a key is printed and read aloud: "3F9A-0C71-…", eight groups of four (of SHA-256)."""
    begin = hashlib.sha256(public).hexdigest()[:_SHOWN].upper()
    return "-".join(begin[at : at + 4] for at in range(0, _SHOWN, 4))


def is_of(public: bytes, mark: bytes, data: bytes) -> bool:
    """Whether the mark on the bytes was made with the secret key of this public key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(mark, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def text_of(data: bytes) -> str:
    """Key or mark as a file holds it."""
    return base64.b64encode(data).decode()


def _key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(secret_of(path(), _fresh))


def _fresh() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes_raw()
