"""Letters sent again, and letters of the same content: found and linked, counted once.

Nothing here knows a name or a sentence: senders are blind keys (a keyed digest of folded name and birth or
telephone), contents are sets of blind keys of word runs. Both are made outside, with a key that stays there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

from chuan.rules.vietnamese import fold

RUN = 3
"""How many words in a row are compared: one misspelt word spoils three runs, not the letter."""


class Likeness(StrEnum):
    """How two letters are alike."""

    RESENT = "resent"
    SAME_CONTENT = "same_content"
    SAME_SENDER = "same_sender"


LIKENESS_NAMES = {
    Likeness.RESENT: "gửi lại",
    Likeness.SAME_CONTENT: "cùng nội dung, người gửi khác hoặc không rõ",
    Likeness.SAME_SENDER: "cùng người gửi, nội dung khác",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """What is compared of a letter: blind keys only. ``senders`` is empty for an anonymous one."""

    code: str
    received_on: date
    senders: frozenset[str]
    content: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A letter that an earlier one is like, and how much of the content they share."""

    code: str
    likeness: Likeness
    share: Fraction


def word_runs(text: str) -> frozenset[str]:
    """Runs of three folded words; a shorter text is one run, an empty one none. To be digested before kept."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    if len(words) <= RUN:
        return frozenset({" ".join(words)} - {""})
    return frozenset(" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


def shared(one: frozenset[str], other: frozenset[str]) -> Fraction:
    """The share of runs that two contents have in common of all they have, 0 to 1; 0 for two empty ones."""
    every = len(one | other)
    return Fraction(len(one & other), every) if every else Fraction(0)


def likeness(one: Letter, other: Letter, *, same: Fraction, alike: Fraction) -> Match | None:
    """How ``other`` is like ``one``; None when they have nothing to do with each other.

    ``same`` is the share from which two letters of one sender are one letter sent again, ``alike`` the share
    from which letters of different senders have the same content. A person decides; this only points.
    """
    share, sender = shared(one.content, other.content), bool(one.senders & other.senders)
    if sender and share >= same:
        return Match(other.code, Likeness.RESENT, share)
    if share >= alike:
        return Match(other.code, Likeness.SAME_CONTENT, share)
    return Match(other.code, Likeness.SAME_SENDER, share) if sender else None


def repeats_of(
    letter: Letter, held: Iterable[Letter], *, same: Fraction, alike: Fraction
) -> tuple[Match, ...]:
    """The letters held that this one is like, the most alike first; never itself."""
    ranks = list(Likeness)
    found = (likeness(letter, one, same=same, alike=alike) for one in held if one.code != letter.code)
    return tuple(
        sorted(
            (one for one in found if one), key=lambda one: (ranks.index(one.likeness), -one.share, one.code)
        )
    )


def counted_once(
    letters: Sequence[Letter], *, same: Fraction, alike: Fraction
) -> tuple[tuple[str, ...], ...]:
    """Codes grouped into cases: letters sent again or of the same content are one case, the earliest first."""
    order = sorted(letters, key=lambda one: (one.received_on, one.code))
    case = {one.code: one.code for one in order}
    for one, other in combinations(order, 2):
        match = likeness(one, other, same=same, alike=alike)
        if match and match.likeness is not Likeness.SAME_SENDER:
            kept, joined = case[one.code], case[other.code]
            case = {code: kept if head == joined else head for code, head in case.items()}
    groups: dict[str, list[str]] = {}
    for code, head in case.items():
        groups.setdefault(head, []).append(code)
    return tuple(tuple(codes) for codes in groups.values())
