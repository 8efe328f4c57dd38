"""What was typed into the box, made into terms that an index knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chuan.search.folding import clean, pair, words_of
from chuan.search.refusals import NothingToSearch, SearchTooLong

MOST_LETTERS = 300
MOST_WORDS = 16
_SHORTEST_OPEN = 2
"""Letters of a last word that may still be going on; one letter begins half the language."""

_PART = re.compile(r'["“”„]([^"“”„]*)["“”„]|([^\s"“”„]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a pair of neighbours; an open one stands for everything that begins so."""

    text: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A search: every term must stand somewhere; those where the words stand in a ``run`` come before the others.

    ``run`` is empty when it would say no more than ``terms``. ``key`` is the whole as a name or number, exactly.
    """

    words: tuple[str, ...]
    open: bool
    terms: tuple[Term, ...]
    run: tuple[Term, ...]
    key: str


def read(typed: str) -> Asked:
    """Understand what was typed. Quotes keep words together, as do "148/QĐ-UBND" and "một-cửa" without any.

    The last word is open while no blank and no quote ends it. Raises ``NothingToSearch``, ``SearchTooLong``.
    """
    if len(typed.strip()) > MOST_LETTERS:
        raise SearchTooLong(most=MOST_WORDS)
    parts = [part for part in _parts(clean(typed)) if part[0]]
    words = tuple(word for part, _quoted in parts for word in part)
    if not words:
        raise NothingToSearch()
    if len(words) > MOST_WORDS:
        raise SearchTooLong(most=MOST_WORDS)
    is_open = not parts[-1][1] and not typed[-1].isspace() and len(words[-1]) >= _SHORTEST_OPEN
    terms = _distinct(term for part, _quoted in parts for term in _together(part))
    run = _together(words)
    return Asked(
        words=words,
        open=is_open,
        terms=_opened(terms, words, is_open),
        run=_opened(run, words, is_open) if set(run) - set(terms) else (),
        key=key_of(words),
    )


def key_of(words: Sequence[str]) -> str:
    """A name or number as one term."""
    return "_".join(words)


def keys_of(number: str) -> list[str]:
    """What a number is called by: "148/QĐ-UBND" also by 148 and by 148/QĐ; a name or a code by itself only."""
    words = words_of(number)
    if not words:
        return []
    before = len(words_of(number.partition("/")[0]))
    least = before if before and "/" in number and words[0][0].isdigit() else len(words)
    return [key_of(words[:count]) for count in range(least, len(words) + 1)]


def _parts(typed: str) -> Iterable[tuple[list[str], bool]]:
    for found in _PART.finditer(typed):
        yield words_of(found[0]), found[1] is not None


def _together(words: Sequence[str]) -> list[Term]:
    """One word, or the pairs of several that must stand together."""
    return [Term(pair(*two)) for two in pairwise(words)] or [Term(words[0])]


def _opened(terms: Sequence[Term], words: Sequence[str], is_open: bool) -> tuple[Term, ...]:
    """The last term left open when the last word is."""
    return (*terms[:-1], Term(terms[-1].text, open=True)) if is_open else tuple(terms)


def _distinct(terms: Iterable[Term]) -> list[Term]:
    """Once each; a word typed twice keeps its last place, which may be open."""
    return list(dict.fromkeys(reversed(list(terms))))[::-1]
