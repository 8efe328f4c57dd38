"""Keyed digests: who is the same, and what is the same, without keeping who or what.

A digest (HMAC-SHA-256, RFC 2104) is made with a key that lies in a file beside the keys of sealed files: outside the
database and outside backups. Whoever holds a copy of the data cannot try names against it. Another key makes every
older digest unknown: repeats of letters taken in before are then not found any more, nothing else is lost.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from chuan.files import key_files
from chuan.rules.refusals.sealing import SealKeysUnsafe
from chuan.rules.vietnamese import fold


def digest(purpose: str, text: str) -> str:
    """64 hexadecimal digits that are the same for the same purpose and folded text. Raises ``SealKeysUnsafe``."""
    return next(digests(purpose, (text,)))


def digests(purpose: str, texts: Iterable[str]) -> Iterator[str]:
    """The same of many texts in their order; the key is read once. Raises ``SealKeysUnsafe``."""
    key = _key()
    for text in texts:
        told = f"{purpose}\n{' '.join(fold(text).split())}"
        yield hmac.new(key, told.encode(), hashlib.sha256).hexdigest()


def exact(purpose: str, text: str) -> str:
    """The same of a text as it is: codes of receipts."""
    return hmac.new(_key(), f"{purpose}\n{text}".encode(), hashlib.sha256).hexdigest()


def path() -> Path:
    """Where the key lies: beside the keys of sealed files."""
    return key_files.beside_seals("blind-key")


def _key() -> bytes:
    try:
        return key_files.secret_of(path(), lambda: os.urandom(key_files.BYTES))
    except key_files.KeyUnsafe:
        raise SealKeysUnsafe() from None
