"""Which inputs of a review nobody has spoken of (TCVN ISO 9001:2015, 9.3.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chuan.rules.refusals.reviews import InputsMissing


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one letter: sentences that tell, sentences that only name what is lacking, a person's words."""

    letter: str
    told: int
    lacking: int = 0
    words: int = 0

    @property
    def is_missing(self) -> bool:
        """Nothing tells and no person has said why: a sentence such as "chưa đo được" alone is no input."""
        return not self.told and not self.words


def missing(known: Iterable[Known]) -> list[str]:
    """The letters that a person still has to speak of, in the order given."""
    return [one.letter for one in known if one.is_missing]


def require_answered(known: Sequence[Known]) -> None:
    """Raises ``InputsMissing`` naming every letter that is missing; also when no letter was given at all."""
    left = missing(known)
    if left or not known:
        raise InputsMissing(letters=", ".join(left) or "a đến f")
