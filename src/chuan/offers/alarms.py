"""What somebody must know on the first screen beside the tasks, whatever room it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from chuan.offers import rooms


@dataclass(frozen=True, slots=True)
class Alarm:
    """``sentence``: the fact; ``label``: the words of the link; ``page``: the name of the view it leads to."""

    sentence: str
    label: str
    page: str


Rings = Callable[[Any], Iterable[Alarm]]
"""Given a people.Viewer, the alarms that concern them; quick, for it is asked with each first screen."""

_offered: list[Rings] = []


def offer(rings: Rings) -> None:
    """Offer alarms; called once from the room's ``AppConfig.ready``."""
    if rings not in _offered:
        _offered.append(rings)


def alarms_for(viewer: Any) -> list[Alarm]:
    """Every alarm that concerns the viewer; a room that the unit does without rings none."""
    closed = rooms.off(viewer.unit, viewer.on)
    ringing = [one for one in _offered if rooms.room_of(one) not in closed]
    return [alarm for rings in ringing for alarm in rings(viewer)]
