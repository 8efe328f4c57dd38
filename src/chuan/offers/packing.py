"""What a room puts into the evidence pack of a unit and period: files, each with its clauses of TCVN ISO 9001:2015.

Room ``conformity`` packs them for an inspector; it knows no room by name. A part holds what an inspector of the
management system is shown: never a citizen's identity number, a petition by its code only, a denouncer not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from chuan.rules.types import Period


class Text(Protocol):
    """A title, translated when it is shown."""

    def __str__(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """The unit (people.Unit) and period; ``on`` and ``at``: day and moment of the making; ``viewer``: for whom."""

    unit: Any
    period: Period
    on: date
    at: datetime
    viewer: Any


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file. ``name`` with its ending; ``clauses``: of this file alone, beside those of its part."""

    name: str
    title: str
    data: bytes
    clauses: tuple[str, ...] = ()


Make = Callable[[Asked], Iterable[PackFile]]
"""The files of a part; none where the period has none. It only reads, outside any transaction."""


@dataclass(frozen=True, slots=True)
class Part:
    """A folder of the pack. ``key``: its folder; ``points``: keys of the inspector's list (``law.inspection``)."""

    key: str
    title: Text
    clauses: tuple[str, ...]
    points: tuple[str, ...]
    make: Make


_offered: dict[str, Part] = {}


def offer(*parts: Part) -> None:
    """Offer parts; called once from the room's ``AppConfig.ready``."""
    _offered.update({one.key: one for one in parts})


def parts() -> list[Part]:
    """Every offered part, by its first clause and key."""
    return sorted(_offered.values(), key=lambda one: ([int(n) for n in one.clauses[0].split(".")], one.key))
