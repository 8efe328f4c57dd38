"""How long a signature can be proved: the four levels of PAdES (ETSI EN 319 142-1)."""

from __future__ import annotations

from enum import IntEnum


class Level(IntEnum):
    """From a bare signature to one that can be proved when everything around it has expired."""

    B = 1
    """The signature and its certificate."""
    T = 2
    """And a time stamp: it existed then."""
    LT = 3
    """And every certificate and revocation answer: the certificate was good then."""
    LTA = 4
    """And a time stamp over all of it, renewed before it expires."""

    def __str__(self) -> str:
        return f"B-{self.name}"

    @classmethod
    def of(cls, text: str) -> Level:
        """``B-LTA`` and the like to a level. Raises ``KeyError`` for another text."""
        return cls["B" if text == "B-B" else text.removeprefix("B-")]
