"""An identity under seal: made and opened here alone. What is in clear is never printed, logged or compared."""

from __future__ import annotations

import json
import os
import uuid
from dataclasses import asdict, dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from chuan.files.keyrings import KeyRing, Wrapped
from chuan.rules.refusals.sealing import SealBroken

_MAGIC = b"chuan-identity-1\n"
_NONCE, _STEP = 12, 2048
"""Bytes of the nonce, and to which multiple a text is filled up: the length of a row tells no name."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who denounced. ``repr`` shows nothing: it may stand in a traceback."""

    name: str = field(repr=False)
    birth_year: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    telephone: str = field(default="", repr=False)
    other: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Envelope:
    """An identity sealed: its ciphertext and its data key under lock."""

    ciphertext: bytes = field(repr=False)
    wrapped: Wrapped = field(repr=False)


def seal(identity: Identity, petition_uid: uuid.UUID, ring: KeyRing) -> Envelope:
    """AES-256-GCM with a random data key, bound to the petition; filled up with blanks (NIST SP 800-38D)."""
    about = _MAGIC + petition_uid.bytes
    key, nonce = AESGCM.generate_key(256), os.urandom(_NONCE)
    told = json.dumps(asdict(identity), ensure_ascii=False).encode()
    filled = told.ljust(-(-len(told) // _STEP) * _STEP)
    return Envelope(nonce + AESGCM(key).encrypt(nonce, filled, about), ring.wrap(key, about))


def opened(envelope: Envelope, petition_uid: uuid.UUID, ring: KeyRing) -> Identity:
    """The identity. Raises ``SealKeyMissing``, ``SealBroken``. Who may and why is asked and written down before."""
    about = _MAGIC + petition_uid.bytes
    key = ring.unwrap(envelope.wrapped, about)
    nonce, sealed = envelope.ciphertext[:_NONCE], envelope.ciphertext[_NONCE:]
    try:
        told = json.loads(AESGCM(key).decrypt(nonce, sealed, about))
    except (InvalidTag, ValueError):
        raise SealBroken() from None
    return Identity(**told)


def rewrapped(wrapped: Wrapped, petition_uid: uuid.UUID, ring: KeyRing) -> Wrapped:
    """The data key under the ring's current key; the ciphertext stays as it is, and shut."""
    about = _MAGIC + petition_uid.bytes
    return ring.wrap(ring.unwrap(wrapped, about), about)


def fits(wrapped: Wrapped, petition_uid: uuid.UUID, ring: KeyRing) -> None:
    """Whether the ring's key opens the lock, the identity staying shut. Raises ``SealKeyMissing``, ``SealBroken``."""
    ring.unwrap(wrapped, _MAGIC + petition_uid.bytes)
