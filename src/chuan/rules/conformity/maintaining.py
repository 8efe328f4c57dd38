"""Whether a system was kept going in a year: all of its dated proofs are there, or it was not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing that has to be there in the year; ``why`` says what is lacking, "" when it is there."""

    key: str
    why: str = ""

    @property
    def is_there(self) -> bool:
        """Whether nothing is lacking."""
        return not self.why


def share(proofs: Sequence[Proof]) -> Fraction:
    """What each proof weighs, so that all together are 1: "yes" only when none is missing. ValueError for none."""
    if not proofs:
        raise ValueError("no proof is asked for")
    return Fraction(1, len(proofs))


def whole(proofs: Sequence[Proof]) -> bool:
    """Whether every proof is there; False for none at all."""
    return bool(proofs) and all(one.is_there for one in proofs)
