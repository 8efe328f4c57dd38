"""The inputs of the management review: every room says what it knows of its own (TCVN ISO 9001:2015, 9.3.2).

Room ``reviews`` collects them on the chosen day and freezes them when the review is signed. A letter that no room
answers is named as missing; nobody fills it in silently.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from chuan.offers import rooms
from chuan.rules.types import Period


class Letter(StrEnum):
    """The inputs by their letter in clause 9.3.2; the words shown are data of room ``reviews``."""

    EARLIER = "a"
    CHANGES = "b"
    SATISFACTION = "c1"
    OBJECTIVES = "c2"
    PROCESSES = "c3"
    NONCONFORMITIES = "c4"
    MONITORING = "c5"
    AUDITS = "c6"
    PROVIDERS = "c7"
    RESOURCES = "d"
    RISKS = "e"
    OPPORTUNITIES = "f"


@dataclass(frozen=True, slots=True)
class Asked:
    """For which unit (people.Unit), which period, as known when. ``viewer``: people.Viewer who collects."""

    unit: Any
    period: Period
    on: date
    at: datetime
    viewer: Any


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence with its figure in it, and the page that proves it. ``short``: it names what is lacking."""

    sentence: str
    address: str = ""
    short: bool = False


Collect = Callable[[Asked], Sequence[Said]]

_offered: list[tuple[Letter, str, Collect]] = []


def offer(letter: Letter, room: str, collect: Collect) -> None:
    """Offer what a room knows for one letter; ``room`` is shown as its heading. Once, from ``AppConfig.ready``."""
    if (letter, room, collect) not in _offered:
        _offered.append((letter, room, collect))


def collected(asked: Asked) -> dict[Letter, list[Said]]:
    """Everything that is known, by letter in the order of the clause; a letter nobody answers has an empty list."""
    return {letter: [one.said for one in heard] for letter, heard in collected_by_room(asked).items()}


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence and the room that said it."""

    room: str
    said: Said


def collected_by_room(asked: Asked) -> dict[Letter, list[Heard]]:
    """As ``collected``, with the room of each sentence. A room that the unit does without is named as lacking."""
    found: dict[Letter, list[Heard]] = {letter: [] for letter in Letter}
    for letter, room, collect in _offered:
        heard = collect(asked) if rooms.is_on(collect, asked.unit, asked.on) else [_without(room)]
        found[letter].extend(Heard(str(room), said) for said in heard)
    return found


def _without(room: str) -> Said:
    return Said(_("%s: phân hệ chưa áp dụng trên phần mềm; lấy từ sổ và báo cáo giấy.") % room, short=True)
