"""Controlled documents and whether they were revised since a day: asked below room ``documents``, which answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from chuan.offers.subjects import Subject


@dataclass(frozen=True, slots=True)
class Controlled:
    """A controlled document in use: its subject, and its code and title as one line."""

    subject: Subject
    label: str


@dataclass(frozen=True, slots=True)
class Revised:
    """A revision that came into force: which one ("03"), from when."""

    number: str
    since: date


Listed = Callable[[Any, date], Sequence[Controlled]]
"""(people.Unit, the day) -> its controlled documents that are not retired, by code; a statement or two."""

Since = Callable[[Iterable[Subject], date, date], Mapping[Subject, Revised]]
"""(documents, from this day on, the day of asking) -> the latest revision that came into force between."""

_answers: list[tuple[Listed, Since]] = []


def offer(listed: Listed, since: Since) -> None:
    """Answer for controlled documents; called once from the room's ``AppConfig.ready``."""
    _answers[:] = [(listed, since)]


def controlled(unit: Any, on: date) -> list[Controlled]:
    """The controlled documents of a unit; empty where no room keeps any."""
    return [one for listed, _since in _answers for one in listed(unit, on)]


def revised_since(documents: Iterable[Subject], day: date, on: date) -> dict[Subject, Revised]:
    """Which of the documents have a revision in force from ``day`` or later, as seen on ``on``."""
    asked = list(documents)
    return {subject: one for _listed, since in _answers for subject, one in since(asked, day, on).items()}
