"""Blind keys of a letter: made from its senders and words, kept in their place, compared with those that are here.

A sender of a denunciation, and its words, have other keys than those of an ordinary letter: a complaint with a name
on it must never tell whose the denunciation is. The same holds for every part of a letter that denounces somebody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from chuan.petitions import keyed
from chuan.petitions.models import BlindKey, Petition
from chuan.petitions.permissions import SECRET_KINDS
from chuan.petitions.receiving.whole_letters import of_sealed_letter
from chuan.rules.petitions import word_runs
from chuan.rules.vietnamese import fold

SKETCH = 64
"""How many runs of a text are kept: the smallest digests (Broder 1997, bottom-k); a short text is kept whole."""

_DIGITS = 8
"""A contact with so many digits is a telephone."""


def sender_terms(name: str, *, birth: str = "", contact: str = "", address: str = "") -> tuple[str, ...]:
    """What a sender is recognised by: the name with birth, with telephone or mail, or with address."""
    who = fold(name)
    digits = "".join(re.findall(r"\d", contact))
    reached = digits if len(digits) >= _DIGITS else fold(contact)
    beside = {"birth": fold(birth), "contact": reached, "address": fold(address)}
    return tuple(f"{what}|{who}|{value}" for what, value in beside.items() if who and value)


def sender_digests(kind: str, terms: Iterable[str]) -> frozenset[str]:
    """Keyed digests of terms, those of secret kinds apart from the others."""
    return frozenset(keyed.digest(_purpose(kind in SECRET_KINDS, "sender"), term) for term in terms)


def content_digests(kind: str, text: str, *, sealed: bool = False) -> frozenset[str]:
    """The sketch of a text, by kind: at most ``SKETCH`` keyed digests of its word runs.

    ``sealed``: of a part of a letter that denounces somebody.
    """
    purpose = _purpose(sealed or kind in SECRET_KINDS, "content")
    return frozenset(sorted(keyed.digest(purpose, run) for run in word_runs(text))[:SKETCH])


def blind_keys_for(petition: Petition, terms: Iterable[str]) -> list[BlindKey]:
    """Sender keys of a petition, not yet written: for a sealed identity too (``sender_terms``)."""
    return _rows(petition, BlindKey.Kind.SENDER, sender_digests(petition.kind, terms))


def write_keys(petition: Petition, *, senders: Iterable[str] = (), content: Collection[str]) -> None:
    """Write a letter's keys. Only inside an act. ``senders``: terms; ``content``: a sketch."""
    rows = [*blind_keys_for(petition, senders), *_rows(petition, BlindKey.Kind.CONTENT, content)]
    BlindKey.objects.bulk_create(rows, batch_size=100, ignore_conflicts=True)


def rewrite_keys(petition: Petition) -> None:
    """Make the keys of a petition anew from what it holds now: kind, text, senders. Only inside an act."""
    BlindKey.objects.filter(petition=petition).delete()
    if not petition.text:
        return
    terms = [
        term
        for one in petition.senders.all()
        for term in sender_terms(one.name, contact=one.contact, address=one.address)
    ]
    sketch = content_digests(petition.kind, petition.text, sealed=of_sealed_letter(petition))
    write_keys(petition, senders=terms, content=sketch)


def _rows(petition: Petition, kind: str, digests: Iterable[str]) -> list[BlindKey]:
    return [
        BlindKey(petition=petition, unit_id=petition.unit_id, kind=kind, digest=one)
        for one in sorted(digests)
    ]


def _purpose(secret: bool, what: str) -> str:
    return f"repeats.{what}.{'secret' if secret else 'plain'}"
