"""Sealed bytes: encrypted while they come in, opened only with the ring's key, piece by piece.

Each file has a random data key. Its bytes are cut into pieces of 64 KiB, each sealed with AES-256-GCM under a
nonce of 7 random bytes, the piece's number and a mark on the last piece: the STREAM construction (Hoang,
Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance, CRYPTO
2015). A piece changed, lost, doubled, moved or cut off at the end does not open. The name the file came under
stands inside, before its bytes, so that no name lies in clear either.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import transaction

from chuan.files.actions import flush_names, path_of
from chuan.files.keyrings import KeyRing, Wrapped
from chuan.files.models import Blob, SealedFile
from chuan.rules.refusals.sealing import SealBroken

MEDIA_TYPE = "application/x-chuan-sealed"
PIECE = 65_536
_MAGIC = b"chuan-seal-1\n"
_PREFIX, _TAG, _LONGEST_NAME = 7, 16, 1000
_HEAD = len(_MAGIC) + _PREFIX
_FOLDER = "sealing"
FORGOTTEN = timedelta(days=1)
"""So long after its last byte came in, ciphertext that nobody kept is what a killed process left."""


class Sealer:
    """Seals what is fed to it into a file of ciphertext; at no time holds more than two pieces.

    Use as a context: leaving it without ``finish`` throws the file away.
    """

    def __init__(self, ring: KeyRing, *, name: str) -> None:
        self.code = uuid.uuid4().hex
        self._prefix = os.urandom(_PREFIX)
        key = AESGCM.generate_key(256)
        self._cipher, self._wrapped = AESGCM(key), ring.wrap(key, _MAGIC + self._prefix)
        folder = Path(settings.FILES_DIR) / _FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(dir=folder, prefix=self.code)
        self._file, self._path = os.fdopen(handle, "wb"), Path(path)
        self._digest, self._count, self.size = hashlib.sha256(), 0, 0
        self._put(_MAGIC + self._prefix)
        told = name.encode()[:_LONGEST_NAME]
        self._held = bytearray(len(told).to_bytes(2, "big") + told)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.drop()

    def feed(self, data: bytes) -> None:
        """More of the file; whole pieces are sealed and written at once."""
        self.size += len(data)
        self._held += data
        while len(self._held) > PIECE:
            self._seal(bytes(self._held[:PIECE]), last=False)
            del self._held[:PIECE]

    def finish(self) -> Sealed:
        """The last piece, flushed to the disk."""
        self._seal(bytes(self._held), last=True)
        self._held.clear()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        return Sealed(self.code, self._path, self._digest.hexdigest(), self._wrapped, self.size)

    def drop(self) -> None:
        """Throw away what was not finished."""
        if not self._file.closed:
            self._file.close()
            self._path.unlink(missing_ok=True)

    def _seal(self, piece: bytes, *, last: bool) -> None:
        nonce = _nonce(self._prefix, self._count, last=last)
        self._put(self._cipher.encrypt(nonce, piece, _MAGIC))
        self._count += 1

    def _put(self, data: bytes) -> None:
        self._digest.update(data)
        self._file.write(data)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file sealed and not yet kept: a code instead of its name, its ciphertext and its wrapped key.

    ``size`` counts the bytes that came in.
    """

    code: str
    path: Path
    digest: str
    wrapped: Wrapped
    size: int

    def drop(self) -> None:
        """Throw the ciphertext away; a kept file is no longer here and stays."""
        self.path.unlink(missing_ok=True)


def keep(sealed: Sealed) -> SealedFile:
    """Move the ciphertext among the kept bytes and remember its wrapped key. Nothing in clear is written."""
    path = path_of(sealed.digest)
    path.parent.mkdir(parents=True, exist_ok=True)
    size = sealed.path.stat().st_size
    os.replace(sealed.path, path)
    flush_names(path)
    blob, _ = Blob.objects.get_or_create(
        digest=sealed.digest, defaults={"size": size, "media_type": MEDIA_TYPE}
    )
    return SealedFile.objects.create(
        blob=blob, key_id=sealed.wrapped.key_id, wrapped_key=sealed.wrapped.locked, size=sealed.size
    )


