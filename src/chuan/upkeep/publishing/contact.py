"""Where the public reaches the office: kept as a dated setting of the unit, an office's own, nobody's private."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from chuan.people.models import Unit, UnitSetting

KEY = "public.contact"


@dataclass(frozen=True, slots=True)
class Contact:
    """What stands at the foot of every public page; "" where nothing is said."""

    address: str = ""
    telephone: str = ""
    mail: str = ""
    hours: str = ""

    def __bool__(self) -> bool:
        return any(asdict(self).values())

    def text(self) -> str:
        """As it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def contact_of(unit: Unit, on: date) -> Contact:
    """The unit's contact on a day; an empty one where nobody has written it."""
    kept = UnitSetting.objects.value_on(unit, KEY, on)
    return Contact(**json.loads(kept)) if kept else Contact()
