"""The code of a receipt: on paper only, under which an answer waits."""

from __future__ import annotations

import secrets

from chuan.petitions import keyed
from chuan.petitions.models import Petition

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No 0 and O, 1, I and L: what is read aloud at a counter is written down right. Twelve of them are 59 bits."""

_LENGTH, _GROUP = 12, 4


def new_code() -> str:
    """A code that was never given: "7KQ2-XM4T-9HRD"."""
    return grouped("".join(secrets.choice(LETTERS) for _n in range(_LENGTH)))


def grouped(code: str) -> str:
    """In groups of four, as on paper."""
    return "-".join(code[n : n + _GROUP] for n in range(0, len(code), _GROUP))


def kept(code: str) -> str:
    """What is kept of a code, however it was typed: a keyed digest; "" for what is no code."""
    plain = "".join(letter for letter in code.upper() if letter.isascii() and letter.isalnum())
    whole = len(plain) == _LENGTH and set(plain) <= set(LETTERS)
    return keyed.exact("receipt", plain) if whole else ""


def fits(code: str, petition: Petition) -> bool:
    """Whether the code is the petition's."""
    digest = kept(code)
    return bool(digest) and secrets.compare_digest(digest, petition.receipt)
