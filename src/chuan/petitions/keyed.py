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

from django.conf import settings

from chuan.rules.refusals.sealing import SealKeysUnsafe
from chuan.rules.vietnamese import fold

_BYTES = 32


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
    return Path(settings.SEAL_KEYS).with_name("blind-key")


def _key() -> bytes:
    file = path()
    if not file.exists():
        _make(file)
    if os.name == "posix" and file.stat().st_mode & 0o077:
        raise SealKeysUnsafe()
    key = file.read_bytes()
    if len(key) != _BYTES:
        raise SealKeysUnsafe()
    return key


def _make(file: Path) -> None:
    """A first key, to its owner only; of two processes that make one at once the first stands."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(os.urandom(_BYTES))
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(fresh, file)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