def opened(kept: SealedFile, ring: KeyRing) -> tuple[str, Iterator[bytes]]:
    """The name it came under and its bytes in pieces.

    Raises ``SealKeyMissing``, ``SealBroken``; the latter also while the pieces are drawn, so that a caller
    gives nothing away before the last piece. Who may open and why is asked and written down by the caller.
    """
    wrapped = Wrapped(kept.key_id, bytes(kept.wrapped_key))
    return _opened(path_of(kept.blob.digest), ring, wrapped)


def not_yet_kept(sealed: Sealed, ring: KeyRing) -> Iterator[bytes]:
    """The bytes of a file that has just come in, for a look at it before it is kept. Raises ``SealBroken``."""
    return _opened(sealed.path, ring, sealed.wrapped)[1]


def _opened(path: Path, ring: KeyRing, wrapped: Wrapped) -> tuple[str, Iterator[bytes]]:
    try:
        file = path.open("rb")
    except OSError:
        raise SealBroken() from None
    pieces = _pieces(file, ring, wrapped)
    first = next(pieces)
    length = int.from_bytes(first[:2], "big")
    name = first[2 : 2 + length].decode("utf-8", "replace")
    return name, _after(first[2 + length :], pieces)


def rewrap(kept: SealedFile, ring: KeyRing) -> None:
    """Put the file's key under the ring's current key; the bytes stay as they are."""
    with path_of(kept.blob.digest).open("rb") as file:
        about = file.read(_HEAD)
    fresh = ring.wrap(ring.unwrap(Wrapped(kept.key_id, bytes(kept.wrapped_key)), about), about)
    kept.key_id, kept.wrapped_key = fresh.key_id, fresh.locked
    kept.save(update_fields=["key_id", "wrapped_key"])


def destroy(kept: SealedFile, *, at: datetime) -> None:
    """Destroy a sealed file for ever, inside a transaction: its key with the row, its bytes once that is committed.

    Rows that point at it go first. A process killed in between leaves bytes that no key opens; ``sweep`` takes them.
    """
    blob = kept.blob
    SealedFile.objects.filter(pk=kept.pk).update(wrapped_key=bytes(len(kept.wrapped_key)))
    kept.delete()
    Blob.objects.filter(pk=blob.pk).update(let_go_at=at)
    transaction.on_commit(lambda: path_of(blob.digest).unlink(missing_ok=True))


def sweep(*, at: datetime) -> int:
    """Throw away ciphertext that killed processes left: half uploads, and bytes of files destroyed. How many."""
    folder = Path(settings.FILES_DIR) / _FOLDER
    old = [one for one in folder.glob("*") if one.is_file() and _age(one, at) > FORGOTTEN]
    gone = Blob.objects.filter(media_type=MEDIA_TYPE, let_go_at__isnull=False).values_list(
        "digest", flat=True
    )
    left = [*old, *(path for digest in gone if (path := path_of(digest)).exists())]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def left_over(*, at: datetime) -> int:
    """How many half uploads lie there that ``sweep`` would take."""
    folder = Path(settings.FILES_DIR) / _FOLDER
    return sum(1 for one in folder.glob("*") if one.is_file() and _age(one, at) > FORGOTTEN)


def _age(path: Path, at: datetime) -> timedelta:
    try:
        return timedelta(seconds=at.timestamp() - path.stat().st_mtime)
    except OSError:  # somebody else was quicker
        return timedelta(0)


def _after(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    yield from pieces


def _pieces(file: BinaryIO, ring: KeyRing, wrapped: Wrapped) -> Iterator[bytes]:
    with file:
        head = file.read(_HEAD)
        if not head.startswith(_MAGIC) or len(head) != _HEAD:
            raise SealBroken()
        cipher = AESGCM(ring.unwrap(wrapped, head))
        number, piece = 0, file.read(PIECE + _TAG)
        while piece:
            following = file.read(PIECE + _TAG)
            nonce = _nonce(head[len(_MAGIC) :], number, last=not following)
            try:
                yield cipher.decrypt(nonce, piece, _MAGIC)
            except (InvalidTag, ValueError):
                raise SealBroken() from None
            number, piece = number + 1, following
        if not number:
            raise SealBroken()


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])
