"""All that is kept about an official: each room says what it holds, for one who may see it. Rooms register here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Asked:
    """About whom (``official``: people.Official), by whom (``viewer``: people.Viewer), when."""

    viewer: Any
    official: Any
    on: date
    at: datetime

    @property
    def himself(self) -> bool:
        """Whether somebody asks about himself: then everything is told."""
        return self.viewer.official is not None and bool(self.viewer.official.pk == self.official.pk)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is kept: what, the words of it, since which day, where it is shown ("": nowhere else)."""

    label: str
    text: str = ""
    since: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind. ``term``: how long they are kept, in words, with its source; "" where nothing sets it.

    ``url``: the page that shows them. ``note``: what is not kept, or not shown, and why.
    """

    key: str
    title: str
    lines: Sequence[Line]
    term: str = ""
    url: str = ""
    note: str = ""


class Keeper(Protocol):
    """What a room offers: its sections about the official, only of what the viewer may see."""

    def __call__(self, asked: Asked) -> Sequence[Section]:
        """A bounded number of statements, whatever is kept."""
        ...


_keepers: dict[str, tuple[int, Keeper]] = {}


def register(key: str, keeper: Keeper, *, place: int) -> None:
    """Offer what a room keeps about officials; ``place`` orders the page. Once, from ``AppConfig.ready``."""
    _keepers[key] = (place, keeper)


def sections(asked: Asked) -> list[Section]:
    """Every section with something in it, room by room in the order of the page."""
    ordered = sorted(_keepers.items(), key=lambda one: (one[1][0], one[0]))
    found = (section for _key, (_place, keeper) in ordered for section in keeper(asked))
    return [one for one in found if one.lines or one.note]
