"""What an audit asks of other rooms: who is competent to audit, and in whose hands a record was (9.2.2 c)."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from chuan.offers.subjects import Subject
from chuan.rules.types import Period


@dataclass(frozen=True, slots=True)
class Shown:
    """Evidence that somebody can audit: what it is, from when, until when (None: without end)."""

    words: str
    since: date
    until: date | None = None


Competent = Callable[[Iterable[uuid.UUID], date], Mapping[uuid.UUID, Shown]]
"""(uids of officials, the day) -> evidence of those who have it."""


@dataclass(frozen=True, slots=True)
class Population:
    """A register an audit may draw a sample from: its records of a period, in a settled order.

    ``count`` and ``pick`` (uids at these positions, counted from 0) are each one statement, so that a register of
    100,000 records is never read whole.
    """

    key: str
    title: str
    count: Callable[[Any, Period], int]
    pick: Callable[[Any, Period, Iterable[int]], list[Subject]]


HadInHand = Callable[[Iterable[Subject], uuid.UUID], Iterable[Subject]]
"""(records, uid of an official) -> those of them that he himself worked on."""

_competent: list[Competent] = []
_populations: dict[str, Population] = {}
_hands: dict[str, HadInHand] = {}


def offer_competence(answer: Competent) -> None:
    """Offer evidence of auditors' competence; called once from the room's ``AppConfig.ready``."""
    _competent[:] = [answer]


def offer_population(population: Population) -> None:
    """Offer a register for sampling; called once from the room's ``AppConfig.ready``."""
    _populations[population.key] = population


def offer_hands(kind: str, had: HadInHand) -> None:
    """Offer who worked on records of a kind; called once from the room's ``AppConfig.ready``."""
    _hands[kind] = had


def competent(officials: Iterable[uuid.UUID], on: date) -> dict[uuid.UUID, Shown]:
    """Who of these shows on the day that he can audit; who does not is absent."""
    asked = list(officials)
    return {uid: shown for answer in _competent for uid, shown in answer(asked, on).items()}


def populations() -> list[Population]:
    """Every register that may be sampled, by title."""
    return sorted(_populations.values(), key=lambda one: one.title)


def population(key: str) -> Population | None:
    """The register of this key, or None."""
    return _populations.get(key)


def had_in_hand(records: Iterable[Subject], official: uuid.UUID) -> set[Subject]:
    """Those of the records that the official worked on, as far as their rooms can tell."""
    by_kind: dict[str, list[Subject]] = {}
    for one in records:
        by_kind.setdefault(one.kind, []).append(one)
    return {one for kind, some in by_kind.items() if kind in _hands for one in _hands[kind](some, official)}
