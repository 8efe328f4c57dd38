"""What may be found by search: each room offers its kinds, to rebuild the index and to check it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from chuan.offers.subjects import Subject


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that may be found.

    ``unit_id`` is the key of the unit that answers for it now. ``numbers`` are names and numbers it is called by
    exactly ("148/QĐ-UBND"); who types one gets it first. ``on`` is its own day; things without a day hold now and
    stand before dated ones. ``guard`` are the roles that may find it, and ``holder`` of officials who may besides;
    empty is everybody of the unit.
    What persons of a case are called does not belong here.
    """

    subject: Subject
    unit_id: int
    title: str
    numbers: tuple[str, ...] = ()
    text: str = ""
    on: date | None = None
    guard: frozenset[str] = frozenset()


def holder(official_uid: uuid.UUID) -> str:
    """An official in a ``guard``, beside the roles: who drafts a paper finds it."""
    return f"o{official_uid.hex}"


Source = Callable[[], Iterable[Entry]]
"""Yields every entry of a kind, without holding them all in memory."""

_sources: dict[str, Source] = {}


def offer(kind: str, source: Source) -> None:
    """Offer a kind; called once from the owning room's ``AppConfig.ready``.

    The room calls ``chuan.search.entries.put`` and ``drop`` itself, inside the act that changes a thing.
    """
    _sources[kind] = source


def withdraw(kind: str) -> None:
    """Forget a kind (a room that is switched off; tests)."""
    _sources.pop(kind, None)


def offered() -> dict[str, Source]:
    """Every kind that may be found, by name."""
    return dict(sorted(_sources.items()))
