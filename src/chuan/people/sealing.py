"""Secrets of second factors, encrypted where they are stored.

The key is derived from the installation's secret key (HKDF-SHA256, RFC 5869), so a copied database
alone opens nothing; the account's uid is bound in, so a row moved to another account opens nothing.
Whoever loses the secret key loses these secrets, and nothing else: everybody sets up anew, with a
recovery code (hashed, not encrypted) or after the administrator has taken the old factor away.
"""

from __future__ import annotations

import base64
import secrets
import uuid

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from chuan.people.refusals_factors import FactorUnreadable

_VERSION = "1."
"""Written before what is sealed, so that another cipher or key can follow (OWASP ASVS 5.0, 11.2.2)."""

_PURPOSE = b"chuan second factor 1"
_NONCE = 12


def seal(secret: bytes, account_uid: uuid.UUID) -> str:
    """Encrypt for one account (AES-256-GCM, NIST SP 800-38D), as text."""
    nonce = secrets.token_bytes(_NONCE)
    return (
        _VERSION + base64.b64encode(nonce + AESGCM(_key()).encrypt(nonce, secret, account_uid.bytes)).decode()
    )


def unseal(sealed: str, account_uid: uuid.UUID) -> bytes:
    """The secret again; raises ``FactorUnreadable`` when the key or the account is another one."""
    if not sealed.startswith(_VERSION):
        raise FactorUnreadable()
    data = base64.b64decode(sealed.removeprefix(_VERSION))
    try:
        return AESGCM(_key()).decrypt(data[:_NONCE], data[_NONCE:], account_uid.bytes)
    except InvalidTag:
        raise FactorUnreadable() from None


def _key() -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(settings.SECRET_KEY.encode())
