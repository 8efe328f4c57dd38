"""What each part of the room puts on a petition's page: what may be done next, and a card of its own.

A part registers once, from ``PetitionsConfig.ready``; the page asks them all, in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from django.utils.functional import Promise

from chuan.people.viewer import Viewer
from chuan.petitions.models import Petition


@dataclass(frozen=True, slots=True)
class Link:
    """One thing the viewer may do now: its words begin with a verb. ``order``: where it stands among the others."""

    label: str | Promise
    url: str
    order: int = 50


@dataclass(frozen=True, slots=True)
class Card:
    """A card of the page: a template of the room and what it is given (``petition`` and ``viewer`` besides)."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    order: int = 50


class Part(Protocol):
    """What a part offers for one petition, by what this viewer may do and see on the day."""

    def links(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Link]:
        """What may be done next."""
        ...

    def cards(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Card]:
        """What is shown."""
        ...


_parts: dict[str, Part] = {}


def offer(key: str, part: Part) -> None:
    """Register; called when the programme starts."""
    _parts[key] = part


def links_of(petition: Petition, viewer: Viewer, on: date) -> list[Link]:
    """Everything the viewer may do now, in order."""
    found = (link for part in _parts.values() for link in part.links(petition, viewer, on))
    return sorted(found, key=lambda one: (one.order, str(one.label)))


def cards_of(petition: Petition, viewer: Viewer, on: date) -> list[Card]:
    """Every card, in order."""
    found = (card for part in _parts.values() for card in part.cards(petition, viewer, on))
    return sorted(found, key=lambda one: (one.order, one.template))
