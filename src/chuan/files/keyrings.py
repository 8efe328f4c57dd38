"""Keys that wrap the keys of sealed files: outside the database and outside backups.

Every sealed file has a data key of its own; here it is wrapped by the ring's current key. A ring of a
ministry's hardware module may stand in for the file: only ``KeyRing`` is asked for.
"""

from __future__ import annotations

import base64
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from chuan.rules.refusals.sealing import SealBroken, SealKeyMissing, SealKeysUnsafe

_KEY_BYTES, _NONCE_BYTES = 32, 12


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A data key under lock: ``key_id`` names the key that locks it and is no secret."""

    key_id: str
    locked: bytes


class KeyRing(Protocol):
    """What wraps data keys and unwraps them; ``about`` binds the wrapped key to its file."""

    def wrap(self, data_key: bytes, about: bytes) -> Wrapped:
        """The data key under the current key."""

    def unwrap(self, wrapped: Wrapped, about: bytes) -> bytes:
        """The data key. Raises ``SealKeyMissing``, ``SealBroken``."""


@dataclass(frozen=True, slots=True)
class FileKeyRing:
    """Keys in a text file, one a line as ``name base64``; the last one is current, older ones still open.

    ``repr`` shows names only. AES-256-GCM with a random nonce for each wrapping (NIST SP 800-38D).
    """

    path: Path

    def wrap(self, data_key: bytes, about: bytes) -> Wrapped:
        """The data key under the newest key; a first key is made where there is none."""
        keys = self._keys() or {self.rotate(): b""}
        name = list(keys)[-1]
        nonce = os.urandom(_NONCE_BYTES)
        return Wrapped(name, nonce + AESGCM(self._keys()[name]).encrypt(nonce, data_key, about))

    def unwrap(self, wrapped: Wrapped, about: bytes) -> bytes:
        """The data key. Raises ``SealKeyMissing``, ``SealBroken``."""
        key = self._keys().get(wrapped.key_id)
        if key is None:
            raise SealKeyMissing(key=wrapped.key_id)
        nonce, locked = wrapped.locked[:_NONCE_BYTES], wrapped.locked[_NONCE_BYTES:]
        try:
            return AESGCM(key).decrypt(nonce, locked, about)
        except (InvalidTag, ValueError):
            raise SealBroken() from None

    def rotate(self) -> str:
        """Add a key that wraps from now on; its name. Written at once and to its owner only."""
        name = f"k{len(self._keys()) + 1}-{secrets.token_hex(3)}"
        line = f"{name} {base64.b64encode(os.urandom(_KEY_BYTES)).decode()}\n"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        return name

    def remove(self, name: str) -> None:
        """Take a key off the ring for good; written whole or not at all, to its owner only."""
        lines = [line for line in self.path.read_text("ascii").splitlines() if line.split()[:1] != [name]]
        fresh = self.path.with_name(f"{self.path.name}.{secrets.token_hex(4)}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write("".join(f"{line}\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self.path)

    def names(self) -> list[str]:
        """Names of the keys held, the current one last."""
        return list(self._keys())

    def _keys(self) -> dict[str, bytes]:
        if not self.path.exists():
            return {}
        if os.name == "posix" and self.path.stat().st_mode & 0o077:
            raise SealKeysUnsafe()
        try:
            pairs = [line.split() for line in self.path.read_text("ascii").splitlines() if line.strip()]
            keys = {name: base64.b64decode(key, validate=True) for name, key in pairs}
        except ValueError:
            raise SealKeysUnsafe() from None
        if any(len(key) != _KEY_BYTES for key in keys.values()):
            raise SealKeysUnsafe()
        return keys


def held_names() -> list[str]:
    """Names of the keys in the house's file, the current one last; none where a hardware module stands in for it."""
    ring = house_ring()
    return ring.names() if isinstance(ring, FileKeyRing) else []


def house_ring() -> KeyRing:
    """The ring of this installation: the file that the setting SEAL_KEYS names."""
    return FileKeyRing(Path(settings.SEAL_KEYS))
