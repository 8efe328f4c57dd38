"""First steps of a new unit: what each room needs before daily work can rest on it. Rooms register here.

Nothing is ticked by hand: a step is done when the facts say so, and the list goes away with the last one.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from chuan.offers import rooms


class Text(Protocol):
    """A sentence, translated when it is shown."""

    def __str__(self) -> str: ...


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One step: ``title`` begins with its verb, ``why`` says what rests on it, ``page`` is a name of ``urls``.

    ``done(unit, on)`` reads one fact of a people.Unit in one statement; ``may(viewer)`` tells whether this
    people.Viewer can take the step. ``order``: where it stands.
    """

    key: str
    order: int
    title: Text
    why: Text
    page: str
    label: Text
    done: Callable[[Any, date], bool]
    may: Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Taken:
    """A step and how it stands for one unit and one viewer."""

    step: FirstStep
    done: bool
    mine: bool


_offered: dict[str, FirstStep] = {}
_settled: set[tuple[uuid.UUID, int, frozenset[str]]] = set()


def offer(*steps: FirstStep) -> None:
    """Offer steps; called once from the room's ``AppConfig.ready``."""
    _offered.update({one.key: one for one in steps})


def steps() -> list[FirstStep]:
    """Every offered step in its order."""
    return sorted(_offered.values(), key=lambda one: one.order)


def steps_of(unit: Any, on: date) -> list[FirstStep]:
    """Those of the rooms that the unit uses."""
    closed = rooms.off(unit, on)
    return [one for one in steps() if rooms.room_of(one.done) not in closed]


def taken(unit: Any, viewer: Any, on: date) -> list[Taken]:
    """Every step with its state: one statement each."""
    return [Taken(one, one.done(unit, on), one.may(viewer)) for one in steps_of(unit, on)]


def left(unit: Any, viewer: Any, on: date) -> list[Taken]:
    """Every step with its state while at least one of them is this viewer's and open; else nothing.

    A unit whose steps are all taken in a year is not asked again by this process in that year with the same rooms.
    """
    asked = (unit.uid, on.year, rooms.off(unit, on))
    if asked in _settled or not any(one.may(viewer) for one in steps_of(unit, on)):
        return []
    found = taken(unit, viewer, on)
    if all(one.done for one in found):
        _settled.add(asked)
    return found if any(one.mine and not one.done for one in found) else []
