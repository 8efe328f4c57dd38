"""One thing of each kind that the rooms of processes and risks keep."""

from __future__ import annotations

import uuid
from datetime import datetime

from chuan.people.models import Official, Unit
from chuan.processes.models import Process
from tests.guards.rights.making import make
from tests.people import START


def at_risk(unit: Unit, owner: Official, now: datetime) -> dict[str, uuid.UUID]:
    """A process of the unit."""
    process = make(
        Process, unit=unit, owner_unit=unit, code="QT-06", name="Giải quyết", kind="serve", valid_from=START,
        recorded_at=now,
    )  # fmt: skip
    return {"process": process.uid}
