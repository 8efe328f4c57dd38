"""The keys of the house: never inside an archive; written to a file of their own when somebody asks for it.

An archive travels on sticks and shares. Whoever has the secret key can read second factors and sign sessions, and
whoever has the keys of sealed files can read those: so they travel apart (docs/decisions/backups.md).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from pathlib import Path

from django.conf import settings

from chuan.upkeep.refusals import FileStands, KeysUnreadable

_KIND = "chuan-keys-1"
BLIND = "blind-key"
"""The key of comparing (``petitions.keyed``), beside the keys of sealed files; older files of keys hold none."""

MARKING = "figures-key"
"""The house's own key (``files.house_key``), likewise."""

_BINARY = (BLIND, MARKING)
"""Keys that are bytes: a file of keys holds them in base64."""


def mark(secret_key: str) -> str:
    """Recognises a secret key; tells nothing of it (a keyed digest, RFC 2104)."""
    return hmac.new(secret_key.encode(), b"chuan backup", hashlib.sha256).hexdigest()[:32]


def require_new(path: Path) -> None:
    """Look before the archive is made, which takes its time. Raises ``FileStands``."""
    if path.exists():
        raise FileStands(path=str(path))


def write(path: Path) -> None:
    """Write the keys to a new file that only its owner may read. Raises ``FileStands``."""
    sealed = Path(settings.SEAL_KEYS)
    told = {
        "kind": _KIND,
        "secret_key": str(settings.SECRET_KEY),
        "seal_keys": sealed.read_text("ascii") if sealed.is_file() else "",
        **{name: _as_text(sealed.with_name(name)) for name in _BINARY},
    }
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise FileStands(path=str(path)) from None
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(told, file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> dict[str, str]:
    """The keys of a file that ``write`` made. Raises ``KeysUnreadable``."""
    try:
        told = json.loads(path.read_text("utf-8"))
        if told["kind"] != _KIND:
            raise KeysUnreadable(path=str(path))
        for name in _BINARY:
            base64.b64decode(str(told.get(name, "")), validate=True)
        return {
            "secret_key": str(told["secret_key"]),
            "seal_keys": str(told["seal_keys"]),
            **{name: str(told.get(name, "")) for name in _BINARY},
        }
    except (ValueError, KeyError, TypeError) as error:
        raise KeysUnreadable(path=str(path)) from error


def in_use(told: dict[str, str] | None) -> str:
    """The secret key that the house will work with: one in the environment goes before one laid back."""
    if told is None or os.environ.get("CHUAN_SECRET_KEY"):
        return str(settings.SECRET_KEY)
    return told["secret_key"]


def put_back(told: dict[str, str], data: Path, *, aside: Path) -> None:
    """Lay the keys into the data folder; those that stood there go to ``aside``."""
    for name in ("secret_key", "seal_keys", *_BINARY):
        path, key = data / name, _key_of(told, name)
        if not key or (path.is_file() and path.read_bytes() == key):
            continue
        if path.exists():
            aside.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.replace(path, aside / name)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())


def _key_of(told: dict[str, str], name: str) -> bytes:
    """The bytes of one key's file; some are written in base64. Raises ``ValueError``."""
    text = told.get(name, "")
    return base64.b64decode(text, validate=True) if name in _BINARY else text.encode()


def _as_text(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode() if path.is_file() else ""
