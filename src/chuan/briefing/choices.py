"""What a unit has chosen: whether a brief is made, at which hour, who reads it, what comes first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from chuan.law import harms as law
from chuan.people.models import Unit, UnitSetting
from chuan.people.roles import Role
from chuan.rules.briefs import weights

KEY = "brief.choice"
"""The setting: JSON of ``Choice``. One row for a day, the later version stands."""
HOUR = time(7, 0)
READERS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN)


@dataclass(frozen=True, slots=True)
class Choice:
    """``readers``: roles, of the heads; ``order``: kinds of matter placed by the unit, the heaviest first."""

    on: bool = False
    hour: time = HOUR
    readers: tuple[str, ...] = (Role.CHAIRMAN.value,)
    order: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """As it is kept."""
        told = {"on": self.on, "hour": f"{self.hour:%H:%M}", "readers": self.readers, "order": self.order}
        return json.dumps(told, sort_keys=True)


def choice_of(unit: Unit, on: date) -> Choice:
    """What stands on the day; before anybody chose, no brief is made. One statement."""
    kept = UnitSetting.objects.value_on(unit, KEY, on)
    return _read(json.loads(kept)) if kept else Choice()


def weights_of(choice: Choice, on: date) -> Mapping[str, int]:
    """The weight of each kind of matter on the day, as the unit orders them."""
    return weights(law.kinds(on), choice.order)


def _read(kept: Mapping[str, Any]) -> Choice:
    return Choice(
        kept["on"], time.fromisoformat(kept["hour"]), tuple(kept["readers"]), tuple(kept.get("order", ()))
    )
