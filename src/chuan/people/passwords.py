"""One-time passwords: made by chance, said once, changed at the first sign-in."""

from __future__ import annotations

import secrets

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""No i, l, o, 0, 1: it is read aloud or copied by hand."""


def one_time() -> str:
    """Four groups of five: 20 letters of 31, 99 bits (OWASP ASVS 5.0, 6.4.1: random, within the policy)."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))
