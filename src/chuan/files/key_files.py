"""A secret of 32 bytes in a file of its own beside the keys of sealed files: made once, for its owner only.

Outside the database and outside backups. Who uses it says what it is for and what its loss means.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

BYTES = 32


class KeyUnsafe(Exception):
    """The file is damaged, or others may read it."""


def beside_seals(name: str) -> Path:
    """Where a key of this name lies."""
    return Path(settings.SEAL_KEYS).with_name(name)


def secret_of(file: Path, fresh: Callable[[], bytes]) -> bytes:
    """The 32 bytes of the file; where there is none, ``fresh`` makes them first. Raises ``KeyUnsafe``."""
    if not file.exists():
        _make(file, fresh())
    if os.name == "posix" and file.stat().st_mode & 0o077:
        raise KeyUnsafe
    secret = file.read_bytes()
    if len(secret) != BYTES:
        raise KeyUnsafe
    return secret


def _make(file: Path, secret: bytes) -> None:
    """A first key, to its owner only; of two processes that make one at once the first stands."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(secret)
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(fresh, file)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
