"""What follows when a person confirms a reading: rooms above ``documents`` register it here.

Run inside the confirming act's transaction, so a reading is never confirmed without its plan.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, Protocol


class Consequence(Protocol):
    """What a room does with a confirmed reading; returns the address to show next, or "".

    May raise ``Refused``: then nothing is confirmed. ``by`` is ``people.Viewer``.
    """

    def __call__(self, reading_uid: uuid.UUID, *, by: Any, at: datetime, reason: str) -> str:
        """Do it."""
        ...


_consequences: list[Consequence] = []


def register(consequence: Consequence) -> None:
    """Offer a consequence; called once from the room's ``AppConfig.ready``."""
    if consequence not in _consequences:
        _consequences.append(consequence)


def run(reading_uid: uuid.UUID, *, by: Any, at: datetime, reason: str) -> str:
    """Run every consequence in the order registered; the last non-empty address wins."""
    address = ""
    for consequence in _consequences:
        address = consequence(reading_uid, by=by, at=at, reason=reason) or address
    return address
