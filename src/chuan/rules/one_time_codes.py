"""One-time codes by time, as authenticator apps show them (RFC 4226, RFC 6238)."""

from __future__ import annotations

import base64
import hmac
import struct
from datetime import datetime
from urllib.parse import quote, urlencode

SECONDS = 30
"""How long one code is shown (RFC 6238, 5.2; OWASP ASVS 5.0, 6.5.5 allows no more)."""

DIGITS = 6
"""What every app shows (RFC 4226, 5.3: at least six)."""

DRIFT = 1
"""Steps forgiven to either side: clocks of phones differ, and typing takes time (RFC 6238, 5.2)."""


def code_at(secret: bytes, step: int) -> str:
    """The code of a time step: HMAC-SHA-1, dynamic truncation, six digits (RFC 4226, 5.3)."""
    digest = hmac.digest(secret, struct.pack(">Q", step), "sha1")
    start = digest[-1] & 0x0F
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def step_of(at: datetime) -> int:
    """The number of the half minute that the moment lies in, counted from 1970 (RFC 6238, 4.2)."""
    return int(at.timestamp()) // SECONDS


def matching_step(secret: bytes, typed: str, *, at: datetime, after: int = 0) -> int | None:
    """The time step whose code was typed, or None.

    Steps up to ``after`` do not count: a code opens once (RFC 6238, 5.2; OWASP ASVS 5.0, 6.5.1).
    Every candidate is compared, so that the time taken tells nothing.
    """
    now, wanted = step_of(at), typed.encode()
    found = [
        step
        for step in range(now - DRIFT, now + DRIFT + 1)
        if hmac.compare_digest(code_at(secret, step).encode(), wanted) and step > after
    ]
    return found[-1] if found else None


def typed_secret(secret: bytes) -> str:
    """The secret in letters and digits (base 32), for whoever cannot photograph it."""
    return base64.b32encode(secret).decode().rstrip("=")


def app_address(secret: bytes, *, account: str, issuer: str) -> str:
    """The address that the picture holds (``otpauth://totp/…``, the format that authenticator apps share)."""
    label = quote(f"{issuer}:{account}", safe="")
    return f"otpauth://totp/{label}?{urlencode({'secret': typed_secret(secret), 'issuer': issuer}, quote_via=quote)}"
