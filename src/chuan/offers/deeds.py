"""What an official did in a period, as rooms know it: shown beside a form of assessment, never filled into it.

A room above people registers what it can tell of one official and some days. Nothing here ranks anybody: a figure
comes with its rows and the number it is out of, and what is not known is None, never nought.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from chuan.offers.subjects import Subject
from chuan.rules.types import Period

MOST = 50
"""Rows given with one figure; the figure counts all of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose deeds of which days. ``official``: people.Official; ``unit``: people.Unit whose work it was.

    ``posts``: keys of the posts he held in the period; ``viewer``: people.Viewer, who may see his assessment, and
    is told of nothing that he may not open; ``on``: the day of asking, so that what is not due yet is not late.
    """

    official: Any
    unit: Any
    posts: Collection[int]
    period: Period
    viewer: Any
    on: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """A row behind a figure. ``label`` is for whoever may open it; ``note`` says days only, nothing of the case."""

    subject: Subject
    label: str
    note: str


@dataclass(frozen=True, slots=True)
class Deed:
    """A figure. ``count``: None where it cannot be told; ``of``: out of how many, None where that is not known.

    ``sentence`` says both in words, with what was left out and why; ``lines``: the first ``MOST`` rows.
    """

    key: str
    label: str
    sentence: str
    count: int | None = None
    of: int | None = None
    lines: Sequence[Line] = ()


class Offer(Protocol):
    """What a room offers. ``kinds``: kinds of subject whose due dates it speaks for itself."""

    key: str
    kinds: Collection[str]

    def deeds(self, asked: Asked) -> Sequence[Deed]:
        """What it knows; a bounded number of statements, whatever the official did."""
        ...


_offers: dict[str, tuple[int, Offer]] = {}


def register(offer: Offer, *, place: int) -> None:
    """Offer it; ``place`` orders the figures. Called once from the owning room's ``AppConfig.ready``."""
    _offers[offer.key] = (place, offer)


def offers() -> list[Offer]:
    """Every offer, in the order of the page."""
    return [offer for _place, offer in sorted(_offers.values(), key=lambda one: (one[0], one[1].key))]


def claimed() -> frozenset[str]:
    """Kinds of subject that some offer speaks for: their due dates are not told a second time."""
    return frozenset(kind for offer in offers() for kind in offer.kinds)


def everything(asked: Asked) -> list[Deed]:
    """All that rooms know of the official in these days."""
    return [deed for offer in offers() for deed in offer.deeds(asked)]
