"""What a decision of a review needs, and which kinds of 9.3.3 nobody has spoken of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from chuan.rules.refusals.reviews import DueBeforeMeeting, OwnerMissing, WordsMissing


class OutputKind(StrEnum):
    """The kinds of decision of clause 9.3.3, in its order."""

    IMPROVEMENT = "improvement"
    CHANGE = "change"
    RESOURCE = "resource"


def check_resolution(words: str, *, is_owned: bool, due_on: date | None, held_on: date) -> None:
    """A decision says what, by whom, by when, and not before the meeting that made it.

    Raises ``WordsMissing``, ``OwnerMissing``, ``DueBeforeMeeting``.
    """
    if not words.strip():
        raise WordsMissing()
    if not is_owned or due_on is None:
        raise OwnerMissing()
    if due_on < held_on:
        raise DueBeforeMeeting(due=due_on, held=held_on)


def unanswered(spoken_of: Iterable[OutputKind]) -> list[OutputKind]:
    """The kinds that have neither a decision nor a sentence why none is needed."""
    given = set(spoken_of)
    return [kind for kind in OutputKind if kind not in given]
