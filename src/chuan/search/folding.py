"""Text as it is compared: folded letter by letter, cut into words, the words paired with their neighbours.

A folded text is as long as the composed text it comes from, so that a place in the one is a place in the other.
In Vietnamese one syllable without marks says little ("cua" is của, cửa, cua); two that stand together say a word.
Therefore pairs are indexed as words are, and a phrase is the pairs of its words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from chuan.rules.vietnamese import compose, fold

VERSION = 1
"""Raised when words are cut or folded otherwise: every entry is stale then, and ``chuan search rebuild`` is due."""

LONGEST_WORD = 60
"""Letters of a word that count; what is longer is no word but a code of bytes."""

PAIRED = 20_000
"""Words of one text that are paired with their neighbours; words beyond are found one by one."""

MOST_BYTES = 600_000
"""Of the words of one entry: PostgreSQL holds a megabyte of them in one tsvector (PostgreSQL 15, 12.11)."""

MOST_LETTERS = 3_000_000
"""Of a text that is looked at: some thousand pages."""

_MARK = "\u0300"
"""Stands for any mark that no composed letter takes up."""


class _Letters(dict[int, str]):
    """Each letter's folded one, found once; whatever is no letter and no digit is a blank."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = fold(letter)
        if unicodedata.combining(letter):
            self[code] = _MARK
        else:
            self[code] = folded if len(folded) == 1 and folded.isalnum() else " "
        return self[code]


_LETTERS = _Letters()


def clean(text: str) -> str:
    """The text as it is kept: composed letters, nothing that a database refuses (NUL, half a pair of UTF-16)."""
    return compose(text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8"))


def folded(text: str) -> str:
    """A composed text without marks, in small letters, blanks for all signs; exactly as long as it was."""
    return text.translate(_LETTERS)


def words_of(text: str) -> list[str]:
    """The words of a text, in order: "Số 05/QĐ-UBND" is so, 5, qd, ubnd (leading noughts do not count)."""
    words = (_word(one) for one in folded(compose(text[:MOST_LETTERS])).split())
    return [one for one in words if one]


def pair(first: str, second: str) -> str:
    """Two neighbours as one term; no word begins so."""
    return f"_{first}_{second}"


def terms_of(texts: Iterable[str]) -> list[str]:
    """Everything that texts are found by, once each: words, then pairs of neighbours within one text."""
    cut = [words_of(text) for text in texts]
    single = dict.fromkeys(word for words in cut for word in words)
    double = dict.fromkeys(pair(*two) for words in cut for two in pairwise(words[:PAIRED]))
    return _within([*single, *double])


def _word(token: str) -> str:
    word = token.replace(_MARK, "")[:LONGEST_WORD] if _MARK in token else token[:LONGEST_WORD]
    return (word.lstrip("0") or "0") if word.isascii() and word.isdigit() else word


def _within(terms: list[str]) -> list[str]:
    left = MOST_BYTES
    for place, term in enumerate(terms):
        left -= len(term.encode()) + 4
        if left < 0:
            return terms[:place]
    return terms
