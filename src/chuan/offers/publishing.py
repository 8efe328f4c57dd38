"""What a room puts onto the public pages of a unit: static, without script, for the ward's own site.

Room ``upkeep`` writes the pages; it knows no room by name. A page holds only what the law or the unit has already made
public: nothing of a person, no dossier or petition one by one, no plan whose decision has not been issued.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString

from chuan.offers import rooms


@dataclass(frozen=True, slots=True)
class Asked:
    """The unit (people.Unit) and the day that the pages are made for; a page never asks who looks."""

    unit: Any
    on: date


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``slug``: its file without ending (letters, digits, dots, hyphens); ``body``: HTML without script.

    ``lead`` is one line of what is found there. ``above``: the slug of the page that leads here; such a page does not
    stand in the list of the first page.
    """

    slug: str
    title: str
    lead: str
    body: SafeString
    above: str = ""


Make = Callable[[Asked], Iterable[Page]]
"""The pages of a room; none where there is nothing to publish. It only reads, outside any transaction."""

_offered: dict[int, Make] = {}


def offer(place: int, make: Make) -> None:
    """Offer pages; ``place`` orders the rooms. Called once from the room's ``AppConfig.ready``."""
    _offered[place] = make


def pages(asked: Asked) -> Iterator[Page]:
    """Every page of every room that the unit uses, in the rooms' order."""
    for place in sorted(_offered):
        if rooms.is_on(_offered[place], asked.unit, asked.on):
            yield from _offered[place](asked)
