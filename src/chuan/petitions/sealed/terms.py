"""What must not be typed once an identity is sealed: compared by keyed digests; the name is nowhere."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from chuan.petitions import keyed
from chuan.petitions.sealed.envelope import Identity
from chuan.rules.vietnamese import fold

LEAST_DIGITS = 8
"""Digits of which a run is taken for a telephone."""

_WORD = re.compile(r"[a-z0-9]+")
_DIGITS = re.compile(r"\+?\d(?:[\s.\-()]*\d){7,}")


@dataclass(frozen=True, slots=True)
class Term:
    """A digest to be kept: of so many words in a row (0: a telephone)."""

    digest: str
    words: int


def terms_of(identity: Identity, petition_uid: uuid.UUID) -> list[Term]:
    """The name's words in a row, its last two where it has more, the telephone.

    One word alone is nobody's name: half of the ward's sentences would hold it. Digests of typed text are made for
    this petition alone: two rows with the same name show nothing in common.
    """
    name = _words(identity.name)
    runs = {tuple(name), tuple(name[-2:])} if len(name) > 1 else set()
    purpose = _typed(petition_uid)
    found = [(" ".join(run), len(run)) for run in sorted(runs)]
    found += [(phone, 0) for phone in _phones(identity.telephone)]
    made = keyed.digests(purpose, (text for text, _words in found))
    terms = (Term(digest, words) for digest, (_text, words) in zip(made, found, strict=True))
    return list({one.digest: one for one in terms}.values())


def tells(texts: Iterable[str], petition_uid: uuid.UUID, terms: Iterable[tuple[str, int]]) -> bool:
    """Whether one of the texts holds what the terms (digest, words) were made of."""
    known: dict[int, set[str]] = {}
    for digest, words in terms:
        known.setdefault(words, set()).add(digest)
    purpose = _typed(petition_uid)
    return any(
        digest in known[words]
        for text in texts
        for words in known
        for digest in keyed.digests(purpose, _pieces(text, words))
    )


def sender_digests(identity: Identity) -> set[str]:
    """Who denounced, comparable among denunciations alone.

    Never with the senders of other petitions: those stand in clear, and a digest in common would name the denouncer.
    """
    who = [f"{' '.join(_words(identity.name))} {identity.birth_year}"] if identity.birth_year else []
    return set(keyed.digests("denouncer", chain(who, _phones(identity.telephone))))


def _pieces(text: str, words: int) -> Iterator[str]:
    if not words:
        yield from _phones(text)
        return
    found = _words(text)
    yield from (" ".join(found[start : start + words]) for start in range(len(found) - words + 1))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _phones(text: str) -> Iterator[str]:
    """Runs of digits however they are grouped; 84 in front is 0."""
    for found in _DIGITS.findall(text):
        digits = re.sub(r"\D", "", found)
        yield f"0{digits[2:]}" if digits.startswith("84") and len(digits) > LEAST_DIGITS + 2 else digits


def _typed(petition_uid: uuid.UUID) -> str:
    return f"typed {petition_uid}"
