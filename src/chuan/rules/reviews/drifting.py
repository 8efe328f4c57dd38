"""What has changed since the inputs of a review were frozen: a late figure is shown beside, never put in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One letter whose sentences read otherwise now: those gone and those new, each in its order."""

    letter: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


def drift(frozen: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]) -> list[Change]:
    """The letters that differ, in the order of ``frozen``; the order of sentences within a letter does not matter."""
    found = []
    for letter in [*frozen, *(one for one in now if one not in frozen)]:
        before, after = frozen.get(letter, ()), now.get(letter, ())
        gone = tuple(one for one in before if one not in after)
        new = tuple(one for one in after if one not in before)
        if gone or new:
            found.append(Change(letter, gone, new))
    return found
