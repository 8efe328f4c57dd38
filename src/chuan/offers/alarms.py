"""What somebody who keeps the house must know on the first screen, whatever room it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


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
    """Every alarm that concerns the viewer."""
    return [alarm for rings in _offered for alarm in rings(viewer)]
