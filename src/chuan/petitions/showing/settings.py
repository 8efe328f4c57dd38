"""The list of the room's settings: parts add theirs, each with how it stands now.

A part registers once, from ``PetitionsConfig.ready``; the page asks them all, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from chuan.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: what it is, how it stands on the day in one sentence, where it is changed."""

    label: str | Promise
    state: str | Promise
    url: str
    order: int = 50


Source = Callable[[Viewer, date], Iterable[Setting]]
"""What a part shows this viewer on the day."""

_sources: dict[str, Source] = {}


def offer_setting(key: str, source: Source) -> None:
    """Register; called when the programme starts."""
    _sources[key] = source


def settings_of(viewer: Viewer, on: date) -> list[Setting]:
    """Every setting the viewer may read, in order."""
    found = (one for source in _sources.values() for one in source(viewer, on))
    return sorted(found, key=lambda one: (one.order, str(one.label)))
