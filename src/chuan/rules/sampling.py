"""Drawing a sample that anybody can draw again: an order by digest, not a generator's whims.

Each key is hashed with the seed and the smallest digests are taken. Whoever holds the list and the seed gets
the same sample on any machine and in any year; one key more or less moves at most one place of the sample.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from heapq import nsmallest

GREATEST_SEED = 2_147_483_647


def draw(keys: Iterable[str], *, seed: int, size: int) -> tuple[str, ...]:
    """``size`` of the keys (all where there are fewer), in the order drawn; the order of the list is of no matter."""
    return tuple(nsmallest(size, set(keys), key=lambda key: place(key, seed=seed)))


def place(key: str, *, seed: int) -> str:
    """The digest that gives a key its place: SHA-256 of "seed/key" in hexadecimal."""
    return sha256(f"{seed}/{key}".encode()).hexdigest()
